// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"
#include "archive/filelock.h"
#include "archive/workspace.h"

namespace sekisho {

/// What the copies of a handle share.
struct Workspace::State {
    QString path;
    std::unique_ptr<FileLock> lock; ///< held: it may be written to
    bool unchanging = false; ///< on a volume or in a folder where SQLite cannot put its journal
    WorkspaceProblem whyReadOnly;
    QString formerCopy;
    std::optional<InterruptedImport> interrupted;

    [[nodiscard]] WorkspaceResult<std::unique_ptr<Connection>> connectToRead() const;
    /// A problem where the workspace is open for reading alone.
    [[nodiscard]] WorkspaceResult<std::unique_ptr<Connection>> connectToWrite() const;
};

/// What a workspace is asked for where there is none.
[[nodiscard]] inline WorkspaceProblem noWorkspace()
{
    return {WorkspaceTrouble::Missing, {}, {}};
}

} // namespace sekisho
