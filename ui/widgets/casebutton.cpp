// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/casebutton.h"

#include "paint/fonts.h"
#include "paint/marks.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int inset = 10;
constexpr int barHeight = 5;
constexpr int markSide = 12;
constexpr int above = 7; ///< and below

} // namespace

CaseButton::CaseButton(MailCase mailCase, bool isLink, QWidget *parent)
    : QAbstractButton(parent)
    , m_case(mailCase)
    , m_isLink(isLink)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(isLink ? Qt::StrongFocus : Qt::NoFocus);
    setCheckable(isLink);
    if (isLink)
        setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void CaseButton::setTexts(const Texts &texts, double part)
{
    m_texts = texts;
    m_part = std::clamp(part, 0.0, 1.0);
    //: for screen readers: %1 is a case, %2 a number of messages, %3 a percentage
    setAccessibleName(texts.number.isEmpty()
            ? tr("%1: %2").arg(texts.name, texts.percent)
            : tr("%1, messages: %2, %3").arg(texts.name, texts.number, texts.percent));
    setAccessibleDescription(texts.detail);
    updateGeometry();
    update();
}

QFont CaseButton::smallFont() const
{
    return sized(font(), std::max(pixelSize(font()) - 2, 9));
}

QSize CaseButton::sizeHint() const
{
    int height = 2 * above + fontMetrics().height() + 4 + barHeight;
    if (!m_texts.detail.isEmpty())
        height += QFontMetrics(smallFont()).height() + 4;
    return {220, height};
}

QSize CaseButton::minimumSizeHint() const
{
    const int texts = fontMetrics().horizontalAdvance(m_texts.number + m_texts.percent);
    return {texts + 2 * inset + markSide + 60, sizeHint().height()};
}

void CaseButton::paintGround(QPainter &painter) const
{
    if (isChecked()) {
        painter.setPen(QPen(color(m_case, palette()), 1.5));
        painter.setBrush(shade(m_case, palette(), 0.12));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    } else if (m_isLink && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(Meaning::Unknown, palette(), isDown() ? 0.22 : 0.12));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void CaseButton::paintTexts(QPainter &painter, const QRect &line) const
{
    const QString numbers = m_texts.number.isEmpty()
        ? m_texts.percent
        : m_texts.number + QStringLiteral("   ") + m_texts.percent;
    const int right = fontMetrics().horizontalAdvance(numbers);
    const QRect name = line.adjusted(markSide + 8, 0, -right - 8, 0);
    painter.setFont(sized(font(), pixelSize(font()), m_isLink));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(painter.font()).elidedText(m_texts.name, Qt::ElideRight, name.width()));
    painter.setFont(font());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, numbers);
}

void CaseButton::paintBar(QPainter &painter, const QRectF &track) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade(Meaning::Unknown, palette(), 0.16));
    painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    QRectF bar = track;
    bar.setWidth(m_part > 0 ? std::max<qreal>(barHeight, track.width() * m_part) : 0);
    painter.setBrush(color(m_case, palette()));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
}

void CaseButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const QRect line(inset, above, width() - 2 * inset, fontMetrics().height());
    const QRectF mark(inset, line.center().y() - markSide / 2.0 + 0.5, markSide, markSide);
    paintMark(painter, mark, m_case, color(m_case, palette()));
    paintTexts(painter, line);
    paintBar(painter, QRectF(inset, line.bottom() + 4, line.width(), barHeight));
    if (m_texts.detail.isEmpty())
        return;
    painter.setFont(smallFont());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QFontMetrics small(smallFont());
    const QRect detail(inset, line.bottom() + 4 + barHeight + 3, line.width(), small.height());
    painter.drawText(detail, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        small.elidedText(m_texts.detail, Qt::ElideRight, detail.width()));
}

bool CaseButton::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    const bool cut =
        QFontMetrics(smallFont()).horizontalAdvance(m_texts.detail) > width() - 2 * inset;
    const QString text = cut ? m_texts.detail : toolTip();
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text, this);
    return true;
}

} // namespace sekisho
