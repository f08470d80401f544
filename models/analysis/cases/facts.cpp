// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/facts.h"

#include <algorithm>
#include <bit>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Fills in Facts group by group.
class Finder final {
public:
    Finder(const CaseContext &context, quint32 pattern, Registry &registry)
        : m_context(context)
        , m_records(context.dataset.records)
        , m_look(context.lookBack)
        , m_index(pattern)
        , m_pattern(m_look.patterns().patterns[pattern])
        , m_registry(registry)
    {
        m_facts.reading = m_look.reading(pattern);
        m_facts.trace = m_look.trace(pattern);
    }

    [[nodiscard]] Facts find()
    {
        m_facts.home = m_look.atHome(m_index);
        const Reading &reading = m_facts.reading;
        m_facts.registered = m_registry.of(m_pattern.first, reading, m_look.names(), m_facts.home);
        findNames();
        findReasons();
        findHistory();
        return std::move(m_facts);
    }

private:
    void findNames()
    {
        const Names &names = m_look.names();
        const Reading &reading = m_facts.reading;
        const NameInfo &host = names.ofHost(m_records.address[m_pattern.first]);
        const NameInfo &mailFrom = names.of(reading.mailFrom);
        const NameInfo &signer = names.of(reading.signer);
        m_facts.named = host.org != 0;
        m_facts.namedShare = m_look.namedShare();
        m_facts.hostOurs = host.org != 0 && host.org == reading.owner;
        m_facts.hostGeneric = host.generic;
        m_facts.hostServer = host.server;
        m_facts.hostMatchesMailFrom = reading.spfForeign && host.org == mailFrom.org;
        m_facts.listName =
            host.listLike || (mailFrom.listLike && reading.spfResult == AuthResult::Pass);
        m_facts.hostKind = host.kind;
        m_facts.mailFromKind = reading.spfForeign ? mailFrom.kind : ServiceKind::None;
        m_facts.signerKind = signer.kind;
        m_facts.service = signer.service >= 0           ? signer.service
            : m_facts.mailFromKind != ServiceKind::None ? mailFrom.service
                                                        : host.service;
        const auto ours = [&](const NameInfo &name) {
            return names.isTenantOf(name.tenant, reading.owner);
        };
        m_facts.signsForOwner =
            reading.signer.value != 0 && m_look.signsForOwner(reading.owner, reading.signer);
        const bool foreign = reading.spfForeign && !mailFrom.tenant.isEmpty();
        m_facts.ownTenant = ours(signer) || (foreign && ours(mailFrom)) ||
            (m_facts.signsForOwner && !signer.tenant.isEmpty());
        m_facts.otherTenant = !m_facts.ownTenant && (!signer.tenant.isEmpty() || foreign);
        m_facts.mailFromChild = reading.mailFromOurs &&
            mailFrom.name != names.of(m_records.headerFrom[m_pattern.first]).name;
    }

    void findReasons()
    {
        const Dataset &dataset = m_context.dataset;
        const Row row = m_pattern.first;
        for (quint32 i = m_records.reasonFirst[row]; i < m_records.reasonFirst[row + 1]; ++i)
            findReason(
                dataset.text(dataset.reasons[i].type), dataset.text(dataset.reasons[i].comment));
        const ReportInfo &report = dataset.reports[m_records.report[row]];
        const bool enforcing =
            report.policy.p == Policy::Quarantine || report.policy.p == Policy::Reject;
        const bool reasons = m_records.reasonFirst[row] != m_records.reasonFirst[row + 1];
        m_facts.spared = enforcing && !reasons && !(m_pattern.habits & NeverEnforces) &&
            m_records.disposition[row] == Disposition::None && report.policy.testing != u"y" &&
            (report.policy.pct.isEmpty() || report.policy.pct == u"100");
        m_facts.nullSender =
            (m_records.flags[row] & HasEnvelopeFrom) && m_records.envelopeFrom[row].value == 0;
        m_facts.hidesSignatures = m_pattern.habits & HidesSignatures;
    }

    void findReason(const QString &type, const QString &comment)
    {
        // Some servers write their ARC check on every record (OpenDMARC, Exim): no evidence.
        const ArcComment arc = parseArc(comment);
        if (arc.result == "pass"_L1 && !(m_pattern.habits & ArcEverywhere)) {
            m_facts.arcPass = true;
            m_facts.sealer = arc.lastSealer;
            findOrigin(arc);
        }
        if (m_pattern.habits & ReasonsEverywhere)
            return;
        m_facts.reasonList |= type == "mailing_list"_L1;
        m_facts.reasonForwarder |= type == "trusted_forwarder"_L1;
        // Google wrote its sentence into the type in 2016.
        m_facts.reasonForwarded |= type == "forwarded"_L1 ||
            type.contains("looks forwarded"_L1, Qt::CaseInsensitive) ||
            comment.contains("looks forwarded"_L1, Qt::CaseInsensitive);
    }

    void findOrigin(const ArcComment &arc)
    {
        const QString &owner = m_look.names().orgText(m_facts.reading.owner);
        const QString &domain = m_context.dataset.text(m_records.headerFrom[m_pattern.first]);
        if (isSameOrBelow(arc.firstSealer, owner))
            m_facts.arcOurs = true;
        if (!arc.origin)
            return;
        const Address address{arc.origin, {}};
        if (m_context.own.find(address, {}, domain))
            m_facts.arcOurs = true;
    }

    void findHistory()
    {
        const Reading &reading = m_facts.reading;
        const AddressId address = m_records.address[m_pattern.first];
        m_facts.address = m_look.ofAddress(reading.owner, address);
        m_facts.group = m_look.ofGroup(reading.owner, m_context.senders.group[address.value]);
        if (reading.spfForeign)
            m_facts.organization =
                m_look.ofOrganization(reading.owner, m_look.names().of(reading.mailFrom).org);
        m_facts.selectorKnown =
            reading.ownBroken && m_look.selector(reading.brokenDomain, reading.brokenSelector);
        const SelectorInfo *key =
            reading.dkimAligned ? m_look.selector(reading.ownDomain, reading.selector) : nullptr;
        m_facts.keyElsewhere = key && !reading.spfAligned && m_facts.home < 0.5 &&
            (key->verifiedDirect > 0 || key->topOrigin * 2 > key->verified);
        const OwnerInfo &owner = m_look.owner(reading.owner);
        m_facts.signedShare = owner.signedShare();
        m_facts.countedSignedShare = owner.countedSignedShare();
        m_facts.neverPassed =
            m_look.neverPassed(m_records.headerFrom[m_pattern.first], reading.owner);
        m_facts.replay = m_look.replay(m_index);
        m_facts.bins = m_look.patterns().bins;
        m_facts.burst = double(std::popcount(m_facts.address.days & owner.burstDays)) /
            std::max(1, std::popcount(m_facts.address.days));
        m_facts.activeShare = double(std::popcount(m_facts.address.days)) / m_facts.bins;
    }

    const CaseContext &m_context;
    const RecordColumns &m_records;
    const LookBack &m_look;
    quint32 m_index;
    const Pattern &m_pattern;
    Registry &m_registry;
    Facts m_facts;
};

} // namespace

Facts factsOf(const CaseContext &context, quint32 pattern, Registry &registry)
{
    return Finder(context, pattern, registry).find();
}

ArcComment parseArc(const QString &comment)
{
    ArcComment arc;
    if (!isArcComment(comment))
        return arc;
    int highest = 0;
    const QStringList tokens = comment.simplified().split(u' ');
    for (const QString &token : tokens) {
        const qsizetype equals = token.indexOf(u'=');
        if (equals < 0)
            continue;
        const QString key = token.first(equals).toLower();
        QString value = token.sliced(equals + 1);
        while (value.endsWith(u';') || value.endsWith(u','))
            value.chop(1);
        const qsizetype open = key.indexOf(u'[');
        const int instance = open < 0 ? 0 : key.sliced(open + 1).section(u']', 0, 0).toInt();
        if (key == "arc"_L1)
            arc.result = value.toLower();
        else if ((key.startsWith("remote-ip"_L1) || key.startsWith("client-ip"_L1)) &&
            instance <= 1)
            arc.origin = IpAddress::parse(value);
        else if (key.startsWith("as["_L1) && key.endsWith(".d"_L1)) {
            if (instance == 1)
                arc.firstSealer = normalizedDomain(value);
            if (instance > highest)
                arc.lastSealer = normalizedDomain(value);
            highest = std::max(highest, instance);
        }
    }
    return arc;
}

} // namespace sekisho
