// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ownsenders.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr auto keyLabel = "._domainkey."_L1; // RFC 6376 §3.6.2.1

/// Not so a network with a slip in it, which would never match and never be missed.
bool isHostDomain(const QString &domain)
{
    const auto fits = [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_';
    };
    const QString last = domain.section(u'.', -1);
    return !domain.isEmpty() && std::all_of(domain.cbegin(), domain.cend(), fits) &&
        !std::all_of(last.cbegin(), last.cend(), [](QChar c) { return c.isDigit(); });
}

/// Fills in what the sender is known by; false where the text is nothing of that.
bool setSender(const QString &text, OwnSenders::Entry &entry)
{
    if (text.startsWith("spf:"_L1, Qt::CaseInsensitive)) {
        entry.spfDomain = normalizedDomain(text.sliced(4));
        return isHostDomain(entry.spfDomain);
    }
    if (text.startsWith("dkim:"_L1, Qt::CaseInsensitive)) {
        const QString name = normalizedDomain(text.sliced(5));
        const qsizetype label = name.indexOf(keyLabel);
        entry.dkimSelector = label < 0 ? QString() : name.first(label);
        entry.dkimDomain = label < 0 ? name : name.sliced(label + keyLabel.size());
        return isHostDomain(entry.dkimDomain) && !entry.dkimDomain.endsWith(u"._domainkey");
    }
    entry.network = IpNetwork::parse(text);
    entry.hostDomain = entry.network ? QString() : normalizedDomain(text);
    return entry.network || isHostDomain(entry.hostDomain);
}

std::optional<SenderClass> classOfKey(const QString &word)
{
    for (const SenderClass senderClass : {SenderClass::Internal, SenderClass::ThirdParty}) {
        if (word == classKey(senderClass))
            return senderClass;
    }
    return std::nullopt;
}

template <typename Matches>
const OwnSenders::Entry *firstOf(const OwnSenders &senders, Matches matches)
{
    const auto found = std::find_if(senders.entries.cbegin(), senders.entries.cend(), matches);
    return found == senders.entries.cend() ? nullptr : &*found;
}

bool isAt(const OwnSenders::Entry &entry, const Address &address, const QString &host)
{
    return entry.network ? address.ip && entry.network->contains(*address.ip)
                         : isSameOrBelow(host, entry.hostDomain);
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

bool OwnSenders::Entry::isFor(const QString &policyDomain) const
{
    return domain.isEmpty() || isSameOrBelow(policyDomain, domain);
}

SenderClass OwnSenders::classOf(const Address &address, const QString &host) const
{
    const Entry *entry = firstOf(*this, [&](const Entry &e) { return isAt(e, address, host); });
    return entry ? entry->senderClass : SenderClass::Unauthorised;
}

bool OwnSenders::isLimitedAt(const Address &address, const QString &host) const
{
    return firstOf(*this, [&](const Entry &e) {
        return !e.domain.isEmpty() && isAt(e, address, host);
    }) != nullptr;
}

const OwnSenders::Entry *OwnSenders::find(
    const Address &address, const QString &host, const QString &policyDomain) const
{
    return firstOf(
        *this, [&](const Entry &e) { return isAt(e, address, host) && e.isFor(policyDomain); });
}

const OwnSenders::Entry *OwnSenders::findSpf(
    const QString &spfDomain, const QString &policyDomain) const
{
    return firstOf(*this, [&](const Entry &e) {
        return isSameOrBelow(spfDomain, e.spfDomain) && e.isFor(policyDomain);
    });
}

const OwnSenders::Entry *OwnSenders::findDkim(
    const QString &dkimDomain, const QString &selector, const QString &policyDomain) const
{
    return firstOf(*this, [&](const Entry &e) {
        return isSameOrBelow(dkimDomain, e.dkimDomain) && e.isFor(policyDomain) &&
            (e.dkimSelector.isEmpty() ||
                e.dkimSelector.compare(selector, Qt::CaseInsensitive) == 0);
    });
}

QString senderKey(const OwnSenders::Entry &entry)
{
    if (entry.network)
        return entry.network->text();
    if (!entry.spfDomain.isEmpty())
        return "spf:"_L1 + entry.spfDomain;
    if (entry.dkimDomain.isEmpty())
        return entry.hostDomain;
    const QString selector =
        entry.dkimSelector.isEmpty() ? QString() : entry.dkimSelector + keyLabel;
    return "dkim:"_L1 + selector + entry.dkimDomain;
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
        const auto senderClass = classOfKey(cells.value(1).trimmed().toLower());
        OwnSenders::Entry entry;
        const bool known = setSender(cells.first().trimmed(), entry);
        entry.senderClass = senderClass.value_or(SenderClass::Internal);
        entry.domain = normalizedDomain(cells.value(2));
        entry.note = cells.value(3).trimmed();
        if (known && senderClass)
            senders.entries.push_back(std::move(entry));
        else
            notes.add(NoteCode::ValueUnknown, text.left(200), Place{start, next.line, 1});
    }
    return senders;
}

QByteArray writeOwnSenders(const OwnSenders &senders)
{
    QByteArray tsv;
    for (const OwnSenders::Entry &entry : senders.entries) {
        QStringList cells{
            senderKey(entry), QString(classKey(entry.senderClass)), entry.domain, entry.note};
        for (QString &cell : cells)
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
        while (cells.last().isEmpty())
            cells.removeLast();
        tsv += cells.join(u'\t').toUtf8() + '\n';
    }
    return tsv;
}

} // namespace sekisho
