// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pathsymbols.h"

#include "paint/fonts.h"

#include <QPainter>
#include <QPainterPath>

namespace sekisho {

namespace {

// All symbols are drawn on a square of 24 units, as the icons are.

QPainterPath person(qreal x, qreal y, qreal scale)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, y), 3.6 * scale, 3.6 * scale);
    path.moveTo(x - 6.5 * scale, y + 12 * scale);
    path.cubicTo(x - 6.5 * scale, y + 3.5 * scale, x + 6.5 * scale, y + 3.5 * scale,
        x + 6.5 * scale, y + 12 * scale);
    return path;
}

QPainterPath server()
{
    QPainterPath path;
    for (const qreal top : {4.0, 13.0}) {
        path.addRoundedRect(QRectF(4, top, 16, 7), 1.4, 1.4);
        path.moveTo(7.5, top + 3.5);
        path.lineTo(7.6, top + 3.5);
        path.moveTo(12, top + 3.5);
        path.lineTo(16.5, top + 3.5);
    }
    return path;
}

QPainterPath cloud()
{
    QPainterPath path;
    path.moveTo(7, 18);
    path.cubicTo(2, 18, 2, 11.5, 6.5, 11.2);
    path.cubicTo(7, 5, 15.5, 4.5, 16.8, 10.2);
    path.cubicTo(22, 10.2, 22, 18, 17, 18);
    path.closeSubpath();
    return path;
}

/// An arrow that comes in, turns and goes on.
QPainterPath relay()
{
    QPainterPath path;
    path.moveTo(3, 17.5);
    path.cubicTo(3, 10, 8, 9, 20, 9);
    path.moveTo(15.5, 4.5);
    path.lineTo(20.5, 9);
    path.lineTo(15.5, 13.5);
    return path;
}

QPainterPath shield()
{
    QPainterPath path;
    path.moveTo(12, 3);
    path.lineTo(19.5, 5.8);
    path.cubicTo(19.5, 14, 17, 18.5, 12, 21);
    path.cubicTo(7, 18.5, 4.5, 14, 4.5, 5.8);
    path.closeSubpath();
    path.moveTo(8.5, 11);
    path.lineTo(15.5, 11);
    path.moveTo(10, 14.5);
    path.lineTo(14, 14.5);
    return path;
}

QPainterPath people()
{
    QPainterPath path = person(12, 7, 0.95);
    path.addPath(person(4.8, 9.2, 0.62).translated(0, 1));
    path.addPath(person(19.2, 9.2, 0.62).translated(0, 1));
    return path;
}

QPainterPath maskOfThief()
{
    QPainterPath path;
    path.moveTo(2.5, 8);
    path.cubicTo(7, 6, 17, 6, 21.5, 8);
    path.cubicTo(21.5, 15, 18.5, 17.5, 15.5, 17);
    path.cubicTo(13.5, 16.6, 13.2, 14.5, 12, 14.5);
    path.cubicTo(10.8, 14.5, 10.5, 16.6, 8.5, 17);
    path.cubicTo(5.5, 17.5, 2.5, 15, 2.5, 8);
    path.addEllipse(QPointF(7.8, 11.2), 1.9, 1.3);
    path.addEllipse(QPointF(16.2, 11.2), 1.9, 1.3);
    return path;
}

QPainterPath question()
{
    QPainterPath path;
    path.moveTo(8.2, 9);
    path.cubicTo(8.2, 3.5, 16.2, 3.5, 16.2, 8.8);
    path.cubicTo(16.2, 12.2, 12.1, 11.8, 12.1, 15.6);
    path.moveTo(12.1, 19.6);
    path.lineTo(12.2, 19.6);
    return path;
}

QPainterPath inbox()
{
    QPainterPath path;
    path.moveTo(3.5, 13.5);
    path.lineTo(6.5, 4.5);
    path.lineTo(17.5, 4.5);
    path.lineTo(20.5, 13.5);
    path.lineTo(20.5, 19.5);
    path.lineTo(3.5, 19.5);
    path.closeSubpath();
    path.moveTo(3.5, 13.5);
    path.lineTo(8.5, 13.5);
    path.cubicTo(9, 16.5, 15, 16.5, 15.5, 13.5);
    path.lineTo(20.5, 13.5);
    return path;
}

QPainterPath shapeOf(StationKind kind)
{
    switch (kind) {
    case StationKind::Author: return person(12, 7.5, 1.05);
    case StationKind::OwnServer: return server();
    case StationKind::Service: return cloud();
    case StationKind::Forwarder: return relay();
    case StationKind::Gateway: return shield();
    case StationKind::List: return people();
    case StationKind::Spoofer: return maskOfThief();
    case StationKind::Unknown: return question();
    case StationKind::Receiver: return inbox();
    }
    return {};
}

} // namespace

void paintStation(QPainter &painter, const QRectF &area, StationKind kind, const QColor &ink)
{
    constexpr qreal units = 24;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / units, area.height() / units);
    painter.setPen(QPen(ink, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shapeOf(kind));
    painter.restore();
}

void paintEnvelope(QPainter &painter, const QRectF &area, Seal seal, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(palette.color(QPalette::Text), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(area, 2.5, 2.5);
    const QPointF fold(area.center().x(), area.top() + area.height() * 0.58);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF{area.topLeft() + QPointF(1, 1), fold, area.topRight() + QPointF(-1, 1)});
    if (seal == Seal::Intact || seal == Seal::Broken) {
        const QColor wax =
            color(seal == Seal::Intact ? Meaning::Aligned : Meaning::Failed, palette);
        QRectF disc(0, 0, area.height() * 0.72, area.height() * 0.72);
        disc.moveCenter(area.bottomRight() - QPointF(disc.width() * 0.15, disc.height() * 0.15));
        painter.setPen(QPen(palette.color(QPalette::Base), 1.5));
        painter.setBrush(wax);
        painter.drawEllipse(disc);
        painter.setPen(QPen(textOn(wax), 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&disc](qreal x, qreal y) {
            return QPointF(disc.left() + disc.width() * x, disc.top() + disc.height() * y);
        };
        if (seal == Seal::Intact) {
            painter.drawPolyline(QPolygonF{at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.34)});
        } else {
            painter.drawLine(at(0.33, 0.33), at(0.67, 0.67));
            painter.drawLine(at(0.67, 0.33), at(0.33, 0.67));
        }
    }
    painter.restore();
}

} // namespace sekisho
