// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/hostcache.h"
#include "dns/resolver.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sekisho {

struct ReverseOptions {
    int atOnce = 5; ///< lookups that run at the same time; QDnsLookup does no more
    int timeout = 12'000; ///< milliseconds; the system itself gives up after ten seconds
    int names = 4; ///< of one address that are followed; some have hundreds
    int giveUpAfter = 20; ///< addresses in a row without any answer: there is no server
    HostExpiry expiry;
};

struct ReverseProgress {
    qsizetype done = 0;
    qsizetype total = 0; ///< different addresses, known ones not counted
    qsizetype found = 0; ///< confirmed names among them

    bool operator==(const ReverseProgress &) const = default;
};

/// Finds the host names of addresses: the name that the reverse zone gives counts when it resolves
/// to the address again. Runs only when started; what was asked for already is not asked again.
class ReverseLookup final : public QObject {
    Q_OBJECT
public:
    enum class End : quint8 { Complete, Cancelled, NoServer };

    /// The resolver must outlive the job.
    explicit ReverseLookup(
        Resolver &resolver, const ReverseOptions &options = {}, QObject *parent = nullptr);
    ~ReverseLookup() override;
    Q_DISABLE_COPY_MOVE(ReverseLookup)

    /// The addresses among these that would be asked for, each once, in their order.
    [[nodiscard]] static QList<IpAddress> unknown(const QList<IpAddress> &addresses,
        const HostCache &cache, qint64 now, const HostExpiry &expiry = {});

    /// Looks up in the order given; `now` in seconds since the epoch. Ends with finished(), never
    /// within this call.
    void start(const QList<IpAddress> &addresses, const HostCache &cache, qint64 now);
    /// Ends at once, with finished() and the answers until then.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const HostCache &cache() const { return m_cache; }

Q_SIGNALS:
    void progressed(const sekisho::ReverseProgress &progress);
    void finished(sekisho::ReverseLookup::End end);

private:
    struct Work;

    void fill();
    void ask(Work &work, const DnsQuestion &question);
    void answered(Work &work, const DnsAnswer &answer);
    void takeNames(Work &work, const QStringList &names);
    void askForward(Work &work);
    void settle(Work &work, HostStatus status, const QString &name);
    static void drop(Work &work);
    void end(End end);

    Resolver &m_resolver;
    const ReverseOptions m_options;
    HostCache m_cache;
    QList<IpAddress> m_queue;
    qsizetype m_next = 0;
    qint64 m_now = 0;
    int m_silent = 0; ///< addresses in a row without any answer
    bool m_running = false;
    ReverseProgress m_progress;
    std::vector<std::unique_ptr<Work>> m_work; ///< the addresses being looked up
};

} // namespace sekisho
