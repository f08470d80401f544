// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/smallreport.h"

#include <QTest>

namespace sekisho::fixture {

inline void addQuirkColumns()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QStringList>("notes");
    QTest::addColumn<QByteArray>("at");
}

using Texts = std::vector<const char *>;

inline QStringList listOf(const Texts &texts)
{
    QStringList list;
    for (const char *text : texts)
        list += QString::fromUtf8(text);
    return list;
}

/// A row: what stands in the small report, what a reporter writes instead, facts as "key=value"
/// lines and the notes it gives, the first of them at the text `at`.
inline void row(const char *name, const QByteArray &from, const QByteArray &to, const Texts &facts,
    const Texts &notes = {}, const QByteArray &at = {})
{
    QTest::newRow(name) << from << to << listOf(facts) << listOf(notes) << at;
}

/// Reads the small report with the change of the row and compares.
inline void checkQuirk()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QStringList, facts);
    QFETCH(const QByteArray, at);
    QByteArray xml = smallReport();
    const qsizetype where = xml.indexOf(from);
    QVERIFY(where >= 0);
    xml.replace(where, from.size(), to);
    const Reading reading = readingOf(xml);
    QVERIFY(reading.ok);
    QCOMPARE(reading.reports.size(), size_t(1));
    const QMap<QString, QString> found = factsOf(reading.reports.front());
    for (const QString &fact : facts) {
        const QString key = fact.section(u'=', 0, 0);
        QCOMPARE(key + u'=' + found.value(key), fact);
    }
    QTEST(noteLines(reading.notes), "notes");
    if (at.isEmpty())
        return;
    const Place place = reading.notes.front().place;
    QCOMPARE(xml.mid(place.offset, at.size()), at);
    QCOMPARE(place, placeOf(xml, place.offset));
}

} // namespace sekisho::fixture
