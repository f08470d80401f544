// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/raworder.h"

#include "tables/column.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <utility>

namespace sekisho {

// The internal id is 0 for a row without a parent, else the row of its parent in the source plus 1,
// so that sorting the parents leaves their children's indexes as they are.

RawOrder::RawOrder(QObject *parent)
    : QAbstractProxyModel(parent)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &RawOrder::order);
}

RawOrder::~RawOrder()
{
    stop();
}

void RawOrder::setSourceModel(QAbstractItemModel *model)
{
    beginResetModel();
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    QAbstractProxyModel::setSourceModel(model);
    m_source = model;
    m_flat = qobject_cast<const QAbstractTableModel *>(model) != nullptr;
    if (model) {
        using Model = QAbstractItemModel;
        const auto begin = [this] { beginResetModel(); };
        const auto end = [this] { endReset(); };
        m_connections = {
            connect(model, &QObject::destroyed, this,
                [this] {
                    m_source = nullptr;
                    forget();
                }),
            connect(model, &Model::modelAboutToBeReset, this, begin),
            connect(model, &Model::modelReset, this, end),
            // Our sources replace all rows at once, so others need not be fast.
            connect(model, &Model::layoutAboutToBeChanged, this, begin),
            connect(model, &Model::layoutChanged, this, end),
            connect(model, &Model::rowsAboutToBeInserted, this, begin),
            connect(model, &Model::rowsInserted, this, end),
            connect(model, &Model::rowsAboutToBeRemoved, this, begin),
            connect(model, &Model::rowsRemoved, this, end),
            connect(model, &Model::rowsAboutToBeMoved, this, begin),
            connect(model, &Model::rowsMoved, this, end),
            connect(model, &Model::columnsAboutToBeInserted, this, begin),
            connect(model, &Model::columnsInserted, this, end),
            connect(model, &Model::columnsAboutToBeRemoved, this, begin),
            connect(model, &Model::columnsRemoved, this, end),
            connect(model, &Model::dataChanged, this, &RawOrder::passOn),
            connect(model, &Model::headerDataChanged, this, &RawOrder::headerDataChanged),
        };
    }
    endReset();
}

/// Closes a reset of all rows: few are in order then, many will be.
void RawOrder::endReset()
{
    forget();
    m_resetting = true;
    order();
    m_resetting = false;
    m_unordered = m_stop != nullptr;
    endResetModel();
    Q_EMIT busyChanged();
}

void RawOrder::forget()
{
    stop();
    m_then = {};
    m_unordered = false;
    m_shown = {};
}

void RawOrder::stop()
{
    if (m_stop)
        m_stop->request();
    m_stop.reset();
    m_later.stop();
}

void RawOrder::whenOrdered(std::function<void()> then)
{
    m_then = {};
    if (isBusy())
        m_then = std::move(then);
    else
        then();
}

void RawOrder::sort(int column, Qt::SortOrder order)
{
    const Sorting wanted{column, order};
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    this->order();
}

bool RawOrder::isAsItComes(const Sorting &sorting) const
{
    if (!m_source || sorting.column < 0 || sorting.column >= m_source->columnCount() || m_source->rowCount() == 0)
        return true;
    const auto *source = dynamic_cast<const OrderSource *>(m_source);
    return source && source->isInOrder(sorting.column, sorting.order);
}

RawValues RawOrder::valuesOf(const QModelIndex &sourceParent, int column) const
{
    const QAbstractItemModel &model = *m_source;
    if (const auto *source = dynamic_cast<const OrderSource *>(&model))
        return source->rawValues(column, sourceParent);
    std::vector<QVariant> values;
    for (int row = 0; row < model.rowCount(sourceParent); ++row)
        values.push_back(model.index(row, column, sourceParent).data(SortRole));
    return [values](const Stop &) { return values; };
}

/// The levels that are too long to be sorted at once, and the top one beside them.
std::vector<RawOrder::Level> RawOrder::manyRows() const
{
    const QAbstractItemModel &model = *m_source;
    std::vector<Level> levels;
    for (const auto &[row, order] : m_shown.inner) {
        const QModelIndex parent = model.index(row, 0);
        if (model.rowCount(parent) > m_mostAtOnce)
            levels.push_back({row, valuesOf(parent, m_wanted.column)});
    }
    if (!levels.empty() || model.rowCount() > m_mostAtOnce)
        levels.push_back({std::nullopt, valuesOf({}, m_wanted.column)});
    return levels;
}

std::shared_ptr<RawOrder::Orders> RawOrder::ordersOf(
    const Sorting &sorting, const std::vector<Level> &levels, const Stop &stop)
{
    auto orders = std::make_shared<Orders>();
    orders->sorting = sorting;
    for (const Level &level : levels) {
        const std::vector<QVariant> values = level.values(stop);
        if (stop.requested())
            break;
        (level.parent ? orders->inner[*level.parent] : orders->top) = RowOrder(values, sorting.order);
    }
    return orders;
}

/// Puts the rows in the order that is wanted, the latest one.
void RawOrder::order()
{
    stop();
    if (isAsItComes(m_wanted)) {
        adopt({m_wanted, {}, {}});
        return;
    }
    const std::vector<Level> levels = manyRows();
    if (levels.empty())
        adopt(std::move(*ordersOf(m_wanted, {{std::nullopt, valuesOf({}, m_wanted.column)}}, Stop())));
    else
        orderLater(levels);
}

void RawOrder::orderLater(const std::vector<Level> &levels)
{
    using Found = std::shared_ptr<Orders>;
    m_stop = std::make_shared<Stop>();
    auto *watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, stop = m_stop] {
        watcher->deleteLater();
        if (stop != m_stop || watcher->future().resultCount() == 0)
            return;
        m_stop.reset();
        adopt(std::move(*watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run(
        [sorting = m_wanted, levels, stop = m_stop] { return ordersOf(sorting, levels, *stop); }));
    Q_EMIT busyChanged();
}

void RawOrder::adopt(Orders orders)
{
    if (m_resetting) {
        m_shown = std::move(orders);
        return;
    }
    rearrange(std::move(orders));
    m_unordered = false;
    if (const auto then = std::exchange(m_then, {}))
        then();
    Q_EMIT busyChanged();
}

void RawOrder::rearrange(Orders orders)
{
    if (m_shown.top == orders.top && m_shown.inner.empty()) {
        m_shown = std::move(orders);
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList sources;
    for (const QModelIndex &index : before)
        sources.append(mapToSource(index));
    m_shown = std::move(orders);
    QModelIndexList after;
    for (const QModelIndex &source : std::as_const(sources))
        after.append(mapFromSource(source));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RawOrder::passOn(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    // Of many rows it is of no use to say which ones; they are all over the table.
    constexpr int few = 20;
    if (last.row() - first.row() < few) {
        for (int row = first.row(); row <= last.row(); ++row) {
            Q_EMIT dataChanged(mapFromSource(first.siblingAtRow(row)), mapFromSource(last.siblingAtRow(row)), roles);
        }
    } else {
        const QModelIndex parent = mapFromSource(first.parent());
        Q_EMIT dataChanged(
            index(0, first.column(), parent), index(rowCount(parent) - 1, last.column(), parent), roles);
    }
    const bool values = roles.isEmpty() || roles.contains(SortRole);
    if (values && m_wanted.column >= first.column() && m_wanted.column <= last.column())
        order();
}

const RowOrder &RawOrder::inner(int parentRow) const
{
    if (const auto known = m_shown.inner.find(parentRow); known != m_shown.inner.end())
        return known->second;
    RowOrder &order = m_shown.inner[parentRow];
    if (isAsItComes(m_shown.sorting))
        return order;
    const QModelIndex parent = m_source->index(parentRow, 0);
    if (m_source->rowCount(parent) > m_mostAtOnce)
        m_later.start(0);
    else
        order = RowOrder(valuesOf(parent, m_shown.sorting.column)(Stop()), m_shown.sorting.order);
    return order;
}

QModelIndex RawOrder::mapToSource(const QModelIndex &index) const
{
    if (!m_source || !index.isValid())
        return {};
    if (index.internalId() == 0)
        return m_source->index(m_shown.top.rowAt(index.row()), index.column());
    const int parentRow = int(index.internalId() - 1);
    return m_source->index(
        inner(parentRow).rowAt(index.row()), index.column(), m_source->index(parentRow, 0));
}

QModelIndex RawOrder::mapFromSource(const QModelIndex &source) const
{
    if (!source.isValid())
        return {};
    const QModelIndex parent = source.parent();
    if (!parent.isValid())
        return createIndex(m_shown.top.placeOf(source.row()), source.column(), quintptr(0));
    return createIndex(
        inner(parent.row()).placeOf(source.row()), source.column(), quintptr(parent.row()) + 1);
}

QModelIndex RawOrder::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_shown.top.rowAt(parent.row())) + 1 : 0);
}

QModelIndex RawOrder::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(m_shown.top.placeOf(int(index.internalId() - 1)), 0, quintptr(0));
}

int RawOrder::rowCount(const QModelIndex &parent) const
{
    if (!m_source || (parent.isValid() && parent.internalId() != 0))
        return 0;
    return m_source->rowCount(mapToSource(parent));
}

int RawOrder::columnCount(const QModelIndex &parent) const
{
    if (!m_source)
        return 0;
    // Every level has the same columns.
    return parent.isValid() && parent.internalId() != 0 ? 0 : m_source->columnCount(mapToSource(parent));
}

bool RawOrder::hasChildren(const QModelIndex &parent) const
{
    if (!m_source || (parent.isValid() && (m_flat || parent.internalId() != 0)))
        return false;
    return m_source->hasChildren(mapToSource(parent));
}

Qt::ItemFlags RawOrder::flags(const QModelIndex &index) const
{
    return m_source ? m_source->flags(mapToSource(index)) : Qt::NoItemFlags;
}

QVariant RawOrder::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Columns stand as in the source; rows have no headers.
    return m_source && orientation == Qt::Horizontal ? m_source->headerData(section, orientation, role)
                                                         : QVariant();
}

} // namespace sekisho
