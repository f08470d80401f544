// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/maintenance.h"

#include "archive/orphans.h"
#include "archive/statement.h"
#include "archive/workspacestate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace sekisho {

WorkspaceResult<qint64> compact(const Workspace &workspace)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToWrite();
    if (!opened)
        return opened.problem();
    Connection &connection = *opened.value();
    const auto bytes = [&] {
        return QFileInfo(workspace.path()).size() +
            QFileInfo(workspace.path() + QStringLiteral("-wal")).size();
    };
    const qint64 before = bytes();
    {
        Transaction transaction(connection);
        if (auto problem = transaction.begin())
            return problem;
        if (auto problem = removeOrphans(connection))
            return problem;
        if (auto problem = transaction.commit())
            return problem;
    }
    if (auto problem = connection.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"))
        return problem;
    return before - bytes();
}

WorkspaceProblem saveCopy(const Workspace &workspace, const QString &given)
{
    if (!workspace)
        return noWorkspace();
    const QString path = QDir::cleanPath(QFileInfo(given).absoluteFilePath());
    if (QFileInfo::exists(path))
        return {WorkspaceTrouble::Exists, path, {}};
    const auto opened = workspace.state().connectToRead();
    if (!opened)
        return opened.problem();
    WorkspaceProblem problem;
    {
        Statement copy(*opened.value(), "VACUUM INTO ?");
        (copy << path).run();
        problem = copy.problem();
    }
    if (problem) {
        QFile::remove(path);
        problem.path = path;
    }
    return problem;
}

} // namespace sekisho
