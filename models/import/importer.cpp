// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"

#include "import/readpipeline.h"

#include <chrono>

namespace sekisho {

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
    ReadPipeline pipeline(files, limits, stop);
    while (!pipeline.atEnd() && !stop.requested()) {
        ReadPart part = pipeline.take();
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
