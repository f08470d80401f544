// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stop.h"

#include <QModelIndex>
#include <QVariant>

#include <functional>
#include <vector>

namespace sekisho {

/// An order of rows: which row stands at a place, and the other way round.
class RowOrder final {
public:
    /// As they are.
    RowOrder() = default;
    /// By their values; equal ones keep their order, and nothing sorts before something.
    RowOrder(const std::vector<QVariant> &values, Qt::SortOrder order);

    [[nodiscard]] int rowAt(int place) const { return at(m_rows, place); }
    [[nodiscard]] int placeOf(int row) const { return at(m_places, row); }
    bool operator==(const RowOrder &) const = default;

private:
    [[nodiscard]] static int at(const std::vector<quint32> &numbers, int i)
    {
        return size_t(i) < numbers.size() ? int(numbers[size_t(i)]) : i;
    }

    // Both are empty where nothing changes its place.
    std::vector<quint32> m_rows; ///< by place
    std::vector<quint32> m_places; ///< by row
};

/// Finds the values that rows are sorted by. Runs in another thread, so it holds all that it reads;
/// told to stop, it may return fewer.
using RawValues = std::function<std::vector<QVariant>(const Stop &stop)>;

/// A model that many rows of can be put in order without holding up the window.
class OrderSource {
public:
    virtual ~OrderSource() = default;
    /// What SortRole says of the rows of a parent, by row.
    [[nodiscard]] virtual RawValues rawValues(int column, const QModelIndex &parent) const = 0;
    /// The rows come in this order anyway.
    [[nodiscard]] virtual bool isInOrder(int column, Qt::SortOrder order) const
    {
        Q_UNUSED(column)
        Q_UNUSED(order)
        return false;
    }
};

} // namespace sekisho
