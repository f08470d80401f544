// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/senderspage.h"

#include "pages/ownsendermenu.h"
#include "pages/pageparts.h"
#include "pages/senderpanel.h"
#include "tables/raworder.h"
#include "tables/sendertable.h"
#include "widgets/card.h"
#include "widgets/columnfit.h"
#include "widgets/emptystate.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
/// From this width on the sender stands beside the table.
constexpr int wideWidth = 1050;
constexpr int panelWidth = 400;

} // namespace

SendersPage::SendersPage(QWidget *parent)
    : Page(parent)
    , m_table(new SenderTable(this))
    , m_order(new RawOrder(this))
    , m_tree(new TableView(this))
    , m_fit(new ColumnFit(m_tree, 160))
    , m_panel(new SenderPanel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    m_splitter->addWidget(createTable());
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({800, panelWidth});
    m_stack->addWidget(splitContent(m_splitter));
    m_stack->addWidget(m_empty);
    connectParts();
    retranslate();
    showEmpty();
}

QWidget *SendersPage::createTable()
{
    m_order->setSourceModel(m_table);
    m_tree->setModel(m_order);
    m_tools = new TableTools(m_tree, u"senders"_s);
    m_tree->setIndentation(16);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->setExpandsOnDoubleClick(false); // it narrows the filter
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    placeColumns();
    const auto [card, layout] = tableCard(this);
    layout->addWidget(m_tree);
    return card;
}

void SendersPage::placeColumns()
{
    m_tree->sortByColumn(SenderTable::Messages, Qt::DescendingOrder);
    QHeaderView *header = m_tree->header();
    // What fits at first is who, how many, how well and what; names of hosts and dates come last.
    const auto moveToEnd = [header](int column) {
        header->moveSection(header->visualIndex(column), header->count() - 1);
    };
    for (int column :
        {SenderTable::Host, SenderTable::Reporters, SenderTable::First, SenderTable::Last})
        moveToEnd(column);
    header->moveSection(
        header->visualIndex(SenderTable::Case), header->visualIndex(SenderTable::Class) + 1);
    int place = 1;
    for (int column : {SenderTable::Messages, SenderTable::Dmarc})
        header->moveSection(header->visualIndex(column), place++);
    // Addresses are never shortened, so that the longest one of IPv6 fits.
    m_fit->setMost(SenderTable::Name, 420);
    m_fit->setMost(SenderTable::Class, 184);
    m_fit->setMost(SenderTable::Case, 184);
    m_fit->setMost(SenderTable::Domain, 152);
    m_fit->setMost(SenderTable::Messages, 104);
    for (int column : {SenderTable::Spf, SenderTable::Dkim, SenderTable::Dmarc})
        m_fit->setMost(column, 108);
    m_fit->setMost(SenderTable::Host, 240);
    m_fit->setMost(SenderTable::PerDay, 80);
}

void SendersPage::connectParts()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (m_changing || !current.isValid())
                return;
            m_chosen = current.data(KeyRole).toString();
            showCurrent();
        });
    connect(m_tree, &QTreeView::doubleClicked, this, &SendersPage::narrowTo);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, m_tree);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(
            shortcut, &QShortcut::activated, this, [this] { narrowTo(m_tree->currentIndex()); });
    }
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        m_expanded.insert(index.data(KeyRole).toString());
        if (!m_changing)
            m_fit->fit();
    });
    connect(m_tree, &QTreeView::collapsed, this,
        [this](const QModelIndex &index) { m_expanded.remove(index.data(KeyRole).toString()); });
    // Only what the user moved is kept; the window's size must not be taken for a wish.
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        const bool wide = m_splitter->orientation() == Qt::Horizontal;
        (wide ? m_wide : m_narrow) = m_splitter->saveState();
    });
    connect(m_tools, &TableTools::filterRequested, this, &Page::filterRequested);
    connect(m_tools, &TableTools::menuOpening, this, &SendersPage::addOwnEntries);
    connect(m_panel, &SenderPanel::ownSenderRequested, this, &Page::ownSenderRequested);
    connect(m_panel, &SenderPanel::ownSenderRemoved, this, &Page::ownSenderRemoved);
    connect(m_panel, &SenderPanel::ownSendersRequested, this, &Page::ownSendersRequested);
    connect(m_panel, &SenderPanel::filterRequested, this, &Page::filterRequested);
    connect(m_panel, &SenderPanel::pageRequested, this, &Page::pageRequested);
    connect(m_panel, &SenderPanel::senderChosen, this, &SendersPage::choose);
    connect(m_empty, &EmptyState::triggered, this, &SendersPage::leaveEmptyState);
}

void SendersPage::setView(const View &view)
{
    const bool sameCases = view.cases == m_view.cases && view.filter.cases == m_view.filter.cases;
    const bool sameRows = view.results == m_view.results && view.format == m_view.format;
    m_view = view;
    m_tools->setFilter(view.filter);
    if (view.results->senders.senders.empty()) {
        m_table->setSenders(view.dataset, view.senders, view.results, view.format);
        m_panel->clear();
        showEmpty();
        return;
    }
    m_stack->setCurrentIndex(0);
    if (sameRows && sameCases) {
        m_fit->fit();
        showCurrent();
        return;
    }
    if (!sameCases)
        m_table->setCases(view.cases, view.filter.cases);
    if (!sameRows)
        m_table->setSenders(view.dataset, view.senders, view.results, view.format);
    m_order->whenOrdered([this] {
        restoreRows();
        m_fit->fit();
        showCurrent();
    });
}

void SendersPage::restoreRows()
{
    // Only the sender that is current in the end is to be shown.
    const QScopedValueRollback changing(m_changing, true);
    const QSet<QString> expanded = m_expanded; // expanding adds to it
    for (const QString &key : expanded) {
        const QModelIndex group = m_order->mapFromSource(m_table->indexOf(key));
        if (group.isValid())
            m_tree->expand(group);
    }
    // No choice is not the sender without an address.
    const QModelIndex known =
        m_chosen.isEmpty() ? QModelIndex() : m_order->mapFromSource(m_table->indexOf(m_chosen));
    const QModelIndex wanted = known.isValid() ? known : m_order->index(0, 0);
    m_tree->setCurrentIndex(wanted);
    m_tree->scrollTo(wanted);
}

void SendersPage::showCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    const Sender *sender = m_table->senderAt(m_order->mapToSource(current));
    if (!sender)
        return;
    if (m_chosen.isEmpty())
        m_chosen = sender->key;
    m_panel->setSender(m_view, *sender);
}

void SendersPage::choose(const QString &key)
{
    const QModelIndex index = m_order->mapFromSource(m_table->indexOf(key));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

/// For all senders that are selected where the menu is of one of them.
void SendersPage::addOwnEntries(QMenu *menu, const QModelIndex &index)
{
    const QItemSelectionModel *selection = m_tree->selectionModel();
    QModelIndexList rows{index};
    if (selection->isSelected(index))
        rows = selection->selectedRows();
    std::vector<Sender> senders;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (const Sender *sender = m_table->senderAt(m_order->mapToSource(row)))
            senders.push_back(*sender);
    }
    addOwnSenderEntries(menu, m_view, senders,
        {[this](const OwnSenders::Entry &entry) { Q_EMIT ownSenderRequested(entry); },
            [this](const OwnSenders::Entry &entry) { Q_EMIT ownSenderRemoved(entry); },
            [this] { Q_EMIT ownSendersRequested(); }});
    menu->addSeparator();
}

void SendersPage::narrowTo(const QModelIndex &index)
{
    const Sender *sender = m_table->senderAt(m_order->mapToSource(index));
    if (!sender)
        return;
    Filter filter = m_view.filter;
    narrowToSender(filter, sender->key, false);
    if (filter != m_view.filter)
        Q_EMIT filterRequested(filter);
}

void SendersPage::showEmpty()
{
    if (m_view.dataset->reports.empty()) {
        m_empty->setTexts(u"senders"_s, tr("No senders yet"),
            tr("Every server that sends as your domain stands here, with how its mail "
               "authenticates. Open a folder of reports, or drop files anywhere on this window."),
            tr("Open Folder…"));
    } else {
        m_empty->setTexts(u"senders"_s, tr("No sender matches the filter"),
            tr("There are senders, but the filter above leaves all of them out."),
            tr("Show everything"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void SendersPage::leaveEmptyState()
{
    if (m_view.dataset->reports.empty()) {
        Q_EMIT openRequested();
        return;
    }
    Filter everything;
    everything.basis = m_view.filter.basis;
    Q_EMIT filterRequested(everything);
}

void SendersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void SendersPage::arrange()
{
    const Qt::Orientation wanted = width() >= wideWidth ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_splitter->orientation())
        return;
    m_splitter->setOrientation(wanted);
    // Side by side the table takes what there is; one above the other they share it.
    m_splitter->setStretchFactor(0, wanted == Qt::Horizontal ? 1 : 2);
    m_splitter->setStretchFactor(1, wanted == Qt::Horizontal ? 0 : 3);
    restoreSplitter();
}

void SendersPage::restoreSplitter()
{
    const Qt::Orientation orientation = m_splitter->orientation();
    const QByteArray &moved = orientation == Qt::Horizontal ? m_wide : m_narrow;
    if (!moved.isEmpty()) {
        m_splitter->restoreState(moved);
        m_splitter->setOrientation(orientation);
    } else if (orientation == Qt::Horizontal) {
        m_splitter->setSizes({m_splitter->width() - margin - panelWidth, panelWidth});
    } else {
        m_splitter->setSizes({4000, 6000}); // parts of what there is
    }
}

QVariantMap SendersPage::state() const
{
    return {{u"table"_s, m_tools->state()}, {u"panel"_s, m_panel->state()}, {u"wide"_s, m_wide},
        {u"narrow"_s, m_narrow}};
}

void SendersPage::setState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    if (m_tools->setState(state.value(u"table"_s).toMap()))
        m_fit->keep();
    m_panel->setState(state.value(u"panel"_s).toMap());
    m_wide = state.value(u"wide"_s).toByteArray();
    m_narrow = state.value(u"narrow"_s).toByteArray();
    restoreSplitter();
}

void SendersPage::retranslate()
{
    m_tree->setAccessibleName(tr("Senders"));
    m_table->retranslate();
    m_panel->retranslate();
    if (m_stack->currentWidget() == m_empty)
        showEmpty();
}

} // namespace sekisho
