// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"

namespace sekisho {

/// What marks an SQLite file as one of Sekisho's: "Seki".
inline constexpr qint64 workspaceApplicationId = 0x53656b69;
/// The version of the tables that this program writes, kept as SQLite's user_version.
inline constexpr qint64 workspaceVersion = 1;

/// The page size of new files: reports by the thousand are written in long runs.
inline constexpr int workspacePageBytes = 8192;

/// Makes all tables in an empty file.
[[nodiscard]] WorkspaceProblem makeTables(Connection &connection);

} // namespace sekisho
