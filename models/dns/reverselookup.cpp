// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/reverselookup.h"

#include "dns/hostname.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace sekisho {

/// One address on its way: its name is asked for, then the addresses of each name in turn.
struct ReverseLookup::Work {
    IpAddress ip;
    Resolver::Id lookup = 0;
    QTimer *timer = nullptr;
    QStringList names; ///< claimed, checked
    qsizetype next = 0; ///< the name to be confirmed next
    bool reverse = true; ///< the answer awaited is the name's
    bool heard = false; ///< a server has answered something
    bool failed = false; ///< a name could be neither confirmed nor refuted
};

ReverseLookup::ReverseLookup(Resolver &resolver, const ReverseOptions &options, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
    , m_options(options)
{
}

ReverseLookup::~ReverseLookup()
{
    for (const auto &work : m_work)
        m_resolver.cancel(work->lookup);
}

QList<IpAddress> ReverseLookup::unknown(
    const QList<IpAddress> &addresses, const HostCache &cache, qint64 now, const HostExpiry &expiry)
{
    QList<IpAddress> result;
    QSet<IpAddress> seen;
    for (const IpAddress &ip : addresses) {
        if (cache.knows(ip, now, expiry) || seen.contains(ip))
            continue;
        seen.insert(ip);
        result.append(ip);
    }
    return result;
}

void ReverseLookup::start(const QList<IpAddress> &addresses, const HostCache &cache, qint64 now)
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_cache = cache;
    m_now = now;
    m_next = 0;
    m_silent = 0;
    m_queue = unknown(addresses, cache, now, m_options.expiry);
    m_progress = {0, m_queue.size(), 0};
    if (m_queue.isEmpty())
        QTimer::singleShot(0, this, [this] { end(End::Complete); });
    else
        fill();
}

void ReverseLookup::fill()
{
    while (m_running && qsizetype(m_work.size()) < m_options.atOnce && m_next < m_queue.size()) {
        auto work = std::make_unique<Work>();
        work->ip = m_queue[m_next++];
        Work &added = *m_work.emplace_back(std::move(work));
        added.timer = new QTimer(this);
        added.timer->setSingleShot(true);
        connect(added.timer, &QTimer::timeout, this, [this, &added] {
            m_resolver.cancel(added.lookup);
            answered(added, {DnsStatus::Timeout, {}, {}, {}});
        });
        ask(added, {DnsType::Ptr, reverseName(added.ip)});
    }
}

void ReverseLookup::ask(Work &work, const DnsQuestion &question)
{
    work.timer->start(m_options.timeout);
    work.lookup = m_resolver.lookup(
        question, [this, &work](const DnsAnswer &answer) { answered(work, answer); });
}

void ReverseLookup::answered(Work &work, const DnsAnswer &answer)
{
    work.timer->stop();
    const bool heard = answer.status == DnsStatus::Found || isVoid(answer.status);
    work.heard = work.heard || heard;
    if (work.reverse && !heard) {
        settle(work, HostStatus::Failed, {});
    } else if (work.reverse) {
        work.reverse = false;
        takeNames(work, answer.names);
    } else if (answer.addresses.contains(work.ip)) {
        settle(work, HostStatus::Confirmed, work.names[work.next]);
    } else {
        work.failed = work.failed || !heard;
        ++work.next;
        askForward(work);
    }
}

/// Servers give several names in any order; sorted, the same one is found each time.
void ReverseLookup::takeNames(Work &work, const QStringList &names)
{
    for (const QString &name : names) {
        const QString checked = checkedHostName(name);
        if (!checked.isEmpty())
            work.names.append(checked);
    }
    work.names.sort();
    work.names.removeDuplicates();
    work.names = work.names.first(std::min(work.names.size(), qsizetype(m_options.names)));
    askForward(work);
}

void ReverseLookup::askForward(Work &work)
{
    if (work.next < work.names.size())
        ask(work, {work.ip.isV4() ? DnsType::A : DnsType::Aaaa, work.names[work.next]});
    else if (work.names.isEmpty())
        settle(work, HostStatus::NoName, {});
    else if (work.failed)
        settle(work, HostStatus::Failed, {});
    else
        settle(work, HostStatus::Unconfirmed, work.names.first());
}

/// The timer may be just telling of its time being up.
void ReverseLookup::drop(Work &work)
{
    work.timer->disconnect();
    work.timer->stop();
    work.timer->deleteLater();
}

/// The work is gone after this.
void ReverseLookup::settle(Work &work, HostStatus status, const QString &name)
{
    // A name that was confirmed once is better than none because a server is out of order today.
    const bool keep =
        status == HostStatus::Failed && m_cache.value(work.ip).status == HostStatus::Confirmed;
    if (!keep)
        m_cache.insert(work.ip, {status, name, m_now});
    m_silent = work.heard ? 0 : m_silent + 1;
    ++m_progress.done;
    m_progress.found += status == HostStatus::Confirmed ? 1 : 0;
    const auto isThis = [&work](const auto &other) { return other.get() == &work; };
    const auto found = std::find_if(m_work.begin(), m_work.end(), isThis);
    drop(**found);
    m_work.erase(found);
    Q_EMIT progressed(m_progress);
    if (!m_running)
        return; // cancelled by whoever was told
    if (m_silent >= m_options.giveUpAfter)
        end(End::NoServer);
    else if (m_progress.done == m_progress.total)
        end(End::Complete);
    else
        fill();
}

void ReverseLookup::end(End end)
{
    if (!m_running)
        return;
    m_running = false;
    for (const auto &work : m_work) {
        m_resolver.cancel(work->lookup);
        drop(*work);
    }
    m_work.clear();
    m_queue.clear();
    Q_EMIT finished(end);
}

void ReverseLookup::cancel()
{
    end(End::Cancelled);
}

} // namespace sekisho
