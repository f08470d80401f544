// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "tables/format.h"

namespace sekisho {

/// What a rule found, as a whole sentence with its operands.
[[nodiscard]] QString evidenceText(const Evidence &evidence, const Format &format);

/// The same, and which way it points: "… This speaks for “Forward”."
[[nodiscard]] QString evidenceSentence(
    const Evidence &evidence, MailCase mailCase, const Format &format);

/// What evidence counts for, in a word: "decisive", "strong", "some", "little".
[[nodiscard]] QString weightText(double towards);

} // namespace sekisho
