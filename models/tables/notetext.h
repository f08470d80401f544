// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reader.h"

namespace sekisho {

/// What was found, as whole sentences in the language of the user: what happened, what it means,
/// how often and where.
[[nodiscard]] QString noteText(const Note &note);
/// "Line 12, column 5", "Byte 512" or nothing.
[[nodiscard]] QString placeText(const Place &place);
[[nodiscard]] QString severityText(Severity severity);

/// A few words: "Read", "Duplicate", …
[[nodiscard]] QString statusText(ItemStatus status);
/// A sentence that says what the status means for the numbers shown.
[[nodiscard]] QString statusMeaning(ItemStatus status);
/// A few words: "Aggregate report", …
[[nodiscard]] QString kindText(ItemKind kind);

} // namespace sekisho
