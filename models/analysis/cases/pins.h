// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/mailcase.h"
#include "dataset/filter.h"

namespace sekisho {

/// The user's word on a sender: it wins over what the rules say.
struct Pin {
    QString sender; ///< as Sender::key: an address, a network "192.0.2.0/24", or a host domain
    QString domain; ///< the policy domain that it is said for; empty: all
    MailCase mailCase = MailCase::Undetermined;
    QString note; ///< the user's reason

    bool operator==(const Pin &) const = default;
};

/// All pins. The narrowest that matches counts: an address before a network, the longer network
/// and the longer host domain first; of equal ones the last.
struct Pins {
    std::vector<Pin> list;

    /// The pin for an address, or null.
    [[nodiscard]] const Pin *find(
        const Address &address, const QString &host, const QString &policyDomain) const;
    bool operator==(const Pins &) const = default;
};

/// Lines of "sender TAB case [TAB policy domain [TAB note]]"; what is none is noted with its place.
[[nodiscard]] Pins readPins(const QByteArray &tsv, Notes &notes);
[[nodiscard]] QByteArray writePins(const Pins &pins);

} // namespace sekisho
