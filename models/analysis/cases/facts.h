// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/lookback.h"
#include "analysis/ownsenders.h"

namespace sekisho {

/// What the registry says of a record's source.
struct Registration {
    SenderClass senderClass = SenderClass::Unauthorised;
    qint32 entry = -1; ///< index into OwnSenders::entries
    bool any = false; ///< the owner registered senders for this domain at all

    bool operator==(const Registration &) const = default;
};

/// All that the rules look at, for one pattern. Rules are functions of this alone.
struct Facts {
    Reading reading;
    Trace trace = Trace::Blank;
    Registration registered;
    // What names say
    bool named = false; ///< the address has a known host name
    double namedShare = 0; ///< of all addresses, 0…1
    bool hostOurs = false; ///< the host name is below the owner's organization
    bool hostGeneric = false;
    bool hostServer = false; ///< named as mail servers are
    bool hostMatchesMailFrom = false; ///< SPF passed for the organization of the host name
    bool listName = false; ///< MAIL FROM (passed) or host name is named like a list
    ServiceKind hostKind = ServiceKind::None;
    ServiceKind mailFromKind = ServiceKind::None; ///< SPF passed
    ServiceKind signerKind = ServiceKind::None; ///< the foreign signature passed
    qint32 service = -1; ///< index into KnownServices: signer's, else mailFrom's, else host's
    bool ownTenant = false; ///< somebody else's signature or MAIL FROM is of the owner's tenant
    bool otherTenant = false;
    bool signsForOwner = false; ///< the foreign signature was seen beside aligned SPF
    bool mailFromChild = false; ///< MAIL FROM is ours, but another name than that in From
    // What the receiver says
    bool reasonList = false;
    bool reasonForwarder = false;
    bool reasonForwarded = false;
    bool arcPass = false;
    bool arcOurs = false; ///< the ARC chain starts at the owner's or at a registered sender
    bool spared = false; ///< not treated as the policy asks, without a reason
    bool nullSender = false;
    QString sealer; ///< d= of the latest ARC set, where given
    // What the dataset taught
    History address;
    History group;
    History organization; ///< that SPF passed for
    bool selectorKnown = false; ///< the broken signature's selector verifies elsewhere
    bool hidesSignatures = false; ///< the reporter lists no broken signatures
    double home = 0; ///< LookBack::atHome()
    bool keyElsewhere = false; ///< the verified signature's key is at home at another source
    double signedShare = 0.5; ///< OwnerInfo::signedShare(), what the rules reckon with
    std::optional<double> countedSignedShare; ///< what may be told
    bool neverPassed = false;
    bool replay = false;
    double burst = 0; ///< share of the address's days in which unusually many strangers sent
    double activeShare = 0; ///< share of all bins in which the address sent
    int bins = 1;
};

/// What patterns are judged by. All must outlive the judging; the judgement keeps none of them.
struct CaseContext {
    const Dataset &dataset;
    const SenderIndex &senders;
    const LookBack &lookBack;
    const OwnSenders &own;
    const KnownServices &services;
};

/// Matches addresses and identities with the registry; answers are remembered.
class Registry final {
public:
    Registry(const Dataset &dataset, const SenderIndex &senders, const OwnSenders &own)
        : m_dataset(dataset)
        , m_senders(senders)
        , m_own(own)
    {
    }
    /// Of a pattern whose signature counts only where its key is at home (`home`).
    [[nodiscard]] Registration of(Row row, const Reading &reading, const Names &names, double home);

private:
    [[nodiscard]] qint32 placeOf(quint32 owner, AddressId address, const QString &domain);
    [[nodiscard]] bool any(quint32 owner, const QString &domain);

    const Dataset &m_dataset;
    const SenderIndex &m_senders;
    const OwnSenders &m_own;
    KeyIndex m_placeKeys;
    std::vector<qint32> m_places; ///< index of the entry, or -1
    QHash<quint32, bool> m_any;
};

[[nodiscard]] Facts factsOf(const CaseContext &context, quint32 pattern, Registry &registry);

/// What an ARC comment says (RFC 8617 §7.2.2, OpenDMARC's "client-ip"): tolerant of cut-off text.
struct ArcComment {
    QString result; ///< "pass", "fail", "none", …; empty: no ARC comment
    QString firstSealer; ///< as[1].d
    QString lastSealer; ///< as[n].d of the highest n
    std::optional<IpAddress> origin; ///< remote-ip[1] or client-ip[1]

    bool operator==(const ArcComment &) const = default;
};
[[nodiscard]] ArcComment parseArc(const QString &comment);

/// The class of each address, in the order of Dataset::addresses: by network or host name, else by
/// a registered SPF or DKIM domain that passed. Where an entry is of one policy domain alone, or an
/// identity decides, it is the class of most of the address's messages.
[[nodiscard]] std::vector<SenderClass> classesOf(
    const Dataset &dataset, const SenderIndex &senders, const OwnSenders &own);

} // namespace sekisho
