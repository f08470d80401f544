// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

namespace sekisho {

/// What the owner should look at, most important first. `filter` chooses reports alone, see
/// reportPart(); of `results` are needed totals, senders, policies, reports and rows.
[[nodiscard]] std::vector<Finding> findingsOf(
    const Dataset &dataset, const Filter &filter, const Results &results);

} // namespace sekisho
