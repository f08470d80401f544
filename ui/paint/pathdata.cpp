// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pathdata.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file in one context.
struct Path {
    Q_DECLARE_TR_FUNCTIONS(Path)
};

PathNote good(const QString &text)
{
    return {Meaning::Aligned, text};
}

PathNote changed(const QString &text)
{
    return {Meaning::Unaligned, text};
}

PathNote broken(const QString &text)
{
    return {Meaning::Failed, text};
}

PathNote remark(const QString &text)
{
    return {Meaning::Unknown, text};
}

QString sealWord(Seal seal)
{
    switch (seal) {
    //: on the arrow between two servers: what became of the DKIM signature there
    case Seal::None: return Path::tr("unsigned");
    case Seal::Intact: return Path::tr("signed");
    case Seal::Broken: return Path::tr("signature broken");
    case Seal::Unknown: break;
    }
    return {};
}

PathLeg leg(Seal seal)
{
    return {seal, false, sealWord(seal)};
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    //: what SPF or DKIM gave: it passed for the domain in From
    case Outcome::Aligned: return Path::tr("pass, aligned");
    case Outcome::Unaligned: return Path::tr("pass for another domain");
    case Outcome::Failed: break;
    }
    return Path::tr("fail");
}

/// The domain that DKIM is about: the owner's, or another that passed alone.
QString dkimDomain(const PathFacts &facts)
{
    return facts.cell.dkim == Outcome::Unaligned ? facts.foreignSigner : facts.signer;
}

QString dkimWord(const PathFacts &facts)
{
    if (facts.cell.dkim != Outcome::Failed)
        return outcomeWord(facts.cell.dkim);
    switch (facts.seal) {
    case Seal::Broken: return Path::tr("fail, signature broken");
    case Seal::None: return Path::tr("no signature of yours");
    case Seal::Intact:
    case Seal::Unknown: break;
    }
    return outcomeWord(Outcome::Failed);
}

QString spfWord(const PathFacts &facts)
{
    if (facts.cell.spf == Outcome::Failed && !facts.spfWord.isEmpty() && facts.spfWord != "fail"_L1)
        return visibleText(facts.spfWord);
    return outcomeWord(facts.cell.spf);
}

PathStation receiver(const PathFacts &facts)
{
    PathStation station{
        .kind = StationKind::Receiver, .title = Path::tr("Receiver"), .name = facts.reporter};
    station.checksHeading = Path::tr("Checked and reported");
    station.checks = {{u"SPF"_s, meaningOf(facts.cell.spf), spfWord(facts), facts.mailFrom},
        {u"DKIM"_s, meaningOf(facts.cell.dkim), dkimWord(facts), dkimDomain(facts)},
        {u"DMARC"_s, facts.cell.passes() ? Meaning::Aligned : Meaning::Failed,
            facts.cell.passes() ? Path::tr("pass") : Path::tr("fail"), facts.from}};
    switch (facts.disposition) {
    case Disposition::None:
    case Disposition::Pass: station.notes = {remark(Path::tr("Accepted the mail"))}; break;
    case Disposition::Quarantine:
        station.notes = {changed(Path::tr("Put the mail aside as suspicious"))};
        break;
    case Disposition::Reject: station.notes = {broken(Path::tr("Rejected the mail"))}; break;
    case Disposition::Missing:
    case Disposition::Other: break;
    }
    return station;
}

/// The server that the receiver saw.
PathStation source(StationKind kind, const QString &title, const PathFacts &facts)
{
    PathStation station{.kind = kind, .focus = true, .title = title};
    station.name = facts.host.isEmpty() ? facts.address : facts.host;
    if (!facts.service.isEmpty())
        station.title = Path::tr("%1: %2", "%1 is a role as “Forwarder”, %2 a name")
                            .arg(title, visibleText(facts.service));
    return station;
}

PathStation author(const PathFacts &facts)
{
    return {.kind = StationKind::Author,
        .title = Path::tr("Sender"),
        .name = facts.from,
        .notes = {remark(Path::tr("Writes the mail in your name"))}};
}

PathStation ownServer(const PathFacts &facts, Seal seal)
{
    PathStation station{
        .kind = StationKind::OwnServer, .title = Path::tr("Your mail server"), .name = facts.from};
    station.notes = {seal == Seal::None ? broken(Path::tr("Does not sign with DKIM"))
                                        : good(Path::tr("Signs with DKIM"))};
    return station;
}

/// What a relay sees as a rule; nobody reports it.
void addAssumedChecks(PathStation &station, Seal seal)
{
    station.checksHeading = Path::tr("Sees as a rule, not reported");
    station.checks = {{u"SPF"_s, Meaning::Aligned, outcomeWord(Outcome::Aligned), {}},
        {u"DKIM"_s, seal == Seal::None ? Meaning::Failed : Meaning::Aligned,
            seal == Seal::None ? Path::tr("no signature of yours") : outcomeWord(Outcome::Aligned),
            {}},
        {u"DMARC"_s, Meaning::Aligned, Path::tr("pass"), {}}};
}

/// What a relay did to SPF.
PathNote mailFromNote(const PathFacts &facts)
{
    if (facts.mailFrom.isEmpty())
        return remark(
            Path::tr("Sends on from its own address, which your SPF record does not name"));
    if (facts.mailFromOurs)
        return broken(
            Path::tr("Keeps your MAIL FROM, but your SPF record does not name this server"));
    return changed(Path::tr("Rewrites MAIL FROM to %1").arg(visibleText(facts.mailFrom)));
}

std::vector<PathNote> ownServerNotes(const PathFacts &facts)
{
    std::vector<PathNote> notes;
    if (facts.cell.spf == Outcome::Aligned)
        notes.push_back(good(Path::tr("Your SPF record names this server")));
    else if (facts.mailFromOurs)
        notes.push_back(broken(Path::tr("Your SPF record does not name this server")));
    else if (!facts.mailFrom.isEmpty())
        notes.push_back(
            changed(Path::tr("Uses the MAIL FROM of %1").arg(visibleText(facts.mailFrom))));
    if (facts.seal == Seal::Intact)
        notes.push_back(facts.selector.isEmpty()
                ? good(Path::tr("Signs with your key"))
                : good(Path::tr("Signs with your key “%1”", "%1 is a DKIM selector")
                           .arg(visibleText(facts.selector))));
    else if (!facts.foreignSigner.isEmpty())
        notes.push_back(
            changed(Path::tr("Signs as %1, not as you").arg(visibleText(facts.foreignSigner))));
    else if (facts.seal == Seal::Broken)
        notes.push_back(broken(Path::tr("Its signature of yours does not verify")));
    else if (facts.seal == Seal::None)
        notes.push_back(broken(Path::tr("Does not sign with DKIM")));
    return notes;
}

PathData directPath(const PathFacts &facts)
{
    PathStation server = facts.thirdParty
        ? source(StationKind::Service, Path::tr("Your service"), facts)
        : source(StationKind::OwnServer, Path::tr("Your mail server"), facts);
    server.notes = ownServerNotes(facts);
    return {MailCase::Direct, {author(facts), server, receiver(facts)},
        {{Seal::Unknown, false, {}}, leg(facts.seal)}};
}

PathData misconfiguredPath(const PathFacts &facts)
{
    PathStation server = facts.thirdParty
        ? source(StationKind::Service, Path::tr("Your service, not set up"), facts)
        : source(StationKind::OwnServer, Path::tr("Your server, not set up"), facts);
    server.notes = ownServerNotes(facts);
    return {MailCase::Misconfigured, {author(facts), server, receiver(facts)},
        {{Seal::Unknown, false, {}}, leg(facts.seal)}};
}

PathData forwardPath(MailCase mailCase, const PathFacts &facts)
{
    const bool survived = mailCase == MailCase::Forward;
    // What arrives unsigned was not signed when it left, as relays do not take signatures away.
    const Seal sent = survived || facts.seal == Seal::Broken ? Seal::Intact : facts.seal;
    const bool gateway = facts.serviceKind == ServiceKind::Gateway;
    PathStation relay = gateway ? source(StationKind::Gateway, Path::tr("Mail filter"), facts)
                                : source(StationKind::Forwarder, Path::tr("Forwarder"), facts);
    addAssumedChecks(relay, sent);
    relay.notes.push_back(mailFromNote(facts));
    if (survived)
        relay.notes.push_back(
            good(Path::tr("Leaves the content as it is: your signature survives")));
    else if (facts.seal == Seal::Broken)
        relay.notes.push_back(broken(Path::tr("Alters the content: your signature breaks")));
    return {mailCase, {ownServer(facts, sent), relay, receiver(facts)},
        {leg(sent), leg(survived ? Seal::Intact : facts.seal)}};
}

PathData ownListPath(const PathFacts &facts)
{
    PathStation list = source(StationKind::List, Path::tr("Mailing list on your server"), facts);
    list.notes = {broken(Path::tr("Adds a footer or a word to the subject: the signature breaks")),
        facts.cell.spf == Outcome::Aligned ? good(Path::tr("Your SPF record names this server"))
                                           : mailFromNote(facts)};
    return {MailCase::ListOwn, {author(facts), list, receiver(facts)},
        {leg(Seal::Intact), leg(facts.seal)}};
}

PathData otherListPath(const PathFacts &facts)
{
    const Seal sent = facts.seal == Seal::Broken ? Seal::Intact : facts.seal;
    PathStation list = source(StationKind::List, Path::tr("Mailing list"), facts);
    addAssumedChecks(list, sent);
    list.notes = {mailFromNote(facts)};
    if (facts.seal == Seal::Broken)
        list.notes.push_back(
            broken(Path::tr("Adds a footer or a word to the subject: the signature breaks")));
    if (!facts.foreignSigner.isEmpty())
        list.notes.push_back(
            changed(Path::tr("Signs anew as %1").arg(visibleText(facts.foreignSigner))));
    return {MailCase::ListOther, {ownServer(facts, sent), list, receiver(facts)},
        {leg(sent), leg(facts.seal)}};
}

/// Of a source that nobody vouches for.
std::vector<PathNote> strangerNotes(const PathFacts &facts)
{
    std::vector<PathNote> notes{changed(Path::tr("Writes your domain into From"))};
    if (facts.cell.spf == Outcome::Aligned)
        notes.push_back(good(Path::tr("Your SPF record names this server")));
    else if (facts.mailFromOurs)
        notes.push_back(broken(Path::tr("Your SPF record does not name this server")));
    else if (!facts.mailFrom.isEmpty())
        notes.push_back(
            changed(Path::tr("Uses the MAIL FROM of %1").arg(visibleText(facts.mailFrom))));
    if (facts.seal == Seal::Broken)
        notes.push_back(broken(Path::tr("Bears a signature of yours that does not verify")));
    else if (facts.seal == Seal::None)
        notes.push_back(broken(Path::tr("Bears no signature of yours")));
    else if (facts.seal == Seal::Intact)
        notes.push_back(changed(Path::tr("Bears a signature of yours that verifies")));
    return notes;
}

PathData strangerPath(MailCase mailCase, const PathFacts &facts)
{
    const bool spoof = mailCase == MailCase::Spoof;
    PathStation owner{.kind = StationKind::OwnServer,
        .ghost = true,
        .title = Path::tr("Your mail server"),
        .name = facts.from};
    owner.notes = {remark(spoof ? Path::tr("Has nothing to do with this mail")
                                : Path::tr("May have sent it, or not"))};
    PathStation stranger = spoof ? source(StationKind::Spoofer, Path::tr("Spoofer"), facts)
                                 : source(StationKind::Unknown, Path::tr("Unknown server"), facts);
    stranger.notes = strangerNotes(facts);
    PathLeg first{Seal::Unknown, true,
        spoof ? Path::tr("no mail") : Path::tr("unknown", "whether mail went this way")};
    return {mailCase, {owner, stranger, receiver(facts)}, {first, leg(facts.seal)}};
}

void makeVisible(PathData &data)
{
    for (PathStation &station : data.stations) {
        station.name = visibleText(station.name);
        for (PathCheck &check : station.checks)
            check.domain = visibleText(check.domain);
    }
}

PathData wayOf(MailCase mailCase, const PathFacts &facts)
{
    switch (mailCase) {
    case MailCase::Direct: return directPath(facts);
    case MailCase::Forward:
    case MailCase::ForwardBroken: return forwardPath(mailCase, facts);
    case MailCase::ListOwn: return ownListPath(facts);
    case MailCase::ListOther: return otherListPath(facts);
    case MailCase::Misconfigured: return misconfiguredPath(facts);
    case MailCase::Spoof:
    case MailCase::Undetermined: break;
    }
    return strangerPath(mailCase, facts);
}

} // namespace

PathData pathData(MailCase mailCase, const PathFacts &facts)
{
    PathData data = wayOf(mailCase, facts);
    makeVisible(data);
    return data;
}

} // namespace sekisho
