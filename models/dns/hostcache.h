// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"
#include "report/ipaddress.h"

#include <QByteArray>
#include <QHash>

namespace sekisho {

/// How a reverse lookup ended.
enum class HostStatus : quint8 {
    Confirmed, ///< the name resolves to the address again
    Unconfirmed, ///< it does not: whoever has the address can claim any name
    NoName,
    Failed, ///< the server failed or did not answer in time
};

/// The stable word for files: "confirmed", "unconfirmed", "no-name", "failed".
[[nodiscard]] QLatin1StringView hostStatusKey(HostStatus status);

struct HostEntry {
    HostStatus status = HostStatus::Failed;
    QString name; ///< confirmed, or only claimed
    qint64 asked = 0; ///< seconds since the epoch, UTC

    bool operator==(const HostEntry &) const = default;
};

/// After how many seconds an address is asked for again.
struct HostExpiry {
    qint64 confirmed = 90 * 86400;
    qint64 unconfirmed = 30 * 86400;
    qint64 noName = 30 * 86400;
    qint64 failed = 600;
};

/// The answers to reverse lookups of former times.
class HostCache final {
public:
    void insert(const IpAddress &ip, const HostEntry &entry) { m_entries.insert(ip, entry); }
    [[nodiscard]] HostEntry value(const IpAddress &ip) const { return m_entries.value(ip); }
    [[nodiscard]] bool contains(const IpAddress &ip) const { return m_entries.contains(ip); }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    /// Whether there is an answer that is not too old to be used instead of asking.
    [[nodiscard]] bool knows(const IpAddress &ip, qint64 now, const HostExpiry &expiry = {}) const;
    /// The confirmed names, however old: a report tells of its own time.
    [[nodiscard]] QHash<IpAddress, QString> names() const;

    /// "address TAB status TAB time TAB name" lines; of too many the newest are kept.
    [[nodiscard]] QByteArray toTsv(qsizetype most = 500'000) const;
    /// Lines that are none are noted with their place.
    [[nodiscard]] static HostCache fromTsv(
        const QByteArray &tsv, const Limits &limits, Notes &notes);

    bool operator==(const HostCache &) const = default;

private:
    QHash<IpAddress, HostEntry> m_entries;
};

} // namespace sekisho
