// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ownsenders.h"
#include "analysis/results.h"

namespace sekisho {

/// Whether two entries speak of the same sender of the same policy domain.
[[nodiscard]] bool isSameSender(const OwnSenders::Entry &a, const OwnSenders::Entry &b);

/// With an entry, instead of the one for the same sender. As the first entry that matches decides,
/// it goes before all that are wider: a single address is heeded beside the network around it.
[[nodiscard]] OwnSenders withSender(OwnSenders own, const OwnSenders::Entry &entry);
/// Without the entry for the same sender.
[[nodiscard]] OwnSenders withoutSender(OwnSenders own, const OwnSenders::Entry &entry);

/// The entry that registers a group or an address for the policy domains that a filter names, for
/// all where it names several or none. None where there is nothing to know the sender by.
[[nodiscard]] std::optional<OwnSenders::Entry> entryFor(
    const Sender &sender, SenderClass senderClass, const QStringList &domains);

/// The entries that make a group or address one of the owner's by network or host name, in the
/// order of the registry.
[[nodiscard]] std::vector<OwnSenders::Entry> entriesOf(const OwnSenders &own, const Sender &sender);

} // namespace sekisho
