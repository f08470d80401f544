// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "tables/format.h"

namespace sekisho {

/// sekisho-cli fetch: new messages of a mailbox into a folder. Returns the exit status.
[[nodiscard]] int runFetch(const Arguments &arguments, const Format &format);

} // namespace sekisho
