// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ownsenders.h"

namespace sekisho {

using namespace Qt::StringLiterals;

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
    qint64 offset = 0;
    for (const QByteArray &line : tsv.split('\n')) {
        const qint64 start = offset;
        offset += line.size() + 1;
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
        if (known && (entry.network || !entry.hostDomain.isEmpty()))
            senders.entries.push_back(std::move(entry));
        else
            notes.add(NoteCode::ValueUnknown, text.left(200), placeOf(tsv, start));
    }
    return senders;
}

} // namespace sekisho
