// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace sekisho {

/// A span of time in seconds since the epoch, UTC. `end` is what the reporter wrote as the end:
/// usually the last second, with some reporters the first second after.
struct DateSpan {
    qint64 begin = 0;
    qint64 end = 0;

    /// Whether there are dates at all: a report may have lost its own.
    [[nodiscard]] bool isGiven() const { return begin != 0 || end != 0; }
    [[nodiscard]] qint64 length() const { return end - begin; }
    [[nodiscard]] qint64 middle() const { return begin + (end - begin) / 2; }
    /// Both together; one that is not given adds nothing.
    [[nodiscard]] DateSpan united(const DateSpan &other) const
    {
        if (!isGiven() || !other.isGiven())
            return isGiven() ? *this : other;
        return {std::min(begin, other.begin), std::max(end, other.end)};
    }
    bool operator==(const DateSpan &) const = default;
};

inline constexpr qint64 secondsPerDay = 86400;

/// The UTC day (days since the epoch) that a moment falls on; also before 1970.
constexpr qint64 dayOf(qint64 seconds)
{
    return seconds >= 0 ? seconds / secondsPerDay : -((-seconds + secondsPerDay - 1) / secondsPerDay);
}

} // namespace sekisho
