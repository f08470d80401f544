// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/connection.h"

#include "archive/statement.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMilliseconds = 10'000;

QString optionsFor(ConnectionUse use)
{
    const QString busy = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMilliseconds);
    switch (use) {
    case ConnectionUse::Read: return busy + u";QSQLITE_OPEN_READONLY"_s;
    case ConnectionUse::ReadUnchanging: return busy + u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
    case ConnectionUse::Write: return busy + u";QSQLITE_OPEN_URI"_s;
    case ConnectionUse::Create: return busy;
    }
    return busy;
}

/// The name for SQLite. Without a URI it would make a file that is not there.
QString nameFor(const QString &path, ConnectionUse use)
{
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded());
    if (use == ConnectionUse::ReadUnchanging)
        return uri + u"?immutable=1"_s;
    return use == ConnectionUse::Write ? uri + u"?mode=rw"_s : path;
}

/// A file may come from anybody: its schema is not trusted to do anything by itself.
void distrust(sqlite3 *handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

} // namespace

WorkspaceProblem problemOf(int sqliteCode, const QString &path, const QString &detail)
{
    const auto problem = [&](WorkspaceTrouble trouble) {
        return WorkspaceProblem{trouble, path, detail};
    };
    switch (sqliteCode & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return {};
    case SQLITE_FULL: return problem(WorkspaceTrouble::Full);
    case SQLITE_CORRUPT: return problem(WorkspaceTrouble::Damaged);
    case SQLITE_NOTADB: return problem(WorkspaceTrouble::NoWorkspace);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return problem(WorkspaceTrouble::InUse);
    case SQLITE_READONLY: return problem(WorkspaceTrouble::ReadOnlyFile);
    case SQLITE_INTERRUPT: return problem(WorkspaceTrouble::Stopped);
    default: break;
    }
    if (!QFileInfo::exists(path))
        return problem(WorkspaceTrouble::Gone);
    if (sqliteCode == SQLITE_IOERR_SHORT_READ)
        return problem(WorkspaceTrouble::Damaged);
    const bool reading = sqliteCode == SQLITE_IOERR_READ ||
        (sqliteCode & 0xff) == SQLITE_CANTOPEN || (sqliteCode & 0xff) == SQLITE_PERM;
    return problem(reading ? WorkspaceTrouble::Unreadable : WorkspaceTrouble::Unwritable);
}

Connection::Connection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{
}

Connection::~Connection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

WorkspaceResult<std::unique_ptr<Connection>> Connection::open(
    const QString &path, ConnectionUse use)
{
    const QString name = u"workspace-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Connection> connection(new Connection(path, name));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    database.setConnectOptions(optionsFor(use));
    database.setDatabaseName(nameFor(path, use));
    if (!database.open()) {
        const QSqlError error = database.lastError();
        bool known = false;
        const int code = error.nativeErrorCode().toInt(&known);
        return problemOf(known ? code : SQLITE_CANTOPEN, path, error.text());
    }
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return WorkspaceProblem{WorkspaceTrouble::Unreadable, path, u"no SQLite"_s};
    connection->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    distrust(connection->m_handle);
    // What matters is durable when it is said to be; foreign keys hold.
    if (auto problem =
            connection->execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; "
                                "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON"))
        return problem;
    return connection;
}

WorkspaceProblem Connection::problem() const
{
    const int code = sqlite3_extended_errcode(m_handle);
    return problemOf(
        code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_ERROR : code,
        m_path, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

WorkspaceProblem Connection::execute(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return {};
    return problem();
}

WorkspaceResult<qint64> Connection::number(const QByteArray &sql)
{
    Statement statement(*this, sql);
    const bool row = statement.next();
    if (statement.failed())
        return problem();
    return row ? statement.number(0) : 0;
}

WorkspaceResult<QString> Connection::text(const QByteArray &sql)
{
    Statement statement(*this, sql);
    const bool row = statement.next();
    if (statement.failed())
        return problem();
    return row ? statement.text(0) : QString();
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

WorkspaceProblem Transaction::begin()
{
    WorkspaceProblem problem = m_connection.execute("BEGIN IMMEDIATE");
    m_open = !problem;
    return problem;
}

WorkspaceProblem Transaction::commit()
{
    WorkspaceProblem problem = m_connection.execute("COMMIT");
    m_open = sqlite3_get_autocommit(m_connection.handle()) == 0;
    return problem;
}

} // namespace sekisho
