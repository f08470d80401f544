// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/knownsources.h"
#include "archive/workspacewriter.h"
#include "dataset/datasetbuilder.h"
#include "import/importer.h"
#include "sources/files.h"

#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>

namespace sekisho {

/// What some files gave.
struct ReadPart {
    DatasetBuilder builder;
    ImportProgress progress; ///< with these files
    std::vector<SourceToStore> sources; ///< where they are to be stored
    std::vector<FoundFile> unchanged; ///< files of another date that hold what they held
    bool done = false;
};

ImportProgress &operator+=(ImportProgress &all, const ImportProgress &part);

/// Reads files on several threads; the parts are taken in order. Only a window of parts ahead of
/// the taker is read, so that they do not pile up.
class ReadPipeline final {
public:
    /// `known`: set where the files are to be stored; what is known is not read again.
    ReadPipeline(std::span<const FoundFile> files, const Limits &limits, const Stop &stop,
        const KnownSources *known = nullptr);
    ~ReadPipeline();
    Q_DISABLE_COPY_MOVE(ReadPipeline)

    [[nodiscard]] bool atEnd() const { return m_taken == m_files.size(); }
    /// The next part in order; waits for it.
    [[nodiscard]] ReadPart take();

private:
    static constexpr size_t window = 64;

    void work();
    void readFileInto(ReadPart &part, const FoundFile &file) const;
    [[nodiscard]] bool store(ReadPart &part, const FoundFile &file, const QByteArray &bytes) const;

    const Limits &m_limits;
    const Stop &m_stop;
    const KnownSources *const m_known;
    const std::vector<std::span<const FoundFile>> m_files; ///< of each part
    std::vector<ReadPart> m_parts;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    size_t m_next = 0; ///< the next part to read
    size_t m_taken = 0; ///< the next part to take
    std::vector<std::thread> m_threads;
};

} // namespace sekisho
