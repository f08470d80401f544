// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/mailcase.h"
#include "base/limits.h"
#include "base/result.h"
#include "report/mailsample.h"

namespace sekisho {

/// A result of a check, as somebody wrote it.
struct AuthEntry {
    QString server; ///< who says so
    QString field; ///< "Authentication-Results", "ARC-Authentication-Results i=1", "Feedback"
    AuthMethod method;
    QString domain; ///< what it is about
    bool trusted = false; ///< the receiver's own word
    bool aligned = false; ///< passed, for a domain that is aligned with From

    bool operator==(const AuthEntry &) const = default;
};

/// Why a mail looks like a case.
enum class CaseHint : quint8 {
    AlignedSpf,
    AlignedDkimOnly, ///< DKIM survived, SPF is that of somebody else
    ListFields, ///< List-Id, List-Post, Precedence: list
    ArcPassedBefore, ///< a server on the way saw SPF or DKIM pass
    OwnSignatureBroken,
    OtherDomainPassed, ///< something passed, for another domain
    NothingPassed,
};

/// A mail taken apart: its way, what checks said, and what that means.
struct Inspection {
    FailureReport report; ///< alignment and links recomputed; of a mail that nobody reported: those alone
    MailSample sample;
    QByteArray bytes; ///< the sample as it was
    std::vector<ReceivedHop> hops; ///< from where it began to where it was received
    std::vector<AuthEntry> results;
    MailCase looksLike = MailCase::Undetermined;
    CaseHint hint = CaseHint::NothingPassed;
    bool reported = false; ///< came in a failure report
};

/// The n-th failure report of a mail (from 0).
[[nodiscard]] Result<Inspection> inspectFailure(const QByteArray &mail, int number, const Limits &limits);

/// Any mail, or a header alone. The server that wrote the topmost Authentication-Results field is
/// taken for the receiver's own.
[[nodiscard]] Inspection inspectMail(const QByteArray &mail, const Limits &limits);

} // namespace sekisho
