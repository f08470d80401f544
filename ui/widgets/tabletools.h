// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

#include <QModelIndex>
#include <QObject>
#include <QVariantMap>

class QMenu;
class QTreeView;

namespace sekisho {

/// What every table of the window has: Ctrl+C copies rows as text with headers, Ctrl+Shift+C as
/// CSV; "Save as CSV…"; a column chooser on the header; a context menu with copy value, filter by
/// and exclude. Works over any item model with the roles of tables/column.h; flat ones and trees.
class TableTools final : public QObject {
    Q_OBJECT
public:
    /// `name` stands in file names and states. Lives as long as the view, which has its model.
    TableTools(QTreeView *view, const QString &name);

    /// The filter that "filter by" and "exclude" start from.
    void setFilter(const Filter &filter) { m_filter = filter; }
    /// Column order, widths, visibility and sort.
    [[nodiscard]] QVariantMap state() const;
    /// False where the state is of other columns, as of another version, and was left alone.
    bool setState(const QVariantMap &state);

    /// What Ctrl+C copies: the selected rows in their order on screen, all rows where none is
    /// selected, with the columns that are shown.
    [[nodiscard]] QString selectionText() const;
    [[nodiscard]] QString selectionCsv() const;
    /// Everything that the table shows, as CSV in UTF-8.
    [[nodiscard]] QByteArray wholeCsv() const;

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);
    /// The context menu of a cell is about to open, and may be given more entries.
    void menuOpening(QMenu *menu, const QModelIndex &index);

private:
    void addAction(const QKeySequence &keys, void (TableTools::*run)());
    void copyText();
    void copyCsv();
    void saveCsv();
    void showMenu(const QPoint &position);
    void addCellEntries(QMenu *menu, const QModelIndex &index);
    void showColumns(const QPoint &position);
    void narrow(const QPersistentModelIndex &index, bool exclude);
    [[nodiscard]] QModelIndexList selectedRows() const;
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] QStringList columnKeys() const;

    QTreeView *m_view;
    QString m_name;
    Filter m_filter;
};

} // namespace sekisho
