// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "reading/reader.h"

namespace sekisho {

/// Reads the bytes of an item again from where it came: the document, or the container that could
/// not be unpacked. Fails when the file is gone or unreadable. Blocking; call it off the UI thread.
[[nodiscard]] Result<QByteArray> loadOriginal(const Origin &origin, const Limits &limits);

} // namespace sekisho
