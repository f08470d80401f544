// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/hostcache.h"

#include "dns/hostname.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr HostStatus allStatuses[] = {
    HostStatus::Confirmed, HostStatus::Unconfirmed, HostStatus::NoName, HostStatus::Failed};

qint64 lifetime(HostStatus status, const HostExpiry &expiry)
{
    switch (status) {
    case HostStatus::Confirmed: return expiry.confirmed;
    case HostStatus::Unconfirmed: return expiry.unconfirmed;
    case HostStatus::NoName: return expiry.noName;
    case HostStatus::Failed: return expiry.failed;
    }
    return 0;
}

bool hasName(HostStatus status)
{
    return status == HostStatus::Confirmed || status == HostStatus::Unconfirmed;
}

std::optional<HostStatus> statusFrom(QByteArrayView word)
{
    for (const HostStatus status : allStatuses) {
        if (word == hostStatusKey(status))
            return status;
    }
    return std::nullopt;
}

/// An entry of a line; names are checked again, as a file can be changed by anyone.
std::optional<std::pair<IpAddress, HostEntry>> entryOf(const QByteArray &line)
{
    const QList<QByteArray> cells = line.split('\t');
    if (cells.size() != 4)
        return std::nullopt;
    const auto ip = IpAddress::parse(QString::fromUtf8(cells[0]));
    const auto status = statusFrom(cells[1]);
    bool isTime = false;
    HostEntry entry;
    entry.asked = cells[2].toLongLong(&isTime);
    if (!ip || !status || !isTime)
        return std::nullopt;
    entry.status = *status;
    entry.name = checkedHostName(QString::fromUtf8(cells[3]));
    if (entry.name.isEmpty() == hasName(*status) || (!hasName(*status) && !cells[3].isEmpty()))
        return std::nullopt;
    return std::pair(*ip, entry);
}

} // namespace

QLatin1StringView hostStatusKey(HostStatus status)
{
    switch (status) {
    case HostStatus::Confirmed: return "confirmed"_L1;
    case HostStatus::Unconfirmed: return "unconfirmed"_L1;
    case HostStatus::NoName: return "no-name"_L1;
    case HostStatus::Failed: return "failed"_L1;
    }
    return {};
}

bool HostCache::knows(const IpAddress &ip, qint64 now, const HostExpiry &expiry) const
{
    const auto found = m_entries.constFind(ip);
    if (found == m_entries.cend())
        return false;
    // An answer out of the future tells of a clock that was wrong.
    return found->asked <= now && found->asked > now - lifetime(found->status, expiry);
}

QHash<IpAddress, QString> HostCache::names() const
{
    QHash<IpAddress, QString> names;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it->status == HostStatus::Confirmed)
            names.insert(it.key(), it->name);
    }
    return names;
}

QByteArray HostCache::toTsv(qsizetype most) const
{
    std::vector<std::pair<IpAddress, HostEntry>> entries;
    entries.reserve(size_t(m_entries.size()));
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        entries.emplace_back(it.key(), it.value());
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        return a.second.asked != b.second.asked ? a.second.asked > b.second.asked
                                                : a.first < b.first;
    });
    entries.resize(std::min(entries.size(), size_t(most)));
    QByteArray tsv("# address\tstatus\tasked\thost name\n");
    for (const auto &[ip, entry] : entries) {
        const QString cells = ip.text() + u'\t' + hostStatusKey(entry.status) + u'\t' +
            QString::number(entry.asked) + u'\t' + (hasName(entry.status) ? entry.name : QString());
        tsv += cells.toUtf8() + '\n';
    }
    return tsv;
}

HostCache HostCache::fromTsv(const QByteArray &tsv, const Limits &limits, Notes &notes)
{
    HostCache cache;
    for (qsizetype start = 0; start < tsv.size();) {
        const qsizetype newline = tsv.indexOf('\n', start);
        const qsizetype end = newline < 0 ? tsv.size() : newline;
        const QByteArray line = tsv.sliced(start, end - start);
        const auto entry = entryOf(line);
        if (cache.size() >= limits.records) {
            notes.add(NoteCode::LimitRecords, {}, placeOf(tsv, start));
            break;
        }
        if (entry)
            cache.insert(entry->first, entry->second);
        else if (!line.trimmed().isEmpty() && !line.startsWith('#'))
            notes.add(NoteCode::ValueUnknown,
                QString::fromUtf8(line.first(std::min(line.size(), qsizetype(200)))),
                placeOf(tsv, start));
        start = end + 1;
    }
    return cache;
}

} // namespace sekisho
