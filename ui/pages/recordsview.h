// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QTreeView;

namespace sekisho {

class ColumnFit;
class RawOrder;
class RecordTable;
class TableTools;

/// The records of a panel, one per line, those with most messages first. Enter or a double click
/// goes to the report of a record.
class RecordsView final : public QWidget {
    Q_OBJECT
public:
    /// The columns that are shown at first, in their order; the header's menu offers the others.
    RecordsView(const QStringList &columns, QWidget *parent);

    void setFilter(const Filter &filter);
    /// Shows records, rows of the view's dataset. Where these are shown already, in this language
    /// and judged alike, the user's place among them stays.
    void setRecords(const View &view, const std::vector<Row> &rows);
    /// Makes a record the current one once the rows are in order; does not say so.
    void choose(Row row);
    [[nodiscard]] QTreeView *table() const { return m_table; }
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);
    void retranslate();

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    void pageRequested(sekisho::PageId page);
    /// The user made it the current one.
    void recordChosen(sekisho::Row row);

private:
    [[nodiscard]] bool shows(const View &view, const std::vector<Row> &rows) const;
    void arrangeColumns(const QStringList &columns);
    void connectParts();
    void openReportOf(const QModelIndex &record);

    View m_view;
    std::vector<Row> m_rows;
    RecordTable *m_records;
    RawOrder *m_order;
    QTreeView *m_table;
    TableTools *m_tools = nullptr;
    ColumnFit *m_fit;
    bool m_choosing = false; ///< we do, not the user
};

} // namespace sekisho
