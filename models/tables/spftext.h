// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/spfexpansion.h"

namespace sekisho {

/// What is wrong or remarkable about an SPF record, as a sentence.
[[nodiscard]] QString spfProblemText(const SpfProblem &problem);

/// Why a term has given no networks, as a sentence.
[[nodiscard]] QString spfOmissionText(SpfOmissionReason reason);

} // namespace sekisho
