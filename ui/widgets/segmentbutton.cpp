// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/segmentbutton.h"

#include "paint/fonts.h"
#include "paint/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace sekisho {

namespace {

constexpr qreal radius = 6;

/// The outline of a segment: round towards its own side only.
QPainterPath outline(const QRectF &area, bool middle, bool roundLeft)
{
    if (middle) {
        QPainterPath square;
        square.addRect(area);
        return square;
    }
    QPainterPath round;
    round.addRoundedRect(area, radius, radius);
    QPainterPath square;
    square.addRect(roundLeft ? area.adjusted(radius, 0, 0, 0) : area.adjusted(0, 0, -radius, 0));
    return round.united(square);
}

} // namespace

SegmentButton::SegmentButton(Side side, QWidget *parent)
    : QAbstractButton(parent)
    , m_side(side)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SegmentButton::sizeHint() const
{
    // As wide as its bold text, so that nothing moves when it is chosen.
    const QFontMetrics metrics(sized(font(), pixelSize(font()), true));
    return {metrics.horizontalAdvance(text()) + 28, metrics.height() + 12};
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool roundLeft = (m_side == Side::Start) == (layoutDirection() == Qt::LeftToRight);
    const QPainterPath path = outline(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_side == Side::Middle, roundLeft);
    QColor fill = palette().color(QPalette::Base);
    if (isChecked())
        fill = palette().color(QPalette::Highlight);
    else if (underMouse())
        fill = shade(Meaning::Unknown, palette(), 0.12);
    painter.setBrush(fill);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawPath(path);
    painter.setFont(sized(font(), pixelSize(font()), isChecked()));
    const QPalette::ColorRole role = isChecked() ? QPalette::HighlightedText : QPalette::Text;
    painter.setPen(palette().color(role));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(role), 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 3, 3);
    }
}

} // namespace sekisho
