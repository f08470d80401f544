// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"
#include "tables/format.h"

#include <QCoreApplication>
#include <QModelIndex>
#include <QVariant>

namespace sekisho {

/// Roles of every item model here: text for people is DisplayRole; sort and filter on SortRole.
enum TableRole {
    SortRole = Qt::UserRole, ///< the raw value
    KeyRole, ///< a stable name of the row
    ColumnKeyRole, ///< header data: a stable name of the column
    ShareRole, ///< double 0…1: how much of the cell a bar fills; invalid for none
    MeaningRole, ///< int(Meaning) of ui/paint/theme.h for a mark before the text; invalid for none
    CaseRole, ///< int(MailCase) for its mark before the text; invalid for none
    SeriesRole, ///< QVariantList of numbers for a sparkline; invalid for none
    ClassRole, ///< int(SenderClass) for a mark before the text; invalid for none
    FixedRole, ///< true: set in a fixed-width face (addresses, domains)
};

/// What a change of language changes; without its own list a sorted view would sort all anew.
inline const QList<int> textRoles{Qt::DisplayRole, Qt::ToolTipRole};

/// One column of a table: its line in a column table is the only place that knows it.
template <typename Row> struct Column {
    const char *key; ///< stable: saved states and exports use it
    const char *title; ///< QT_TRANSLATE_NOOP("Columns", …)
    Qt::Alignment alignment;
    QVariant (*value)(const Row &row); ///< raw
    QString (*text)(const Row &row, const Format &format);
    QVariant (*extra)(const Row &row, int role) = nullptr; ///< ShareRole, SeriesRole, …
    /// Narrows a filter to what this cell shows (or leaves that out); false: it cannot.
    bool (*narrow)(const Row &row, Filter &filter, bool exclude) = nullptr;
    const char *help = nullptr; ///< QT_TRANSLATE_NOOP("Columns", …): tooltip of the header
};

[[nodiscard]] inline QString columnText(const char *text)
{
    return QCoreApplication::translate("Columns", text);
}

/// Narrows a filter to those cells of the matrix that are `wanted`, of the ones it shows already;
/// false, and no change, when that leaves none.
template <typename Wanted> [[nodiscard]] bool narrowToCells(Filter &filter, Wanted wanted)
{
    QList<int> cells;
    for (int cell = 0; cell < cellCount; ++cell) {
        if (wanted(Cell::at(cell)) && (filter.cells.isEmpty() || filter.cells.contains(cell)))
            cells.append(cell);
    }
    if (cells.isEmpty())
        return false;
    filter.cells = cells;
    return true;
}

/// Narrows a filter to one sender, or leaves it out.
inline void narrowToSender(Filter &filter, const QString &key, bool exclude)
{
    if (!exclude) {
        filter.senders = {key};
        return;
    }
    filter.senders.removeAll(key);
    if (!filter.excludedSenders.contains(key))
        filter.excludedSenders.append(key);
}

/// A model whose cells can narrow the filter.
class FilterSource {
public:
    virtual ~FilterSource() = default;
    /// Narrows `filter` to what the cell shows; false when the cell cannot.
    [[nodiscard]] virtual bool narrow(const QModelIndex &index, Filter &filter, bool exclude) const = 0;
};

} // namespace sekisho
