// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/statement.h"

#include <sqlite3.h>

namespace sekisho {

Statement::Statement(Connection &connection, const QByteArray &sql)
    : m_connection(connection)
{
    if (sqlite3_prepare_v3(connection.handle(), sql.constData(), int(sql.size()),
            SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        fail();
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::fail()
{
    if (!m_failed) {
        m_problem = m_connection.problem();
        m_code = sqlite3_errcode(m_connection.handle());
    }
    m_failed = true;
}

Statement &Statement::operator<<(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_parameter, value);
    return *this;
}

Statement &Statement::operator<<(const QString &value)
{
    return value.isEmpty() ? latin1({}) : latin1(m_texts.emplace_back(value.toUtf8()));
}

Statement &Statement::latin1(QByteArrayView value)
{
    sqlite3_bind_text64(m_statement, ++m_parameter, value.isNull() ? "" : value.data(),
        sqlite3_uint64(value.size()), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::blob(QByteArrayView value)
{
    sqlite3_bind_blob64(m_statement, ++m_parameter, value.isNull() ? "" : value.data(),
        sqlite3_uint64(value.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::null()
{
    sqlite3_bind_null(m_statement, ++m_parameter);
    return *this;
}

Statement &Statement::copy(const Statement &row, int column)
{
    sqlite3_bind_value(m_statement, ++m_parameter, sqlite3_column_value(row.m_statement, column));
    return *this;
}

bool Statement::refusedRow()
{
    if (m_code != SQLITE_CONSTRAINT && m_code != SQLITE_MISMATCH)
        return false;
    m_failed = false;
    m_problem = {};
    m_code = 0;
    return true;
}

bool Statement::run()
{
    if (m_failed)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        fail();
    reset();
    return !m_failed;
}

bool Statement::next()
{
    if (m_failed)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail();
    return false;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_parameter = 0;
    m_texts.clear();
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QByteArrayView Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, data ? qsizetype(sqlite3_column_bytes(m_statement, column)) : 0};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

} // namespace sekisho
