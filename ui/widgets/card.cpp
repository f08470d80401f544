// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/card.h"

#include <QPainter>

namespace sekisho {

Card::Card(QWidget *parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
}

void Card::paintEvent(QPaintEvent *)
{
    constexpr qreal radius = 8;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace sekisho
