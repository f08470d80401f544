// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// How a sender is called on screen and in the summary: its label as visible text, or words for
/// the sender of records whose report names no address.
[[nodiscard]] QString senderName(const QString &label);

} // namespace sekisho
