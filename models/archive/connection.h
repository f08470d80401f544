// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspaceproblem.h"

#include <QSqlDatabase>

#include <memory>

struct sqlite3;

namespace sekisho {

/// What a connection is for.
enum class ConnectionUse : quint8 {
    Read,
    ReadUnchanging, ///< nobody writes to the file while it is read; needs no files beside it
    Write,
    Create, ///< makes the file
};

/// An opened SQLite file; used in the thread that opened it, closed with the object.
class Connection final {
public:
    [[nodiscard]] static WorkspaceResult<std::unique_ptr<Connection>> open(
        const QString &path, ConnectionUse use);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    /// Runs statements that give no rows, divided by semicolons.
    [[nodiscard]] WorkspaceProblem execute(const QByteArray &sql);
    /// The first column of the first row as a number or text; 0 or empty where there is none.
    [[nodiscard]] WorkspaceResult<qint64> number(const QByteArray &sql);
    [[nodiscard]] WorkspaceResult<QString> text(const QByteArray &sql);
    /// What went wrong last; some problem in any case.
    [[nodiscard]] WorkspaceProblem problem() const;

private:
    Connection(QString path, QString name);

    const QString m_path;
    const QString m_name;
    sqlite3 *m_handle = nullptr;
};

/// Several changes that become durable together, or not at all: what is not committed is taken
/// back.
class Transaction final {
public:
    explicit Transaction(Connection &connection)
        : m_connection(connection)
    {
    }
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] WorkspaceProblem begin();
    [[nodiscard]] WorkspaceProblem commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

/// The problem that a result code of SQLite stands for.
[[nodiscard]] WorkspaceProblem problemOf(
    int sqliteCode, const QString &path, const QString &detail);

} // namespace sekisho
