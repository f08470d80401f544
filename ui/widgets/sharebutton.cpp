// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sharebutton.h"

#include "paint/fonts.h"
#include "paint/marks.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int inset = 8;
constexpr int barHeight = 4;

} // namespace

ShareButton::ShareButton(
    const Texts &texts, double part, Meaning meaning, bool isLink, QWidget *parent)
    : QAbstractButton(parent)
    , m_part(0)
    , m_meaning(meaning)
    , m_isLink(isLink)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(isLink ? Qt::StrongFocus : Qt::NoFocus);
    if (isLink)
        setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setShare(texts, part);
}

void ShareButton::setShare(const Texts &texts, double part)
{
    m_texts = texts;
    m_part = std::clamp(part, 0.0, 1.0);
    //: for screen readers: %1 is a sender or a result, %2 a number of messages, %3 a percentage
    setAccessibleName(tr("%1, messages: %2, %3").arg(texts.name, texts.number, texts.percent));
    updateGeometry();
    update();
}

void ShareButton::setSecond(double part, Meaning meaning)
{
    m_second = std::clamp(part, 0.0, 1.0);
    m_secondMeaning = meaning;
    update();
}

void ShareButton::setFixedFont(bool fixed)
{
    m_fixed = fixed;
    updateGeometry();
    update();
}

void ShareButton::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

QSize ShareButton::sizeHint() const
{
    const int line = std::max(fontMetrics().height(), QFontMetrics(nameFont()).height());
    return {200, line + barHeight + 14};
}

QSize ShareButton::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(numbers()) + 8 * inset, sizeHint().height()};
}

void ShareButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isLink && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(Meaning::Unknown, palette(), isDown() ? 0.22 : 0.12));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QRect name = nameArea();
    if (m_marked) {
        const int side = markSize();
        const QRect place(inset, name.center().y() - side / 2, side, side);
        paintMark(painter, place, m_meaning, color(m_meaning, palette()));
    }
    painter.setFont(nameFont());
    painter.setPen(palette().color(m_isLink ? QPalette::Link : QPalette::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(nameFont()).elidedText(m_texts.name, Qt::ElideLeft, name.width()));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(name.adjusted(0, 0, width() - inset - name.right(), 0),
        Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, numbers());

    paintBar(painter, QRectF(inset, name.bottom() + 3, width() - 2 * inset, barHeight));
}

void ShareButton::paintBar(QPainter &painter, const QRectF &track) const
{
    constexpr qreal radius = barHeight / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade(Meaning::Unknown, palette(), 0.16));
    painter.drawRoundedRect(track, radius, radius);
    QRectF bar = track;
    bar.setWidth(m_part > 0 ? std::max<qreal>(barHeight, track.width() * m_part) : 0);
    painter.setBrush(color(m_meaning, palette()));
    painter.drawRoundedRect(bar, radius, radius);
    if (m_second <= 0 || m_part <= 0)
        return;
    // However little it is, it is seen.
    const qreal second = std::max<qreal>(2, bar.width() * m_second);
    painter.save();
    painter.setClipRect(QRectF(bar.right() - second, bar.top(), second, bar.height()));
    painter.setBrush(color(m_secondMeaning, palette()));
    painter.drawRoundedRect(bar, radius, radius);
    painter.restore();
}

bool ShareButton::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const bool elided =
        QFontMetrics(nameFont()).horizontalAdvance(m_texts.name) > nameArea().width();
    // Names come from reports: never let them be taken for rich text.
    QToolTip::showText(help->globalPos(), elided ? m_texts.name.toHtmlEscaped() : QString(), this);
    return true;
}

QFont ShareButton::nameFont() const
{
    if (!m_fixed)
        return font();
    return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), pixelSize(font()));
}

int ShareButton::markSize() const
{
    return pixelSize(font()) * 2 / 3;
}

QString ShareButton::numbers() const
{
    //: a number of messages and its percentage, side by side
    return tr("%1   %2").arg(m_texts.number, m_texts.percent);
}

QRect ShareButton::nameArea() const
{
    const int right = fontMetrics().horizontalAdvance(numbers()) + 2 * inset;
    const int line = height() - barHeight - 12;
    const int left = inset + (m_marked ? markSize() + 6 : 0);
    return {left, 4, std::max(0, width() - right - left), line};
}

} // namespace sekisho
