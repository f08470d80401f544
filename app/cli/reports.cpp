// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reports.h"

#include "archive/userdata.h"
#include "sources/files.h"
#include "tables/notetext.h"
#include "tables/visibletext.h"
#include "tables/workspacetext.h"
#include "workspacepaths.h"

#include <cstdio>

namespace sekisho {

namespace {

void tell(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

/// A side file of the user's (--own, --ptr); empty and a line on stderr when it cannot be read.
std::optional<QByteArray> sideFile(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    const Result<QByteArray> bytes = readFile(fileAt(path), Limits());
    if (bytes)
        return bytes.value();
    tell(QStringLiteral("%1: %2").arg(path, noteText(bytes.problem())));
    return std::nullopt;
}

void reportNotes(const QString &path, const Notes &notes)
{
    for (const Note &note : notes.list())
        tell(QStringLiteral("%1:%2: %3").arg(path).arg(note.place.line).arg(visibleText(noteText(note))));
}

/// The lists of --url-list; empty and lines on stderr when one cannot be read.
std::optional<std::vector<NamedUrlList>> urlLists(const QStringList &paths)
{
    std::vector<NamedUrlList> lists;
    for (const QString &path : paths) {
        const auto bytes = sideFile(path);
        if (!bytes)
            return std::nullopt;
        Notes notes;
        lists.push_back({path, readUrlList(*bytes, Limits(), notes)});
        reportNotes(path, notes);
    }
    return lists;
}

Reports without(int status, const QString &why = {})
{
    if (!why.isEmpty())
        tell(why);
    Reports none;
    none.status = status;
    return none;
}

/// A workspace that is not there is a slip of the user's; all else lies with the file.
int statusOf(const WorkspaceProblem &problem)
{
    return problem.trouble == WorkspaceTrouble::Missing ? WrongUsage : SomeUnreadable;
}

void takeWords(const Workspace &workspace, Reports &reports)
{
    const WorkspaceResult<OwnSenders> own = loadOwnSenders(workspace);
    const WorkspaceResult<Pins> pins = loadPins(workspace);
    const WorkspaceResult<HostCache> hosts = loadHostCache(workspace);
    if (own)
        reports.own = own.value();
    if (pins)
        reports.pins = pins.value();
    if (hosts)
        reports.hosts = hosts.value().names();
    for (const WorkspaceProblem &problem : {own ? WorkspaceProblem() : own.problem(),
             pins ? WorkspaceProblem() : pins.problem(), hosts ? WorkspaceProblem() : hosts.problem()}) {
        if (problem)
            tell(workspaceText(problem));
        reports.complete = reports.complete && !problem;
    }
}

Reports reportsIn(const QString &path)
{
    WorkspaceResult<Workspace> workspace = Workspace::openToRead(path);
    if (!workspace && workspace.problem().trouble == WorkspaceTrouble::NotMigrated)
        workspace = Workspace::open(path); // an older one is brought up to date first
    if (!workspace)
        return without(statusOf(workspace.problem()), workspaceText(workspace.problem()));
    const WorkspaceResult<DatasetPtr> dataset = loadDataset(workspace.value(), Stop());
    if (!dataset)
        return without(SomeUnreadable, workspaceText(dataset.problem()));
    Reports reports;
    reports.dataset = dataset.value();
    takeWords(workspace.value(), reports);
    return reports;
}

Reports importedInto(const Arguments &arguments, const Format &format)
{
    const WorkspaceResult<Workspace> opened = Workspace::openOrCreate(arguments.workspace);
    if (!opened)
        return without(SomeUnreadable, workspaceText(opened.problem()));
    const Workspace &workspace = opened.value();
    if (!workspace.isWritable())
        return without(SomeUnreadable, workspaceText(workspace.whyReadOnly()));
    if (!workspace.formerCopy().isEmpty() && !arguments.quiet)
        tell(formerCopyText(workspace.formerCopy()));
    const WorkspaceImport result =
        importAndRemember(workspace, arguments.paths, {}, Limits(), Stop());
    if (result.problem)
        tell(workspaceText(result.problem));
    if (!result.dataset)
        return without(SomeUnreadable);
    if (!arguments.quiet)
        tell(importText(result.counts, format));
    Reports reports;
    reports.dataset = result.dataset;
    reports.complete = !result.problem;
    takeWords(workspace, reports);
    return reports;
}

Reports readReports(const Arguments &arguments, const Format &format)
{
    if (arguments.workspace.isEmpty()) {
        Reports reports;
        reports.dataset = importPaths(arguments.paths, {}, Limits(), Stop());
        return reports;
    }
    return arguments.paths.isEmpty() ? reportsIn(arguments.workspace) : importedInto(arguments, format);
}

} // namespace

Reports loadReports(const Arguments &arguments, const Format &format)
{
    const auto hostBytes = sideFile(arguments.hostFile);
    const auto ownBytes = sideFile(arguments.ownFile);
    const auto lists = urlLists(arguments.urlLists);
    if (!hostBytes || !ownBytes || !lists)
        return without(WrongUsage);
    Notes hostNotes;
    Notes ownNotes;
    const HostNames hosts = readHostNames(*hostBytes, Limits(), hostNotes);
    const OwnSenders own = readOwnSenders(*ownBytes, ownNotes);
    reportNotes(arguments.hostFile, hostNotes);
    reportNotes(arguments.ownFile, ownNotes);
    Reports reports = readReports(arguments, format);
    // What is named on the command line goes before what the workspace keeps.
    if (!arguments.ownFile.isEmpty())
        reports.own = own;
    reports.hosts.insert(hosts);
    reports.urlLists = *lists;
    return reports;
}

} // namespace sekisho
