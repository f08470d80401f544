// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/partbar.h"

#include "paint/theme.h"

#include <QPainter>

#include <algorithm>

namespace sekisho {

PartBar::PartBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PartBar::setPart(double part)
{
    m_part = std::min(part, 1.0);
    update();
}

QSize PartBar::sizeHint() const
{
    return {80, 6};
}

void PartBar::paintEvent(QPaintEvent *)
{
    if (m_part < 0)
        return;
    constexpr qreal least = 2; // however little there is of either, it is seen
    QPainter painter(this);
    const QRectF area(rect());
    qreal passed = area.width() * m_part;
    if (m_part > 0)
        passed = std::max(passed, least);
    if (m_part < 1)
        passed = std::min(passed, area.width() - least);
    QRectF left = area;
    left.setWidth(passed);
    QRectF right = area;
    right.setLeft(left.right() + (m_part > 0 && m_part < 1 ? 1 : 0));
    painter.fillRect(left, color(Meaning::Aligned, palette()));
    painter.fillRect(right, color(Meaning::Failed, palette()));
}

} // namespace sekisho
