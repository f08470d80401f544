// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/workspaceimport.h"

namespace sekisho {

/// What a workspace remembers of where its reports come from.
struct WorkspacePaths {
    QStringList folders; ///< that were opened into it; looked at again for what is new
    QStringList unfinished; ///< of an import that has not come to its end
    bool watch = false; ///< while a window is open, the folders are watched

    bool operator==(const WorkspacePaths &) const = default;
};

/// What cannot be read is nothing: the reports themselves are not concerned.
[[nodiscard]] WorkspacePaths workspacePaths(const Workspace &workspace);
[[nodiscard]] WorkspaceProblem saveWatch(const Workspace &workspace, bool watch);

/// Nobody wants to go on with what was not finished.
void giveUpUnfinished(const Workspace &workspace);

/// importInto(), with the folders among the paths remembered, and the paths themselves until the
/// import has come to its end.
[[nodiscard]] WorkspaceImport importAndRemember(const Workspace &workspace,
    const QStringList &paths, const DatasetPtr &earlier, const Limits &limits, const Stop &stop,
    const ReportProgress &progress = {});

} // namespace sekisho
