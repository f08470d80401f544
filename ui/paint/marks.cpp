// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sekisho {

namespace {

/// On a square of 16 units; what is to be filled closes its outline.
struct CaseShape {
    QPainterPath strokes;
    QPainterPath fills;
};

void addArrow(QPainterPath &path)
{
    path.moveTo(1.5, 8);
    path.lineTo(14, 8);
    path.moveTo(9.5, 3.5);
    path.lineTo(14, 8);
    path.lineTo(9.5, 12.5);
}

CaseShape shapeOf(MailCase mailCase)
{
    CaseShape shape;
    switch (mailCase) {
    case MailCase::Direct: shape.fills.addEllipse(QPointF(8, 8), 7.5, 7.5); break;
    case MailCase::Forward: addArrow(shape.strokes); break;
    case MailCase::ForwardBroken:
        addArrow(shape.strokes);
        shape.strokes.moveTo(3.5, 14);
        shape.strokes.lineTo(8, 2);
        break;
    case MailCase::ListOwn:
    case MailCase::ListOther:
        for (const qreal y : {3.0, 8.0, 13.0}) {
            (mailCase == MailCase::ListOwn ? shape.fills : shape.strokes).addEllipse(QPointF(3, y), 1.6, 1.6);
            shape.strokes.moveTo(7.5, y);
            shape.strokes.lineTo(14.5, y);
        }
        break;
    case MailCase::Misconfigured:
        shape.strokes.addPolygon(QPolygonF{{8, 1.5}, {15, 14.2}, {1, 14.2}, {8, 1.5}});
        shape.strokes.moveTo(8, 6.3);
        shape.strokes.lineTo(8, 9.6);
        shape.strokes.moveTo(8, 12);
        shape.strokes.lineTo(8.01, 12);
        break;
    case MailCase::Spoof:
        shape.strokes.moveTo(2.5, 2.5);
        shape.strokes.lineTo(13.5, 13.5);
        shape.strokes.moveTo(13.5, 2.5);
        shape.strokes.lineTo(2.5, 13.5);
        break;
    case MailCase::Undetermined: shape.strokes.addEllipse(QPointF(8, 8), 6.7, 6.7); break;
    }
    return shape;
}

} // namespace

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

void paintMark(QPainter &painter, const QRectF &area, MailCase mailCase, const QColor &color)
{
    constexpr qreal units = 16;
    const qreal side = std::min(area.width(), area.height());
    const CaseShape shape = shapeOf(mailCase);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center() - QPointF(side / 2, side / 2));
    painter.scale(side / units, side / units);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(shape.fills);
    const qreal stroke = mailCase == MailCase::Spoof ? 3 : 2;
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape.strokes);
    painter.restore();
}

} // namespace sekisho
