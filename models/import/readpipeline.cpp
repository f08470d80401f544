// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/readpipeline.h"

#include <QThread>

#include <algorithm>

namespace sekisho {

namespace {

using Files = std::span<const FoundFile>;

void count(const ReadItem &item, ImportProgress &progress)
{
    progress.problems += item.status == ItemStatus::Unreadable;
    if (const auto *report = std::get_if<AggregateReport>(&item.content)) {
        ++progress.reports;
        progress.records += qint64(report->records.size());
    }
}

/// Files that follow one another, few enough that the parts of all threads fit into memory and
/// enough that handing over a part costs little.
std::vector<Files> partsOf(Files files)
{
    constexpr size_t mostFiles = 32;
    constexpr qint64 mostBytes = 256 << 10;
    std::vector<Files> parts;
    for (size_t begin = 0, end = 0; begin < files.size(); begin = end) {
        qint64 bytes = 0;
        while (end < files.size() && end - begin < mostFiles && bytes < mostBytes)
            bytes += files[end++].size;
        parts.push_back(files.subspan(begin, end - begin));
    }
    return parts;
}

} // namespace

ImportProgress &operator+=(ImportProgress &all, const ImportProgress &part)
{
    all.files += part.files;
    all.bytes += part.bytes;
    all.reports += part.reports;
    all.records += part.records;
    all.problems += part.problems;
    all.skipped += part.skipped;
    all.changed += part.changed;
    return all;
}

ReadPipeline::ReadPipeline(std::span<const FoundFile> files, const Limits &limits, const Stop &stop,
    const KnownSources *known)
    : m_limits(limits)
    , m_stop(stop)
    , m_known(known)
    , m_files(partsOf(files))
    , m_parts(m_files.size())
{
    const int threads = std::clamp(QThread::idealThreadCount(), 1, 8);
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

ReadPipeline::~ReadPipeline()
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = m_files.size();
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

ReadPart ReadPipeline::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_parts[m_taken].done; });
    ReadPart part = std::move(m_parts[m_taken++]);
    m_changed.notify_all();
    return part;
}

/// Makes it ready to be stored. False: it is what is stored already.
bool ReadPipeline::store(ReadPart &part, const FoundFile &file, const QByteArray &bytes) const
{
    SourceToStore source{file.path, file.size, file.modified, packOriginal(bytes), {}};
    const auto known = m_known->byPath.constFind(file.path);
    if (known != m_known->byPath.cend()) {
        if (known->sha256 == source.original->sha256) {
            ++part.progress.skipped;
            --part.progress.files;
            part.unchanged.push_back(file);
            return false;
        }
        part.progress.changed += !known->sha256.isEmpty();
    }
    part.sources.push_back(std::move(source));
    return true;
}

void ReadPipeline::readFileInto(ReadPart &part, const FoundFile &file) const
{
    const auto add = [&](ReadItem &&item) {
        count(item, part.progress);
        part.builder.add(std::move(item), file.modified);
    };
    ++part.progress.files;
    const Result<QByteArray> bytes = readFile(file, m_limits);
    if (bytes) {
        part.progress.bytes += bytes.value().size();
        if (!m_known || store(part, file, bytes.value()))
            read(bytes.value(), file.path, m_limits, m_stop, add);
        return;
    }
    if (m_known) {
        const KnownSource known = m_known->byPath.value(file.path);
        if (m_known->byPath.contains(file.path) && known.isSame(file.size, file.modified)) {
            ++part.progress.skipped; // it could not be read before, either
            --part.progress.files;
            return;
        }
        part.sources.push_back({file.path, file.size, file.modified, {}, {}});
    }
    ReadItem item;
    item.origin.path = file.path;
    item.notes.add(bytes.problem());
    item.status = bytes.problem().code == NoteCode::FileNotRegular ? ItemStatus::NotAReport
                                                                   : ItemStatus::Unreadable;
    add(std::move(item));
}

void ReadPipeline::work()
{
    for (;;) {
        size_t index = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(
                lock, [this] { return m_next >= m_files.size() || m_next < m_taken + window; });
            if (m_next >= m_files.size())
                return;
            index = m_next++;
        }
        ReadPart part;
        for (const FoundFile &file : m_files[index]) {
            if (!m_stop.requested())
                readFileInto(part, file);
        }
        const std::lock_guard lock(m_mutex);
        m_parts[index] = std::move(part);
        m_parts[index].done = true;
        if (index == m_taken)
            m_changed.notify_all();
    }
}

} // namespace sekisho
