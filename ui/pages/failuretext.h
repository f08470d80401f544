// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/failures/inspection.h"

#include <QString>

namespace sekisho {

/// What the reporter says, in one line: "dmarc=fail · delivered · Identity-Alignment: none".
[[nodiscard]] QString claimText(const FailureReport &report);

/// Why a single mail looks like a case.
[[nodiscard]] QString hintText(CaseHint hint);

} // namespace sekisho
