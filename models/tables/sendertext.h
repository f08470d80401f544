// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sendermaker.h"

#include <QString>

namespace sekisho {

/// The word for people: "Internal", "Third party", "Unauthorised".
[[nodiscard]] QString classText(SenderClass senderClass);

/// What happened to most of a sender's messages, as an int of the Meaning of ui/paint/theme.h.
[[nodiscard]] int usualMeaning(const Sender &sender);

} // namespace sekisho
