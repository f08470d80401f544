// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// What a reader must find in a folder that was made.
struct MadeFolder {
    int reports = 0;
    qint64 records = 0;
    qint64 messages = 0;
    qint64 fileBytes = 0;
    qint64 xmlBytes = 0;
};

/// Fills a folder with reports as they come: 60 % .xml.gz, 35 % .zip, 5 % .xml.
[[nodiscard]] MadeFolder makeFolder(const QString &folder, int reports);

} // namespace sekisho
