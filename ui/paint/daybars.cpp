// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/daybars.h"

#include "paint/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <limits>

namespace sekisho {

namespace {

constexpr qreal leastColumn = 5; ///< pixels per bar
constexpr qreal widestBar = 24;

int mostBars(qreal width)
{
    return std::max(1, int(width / leastColumn));
}

} // namespace

std::vector<DayBar> barsOf(const std::vector<DayCount> &days, int most)
{
    std::vector<DayBar> bars;
    if (days.empty() || most <= 0)
        return bars;
    const qint64 first = days.front().day;
    const qint64 count = days.back().day - first + 1;
    const qint64 width = (count + most - 1) / most;
    bars.resize(size_t((count + width - 1) / width));
    for (size_t i = 0; i < bars.size(); ++i)
        bars[i] = {first + qint64(i) * width, width, 0, 0};
    bars.back().days = first + count - bars.back().day;
    for (const DayCount &day : days) {
        DayBar &bar = bars[size_t((day.day - first) / width)];
        bar.passed += day.passed;
        bar.failed += day.failed;
    }
    return bars;
}

qint64 niceTop(qint64 messages)
{
    constexpr qint64 highest = std::numeric_limits<qint64>::max() / 10;
    qint64 power = 1;
    while (power < highest) {
        for (qint64 factor : {1, 2, 5}) {
            if (messages <= factor * power)
                return factor * power;
        }
        power *= 10;
    }
    return messages;
}

qint64 highestBar(const std::vector<DayCount> &days, qreal width)
{
    qint64 highest = 0;
    for (const DayBar &bar : barsOf(days, mostBars(width)))
        highest = std::max(highest, bar.passed + bar.failed);
    return highest;
}

DayBarsLayout::DayBarsLayout(const DayBarsData &data, const QFont &font, const QSizeF &size)
    : m_bars(barsOf(data.days, mostBars(size.width())))
    , m_size(size)
    , m_top(data.top)
{
    const qreal line = QFontMetricsF(font).height();
    m_plot = QRectF(0, line + 2, size.width(), std::max(0.0, size.height() - 2 * line - 6));
    if (m_top > 0)
        return;
    for (const DayBar &bar : m_bars)
        m_top = std::max(m_top, bar.passed + bar.failed);
}

qreal DayBarsLayout::height(qint64 messages) const
{
    if (messages <= 0 || m_top <= 0)
        return 0;
    // A day with a single message beside thousands is still seen.
    return std::max(1.0, m_plot.height() * std::min(1.0, double(messages) / double(m_top)));
}

QRectF DayBarsLayout::column(int bar) const
{
    const qreal width = m_plot.width() / qreal(std::max<size_t>(1, m_bars.size()));
    return {m_plot.left() + bar * width, m_plot.top(), width, m_plot.height()};
}

QRectF DayBarsLayout::passed(int bar) const
{
    const QRectF area = column(bar);
    const qreal width = std::min(widestBar, area.width() - std::min(2.0, area.width() / 4));
    const qreal tall = height(m_bars[size_t(bar)].passed);
    return {area.center().x() - width / 2, m_plot.bottom() - tall, width, tall};
}

QRectF DayBarsLayout::failed(int bar) const
{
    const QRectF below = passed(bar);
    const qreal tall = std::min(height(m_bars[size_t(bar)].failed), below.top() - m_plot.top());
    return {below.left(), below.top() - tall, below.width(), tall};
}

int DayBarsLayout::barAt(const QPointF &point) const
{
    if (m_bars.empty() || !m_plot.contains(point))
        return -1;
    const int bar = int((point.x() - m_plot.left()) / column(0).width());
    return std::min(bar, int(m_bars.size()) - 1);
}

void paintDayBars(QPainter &painter, const DayBarsData &data, const DayBarsLayout &layout,
    const QPalette &palette, const QFont &font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QRectF plot = layout.plot();
    QColor line = palette.color(QPalette::PlaceholderText);
    line.setAlphaF(0.35F);
    painter.setPen(QPen(line, 1));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    for (int i = 0; i < int(layout.bars().size()); ++i) {
        if (i == data.hovered) {
            painter.fillRect(layout.column(i), shade(Meaning::Unknown, palette, 0.2));
            if (data.focused) {
                painter.setPen(QPen(palette.color(QPalette::Highlight), 2));
                painter.drawRect(layout.column(i).adjusted(1, 1, -1, -1));
            }
        }
        painter.fillRect(layout.passed(i), color(data.passed, palette));
        painter.fillRect(layout.failed(i), color(data.failed, palette));
    }
    painter.setPen(palette.color(QPalette::PlaceholderText));
    const QRectF above(0, 0, plot.width(), plot.top());
    painter.drawText(above, Qt::AlignLeft | Qt::AlignTop, data.most);
    const QRectF below(
        0, plot.bottom() + 4, plot.width(), layout.size().height() - plot.bottom() - 4);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, data.first);
    if (data.last != data.first)
        painter.drawText(below, Qt::AlignRight | Qt::AlignTop, data.last);
    painter.restore();
}

} // namespace sekisho
