// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/roworder.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace sekisho {

/// Sorts by SortRole, so by values and not by their text; equal ones keep their order. Of a source
/// that is an OrderSource many rows are sorted in another thread: until that is done they stand as
/// before, and new ones as they come. Of trees it knows two levels.
class RawOrder final : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit RawOrder(QObject *parent = nullptr);
    ~RawOrder() override;
    Q_DISABLE_COPY_MOVE(RawOrder)

    /// Levels of more rows than this are sorted in another thread.
    void setMostAtOnce(int rows) { m_mostAtOnce = rows; }
    /// An order is being found.
    [[nodiscard]] bool isBusy() const { return m_stop || m_later.isActive(); }
    /// … for rows that are new, so that they do not stand as they should yet.
    [[nodiscard]] bool isUnordered() const { return m_unordered; }
    /// Calls `then` when the rows are in order, maybe at once; not any more when other rows come
    /// before. Only the latest is called.
    void whenOrdered(std::function<void()> then);

    /// What is asked for, also while it is being found; -1: as the rows come.
    [[nodiscard]] int sortColumn() const { return m_wanted.column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_wanted.order; }

    void setSourceModel(QAbstractItemModel *model) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &source) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// As the source says: asking for its rows could be costly.
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// isBusy() or isUnordered() changed.
    void busyChanged();

private:
    struct Sorting {
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;

        bool operator==(const Sorting &) const = default;
    };
    /// Of all levels that somebody asked for; inner ones by the source's row of their parent.
    struct Orders {
        Sorting sorting;
        RowOrder top;
        std::unordered_map<int, RowOrder> inner;
    };
    struct Level {
        std::optional<int> parent;
        RawValues values;
    };

    [[nodiscard]] static std::shared_ptr<Orders> ordersOf(const Sorting &sorting, const std::vector<Level> &levels, const Stop &stop);
    [[nodiscard]] RawValues valuesOf(const QModelIndex &sourceParent, int column) const;
    [[nodiscard]] bool isAsItComes(const Sorting &sorting) const;
    [[nodiscard]] const RowOrder &inner(int parentRow) const;
    [[nodiscard]] std::vector<Level> manyRows() const;
    void stop();
    void forget();
    void endReset();
    void order();
    void orderLater(const std::vector<Level> &levels);
    void adopt(Orders orders);
    void rearrange(Orders orders);
    void passOn(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);

    QAbstractItemModel *m_source = nullptr; ///< as sourceModel(), which takes longer
    bool m_flat = false; ///< no row has children
    Sorting m_wanted;
    mutable Orders m_shown;
    std::shared_ptr<Stop> m_stop; ///< of the order that is being found
    mutable QTimer m_later; ///< an inner level with many rows was asked for
    std::function<void()> m_then;
    int m_mostAtOnce = 2000;
    bool m_unordered = false;
    bool m_resetting = false;
    QList<QMetaObject::Connection> m_connections;
};

} // namespace sekisho
