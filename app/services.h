// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/knownservices.h"

namespace sekisho {

/// The services of the resources' senders.json.
[[nodiscard]] KnownServices builtInServices();

} // namespace sekisho
