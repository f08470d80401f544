// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

namespace sekisho {

/// Every UTC day from the first to the last with messages; long reports are spread over theirs,
/// reports without dates have none.
[[nodiscard]] std::vector<DayCount> timelineOf(
    const Dataset &dataset, const Filter &filter, const std::vector<Row> &rows);

/// At most 60 spans of whole days that cover the timeline, for sparklines.
[[nodiscard]] std::vector<DateSpan> binsOf(const std::vector<DayCount> &timeline);

/// Fills reporters, dispositions and policies.
void addBreakdowns(const Dataset &dataset, const Filter &filter, Results &results);

/// Per cell: top senders, what the mechanisms said, days.
[[nodiscard]] std::array<CellDetail, cellCount> cellDetailsOf(const Dataset &dataset,
    const SenderIndex &senders, Basis basis, const std::vector<Row> &rows);

/// One tile per policy domain, most messages first, whatever domains the filter chooses; without
/// messages where it leaves none. No tiles when there is only one domain, or more than fit.
[[nodiscard]] std::vector<DomainTile> domainTilesOf(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop);

/// The word for an outcome of a mechanism, for example "softfail", "missing".
[[nodiscard]] QString failWord(FailReason reason);

} // namespace sekisho
