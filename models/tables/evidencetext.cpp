// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/evidencetext.h"

#include "tables/casetext.h"
#include "tables/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sekisho {

namespace {

/// Texts of this file in one context.
struct EvidenceText {
    Q_DECLARE_TR_FUNCTIONS(EvidenceText)
};

/// The operands of one evidence, ready to be put into sentences.
class Operands final {
public:
    Operands(const Evidence &evidence, const Format &format)
        : m_evidence(evidence)
        , m_format(format)
    {
    }

    [[nodiscard]] QString text(int index) const
    {
        return visibleText(m_evidence.operands.value(index));
    }
    [[nodiscard]] bool has(int index) const { return !m_evidence.operands.value(index).isEmpty(); }
    [[nodiscard]] int count(int index) const
    {
        const qint64 value = m_evidence.operands.value(index).toLongLong();
        return int(std::clamp<qint64>(value, 0, std::numeric_limits<int>::max()));
    }
    [[nodiscard]] QString number(int index) const { return m_format.number(count(index)); }
    [[nodiscard]] QString percent(int index) const
    {
        return EvidenceText::tr("%1 %", "%1 is a number, of hundred")
            .arg(m_format.number(count(index)));
    }
    /// A domain, or what stands for one that the report does not name.
    [[nodiscard]] QString domain(int index) const
    {
        return has(index) ? text(index) : EvidenceText::tr("a domain that is not named");
    }
    [[nodiscard]] QString selector(int index) const
    {
        return has(index)
            ? EvidenceText::tr("“%1”", "%1 is a DKIM selector").arg(text(index))
            : EvidenceText::tr("without a name", "of a DKIM key whose selector is not reported");
    }

private:
    const Evidence &m_evidence;
    const Format &m_format;
};

QString ofOutcome(RuleId rule, const Operands &o)
{
    switch (rule) {
    case RuleId::DmarcPassed: return EvidenceText::tr("DMARC passed.");
    case RuleId::DmarcFailed:
        return EvidenceText::tr("Neither SPF nor DKIM is aligned, so DMARC failed.");
    case RuleId::SpfAligned:
        return EvidenceText::tr("SPF passed for %1: your SPF record names this address.")
            .arg(o.domain(0));
    case RuleId::SignatureSurvived:
        return EvidenceText::tr("Your signature with the key %1 verified although SPF is not "
                                "aligned: the content arrived "
                                "unaltered.")
            .arg(o.selector(0));
    case RuleId::RegisteredInternal:
        return EvidenceText::tr("You registered this source as an internal sender (%1).")
            .arg(o.text(0));
    case RuleId::RegisteredThirdParty:
        return EvidenceText::tr("You registered this source as a third-party sender (%1).")
            .arg(o.text(0));
    case RuleId::NotRegistered:
        return EvidenceText::tr(
            "You registered senders for this domain, and this source is none of them.");
    case RuleId::OtherCustomer:
        return EvidenceText::tr(
            "The source serves many customers, and SPF passed for another one of them, %1.")
            .arg(o.domain(0));
    case RuleId::KeyAtHome:
        return EvidenceText::tr("%2 of the mail that the key %1 signs without aligned SPF comes "
                                "from here: it looks like a "
                                "service with a key of its own.")
            .arg(o.selector(0), o.percent(1));
    case RuleId::KeyElsewhere:
        return EvidenceText::tr(
            "The key %1 signs at another source; the mail was relayed to this one.")
            .arg(o.selector(0));
    case RuleId::KeyUnknown:
        return EvidenceText::tr(
            "Your signature verified, but the report does not say with which key.");
    case RuleId::SourceIsService:
        return EvidenceText::tr("The same source sent %1 message(s) for you with a key of its own.",
            nullptr, o.count(0))
            .arg(o.number(0));
    case RuleId::SpfOfOthersDkimOurs:
        return EvidenceText::tr("Your signature verified, but SPF failed for your own %1: a relay "
                                "that keeps MAIL FROM.")
            .arg(o.domain(0));
    default: return {};
    }
}

QString ofOwnServers(RuleId rule, const Operands &o)
{
    switch (rule) {
    case RuleId::LearnedOwnAddress: {
        const QString days =
            EvidenceText::tr("on %1 day(s)", "part of a sentence", o.count(1)).arg(o.number(1));
        return EvidenceText::tr("This address sent %1 message(s) with aligned SPF %2.",
            "%2 is a number of days as “on 3 days”", o.count(0))
            .arg(o.number(0), days);
    }
    case RuleId::OwnNeighbourhood:
        return EvidenceText::tr(
            "Neighbours of this address sent %1 message(s) with aligned SPF.", nullptr, o.count(0))
            .arg(o.number(0));
    case RuleId::HostOurs:
        return EvidenceText::tr("Its host name, %1, belongs to your domain.").arg(o.domain(0));
    case RuleId::SignatureBrokenAtHome:
        return EvidenceText::tr("SPF is aligned, but your signature with the key %1 broke: what a "
                                "mailing list on a server "
                                "of yours leaves behind.")
            .arg(o.selector(0));
    case RuleId::AddressKeepsSignatures:
        return EvidenceText::tr("%1 of the signed mail of this address keeps its signature.")
            .arg(o.percent(0));
    case RuleId::AddressBreaksSignatures:
        return EvidenceText::tr("%1 of the signed mail of this address has a broken signature.")
            .arg(o.percent(0));
    case RuleId::KeyNeverVerified:
        return EvidenceText::tr(
            "The key %1 was never seen to verify: the signer itself is at fault.")
            .arg(o.selector(0));
    case RuleId::BounceDomainOfOwnList:
        return EvidenceText::tr(
            "MAIL FROM is %1, another name of yours than that in From, as lists use for bounces.")
            .arg(o.domain(0));
    case RuleId::NothingBroken:
        return EvidenceText::tr("SPF is aligned and no signature broke: nothing altered the mail.");
    case RuleId::ListName:
        return o.has(1)
            ? EvidenceText::tr("It is named as mailing lists are: %1, %2.")
                  .arg(o.domain(0), o.text(1))
            : EvidenceText::tr("It is named as mailing lists are: %1.").arg(o.domain(0));
    case RuleId::PassedForOwnOrganization:
        return EvidenceText::tr("SPF or DKIM passed for your own organization (MAIL FROM: %1), but "
                                "your strict alignment "
                                "refuses it.")
            .arg(o.domain(0));
    case RuleId::OwnTenant:
        return EvidenceText::tr("%1 is your own account at a mail provider.").arg(o.domain(0));
    case RuleId::OtherTenant:
        return EvidenceText::tr("%1 is somebody else's account at a mail provider.")
            .arg(o.domain(0));
    case RuleId::SignsForOwner:
        return EvidenceText::tr(
            "The signature of %1 also stands on mail with aligned SPF: a service of yours.")
            .arg(o.domain(0));
    default: return {};
    }
}

QString ofSignatures(RuleId rule, const Operands &o)
{
    switch (rule) {
    case RuleId::KnownSelectorBroken:
        return EvidenceText::tr("Your signature broke, and its key %1 verifies elsewhere: this is "
                                "mail of yours that was "
                                "altered.")
            .arg(o.selector(0));
    case RuleId::SelectorNotGiven:
        return EvidenceText::tr("A signature of yours broke; the report does not name its key.");
    case RuleId::UnknownSelectorBroken:
        return EvidenceText::tr("The signature names the key %1, which was never seen to verify: "
                                "forged, or a sender set up "
                                "wrongly.")
            .arg(o.selector(0));
    case RuleId::KeyMissing:
        return EvidenceText::tr("The key %1 of the signature is not in DNS, or cannot be used.")
            .arg(o.selector(0));
    case RuleId::SaidAltered:
        return EvidenceText::tr("The receiver says that the content does not match its signature.");
    case RuleId::MailFromKept:
        return EvidenceText::tr("MAIL FROM is still your %1; lists put their own there.")
            .arg(o.domain(0));
    case RuleId::MailFromChanged:
        return EvidenceText::tr("Your signature broke and MAIL FROM is %1: what mailing lists do.")
            .arg(o.domain(0));
    case RuleId::StrangerUnsigned:
        return EvidenceText::tr(
            "MAIL FROM is your %1 without authorization, and there is no signature of yours.")
            .arg(o.domain(0));
    case RuleId::UnrelatedFailed:
        return EvidenceText::tr(
            "MAIL FROM is %1, SPF did not pass for that either, and there is no signature.")
            .arg(o.domain(0));
    case RuleId::SignerIsMailFrom:
        return EvidenceText::tr("SPF and a signature passed for the same other domain, %1: a "
                                "service that sends as itself.")
            .arg(o.domain(0));
    case RuleId::ListSignsAgain:
        return EvidenceText::tr("Your signature broke, and %1 signed anew: what mailing lists do.")
            .arg(o.domain(0));
    case RuleId::SignsSteadily: {
        return EvidenceText::tr(
            "All of its %2 message(s) bear the signature of %1: a service at work.", nullptr,
            o.count(1))
            .arg(o.domain(0), o.number(1));
    }
    case RuleId::SignsSometimes:
        return EvidenceText::tr(
            "Only %2 of the mail from %1 is signed; services sign all they send.")
            .arg(o.domain(0), o.percent(1));
    default: return {};
    }
}

/// "… by 2 reporters on 3 days": counts that follow the messages.
QString spread(const Operands &o)
{
    const QString reporters =
        EvidenceText::tr("by %1 reporter(s)", "part of a sentence", o.count(1)).arg(o.number(1));
    const QString days =
        EvidenceText::tr("on %1 day(s)", "part of a sentence", o.count(2)).arg(o.number(2));
    return EvidenceText::tr("%1 %2", "“by 2 reporters”, “on 3 days”").arg(reporters, days);
}

QString ofRelays(RuleId rule, const Operands &o)
{
    switch (rule) {
    case RuleId::CarriesOurMail:
        return EvidenceText::tr(
            "The same source handed on %1 message(s) whose signature survived, reported %2.",
            "%2 is as “by 2 reporters on 3 days”", o.count(0))
            .arg(o.number(0), spread(o));
    case RuleId::NeighbourCarriesOurMail:
        return EvidenceText::tr(
            "Its neighbours handed on %1 message(s) whose signature survived, reported %2.",
            "%2 is as “by 2 reporters on 3 days”", o.count(0))
            .arg(o.number(0), spread(o));
    case RuleId::BreaksOurMail:
        return EvidenceText::tr("It handed on %1 message(s) with broken signatures under a MAIL "
                                "FROM of its own: a mailing "
                                "list.",
            nullptr, o.count(0))
            .arg(o.number(0));
    case RuleId::KeepsOurMail:
        return EvidenceText::tr(
            "%1 of the signatures survive here: a relay rather than a mailing list.")
            .arg(o.percent(0));
    case RuleId::AltersOurMail:
        return EvidenceText::tr("It broke the signature of %1 message(s) while MAIL FROM stayed "
                                "yours: a filter that alters "
                                "mail.",
            nullptr, o.count(0))
            .arg(o.number(0));
    case RuleId::NeverCarriedOurs:
        if (!o.has(1))
            return EvidenceText::tr("None of its %1 message(s) ever bore your signature.", nullptr,
                o.count(0))
                .arg(o.number(0));
        return EvidenceText::tr(
            "None of its %1 message(s) ever bore your signature, though %2 of your mail does.",
            nullptr, o.count(0))
            .arg(o.number(0), o.percent(1));
    case RuleId::KnownEsp:
        return EvidenceText::tr("%1 is a service that sends in its customers' names.")
            .arg(o.text(0));
    case RuleId::KnownForwarder:
        return EvidenceText::tr("%1 is a forwarding service.").arg(o.text(0));
    case RuleId::KnownGateway:
        return EvidenceText::tr("%1 is a mail filter: it hands mail on, often altered.")
            .arg(o.text(0));
    case RuleId::KnownMailProvider:
        return EvidenceText::tr("%1 is a mail provider whose users forward mail.").arg(o.text(0));
    case RuleId::KnownListHost: return EvidenceText::tr("%1 runs mailing lists.").arg(o.text(0));
    case RuleId::WebHosting:
        return EvidenceText::tr("%1 rents out web servers: whatever runs there sends.")
            .arg(o.text(0));
    default: return {};
    }
}

QString ofHabits(RuleId rule, const Operands &o)
{
    switch (rule) {
    case RuleId::HostMatchesMailFrom:
        return EvidenceText::tr("SPF passed for %2, which its host name %1 belongs to.")
            .arg(o.domain(0), o.domain(1));
    case RuleId::NoHostName:
        return EvidenceText::tr("The address has no host name, as few mail servers do.");
    case RuleId::GenericHost:
        return EvidenceText::tr(
            "Its host name, %1, is that of a line for homes, not of a mail server.")
            .arg(o.domain(0));
    case RuleId::MailServerName:
        return EvidenceText::tr("Its host name, %1, is that of a mail server.").arg(o.domain(0));
    case RuleId::OneOff:
        return EvidenceText::tr(
            "The address appeared on %1 day(s) only and never did anything else.", nullptr,
            o.count(0))
            .arg(o.number(0));
    case RuleId::Burst:
        return EvidenceText::tr(
            "%1 of its days are days on which unusually many unknown addresses used the domain.")
            .arg(o.percent(0));
    case RuleId::SteadyUnaligned: {
        const QString reporters =
            EvidenceText::tr("by %1 reporter(s)", "part of a sentence", o.count(1))
                .arg(o.number(1));
        return EvidenceText::tr("It sends without your signature on %1 day(s), reported %2: no "
                                "botnet keeps an address so "
                                "long.",
            "%2 is as “by 2 reporters”", o.count(0))
            .arg(o.number(0), reporters);
    }
    case RuleId::SteadyWithoutSignature:
        if (!o.has(0))
            return EvidenceText::tr("No mail of your own with a signature was seen: what is handed "
                                    "on may arrive without one, too.");
        return EvidenceText::tr("Only %1 of your own mail is signed: what is handed on mostly arrives "
                                "without a signature, too.")
            .arg(o.percent(0));
    case RuleId::ComesAndGoes:
        return EvidenceText::tr("It was seen on %1 day(s) only, with gaps.", nullptr, o.count(0))
            .arg(o.number(0));
    case RuleId::SubdomainNeverPassed:
        return EvidenceText::tr(
            "Mail with %1 in From was never seen to pass, while your other mail does.")
            .arg(o.domain(0));
    case RuleId::NullSenderUnknown:
        return EvidenceText::tr("There is no return address, and the source has no history: "
                                "automatic replies come from your "
                                "own servers.");
    default: return {};
    }
}

QString ofReasons(RuleId rule, const Operands &o)
{
    switch (rule) {
    case RuleId::SaysMailingList:
        return EvidenceText::tr("The receiver knows it as a mailing list.");
    case RuleId::SaysTrustedForwarder:
        return EvidenceText::tr("The receiver knows it as a trusted forwarder.");
    case RuleId::SaysForwarded:
        return EvidenceText::tr("The receiver guesses that the mail was forwarded.");
    case RuleId::ArcPassed:
        return o.has(0)
            ? EvidenceText::tr(
                  "An intact ARC chain, sealed by %1, says that a relay saw the mail pass.")
                  .arg(o.text(0))
            : EvidenceText::tr("An intact ARC chain says that a relay saw the mail pass.");
    case RuleId::ArcStartsWithUs:
        return o.has(0)
            ? EvidenceText::tr("The ARC chain, sealed by %1, starts at your own server.")
                  .arg(o.text(0))
            : EvidenceText::tr("The ARC chain starts at your own server.");
    case RuleId::Spared:
        return EvidenceText::tr(
            "The receiver delivered it although your policy asks otherwise, without a reason.");
    case RuleId::Replay:
        return EvidenceText::tr("%2 message(s) signed with the key %1 came from many unrelated "
                                "addresses at once: a replay, "
                                "not a forward.",
            nullptr, o.count(1))
            .arg(o.selector(0), o.number(1));
    default: return {};
    }
}

} // namespace

QString evidenceText(const Evidence &evidence, const Format &format)
{
    const Operands operands(evidence, format);
    for (const auto &part :
        {ofOutcome, ofOwnServers, ofSignatures, ofRelays, ofHabits, ofReasons}) {
        if (const QString text = part(evidence.rule, operands); !text.isEmpty())
            return text;
    }
    return ruleKey(evidence.rule);
}

QString evidenceSentence(const Evidence &evidence, MailCase mailCase, const Format &format)
{
    const QString fact = evidenceText(evidence, format);
    const QString name = caseName(mailCase);
    return evidence.towards(mailCase) < 0
        ? EvidenceText::tr(
              "%1 This speaks against “%2”.", "%1 is a sentence, %2 the name of a case")
              .arg(fact, name)
        : EvidenceText::tr("%1 This speaks for “%2”.", "%1 is a sentence, %2 the name of a case")
              .arg(fact, name);
}

QString weightText(double towards)
{
    // Natural logarithms of odds: 4 turns even odds into 98 %, 2 into 88 %, 0.7 into 67 %.
    const double size = std::abs(towards);
    if (size >= 4)
        return EvidenceText::tr("decisive", "how much a piece of evidence weighs");
    if (size >= 2)
        return EvidenceText::tr("strong", "how much a piece of evidence weighs");
    if (size >= 0.7)
        return EvidenceText::tr("some", "how much a piece of evidence weighs");
    return EvidenceText::tr("little", "how much a piece of evidence weighs");
}

} // namespace sekisho
