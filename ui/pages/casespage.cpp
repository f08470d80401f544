// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casespage.h"

#include "pages/caseguide.h"
#include "pages/casepanel.h"
#include "pages/pageparts.h"
#include "paint/fonts.h"
#include "tables/casesendertable.h"
#include "tables/casetext.h"
#include "tables/raworder.h"
#include "tables/sendername.h"
#include "widgets/casebutton.h"
#include "widgets/columnfit.h"
#include "widgets/emptystate.h"
#include "widgets/segmentbutton.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTreeView>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
/// From this width on cases, senders and the panel stand side by side.
constexpr int wideWidth = 1180;
constexpr int casesWidth = 264;
constexpr int sendersWidth = 392;

QLabel *heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(sized(parent->font(), pixelSize(parent->font()), true));
    label->setContentsMargins(12, 0, 12, 4);
    return label;
}

} // namespace

CasesPage::CasesPage(QWidget *parent)
    : Page(parent)
    , m_casesTitle(heading(this))
    , m_sendersTitle(heading(this))
    , m_sendersButton(new SegmentButton(SegmentButton::Side::Start, this))
    , m_guideButton(new SegmentButton(SegmentButton::Side::End, this))
    , m_table(new CaseSenderTable(this))
    , m_order(new RawOrder(this))
    , m_tree(new TableView(this))
    , m_fit(new ColumnFit(m_tree, 150))
    , m_panel(new CasePanel(this))
    , m_guide(new CaseGuide(this))
    , m_lists(new QSplitter(Qt::Horizontal, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_body(new QStackedWidget(this))
    , m_none(new EmptyState(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    m_stack->addWidget(createContent());
    m_stack->addWidget(m_empty);
    connectParts();
    showGuide(false);
    retranslate();
    showEmpty();
}

QWidget *CasesPage::createContent()
{
    m_lists->addWidget(createCases());
    m_lists->addWidget(createSenders());
    m_body->addWidget(m_panel);
    m_body->addWidget(m_guide);
    m_body->addWidget(m_none);
    m_splitter->addWidget(m_lists);
    m_splitter->addWidget(m_body);
    m_splitter->setStretchFactor(1, 1);
    m_lists->setHandleWidth(margin);
    m_lists->setChildrenCollapsible(false);
    return splitContent(m_splitter);
}

QWidget *CasesPage::createCases()
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(card);
    outer->setContentsMargins(1, 10, 1, 8);
    outer->setSpacing(4);
    auto *sides = new QHBoxLayout;
    sides->setContentsMargins(10, 0, 10, 4);
    sides->setSpacing(0);
    m_sendersButton->setAutoExclusive(false);
    sides->addWidget(m_sendersButton);
    sides->addWidget(m_guideButton);
    sides->addStretch(1);
    outer->addLayout(sides);
    outer->addWidget(m_casesTitle);
    auto *scroll = new QScrollArea(card);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *list = new QWidget(scroll);
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(4, 0, 4, 0);
    lines->setSpacing(2);
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new CaseButton(MailCase(i), true, list);
        lines->addWidget(m_buttons[i]);
    }
    lines->addStretch(1);
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    return card;
}

QWidget *CasesPage::createSenders()
{
    m_order->setSourceModel(m_table);
    m_tree->setModel(m_order);
    m_tools = new TableTools(m_tree, u"cases"_s);
    m_tree->setRootIsDecorated(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->sortByColumn(1, Qt::DescendingOrder);
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 10, 1, 8);
    layout->setSpacing(4);
    layout->addWidget(m_sendersTitle);
    layout->addWidget(m_tree, 1);
    return card;
}

void CasesPage::connectParts()
{
    for (CaseButton *button : m_buttons)
        connect(
            button, &CaseButton::clicked, this, [this, button] { toggleCase(button->mailCase()); });
    connect(m_sendersButton, &SegmentButton::clicked, this, [this] { showGuide(false); });
    connect(m_guideButton, &SegmentButton::clicked, this, [this] { showGuide(true); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (m_changing || !current.isValid())
                return;
            m_chosenSender = current.siblingAtColumn(0).data(KeyRole).toString();
            showCurrent();
        });
    connect(m_tools, &TableTools::filterRequested, this, &Page::filterRequested);
    connect(m_panel, &CasePanel::filterRequested, this, &Page::filterRequested);
    connect(m_panel, &CasePanel::pageRequested, this, &Page::pageRequested);
    connect(m_panel, &CasePanel::ownSenderRequested, this, &Page::ownSenderRequested);
    connect(m_panel, &CasePanel::ownSenderRemoved, this, &Page::ownSenderRemoved);
    connect(m_panel, &CasePanel::pinRequested, this, &Page::pinRequested);
    connect(m_panel, &CasePanel::pinRemoved, this, &Page::pinRemoved);
    connect(m_none, &EmptyState::triggered, this, [this] {
        Filter filter = m_view.filter;
        filter.cases.clear();
        Q_EMIT filterRequested(filter);
    });
    connect(m_none, &EmptyState::secondTriggered, this, [this] { showGuide(true); });
    connect(m_empty, &EmptyState::secondTriggered, this, &CasesPage::takeSecondWay);
    connect(m_empty, &EmptyState::triggered, this, &CasesPage::leaveEmptyState);
}

std::optional<MailCase> CasesPage::chosen() const
{
    return m_view.filter.cases.size() == 1 ? std::optional(MailCase(m_view.filter.cases.first()))
                                           : std::nullopt;
}

void CasesPage::setView(const View &view)
{
    const bool sameRows =
        view.cases == m_view.cases && view.format == m_view.format && view.filter == m_view.filter;
    m_view = view;
    m_tools->setFilter(view.filter);
    if (view.judgement->isEmpty() || view.cases->senders.empty()) {
        m_panel->clear();
        m_table->setSenders(view.cases, {}, view.format);
        showEmpty();
        return;
    }
    m_stack->setCurrentIndex(0);
    showCases();
    if (sameRows)
        showCurrent();
    else
        showSenders();
}

void CasesPage::showCases()
{
    const qint64 total = m_view.cases->total();
    for (CaseButton *button : m_buttons) {
        const qint64 messages = m_view.cases->messages[size_t(button->mailCase())];
        button->setTexts({caseName(button->mailCase()), m_view.format.number(messages),
                             m_view.format.percent(messages, total), caseTrace(button->mailCase())},
            total > 0 ? double(messages) / double(total) : 0);
        button->setToolTip(caseMeaning(button->mailCase()));
        button->setChecked(m_view.filter.cases.contains(int(button->mailCase())));
    }
}

void CasesPage::showSenders()
{
    m_table->setSenders(m_view.cases, chosen(), m_view.format);
    m_order->whenOrdered([this] {
        restoreRow();
        showSendersTitle();
        showCurrent();
    });
}

void CasesPage::restoreRow()
{
    const QScopedValueRollback changing(m_changing, true);
    // No choice is not the sender without an address.
    const QModelIndex known =
        m_chosenSender.isEmpty() ? QModelIndex() : m_order->mapFromSource(m_table->indexOf(m_chosenSender));
    const QModelIndex wanted = known.isValid() ? known : m_order->index(0, 0);
    m_tree->setCurrentIndex(wanted);
    m_tree->scrollTo(wanted);
    // While one case is chosen, its name stands above.
    m_tree->setColumnHidden(CaseSenderTable::Case, chosen().has_value());
    m_fit->fit();
    m_tree->horizontalScrollBar()->setValue(0); // who it is comes first
}

void CasesPage::showSendersTitle()
{
    const auto mailCase = chosen();
    const int count = int(m_table->rows().size());
    m_sendersTitle->setText(mailCase
            ? tr("%n sender(s) of “%1”", "%1 is the name of a case", count).arg(caseName(*mailCase))
            : tr("%n sender(s)", nullptr, count));
}

void CasesPage::showCurrent()
{
    const QModelIndex current = m_order->mapToSource(m_tree->currentIndex());
    if (!current.isValid()) {
        m_panel->clear();
        showNone();
        showBody();
        return;
    }
    showBody();
    const CaseSender &sender = *m_table->rowAt(current).sender;
    if (m_chosenSender.isEmpty())
        m_chosenSender = sender.key;
    m_panel->setQuestion(m_view, {sender.key, chosen(), {}}, senderName(sender.label));
}

void CasesPage::toggleCase(MailCase mailCase)
{
    Filter filter = m_view.filter;
    const QList<int> alone{int(mailCase)};
    filter.cases = filter.cases == alone ? QList<int>() : alone;
    showCases(); // the button follows the filter, not the click
    Q_EMIT filterRequested(filter);
}

void CasesPage::showGuide(bool on)
{
    m_sendersButton->setChecked(!on);
    m_guideButton->setChecked(on);
    showBody();
    m_sendersTitle->parentWidget()->setVisible(!on);
}

/// The guide, the panel of the sender, or what to do where there is none.
void CasesPage::showBody()
{
    QWidget *wanted = m_panel;
    if (m_guideButton->isChecked())
        wanted = m_guide;
    else if (m_tree->model()->rowCount() == 0)
        wanted = m_none;
    m_body->setCurrentWidget(wanted);
}

/// There are senders, but none of the chosen cases.
void CasesPage::showNone()
{
    const auto mailCase = chosen();
    m_none->setTexts(u"cases"_s,
        mailCase ? tr("Nothing is “%1”", "%1 is the name of a case").arg(caseName(*mailCase))
                 : tr("No sender of these cases"),
        mailCase ? caseMeaning(*mailCase) + u' ' +
                tr("No message that is shown was judged to be this.")
                 : tr("No message that is shown was judged to be one of these cases."),
        tr("Show All Cases"));
    m_none->setSecond(tr("Read the Guide"));
}

/// Beside what the empty state offers first.
void CasesPage::takeSecondWay()
{
    if (m_view.dataset->reports.empty())
        Q_EMIT sampleRequested();
    else
        Q_EMIT pageRequested(PageId::ImportLog);
}

void CasesPage::showEmpty()
{
    m_empty->setSecond({});
    if (m_view.dataset->reports.empty()) {
        m_empty->setTexts(u"cases"_s, tr("No cases yet"),
            tr("For every sender this page says what its mail is: your own, a forward, a mailing "
               "list, a service that is "
               "not set up, or a spoof, and why. Open a folder of reports, or drop files anywhere "
               "on this window."),
            tr("Open Folder…"));
        m_empty->setSecond(tr("Look at Sample Reports"));
    } else if (m_view.dataset->records.size() == 0) {
        m_empty->setTexts(u"cases"_s, tr("No messages yet"),
            tr("The reports that are open tell of no messages, so there is nothing to judge."),
            tr("Open Folder…"));
        m_empty->setSecond(tr("What Was Read"));
    } else if (m_view.judgement->isEmpty()) {
        m_empty->setTexts(
            u"cases"_s, tr("Judging…"), tr("Weighing what the reports say of each sender."), {});
    } else {
        m_empty->setTexts(u"cases"_s, tr("No sender matches the filter"),
            tr("There are senders, but the filter above leaves all of them out."),
            tr("Show everything"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void CasesPage::leaveEmptyState()
{
    if (m_view.dataset->records.size() == 0) {
        Q_EMIT openRequested();
        return;
    }
    Filter everything;
    everything.basis = m_view.filter.basis;
    Q_EMIT filterRequested(everything);
}

void CasesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void CasesPage::arrange()
{
    const Qt::Orientation wanted = width() >= wideWidth ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_lists->orientation() && m_splitter->property("arranged").toBool())
        return;
    m_splitter->setProperty("arranged", true);
    m_lists->setOrientation(wanted);
    const int left = wanted == Qt::Horizontal ? casesWidth + margin + sendersWidth : casesWidth;
    m_splitter->setSizes({left, std::max(1, width() - left - 3 * margin)});
    m_lists->setSizes(
        wanted == Qt::Horizontal ? QList<int>{casesWidth, sendersWidth} : QList<int>{5000, 4000});
}

QVariantMap CasesPage::state() const
{
    return {{u"table"_s, m_tools->state()}, {u"panel"_s, m_panel->state()},
        {u"guide"_s, m_guideButton->isChecked()}};
}

void CasesPage::setState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    if (m_tools->setState(state.value(u"table"_s).toMap()))
        m_fit->keep();
    m_panel->setState(state.value(u"panel"_s).toMap());
    showGuide(state.value(u"guide"_s).toBool());
}

void CasesPage::retranslate()
{
    m_casesTitle->setText(tr("Cases"));
    m_sendersButton->setText(tr("Senders"));
    m_guideButton->setText(tr("Guide"));
    m_sendersButton->updateGeometry();
    m_guideButton->updateGeometry();
    m_tree->setAccessibleName(tr("Senders of the case"));
    m_table->retranslate();
    m_panel->retranslate();
    m_guide->retranslate();
    if (m_stack->currentWidget() == m_empty) {
        showEmpty();
        return;
    }
    showCases();
    showSendersTitle();
    showNone();
}

} // namespace sekisho
