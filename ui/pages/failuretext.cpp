// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/failuretext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct FailureText {
    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

QString yesNo(bool yes)
{
    return yes ? FailureText::tr("yes") : FailureText::tr("no");
}

} // namespace

QString claimText(const FailureReport &report)
{
    constexpr qsizetype most = 60;
    const ReporterClaim &claim = report.claim;
    QStringList parts;
    if (!claim.failureText.isEmpty())
        parts.append(FailureText::tr("failed: %1").arg(shortVisibleText(claim.failureText, most)));
    if (!claim.dmarcResult.isEmpty())
        parts.append(FailureText::tr("DMARC: %1").arg(shortVisibleText(claim.dmarcResult, most)));
    if (claim.spfAligned)
        parts.append(FailureText::tr("SPF aligned: %1").arg(yesNo(*claim.spfAligned)));
    if (claim.dkimAligned)
        parts.append(FailureText::tr("DKIM aligned: %1").arg(yesNo(*claim.dkimAligned)));
    if (!claim.deliveryResult.isEmpty())
        parts.append(FailureText::tr("delivery: %1").arg(shortVisibleText(claim.deliveryResult, most)));
    if (!claim.identityAlignment.isEmpty())
        parts.append(u"Identity-Alignment: %1"_s.arg(shortVisibleText(claim.identityAlignment, most)));
    return parts.isEmpty() ? FailureText::tr("nothing") : parts.join(u" · "_s);
}

QString hintText(CaseHint hint)
{
    switch (hint) {
    case CaseHint::AlignedSpf:
        return FailureText::tr("SPF passed for a domain that is aligned with From.");
    case CaseHint::AlignedDkimOnly:
        return FailureText::tr("The signature of the From domain is intact, but the sending server is not one that SPF names: the mail was passed on.");
    case CaseHint::ListFields:
        return FailureText::tr("The header has fields of a mailing list.");
    case CaseHint::ArcPassedBefore:
        return FailureText::tr("A server on the way saw the mail pass before it passed it on (ARC). That is only as good as one trusts that server.");
    case CaseHint::OwnSignatureBroken:
        return FailureText::tr("There is a signature of the From domain, but it is broken: the mail was changed on the way.");
    case CaseHint::OtherDomainPassed:
        return FailureText::tr("Something passed, but for another domain: a service that is not set up for this domain, or somebody who signs for his own.");
    case CaseHint::NothingPassed:
        return FailureText::tr("Nothing passed for the From domain, and nothing shows that the mail ever passed.");
    }
    return {};
}

} // namespace sekisho
