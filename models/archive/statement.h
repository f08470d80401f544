// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/connection.h"

#include <QByteArray>

struct sqlite3_stmt;

namespace sekisho {

/// A prepared statement in SQLite's own terms, for rows by the million: QSqlQuery makes a QVariant
/// of each value.
class Statement final {
public:
    Statement(Connection &connection, const QByteArray &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Sets the next parameter, from the first one on after each run(). Texts and bytes must live
    /// until then.
    Statement &operator<<(qint64 value);
    Statement &operator<<(quint32 value) { return *this << qint64(value); }
    Statement &operator<<(int value) { return *this << qint64(value); }
    Statement &operator<<(bool value) { return *this << qint64(value); }
    Statement &operator<<(const QString &value);
    Statement &blob(QByteArrayView value);
    Statement &latin1(QByteArrayView value);
    Statement &null();
    /// A value of another statement's row, of whatever kind.
    Statement &copy(const Statement &row, int column);

    /// For what gives no rows. False: it failed, and so does everything after it.
    bool run();
    /// For what gives rows: the next one. False: there is none, or it failed().
    bool next();
    /// For running it once more.
    void reset();
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] WorkspaceProblem problem() const { return m_problem; }
    /// Whether it failed because the table does not take such a row; then it can be run again.
    [[nodiscard]] bool refusedRow();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// Bytes of a text or blob; good until the next step.
    [[nodiscard]] QByteArrayView bytes(int column) const;

private:
    void fail();

    Connection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
    int m_parameter = 0;
    std::vector<QByteArray> m_texts; ///< bound texts, till it is run again
    int m_code = 0; ///< of the last failure
    bool m_failed = false;
    WorkspaceProblem m_problem;
};

} // namespace sekisho
