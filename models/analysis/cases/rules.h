// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/evidence.h"
#include "analysis/cases/facts.h"

#include <span>

namespace sekisho {

/// What an evidence's operand is; turned into text only where evidence is shown.
enum class Operand : quint8 {
    None,
    Host,
    MailFrom,
    Signer,
    Selector,
    Entry,
    Service,
    Sealer,
    HeaderFrom,
    Messages, ///< of the source that the rule looked at
    Reporters,
    Days,
    Percent,
};

/// One rule: how strongly it finds its evidence (0 not at all … 1 fully) and what that weighs.
struct Rule {
    RuleId id = RuleId::DmarcPassed;
    double (*strength)(const Facts &) = nullptr;
    std::array<Operand, 3> operands{};
    CaseScores weights{}; ///< as Evidence::weights, at full strength
};

/// All rules in the order of RuleId: the hard facts first.
[[nodiscard]] std::span<const Rule, ruleCount> rules();

/// What speaks for a case before anything is known of the mail.
[[nodiscard]] const CaseScores &priors();

/// Sums of strength times weight, and the prior, for each case.
[[nodiscard]] CaseScores scoresOf(const Facts &facts, std::span<const Rule> table);

/// Scores as probabilities that add up to 1 (softmax).
[[nodiscard]] CaseScores probabilitiesOf(const CaseScores &scores);

/// What the rules found in this pattern, strongest first.
[[nodiscard]] std::vector<Evidence> evidenceOf(
    const CaseContext &context, quint32 pattern, const Facts &facts);

} // namespace sekisho
