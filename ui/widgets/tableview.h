// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace sekisho {

class RawOrder;

/// A table or tree of rows of one height that stays quick with very many of them. While a RawOrder
/// puts new rows in order, the old ones stay on the screen.
class TableView final : public QTreeView {
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles = {}) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();

    RawOrder *m_order = nullptr; ///< none: another model
    bool m_painted = false; ///< rows can be seen
};

} // namespace sekisho
