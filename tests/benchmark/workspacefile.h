// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// What a folder took to get into a new workspace, in seconds.
struct WorkspaceImportTimes {
    double import = 0; ///< durable, originals kept
    double summary = 0;
    double nothingNew = 0; ///< the same folder once more
    qint64 fileBytes = 0;
    qint64 messages = 0;
};

[[nodiscard]] WorkspaceImportTimes measureWorkspaceImport(const QString &folder, const QString &file);

/// Makes a workspace of so many records; gives its size in bytes.
[[nodiscard]] qint64 makeWorkspace(const QString &file, int records, int addresses);

/// What it took to open a workspace until the first page has its data.
struct WorkspaceOpening {
    double load = 0; ///< seconds
    double firstPage = 0; ///< seconds, load included
    double processor = 0; ///< seconds of processor for both
    qint64 records = 0;
    qint64 peakBytes = 0;
};

/// In this process, which should have done nothing before.
[[nodiscard]] WorkspaceOpening openWorkspaceHere(const QString &file);
/// In a process of its own, since memory once used is not given back.
[[nodiscard]] WorkspaceOpening openWorkspace(const QString &file);

} // namespace sekisho
