// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace sekisho {

/// What a message is. The first seven are answers, in the order of the talk's six cases with
/// Misconfigured before Spoof; Undetermined says that no answer is likely enough.
enum class MailCase : quint8 {
    Direct, ///< own server or authorised service, DMARC passes
    Forward, ///< relayed by somebody else's server, DKIM survived
    ForwardBroken, ///< relayed by somebody else's server, DKIM absent or broken on the way
    ListOwn, ///< mailing list on one of the owner's servers: DKIM broken, SPF aligned
    ListOther, ///< mailing list of another domain: DKIM broken, SPF not aligned
    Misconfigured, ///< the owner's own or authorised sender, and nothing is aligned
    Spoof, ///< somebody else uses the domain
    Undetermined,
};

/// The answers, without Undetermined.
inline constexpr size_t mailCaseCount = 7;

/// A number for each answer; index with size_t(MailCase).
using CaseScores = std::array<double, mailCaseCount>;

/// The stable word for exports: "direct", "forward", "forward_broken", "list_own", "list_other",
/// "misconfigured", "spoof", "undetermined".
[[nodiscard]] QLatin1StringView caseKey(MailCase mailCase);
[[nodiscard]] std::optional<MailCase> caseOfKey(QStringView key);

} // namespace sekisho
