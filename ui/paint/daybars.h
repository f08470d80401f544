// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"
#include "paint/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace sekisho {

/// Messages per UTC day as bars, what passed under what failed.
struct DayBarsData {
    std::vector<DayCount> days; ///< in order; days left out count as empty
    Meaning passed = Meaning::Aligned; ///< colours
    Meaning failed = Meaning::Failed;
    QString first; ///< texts under the axis
    QString last;
    QString most; ///< text at the line of `top`
    qint64 top = 0; ///< messages at the upper end; see niceTop()
    int hovered = -1; ///< index of a bar
    bool focused = false;

    bool operator==(const DayBarsData &) const = default;
};

/// One bar: a day, or several where there are more days than places.
struct DayBar {
    qint64 day = 0; ///< the first
    qint64 days = 1;
    qint64 passed = 0;
    qint64 failed = 0;

    bool operator==(const DayBar &) const = default;
};

/// At most `most` bars of the same number of days each, from the first to the last day.
[[nodiscard]] std::vector<DayBar> barsOf(const std::vector<DayCount> &days, int most);
/// The next of 1, 2, 5, 10, 20, 50 … that is not below.
[[nodiscard]] qint64 niceTop(qint64 messages);

/// Where the bars stand: pure geometry.
class DayBarsLayout final {
public:
    DayBarsLayout() = default;
    DayBarsLayout(const DayBarsData &data, const QFont &font, const QSizeF &size);

    [[nodiscard]] const std::vector<DayBar> &bars() const { return m_bars; }
    /// The area of the bars, without texts.
    [[nodiscard]] QRectF plot() const { return m_plot; }
    /// The whole column over which the pointer finds the bar.
    [[nodiscard]] QRectF column(int bar) const;
    /// What is drawn of it: passed below, failed on top.
    [[nodiscard]] QRectF passed(int bar) const;
    [[nodiscard]] QRectF failed(int bar) const;
    /// -1 outside.
    [[nodiscard]] int barAt(const QPointF &point) const;
    [[nodiscard]] QSizeF size() const { return m_size; }

private:
    [[nodiscard]] qreal height(qint64 messages) const;

    std::vector<DayBar> m_bars;
    QSizeF m_size;
    QRectF m_plot;
    qint64 m_top = 0;
};

/// The most messages of a bar at this width, for niceTop().
[[nodiscard]] qint64 highestBar(const std::vector<DayCount> &days, qreal width);

void paintDayBars(QPainter &painter, const DayBarsData &data, const DayBarsLayout &layout,
    const QPalette &palette, const QFont &font);

} // namespace sekisho
