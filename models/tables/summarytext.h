// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "analysis/results.h"
#include "tables/format.h"

namespace sekisho {

/// The summary as plain text in the current language: period, messages, how many pass and do not
/// pass DMARC, SPF and DKIM (as weekly statistics in the field have them), the alignment matrix,
/// the cases, the senders with most messages, and how the files ended. Without cases while nothing
/// is judged.
[[nodiscard]] QString summaryText(const Dataset &dataset, const Results &results,
    const CaseCounts &cases, const Format &format);

} // namespace sekisho
