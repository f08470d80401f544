// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

namespace sekisho {

/// Groups of addresses with their addresses, both most messages first.
[[nodiscard]] std::vector<Sender> sendersOf(const Dataset &dataset, const SenderIndex &index,
    Basis basis, const std::vector<Row> &rows, const std::vector<DateSpan> &bins);

} // namespace sekisho
