// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linkbutton.h"

#include "paint/marks.h"

#include <QPainter>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int inset = 4; ///< around the text, for hover and focus
constexpr int wrapFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

LinkButton::LinkButton(QWidget *parent)
    : QAbstractButton(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void LinkButton::setMeaning(std::optional<Meaning> meaning)
{
    if (meaning == m_meaning)
        return;
    m_meaning = meaning;
    updateGeometry();
    update();
}

void LinkButton::setQuiet(bool quiet)
{
    m_quiet = quiet;
    updateGeometry();
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {textLeft() + metrics.horizontalAdvance(text()) + textRight() + 4,
        metrics.height() + 2 * inset};
}

QSize LinkButton::minimumSizeHint() const
{
    constexpr int leastText = 48;
    return {std::min(sizeHint().width(), textLeft() + leastText), sizeHint().height()};
}

int LinkButton::heightForWidth(int width) const
{
    constexpr int endless = 10'000;
    const QRect room(0, 0, std::max(1, width - textLeft() - textRight()), endless);
    return fontMetrics().boundingRect(room, wrapFlags, text()).height() + 2 * inset;
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (underMouse() || isDown());
    if (lit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(Meaning::Unknown, palette(), isDown() ? 0.22 : 0.12));
        painter.drawRoundedRect(rect(), 4, 4);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const int line = fontMetrics().height();
    if (m_meaning) {
        const qreal side = line * 0.6;
        paintMark(painter, QRectF(inset, inset + (line - side) / 2, side, side), *m_meaning,
            color(*m_meaning, palette()));
    }
    const QPalette::ColorRole role = m_quiet || !isEnabled() ? QPalette::Text : QPalette::Link;
    painter.setPen(palette().color(role));
    const QRect place = rect().adjusted(textLeft(), inset, -textRight(), 0);
    painter.drawText(place, wrapFlags, text());
    if (m_quiet)
        paintArrow(painter);
}

void LinkButton::paintArrow(QPainter &painter) const
{
    const qreal side = fontMetrics().height() * 0.25;
    const QPointF tip(width() - inset - 2, inset + fontMetrics().height() / 2.0);
    painter.setPen(QPen(palette().color(QPalette::Link), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(tip, tip + QPointF(-side, -side));
    painter.drawLine(tip, tip + QPointF(-side, side));
}

int LinkButton::textLeft() const
{
    return m_meaning ? inset + fontMetrics().height() * 6 / 10 + 6 : inset;
}

int LinkButton::textRight() const
{
    return m_quiet ? inset + fontMetrics().height() / 2 + 8 : inset;
}

} // namespace sekisho
