// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline.h"
#include "failuremails.h"
#include "madefolder.h"
#include "madereports.h"
#include "measure.h"
#include "workspacefile.h"

#include "analysis/results.h"
#include "dataset/datasetbuilder.h"
#include "import/importer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

struct Options {
    int reports = 20'000;
    int failures = 20'000;
    int records = 1'000'000;
    int runs = 5;
    int addresses = 20'000;
    QString open;
    bool large = false;
    bool scattered = false;
};

bool allRight = true;

void check(bool right, const char *what)
{
    if (right)
        return;
    std::fprintf(stderr, "Wrong result: %s\n", what);
    allRight = false;
}

/// One line of the table: what was measured against what it may be at most (0: no budget).
void printLine(const QString &what, double measured, double budget, const QString &unit,
    const QString &note = {})
{
    QString verdict;
    if (budget > 0)
        verdict = u"%1 %2"_s.arg(budget).arg(measured <= budget ? u"ok"_s : u"OVER"_s);
    std::printf("%-58s %9.2f %-3s %12s  %s\n", qPrintable(what), measured, qPrintable(unit),
        qPrintable(verdict), qPrintable(note));
    std::fflush(stdout);
}

void printSection(const QString &title)
{
    std::printf("\n%-58s %13s %12s\n", qPrintable(title), "median", "at most");
}

double megabytes(qint64 bytes)
{
    return double(bytes) / 1e6;
}

void benchmarkImport(const Options &options)
{
    const QTemporaryDir folder;
    const MadeFolder made = makeFolder(folder.path(), options.reports);
    const int threads = std::clamp(QThread::idealThreadCount(), 1, 8);
    printSection(u"Folder of %1 reports, %2 records, %3 MB packed, %4 MB of XML; %5 threads"_s
                     .arg(made.reports)
                     .arg(made.records)
                     .arg(made.fileBytes / 1'000'000)
                     .arg(made.xmlBytes / 1'000'000)
                     .arg(threads));
    check(inflateFolder(folder.path(), threads) == made.xmlBytes,
        "bytes inflated"); // and the cache is warm
    std::vector<double> inflating, reading, computing, ratios, processor;
    const Stop never;
    resetPeak();
    for (int run = 0; run < options.runs; ++run) {
        const Took base =
            timeOf([&] { check(inflateFolder(folder.path(), threads) > 0, "inflated"); });
        DatasetPtr dataset;
        const Took read =
            timeOf([&] { dataset = importPaths({folder.path()}, {}, Limits(), never); });
        const Took summary = timeOf([&] {
            const SenderIndex senders = makeSenderIndex(*dataset, {});
            const Results results = compute(*dataset, senders, {}, never);
            check(results.totals.counts.messages == made.messages, "messages");
            check(results.totals.counts.records == made.records, "records");
        });
        inflating.push_back(base.wall * 1000);
        reading.push_back(read.wall * 1000);
        computing.push_back(summary.wall * 1000);
        ratios.push_back((read.wall + summary.wall) / base.wall);
        processor.push_back((read.processor + summary.processor) / base.processor);
    }
    printLine(u"Baseline: read and inflate with libdeflate"_s, median(inflating), 0, u"ms"_s);
    printLine(u"Import"_s, median(reading), 0, u"ms"_s);
    printLine(u"Summary of it (sender index and all results)"_s, median(computing), 0, u"ms"_s);
    printLine(u"Folder to summary against the baseline"_s, median(ratios), 4, u"×"_s,
        u"time on the clock"_s);
    printLine(u"the same in processor time"_s, median(processor), 0, u"×"_s);
    printLine(u"Peak resident"_s, megabytes(peakResidentBytes()), 0, u"MB"_s);
}

/// The same folder into a new workspace.
void benchmarkWorkspaceImport(const Options &options)
{
    const QTemporaryDir folder;
    const QTemporaryDir files;
    const MadeFolder made = makeFolder(folder.path(), options.reports);
    const int threads = std::clamp(QThread::idealThreadCount(), 1, 8);
    printSection(u"The same into a new workspace, durable, originals kept"_s);
    check(inflateFolder(folder.path(), threads) == made.xmlBytes, "bytes inflated");
    std::vector<double> importing, again, ratios;
    qint64 bytes = 0;
    for (int run = 0; run < options.runs; ++run) {
        const Took base =
            timeOf([&] { check(inflateFolder(folder.path(), threads) > 0, "inflated"); });
        const WorkspaceImportTimes times = measureWorkspaceImport(
            folder.path(), files.filePath(u"%1.sekisho"_s.arg(run)));
        check(times.messages == made.messages, "messages");
        importing.push_back(times.import * 1000);
        again.push_back(times.nothingNew * 1000);
        ratios.push_back((times.import + times.summary) / base.wall);
        bytes = times.fileBytes;
    }
    printLine(u"Import"_s, median(importing), 0, u"ms"_s,
        u"%1 MB in the file"_s.arg(bytes / 1'000'000));
    printLine(u"Folder to summary against the baseline"_s, median(ratios), 10, u"×"_s,
        u"time on the clock"_s);
    printLine(u"Import once more, nothing new"_s, median(again), 0, u"ms"_s);
}

void benchmarkWorkspaceOpening(const Options &options, int records, double seconds, double megabyte)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"made.sekisho"_s);
    const qint64 bytes = makeWorkspace(file, records, options.addresses);
    printSection(u"Open a workspace of %1 records, %2 MB"_s.arg(records).arg(bytes / 1'000'000));
    std::vector<double> loads, pages, processor, peaks;
    for (int run = 0; run < options.runs; ++run) {
        const WorkspaceOpening opening = openWorkspace(file);
        check(opening.records == records, "records");
        loads.push_back(opening.load * 1000);
        pages.push_back(opening.firstPage * 1000);
        processor.push_back(opening.processor * 1000);
        peaks.push_back(megabytes(opening.peakBytes));
    }
    printLine(u"Load"_s, median(loads), 0, u"ms"_s);
    printLine(u"Until the first page has its data"_s, median(pages), seconds * 1000, u"ms"_s,
        u"%1 ms of processor"_s.arg(median(processor), 0, 'f', 0));
    printLine(u"Peak resident"_s, median(peaks), megabyte, u"MB"_s);
}

void benchmarkFailures(const Options &options)
{
    printSection(u"%1 failure mails, one file each"_s.arg(options.failures));
    const FailureTimes times = measureFailures(options.failures);
    check(times.read == options.failures, "failure reports");
    printLine(u"Load them"_s, times.load * 1000, 10'000.0 * options.failures / 20'000, u"ms"_s);
    printLine(u"Select all and group them into campaigns"_s, times.show * 1000, 0, u"ms"_s);
}

DatasetPtr makeDataset(int records, int addresses)
{
    ReportMaker maker(2, addresses);
    DatasetBuilder builder;
    int left = records;
    for (int i = 0; left > 0; ++i) {
        ReadItem item;
        AggregateReport report = maker.next();
        if (report.records.size() > size_t(left))
            report.records.resize(size_t(left));
        left -= int(report.records.size());
        item.kind = ItemKind::Aggregate;
        item.origin.path = ReportMaker::fileName(report, i);
        item.content = std::move(report);
        builder.add(std::move(item), 0);
    }
    return builder.finish();
}

qint64 columnBytes(const Dataset &dataset)
{
    const RecordColumns &columns = dataset.records;
    const auto bytes = [](const auto &...column) {
        return qint64(((column.capacity() * sizeof(column[0])) + ...));
    };
    return bytes(columns.report, columns.row, columns.address, columns.count, columns.headerFrom,
        columns.envelopeFrom, columns.envelopeTo, columns.disposition, columns.dispositionText,
        columns.dkimEvaluatedText, columns.spfEvaluatedText, columns.reportedCell,
        columns.computedCell, columns.dkimReason, columns.spfReason, columns.flags,
        columns.dkimFirst, columns.spfFirst, columns.reasonFirst);
}

struct FilterCase {
    QString name;
    Filter filter;
};

std::vector<FilterCase> filterCases(const Dataset &dataset)
{
    const DateSpan &last = dataset.reports.back().period;
    Filter month;
    month.period = DateSpan{last.end - 30 * secondsPerDay, last.end};
    Filter failed;
    failed.passed = false;
    Filter cell;
    cell.cells = {0, 4};
    Filter reporter;
    reporter.reporters = {u"google.com"_s, u"kddi.com"_s};
    Filter sender;
    sender.senders = {u"203.0.0.0/9"_s};
    Filter text;
    text.text = u"fwd.example"_s;
    return {{u"everything"_s, {}}, {u"the last 30 days"_s, month}, {u"DMARC fail"_s, failed},
        {u"two cells of the matrix"_s, cell}, {u"two reporters"_s, reporter},
        {u"one network"_s, sender}, {u"text"_s, text}};
}

void benchmarkFilters(const Options &options, int records, int addresses, double budget)
{
    resetPeak();
    const qint64 before = residentBytes();
    const DatasetPtr dataset = makeDataset(records, addresses);
    resetPeak();
    const qint64 after = residentBytes();
    SenderIndex senders;
    const Took index = timeOf([&] { senders = makeSenderIndex(*dataset, {}); });
    printSection(u"Change of filter on %1 records of %2 addresses in %3 groups"_s
                     .arg(dataset->records.size())
                     .arg(dataset->addresses.size())
                     .arg(senders.groups.size()));
    printLine(u"Sender index, made once per dataset"_s, index.wall * 1000, 0, u"ms"_s);
    const Stop never;
    for (const FilterCase &one : filterCases(*dataset)) {
        std::vector<double> walls, processor;
        Results results;
        for (int run = 0; run < options.runs; ++run) {
            Results next;
            const Took took = timeOf([&] { next = compute(*dataset, senders, one.filter, never); });
            walls.push_back(took.wall * 1000);
            processor.push_back(took.processor * 1000);
            results = std::move(next);
        }
        printLine(u"All results: "_s + one.name, median(walls), budget, u"ms"_s,
            u"%1 records, %2 ms of processor"_s.arg(results.rows.size())
                .arg(median(processor), 0, 'f', 0));
    }
    const double rows = double(dataset->records.size());
    printLine(u"Columns, bytes per record"_s, double(columnBytes(*dataset)) / rows, 64, u"B"_s);
    printLine(u"Whole dataset with strings, bytes per record"_s, double(after - before) / rows, 0,
        u"B"_s);
    printLine(u"Peak resident"_s, megabytes(peakResidentBytes()), 0, u"MB"_s);
}

Options parsed(const QCoreApplication &application)
{
    Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the budgets of Sekisho on input that it makes itself. Times are only worth something in a release build."_s);
    parser.addHelpOption();
    const QCommandLineOption reports(
        u"reports"_s, u"Reports in the folder that is read."_s, u"N"_s, u"20000"_s);
    const QCommandLineOption failures(
        u"failures"_s, u"Failure mails in the folder that is read."_s, u"N"_s, u"20000"_s);
    const QCommandLineOption records(
        u"records"_s, u"Records of the dataset that is filtered."_s, u"N"_s, u"1000000"_s);
    const QCommandLineOption addresses(
        u"addresses"_s, u"Addresses that send these."_s, u"N"_s, u"20000"_s);
    const QCommandLineOption runs(u"runs"_s, u"Runs that a median is taken of."_s, u"N"_s, u"5"_s);
    const QCommandLineOption large(u"large"_s, u"Also filters ten times as many records."_s);
    const QCommandLineOption scattered(
        u"scattered"_s, u"Also filters records that nearly all have addresses of their own."_s);
    const QCommandLineOption open(u"open"_s,
        u"Only opens this workspace; prints seconds to load, to the first page, of processor, records, bytes."_s,
        u"file"_s);
    parser.addOption(open);
    parser.addOptions({reports, failures, records, addresses, runs, large, scattered});
    parser.process(application);
    options.open = parser.value(open);
    options.reports = parser.value(reports).toInt();
    options.failures = parser.value(failures).toInt();
    options.records = parser.value(records).toInt();
    options.addresses = parser.value(addresses).toInt();
    options.runs = std::max(1, parser.value(runs).toInt());
    options.large = parser.isSet(large);
    options.scattered = parser.isSet(scattered);
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Options options = parsed(application);
    if (!options.open.isEmpty()) {
        const WorkspaceOpening opening = openWorkspaceHere(options.open);
        std::printf("%f %f %f %lld %lld\n", opening.load, opening.firstPage, opening.processor,
            static_cast<long long>(opening.records), static_cast<long long>(opening.peakBytes));
        return 0;
    }
    // 100 ms for a million records, and as much in proportion for more.
    const double budget = std::max(100.0, options.records / 10'000.0);
    if (options.reports > 0) {
        benchmarkImport(options);
        benchmarkWorkspaceImport(options);
    }
    if (options.failures > 0)
        benchmarkFailures(options);
    if (options.records > 0)
        benchmarkFilters(options, options.records, options.addresses, budget);
    if (options.records > 0)
        benchmarkWorkspaceOpening(options, options.records, 1.5 * std::max(1.0, options.records / 1e6),
            350 * std::max(1.0, options.records / 1e6));
    if (options.records > 0 && options.scattered)
        benchmarkFilters(options, options.records, 0, 0);
    if (options.records > 0 && options.large)
        benchmarkFilters(options, options.records * 10, options.addresses, budget * 10);
    if (options.records > 0 && options.large)
        benchmarkWorkspaceOpening(options, options.records * 10, 15, 3500);
    return allRight ? 0 : 1;
}
