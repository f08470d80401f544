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

HostBook::HostBook(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_thread.setMaxThreadCount(1);
}

HostBook::~HostBook()
{
    if (m_lookup) {
        m_cache = m_lookup->cache();
        m_lookup.reset();
        write();
    }
    m_thread.waitForDone();
}

void HostBook::open(const QString &cachePath)
{
    ++m_work;
    m_reading = true;
    const auto read = QtConcurrent::run(&m_thread, [cachePath, limits = m_limits] {
        const Result<QByteArray> bytes = contentOf(cachePath, limits, mostBytes);
        if (!bytes)
            return Result<HostCache>(bytes.problem());
        Notes notes; // a line that is damaged is asked for again
        return Result<HostCache>(HostCache::fromTsv(bytes.value(), limits, notes));
    });
    whenDone(read, this, [this, cachePath](const std::optional<Result<HostCache>> &done) {
        m_reading = false;
        if (done && done->ok()) {
            m_path = cachePath;
            m_cache = done->value();
            merge();
        } else {
            Q_EMIT failed(tr("%1 could not be read, and host names will not be kept in it. %2")
                              .arg(visibleText(QDir::toNativeSeparators(cachePath)),
                                  done ? noteText(done->problem()) : QString()));
        }
        if (const QList<IpAddress> waiting = std::exchange(m_waiting, {}); !waiting.isEmpty())
            lookUp(waiting);
        finished();
    });
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
    if (m_path.isEmpty())
        return;
    ++m_work;
    const auto written = QtConcurrent::run(&m_thread,
        [path = m_path, cache = m_cache] { return writeWhole(path, cache.toTsv(), false); });
    whenDone(written, this, [this, path = m_path](const std::optional<QString> &problem) {
        if (!problem || !problem->isEmpty()) {
            m_path.clear(); // said once is enough
            Q_EMIT failed(
                tr("%1 could not be written: %2")
                    .arg(visibleText(QDir::toNativeSeparators(path)), problem.value_or(QString())));
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
