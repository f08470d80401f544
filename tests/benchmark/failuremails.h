// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// What loading a folder of failure mails took, in seconds.
struct FailureTimes {
    int read = 0; ///< failure reports that were found
    double load = 0; ///< from folder to dataset
    double show = 0; ///< select and group into campaigns
};

/// Fills a folder with so many failure mails, English and Japanese, with links and attachments.
void makeFailureMails(const QString &folder, int mails);

/// Makes so many of them in a folder of its own, and loads them.
[[nodiscard]] FailureTimes measureFailures(int mails);

} // namespace sekisho
