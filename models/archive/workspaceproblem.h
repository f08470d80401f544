// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace sekisho {

/// What can be wrong with a workspace file. tables/workspacetext.h gives each its sentence.
enum class WorkspaceTrouble : quint8 {
    None,
    Missing, ///< there is no such file
    Exists, ///< a new one was to be made, but there is a file already
    NoWorkspace, ///< a file, but not one of Sekisho's; also an SQLite file of another program
    Newer, ///< written by a later version; detail: its number
    InUse, ///< another process writes in it; detail: which, as far as it is known
    ReadOnlyFile, ///< no right to write to the file
    ReadOnlyFolder, ///< no right to write to its folder, where a lock and a journal go
    Full, ///< no space left, or a limit of the system reached
    Damaged, ///< not readable, or only in part; salvage() may help; detail: what SQLite says
    Gone, ///< was there, but the file or its volume is no more
    Unreadable, ///< detail: what the system says
    Unwritable, ///< detail: what the system says
    NotMigrated, ///< an older one could not be brought up to date; detail: why
    Stopped, ///< by the user
};

/// A problem, or none: then it converts to false.
struct WorkspaceProblem {
    WorkspaceTrouble trouble = WorkspaceTrouble::None;
    QString path; ///< of the workspace
    QString detail; ///< in the words of the system

    explicit operator bool() const { return trouble != WorkspaceTrouble::None; }
    bool operator==(const WorkspaceProblem &) const = default;
};

/// A value, or why there is none.
template <typename T> using WorkspaceResult = Result<T, WorkspaceProblem>;

} // namespace sekisho
