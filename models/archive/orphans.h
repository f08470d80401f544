// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"

namespace sekisho {

/// Takes away texts, outcomes and originals that nothing refers to any more.
[[nodiscard]] WorkspaceProblem removeOrphans(Connection &connection);

} // namespace sekisho
