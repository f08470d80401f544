// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSortFilterProxyModel>

#include <vector>

namespace sekisho {

/// Sorts by SortRole, so by values and not by their text; equal ones keep their order.
class RawOrder final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RawOrder(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;
    /// As the source says: nothing is left out, and asking for its rows could be costly.
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] const QVariant &topKey(const QModelIndex &index) const;
    void forgetKeys();

    // Sorting asks for every value many times over, and a model makes each of them anew. Only rows
    // without a parent are many.
    mutable std::vector<QVariant> m_topKeys; ///< by source row, of m_keyColumn
    mutable int m_keyColumn = -1;
    QList<QMetaObject::Connection> m_connections;
};

} // namespace sekisho
