// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/facts.h"
#include "cli/arguments.h"
#include "cli/fetchcommand.h"
#include "cli/reports.h"
#include "language.h"
#include "services.h"
#include "tables/notetext.h"
#include "tables/summarytext.h"
#include "tables/visibletext.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

#include <cstdio>

using namespace sekisho;

namespace {

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

QString place(const Origin &origin)
{
    return visibleText(origin.members.isEmpty() ? origin.path : origin.path + QStringLiteral(" → ") + origin.member());
}

/// Whether a line on stderr tells of it: what could not be read, and files given that hold nothing
/// to read. A mailbox may be full of other mails.
bool isTold(const LogItem &item)
{
    const bool otherFile = item.status == ItemStatus::NotAReport && item.kind == ItemKind::File;
    return item.status == ItemStatus::Unreadable || (otherFile && item.origin.members.isEmpty());
}

/// Lines on stderr in the words of the import log. Returns how much could not be read.
int reportProblems(const Dataset &dataset, bool quiet)
{
    int problems = 0;
    for (const LogItem &item : dataset.items) {
        problems += item.status == ItemStatus::Unreadable;
        if (quiet || !isTold(item))
            continue;
        const Severity most = worst(item.notes);
        for (const Note &note : item.notes) {
            if (severity(note.code) == most)
                print(stderr, QStringLiteral("%1: %2\n").arg(place(item.origin), visibleText(noteText(note))));
        }
    }
    return problems;
}

bool writeResult(const Arguments &arguments, const ExportInput &input, const Format &format)
{
    QFile standard;
    QSaveFile file(arguments.output);
    const bool toFile = !arguments.output.isEmpty();
    if (toFile ? !file.open(QIODevice::WriteOnly) : !standard.open(stdout, QIODevice::WriteOnly)) {
        print(stderr, QStringLiteral("%1: %2\n").arg(arguments.output, toFile ? file.errorString() : standard.errorString()));
        return false;
    }
    QIODevice &device = toFile ? static_cast<QIODevice &>(file) : standard;
    bool ok = true;
    if (arguments.command == QStringLiteral("summary")) {
        const CaseCounts cases = caseCounts(input.judgement, input.dataset, input.results.rows);
        const QByteArray text = summaryText(input.dataset, input.results, cases, format).toUtf8();
        ok = device.write(text) == text.size();
    } else {
        ok = writeTable(exportTable(arguments.table, input), arguments.format, device);
    }
    if (ok && toFile)
        ok = file.commit();
    if (!ok)
        print(stderr, QStringLiteral("%1: %2\n").arg(arguments.output, device.errorString()));
    return ok;
}

int run(const Arguments &arguments, const Format &format)
{
    const Reports reports = loadReports(arguments, format);
    if (reports.status != AllRead)
        return reports.status;
    const Stop never;
    const DatasetPtr &dataset = reports.dataset;
    const OwnSenders &own = reports.own;
    SenderIndex senders = makeSenderIndex(*dataset, reports.hosts);
    senders.classes = classesOf(*dataset, senders, own);
    const Results results = compute(*dataset, senders, arguments.filter, never);
    const KnownServiceTable services = servicesWith(userServicesPath(), Limits());
    for (const QString &problem : services.problems)
        print(stderr, QStringLiteral("%1: %2\n").arg(services.path, problem));
    const Judgement judgement = judge(*dataset, senders, nullptr, own, *services.services, reports.pins, never);
    const int problems = reportProblems(*dataset, arguments.quiet);
    if (!writeResult(arguments, {*dataset, senders, results, own, arguments.filter, judgement, arguments.mask, reports.urlLists}, format))
        return SomeUnreadable;
    return problems > 0 || !reports.complete ? SomeUnreadable : AllRead;
}

} // namespace

int main(int argc, char *argv[])
{
    // Libraries warn of damaged input; the lines on stderr say it with the file's name.
    QLoggingCategory::setFilterRules(QStringLiteral("*.warning=false"));
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sekisho-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEKISHO_VERSION));
    Language language;
    language.set(parseArguments(QCoreApplication::arguments()).language);
    const Arguments arguments = parseArguments(QCoreApplication::arguments()); // again, in that language
    if (arguments.help || arguments.version) {
        print(stdout, arguments.help ? usageText() : QStringLiteral("sekisho-cli " SEKISHO_VERSION "\n"));
        return AllRead;
    }
    if (!arguments.problem.isEmpty()) {
        print(stderr, arguments.problem + u'\n' + usageText());
        return WrongUsage;
    }
    const Format format{language.locale(), true};
    return arguments.command == QStringLiteral("fetch") ? runFetch(arguments, format) : run(arguments, format);
}
