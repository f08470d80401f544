// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace sekisho {

/// Seconds that something took, by the clock on the wall and on all processors together.
struct Took {
    double wall = 0;
    double processor = 0;
};

[[nodiscard]] Took timeOf(const std::function<void()> &work);
/// The middle one; of an even number the mean of both in the middle.
[[nodiscard]] double median(std::vector<double> values);
/// Bytes of this process in memory: now, and at most so far; 0 where the system does not tell.
[[nodiscard]] qint64 residentBytes();
[[nodiscard]] qint64 peakResidentBytes();
/// Lets the peak begin anew at what is in memory now.
void resetPeak();

} // namespace sekisho
