// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

namespace sekisho {

/// What the owner should look at, most important first; from the results of all pages.
[[nodiscard]] std::vector<Finding> findingsOf(const Dataset &dataset, const Results &results);

} // namespace sekisho
