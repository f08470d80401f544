// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/daybars.h"

#include <QLocale>

namespace sekisho {

/// What one bar of a chart over time stands for.
enum class CalendarUnit : quint8 { Day, Week, Month, Year };

/// The finest unit that needs at most `most` bars for these days.
[[nodiscard]] CalendarUnit unitFor(const std::vector<DayCount> &days, int most);

/// A bar per day, ISO week, month or year, from the first to the last day; bars at the ends hold
/// only the days that there are. Spans no calendar reaches fall into `most` bars of equal length.
[[nodiscard]] std::vector<DayBar> calendarBars(
    const std::vector<DayCount> &days, CalendarUnit unit, int most);

/// A text under the axis.
struct AxisLabel {
    int bar = 0;
    QString text;

    bool operator==(const AxisLabel &) const = default;
};

/// The text for the start of a bar, in the words of the language.
[[nodiscard]] QString axisText(const DayBar &bar, CalendarUnit unit, const QLocale &locale);

/// As many labels as find room at this width of a column, at places that people look for: Mondays,
/// the first month of the year.
[[nodiscard]] std::vector<AxisLabel> axisLabels(const std::vector<DayBar> &bars, CalendarUnit unit,
    const QLocale &locale, qreal columnWidth, const QFont &font);

/// Where the lines of a vertical axis stand: multiples of `step` from 0 to `top`.
struct CountScale {
    qint64 top = 1;
    qint64 step = 1;

    bool operator==(const CountScale &) const = default;
};

/// About four steps of 1, 2 or 5 times a power of ten, up to the first that is not below.
[[nodiscard]] CountScale countScale(qint64 highest);

} // namespace sekisho
