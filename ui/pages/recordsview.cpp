// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/recordsview.h"

#include "tables/column.h"
#include "tables/raworder.h"
#include "tables/recordtable.h"
#include "widgets/columnfit.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QVBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

RecordsView::RecordsView(const QStringList &columns, QWidget *parent)
    : QWidget(parent)
    , m_records(new RecordTable(this))
    , m_order(new RawOrder(this))
    , m_table(new TableView(this))
    , m_fit(new ColumnFit(m_table, 180))
{
    m_order->setSourceModel(m_records);
    m_table->setModel(m_order);
    m_tools = new TableTools(m_table, u"records"_s);
    m_table->setRootIsDecorated(false);
    m_table->setSortingEnabled(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    arrangeColumns(columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    connectParts();
}

void RecordsView::arrangeColumns(const QStringList &columns)
{
    QHeaderView *header = m_table->header();
    QHash<QString, int> places;
    for (int i = 0; i < m_records->columnCount(); ++i) {
        const QString key = m_records->headerData(i, Qt::Horizontal, ColumnKeyRole).toString();
        places.insert(key, i);
        m_table->setColumnHidden(i, !columns.contains(key));
    }
    for (int i = 0; i < int(columns.size()); ++i)
        header->moveSection(header->visualIndex(places.value(columns[i])), i);
    m_table->sortByColumn(places.value(u"count"_s), Qt::DescendingOrder);
}

void RecordsView::connectParts()
{
    connect(m_tools, &TableTools::filterRequested, this, &RecordsView::filterRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &record) {
            if (!m_choosing && record.isValid())
                Q_EMIT recordChosen(m_records->recordAt(m_order->mapToSource(record)));
        });
    connect(m_table, &QTreeView::doubleClicked, this, &RecordsView::openReportOf);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this,
            [this] { openReportOf(m_table->currentIndex()); });
    }
}

void RecordsView::setFilter(const Filter &filter)
{
    m_tools->setFilter(filter);
}

bool RecordsView::shows(const View &view, const std::vector<Row> &rows) const
{
    return m_view.dataset == view.dataset && m_view.senders == view.senders &&
        m_view.filter.basis == view.filter.basis && m_view.format == view.format && m_rows == rows;
}

void RecordsView::setRecords(const View &view, const std::vector<Row> &rows)
{
    const bool same = shows(view, rows);
    m_view = view;
    if (same)
        return;
    m_rows = rows;
    m_records->setRecords(view.dataset, view.senders, rows, view.filter.basis, view.format);
    m_fit->fit();
}

void RecordsView::choose(Row row)
{
    m_order->whenOrdered([this, row] {
        const QScopedValueRollback choosing(m_choosing, true);
        const QModelIndex index = m_order->mapFromSource(m_records->indexOf(row));
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    });
}

void RecordsView::openReportOf(const QModelIndex &record)
{
    if (!record.isValid())
        return;
    const Row row = m_records->recordAt(m_order->mapToSource(record));
    Filter filter = m_view.filter;
    filter.reportKeys = {reportKey(*m_view.dataset, m_view.dataset->records.report[row])};
    if (filter != m_view.filter)
        Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Reports);
}

QVariantMap RecordsView::state() const
{
    return m_tools->state();
}

void RecordsView::setState(const QVariantMap &state)
{
    if (m_tools->setState(state))
        m_fit->keep();
}

void RecordsView::retranslate()
{
    m_table->setAccessibleName(tr("Records of the sender"));
    m_records->retranslate();
}

} // namespace sekisho
