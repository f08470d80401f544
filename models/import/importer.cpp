// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"

#include "dataset/datasetbuilder.h"
#include "sources/files.h"

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sekisho {

namespace {

/// What one file gave.
struct FileResult {
    std::vector<ReadItem> items;
    qint64 bytes = 0;
    bool done = false;
};

FileResult readOne(const FoundFile &file, const Limits &limits, const Stop &stop)
{
    FileResult result;
    const Result<QByteArray> bytes = readFile(file, limits);
    if (!bytes) {
        ReadItem item;
        item.origin.path = file.path;
        item.notes.add(bytes.problem());
        item.status = bytes.problem().code == NoteCode::FileNotRegular ? ItemStatus::NotAReport
                                                                        : ItemStatus::Unreadable;
        result.items.push_back(std::move(item));
        return result;
    }
    result.bytes = bytes.value().size();
    read(bytes.value(), file.path, limits, stop,
        [&result](ReadItem &&item) { result.items.push_back(std::move(item)); });
    return result;
}

/// Reads files on several threads; results are taken in order. Only a window of files ahead of the
/// taker is read, so that parsed reports do not pile up.
class Pipeline final {
public:
    Pipeline(const std::vector<FoundFile> &files, const Limits &limits, const Stop &stop)
        : m_files(files)
        , m_limits(limits)
        , m_stop(stop)
        , m_results(files.size())
    {
        const int threads = std::clamp(QThread::idealThreadCount(), 1, 8);
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { work(); });
    }

    ~Pipeline()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_next = m_files.size();
        }
        m_changed.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    Q_DISABLE_COPY_MOVE(Pipeline)

    /// The result of the next file in order; waits for it.
    [[nodiscard]] FileResult take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_results[m_taken].done; });
        FileResult result = std::move(m_results[m_taken]);
        m_results[m_taken] = {};
        // Waking the readers for each file would cost more than reading it.
        if (++m_taken % (window / 4) == 0)
            m_changed.notify_all();
        return result;
    }

private:
    static constexpr size_t window = 512;

    void work()
    {
        for (;;) {
            size_t index = 0;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_next >= m_files.size() || m_next < m_taken + window; });
                if (m_next >= m_files.size())
                    return;
                index = m_next++;
            }
            FileResult result;
            if (!m_stop.requested())
                result = readOne(m_files[index], m_limits, m_stop);
            const std::lock_guard lock(m_mutex);
            m_results[index] = std::move(result);
            m_results[index].done = true;
            if (index == m_taken)
                m_changed.notify_all();
        }
    }

    const std::vector<FoundFile> &m_files;
    const Limits &m_limits;
    const Stop &m_stop;
    std::vector<FileResult> m_results;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    size_t m_next = 0; ///< the next file to read
    size_t m_taken = 0; ///< the next file to take
    std::vector<std::thread> m_threads;
};

void count(ImportProgress &progress, const FileResult &result)
{
    ++progress.files;
    progress.bytes += result.bytes;
    for (const ReadItem &item : result.items) {
        progress.problems += item.status == ItemStatus::Unreadable;
        if (const auto *report = std::get_if<AggregateReport>(&item.content)) {
            ++progress.reports;
            progress.records += qint64(report->records.size());
        }
    }
}

} // namespace

DatasetPtr importPaths(const QStringList &paths, const DatasetPtr &earlier, const Limits &limits,
    const Stop &stop, const ReportProgress &report)
{
    using Clock = std::chrono::steady_clock;
    constexpr auto betweenReports = std::chrono::milliseconds(100);

    DatasetBuilder builder = earlier ? DatasetBuilder(*earlier) : DatasetBuilder();
    const std::vector<FoundFile> files = findFiles(paths, stop);
    ImportProgress progress;
    progress.filesInAll = int(files.size());
    Clock::time_point reported;
    Pipeline pipeline(files, limits, stop);
    for (const FoundFile &file : files) {
        if (stop.requested())
            break;
        FileResult result = pipeline.take();
        count(progress, result);
        for (ReadItem &item : result.items)
            builder.add(std::move(item), file.modified);
        if (report && Clock::now() - reported > betweenReports) {
            reported = Clock::now();
            report(progress);
        }
    }
    if (report)
        report(progress);
    return builder.finish();
}

} // namespace sekisho
