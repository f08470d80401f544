// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/xmloutline.h"

#include <QStyledItemDelegate>

#include <optional>

namespace sekisho {

/// Draws the lines of an explanation: wrapped text, field names and values in a fixed-width face,
/// meanings below them; the part that is lit up has a bar at its side and a tint.
class ExplanationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setLit(std::optional<BlockKind> block) { m_lit = block; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::optional<BlockKind> m_lit;
};

} // namespace sekisho
