// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace sekisho {

/// Draws the cells of all tables after the roles of tables/column.h: marks before the text, bars
/// behind shares, sparklines, a fixed-width face for addresses and domains. What does not fit
/// loses the end that matters less; addresses are never shortened.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// A tooltip where it says more than the cell.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
};

/// How a text is shortened: addresses not at all, host names and domains on the left.
[[nodiscard]] Qt::TextElideMode elideModeOf(const QString &text, bool fixed);

} // namespace sekisho
