// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"

#include <functional>
#include <vector>

namespace sekisho {

/// Brings a workspace of one version to the next.
struct Migration {
    qint64 from = 0; ///< becomes from + 1
    std::function<WorkspaceProblem(Connection &)> apply;
};

/// All there are, oldest first.
[[nodiscard]] const std::vector<Migration> &migrations();

/// Keeps a copy beside the file ("name.sekisho.v1", with a number where that is taken), then brings
/// it to version `to`, each step in one transaction. Gives the path of the copy. After a problem
/// the file is of the version that the last whole step gave it.
[[nodiscard]] WorkspaceResult<QString> migrate(
    Connection &connection, const std::vector<Migration> &steps, qint64 to);

} // namespace sekisho
