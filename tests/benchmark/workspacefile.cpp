// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspacefile.h"

#include "madereports.h"
#include "measure.h"

#include "analysis/results.h"
#include "archive/workspacewriter.h"
#include "import/workspaceimport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

template <typename T> T valueOf(WorkspaceResult<T> result)
{
    if (!result)
        qFatal(
            "Workspace: %d %s", int(result.problem().trouble), qPrintable(result.problem().detail));
    return std::move(result).value();
}

void expect(const WorkspaceProblem &problem)
{
    if (problem)
        qFatal("Workspace: %d %s", int(problem.trouble), qPrintable(problem.detail));
}

qint64 messagesIn(const Dataset &dataset)
{
    const SenderIndex senders = makeSenderIndex(dataset, {});
    return compute(dataset, senders, {}, Stop()).totals.counts.messages;
}

} // namespace

WorkspaceImportTimes measureWorkspaceImport(const QString &folder, const QString &file)
{
    WorkspaceImportTimes times;
    const Stop never;
    WorkspaceImport imported;
    times.import = timeOf([&] {
        const Workspace workspace = valueOf(Workspace::create(file));
        imported = importInto(workspace, {folder}, {}, Limits(), never);
        expect(imported.problem);
    }).wall;
    times.summary = timeOf([&] { times.messages = messagesIn(*imported.dataset); }).wall;
    times.nothingNew = timeOf([&] {
        const Workspace workspace = valueOf(Workspace::open(file));
        imported = importInto(workspace, {folder}, imported.dataset, Limits(), never);
        expect(imported.problem);
    }).wall;
    if (imported.counts.files > 0)
        qFatal("Workspace: known files were read again");
    times.fileBytes = QFileInfo(file).size();
    return times;
}

qint64 makeWorkspace(const QString &file, int records, int addresses)
{
    constexpr int reportsAtOnce = 1000;
    ReportMaker maker(2, addresses);
    {
        const Workspace workspace = valueOf(Workspace::create(file));
        const auto writer = valueOf(WorkspaceWriter::begin(workspace));
        for (int number = 0; records > 0;) {
            DatasetBuilder builder;
            std::vector<SourceToStore> sources;
            for (int i = 0; i < reportsAtOnce && records > 0; ++i, ++number) {
                AggregateReport report = maker.next();
                if (report.records.size() > size_t(records))
                    report.records.resize(size_t(records));
                records -= int(report.records.size());
                ReadItem item;
                item.kind = ItemKind::Aggregate;
                item.origin.path = u"/reports/"_s + ReportMaker::fileName(report, number);
                // Not what it would be, but as large.
                SourceToStore source{item.origin.path, 0, 0, {}, {}};
                source.original = packOriginal(report.reportId.toUtf8() + QByteArray(200, 'x') +
                    QByteArray(qsizetype(report.records.size()) * 20, 'y'));
                sources.push_back(std::move(source));
                item.content = std::move(report);
                builder.add(std::move(item), 0);
            }
            expect(writer->add(std::move(sources), std::move(builder)));
            expect(writer->commit());
        }
        valueOf(writer->finish(Stop()));
    }
    return QFileInfo(file).size();
}

WorkspaceOpening openWorkspaceHere(const QString &file)
{
    WorkspaceOpening opening;
    DatasetPtr dataset;
    const Took load =
        timeOf([&] { dataset = valueOf(loadDataset(valueOf(Workspace::open(file)), Stop())); });
    const Took page = timeOf([&] { (void)messagesIn(*dataset); });
    opening.load = load.wall;
    opening.firstPage = load.wall + page.wall;
    opening.processor = load.processor + page.processor;
    opening.records = qint64(dataset->records.size());
    opening.peakBytes = peakResidentBytes();
    return opening;
}

WorkspaceOpening openWorkspace(const QString &file)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--open"_s, file});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("Workspace: cannot be opened in a process of its own");
    const QList<QByteArray> words = process.readAllStandardOutput().simplified().split(' ');
    return {words.value(0).toDouble(), words.value(1).toDouble(), words.value(2).toDouble(),
        words.value(3).toLongLong(), words.value(4).toLongLong()};
}

} // namespace sekisho
