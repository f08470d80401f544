// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

namespace sekisho {

/// Whose sender an address is, as the domain owner registered it.
enum class SenderClass : quint8 { Internal, ThirdParty, Unauthorised };

/// The stable word for exports: "internal", "third_party", "unauthorised".
[[nodiscard]] QLatin1StringView classKey(SenderClass senderClass);

/// The owner's own senders: networks and host-name domains. What is not listed is unauthorised.
struct OwnSenders {
    struct Entry {
        std::optional<IpNetwork> network;
        QString hostDomain; ///< matches the name itself and names below it
        SenderClass senderClass = SenderClass::Internal;

        bool operator==(const Entry &) const = default;
    };
    std::vector<Entry> entries;

    /// The first entry that matches decides.
    [[nodiscard]] SenderClass classOf(const Address &address, const QString &host) const;
    bool operator==(const OwnSenders &) const = default;
};

/// Reads "network or host domain TAB internal|third_party" lines; "#" starts a comment. Lines that
/// are none are noted with their place.
[[nodiscard]] OwnSenders readOwnSenders(const QByteArray &tsv, Notes &notes);

} // namespace sekisho
