// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/matrixfixture.h"

namespace sekisho::fixture {

inline constexpr qint64 day = secondsPerDay;
inline constexpr qint64 startDay = 17433; // 2017-09-24
inline constexpr qint64 start = startDay * day;

/// A report of whole days; the first one is counted from the start.
inline AggregateReport reportOf(
    const QString &org, qint64 firstDay, const std::vector<Record> &records, qint64 days = 1)
{
    AggregateReport result = report(org, org + QString::number(firstDay));
    result.period = {start + firstDay * day, start + (firstDay + days) * day - 1};
    result.records = records;
    return result;
}

} // namespace sekisho::fixture
