// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sums.h"

namespace sekisho {

/// What the owner should look at, most important first. `filter` chooses reports alone, see
/// reportPart(); of `results` are needed totals, policies, reports and rows; `sums` are of these
/// rows.
[[nodiscard]] std::vector<Finding> findingsOf(const Dataset &dataset, const SenderIndex &senders,
    const Filter &filter, const Results &results, const Sums &sums);

} // namespace sekisho
