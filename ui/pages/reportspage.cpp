// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/reportspage.h"

#include "pages/pageparts.h"
#include "pages/reportreader.h"
#include "tables/raworder.h"
#include "tables/reporttable.h"
#include "widgets/card.h"
#include "widgets/columnfit.h"
#include "widgets/emptystate.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// From this width on the list stands beside the report.
constexpr int wideWidth = 1050;

/// Columns that the narrow list shows at first; the header's menu offers the others.
bool isShownFirst(const QString &key)
{
    return QStringList{u"reporter"_s, u"domain"_s, u"date"_s, u"messages"_s, u"pass"_s, u"status"_s}
        .contains(key);
}

} // namespace

ReportsPage::ReportsPage(const LoadOriginal &loadOriginal, QWidget *parent)
    : Page(parent)
    , m_table(new ReportTable(this))
    , m_order(new RawOrder(this))
    , m_list(new TableView(this))
    , m_tools(new TableTools(m_list, u"reports"_s))
    , m_fit(new ColumnFit(m_list, 140))
    , m_reader(new ReportReader(loadOriginal, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    m_splitter->addWidget(createList());
    m_splitter->addWidget(m_reader);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({480, 680});
    m_stack->addWidget(splitContent(m_splitter));
    m_stack->addWidget(m_empty);
    connectParts();
    retranslate();
    showEmpty();
}

QWidget *ReportsPage::createList()
{
    m_order->setSourceModel(m_table);
    m_list->setModel(m_order);
    m_list->setRootIsDecorated(false);
    m_list->setSortingEnabled(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    // Above the report, in a low window, the list would shrink to nothing one can choose from.
    constexpr int leastRows = 6;
    m_list->setMinimumHeight(leastRows * (m_list->fontMetrics().height() + 8));
    QHeaderView *header = m_list->header();
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const QString key = m_table->headerData(i, Qt::Horizontal, ColumnKeyRole).toString();
        m_list->setColumnHidden(i, !isShownFirst(key));
        if (key == "date"_L1)
            m_list->sortByColumn(i, Qt::DescendingOrder);
        // Most owners have one domain, so the numbers come first where there is little room.
        if (key == "domain"_L1)
            header->moveSection(header->visualIndex(i), m_table->columnCount() - 1);
    }
    const auto [card, layout] = tableCard(this);
    layout->addWidget(m_list);
    return card;
}

void ReportsPage::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ReportsPage::showCurrent);
    connect(m_tools, &TableTools::filterRequested, this, &Page::filterRequested);
    connect(m_reader, &ReportReader::filterRequested, this, &Page::filterRequested);
    connect(m_reader, &ReportReader::pageRequested, this, &Page::pageRequested);
    connect(m_empty, &EmptyState::triggered, this, &ReportsPage::leaveEmptyState);
}

void ReportsPage::setView(const View &view)
{
    m_view = view;
    m_tools->setFilter(view.filter);
    m_table->setReports(view.dataset, view.results->reports, view.format);
    if (view.results->reports.empty()) {
        m_chosen.clear();
        m_reader->clear();
        showEmpty();
        return;
    }
    m_order->whenOrdered([this] {
        restoreRow();
        m_stack->setCurrentIndex(0); // a list without a current row would take one by itself
        m_fit->fit();
        showCurrent();
    });
}

void ReportsPage::restoreRow()
{
    // Only the report that is current in the end is to be read.
    const QScopedValueRollback changing(m_changing, true);
    const std::vector<quint32> &reports = m_view.results->reports;
    const auto found = std::find_if(reports.cbegin(), reports.cend(), [this](quint32 report) {
        return !m_chosen.isEmpty() && reportKey(*m_view.dataset, report) == m_chosen;
    });
    const QModelIndex wanted = found == reports.cend()
        ? m_order->index(0, 0)
        : m_order->mapFromSource(m_table->indexOf(*found));
    m_list->setCurrentIndex(wanted);
    m_list->scrollTo(wanted);
}

void ReportsPage::showCurrent()
{
    const QModelIndex current = m_order->mapToSource(m_list->currentIndex());
    if (m_changing || !current.isValid())
        return;
    const quint32 report = m_table->reportAt(current);
    m_chosen = reportKey(*m_view.dataset, report);
    m_reader->setReport(m_view, report);
}

void ReportsPage::showEmpty()
{
    if (m_view.dataset->reports.empty()) {
        m_empty->setTexts(u"reports"_s, tr("No reports yet"),
            tr("Every DMARC report that is read stands here, explained in words beside its XML. "
               "Open a folder of reports, or drop files anywhere on this window."),
            tr("Open Folder…"));
    } else {
        m_empty->setTexts(u"reports"_s, tr("No report matches the filter"),
            tr("There are reports, but the filter above leaves all of them out."),
            tr("Show everything"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void ReportsPage::leaveEmptyState()
{
    if (m_view.dataset->reports.empty()) {
        Q_EMIT openRequested();
        return;
    }
    Filter everything;
    everything.basis = m_view.filter.basis;
    Q_EMIT filterRequested(everything);
}

void ReportsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void ReportsPage::arrange()
{
    const Qt::Orientation wanted = width() >= wideWidth ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_splitter->orientation())
        return;
    (wanted == Qt::Horizontal ? m_narrow : m_wide) = m_splitter->saveState();
    m_splitter->setOrientation(wanted);
    const QByteArray &before = wanted == Qt::Horizontal ? m_wide : m_narrow;
    if (!before.isEmpty())
        m_splitter->restoreState(before);
    else if (wanted == Qt::Vertical)
        m_splitter->setSizes({height() / 3, height() * 2 / 3});
    m_splitter->setOrientation(wanted);
}

QVariantMap ReportsPage::state() const
{
    const bool wide = m_splitter->orientation() == Qt::Horizontal;
    return {{u"list"_s, m_tools->state()}, {u"reader"_s, m_reader->state()},
        {u"wide"_s, wide ? m_splitter->saveState() : m_wide},
        {u"narrow"_s, wide ? m_narrow : m_splitter->saveState()}};
}

void ReportsPage::setState(const QVariantMap &state)
{
    if (m_tools->setState(state.value(u"list"_s).toMap()))
        m_fit->keep();
    m_reader->setState(state.value(u"reader"_s).toMap());
    m_wide = state.value(u"wide"_s).toByteArray();
    m_narrow = state.value(u"narrow"_s).toByteArray();
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(orientation == Qt::Horizontal ? m_wide : m_narrow);
    m_splitter->setOrientation(orientation);
}

void ReportsPage::retranslate()
{
    m_list->setAccessibleName(tr("Reports"));
    m_table->retranslate();
    m_reader->retranslate();
    if (m_stack->currentWidget() == m_empty)
        showEmpty();
}

} // namespace sekisho
