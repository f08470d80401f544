// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/calendarbars.h"

#include <QCoreApplication>
#include <QDate>
#include <QFontMetricsF>

#include <algorithm>
#include <array>

namespace sekisho {

namespace {

struct CalendarBars {
    Q_DECLARE_TR_FUNCTIONS(CalendarBars)
};

/// Days that QDate and people can name: the years 1 to 9999.
constexpr qint64 firstNamed = -719162;
constexpr qint64 lastNamed = 2932896;

bool hasNames(const std::vector<DayCount> &days)
{
    return days.front().day >= firstNamed && days.back().day <= lastNamed;
}

QDate dateOf(qint64 day)
{
    return QDate(1970, 1, 1).addDays(day);
}

qint64 dayOf(const QDate &date)
{
    return QDate(1970, 1, 1).daysTo(date);
}

/// The first day of the unit after the one that holds `day`.
qint64 nextStart(qint64 day, CalendarUnit unit)
{
    const QDate date = dateOf(day);
    switch (unit) {
    case CalendarUnit::Day: return day + 1;
    case CalendarUnit::Week: return day + 8 - date.dayOfWeek();
    case CalendarUnit::Month: return dayOf(QDate(date.year(), date.month(), 1).addMonths(1));
    case CalendarUnit::Year: return dayOf(QDate(date.year() + 1, 1, 1));
    }
    return day + 1;
}

/// How many bars there are about; exact to one.
qint64 roughCount(const std::vector<DayCount> &days, CalendarUnit unit)
{
    const qint64 count = days.back().day - days.front().day + 1;
    switch (unit) {
    case CalendarUnit::Day: return count;
    case CalendarUnit::Week: return count / 7 + 1;
    case CalendarUnit::Month: return count / 30 + 1;
    case CalendarUnit::Year: break;
    }
    return count / 365 + 1;
}

/// How many bars lie between two labels, finest first.
std::array<int, 6> strides(CalendarUnit unit)
{
    switch (unit) {
    case CalendarUnit::Day: return {1, 2, 7, 14, 28, 56};
    case CalendarUnit::Week: return {1, 2, 4, 8, 13, 26};
    case CalendarUnit::Month: return {1, 2, 3, 6, 12, 24};
    case CalendarUnit::Year: break;
    }
    return {1, 2, 5, 10, 50, 100};
}

/// The first bar that gets a label.
int anchor(const std::vector<DayBar> &bars, CalendarUnit unit, int stride)
{
    const QDate first = dateOf(bars.front().day);
    if (unit == CalendarUnit::Day && stride >= 7)
        return (8 - first.dayOfWeek()) % 7;
    if (unit == CalendarUnit::Month && stride > 1) {
        const int over = (first.month() - 1) % std::min(stride, 12);
        return over == 0 ? 0 : std::min(stride, 12) - over;
    }
    // The piece of a week at the start would be named after a day that begins none.
    if (unit == CalendarUnit::Week && first.dayOfWeek() != 1)
        return 1;
    return 0;
}

} // namespace

CalendarUnit unitFor(const std::vector<DayCount> &days, int most)
{
    if (days.empty())
        return CalendarUnit::Day;
    for (CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month}) {
        if (roughCount(days, unit) <= most)
            return unit;
    }
    return CalendarUnit::Year;
}

std::vector<DayBar> calendarBars(const std::vector<DayCount> &days, CalendarUnit unit, int most)
{
    if (days.empty())
        return {};
    if (!hasNames(days) || (unit == CalendarUnit::Year && roughCount(days, unit) > most))
        return barsOf(days, most);
    std::vector<DayBar> bars;
    const qint64 end = days.back().day + 1;
    for (qint64 start = days.front().day; start < end;) {
        const qint64 next = std::min(nextStart(start, unit), end);
        bars.push_back({start, next - start, 0, 0});
        start = next;
    }
    auto bar = bars.begin();
    for (const DayCount &day : days) {
        while (day.day >= bar->day + bar->days)
            ++bar;
        bar->passed += day.passed;
        bar->failed += day.failed;
    }
    return bars;
}

QString axisText(const DayBar &bar, CalendarUnit unit, const QLocale &locale)
{
    const QDate date = dateOf(bar.day);
    switch (unit) {
    case CalendarUnit::Day:
    case CalendarUnit::Week:
        //: a format of QDate for a day under the axis of a chart, in Japanese "M月d日"
        return locale.toString(date, CalendarBars::tr("d MMM"));
    case CalendarUnit::Month:
        //: a format of QDate for a month under the axis of a chart, in Japanese "yyyy年M月"
        return locale.toString(date, CalendarBars::tr("MMM yyyy"));
    case CalendarUnit::Year: break;
    }
    return QString::number(date.year());
}

std::vector<AxisLabel> axisLabels(const std::vector<DayBar> &bars, CalendarUnit unit,
    const QLocale &locale, qreal columnWidth, const QFont &font)
{
    std::vector<AxisLabel> labels;
    if (bars.empty() || bars.front().day < firstNamed || bars.back().day > lastNamed)
        return labels;
    const QFontMetricsF metrics(font);
    constexpr size_t enough = 400; // months and days repeat
    qreal widest = 0;
    for (size_t i = 0; i < std::min(bars.size(), enough); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(axisText(bars[i], unit, locale)));
    constexpr qreal distance = 20;
    const std::array<int, 6> all = strides(unit);
    const auto fits = [&](int stride) { return stride * columnWidth >= widest + distance; };
    const auto found = std::find_if(all.begin(), all.end(), fits);
    const int stride = found == all.end() ? all.back() : *found;
    const int first = anchor(bars, unit, stride);
    for (size_t i = size_t(first); i < bars.size(); i += size_t(stride))
        labels.push_back({int(i), axisText(bars[i], unit, locale)});
    return labels;
}

CountScale countScale(qint64 highest)
{
    constexpr qint64 steps = 4;
    if (highest <= 0)
        return {};
    CountScale scale;
    scale.step = niceTop((highest + steps - 1) / steps);
    scale.top = (highest + scale.step - 1) / scale.step * scale.step;
    return scale;
}

} // namespace sekisho
