// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/daybarsview.h"

#include "paint/fonts.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace sekisho {

DayBarsView::DayBarsView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayBarsView::setDays(
    std::vector<DayCount> days, const Format &format, Meaning passed, Meaning failed)
{
    m_format = format;
    m_data.days = std::move(days);
    m_data.passed = passed;
    m_data.failed = failed;
    m_data.hovered = -1;
    setAccessibleDescription({});
    m_data.first = m_data.days.empty() ? QString() : format.day(m_data.days.front().day);
    m_data.last = m_data.days.empty() ? QString() : format.day(m_data.days.back().day);
    relayout();
    setAccessibleName(m_data.days.empty()
            ? tr("Messages per day")
            : tr("Messages per day from %1 to %2").arg(m_data.first, m_data.last));
}

QSize DayBarsView::sizeHint() const
{
    return {240, QFontMetrics(axisFont()).height() * 2 + 80};
}

QSize DayBarsView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool DayBarsView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int bar = m_layout.barAt(help->pos());
    if (bar >= 0)
        QToolTip::showText(help->globalPos(), textOf(bar), this);
    else
        QToolTip::hideText();
    return true;
}

void DayBarsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDayBars(painter, m_data, m_layout, palette(), axisFont());
}

void DayBarsView::resizeEvent(QResizeEvent *)
{
    relayout();
}

void DayBarsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        relayout();
    QWidget::changeEvent(event);
}

void DayBarsView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_layout.bars().size()) - 1;
    if (last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: setHovered(std::max(0, m_data.hovered - 1)); break;
    case Qt::Key_Right: setHovered(std::min(last, m_data.hovered + 1)); break;
    case Qt::Key_Home: setHovered(std::min(0, last)); break;
    case Qt::Key_End: setHovered(last); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: activate(m_data.hovered); break;
    default: QWidget::keyPressEvent(event);
    }
}

void DayBarsView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(m_layout.barAt(event->position()));
}

void DayBarsView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        activate(m_layout.barAt(event->position()));
}

void DayBarsView::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void DayBarsView::focusInEvent(QFocusEvent *)
{
    m_data.focused = true;
    if (m_data.hovered < 0 && !m_layout.bars().empty())
        setHovered(int(m_layout.bars().size()) - 1);
    update();
}

void DayBarsView::focusOutEvent(QFocusEvent *)
{
    m_data.focused = false;
    setHovered(-1);
    update();
}

QFont DayBarsView::axisFont() const
{
    return sized(font(), std::max(9, pixelSize(font()) - 2));
}

QString DayBarsView::textOf(int bar) const
{
    const DayBar &shown = m_layout.bars()[size_t(bar)];
    const qint64 messages = shown.passed + shown.failed;
    const QString number = m_format.number(messages);
    const int plural = int(std::min<qint64>(messages, std::numeric_limits<int>::max()));
    if (shown.days == 1)
        //: %1 is a date, %2 the number
        return tr("%1: %2 message(s)", nullptr, plural).arg(m_format.day(shown.day), number);
    //: %1 and %2 are dates, %3 the number
    return tr("%1 – %2: %3 message(s)", nullptr, plural)
        .arg(m_format.day(shown.day), m_format.day(shown.day + shown.days - 1), number);
}

void DayBarsView::setHovered(int bar)
{
    if (bar == m_data.hovered)
        return;
    m_data.hovered = bar;
    setAccessibleDescription(bar >= 0 ? textOf(bar) : QString());
    update();
}

void DayBarsView::activate(int bar)
{
    if (bar < 0 || bar >= int(m_layout.bars().size()))
        return;
    const DayBar &shown = m_layout.bars()[size_t(bar)];
    Q_EMIT spanActivated({shown.day * secondsPerDay, (shown.day + shown.days) * secondsPerDay});
}

void DayBarsView::relayout()
{
    m_data.top = niceTop(highestBar(m_data.days, width()));
    m_data.most = m_data.days.empty() ? QString() : m_format.number(m_data.top);
    m_layout = DayBarsLayout(m_data, axisFont(), size());
    update();
}

} // namespace sekisho
