// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"

#include "dataset/datasetbuilder.h"
#include "sources/files.h"

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>

namespace sekisho {

namespace {

using Files = std::span<const FoundFile>;

/// What some files gave.
struct Part {
    DatasetBuilder builder;
    ImportProgress progress; ///< with these files
    bool done = false;
};

void count(const ReadItem &item, ImportProgress &progress)
{
    progress.problems += item.status == ItemStatus::Unreadable;
    if (const auto *report = std::get_if<AggregateReport>(&item.content)) {
        ++progress.reports;
        progress.records += qint64(report->records.size());
    }
}

void readFileInto(Part &part, const FoundFile &file, const Limits &limits, const Stop &stop)
{
    const auto add = [&](ReadItem &&item) {
        count(item, part.progress);
        part.builder.add(std::move(item), file.modified);
    };
    ++part.progress.files;
    const Result<QByteArray> bytes = readFile(file, limits);
    if (bytes) {
        part.progress.bytes += bytes.value().size();
        read(bytes.value(), file.path, limits, stop, add);
        return;
    }
    ReadItem item;
    item.origin.path = file.path;
    item.notes.add(bytes.problem());
    item.status = bytes.problem().code == NoteCode::FileNotRegular ? ItemStatus::NotAReport
                                                                    : ItemStatus::Unreadable;
    add(std::move(item));
}

/// Files that follow one another, few enough that the parts of all threads fit into memory and
/// enough that handing over a part costs little.
std::vector<Files> partsOf(const std::vector<FoundFile> &files)
{
    constexpr size_t mostFiles = 32;
    constexpr qint64 mostBytes = 1 << 20;
    std::vector<Files> parts;
    for (size_t begin = 0, end = 0; begin < files.size(); begin = end) {
        qint64 bytes = 0;
        while (end < files.size() && end - begin < mostFiles && bytes < mostBytes)
            bytes += files[end++].size;
        parts.push_back(Files(files).subspan(begin, end - begin));
    }
    return parts;
}

/// Reads files on several threads; the parts are taken in order. Only a window of parts ahead of
/// the taker is read, so that they do not pile up.
class Pipeline final {
public:
    Pipeline(const std::vector<Files> &parts, const Limits &limits, const Stop &stop)
        : m_files(parts)
        , m_limits(limits)
        , m_stop(stop)
        , m_parts(parts.size())
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

    /// The next part in order; waits for it.
    [[nodiscard]] Part take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_parts[m_taken].done; });
        Part part = std::move(m_parts[m_taken++]);
        m_changed.notify_all();
        return part;
    }

private:
    static constexpr size_t window = 16;

    void work()
    {
        for (;;) {
            size_t index = 0;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock,
                    [this] { return m_next >= m_files.size() || m_next < m_taken + window; });
                if (m_next >= m_files.size())
                    return;
                index = m_next++;
            }
            Part part;
            for (const FoundFile &file : m_files[index]) {
                if (!m_stop.requested())
                    readFileInto(part, file, m_limits, m_stop);
            }
            const std::lock_guard lock(m_mutex);
            m_parts[index] = std::move(part);
            m_parts[index].done = true;
            if (index == m_taken)
                m_changed.notify_all();
        }
    }

    const std::vector<Files> &m_files;
    const Limits &m_limits;
    const Stop &m_stop;
    std::vector<Part> m_parts;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    size_t m_next = 0; ///< the next part to read
    size_t m_taken = 0; ///< the next part to take
    std::vector<std::thread> m_threads;
};

ImportProgress &operator+=(ImportProgress &all, const ImportProgress &part)
{
    all.files += part.files;
    all.bytes += part.bytes;
    all.reports += part.reports;
    all.records += part.records;
    all.problems += part.problems;
    return all;
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
    const std::vector<Files> parts = partsOf(files);
    Pipeline pipeline(parts, limits, stop);
    for (size_t i = 0; i < parts.size() && !stop.requested(); ++i) {
        Part part = pipeline.take();
        progress += part.progress;
        builder.append(std::move(part.builder));
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
