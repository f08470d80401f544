// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "tables/format.h"

namespace sekisho {

/// A case by name: "Direct", "Forward".
[[nodiscard]] QString caseName(MailCase mailCase);
/// What a case is, in a sentence.
[[nodiscard]] QString caseMeaning(MailCase mailCase);
/// How a case is told from others, and what follows from it: the guide.
[[nodiscard]] QString caseExplanation(MailCase mailCase);
/// The line of the talk's table: "yours · SPF pass · DKIM pass".
[[nodiscard]] QString caseTrace(MailCase mailCase);

/// "almost certain", "likely", "possible", "uncertain".
[[nodiscard]] QString certaintyText(double probability);
/// What a record or sender is, as one sentence with its certainty.
[[nodiscard]] QString verdictText(
    const Verdict &verdict, const QString &sender, const QString &domain, const Format &format);

/// Something for the owner to do.
enum class Advice : quint8 {
    Nothing,
    Watch,
    Register,
    Sign,
    FixSpf,
    AskList,
    AskRelay,
    SignOnList,
    Enforce,
    ChangeKey,
    LoadHostNames,
};

/// What advice depends on beside the verdict.
struct AdviceFacts {
    Cell cell{};
    bool ownSignature = false; ///< the mail bears one, sound or broken
    bool registered = false; ///< the source is registered
    bool hostNames = false; ///< some are known
    Policy policy = Policy::Missing; ///< published for the From domain
};

/// What to do next, most useful first; never empty.
[[nodiscard]] std::vector<Advice> adviceFor(const Verdict &verdict, const AdviceFacts &facts);
[[nodiscard]] QString adviceText(Advice advice, const QString &sender);

} // namespace sekisho
