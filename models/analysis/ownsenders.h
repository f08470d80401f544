// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

namespace sekisho {

/// The stable word for exports: "internal", "third_party", "unauthorised".
[[nodiscard]] QLatin1StringView classKey(SenderClass senderClass);

/// The owner's own senders. What is not listed is unauthorised.
struct OwnSenders {
    /// One of the owner's senders, known by exactly one of: network, host name, SPF or DKIM domain.
    struct Entry {
        std::optional<IpNetwork> network; ///< an address is a network of one
        QString hostDomain; ///< matches the host name itself and names below it
        SenderClass senderClass = SenderClass::Internal;
        QString spfDomain; ///< matches where SPF passed for it or a name below it
        QString dkimDomain; ///< matches where a signature of it, or of a name below it, passed
        QString dkimSelector; ///< with dkimDomain: this selector alone; empty: any
        QString domain; ///< the policy domain that this is a sender of; empty: of all
        QString note; ///< the user's own words

        bool operator==(const Entry &) const = default;
        /// Of a policy domain or a name below it.
        [[nodiscard]] bool isFor(const QString &policyDomain) const;
    };
    std::vector<Entry> entries;

    /// By network or host name, whatever the policy domain; the first entry that matches decides.
    [[nodiscard]] SenderClass classOf(const Address &address, const QString &host) const;
    /// Whether one of the entries for this sender is of a single policy domain alone.
    [[nodiscard]] bool isLimitedAt(const Address &address, const QString &host) const;
    /// The entry for a sender of this policy domain by network or host name, or null.
    [[nodiscard]] const Entry *find(
        const Address &address, const QString &host, const QString &policyDomain) const;
    /// The entry for an SPF domain that passed, or null.
    [[nodiscard]] const Entry *findSpf(const QString &spfDomain, const QString &policyDomain) const;
    /// The entry for a signature that passed, or null. A signature survives forwarding: that it
    /// matches says whose mail it is, not that this address is the sender.
    [[nodiscard]] const Entry *findDkim(
        const QString &dkimDomain, const QString &selector, const QString &policyDomain) const;
    bool operator==(const OwnSenders &) const = default;
};

/// What an entry is known by, as the first cell of the file has it: "192.0.2.0/24", "example.com",
/// "spf:bounce.example.com", "dkim:example.com" or "dkim:selector._domainkey.example.com".
[[nodiscard]] QString senderKey(const OwnSenders::Entry &entry);

/// Reads lines of "sender TAB internal|third_party [TAB policy domain [TAB note]]", the sender as
/// in senderKey(); "#" starts a comment. Lines that are none are noted with their place.
[[nodiscard]] OwnSenders readOwnSenders(const QByteArray &tsv, Notes &notes);

/// The same lines again.
[[nodiscard]] QByteArray writeOwnSenders(const OwnSenders &senders);

} // namespace sekisho
