// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/sparkline.h"

#include <QColor>
#include <QPainter>

#include <algorithm>

namespace sekisho {

SparklineLayout::SparklineLayout(const std::vector<double> &values, const QRectF &area)
    : m_area(area)
    , m_bars(values.size())
{
    if (values.empty() || area.isEmpty())
        return;
    const double top = *std::max_element(values.begin(), values.end());
    if (!(top > 0))
        return;
    constexpr qreal widest = 8; // a few days make bars, not blocks
    constexpr qreal lowest = 1;
    const qreal step = std::min(area.width() / qreal(values.size()), widest);
    const qreal gap = step >= 3 ? 1 : 0;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!(values[i] > 0))
            continue;
        const qreal height = std::max(area.height() * (values[i] / top), lowest);
        m_bars[i] = {area.left() + qreal(i) * step, area.bottom() - height, step - gap, height};
    }
}

void paintSparkline(QPainter &painter, const SparklineLayout &layout, const QColor &color)
{
    if (layout.bars().empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    QColor faint = color;
    faint.setAlphaF(0.3F);
    painter.setBrush(faint);
    const QRectF &area = layout.area();
    painter.drawRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1));
    painter.setBrush(color);
    for (const QRectF &bar : layout.bars())
        painter.drawRect(bar);
    painter.restore();
}

} // namespace sekisho
