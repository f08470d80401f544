// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/suggestions.h"

#include <algorithm>
#include <bit>
#include <set>

namespace sekisho {

namespace {

/// What was seen of one possible suggestion.
struct Candidate {
    Suggestion suggestion;
    quint64 reporters = 0;
    quint64 days = 0;
    std::set<quint32> addresses;
};

class Collector final {
public:
    Collector(const Dataset &dataset, const SenderIndex &senders, const LookBack &lookBack,
        const OwnSenders &own, const KnownServices &services)
        : m_dataset(dataset)
        , m_senders(senders)
        , m_lookBack(lookBack)
        , m_services(services)
        , m_registry(dataset, senders, own)
    {
    }

    void add(quint32 index)
    {
        const Pattern &pattern = m_lookBack.patterns().patterns[index];
        const Reading &reading = m_lookBack.reading(index);
        if (pattern.records == 0 || reading.owner == 0)
            return;
        const Registration registration =
            m_registry.of(pattern.first, reading, m_lookBack.names(), m_lookBack.atHome(index));
        if (registration.senderClass != SenderClass::Unauthorised)
            return;
        const AddressId address = m_dataset.records.address[pattern.first];
        const quint64 group = KeyIndex::pair(reading.owner, m_senders.group[address.value]);
        m_groupMessages[group] += pattern.messages;
        const Trace trace = m_lookBack.trace(index);
        if (reading.spfAligned)
            count(candidate(group, Suggestion::Ground::AlignedSpf, address, reading), pattern,
                address);
        else if (trace == Trace::Service)
            count(candidate(group, Suggestion::Ground::OwnKey, address, reading), pattern, address);
        else if (isOwnTenant(reading))
            count(candidate(group, Suggestion::Ground::OwnTenant, address, reading), pattern,
                address);
    }

    [[nodiscard]] std::vector<Suggestion> finish(const SuggestionLimits &limits)
    {
        std::vector<Suggestion> result;
        const int bins = m_lookBack.patterns().bins;
        for (auto it = m_candidates.begin(); it != m_candidates.end(); ++it) {
            Candidate &candidate = it.value();
            Suggestion &suggestion = candidate.suggestion;
            suggestion.messages = m_groupMessages.value(it.key().first);
            suggestion.addresses = int(candidate.addresses.size());
            suggestion.reporters = std::popcount(candidate.reporters);
            suggestion.days = std::popcount(candidate.days);
            const bool steady = suggestion.aligned >= limits.messages &&
                suggestion.days >= std::min(limits.days, bins) &&
                suggestion.reporters >= std::min(limits.reporters, m_reporters) &&
                double(suggestion.aligned) >= limits.share * double(suggestion.messages);
            if (steady)
                result.push_back(std::move(suggestion));
        }
        std::sort(result.begin(), result.end(), [](const Suggestion &a, const Suggestion &b) {
            return std::tuple(-a.messages, a.sender, int(a.ground)) <
                std::tuple(-b.messages, b.sender, int(b.ground));
        });
        return result;
    }

    void setReporters(int reporters) { m_reporters = reporters; }

private:
    using Key = std::pair<quint64, int>; ///< (owner, group), ground

    [[nodiscard]] bool isOwnTenant(const Reading &reading) const
    {
        const Names &names = m_lookBack.names();
        return reading.signer.value != 0 &&
            names.isTenantOf(names.of(reading.signer).tenant, reading.owner);
    }

    Candidate &candidate(
        quint64 group, Suggestion::Ground ground, AddressId address, const Reading &reading)
    {
        const Key key{group, int(ground)};
        const auto found = m_candidates.find(key);
        if (found != m_candidates.end())
            return *found;
        const Names &names = m_lookBack.names();
        Candidate fresh;
        Suggestion &suggestion = fresh.suggestion;
        suggestion.ground = ground;
        suggestion.sender = m_senders.keyOf(address);
        const NameInfo &host = names.ofHost(address);
        const NameInfo &named = host.service >= 0 ? host : names.of(reading.signer);
        if (named.service >= 0)
            suggestion.serviceName = m_services.services()[size_t(named.service)].name;
        OwnSenders::Entry &entry = suggestion.entry;
        entry.domain = names.orgText(reading.owner);
        const bool ours = host.org == reading.owner && host.org != 0;
        const bool internal = ours || (host.org == 0 && ground == Suggestion::Ground::AlignedSpf);
        entry.senderClass = internal ? SenderClass::Internal : SenderClass::ThirdParty;
        if (ground == Suggestion::Ground::OwnKey) {
            entry.dkimDomain = names.of(reading.ownDomain).name;
            entry.dkimSelector = m_dataset.text(reading.selector).toLower();
        } else if (ground == Suggestion::Ground::OwnTenant) {
            entry.dkimDomain = names.of(reading.signer).name;
            entry.senderClass = SenderClass::ThirdParty;
        } else if (const auto network = IpNetwork::parse(suggestion.sender)) {
            entry.network = network;
        } else {
            entry.hostDomain = suggestion.sender;
        }
        return *m_candidates.insert(key, std::move(fresh));
    }

    static void count(Candidate &candidate, const Pattern &pattern, AddressId address)
    {
        candidate.suggestion.aligned += pattern.messages;
        candidate.reporters |= pattern.reporters;
        candidate.days |= pattern.days;
        candidate.addresses.insert(address.value);
    }

    const Dataset &m_dataset;
    const SenderIndex &m_senders;
    const LookBack &m_lookBack;
    const KnownServices &m_services;
    Registry m_registry;
    QHash<Key, Candidate> m_candidates;
    QHash<quint64, qint64> m_groupMessages;
    int m_reporters = 1;
};

} // namespace

std::vector<Suggestion> suggestionsFor(const Dataset &dataset, const SenderIndex &senders,
    const LookBack &lookBack, const OwnSenders &own, const KnownServices &services,
    const SuggestionLimits &limits)
{
    Collector collector(dataset, senders, lookBack, own, services);
    quint64 reporters = 0;
    for (quint32 i = 0; i < lookBack.patterns().patterns.size(); ++i) {
        reporters |= lookBack.patterns().patterns[i].reporters;
        collector.add(i);
    }
    collector.setReporters(std::popcount(reporters));
    return collector.finish(limits);
}

} // namespace sekisho
