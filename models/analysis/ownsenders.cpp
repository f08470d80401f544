// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ownsenders.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Not so a network with a slip in it, which would never match and never be missed.
bool isHostDomain(const QString &domain)
{
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_'; };
    const QString last = domain.section(u'.', -1);
    return !domain.isEmpty() && std::all_of(domain.cbegin(), domain.cend(), fits)
        && !std::all_of(last.cbegin(), last.cend(), [](QChar c) { return c.isDigit(); });
}

} // namespace

QLatin1StringView classKey(SenderClass senderClass)
{
    switch (senderClass) {
    case SenderClass::Internal: return "internal"_L1;
    case SenderClass::ThirdParty: return "third_party"_L1;
    case SenderClass::Unauthorised: return "unauthorised"_L1;
    }
    return {};
}

SenderClass OwnSenders::classOf(const Address &address, const QString &host) const
{
    for (const Entry &entry : entries) {
        const bool matches = entry.network ? address.ip && entry.network->contains(*address.ip)
                                           : isSameOrBelow(host, entry.hostDomain);
        if (matches)
            return entry.senderClass;
    }
    return SenderClass::Unauthorised;
}

OwnSenders readOwnSenders(const QByteArray &tsv, Notes &notes)
{
    OwnSenders senders;
    Place next{0, 0, 1};
    for (const QByteArray &line : tsv.split('\n')) {
        const qint64 start = next.offset;
        next.offset += line.size() + 1;
        ++next.line;
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const QStringList cells = text.split(u'\t');
        const QString word = cells.value(1).trimmed().toLower();
        OwnSenders::Entry entry;
        entry.network = IpNetwork::parse(cells.first());
        entry.hostDomain = entry.network ? QString() : normalizedDomain(cells.first());
        entry.senderClass = word == "third_party"_L1 ? SenderClass::ThirdParty : SenderClass::Internal;
        const bool known = word == classKey(SenderClass::Internal) || word == classKey(SenderClass::ThirdParty);
        if (known && (entry.network || isHostDomain(entry.hostDomain)))
            senders.entries.push_back(std::move(entry));
        else
            notes.add(NoteCode::ValueUnknown, text.left(200), Place{start, next.line, 1});
    }
    return senders;
}

} // namespace sekisho
