// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sums.h"

#include <algorithm>
#include <map>

namespace sekisho {

/// Calls visit(day, part) for the UTC days that messages of a report are spread over: the day of
/// its middle up to 25 hours, evenly all of its days above; the parts always add up to `messages`.
template <typename Visit> void forEachDay(const DateSpan &period, qint64 messages, Visit visit)
{
    constexpr qint64 oneReport = 25 * 3600;
    // A hostile report may span millennia; beyond this its middle has to do.
    constexpr qint64 mostDays = 3660;
    const qint64 firstDay = dayOf(period.begin);
    const qint64 days = dayOf(std::max(period.begin, period.end - 1)) - firstDay + 1;
    if (period.length() <= oneReport || days > mostDays) {
        visit(dayOf(period.middle()), messages);
        return;
    }
    for (qint64 i = 0; i < days; ++i) // differences of running shares: they add up exactly
        visit(firstDay + i, messages * (i + 1) / days - messages * i / days);
}

/// Messages of one day, in all and of the cells that report any.
struct DaySums {
    qint64 passed = 0;
    qint64 failed = 0;
    std::array<qint64, cellCount> cells{};
    std::array<bool, cellCount> hasCell{};
};

/// By days since 1970-01-01; reports without dates have none.
using Days = std::map<qint64, DaySums>;

[[nodiscard]] Days daysOf(const Dataset &dataset, const std::vector<ReportSums> &reports);

/// Every UTC day from the first to the last with messages.
[[nodiscard]] std::vector<DayCount> timelineOf(const Days &days);
/// The same for one cell of the matrix.
[[nodiscard]] std::vector<DayCount> timelineOf(const Days &days, int cell);

/// At most 60 spans of whole days that cover the timeline, for sparklines.
[[nodiscard]] std::vector<DateSpan> binsOf(const std::vector<DayCount> &timeline);

} // namespace sekisho
