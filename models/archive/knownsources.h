// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"

#include <QHash>
#include <QSet>

namespace sekisho {

/// What a workspace knows of a file that was read.
struct KnownSource {
    qint64 size = 0;
    qint64 modified = 0; ///< UTC seconds
    qint64 readAt = 0; ///< UTC seconds
    QByteArray sha256; ///< empty: it could not be read

    [[nodiscard]] bool isSame(qint64 otherSize, qint64 otherModified) const
    {
        return size == otherSize && modified == otherModified;
    }
    /// Whether a file of this size and date is surely the one that was read. One that was written
    /// in the very moment in which it was read may have changed since without showing it.
    [[nodiscard]] bool isSurely(qint64 otherSize, qint64 otherModified) const
    {
        constexpr qint64 moment = 2;
        return !sha256.isEmpty() && isSame(otherSize, otherModified) && modified + moment <= readAt;
    }
    bool operator==(const KnownSource &) const = default;
};

/// The files that were read before, by path, and those that are not to be read again.
struct KnownSources {
    QHash<QString, KnownSource> byPath;
    QSet<QByteArray> forgotten; ///< fingerprints

    bool operator==(const KnownSources &) const = default;
};

[[nodiscard]] WorkspaceResult<KnownSources> loadKnownSources(const Workspace &workspace);

/// Tells a file that was forgotten without keeping its name.
[[nodiscard]] QByteArray sourceFingerprint(const QString &path, qint64 size, qint64 modified);

} // namespace sekisho
