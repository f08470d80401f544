// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"

namespace sekisho {

/// Takes away what was read out of a source, but neither the source nor its original.
[[nodiscard]] WorkspaceProblem removeItemsOf(Connection &connection, qint64 source);

/// Takes away the items whose ids are in the temporary table "doomed" with all that belongs to
/// them.
[[nodiscard]] WorkspaceProblem removeDoomedItems(Connection &connection);

/// An empty temporary table "doomed(id)".
[[nodiscard]] WorkspaceProblem prepareDoomed(Connection &connection);

} // namespace sekisho
