// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/stop.h"
#include "dataset/datasetbuilder.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sekisho {

/// Reads on threads of its own what comes little by little, as out of a mailbox. Everything is
/// collected in the order in which it came, whichever thread was faster.
class ReadQueue final {
public:
    ReadQueue(const Limits &limits, const Stop &stop);
    /// What was not begun yet is given up.
    ~ReadQueue();
    Q_DISABLE_COPY_MOVE(ReadQueue)

    /// As read() does; `when` as in LogItem. Waits while much is waiting to be read.
    void add(const QByteArray &bytes, const QString &path, qint64 when);
    /// Any work on so many bytes, which reads into the builder that it is given.
    using Work = std::function<void(DatasetBuilder &)>;
    void add(Work work, qint64 bytes);
    /// What has come since the last time; waits until all of it is read.
    [[nodiscard]] DatasetBuilder take();

private:
    struct Job {
        Work work;
        qint64 bytes = 0;
        DatasetBuilder read;
        bool done = false;
    };

    void work();
    void collect(std::unique_lock<std::mutex> &lock);

    const Limits m_limits;
    const Stop &m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Job>> m_jobs; ///< not collected yet, in order
    size_t m_begun = 0; ///< so many of them
    qint64 m_waiting = 0; ///< bytes of those not begun
    bool m_collecting = false; ///< one thread is at it
    bool m_ended = false;
    DatasetBuilder m_collected;
    std::vector<std::thread> m_threads;
};

} // namespace sekisho
