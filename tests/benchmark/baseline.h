// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// Finds, reads and inflates all files of a folder with libdeflate and does nothing else: the
/// measure for reading them in earnest. Gives the bytes that came out.
[[nodiscard]] qint64 inflateFolder(const QString &folder, int threads);

} // namespace sekisho
