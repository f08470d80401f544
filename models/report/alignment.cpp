// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/alignment.h"

#include "report/aggregatereport.h"

#include <algorithm>

namespace sekisho {

namespace {

/// What the results of one mechanism say by themselves.
struct Raw {
    bool alignedPass = false;
    bool unalignedPass = false;
    bool alignedBroken = false; ///< an aligned identity that was checked and did not verify
    FailReason reason = FailReason::Missing;
};

FailReason failReason(AuthResult result)
{
    switch (result) {
    case AuthResult::Missing: return FailReason::Missing;
    case AuthResult::None: return FailReason::None;
    case AuthResult::Neutral: return FailReason::Neutral;
    case AuthResult::Pass: return FailReason::Passed;
    case AuthResult::Fail: return FailReason::Fail;
    case AuthResult::SoftFail: return FailReason::SoftFail;
    case AuthResult::Policy: return FailReason::Policy;
    case AuthResult::TempError: return FailReason::TempError;
    case AuthResult::PermError: return FailReason::PermError;
    case AuthResult::Unknown: return FailReason::Unknown;
    }
    return FailReason::Unknown;
}

/// Whether a result speaks against the signature: not where there was none to check, where the
/// check could not be made for now, or where a good signature was refused (policy). Neutral is a
/// signature that could not be processed, with some reporters one that does not match.
bool isBroken(AuthResult result, const QString &humanResult)
{
    const auto says = [&](QStringView words) {
        return humanResult.contains(words, Qt::CaseInsensitive);
    };
    switch (result) {
    case AuthResult::Pass:
    case AuthResult::None:
    case AuthResult::Missing:
    case AuthResult::TempError:
    case AuthResult::Policy: return false;
    case AuthResult::Neutral:
        return says(u"hash") || says(u"mismatch") || says(u"did not verify") || says(u"modified");
    case AuthResult::Fail:
    case AuthResult::SoftFail:
    case AuthResult::PermError:
    case AuthResult::Unknown: return true;
    }
    return true;
}

bool isStrict(const QString &mode)
{
    return mode.compare(u"s", Qt::CaseInsensitive) == 0;
}

class Axis final {
public:
    Axis(const QString &headerFrom, bool strict, const OrganizationalDomains &domains)
        : m_headerFrom(headerFrom)
        , m_strict(strict)
        , m_domains(domains)
    {
    }

    void add(const QString &domain, AuthResult result, const QString &humanResult)
    {
        const QString name = normalizedDomain(domain);
        // Without a domain there is no telling what passed.
        if (name.isEmpty())
            return;
        const bool aligned = m_domains.aligned(name, m_headerFrom, m_strict);
        // Reasons stand in the order of their strength, passes before all.
        m_raw.reason = std::min(m_raw.reason, failReason(result));
        if (result == AuthResult::Pass)
            (aligned ? m_raw.alignedPass : m_raw.unalignedPass) = true;
        else if (aligned && isBroken(result, humanResult))
            m_raw.alignedBroken = true;
    }
    [[nodiscard]] const Raw &raw() const { return m_raw; }

private:
    const QString &m_headerFrom;
    bool m_strict;
    const OrganizationalDomains &m_domains;
    Raw m_raw;
};

MechanismOutcome outcomeOf(Evaluated evaluated, const Raw &raw, bool anyResults)
{
    MechanismOutcome outcome;
    outcome.computed = raw.alignedPass ? Outcome::Aligned
        : raw.unalignedPass            ? Outcome::Unaligned
                                       : Outcome::Failed;
    outcome.reason = anyResults ? raw.reason : FailReason::NotReported;
    switch (evaluated) {
    case Evaluated::Pass:
        outcome.reported = Outcome::Aligned;
        outcome.passWithoutResult = !raw.alignedPass;
        break;
    case Evaluated::Fail:
        outcome.reported = raw.alignedPass ? Outcome::Failed : outcome.computed;
        outcome.alignedButFail = raw.alignedPass;
        break;
    case Evaluated::Missing:
    case Evaluated::Other:
        outcome.reported = outcome.computed;
        outcome.evaluatedUnknown = true;
        break;
    }
    return outcome;
}

/// Results for the HELO identity count in one case alone: a null reverse path, where RFC 7489
/// §3.1.2 lets postmaster@HELO stand in, and nothing else was checked. A reverse path that is
/// not reported is no null one.
void addSpf(const Record &record, Axis &axis)
{
    const bool nullPath = record.hasEnvelopeFrom && record.envelopeFrom.isEmpty();
    const bool heloStandsIn = nullPath && record.spf.size() == 1;
    for (const SpfEntry &entry : record.spf) {
        if (entry.scope != u"helo" || heloStandsIn)
            axis.add(entry.domain, entry.result, entry.humanResult);
    }
}

} // namespace

RecordAlignment alignmentOf(
    const Record &record, const PublishedPolicy &policy, const OrganizationalDomains &domains)
{
    const QString headerFrom = normalizedDomain(record.headerFrom);
    Axis dkim(headerFrom, isStrict(policy.adkim), domains);
    for (const DkimEntry &entry : record.dkim)
        dkim.add(entry.domain, entry.result, entry.humanResult);
    Axis spf(headerFrom, isStrict(policy.aspf), domains);
    addSpf(record, spf);
    const bool anyResults = !record.dkim.empty() || !record.spf.empty();
    RecordAlignment alignment;
    alignment.dkim = outcomeOf(record.dkimEvaluated, dkim.raw(), anyResults);
    alignment.spf = outcomeOf(record.spfEvaluated, spf.raw(), anyResults);
    alignment.ownSignatureBroken = dkim.raw().alignedBroken && !dkim.raw().alignedPass;
    return alignment;
}

} // namespace sekisho
