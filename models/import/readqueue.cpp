// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/readqueue.h"

#include "reading/reader.h"

#include <QThread>

#include <algorithm>

namespace sekisho {

namespace {

constexpr qint64 mostWaiting = qint64(64) << 20; // bytes

} // namespace

ReadQueue::ReadQueue(const Limits &limits, const Stop &stop)
    : m_limits(limits)
    , m_stop(stop)
{
    const int threads = std::clamp(QThread::idealThreadCount(), 1, 8);
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

ReadQueue::~ReadQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ReadQueue::add(const QByteArray &bytes, const QString &path, qint64 when)
{
    const auto work = [this, bytes, path, when](DatasetBuilder &builder) {
        read(bytes, path, m_limits, m_stop,
            [&builder, when](ReadItem &&item) { builder.add(std::move(item), when); });
    };
    add(work, bytes.size());
}

void ReadQueue::add(Work work, qint64 bytes)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting < mostWaiting; });
    m_waiting += bytes;
    m_jobs.push_back(std::make_unique<Job>(Job{std::move(work), bytes, {}, false}));
    m_changed.notify_all();
}

DatasetBuilder ReadQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.empty() && !m_collecting; });
    return std::exchange(m_collected, {});
}

/// What is read and has nothing unread before it. One thread does it, without keeping the others.
void ReadQueue::collect(std::unique_lock<std::mutex> &lock)
{
    if (m_collecting)
        return;
    m_collecting = true;
    while (!m_jobs.empty() && m_jobs.front()->done) {
        const std::unique_ptr<Job> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        --m_begun;
        lock.unlock();
        m_collected.append(std::move(job->read));
        lock.lock();
    }
    m_collecting = false;
    m_changed.notify_all();
}

void ReadQueue::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ended || m_begun < m_jobs.size(); });
        if (m_ended)
            return;
        Job &job = *m_jobs[m_begun++];
        m_waiting -= job.bytes;
        m_changed.notify_all();
        lock.unlock();
        job.work(job.read);
        job.work = {}; // and the bytes with it
        lock.lock();
        job.done = true;
        collect(lock);
    }
}

} // namespace sekisho
