// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/lookback.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace sekisho {

namespace {

/// Adds without wrapping round: counts come from strangers.
void addTo(quint32 &sum, qint64 messages)
{
    constexpr qint64 most = std::numeric_limits<quint32>::max() / 32;
    sum = quint32(std::min<qint64>(qint64(sum) + std::clamp<qint64>(messages, 0, most), most));
}

const History noHistory;
const OwnerInfo noOwner;

} // namespace

LookBack::LookBack(
    const Dataset &dataset, const SenderIndex &senders, const KnownServices &services)
    : m_names(dataset, senders, services)
    , m_patterns(patternsOf(dataset))
{
    readPatterns(dataset);
    learnSelectors(dataset, senders);
    findReplay(dataset, senders);
    traceAll(dataset, senders);
    findBursts(dataset);
    const auto named = std::count_if(senders.host.cbegin(), senders.host.cend(),
        [&senders](StringId host) { return !senders.names[host.value].isEmpty(); });
    m_namedShare = senders.host.empty() ? 0 : double(named) / double(senders.host.size());
}

void LookBack::readPatterns(const Dataset &dataset)
{
    for (const Pattern &pattern : m_patterns.patterns)
        learnNames(dataset, pattern.first, m_names);
    m_readings.reserve(m_patterns.patterns.size());
    for (const Pattern &pattern : m_patterns.patterns)
        m_readings.push_back(readingOf(dataset, pattern.first, m_names));
    m_owners.resize(m_names.orgCount());
    m_passed.resize(dataset.strings.size(), 0);
    for (size_t i = 0; i < m_readings.size(); ++i) {
        const Pattern &pattern = m_patterns.patterns[i];
        if (m_readings[i].dkimAligned || m_readings[i].spfAligned)
            addTo(m_passed[dataset.records.headerFrom[pattern.first].value], pattern.messages);
    }
}

quint64 LookBack::selectorKey(StringId domain, StringId selector) const
{
    // "a" of example.com and of mail.example.com are different keys.
    return KeyIndex::pair(domain.value, selector.value);
}

/// Where mail enters the net as far as reports tell: the organization that SPF passed for, else
/// the group of the address.
quint32 LookBack::originOf(
    const Dataset &dataset, const SenderIndex &senders, quint32 pattern) const
{
    const Reading &reading = m_readings[pattern];
    if (reading.spfForeign)
        return m_names.of(reading.mailFrom).org;
    return quint32(m_names.orgCount()) +
        senders.group[dataset.records.address[m_patterns.patterns[pattern].first].value];
}

void LookBack::learnSelectors(const Dataset &dataset, const SenderIndex &senders)
{
    std::vector<quint32> originIndex(m_readings.size(), 0);
    for (quint32 i = 0; i < m_readings.size(); ++i) {
        const Reading &reading = m_readings[i];
        const qint64 messages = m_patterns.patterns[i].messages;
        if (reading.dkimAligned && reading.selector.value != 0) {
            const quint32 index =
                m_selectorKeys.of(selectorKey(reading.ownDomain, reading.selector));
            m_selectors.resize(m_selectorKeys.size());
            SelectorInfo &info = m_selectors[index];
            addTo(info.verified, messages);
            if (reading.spfAligned) {
                addTo(info.verifiedDirect, messages);
                continue;
            }
            const quint32 origin =
                m_originKeys.of(KeyIndex::pair(index, originOf(dataset, senders, i)));
            m_originMessages.resize(m_originKeys.size(), 0);
            addTo(m_originMessages[origin], messages);
            info.topOrigin = std::max(info.topOrigin, m_originMessages[origin]);
            originIndex[i] = origin + 1;
        }
    }
    m_home.resize(m_readings.size(), 0);
    for (quint32 i = 0; i < m_readings.size(); ++i) {
        const Reading &reading = m_readings[i];
        if (originIndex[i] == 0)
            continue;
        const SelectorInfo &info = *selector(reading.ownDomain, reading.selector);
        const double here = m_originMessages[originIndex[i] - 1];
        const double direct = info.verifiedDirect;
        // A key that also signs mail with aligned SPF lives there; elsewhere its mail was relayed.
        const double alone = info.verified > 0 ? 1 - std::min(1.0, 10 * direct / info.verified) : 0;
        const double largest = here / std::max<quint32>(1, info.topOrigin);
        const double share = here / std::max<quint32>(1, info.verified);
        const double enough = std::min(1.0, here / 10);
        const double dominant = share > 0.5 ? 0.5 : 0;
        m_home[i] =
            float(enough * std::max(alone * (largest > 0.3 && share > 0.1 ? 1 : 0), dominant));
    }
}

namespace {

/// One selector's use by groups that come and go.
struct Flash {
    std::array<quint32, 64> newGroups{};
    std::array<double, 64> newMessages{};
    std::array<double, 64> homeMessages{};
};

/// The bin in which a signed message was replayed, or -1: many groups never seen before and
/// never again, with more mail than the key's own servers sent in that time.
int replayBin(const Flash &flash, int bins)
{
    std::array<quint32, 64> sorted = flash.newGroups;
    std::sort(sorted.begin(), sorted.begin() + bins);
    const quint32 median = sorted[size_t(bins) / 2];
    const auto top = std::max_element(flash.newGroups.begin(), flash.newGroups.begin() + bins);
    const size_t bin = size_t(top - flash.newGroups.begin());
    const bool many = *top >= 15 && *top >= 5 * (median + 1);
    return many && flash.newMessages[bin] > 0.5 * flash.homeMessages[bin] ? int(bin) : -1;
}

} // namespace

void LookBack::findReplay(const Dataset &dataset, const SenderIndex &senders)
{
    m_replay.assign(m_readings.size(), false);
    KeyIndex pairs; // (selector, group)
    std::vector<quint64> pairDays;
    std::vector<double> pairMessages;
    std::vector<Flash> flashes(m_selectors.size());
    std::vector<quint32> pairOf(m_readings.size(), 0);
    std::vector<quint64> groupDirect(senders.groups.size(), 0);
    for (quint32 i = 0; i < m_readings.size(); ++i) {
        const Reading &reading = m_readings[i];
        const Pattern &pattern = m_patterns.patterns[i];
        const quint32 group = senders.group[dataset.records.address[pattern.first].value];
        if (reading.spfAligned)
            groupDirect[group] = 1;
        const auto index = reading.dkimAligned
            ? m_selectorKeys.find(selectorKey(reading.ownDomain, reading.selector))
            : std::nullopt;
        if (!index)
            continue;
        if (reading.spfAligned || m_home[i] >= 0.5F) {
            const double each = double(pattern.messages) / std::max(1, std::popcount(pattern.days));
            for (quint64 days = pattern.days; days != 0; days &= days - 1)
                flashes[*index].homeMessages[size_t(std::countr_zero(days))] += each;
            continue;
        }
        const quint32 pair = pairs.of(KeyIndex::pair(*index, group));
        pairDays.resize(pairs.size(), 0);
        pairMessages.resize(pairs.size(), 0);
        pairDays[pair] |= pattern.days;
        pairMessages[pair] += double(pattern.messages);
        pairOf[i] = pair + 1;
    }
    const auto brief = [&](quint32 pair) {
        return std::popcount(pairDays[pair]) <= 2 && pairDays[pair] != 0 &&
            !groupDirect[quint32(pairs.key(pair))];
    };
    for (quint32 pair = 0; pair < pairs.size(); ++pair) {
        if (!brief(pair))
            continue;
        Flash &flash = flashes[pairs.key(pair) >> 32];
        const size_t bin = size_t(std::countr_zero(pairDays[pair]));
        ++flash.newGroups[bin];
        flash.newMessages[bin] += pairMessages[pair];
    }
    std::vector<int> replayBins;
    for (const Flash &flash : flashes)
        replayBins.push_back(replayBin(flash, m_patterns.bins));
    for (quint32 i = 0; i < m_readings.size(); ++i) {
        if (pairOf[i] == 0 || !brief(pairOf[i] - 1))
            continue;
        const int bin = replayBins[pairs.key(pairOf[i] - 1) >> 32];
        m_replay[i] = bin >= 0 && std::abs(std::countr_zero(pairDays[pairOf[i] - 1]) - bin) <= 1;
    }
}

void LookBack::traceAll(const Dataset &dataset, const SenderIndex &senders)
{
    const auto traceOf = [&](quint32 i) {
        const Reading &reading = m_readings[i];
        if (reading.spfAligned) {
            return reading.ownBroken  ? Trace::BrokenDirect
                : reading.dkimAligned ? Trace::SignedDirect
                                      : Trace::UnsignedDirect;
        }
        if (reading.dkimAligned)
            return m_home[i] >= 0.5F ? Trace::Service : Trace::Carried;
        if (reading.ownBroken) {
            const bool known = reading.brokenSelector.value == 0 ||
                selector(reading.brokenDomain, reading.brokenSelector);
            return known ? Trace::Broken : Trace::Forged;
        }
        if (!reading.resultsGiven || (m_patterns.patterns[i].habits & HidesSignatures))
            return Trace::Blank;
        return reading.signerIsMailFrom ? Trace::BareSigned : Trace::Bare;
    };
    const auto add = [](KeyIndex &keys, Histories &histories, quint64 key, Trace trace,
                         const Pattern &pattern, const Reading &reading) {
        const quint32 index = keys.of(key);
        if (index == histories.size())
            histories.emplace_back();
        History &history = histories[index];
        addTo(history.messages[size_t(trace)], pattern.messages);
        history.days |= pattern.days;
        history.reporters |= pattern.reporters;
        if (trace == Trace::Carried) {
            history.carriedDays |= pattern.days;
            history.carriedReporters |= pattern.reporters;
        }
        if (reading.spfAligned)
            history.directDays |= pattern.days;
        else if (!reading.dkimAligned && reading.mailFrom.value != 0 && !reading.mailFromOurs)
            addTo(history.rewritten, pattern.messages);
    };
    m_traces.reserve(m_readings.size());
    for (quint32 i = 0; i < m_readings.size(); ++i) {
        const Reading &reading = m_readings[i];
        const Pattern &pattern = m_patterns.patterns[i];
        const Trace trace = traceOf(i);
        m_traces.push_back(trace);
        if (m_replay[i] || pattern.records == 0)
            continue; // neither a replay nor a duplicate is a witness
        const quint32 address = dataset.records.address[pattern.first].value;
        const size_t known = m_addresses.size();
        add(m_addressKeys, m_addresses, KeyIndex::pair(reading.owner, address), trace, pattern,
            reading);
        const quint64 group = KeyIndex::pair(reading.owner, senders.group[address]);
        add(m_groupKeys, m_groups, group, trace, pattern, reading);
        m_groups[*m_groupKeys.find(group)].addresses += m_addresses.size() > known;
        if (reading.spfForeign) {
            add(m_organizationKeys, m_organizations,
                KeyIndex::pair(reading.owner, m_names.of(reading.mailFrom).org), trace, pattern,
                reading);
        }
        OwnerInfo &owner = m_owners[reading.owner];
        if ((reading.spfAligned || trace == Trace::Service) && reading.resultsGiven) {
            addTo(owner.direct, pattern.messages);
            if (reading.dkimAligned || reading.ownBroken)
                addTo(owner.directSigned, pattern.messages);
        }
        if (reading.spfAligned && reading.signer.value != 0)
            m_tenants.of(KeyIndex::pair(reading.owner, reading.signer.value));
    }
}

void LookBack::findBursts(const Dataset &dataset)
{
    Q_UNUSED(dataset)
    QHash<quint32, std::array<quint32, 64>> strangers; // per owner: addresses that only ever failed
    for (quint32 i = 0; i < m_addressKeys.size(); ++i) {
        const History &history = m_addresses[i];
        const quint32 bare =
            history.of(Trace::Bare) + history.of(Trace::Forged) + history.of(Trace::Blank);
        if (bare == 0 || bare != history.total())
            continue;
        auto &bins = strangers[quint32(m_addressKeys.key(i) >> 32)];
        for (quint64 days = history.days; days != 0; days &= days - 1)
            ++bins[size_t(std::countr_zero(days))];
    }
    for (auto it = strangers.cbegin(); it != strangers.cend(); ++it) {
        std::array<quint32, 64> sorted = it.value();
        std::sort(sorted.begin(), sorted.begin() + m_patterns.bins);
        const quint32 usual = sorted[size_t(m_patterns.bins) / 2];
        for (int bin = 0; bin < m_patterns.bins; ++bin) {
            if (it.value()[size_t(bin)] >= 3 * usual + 6)
                m_owners[it.key()].burstDays |= quint64(1) << bin;
        }
    }
}

const History &LookBack::at(
    const KeyIndex &keys, const Histories &histories, quint32 owner, quint32 id)
{
    const auto index = keys.find(KeyIndex::pair(owner, id));
    return index ? histories[*index] : noHistory;
}

const History &LookBack::ofAddress(quint32 owner, AddressId address) const
{
    return at(m_addressKeys, m_addresses, owner, address.value);
}

const History &LookBack::ofGroup(quint32 owner, quint32 group) const
{
    return at(m_groupKeys, m_groups, owner, group);
}

const History &LookBack::ofOrganization(quint32 owner, quint32 org) const
{
    return at(m_organizationKeys, m_organizations, owner, org);
}

const OwnerInfo &LookBack::owner(quint32 owner) const
{
    return owner < m_owners.size() ? m_owners[owner] : noOwner;
}

double LookBack::atHome(quint32 pattern) const
{
    return double(m_home[pattern]);
}

const SelectorInfo *LookBack::selector(StringId domain, StringId selector) const
{
    const auto index = m_selectorKeys.find(selectorKey(domain, selector));
    return index ? &m_selectors[*index] : nullptr;
}

bool LookBack::neverPassed(StringId headerFrom, quint32 owner) const
{
    return m_passed[headerFrom.value] == 0 && this->owner(owner).direct >= 20;
}

bool LookBack::signsForOwner(quint32 owner, StringId signer) const
{
    return m_tenants.find(KeyIndex::pair(owner, signer.value)).has_value();
}

} // namespace sekisho
