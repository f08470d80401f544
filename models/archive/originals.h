// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"

namespace sekisho {

/// The bytes of a file or mail as a workspace keeps them.
struct PackedOriginal {
    QByteArray sha256; ///< of the bytes as they came, in hex
    qint64 size = 0; ///< as they came
    bool compressed = false; ///< with zlib; else as they came, where that is not larger
    QByteArray bytes;

    bool operator==(const PackedOriginal &) const = default;
};

/// Hashes and compresses, so that it can be done on many threads.
[[nodiscard]] PackedOriginal packOriginal(const QByteArray &bytes);
/// As they came; a problem where they are not what their hash says.
[[nodiscard]] WorkspaceResult<QByteArray> unpackOriginal(const PackedOriginal &original);

/// The bytes of the file or mail that an item came in, as they were; `Missing` where they are not
/// kept.
[[nodiscard]] WorkspaceResult<QByteArray> storedOriginal(
    const Workspace &workspace, const Origin &origin);

} // namespace sekisho
