// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"

#include <QStringList>

#include <functional>

namespace sekisho {

/// How far an import is.
struct ImportProgress {
    int files = 0;
    int filesInAll = 0;
    qint64 bytes = 0; ///< read from disk
    int reports = 0;
    qint64 records = 0;
    int problems = 0; ///< items that could not be read
    int skipped = 0; ///< files that a workspace knows, unchanged: not read; not among `files`
    int changed = 0; ///< files that were read before, but have changed since

    bool operator==(const ImportProgress &) const = default;
};

/// Called now and then from the thread that imports.
using ReportProgress = std::function<void(const ImportProgress &)>;

/// Reads all reports under `paths` into a dataset, added to `earlier` where there is one. Files
/// are read by several threads and put together in the order of their paths, so the result does
/// not depend on timing. Every file ends as at least one item. When stopped, what was read until
/// then is in the dataset. Blocking; call it off the UI thread.
[[nodiscard]] DatasetPtr importPaths(const QStringList &paths, const DatasetPtr &earlier,
    const Limits &limits, const Stop &stop, const ReportProgress &progress = {});

} // namespace sekisho
