// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/facts.h"

namespace sekisho {

/// A sender that looks like one of the owner's own and is not registered: proposed with what
/// speaks for it, never adopted without the user's word.
struct Suggestion {
    /// What speaks for it.
    enum class Ground : quint8 {
        AlignedSpf, ///< the owner's SPF record names it: passes for the owner's domain
        OwnKey, ///< signs with a key of the owner's that is at home there
        OwnTenant, ///< bears the signature of the owner's tenant at a provider
    };
    OwnSenders::Entry entry; ///< ready to be registered; class proposed, note empty
    QString sender; ///< key of the sender group that it was found in, as Sender::key
    Ground ground = Ground::AlignedSpf;
    QString serviceName; ///< a known service; empty: none
    qint64 messages = 0; ///< of the source, all of them
    qint64 aligned = 0; ///< of these that show the ground
    int addresses = 0;
    int reporters = 0; ///< different ones, at most 64
    int days = 0; ///< days, or spans of days where the reports cover more than 64

    bool operator==(const Suggestion &) const = default;
};

/// What makes a source steady enough to be suggested.
struct SuggestionLimits {
    qint64 messages = 10;
    int days = 3; ///< fewer where the reports cover fewer
    int reporters = 2; ///< fewer where there are fewer
    double share = 0.8; ///< of its messages that show the ground
};

/// Sources with steady aligned passes that the registry does not know, most messages first. Groups
/// of a known host name are proposed by that, others by their network, services with a key of their
/// own by selector.
[[nodiscard]] std::vector<Suggestion> suggestionsFor(const Dataset &dataset,
    const SenderIndex &senders, const LookBack &lookBack, const OwnSenders &own,
    const KnownServices &services, const SuggestionLimits &limits = {});

} // namespace sekisho
