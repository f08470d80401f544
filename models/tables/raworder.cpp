// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/raworder.h"

#include "tables/column.h"

namespace sekisho {

namespace {

/// Nothing sorts before something, whatever types the column mixes.
bool isLess(const QVariant &a, const QVariant &b)
{
    if (!a.isValid() || !b.isValid())
        return !a.isValid() && b.isValid();
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString)
        return a.toString().compare(b.toString(), Qt::CaseInsensitive) < 0;
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace

RawOrder::RawOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void RawOrder::setSourceModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    forgetKeys();
    if (model) {
        // Before the base listens: it sorts in answer to the same signals.
        using Model = QAbstractItemModel;
        m_connections = {
            connect(model, &Model::modelReset, this, &RawOrder::forgetKeys),
            connect(model, &Model::layoutChanged, this, &RawOrder::forgetKeys),
            connect(model, &Model::rowsInserted, this, &RawOrder::forgetKeys),
            connect(model, &Model::rowsRemoved, this, &RawOrder::forgetKeys),
            connect(model, &Model::rowsMoved, this, &RawOrder::forgetKeys),
            connect(model, &Model::columnsInserted, this, &RawOrder::forgetKeys),
            connect(model, &Model::columnsRemoved, this, &RawOrder::forgetKeys),
            connect(model, &Model::dataChanged, this, &RawOrder::forgetKeys),
        };
    }
    QSortFilterProxyModel::setSourceModel(model);
}

bool RawOrder::hasChildren(const QModelIndex &parent) const
{
    return sourceModel() && sourceModel()->hasChildren(mapToSource(parent));
}

bool RawOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.parent().isValid())
        return isLess(left.data(SortRole), right.data(SortRole));
    return isLess(topKey(left), topKey(right));
}

const QVariant &RawOrder::topKey(const QModelIndex &index) const
{
    const int column = index.column();
    if (m_keyColumn != column) {
        const QAbstractItemModel &model = *sourceModel();
        m_topKeys.clear();
        m_topKeys.reserve(size_t(model.rowCount()));
        for (int row = 0; row < model.rowCount(); ++row)
            m_topKeys.push_back(model.index(row, column).data(SortRole));
        m_keyColumn = column;
    }
    return m_topKeys[size_t(index.row())];
}

void RawOrder::forgetKeys()
{
    m_topKeys.clear();
    m_keyColumn = -1;
}

} // namespace sekisho
