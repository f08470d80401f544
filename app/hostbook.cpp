// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostbook.h"

#include "keptfile.h"
#include "dns/qtresolver.h"
#include "tables/notetext.h"
#include "tables/visibletext.h"
#include "widgets/whendone.h"

#include <QDateTime>
#include <QDir>
#include <QtConcurrentRun>

#include <utility>

namespace sekisho {

namespace {

/// More than half a million lines, which is what is kept at most.
constexpr qint64 mostBytes = qint64(128) << 20;
/// Answers are kept after so many, lest a long lookup is lost with the power.
constexpr qsizetype writeAfter = 1000;

} // namespace

Shelf<HostCache> hostFile(const QString &path, const Limits &limits)
{
    Shelf<HostCache> shelf;
    shelf.name = visibleText(QDir::toNativeSeparators(path));
    shelf.take = [path, limits, name = shelf.name] {
        Taken<HostCache> taken;
        taken.name = name;
        const Result<QByteArray> bytes = contentOf(path, limits, mostBytes);
        Notes notes;
        if (bytes)
            taken.content = HostCache::fromTsv(bytes.value(), limits, notes);
        else
            taken.problem = noteText(bytes.problem());
        return taken;
    };
    shelf.put = [path](const HostCache &cache) { return writeWhole(path, cache.toTsv(), false); };
    return shelf;
}

HostBook::HostBook(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

HostBook::~HostBook()
{
    endLookup();
    m_thread.waitForDone();
}

/// What was answered until now is kept.
void HostBook::endLookup()
{
    if (!m_lookup)
        return;
    m_cache = m_lookup->cache();
    m_lookup.reset();
    write();
}

void HostBook::turnTo(const Shelf<HostCache> &cache)
{
    if (m_lookup) {
        endLookup();
        Q_EMIT lookedUp(ReverseLookup::End::Cancelled, m_progress);
    }
    ++m_opened;
    m_shelf = cache;
}

void HostBook::replace(const Shelf<HostCache> &cache, const Taken<HostCache> &taken)
{
    turnTo(cache);
    take(taken);
}

void HostBook::open(const Shelf<HostCache> &cache)
{
    turnTo(cache);
    ++m_work;
    m_reading = true;
    const auto read = QtConcurrent::run(&m_thread, cache.take);
    whenDone(read, this, [this, opened = m_opened](const std::optional<Taken<HostCache>> &done) {
        if (opened == m_opened)
            take(done.value_or(Taken<HostCache>()));
        finished();
    });
}

void HostBook::take(const Taken<HostCache> &taken)
{
    m_reading = false;
    m_cache = taken.content;
    if (!taken.problem.isEmpty()) {
        m_shelf = {};
        Q_EMIT failed(tr("%1 could not be read, and host names will not be kept in it. %2")
                          .arg(taken.name, taken.problem));
    }
    merge();
    if (const QList<IpAddress> waiting = std::exchange(m_waiting, {}); !waiting.isEmpty())
        lookUp(waiting);
}

void HostBook::insert(const HostNames &names)
{
    m_loaded.insert(names);
    merge();
}

void HostBook::merge()
{
    HostNames names = m_cache.names();
    names.insert(m_loaded);
    if (names == m_names)
        return;
    m_names = std::move(names);
    Q_EMIT changed();
}

QList<IpAddress> HostBook::unknown(const QList<IpAddress> &addresses) const
{
    QList<IpAddress> wanted;
    for (const IpAddress &ip : addresses) {
        if (!m_loaded.contains(ip))
            wanted.append(ip);
    }
    return ReverseLookup::unknown(wanted, m_cache, QDateTime::currentSecsSinceEpoch());
}

void HostBook::lookUp(const QList<IpAddress> &addresses)
{
    if (m_lookup)
        return;
    if (m_reading) {
        m_waiting = addresses;
        return;
    }
    m_lookup = std::make_unique<ReverseLookup>(resolver());
    connect(m_lookup.get(), &ReverseLookup::progressed, this, &HostBook::takeProgress);
    connect(m_lookup.get(), &ReverseLookup::finished, this, &HostBook::takeAnswers);
    const QList<IpAddress> wanted = unknown(addresses);
    m_progress = {0, wanted.size(), 0};
    Q_EMIT progressed(m_progress);
    m_lookup->start(wanted, m_cache, QDateTime::currentSecsSinceEpoch());
}

Resolver &HostBook::resolver()
{
    if (!m_resolver) {
        m_system = std::make_unique<QtResolver>();
        m_resolver = m_system.get();
    }
    return *m_resolver;
}

void HostBook::cancel()
{
    if (m_lookup)
        m_lookup->cancel();
}

void HostBook::takeProgress(const ReverseProgress &progress)
{
    m_progress = progress;
    Q_EMIT progressed(progress);
    if (progress.done % writeAfter != 0)
        return;
    m_cache = m_lookup->cache();
    write();
}

void HostBook::takeAnswers(ReverseLookup::End end)
{
    m_cache = m_lookup->cache();
    // It is telling of its end just now.
    m_lookup.release()->deleteLater();
    write();
    merge();
    Q_EMIT lookedUp(end, m_progress);
    if (!isBusy())
        Q_EMIT idle();
}

void HostBook::write()
{
    if (!m_shelf.put)
        return;
    ++m_work;
    const auto written = QtConcurrent::run(
        &m_thread, [put = m_shelf.put, cache = m_cache] { return put(cache); });
    whenDone(written, this, [this, name = m_shelf.name](const std::optional<QString> &problem) {
        if (!problem || !problem->isEmpty()) {
            if (name == m_shelf.name)
                m_shelf.put = {}; // said once is enough
            Q_EMIT failed(tr("%1 could not be written: %2").arg(name, problem.value_or(QString())));
        }
        finished();
    });
}

void HostBook::finished()
{
    --m_work;
    if (!isBusy())
        Q_EMIT idle();
}

} // namespace sekisho
