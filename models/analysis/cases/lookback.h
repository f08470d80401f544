// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/names.h"
#include "analysis/cases/patterns.h"
#include "base/keyindex.h"

#include <array>
#include <optional>

namespace sekisho {

/// What the identities of a record are, apart from who sent it: the raw material of look-back and
/// facts. Only identities whose mechanism passed say who somebody is (formats: the trust rule).
struct Reading {
    quint32 owner = 0; ///< organizational domain of the From field, a number of Names
    bool resultsGiven = false; ///< any DKIM or SPF result
    bool dkimAligned = false;
    bool spfAligned = false;
    bool ownUnaligned = false; ///< passed for the owner's organization, but strict mode refused it
    bool spfForeign = false; ///< SPF passed for somebody else's domain
    AuthResult spfResult = AuthResult::Missing; ///< of mailFrom
    StringId mailFrom; ///< domain of MAIL FROM (of HELO where that stands in); empty: not reported
    bool mailFromOurs = false; ///< of the owner's organization
    StringId ownDomain; ///< d= of the owner's signature: the passing one, else the broken one
    StringId selector; ///< of it
    bool ownBroken = false; ///< a signature of the owner's domain was checked and did not verify
    bool keyMissing = false; ///< by permerror: no key, or none that can be used
    bool altered = false; ///< human_result says that the content changed
    StringId brokenDomain;
    StringId brokenSelector;
    StringId signer; ///< d= of somebody else's signature that passed; empty: none
    bool signerIsMailFrom = false; ///< same organization as mailFrom, and SPF passed for that
};

/// Learns the names of a pattern and reads it.
void learnNames(const Dataset &dataset, Row row, Names &names);
[[nodiscard]] Reading readingOf(const Dataset &dataset, Row row, const Names &names);

/// What kind of trace a record leaves about its source.
enum class Trace : quint8 {
    SignedDirect, ///< SPF aligned, own signature verified
    BrokenDirect, ///< SPF aligned, own signature broken
    UnsignedDirect, ///< SPF aligned, no own signature
    Service, ///< own signature verified where its key is at home, SPF not aligned
    Carried, ///< own signature verified far from home: relayed
    Broken, ///< own signature broken, with a selector that verifies elsewhere, or none reported
    Forged, ///< own signature broken, with a selector never seen to verify
    BareSigned, ///< no own signature; SPF and a signature passed for one other domain
    Bare, ///< no own signature
    Blank, ///< the reporter gave no results
};
inline constexpr size_t traceCount = 10;

/// Traces of one source: an address, a group of addresses, or an organization that SPF passed for.
struct History {
    std::array<quint32, traceCount> messages{};
    quint64 carriedReporters = 0; ///< bits, as in Pattern
    quint64 carriedDays = 0;
    quint64 directDays = 0;
    quint64 reporters = 0;
    quint64 days = 0;
    quint32 addresses = 0; ///< of a group
    quint32 rewritten = 0; ///< messages that failed and had somebody else's MAIL FROM

    [[nodiscard]] quint32 of(Trace trace) const { return messages[size_t(trace)]; }
    [[nodiscard]] quint32 direct() const
    {
        return of(Trace::SignedDirect) + of(Trace::BrokenDirect) + of(Trace::UnsignedDirect);
    }
    [[nodiscard]] quint32 total() const;
    bool operator==(const History &) const = default;
};

/// A key of the owner's: how the mail that it signed travels.
struct SelectorInfo {
    quint32 verified = 0; ///< messages with a verified signature
    quint32 verifiedDirect = 0; ///< of these with aligned SPF
    quint32 broken = 0;
    quint32 topOrigin = 0; ///< messages of the source with most, among those without aligned SPF
    bool operator==(const SelectorInfo &) const = default;
};

/// What is normal for one owner's mail.
struct OwnerInfo {
    quint32 direct = 0; ///< messages from sources at home: SPF aligned, or Trace::Service
    quint32 directSigned = 0; ///< of these with an own signature
    quint64 burstDays = 0; ///< bins in which unusually many strangers sent
    /// Share of the owner's mail that is signed, 0…1; drawn to a half where little was seen.
    [[nodiscard]] double signedShare() const { return (directSigned + 5.0) / (direct + 10.0); }
    /// The share that was counted; none where nothing of the owner's was seen.
    [[nodiscard]] std::optional<double> countedSignedShare() const
    {
        return direct > 0 ? std::optional(double(directSigned) / direct) : std::nullopt;
    }
    bool operator==(const OwnerInfo &) const = default;
};

/// Everything that a dataset teaches about its senders, over all its records whatever is shown.
/// Immutable once made; made once per dataset and host names.
class LookBack final {
public:
    LookBack(const Dataset &dataset, const SenderIndex &senders, const KnownServices &services);
    Q_DISABLE_COPY_MOVE(LookBack)

    [[nodiscard]] const Patterns &patterns() const { return m_patterns; }
    [[nodiscard]] const Names &names() const { return m_names; }
    [[nodiscard]] const Reading &reading(quint32 pattern) const { return m_readings[pattern]; }
    [[nodiscard]] Trace trace(quint32 pattern) const { return m_traces[pattern]; }
    /// Whether the pattern belongs to what looks like a replay of a signed message.
    [[nodiscard]] bool replay(quint32 pattern) const { return m_replay[pattern]; }
    [[nodiscard]] const History &ofAddress(quint32 owner, AddressId address) const;
    [[nodiscard]] const History &ofGroup(quint32 owner, quint32 group) const;
    /// Of an organization that SPF passed for; empty history for unknown ones.
    [[nodiscard]] const History &ofOrganization(quint32 owner, quint32 org) const;
    [[nodiscard]] const OwnerInfo &owner(quint32 owner) const;
    /// How much of the key's mail comes from this pattern's source, 0…1: the key is at home there.
    [[nodiscard]] double atHome(quint32 pattern) const;
    [[nodiscard]] const SelectorInfo *selector(StringId domain, StringId selector) const;
    /// Whether a From domain was ever seen to pass DMARC, and its owner often enough to tell.
    [[nodiscard]] bool neverPassed(StringId headerFrom, quint32 owner) const;
    /// Whether a foreign signature was seen beside aligned SPF, as of the owner's own tenant.
    [[nodiscard]] bool signsForOwner(quint32 owner, StringId signer) const;
    /// Share of addresses with a known host name, 0…1.
    [[nodiscard]] double namedShare() const { return m_namedShare; }

private:
    using Histories = std::vector<History>;
    void readPatterns(const Dataset &dataset);
    void learnSelectors(const Dataset &dataset, const SenderIndex &senders);
    void findReplay(const Dataset &dataset, const SenderIndex &senders);
    void traceAll(const Dataset &dataset, const SenderIndex &senders);
    void findBursts(const Dataset &dataset);
    [[nodiscard]] quint64 selectorKey(StringId domain, StringId selector) const;
    [[nodiscard]] quint32 originOf(
        const Dataset &dataset, const SenderIndex &senders, quint32 pattern) const;
    [[nodiscard]] static const History &at(
        const KeyIndex &keys, const Histories &histories, quint32 owner, quint32 id);

    Names m_names;
    Patterns m_patterns;
    std::vector<Reading> m_readings;
    std::vector<Trace> m_traces;
    std::vector<bool> m_replay;
    std::vector<float> m_home;
    KeyIndex m_selectorKeys;
    std::vector<SelectorInfo> m_selectors;
    KeyIndex m_originKeys; ///< (selector, origin)
    std::vector<quint32> m_originMessages;
    KeyIndex m_addressKeys;
    Histories m_addresses;
    KeyIndex m_groupKeys;
    Histories m_groups;
    KeyIndex m_organizationKeys;
    Histories m_organizations;
    std::vector<OwnerInfo> m_owners; ///< per organization
    std::vector<quint32> m_passed; ///< per string: messages with this From domain that passed
    KeyIndex m_tenants; ///< (owner, signer) seen beside aligned SPF
    double m_namedShare = 0;
};

} // namespace sekisho
