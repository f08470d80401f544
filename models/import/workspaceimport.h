// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"
#include "import/importer.h"

namespace sekisho {

/// How much is made durable at once: much, so that waiting for the disk costs little, and little, so
/// that little is lost.
struct ImportBatch {
    int files = 5000;
    qint64 bytes = qint64(32) << 20;
    int milliseconds = 2000;
};

/// How an import into a workspace ended.
struct WorkspaceImport {
    /// Everything that is in the workspace now. After a problem what was there before it, with the
    /// batches that became durable.
    DatasetPtr dataset;
    /// Files: those that were looked at. `skipped` were known, `changed` had been read before.
    ImportProgress counts;
    /// Given paths and known files that are not there any more; what they brought is kept.
    QStringList gone;
    WorkspaceProblem problem; ///< set: it did not come to its end

    bool operator==(const WorkspaceImport &) const = default;
};

/// Reads what is new or has changed under `paths` into a workspace. Files whose path, size and date
/// are known are not opened. Durable in batches: what was committed stays, whatever happens.
/// `earlier` is what is in the workspace, where the caller has it. Paths are made absolute. When
/// stopped, what was read until then is kept. Blocking; call it off the UI thread.
[[nodiscard]] WorkspaceImport importInto(const Workspace &workspace, const QStringList &paths,
    const DatasetPtr &earlier, const Limits &limits, const Stop &stop,
    const ReportProgress &progress = {}, const ImportBatch &batch = {});

} // namespace sekisho
