// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/days.h"

namespace sekisho {

namespace {

/// All days from the first to the last, empty ones included.
std::vector<DayCount> filled(const std::vector<DayCount> &days)
{
    // Reports of forged dates must not make a line of millions of days: then only those there are.
    constexpr qint64 mostDays = 20'000;
    std::vector<DayCount> line;
    if (days.empty() || days.back().day - days.front().day >= mostDays)
        return days;
    for (const DayCount &day : days) {
        for (qint64 empty = line.empty() ? day.day : line.back().day + 1; empty < day.day; ++empty)
            line.push_back({empty, 0, 0});
        line.push_back(day);
    }
    return line;
}

} // namespace

Days daysOf(const Dataset &dataset, const std::vector<ReportSums> &reports)
{
    Days days;
    auto last = days.end(); // most reports are of the same day as the one before
    const auto at = [&](qint64 day) -> DaySums & {
        if (last == days.end() || last->first != day)
            last = days.try_emplace(day).first;
        return last->second;
    };
    for (const ReportSums &sums : reports) {
        const DateSpan &period = dataset.reports[sums.report].period;
        // Without dates there is no day; 1970 would make a line of half a century.
        if (!period.isGiven())
            continue;
        const Counts &counts = sums.counts;
        forEachDay(period, counts.passed, [&](qint64 day, qint64 part) { at(day).passed += part; });
        forEachDay(period, counts.messages - counts.passed,
            [&](qint64 day, qint64 part) { at(day).failed += part; });
        for (size_t cell = 0; cell < cellCount; ++cell) {
            if (sums.matrix.messages[cell] <= 0)
                continue;
            forEachDay(period, sums.matrix.messages[cell], [&](qint64 day, qint64 part) {
                at(day).cells[cell] += part;
                at(day).hasCell[cell] = true;
            });
        }
    }
    return days;
}

std::vector<DayCount> timelineOf(const Days &days)
{
    std::vector<DayCount> line;
    line.reserve(days.size());
    for (const auto &[day, sums] : days)
        line.push_back({day, sums.passed, sums.failed});
    return filled(line);
}

std::vector<DayCount> timelineOf(const Days &days, int cell)
{
    const bool pass = Cell::at(cell).passes();
    std::vector<DayCount> line;
    for (const auto &[day, sums] : days) {
        const qint64 count = sums.cells[size_t(cell)];
        if (sums.hasCell[size_t(cell)])
            line.push_back({day, pass ? count : 0, pass ? 0 : count});
    }
    return filled(line);
}

std::vector<DateSpan> binsOf(const std::vector<DayCount> &timeline)
{
    constexpr qint64 mostBins = 60;
    std::vector<DateSpan> bins;
    if (timeline.empty())
        return bins;
    const qint64 first = timeline.front().day;
    const qint64 days = timeline.back().day - first + 1;
    const qint64 width = (days + mostBins - 1) / mostBins;
    for (qint64 day = first; day < first + days; day += width)
        bins.push_back({day * secondsPerDay, (day + width) * secondsPerDay});
    return bins;
}

} // namespace sekisho
