// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main/mainwindow.h"

namespace sekisho {

/// Writes a PNG of the window with each page in view into a folder, which must exist; names begin
/// with `prefix`. Gives the paths of what was written; waits for pages that load something.
QStringList savePictures(MainWindow &window, const QString &folder, const QString &prefix);

/// One page as it is; false where it could not be written.
[[nodiscard]] bool savePicture(MainWindow &window, PageId page, const QString &path);

} // namespace sekisho
