// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/userdata.h"

#include "archive/workspacestate.h"

#include <QSqlError>
#include <QSqlQuery>

#include <functional>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

WorkspaceProblem problemOfQuery(const QSqlQuery &query, const QString &path)
{
    const QSqlError error = query.lastError();
    return problemOf(error.nativeErrorCode().toInt(), path, error.databaseText());
}

/// Runs a query over all rows.
WorkspaceProblem forEachRow(const Workspace &workspace, const QString &sql,
    const QVariantList &values, const std::function<void(const QSqlQuery &)> &visit)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToRead();
    if (!opened)
        return opened.problem();
    QSqlQuery query(opened.value()->database());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return problemOfQuery(query, workspace.path());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return problemOfQuery(query, workspace.path());
    while (query.next())
        visit(query);
    return query.lastError().isValid() ? problemOfQuery(query, workspace.path())
                                       : WorkspaceProblem();
}

/// Puts rows in place of those that `clear` takes away, in one transaction.
WorkspaceProblem replaceRows(const Workspace &workspace, const QByteArray &clear,
    const QString &insert, const std::vector<QVariantList> &rows)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToWrite();
    if (!opened)
        return opened.problem();
    Connection &connection = *opened.value();
    Transaction transaction(connection);
    if (auto problem = transaction.begin())
        return problem;
    if (!clear.isEmpty()) {
        if (auto problem = connection.execute(clear))
            return problem;
    }
    {
        QSqlQuery query(connection.database());
        if (!rows.empty() && !query.prepare(insert))
            return problemOfQuery(query, workspace.path());
        for (const QVariantList &row : rows) {
            for (int i = 0; i < int(row.size()); ++i)
                query.bindValue(i, row[i]);
            if (!query.exec())
                return problemOfQuery(query, workspace.path());
        }
    }
    return transaction.commit();
}

/// A text that is never null: columns do not take that.
QVariant filled(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

constexpr auto setValue = "INSERT OR REPLACE INTO setting VALUES (?, ?)"_L1;

} // namespace

WorkspaceResult<QString> loadValue(const Workspace &workspace, const QString &name)
{
    QString value;
    const auto take = [&](const QSqlQuery &row) { value = row.value(0).toString(); };
    if (auto problem =
            forEachRow(workspace, u"SELECT value FROM setting WHERE name = ?"_s, {name}, take))
        return problem;
    return value;
}

WorkspaceProblem saveValue(const Workspace &workspace, const QString &name, const QString &value)
{
    return replaceRows(workspace, {}, setValue, {{name, filled(value)}});
}

WorkspaceResult<WorkspaceSettings> loadSettings(const Workspace &workspace)
{
    WorkspaceSettings settings;
    const auto take = [&](const QSqlQuery &row) {
        const QString name = row.value(0).toString();
        const QString value = row.value(1).toString();
        if (name == "keep_originals"_L1)
            settings.keepOriginals = value != "0"_L1;
        else if (name == "secure_delete"_L1)
            settings.secureDelete = value == "1"_L1;
        else if (name == "retention_days"_L1)
            settings.retentionDays = std::max(0, value.toInt());
    };
    if (auto problem = forEachRow(workspace, u"SELECT name, value FROM setting"_s, {}, take))
        return problem;
    return settings;
}

WorkspaceProblem saveSettings(const Workspace &workspace, const WorkspaceSettings &settings)
{
    return replaceRows(workspace, {}, setValue,
        {{u"keep_originals"_s, settings.keepOriginals ? u"1"_s : u"0"_s},
            {u"secure_delete"_s, settings.secureDelete ? u"1"_s : u"0"_s},
            {u"retention_days"_s, QString::number(settings.retentionDays)}});
}

// Own senders, pins and host names are rows of the cells that their files have, so that there is
// one way to read and write each.

namespace {

/// Rows of `columns` cells as lines divided by tabs.
WorkspaceResult<QByteArray> loadLines(const Workspace &workspace, const QString &sql, int columns)
{
    QByteArray tsv;
    const auto take = [&](const QSqlQuery &row) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells.append(row.value(i).toString());
        tsv += cells.join(u'\t').toUtf8() + '\n';
    };
    if (auto problem = forEachRow(workspace, sql, {}, take))
        return problem;
    return tsv;
}

/// The cells of lines, with the number of the line before them where that is asked for.
std::vector<QVariantList> rowsOf(const QByteArray &tsv, int columns, bool numbered)
{
    std::vector<QVariantList> rows;
    for (const QByteArray &line : tsv.split('\n')) {
        if (line.isEmpty())
            continue;
        const QStringList cells = QString::fromUtf8(line).split(u'\t');
        QVariantList row;
        if (numbered)
            row.append(qlonglong(rows.size()));
        for (int i = 0; i < columns; ++i)
            row.append(filled(cells.value(i)));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

WorkspaceResult<OwnSenders> loadOwnSenders(const Workspace &workspace)
{
    const auto tsv = loadLines(
        workspace, u"SELECT sender, class, domain, note FROM own_sender ORDER BY position"_s, 4);
    if (!tsv)
        return tsv.problem();
    Notes ignored;
    return readOwnSenders(tsv.value(), ignored);
}

WorkspaceProblem saveOwnSenders(const Workspace &workspace, const OwnSenders &senders)
{
    return replaceRows(workspace, "DELETE FROM own_sender",
        u"INSERT INTO own_sender(position, sender, class, domain, note) VALUES (?, ?, ?, ?, ?)"_s,
        rowsOf(writeOwnSenders(senders), 4, true));
}

WorkspaceResult<Pins> loadPins(const Workspace &workspace)
{
    const auto tsv = loadLines(
        workspace, u"SELECT sender, mail_case, domain, note FROM pin ORDER BY position"_s, 4);
    if (!tsv)
        return tsv.problem();
    Notes ignored;
    return readPins(tsv.value(), ignored);
}

WorkspaceProblem savePins(const Workspace &workspace, const Pins &pins)
{
    return replaceRows(workspace, "DELETE FROM pin",
        u"INSERT INTO pin(position, sender, mail_case, domain, note) VALUES (?, ?, ?, ?, ?)"_s,
        rowsOf(writePins(pins), 4, true));
}

WorkspaceResult<HostCache> loadHostCache(const Workspace &workspace)
{
    const auto tsv = loadLines(workspace, u"SELECT ip, status, asked, name FROM host_name"_s, 4);
    if (!tsv)
        return tsv.problem();
    Notes ignored;
    return HostCache::fromTsv(tsv.value(), Limits(), ignored);
}

WorkspaceProblem saveHostCache(const Workspace &workspace, const HostCache &hosts)
{
    return replaceRows(workspace, "DELETE FROM host_name",
        u"INSERT INTO host_name(ip, status, asked, name) VALUES (?, ?, ?, ?)"_s,
        rowsOf(hosts.toTsv(), 4, false));
}

WorkspaceResult<DomainSettings> loadDomainSettings(const Workspace &workspace)
{
    DomainSettings settings;
    const auto take = [&](const QSqlQuery &row) {
        settings[row.value(0).toString()].insert(row.value(1).toString(), row.value(2).toString());
    };
    if (auto problem =
            forEachRow(workspace, u"SELECT domain, name, value FROM domain_setting"_s, {}, take))
        return problem;
    return settings;
}

WorkspaceProblem saveDomainSettings(const Workspace &workspace, const DomainSettings &settings)
{
    std::vector<QVariantList> rows;
    for (auto domain = settings.cbegin(); domain != settings.cend(); ++domain) {
        for (auto one = domain->cbegin(); one != domain->cend(); ++one)
            rows.push_back({filled(domain.key()), filled(one.key()), filled(one.value())});
    }
    return replaceRows(workspace, "DELETE FROM domain_setting",
        u"INSERT INTO domain_setting VALUES (?, ?, ?)"_s, rows);
}

WorkspaceResult<QMap<QString, QByteArray>> loadMailboxState(
    const Workspace &workspace, const QString &account)
{
    QMap<QString, QByteArray> folders;
    const auto take = [&](const QSqlQuery &row) {
        folders.insert(row.value(0).toString(), row.value(1).toByteArray());
    };
    if (auto problem = forEachRow(workspace,
            u"SELECT folder, state FROM mailbox_folder WHERE account = ?"_s, {account}, take))
        return problem;
    return folders;
}

WorkspaceProblem forgetMailboxState(const Workspace &workspace, const QString &account)
{
    return replaceRows(
        workspace, {}, u"DELETE FROM mailbox_folder WHERE account = ?"_s, {{filled(account)}});
}

} // namespace sekisho
