// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspacepaths.h"

#include "archive/userdata.h"

#include <QFileInfo>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

const QString foldersName = u"folders"_s;
const QString unfinishedName = u"unfinished import"_s;
const QString watchName = u"watch folders"_s;

/// One path a line; a path with a line's end in it is too odd to be remembered.
QString linesOf(const QStringList &paths)
{
    QStringList lines;
    for (const QString &path : paths) {
        if (!path.contains(u'\n'))
            lines.append(path);
    }
    return lines.join(u'\n');
}

QString valueOf(const Workspace &workspace, const QString &name)
{
    const WorkspaceResult<QString> value = loadValue(workspace, name);
    return value ? value.value() : QString();
}

QStringList pathsOf(const Workspace &workspace, const QString &name)
{
    return valueOf(workspace, name).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

WorkspacePaths workspacePaths(const Workspace &workspace)
{
    return {pathsOf(workspace, foldersName), pathsOf(workspace, unfinishedName),
        valueOf(workspace, watchName) == "yes"_L1};
}

WorkspaceProblem saveWatch(const Workspace &workspace, bool watch)
{
    return saveValue(workspace, watchName, watch ? u"yes"_s : u"no"_s);
}

WorkspaceImport importAndRemember(const Workspace &workspace, const QStringList &paths,
    const DatasetPtr &earlier, const Limits &limits, const Stop &stop,
    const ReportProgress &progress)
{
    const QStringList known = pathsOf(workspace, foldersName);
    QStringList folders = known;
    QStringList whole;
    for (const QString &path : paths) {
        whole.append(QFileInfo(path).absoluteFilePath());
        if (QFileInfo(path).isDir() && !folders.contains(whole.last()))
            folders.append(whole.last());
    }
    WorkspaceProblem problem = saveValue(workspace, unfinishedName, linesOf(whole));
    if (!problem && folders != known)
        problem = saveValue(workspace, foldersName, linesOf(folders));
    if (problem)
        return {earlier, {}, {}, problem};
    WorkspaceImport result = importInto(workspace, whole, earlier, limits, stop, progress);
    if (!result.problem)
        giveUpUnfinished(workspace);
    return result;
}

void giveUpUnfinished(const Workspace &workspace)
{
    // Where that fails, the user is asked once too often whether to go on.
    static_cast<void>(saveValue(workspace, unfinishedName, {}));
}

} // namespace sekisho
