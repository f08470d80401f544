// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pathdata.h"

#include "report/domainname.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Fills in signatures: the owner's own one, and somebody else's that passed.
void readSignatures(
    const Record &record, const OrganizationalDomains &organizations, PathFacts &facts)
{
    for (const DkimEntry &entry : record.dkim) {
        const QString domain = normalizedDomain(entry.domain);
        const bool passed = entry.result == AuthResult::Pass;
        if (!organizations.aligned(domain, facts.from, false)) {
            if (passed && facts.foreignSigner.isEmpty())
                facts.foreignSigner = domain;
            continue;
        }
        if (facts.seal == Seal::Intact || (facts.seal == Seal::Broken && !passed))
            continue;
        // "none" is what some reporters write where there is no signature at all.
        if (entry.result == AuthResult::None || entry.result == AuthResult::Missing)
            continue;
        facts.seal = passed ? Seal::Intact : Seal::Broken;
        facts.signer = domain;
        facts.selector = entry.selector;
    }
    if (record.dkim.empty() && record.spf.empty())
        facts.seal = facts.cell.dkim == Outcome::Aligned ? Seal::Intact : Seal::Unknown;
}

void readMailFrom(
    const Record &record, const OrganizationalDomains &organizations, PathFacts &facts)
{
    const SpfEntry *found = nullptr;
    for (const SpfEntry &entry : record.spf) {
        if (!found || (found->scope == "helo"_L1 && entry.scope != "helo"_L1))
            found = &entry;
    }
    if (!found) {
        facts.mailFrom = normalizedDomain(record.envelopeFrom);
    } else {
        facts.mailFrom = normalizedDomain(found->domain);
        if (found->result != AuthResult::Pass)
            facts.spfWord = word(found->result);
    }
    facts.mailFromOurs = organizations.aligned(facts.mailFrom, facts.from, false);
}

void readService(const Verdict &verdict, PathFacts &facts)
{
    constexpr std::pair<RuleId, ServiceKind> kinds[] = {{RuleId::KnownEsp, ServiceKind::Esp},
        {RuleId::KnownForwarder, ServiceKind::Forwarder},
        {RuleId::KnownGateway, ServiceKind::Gateway},
        {RuleId::KnownMailProvider, ServiceKind::MailProvider},
        {RuleId::KnownListHost, ServiceKind::ListHost}, {RuleId::WebHosting, ServiceKind::Hosting}};
    for (const Evidence &evidence : verdict.evidence) {
        const auto kind = std::find_if(std::begin(kinds), std::end(kinds),
            [&](const auto &pair) { return pair.first == evidence.rule; });
        if (kind != std::end(kinds) && facts.service.isEmpty()) {
            facts.service = evidence.operands.value(0);
            facts.serviceKind = kind->second;
        }
        facts.thirdParty |= evidence.rule == RuleId::RegisteredThirdParty ||
            evidence.rule == RuleId::KnownEsp || evidence.rule == RuleId::KeyAtHome;
        if (evidence.rule == RuleId::RegisteredInternal) {
            facts.thirdParty = false;
            break;
        }
    }
}

} // namespace

PathFacts pathFacts(const Dataset &dataset, const SenderIndex &senders, Row row, Basis basis,
    const Verdict &verdict)
{
    const Record record = recordAt(dataset, row);
    const ReportInfo &report = dataset.reports[dataset.records.report[row]];
    const OrganizationalDomains organizations;
    PathFacts facts;
    facts.from = record.headerFrom.isEmpty() ? dataset.text(report.domain)
                                             : normalizedDomain(record.headerFrom);
    facts.reporter = dataset.text(report.reporter);
    facts.address = dataset.addressText(dataset.records.address[row]);
    facts.host = senders.hostOf(dataset.records.address[row]);
    facts.cell = Cell::at(cellOf(dataset, row, basis));
    facts.disposition = record.disposition;
    readSignatures(record, organizations, facts);
    readMailFrom(record, organizations, facts);
    readService(verdict, facts);
    return facts;
}

PathFacts exampleFacts(MailCase mailCase)
{
    PathFacts facts{.from = u"example.jp"_s,
        .reporter = u"receiver.example"_s,
        .address = u"192.0.2.25"_s,
        .host = u"mail.example.jp"_s,
        .cell = {Outcome::Aligned, Outcome::Aligned},
        .mailFrom = u"example.jp"_s,
        .mailFromOurs = true,
        .signer = u"example.jp"_s,
        .selector = u"s1"_s,
        .seal = Seal::Intact,
        .disposition = Disposition::None};
    const auto from = [&facts](const QString &address, const QString &host, Cell cell, Seal seal) {
        facts.address = address;
        facts.host = host;
        facts.cell = cell;
        facts.seal = seal;
        facts.spfWord = cell.spf == Outcome::Failed ? u"fail"_s : QString();
        facts.disposition = cell.passes() ? Disposition::None : Disposition::Reject;
    };
    const Cell failed;
    switch (mailCase) {
    case MailCase::Direct: break;
    case MailCase::Forward:
        from(u"198.51.100.7"_s, u"relay.example.net"_s, {Outcome::Aligned, Outcome::Failed},
            Seal::Intact);
        break;
    case MailCase::ForwardBroken:
        from(u"198.51.100.7"_s, u"relay.example.net"_s, failed, Seal::None);
        break;
    case MailCase::ListOwn:
        from(u"192.0.2.26"_s, u"lists.example.jp"_s, {Outcome::Failed, Outcome::Aligned},
            Seal::Broken);
        break;
    case MailCase::ListOther:
        from(u"198.51.100.90"_s, u"lists.example.org"_s, {Outcome::Failed, Outcome::Unaligned},
            Seal::Broken);
        facts.mailFrom = u"lists.example.org"_s;
        facts.mailFromOurs = false;
        break;
    case MailCase::Misconfigured:
        from(u"203.0.113.40"_s, u"out.mailer.example"_s, {Outcome::Unaligned, Outcome::Unaligned},
            Seal::None);
        facts.mailFrom = u"bounce.mailer.example"_s;
        facts.foreignSigner = u"mailer.example"_s;
        facts.mailFromOurs = false;
        facts.thirdParty = true;
        break;
    case MailCase::Spoof:
    case MailCase::Undetermined: from(u"203.0.113.99"_s, QString(), failed, Seal::None); break;
    }
    return facts;
}

} // namespace sekisho
