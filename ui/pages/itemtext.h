// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/reporttext.h"

namespace sekisho {

/// What became of an item of the import log. The first sentence says what its status means, the
/// others are its notes in their order.
[[nodiscard]] Explanation explainItem(const LogItem &item, const Format &format);

/// The same as lines of text, for the clipboard.
[[nodiscard]] QString itemReport(const LogItem &item, const Format &format);

} // namespace sekisho
