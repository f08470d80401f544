// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/raworder.h"

#include "tables/column.h"

namespace sekisho {

RawOrder::RawOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

bool RawOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    // Nothing sorts before something, whatever types the column mixes.
    if (!a.isValid() || !b.isValid())
        return !a.isValid() && b.isValid();
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace sekisho
