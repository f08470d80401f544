// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <utility>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// How a program ended, and what it said.
struct Ended {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

/// Runs sekisho-cli.
inline Ended run(QStringList arguments, bool english = true)
{
    if (english)
        arguments += {u"--language"_s, u"en"_s};
    QProcess process;
    process.start(QStringLiteral(SEKISHO_CLI), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        process.readAllStandardOutput(), process.readAllStandardError()};
}

/// RFC 4180, by the book: quotes, doubled quotes, CRLF.
inline QList<QStringList> csvRows(const QByteArray &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\""_s)
            cell += text[i++];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\r'))
            row.append(std::exchange(cell, {}));
        else if (!quoted && c == u'\n')
            rows.append(std::exchange(row, {}));
        else
            cell += c;
    }
    return rows;
}

/// The cells of one column, without its title.
inline QStringList column(const QByteArray &csv, const QString &title)
{
    const QList<QStringList> rows = csvRows(csv);
    const qsizetype index = rows.value(0).indexOf(title);
    QStringList cells;
    for (const QStringList &row : rows.mid(1))
        cells.append(row.value(index));
    return index < 0 ? QStringList{u"no such column"_s} : cells;
}

} // namespace sekisho::fixture
