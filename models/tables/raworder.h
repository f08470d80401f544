// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace sekisho {

/// Sorts by SortRole, so by values and not by their text; equal ones keep their order.
class RawOrder final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RawOrder(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace sekisho
