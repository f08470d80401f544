// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tableview.h"

#include "tables/raworder.h"
#include "widgets/celldelegate.h"

#include <QHeaderView>

namespace sekisho {

TableView::TableView(QWidget *parent)
    : QTreeView(parent)
{
    // Without it every row is measured.
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setItemDelegate(new CellDelegate(this));
    header()->setStretchLastSection(true);
}

void TableView::setModel(QAbstractItemModel *model)
{
    if (m_order)
        disconnect(m_order, &RawOrder::busyChanged, this, &TableView::follow);
    QTreeView::setModel(model);
    m_order = qobject_cast<RawOrder *>(model);
    if (m_order)
        connect(m_order, &RawOrder::busyChanged, this, &TableView::follow);
}

/// The base looks for every row that changed; painting those in sight is less to do.
void TableView::dataChanged(
    const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    constexpr int few = 20;
    if (last.row() - first.row() < few)
        QTreeView::dataChanged(first, last, roles);
    else
        viewport()->update();
}

void TableView::follow()
{
    const bool waits = m_order->isUnordered();
    viewport()->setUpdatesEnabled(!waits || !m_painted);
    if (m_order->isBusy())
        viewport()->setCursor(Qt::BusyCursor);
    else
        viewport()->unsetCursor();
}

void TableView::paintEvent(QPaintEvent *event)
{
    if (m_order && m_order->isUnordered())
        return; // rows that would only flash up
    QTreeView::paintEvent(event);
    m_painted = true;
}

void TableView::hideEvent(QHideEvent *event)
{
    QTreeView::hideEvent(event);
    m_painted = false;
    viewport()->setUpdatesEnabled(true);
}

} // namespace sekisho
