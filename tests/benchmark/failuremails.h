// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sekisho {

/// What loading a folder of failure mails took, in seconds.
struct FailureTimes {
    int read = 0; ///< failure reports that were found
    double load = 0; ///< from folder to dataset
    double show = 0; ///< select and group into campaigns
};

/// Makes so many failure mails in a folder of its own, English and Japanese, with links and
/// attachments, and loads them.
[[nodiscard]] FailureTimes measureFailures(int mails);

} // namespace sekisho
