// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/marks.h"

#include <QPainter>

#include <algorithm>

namespace sekisho {

void paintMark(QPainter &painter, const QRectF &area, Meaning meaning, const QColor &color)
{
    const qreal side = std::min(area.width(), area.height());
    const qreal stroke = std::max(side * 0.14, 1.0);
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    const QRectF ring = square.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    constexpr int quarter = 90 * 16;

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    switch (meaning) {
    case Meaning::Aligned:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(square);
        break;
    case Meaning::Unaligned:
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(ring, quarter, 2 * quarter);
        break;
    case Meaning::Failed: {
        painter.setPen(QPen(color, stroke * 1.4, Qt::SolidLine, Qt::RoundCap));
        const QRectF cross = square.adjusted(stroke, stroke, -stroke, -stroke);
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
        break;
    }
    case Meaning::Unknown: painter.drawEllipse(ring); break;
    }
    painter.restore();
}

void paintClassMark(QPainter &painter, const QRectF &area, SenderClass senderClass, const QColor &color)
{
    const qreal side = std::min(area.width(), area.height());
    const qreal stroke = std::max(side * 0.14, 1.0);
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    square.adjust(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(senderClass == SenderClass::Internal ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawRect(square);
    if (senderClass == SenderClass::ThirdParty)
        painter.fillRect(QRectF(square.topLeft(), QSizeF(square.width() / 2, square.height())), color);
    painter.restore();
}

} // namespace sekisho
