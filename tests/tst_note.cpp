// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/note.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestNote final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreStableWords();
    void equalNotesAreCounted();
    void keepsAtMost();
    void worstOfNotes();
    void places_data();
    void places();
};

void TestNote::keysAreStableWords()
{
    static const QRegularExpression form(u"^[a-z]+(-[a-z]+)*$"_s);
    QSet<QString> keys;
    for (const NoteCode code : allNoteCodes()) {
        const QString key(noteKey(code));
        QVERIFY2(form.match(key).hasMatch(), qPrintable(key));
        QVERIFY2(!keys.contains(key), qPrintable(key));
        keys.insert(key);
    }
    QCOMPARE(keys.size(), qsizetype(NoteCode::ConflictWith) + 1);
    // Scripts rely on these.
    QCOMPARE(noteKey(NoteCode::GzipTrailingBytes), "gzip-trailing-bytes"_L1);
    QCOMPARE(noteKey(NoteCode::DuplicateOf), "duplicate-of"_L1);
    QCOMPARE(severity(NoteCode::RecordLost), Severity::Error);
    QCOMPARE(severity(NoteCode::ConflictWith), Severity::Warning);
    QCOMPARE(severity(NoteCode::DuplicateOf), Severity::Info);
}

void TestNote::equalNotesAreCounted()
{
    Notes notes;
    QVERIFY(notes.isEmpty());
    notes.add(NoteCode::ElementUnknown, u"a"_s, {10, 2, 3});
    notes.add(NoteCode::ElementUnknown, u"b"_s);
    notes.add(NoteCode::ElementUnknown, u"a"_s, {99, 9, 9}, 4);
    notes.add({NoteCode::ElementMissing, u"a"_s, 2, {}});
    QCOMPARE(notes.list(),
        QList<Note>({{NoteCode::ElementUnknown, u"a"_s, 5, {10, 2, 3}},
            {NoteCode::ElementUnknown, u"b"_s, 1, {}}, {NoteCode::ElementMissing, u"a"_s, 2, {}}}));
    QVERIFY(notes.has(NoteCode::ElementMissing));
    QVERIFY(!notes.has(NoteCode::ElementEmpty));
}

void TestNote::keepsAtMost()
{
    Notes notes(2);
    for (int i = 0; i < 5; ++i)
        notes.add(NoteCode::ElementUnknown, QString::number(i % 3));
    QCOMPARE(notes.list().size(), 2);
    // Known ones go on being counted.
    QCOMPARE(notes.list().first().count, qint64(2));
}

void TestNote::worstOfNotes()
{
    QCOMPARE(worst({}), Severity::Info);
    QCOMPARE(worst({{NoteCode::ElementUnknown, {}, 1, {}}, {NoteCode::CountZero, {}, 1, {}}}),
        Severity::Warning);
    QCOMPARE(worst({{NoteCode::JsonDamaged, {}, 1, {}}, {NoteCode::CountZero, {}, 1, {}}}),
        Severity::Error);
}

void TestNote::places_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("the first byte") << QByteArray("ab") << qint64(0) << 1 << 1;
    QTest::newRow("in the first line") << QByteArray("ab") << qint64(1) << 1 << 2;
    QTest::newRow("behind LF") << QByteArray("a\nb") << qint64(2) << 2 << 1;
    QTest::newRow("on LF") << QByteArray("a\nb") << qint64(1) << 1 << 2;
    QTest::newRow("behind CR LF") << QByteArray("a\r\nb") << qint64(3) << 2 << 1;
    QTest::newRow("behind a lone CR") << QByteArray("a\rb") << qint64(2) << 2 << 1;
    QTest::newRow("CR at the end") << QByteArray("a\r") << qint64(2) << 2 << 1;
    QTest::newRow("an empty line") << QByteArray("\n\nx") << qint64(2) << 3 << 1;
    QTest::newRow("behind the end") << QByteArray("a\nb") << qint64(99) << 2 << 2;
    QTest::newRow("no bytes") << QByteArray() << qint64(0) << 1 << 1;
    QTest::newRow("columns count bytes") << QByteArray("\xe6\x97\xa5x") << qint64(3) << 1 << 4;
}

void TestNote::places()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, offset);
    const Place place = placeOf(bytes, offset);
    QCOMPARE(place.offset, offset);
    QTEST(place.line, "line");
    QTEST(place.column, "column");
}

QTEST_GUILESS_MAIN(TestNote)
#include "tst_note.moc"
