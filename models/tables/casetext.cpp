// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/casetext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file in one context.
struct CaseText {
    Q_DECLARE_TR_FUNCTIONS(CaseText)
};

constexpr double nearlySure = 0.95;
constexpr double likely = 0.8;
constexpr double possible = 0.6;

/// The sentence for a case; %1 is the source, %2 the domain.
QString sentenceFor(MailCase mailCase)
{
    switch (mailCase) {
    case MailCase::Direct:
        return CaseText::tr("%1 sends mail of %2 directly, and it authenticates.");
    case MailCase::Forward:
        return CaseText::tr("%1 forwards mail of %2, and your signature survives.");
    case MailCase::ForwardBroken:
        return CaseText::tr(
            "%1 forwards mail of %2, but nothing that proves it is yours survives.");
    case MailCase::ListOwn:
        return CaseText::tr("%1 is a mailing list on a server of %2: it breaks the signature, and "
                            "SPF still passes.");
    case MailCase::ListOther:
        return CaseText::tr("%1 is somebody else's mailing list that hands on mail of %2 and "
                            "breaks its signature.");
    case MailCase::Misconfigured:
        return CaseText::tr(
            "%1 sends for %2 with your consent, but is not set up to authenticate as you.");
    case MailCase::Spoof: return CaseText::tr("%1 uses the name of %2 without any right to it.");
    case MailCase::Undetermined: break;
    }
    return CaseText::tr("What %1 sends as %2 cannot be told apart from these reports.");
}

} // namespace

QString caseName(MailCase mailCase)
{
    switch (mailCase) {
    case MailCase::Direct: return CaseText::tr("Direct");
    case MailCase::Forward: return CaseText::tr("Forward");
    case MailCase::ForwardBroken: return CaseText::tr("Forward, no DKIM");
    case MailCase::ListOwn: return CaseText::tr("Own list");
    case MailCase::ListOther: return CaseText::tr("Other list");
    case MailCase::Misconfigured: return CaseText::tr("Misconfigured");
    case MailCase::Spoof: return CaseText::tr("Spoof");
    case MailCase::Undetermined: break;
    }
    return CaseText::tr("Undetermined");
}

QString caseMeaning(MailCase mailCase)
{
    switch (mailCase) {
    case MailCase::Direct:
        return CaseText::tr("Your own server or service delivers straight to the receiver.");
    case MailCase::Forward:
        return CaseText::tr("Somebody's server forwards your mail; your DKIM signature survives.");
    case MailCase::ForwardBroken:
        return CaseText::tr(
            "Somebody's server forwards your mail; DKIM is absent or breaks on the way.");
    case MailCase::ListOwn:
        return CaseText::tr(
            "A mailing list on one of your servers changes the mail it distributes.");
    case MailCase::ListOther:
        return CaseText::tr("Somebody else's mailing list changes and distributes your mail.");
    case MailCase::Misconfigured:
        return CaseText::tr(
            "A sender of yours that authenticates as somebody else, or not at all.");
    case MailCase::Spoof: return CaseText::tr("Somebody else writes your domain into From.");
    case MailCase::Undetermined: break;
    }
    return CaseText::tr("No case is likely enough to be named.");
}

QString caseExplanation(MailCase mailCase)
{
    switch (mailCase) {
    case MailCase::Direct:
        return CaseText::tr("The mail goes straight from your server to the receiver. SPF passes, "
                            "because your record names "
                            "the server; DKIM passes, because nothing altered the mail. This is "
                            "how all your mail should "
                            "look before you publish a strict policy.");
    case MailCase::Forward:
        return CaseText::tr("The recipient has mail forwarded to another mailbox. The last "
                            "receiver sees the forwarder's "
                            "address, which your SPF record does not name, so SPF fails or passes "
                            "for the forwarder's "
                            "domain. The signature is still intact, and that is enough for DMARC.");
    case MailCase::ForwardBroken:
        return CaseText::tr("As with a forward, SPF speaks of the forwarder. But the mail was not "
                            "signed with DKIM, or a "
                            "filter on the way altered it, so nothing is left to prove that it is "
                            "yours. With p=reject it "
                            "is lost. Sign all mail: that turns this case into the one before.");
    case MailCase::ListOwn:
        return CaseText::tr("A mailing list adds a footer or a word to the subject and so breaks "
                            "the author's signature. "
                            "As it runs on a server that your SPF record names and uses a MAIL "
                            "FROM of yours, SPF is "
                            "aligned and DMARC passes.");
    case MailCase::ListOther:
        return CaseText::tr(
            "The list breaks the signature, and it sends with its own MAIL FROM from its own "
            "server: "
            "nothing is aligned, and with p=reject your contributions are lost. Lists avoid that "
            "when they "
            "write their own address into From; then they vanish from your reports.");
    case MailCase::Misconfigured:
        return CaseText::tr("A newsletter service, a shop or a server in a branch office sends in "
                            "your name with your "
                            "consent, but SPF and DKIM pass for its own domain or not at all. Put "
                            "these in order before "
                            "you publish a strict policy: add a DKIM key of yours, and a MAIL FROM "
                            "below your domain.");
    case MailCase::Spoof:
        return CaseText::tr(
            "Somebody else writes your domain into From. SPF does not name the server, and no key "
            "of yours "
            "signed. This is what DMARC is for: with p=reject, receivers refuse such mail.");
    case MailCase::Undetermined: break;
    }
    return CaseText::tr(
        "Cases 3, 5 and 6 leave the same trace in a report. Where nothing tells them apart, "
        "Sekisho says so "
        "rather than guess. Host names, registered senders and more reports make it surer.");
}

QString caseTrace(MailCase mailCase)
{
    switch (mailCase) {
    //: the talk's table in short: whose address, what SPF and DKIM give
    case MailCase::Direct: return CaseText::tr("your address · SPF pass · DKIM pass");
    case MailCase::Forward: return CaseText::tr("other address · SPF fail · DKIM pass");
    case MailCase::ForwardBroken: return CaseText::tr("other address · SPF fail · DKIM fail");
    case MailCase::ListOwn: return CaseText::tr("your address · SPF pass · DKIM fail");
    case MailCase::ListOther: return CaseText::tr("list's address · SPF fail · DKIM fail");
    case MailCase::Misconfigured: return CaseText::tr("your service · nothing aligned");
    case MailCase::Spoof: return CaseText::tr("spoofer's address · SPF fail · DKIM fail");
    case MailCase::Undetermined: break;
    }
    return CaseText::tr("not enough to tell");
}

QString certaintyText(double probability)
{
    if (probability >= nearlySure)
        return CaseText::tr("almost certain");
    if (probability >= likely)
        return CaseText::tr("likely");
    if (probability >= possible)
        return CaseText::tr("possible");
    return CaseText::tr("uncertain");
}

QString verdictText(
    const Verdict &verdict, const QString &sender, const QString &domain, const Format &format)
{
    const QString sentence =
        sentenceFor(verdict.mailCase).arg(visibleText(sender), visibleText(domain));
    if (verdict.pin)
        return CaseText::tr("%1 You said so.", "%1 is a sentence").arg(sentence);
    const QString chance = format.percent(qint64(verdict.probability * 1e9), qint64(1e9));
    if (verdict.mailCase == MailCase::Undetermined)
        return sentence;
    //: %1 is a sentence, %2 as “almost certain”, %3 a percentage
    return CaseText::tr("%1 This is %2 (%3).")
        .arg(sentence, certaintyText(verdict.probability), chance);
}

namespace {

void addSetUp(const AdviceFacts &facts, std::vector<Advice> &list)
{
    if (!facts.registered)
        list.push_back(Advice::Register);
    if (facts.cell.dkim != Outcome::Aligned)
        list.push_back(Advice::Sign);
    if (facts.cell.spf != Outcome::Aligned)
        list.push_back(Advice::FixSpf);
}

void addUnsure(const AdviceFacts &facts, std::vector<Advice> &list)
{
    if (!facts.hostNames)
        list.push_back(Advice::LoadHostNames);
    list.push_back(Advice::Watch);
}

} // namespace

std::vector<Advice> adviceFor(const Verdict &verdict, const AdviceFacts &facts)
{
    std::vector<Advice> list;
    if (verdict.replay)
        list.push_back(Advice::ChangeKey);
    switch (verdict.mailCase) {
    case MailCase::Direct:
    case MailCase::Misconfigured: addSetUp(facts, list); break;
    case MailCase::Forward: break;
    case MailCase::ForwardBroken:
        list.push_back(facts.ownSignature ? Advice::AskRelay : Advice::Sign);
        break;
    case MailCase::ListOwn: list.push_back(Advice::SignOnList); break;
    case MailCase::ListOther: list.push_back(Advice::AskList); break;
    case MailCase::Spoof:
        list.push_back(facts.policy == Policy::Reject ? Advice::Nothing : Advice::Enforce);
        break;
    case MailCase::Undetermined: addUnsure(facts, list); break;
    }
    if (verdict.mailCase != MailCase::Undetermined && !verdict.pin && verdict.probability < likely)
        addUnsure(facts, list);
    if (list.empty())
        list.push_back(Advice::Nothing);
    return list;
}

QString adviceText(Advice advice, const QString &sender)
{
    switch (advice) {
    case Advice::Nothing: return CaseText::tr("Nothing needs to be done.");
    case Advice::Watch: return CaseText::tr("Watch it: more reports will make it surer.");
    case Advice::Register:
        return CaseText::tr("Register %1 as a sender of yours, if it is one.")
            .arg(visibleText(sender));
    case Advice::Sign:
        return CaseText::tr(
            "Let it sign with a DKIM key of your domain: a signature survives forwarding.");
    case Advice::FixSpf:
        return CaseText::tr(
            "Let it use a MAIL FROM of your domain, and name its addresses in your SPF record.");
    case Advice::AskList:
        return CaseText::tr("Ask who runs the list to write the list's own address into From, or "
                            "to leave mail unaltered.");
    case Advice::AskRelay:
        return CaseText::tr("Ask who runs the forwarder or filter to leave signed mail unaltered.");
    case Advice::SignOnList:
        return CaseText::tr("Let the list's server sign with your DKIM key after it has changed "
                            "the mail; until then SPF "
                            "alone carries it.");
    case Advice::Enforce:
        return CaseText::tr("Once all your own mail passes, publish p=quarantine and then "
                            "p=reject: receivers will refuse "
                            "such mail.");
    case Advice::ChangeKey:
        return CaseText::tr("Look for the account that sent the replayed message, close it, and "
                            "change the DKIM key.");
    case Advice::LoadHostNames:
        return CaseText::tr("Look up host names (Tools menu): with them, forwarders and spoofers "
                            "are told apart more surely.");
    }
    return {};
}

} // namespace sekisho
