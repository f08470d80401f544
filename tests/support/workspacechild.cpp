// SPDX-License-Identifier: GPL-3.0-or-later
//
// A process of its own for tests of workspaces: it is killed, it holds a lock, it has no rights or
// no room.
//   import FILE FOLDER [BYTES]  stores in small batches and prints how many files are durable after
//                               each; with BYTES no file may become larger
//   hold FILE                   opens it for writing, says "held" and waits for its input to end
//   open FILE [USER]            opens and loads it, as that user where it is given; prints whether
//   it
//                               can be written to, why not, and how many items there are
#include "archive/knownsources.h"
#include "archive/workspacewriter.h"
#include "sources/files.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>
#include <unistd.h>

using namespace sekisho;

namespace {

int failed(const WorkspaceProblem &problem)
{
    std::printf("problem %d %s\n", int(problem.trouble), qPrintable(problem.detail));
    return 3;
}

int import(const QString &path, const QString &folder)
{
    constexpr int filesInBatch = 5;
    const auto workspace = Workspace::openOrCreate(path);
    if (!workspace)
        return failed(workspace.problem());
    const auto known = loadKnownSources(workspace.value());
    if (!known)
        return failed(known.problem());
    const auto writer = WorkspaceWriter::begin(workspace.value());
    if (!writer)
        return failed(writer.problem());
    int durable = int(known.value().byPath.size());
    int pending = 0;
    for (const FoundFile &file : findFiles({folder}, Stop())) {
        if (known.value().byPath.contains(file.path))
            continue;
        const auto bytes = readFile(file, Limits());
        if (!bytes)
            return 4;
        DatasetBuilder builder;
        read(bytes.value(), file.path, Limits(), Stop(),
            [&](ReadItem &&item) { builder.add(std::move(item), file.modified); });
        std::vector<SourceToStore> sources;
        sources.push_back({file.path, file.size, file.modified, packOriginal(bytes.value()), {}});
        if (auto problem = writer.value()->add(std::move(sources), std::move(builder)))
            return failed(problem);
        if (++pending < filesInBatch)
            continue;
        if (auto problem = writer.value()->commit())
            return failed(problem);
        durable += std::exchange(pending, 0);
        std::printf("%d\n", durable);
        std::fflush(stdout);
    }
    const auto finished = writer.value()->finish(Stop());
    return finished ? 0 : failed(finished.problem());
}

int hold(const QString &path)
{
    const auto workspace = Workspace::open(path);
    if (!workspace)
        return failed(workspace.problem());
    std::printf("%s\n", workspace.value().isWritable() ? "held" : "not held");
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}

int open(const QString &path)
{
    const auto workspace = Workspace::open(path);
    if (!workspace)
        return failed(workspace.problem());
    const auto dataset = loadDataset(workspace.value(), Stop());
    if (!dataset)
        return failed(dataset.problem());
    std::printf("%d %d %d\n", int(workspace.value().isWritable()),
        int(workspace.value().whyReadOnly().trouble), int(dataset.value()->items.size()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString what = arguments.value(1);
    const QString path = arguments.value(2);
    if (what == QLatin1StringView("import")) {
        if (arguments.size() > 4) {
            std::signal(SIGXFSZ, SIG_IGN); // writing fails instead
            const rlim_t most = arguments.at(4).toULongLong();
            const rlimit limit{most, most};
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
                return 5;
        }
        return import(path, arguments.value(3));
    }
    if (what == QLatin1StringView("hold"))
        return hold(path);
    if (what == QLatin1StringView("open")) {
        if (arguments.size() > 3 && setuid(uid_t(arguments.at(3).toUInt())) != 0)
            return 5;
        return open(path);
    }
    return 2;
}
