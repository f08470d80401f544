// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senderedits.h"

#include <algorithm>
#include <set>

namespace sekisho {

namespace {

/// How narrow an entry is: an address before a network, the longer network and the longer host
/// domain first, what passed last; of equal ones, that of one policy domain.
int narrowness(const OwnSenders::Entry &entry)
{
    constexpr int network = 10000;
    const int place = entry.network
        ? network + entry.network->bits - (entry.network->first.isV4() ? 32 : 128)
        : int(entry.hostDomain.size());
    return place * 2 + (entry.domain.isEmpty() ? 0 : 1);
}

/// What registers a single address, or null.
const OwnSenders::Entry *findEntry(const OwnSenders &own, const Sender &address)
{
    const auto ip = IpAddress::parse(address.key);
    const auto found =
        std::find_if(own.entries.cbegin(), own.entries.cend(), [&](const OwnSenders::Entry &entry) {
            return entry.network ? ip && entry.network->contains(*ip)
                                 : isSameOrBelow(address.host, entry.hostDomain);
        });
    return found == own.entries.cend() ? nullptr : &*found;
}

} // namespace

bool isSameSender(const OwnSenders::Entry &a, const OwnSenders::Entry &b)
{
    return senderKey(a) == senderKey(b) && a.domain == b.domain;
}

OwnSenders withSender(OwnSenders own, const OwnSenders::Entry &entry)
{
    const auto same = std::find_if(own.entries.begin(), own.entries.end(),
        [&entry](const OwnSenders::Entry &other) { return isSameSender(other, entry); });
    if (same != own.entries.end()) {
        const QString note = entry.note.isEmpty() ? same->note : entry.note;
        *same = entry;
        same->note = note;
        return own;
    }
    const auto wider = std::find_if(own.entries.begin(), own.entries.end(),
        [&entry](const OwnSenders::Entry &other) { return narrowness(other) < narrowness(entry); });
    own.entries.insert(wider, entry);
    return own;
}

OwnSenders withoutSender(OwnSenders own, const OwnSenders::Entry &entry)
{
    std::erase_if(own.entries,
        [&entry](const OwnSenders::Entry &other) { return isSameSender(other, entry); });
    return own;
}

std::optional<OwnSenders::Entry> entryFor(
    const Sender &sender, SenderClass senderClass, const QStringList &domains)
{
    OwnSenders::Entry entry;
    entry.network = IpNetwork::parse(sender.key);
    if (!entry.network)
        entry.hostDomain = sender.host.isEmpty() ? QString() : sender.key;
    if (!entry.network && entry.hostDomain.isEmpty())
        return std::nullopt;
    entry.senderClass = senderClass;
    entry.domain = domains.size() == 1 ? domains.first() : QString();
    return entry;
}

std::vector<OwnSenders::Entry> entriesOf(const OwnSenders &own, const Sender &sender)
{
    std::set<const OwnSenders::Entry *> found;
    const auto add = [&](const Sender &address) {
        if (const OwnSenders::Entry *entry = findEntry(own, address))
            found.insert(entry);
    };
    if (sender.addresses.empty())
        add(sender);
    for (const Sender &address : sender.addresses)
        add(address);
    std::vector<OwnSenders::Entry> entries;
    for (const OwnSenders::Entry *entry : found)
        entries.push_back(*entry);
    return entries;
}

} // namespace sekisho
