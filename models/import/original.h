// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"
#include "base/result.h"
#include "reading/reader.h"

namespace sekisho {

/// Reads the bytes of an item again from where it came: the document, or the container that could
/// not be unpacked. Fails when the file is gone or unreadable. Blocking; call it off the UI thread.
[[nodiscard]] Result<QByteArray> loadOriginal(const Origin &origin, const Limits &limits);

/// The same out of a workspace, which has the bytes as they were read even where the file has
/// changed or is gone; where it did not keep them, from where the item came.
[[nodiscard]] Result<QByteArray> loadOriginal(
    const Workspace &workspace, const Origin &origin, const Limits &limits);

} // namespace sekisho
