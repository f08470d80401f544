// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/facts.h"

#include <algorithm>

namespace sekisho {

qint32 Registry::placeOf(quint32 owner, AddressId address, const QString &domain)
{
    const quint32 index = m_placeKeys.of(KeyIndex::pair(owner, address.value));
    if (index == m_places.size()) {
        const OwnSenders::Entry *entry =
            m_own.find(m_dataset.addresses[address.value], m_senders.hostOf(address), domain);
        m_places.push_back(entry ? qint32(entry - m_own.entries.data()) : -1);
    }
    return m_places[index];
}

bool Registry::any(quint32 owner, const QString &domain)
{
    const auto found = m_any.constFind(owner);
    if (found != m_any.cend())
        return *found;
    return *m_any.insert(owner,
        std::any_of(m_own.entries.cbegin(), m_own.entries.cend(),
            [&domain](const OwnSenders::Entry &entry) { return entry.isFor(domain); }));
}

Registration Registry::of(Row row, const Reading &reading, const Names &names, double home)
{
    if (m_own.entries.empty())
        return {};
    const QString &domain = names.of(m_dataset.records.headerFrom[row]).name;
    Registration registration;
    registration.any = any(reading.owner, domain);
    if (!registration.any)
        return registration;
    registration.entry = placeOf(reading.owner, m_dataset.records.address[row], domain);
    const OwnSenders::Entry *entry =
        registration.entry >= 0 ? &m_own.entries[size_t(registration.entry)] : nullptr;
    if (!entry && reading.spfResult == AuthResult::Pass)
        entry = m_own.findSpf(names.of(reading.mailFrom).name, domain);
    // A signature travels with the mail; only at its key's home does it name the sender.
    if (!entry && reading.dkimAligned && (reading.spfAligned || home >= 0.5))
        entry = m_own.findDkim(
            names.of(reading.ownDomain).name, m_dataset.text(reading.selector), domain);
    if (!entry && reading.signerIsMailFrom)
        entry = m_own.findDkim(names.of(reading.signer).name, {}, domain);
    if (!entry)
        return registration;
    registration.entry = qint32(entry - m_own.entries.data());
    registration.senderClass = entry->senderClass;
    return registration;
}

namespace {

/// Finds the class of addresses by what is registered for most of their messages: the place that
/// sends them, as a sender of their From domain, or an identity that passed.
class ClassVotes final {
public:
    ClassVotes(const Dataset &dataset, const SenderIndex &senders, const OwnSenders &own,
        const std::vector<bool> &limited)
        : m_dataset(dataset)
        , m_senders(senders)
        , m_own(own)
        , m_limited(limited)
        , m_votes(dataset.addresses.size())
    {
    }

    void add(Row row)
    {
        const RecordColumns &records = m_dataset.records;
        const QString &domain = m_dataset.text(records.headerFrom[row]);
        Votes &votes = m_votes[records.address[row].value];
        const qint64 count = records.count[row];
        votes.all += count;
        if (const OwnSenders::Entry *entry = entryOf(row, domain))
            votes.of[size_t(entry->senderClass)] += count;
    }

    [[nodiscard]] SenderClass of(size_t address) const
    {
        const Votes &votes = m_votes[address];
        for (const SenderClass senderClass : {SenderClass::Internal, SenderClass::ThirdParty}) {
            if (votes.of[size_t(senderClass)] * 2 > votes.all)
                return senderClass;
        }
        return SenderClass::Unauthorised;
    }

private:
    struct Votes {
        qint64 all = 0;
        std::array<qint64, 3> of{};
    };

    [[nodiscard]] const OwnSenders::Entry *entryOf(Row row, const QString &domain) const
    {
        const RecordColumns &records = m_dataset.records;
        const AddressId address = records.address[row];
        if (m_limited[address.value]) {
            if (const auto *entry = m_own.find(
                    m_dataset.addresses[address.value], m_senders.hostOf(address), domain))
                return entry;
        }
        bool spfPassed = false;
        for (quint32 i = records.spfFirst[row]; i < records.spfFirst[row + 1]; ++i) {
            const ResultEntry &spf = m_dataset.spf[i];
            if (spf.result != AuthResult::Pass || m_dataset.text(spf.label) == u"helo")
                continue;
            spfPassed = true;
            if (const auto *entry =
                    m_own.findSpf(normalizedDomain(m_dataset.text(spf.domain)), domain))
                return entry;
        }
        // Without SPF the signature may have been carried here by anybody.
        for (quint32 i = records.dkimFirst[row]; spfPassed && i < records.dkimFirst[row + 1]; ++i) {
            const ResultEntry &dkim = m_dataset.dkim[i];
            if (dkim.result != AuthResult::Pass)
                continue;
            if (const auto *entry = m_own.findDkim(normalizedDomain(m_dataset.text(dkim.domain)),
                    m_dataset.text(dkim.label), domain))
                return entry;
        }
        return nullptr;
    }

    const Dataset &m_dataset;
    const SenderIndex &m_senders;
    const OwnSenders &m_own;
    const std::vector<bool> &m_limited; ///< per address: what its place means hangs on the domain
    std::vector<Votes> m_votes;
};

} // namespace

std::vector<SenderClass> classesOf(
    const Dataset &dataset, const SenderIndex &senders, const OwnSenders &own)
{
    std::vector<SenderClass> classes(dataset.addresses.size(), SenderClass::Unauthorised);
    std::vector<bool> limited(dataset.addresses.size(), false);
    bool anyLimited = false;
    for (quint32 i = 0; i < dataset.addresses.size(); ++i) {
        const QString &host = senders.hostOf({i});
        limited[i] = own.isLimitedAt(dataset.addresses[i], host);
        anyLimited = anyLimited || limited[i];
        if (!limited[i])
            classes[i] = own.classOf(dataset.addresses[i], host);
    }
    const bool identities =
        std::any_of(own.entries.cbegin(), own.entries.cend(), [](const OwnSenders::Entry &entry) {
            return !entry.spfDomain.isEmpty() || !entry.dkimDomain.isEmpty();
        });
    if (!identities && !anyLimited)
        return classes;
    ClassVotes votes(dataset, senders, own, limited);
    for (Row row = 0; row < dataset.records.size(); ++row)
        votes.add(row);
    for (size_t i = 0; i < classes.size(); ++i) {
        if (classes[i] == SenderClass::Unauthorised)
            classes[i] = votes.of(i);
    }
    return classes;
}

} // namespace sekisho
