// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/resolver.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <map>

namespace sekisho::fixture {

/// A resolver that answers out of a table; what is not in it does not exist. Counts what it was
/// asked. Some questions can be left without an answer.
class TableResolver final : public Resolver {
public:
    void add(DnsType type, const QString &name, const DnsAnswer &answer)
    {
        m_table.insert({type, name}, answer);
    }
    void addNames(DnsType type, const QString &name, const QStringList &names)
    {
        add(type, name, {DnsStatus::Found, names, {}, {}});
    }
    void addTexts(const QString &name, const QStringList &texts)
    {
        add(DnsType::Txt, name, {DnsStatus::Found, {}, {}, texts});
    }
    void addAddresses(const QString &name, const QStringList &addresses)
    {
        DnsAnswer v4{DnsStatus::NoData, {}, {}, {}};
        DnsAnswer v6 = v4;
        for (const QString &text : addresses) {
            const IpAddress ip = IpAddress::parse(text).value();
            DnsAnswer &answer = ip.isV4() ? v4 : v6;
            answer.status = DnsStatus::Found;
            answer.addresses.append(ip);
        }
        add(DnsType::A, name, v4);
        add(DnsType::Aaaa, name, v6);
    }
    void addFailure(DnsType type, const QString &name, DnsStatus status)
    {
        add(type, name, {status, {}, {}, {}});
    }
    void keepSilentOn(DnsType type, const QString &name) { m_silent.insert({type, name}); }
    void keepSilent() { m_allSilent = true; }

    Id lookup(const DnsQuestion &question, Handler handler) override
    {
        const Id id = ++m_last;
        asked.append(question);
        m_running.emplace(id, std::move(handler));
        mostAtOnce = std::max(mostAtOnce, int(m_running.size()));
        if (m_allSilent || m_silent.contains(question))
            return id;
        const DnsAnswer answer = m_table.value(question, {DnsStatus::NotFound, {}, {}, {}});
        QTimer::singleShot(0, &m_context, [this, id, answer] {
            const auto found = m_running.find(id);
            if (found == m_running.end())
                return;
            const Handler call = std::move(found->second);
            m_running.erase(found);
            call(answer);
        });
        return id;
    }
    void cancel(Id id) override { cancelled += int(m_running.erase(id)); }
    [[nodiscard]] int running() const { return int(m_running.size()); }

    QList<DnsQuestion> asked;
    int mostAtOnce = 0;
    int cancelled = 0;

private:
    QObject m_context;
    QHash<DnsQuestion, DnsAnswer> m_table;
    QSet<DnsQuestion> m_silent;
    bool m_allSilent = false;
    Id m_last = 0;
    std::map<Id, Handler> m_running;
};

} // namespace sekisho::fixture
