// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/migrations.h"

#include "archive/statement.h"

#include <QFileInfo>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString freeName(const QString &wanted)
{
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = wanted + u'-' + QString::number(i);
    return name;
}

WorkspaceProblem notMigrated(const Connection &connection, const QString &why)
{
    return {WorkspaceTrouble::NotMigrated, connection.path(), why};
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> list; // version 1 is the first
    return list;
}

WorkspaceResult<QString> migrate(
    Connection &connection, const std::vector<Migration> &steps, qint64 to)
{
    const WorkspaceResult<qint64> found = connection.number("PRAGMA user_version");
    if (!found)
        return found.problem();
    qint64 version = found.value();
    const QString copy = freeName(connection.path() + u".v"_s + QString::number(version));
    Statement keep(connection, "VACUUM INTO ?");
    if (!(keep << copy).run())
        return notMigrated(connection, keep.problem().detail);
    for (; version < to; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(),
            [&](const Migration &migration) { return migration.from == version; });
        if (step == steps.end())
            return notMigrated(connection, u"no step from version %1"_s.arg(version));
        Transaction transaction(connection);
        WorkspaceProblem problem = transaction.begin();
        if (!problem)
            problem = step->apply(connection);
        if (!problem)
            problem =
                connection.execute("PRAGMA user_version = " + QByteArray::number(version + 1));
        if (!problem)
            problem = transaction.commit();
        if (problem)
            return notMigrated(connection, problem.detail);
    }
    return copy;
}

} // namespace sekisho
