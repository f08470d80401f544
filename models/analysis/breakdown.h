// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/days.h"

namespace sekisho {

/// The reporting organizations, most messages first.
[[nodiscard]] std::vector<Share> reportersOf(const Dataset &dataset, const Sums &sums);

/// What was done with the messages, in the order of Disposition.
[[nodiscard]] std::vector<Share> dispositionsOf(const Sums &sums);

/// What the domains published, the newest of each first.
[[nodiscard]] std::vector<PolicySpan> policiesOf(const Dataset &dataset, const Sums &sums);

/// Per cell: what the mechanisms said, days. Senders come from SenderSums::top.
[[nodiscard]] std::array<CellDetail, cellCount> cellDetailsOf(const Sums &sums, const Days &days);

/// The policy domains, where there are several and few enough for tiles.
[[nodiscard]] std::vector<StringId> domainsForTiles(const Dataset &dataset);

/// One tile per domain, most messages first; without messages where the sums have none.
[[nodiscard]] std::vector<DomainTile> domainTilesOf(
    const Dataset &dataset, const std::vector<StringId> &domains, const Sums &sums);

/// The word for an outcome of a mechanism, for example "softfail", "missing".
[[nodiscard]] QString failWord(FailReason reason);

} // namespace sekisho
