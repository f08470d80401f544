// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/casebadge.h"

#include "paint/fonts.h"
#include "paint/marks.h"
#include "tables/casetext.h"

#include <QPainter>

namespace sekisho {

namespace {

constexpr int inset = 10;
constexpr int markSide = 11;
constexpr int markGap = 6;

} // namespace

CaseBadge::CaseBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CaseBadge::setCase(MailCase mailCase)
{
    m_case = mailCase;
    setAccessibleName(caseName(mailCase));
    updateGeometry();
    update();
}

QFont CaseBadge::badgeFont() const
{
    return sized(font(), pixelSize(font()), true);
}

QSize CaseBadge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(caseName(m_case)) + markSide + markGap + 2 * inset + 2,
        metrics.height() + 8};
}

void CaseBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = color(m_case, palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const QColor ink = textOn(ground);
    paintMark(painter, QRectF(inset, (height() - markSide) / 2.0, markSide, markSide), m_case, ink);
    painter.setPen(ink);
    painter.setFont(badgeFont());
    painter.drawText(rect().adjusted(inset + markSide + markGap, 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, caseName(m_case));
}

} // namespace sekisho
