// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/importlogpage.h"

#include "pages/itemdetail.h"
#include "pages/pageparts.h"
#include "tables/notetext.h"
#include "tables/raworder.h"
#include "widgets/card.h"
#include "widgets/columnfit.h"
#include "widgets/emptystate.h"
#include "widgets/filesaver.h"
#include "widgets/flowlayout.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"
#include "widgets/whendone.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// From this width on the log stands beside the item.
constexpr int wideWidth = 1050;
constexpr int anyStatus = -1;

constexpr std::array statuses{ItemStatus::Unreadable, ItemStatus::Conflict,
    ItemStatus::ReadWithNotes, ItemStatus::NotAReport, ItemStatus::Duplicate, ItemStatus::Read};

/// Of the columns of ItemTable, those that are arranged here.
enum { fileColumn, memberColumn, reasonColumn };

} // namespace

ImportLogPage::ImportLogPage(const LoadOriginal &loadOriginal, QWidget *parent)
    : Page(parent)
    , m_closed({int(ItemStatus::Read), int(ItemStatus::Duplicate), int(ItemStatus::NotAReport)})
    , m_table(new ItemTable(this))
    , m_order(new RawOrder(this))
    , m_tree(new TableView(this))
    , m_tools(new TableTools(m_tree, u"importlog"_s))
    , m_fit(new ColumnFit(m_tree, 320))
    , m_detail(new ItemDetail(loadOriginal, this))
    , m_search(new QLineEdit(this))
    , m_severity(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_save(new QPushButton(this))
    , m_outcome(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_nothing(new EmptyState(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    m_splitter->addWidget(createTree());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({640, 520});
    m_stack->addWidget(splitContent(m_splitter, createBar()));
    m_stack->addWidget(m_empty);
    connectParts();
    retranslate();
    showEmpty();
}

QWidget *ImportLogPage::createBar()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, bar);
    flow->setContentsMargins({});
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(m_search->fontMetrics().averageCharWidth() * 32);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->hide();
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_search, m_status, m_severity, m_save, m_outcome})
        flow->addWidget(widget);
    for (QComboBox *choice : {m_severity, m_status})
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return bar;
}

QWidget *ImportLogPage::createTree()
{
    m_order->setSourceModel(m_table);
    m_tree->setModel(m_order);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(-1, Qt::AscendingOrder);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    // The reason is what one looks for here.
    m_tree->header()->moveSection(reasonColumn, memberColumn);
    m_fit->setMost(fileColumn, 240);
    m_fit->setMost(memberColumn, 160);
    m_fit->setMost(reasonColumn, 480);
    const auto [card, layout] = tableCard(this);
    m_treeStack = new QStackedLayout;
    m_treeStack->addWidget(m_tree);
    m_treeStack->addWidget(m_nothing);
    layout->addLayout(m_treeStack);
    return card;
}

void ImportLogPage::connectParts()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ImportLogPage::showCurrent);
    connect(m_tree, &QTreeView::activated, this, [this] {
        const std::optional<quint32> item = currentItem();
        if (item && m_view.dataset->items[*item].report >= 0)
            showReport(quint32(m_view.dataset->items[*item].report));
    });
    const auto remember = [this](const QModelIndex &group, bool closed) {
        const auto status = m_table->groupAt(m_order->mapToSource(group));
        if (m_changing || !status)
            return;
        if (closed)
            m_closed.insert(int(*status));
        else
            m_closed.remove(int(*status));
    };
    connect(m_tree, &QTreeView::collapsed, this,
        [=](const QModelIndex &group) { remember(group, true); });
    connect(m_tree, &QTreeView::expanded, this,
        [=](const QModelIndex &group) { remember(group, false); });
    connect(m_search, &QLineEdit::textChanged, this, &ImportLogPage::refill);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &ImportLogPage::refill);
    connect(m_status, &QComboBox::currentIndexChanged, this, &ImportLogPage::refill);
    connect(m_save, &QPushButton::clicked, this, &ImportLogPage::saveLog);
    connect(m_tools, &TableTools::filterRequested, this, &Page::filterRequested);
    connect(m_detail, &ItemDetail::itemRequested, this, &ImportLogPage::showItem);
    connect(m_detail, &ItemDetail::reportRequested, this, &ImportLogPage::showReport);
    connect(m_nothing, &EmptyState::triggered, this, &ImportLogPage::resetFilter);
    connect(m_empty, &EmptyState::triggered, this, &Page::openRequested);
}

void ImportLogPage::setView(const View &view)
{
    const bool same = view.dataset == m_view.dataset && view.format == m_view.format;
    m_view = view;
    m_tools->setFilter(view.filter);
    if (view.dataset->items.empty()) {
        m_current = -1;
        m_detail->clear();
        showEmpty();
        return;
    }
    m_stack->setCurrentIndex(0);
    if (!same)
        refill();
}

ItemFilter ImportLogPage::filter() const
{
    ItemFilter filter;
    filter.text = m_search->text();
    filter.least = Severity(std::max(0, m_severity->currentIndex()));
    if (const int status = m_status->currentData().toInt(); m_status->currentIndex() > 0)
        filter.status = ItemStatus(status);
    return filter;
}

void ImportLogPage::refill()
{
    {
        const QScopedValueRollback changing(m_changing, true);
        m_table->setItems(m_view.dataset, filter(), m_view.format);
        restoreGroups();
        if (m_current >= 0 && size_t(m_current) < m_view.dataset->items.size())
            select(quint32(m_current));
    }
    m_fit->fit();
    if (m_table->rowCount() == 0)
        m_treeStack->setCurrentWidget(m_nothing);
    else
        m_treeStack->setCurrentWidget(m_tree);
    if (!currentItem() && m_table->rowCount() > 0) {
        const QModelIndex group = m_order->index(0, 0);
        m_tree->setCurrentIndex(m_tree->isExpanded(group) ? m_order->index(0, 0, group) : group);
    }
    showCurrent();
}

void ImportLogPage::restoreGroups()
{
    for (int i = 0; i < m_order->rowCount(); ++i) {
        const QModelIndex group = m_order->index(i, 0);
        const auto status = m_table->groupAt(m_order->mapToSource(group));
        m_tree->setFirstColumnSpanned(i, {}, true);
        m_tree->setExpanded(group, status && !m_closed.contains(int(*status)));
    }
}

void ImportLogPage::select(quint32 item)
{
    const QModelIndex index = m_order->mapFromSource(m_table->indexOf(item));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

std::optional<quint32> ImportLogPage::currentItem() const
{
    return m_table->itemAt(m_order->mapToSource(m_tree->currentIndex()));
}

void ImportLogPage::showCurrent()
{
    if (m_changing)
        return;
    const std::optional<quint32> item = currentItem();
    m_current = item ? qint64(*item) : -1;
    if (item)
        m_detail->setItem(m_view.dataset, *item, m_view.format);
    else
        m_detail->clear();
}

void ImportLogPage::showItem(quint32 item)
{
    if (!m_table->indexOf(item).isValid())
        resetFilter();
    select(item);
}

void ImportLogPage::showReport(quint32 report)
{
    Filter filter;
    filter.basis = m_view.filter.basis;
    filter.reportKeys = {reportKey(*m_view.dataset, report)};
    Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Reports);
}

void ImportLogPage::resetFilter()
{
    {
        const QSignalBlocker search(m_search);
        const QSignalBlocker severity(m_severity);
        const QSignalBlocker status(m_status);
        m_search->clear();
        m_severity->setCurrentIndex(0);
        m_status->setCurrentIndex(0);
    }
    refill();
}

void ImportLogPage::showEmpty()
{
    m_empty->setTexts(u"importlog"_s, tr("Nothing has been read yet"),
        tr("Every file, mail and archive member that is looked at stands here, with what became of "
           "it and why. Open a folder of reports, or drop files anywhere on this window."),
        tr("Open Folder…"));
    m_stack->setCurrentWidget(m_empty);
}

void ImportLogPage::saveLog()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save Log as CSV"), u"import-log.csv"_s, tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    // With the mark by which Excel knows UTF-8.
    const QByteArray csv = "\xEF\xBB\xBF" + logCsv(*m_view.dataset, m_table->items()).toUtf8();
    whenDone(saveFile(path, csv), this, [this, path](const std::optional<QString> &done) {
        const QString problem = done.value_or(tr("it was interrupted"));
        const QString shown = QDir::toNativeSeparators(path);
        m_outcome->setText(problem.isEmpty()
                ? tr("Saved as %1.").arg(shown)
                : tr("%1 could not be saved: %2.").arg(shown, problem));
        m_outcome->show();
    });
}

void ImportLogPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void ImportLogPage::arrange()
{
    const bool wide = width() >= wideWidth;
    const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_splitter->orientation())
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(
        wide ? QList{width() * 5 / 9, width() * 4 / 9} : QList{height() * 2 / 5, height() * 3 / 5});
    m_detail->setOrientation(wide ? Qt::Vertical : Qt::Horizontal);
}

QVariantMap ImportLogPage::state() const
{
    return {{u"log"_s, m_tools->state()}, {u"detail"_s, m_detail->state()}};
}

void ImportLogPage::setState(const QVariantMap &state)
{
    if (m_tools->setState(state.value(u"log"_s).toMap()))
        m_fit->keep();
    m_detail->setState(state.value(u"detail"_s).toMap());
}

void ImportLogPage::fillChoices()
{
    const QSignalBlocker severity(m_severity);
    const QSignalBlocker status(m_status);
    const int chosenSeverity = std::max(0, m_severity->currentIndex());
    const int chosenStatus = std::max(0, m_status->currentIndex());
    m_severity->clear();
    m_severity->addItems({tr("All severities"), tr("Warnings and errors"), tr("Errors only")});
    m_status->clear();
    m_status->addItem(tr("All statuses"), anyStatus);
    for (ItemStatus choice : statuses)
        m_status->addItem(statusText(choice), int(choice));
    m_severity->setCurrentIndex(chosenSeverity);
    m_status->setCurrentIndex(chosenStatus);
}

void ImportLogPage::retranslate()
{
    fillChoices();
    m_search->setPlaceholderText(tr("Search files and reasons"));
    m_search->setAccessibleName(tr("Search files and reasons"));
    m_severity->setAccessibleName(tr("Severity"));
    m_status->setAccessibleName(tr("Status"));
    m_save->setText(tr("Save log as CSV…"));
    m_save->setToolTip(tr("Saves the items shown, one line for each note."));
    m_tree->setAccessibleName(tr("Import log"));
    m_nothing->setTexts(u"search"_s, tr("Nothing matches"),
        tr("No item of the log matches what is asked for above."), tr("Show all items"));
    m_table->retranslate();
    m_detail->retranslate();
    if (m_stack->currentWidget() == m_empty)
        showEmpty();
}

} // namespace sekisho
