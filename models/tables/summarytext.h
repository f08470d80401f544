// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"
#include "tables/format.h"

namespace sekisho {

/// The summary as plain text in the current language: period, messages, how many pass and do not
/// pass DMARC, SPF and DKIM (as weekly statistics in the field have them), the alignment matrix,
/// the senders with most messages, and how the files ended.
[[nodiscard]] QString summaryText(const Dataset &dataset, const Results &results, const Format &format);

} // namespace sekisho
