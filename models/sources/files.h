// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/result.h"
#include "base/stop.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace sekisho {

/// A file that the user's paths lead to, or a path that leads to none.
struct FoundFile {
    QString path;
    qint64 size = 0;
    qint64 modified = 0; ///< UTC seconds
    std::optional<Note> problem; ///< set: nothing to read here, and why

    bool operator==(const FoundFile &) const = default;
};

/// All files under the paths, folders recursively, each once, sorted by path within each given
/// path. Folders that are symbolic links are followed only when given themselves, so there are no
/// loops. Pipes, devices, missing and unreadable ones come with their problem.
[[nodiscard]] std::vector<FoundFile> findFiles(const QStringList &paths, const Stop &stop);

/// The file at a path; where that is no file, what is there instead is its problem.
[[nodiscard]] FoundFile fileAt(const QString &path);

/// The bytes of a found file, or why there are none: too large, unreadable, vanished.
[[nodiscard]] Result<QByteArray> readFile(const FoundFile &file, const Limits &limits);

} // namespace sekisho
