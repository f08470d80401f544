// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/workspaceimport.h"

#include "archive/userdata.h"
#include "import/readpipeline.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace sekisho {

namespace {

using Clock = std::chrono::steady_clock;

QStringList absolutePaths(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    return absolute;
}

/// Makes durable what comes in batches.
class Batches final {
public:
    Batches(WorkspaceWriter &writer, const ImportBatch &most)
        : m_writer(writer)
        , m_most(most)
    {
    }

    [[nodiscard]] WorkspaceProblem add(ReadPart &&part)
    {
        for (const FoundFile &file : part.unchanged) {
            if (auto problem = m_writer.touch(file.path, file.modified))
                return problem;
        }
        m_files += part.progress.files;
        m_bytes += part.progress.bytes;
        if (!part.sources.empty()) {
            if (auto problem = m_writer.add(std::move(part.sources), std::move(part.builder)))
                return problem;
        }
        if (m_files < m_most.files && m_bytes < m_most.bytes &&
            Clock::now() - m_begun < std::chrono::milliseconds(m_most.milliseconds))
            return {};
        m_files = 0;
        m_bytes = 0;
        m_begun = Clock::now();
        return m_writer.commit();
    }

private:
    WorkspaceWriter &m_writer;
    const ImportBatch &m_most;
    int m_files = 0;
    qint64 m_bytes = 0;
    Clock::time_point m_begun = Clock::now();
};

/// Leaves those files that have to be read.
void leaveNew(std::vector<FoundFile> &files, const KnownSources &known, WorkspaceImport &result)
{
    std::erase_if(files, [&](const FoundFile &file) {
        const auto source = known.byPath.constFind(file.path);
        if (source != known.byPath.cend()) {
            // What was read once is not given up because it cannot be read now.
            if (file.problem && !source->sha256.isEmpty()) {
                result.gone.append(file.path);
                return true;
            }
            if (file.problem ? source->isSame(file.size, file.modified)
                             : source->isSurely(file.size, file.modified)) {
                ++result.counts.skipped;
                return true;
            }
        }
        if (known.forgotten.isEmpty() ||
            !known.forgotten.contains(sourceFingerprint(file.path, file.size, file.modified)))
            return false;
        ++result.counts.skipped;
        return true;
    });
}

/// Takes the lines out of the log that said what was wrong where nothing is any more: a folder that
/// was empty, a file that could not be read, a path that never was one.
WorkspaceProblem dropSettled(const QStringList &paths, const std::vector<FoundFile> &files,
    const KnownSources &known, WorkspaceWriter &writer)
{
    QStringList unread;
    for (auto it = known.byPath.cbegin(); it != known.byPath.cend(); ++it) {
        const auto isAbove = [&](const QString &path) {
            return it.key() == path || it.key().startsWith(path + u'/');
        };
        if (it->sha256.isEmpty() &&
            (std::any_of(paths.begin(), paths.end(), isAbove) || !QFileInfo::exists(it.key())))
            unread.append(it.key());
    }
    if (unread.isEmpty())
        return {};
    QSet<QString> found;
    for (const FoundFile &file : files)
        found.insert(file.path);
    for (const QString &path : std::as_const(unread)) {
        if (found.contains(path))
            continue;
        if (auto problem = writer.drop(path))
            return problem;
    }
    return {};
}

} // namespace

WorkspaceImport importInto(const Workspace &workspace, const QStringList &paths,
    const DatasetPtr &earlier, const Limits &limits, const Stop &stop, const ReportProgress &report,
    const ImportBatch &batch)
{
    constexpr auto betweenReports = std::chrono::milliseconds(100);

    WorkspaceImport result;
    result.dataset = earlier;
    const auto end = [&](const WorkspaceProblem &problem) {
        result.problem = problem;
        // What became durable is there; what did not is not to be shown.
        if (WorkspaceResult<DatasetPtr> loaded = loadDataset(workspace, Stop()))
            result.dataset = loaded.value();
        return result;
    };
    if (!result.dataset) {
        WorkspaceResult<DatasetPtr> loaded = loadDataset(workspace, stop);
        if (!loaded) {
            result.problem = loaded.problem();
            return result;
        }
        result.dataset = loaded.value();
    }
    const WorkspaceResult<KnownSources> known = loadKnownSources(workspace);
    if (!known) {
        result.problem = known.problem();
        return result;
    }
    auto begun = WorkspaceWriter::begin(workspace, result.dataset);
    if (!begun) {
        result.problem = begun.problem();
        return result;
    }
    WorkspaceWriter &writer = *begun.value();
    const QStringList absolute = absolutePaths(paths);
    std::vector<FoundFile> files = findFiles(absolute, stop);
    if (!stop.requested()) {
        if (auto problem = dropSettled(absolute, files, known.value(), writer))
            return end(problem);
    }
    leaveNew(files, known.value(), result);
    result.counts.filesInAll = int(files.size());
    Batches batches(writer, batch);
    Clock::time_point reported;
    ReadPipeline pipeline(files, limits, stop, &known.value());
    while (!pipeline.atEnd() && !stop.requested()) {
        ReadPart part = pipeline.take();
        if (stop.requested())
            break; // perhaps in the middle of a file
        result.counts += part.progress;
        if (auto problem = batches.add(std::move(part)))
            return end(problem);
        if (report && Clock::now() - reported > betweenReports) {
            reported = Clock::now();
            report(result.counts);
        }
    }
    if (report)
        report(result.counts);
    WorkspaceResult<DatasetPtr> finished = writer.finish(stop);
    if (!finished)
        return end(finished.problem());
    result.dataset = finished.value();
    return result;
}

} // namespace sekisho
