// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/notetext.h"

#include "tables/visibletext.h"

#include <QTest>

#include <array>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// The codes whose comment in base/note.h names a detail.
const QList<NoteCode> withDetail{NoteCode::FileUnreadable, NoteCode::ContainerDamaged,
    NoteCode::MemberDamaged, NoteCode::CompressionUnsupported, NoteCode::LimitText,
    NoteCode::MailFeedback, NoteCode::MailPartDamaged, NoteCode::XmlNoReport,
    NoteCode::XmlNotWellFormed, NoteCode::EncodingDeclared, NoteCode::EncodingGuessed,
    NoteCode::NamespaceOdd, NoteCode::ElementUnknown, NoteCode::ElementMissing,
    NoteCode::ElementEmpty, NoteCode::ElementRepeated, NoteCode::ElementMisnamed,
    NoteCode::ValueUnknown, NoteCode::ValueNotNumber, NoteCode::ValueDecimal,
    NoteCode::AddressInvalid, NoteCode::EvaluatedNotPassFail, NoteCode::ReasonText,
    NoteCode::HeaderFromForeign, NoteCode::PassWithoutResult, NoteCode::AlignedButFail,
    NoteCode::FailureFieldMissing, NoteCode::DuplicateOf, NoteCode::ConflictWith};

} // namespace

class TestNoteText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence();
    void detailStandsInTheSentence_data();
    void detailStandsInTheSentence();
    void countsAndPlaces_data();
    void countsAndPlaces();
    void detailIsNoFormat();
    void longDetailIsCut();
    void places();
    void everyWordIsThere();
    void visible_data();
    void visible();
    void visibleKeepsLines();
};

void TestNoteText::everyCodeHasItsOwnSentence()
{
    QHash<QString, NoteCode> seen;
    for (NoteCode code : allNoteCodes()) {
        const QString text = noteText({code, u"operand"_s, 1, {}});
        QVERIFY2(text.size() > 20, noteKey(code).data());
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text, code);
    }
    QCOMPARE(seen.size(), qsizetype(NoteCode::ConflictWith) + 1);
}

void TestNoteText::detailStandsInTheSentence_data()
{
    QTest::addColumn<int>("code");
    for (NoteCode code : allNoteCodes())
        QTest::newRow(noteKey(code).data()) << int(code);
}

void TestNoteText::detailStandsInTheSentence()
{
    QFETCH(int, code);
    const QString text = noteText({NoteCode(code), u"xyzzy"_s, 1, {}});
    QCOMPARE(text.contains(u"xyzzy"_s), withDetail.contains(NoteCode(code)));
}

void TestNoteText::countsAndPlaces_data()
{
    QTest::addColumn<Note>("note");
    QTest::addColumn<QString>("ending");
    QTest::newRow("once") << Note{NoteCode::ElementUnknown, u"x"_s, 1, {}}
                          << u"skipped; the rest was read."_s;
    QTest::newRow("often") << Note{NoteCode::ElementUnknown, u"x"_s, 12, {}}
                           << u"This was found 12 time(s)."_s;
    QTest::newRow("place") << Note{NoteCode::ElementUnknown, u"x"_s, 1, {99, 4, 7}}
                           << u"The place is line 4, column 7."_s;
    QTest::newRow("often, first place") << Note{NoteCode::ElementUnknown, u"x"_s, 2, {99, 4, 7}}
                                        << u"time(s). The first place is line 4, column 7."_s;
    QTest::newRow("counted in the sentence")
        << Note{NoteCode::RecordLost, {}, 3, {}}
        << u"3 record(s) could not be read at all. Their messages are missing from the numbers."_s;
    QTest::newRow("more than an int holds")
        << Note{NoteCode::CountZero, {}, qint64(1) << 40, {}} << u"add nothing to the numbers."_s;
}

void TestNoteText::countsAndPlaces()
{
    QFETCH(Note, note);
    QFETCH(QString, ending);
    QVERIFY2(noteText(note).endsWith(ending), qPrintable(noteText(note)));
}

void TestNoteText::detailIsNoFormat()
{
    const QString text = noteText({NoteCode::ElementUnknown, u"%1%2%n"_s, 3, {5, 1, 6}});
    QVERIFY2(text.startsWith(u"The element “%1%2%n” belongs"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"line 1, column 6."_s), qPrintable(text));
}

void TestNoteText::longDetailIsCut()
{
    const QString text = noteText({NoteCode::ReasonText, QString(65536, u'x'), 1, {}});
    QVERIFY(text.size() < 500);
    QVERIFY(text.contains(u"x…”"_s));
}

void TestNoteText::places()
{
    QCOMPARE(placeText({}), QString());
    QCOMPARE(placeText({512, 0, 0}), u"Byte 512"_s);
    QCOMPARE(placeText({512, 12, 5}), u"Line 12, column 5"_s);
}

void TestNoteText::everyWordIsThere()
{
    QSet<QString> words;
    QSet<QString> meanings;
    const std::array statuses{ItemStatus::Read, ItemStatus::ReadWithNotes, ItemStatus::Duplicate,
        ItemStatus::Conflict, ItemStatus::NotAReport, ItemStatus::Unreadable};
    for (ItemStatus status : statuses) {
        words.insert(statusText(status));
        meanings.insert(statusMeaning(status));
    }
    const std::array kinds{
        ItemKind::Aggregate, ItemKind::Tls, ItemKind::Failure, ItemKind::Mail, ItemKind::File};
    for (ItemKind kind : kinds)
        words.insert(kindText(kind));
    for (Severity severity : {Severity::Info, Severity::Warning, Severity::Error})
        words.insert(severityText(severity));
    QCOMPARE(words.size(), 14);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(meanings.size(), 6);
    QVERIFY(!meanings.contains(QString()));
}

void TestNoteText::visible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"example.com"_s << u"example.com"_s;
    QTest::newRow("japanese") << u"例え.テスト"_s << u"例え.テスト"_s;
    QTest::newRow("emoji") << u"a😀b"_s << u"a😀b"_s;
    QTest::newRow("override") << u"moc.\u202Elive"_s << u"moc.‹U+202E›live"_s;
    QTest::newRow("isolate") << u"a\u2066b\u2069"_s << u"a‹U+2066›b‹U+2069›"_s;
    QTest::newRow("zero width") << u"exa\u200Bmple"_s << u"exa‹U+200B›mple"_s;
    QTest::newRow("soft hyphen") << u"ex\u00ADample"_s << u"ex‹U+00AD›ample"_s;
    QTest::newRow("byte order mark") << u"\uFEFFx"_s << u"‹U+FEFF›x"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"‹U+001B›[31m"_s;
    QTest::newRow("nul") << QString(QChar(u'\0')) << u"‹U+0000›"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"‹U+007F›"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a‹U+2028›b"_s;
    QTest::newRow("hangul filler") << u"a\u3164b"_s << u"a‹U+3164›b"_s;
    QTest::newRow("tag") << u"a\U000E0041"_s << u"a‹U+E0041›"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + u'x' << u"‹U+D800›x"_s;
    QTest::newRow("lines") << u"a\n\tb"_s << u"a  b"_s;
}

void TestNoteText::visible()
{
    QFETCH(QString, text);
    QTEST(visibleText(text), "shown");
}

void TestNoteText::visibleKeepsLines()
{
    QCOMPARE(visibleText(u"a\n\tb\u0001"_s, LineEnds::Keep), u"a\n\tb‹U+0001›"_s);
    QCOMPARE(shortVisibleText(u"abc"_s, 3), u"abc"_s);
    QCOMPARE(shortVisibleText(u"abcd"_s, 3), u"abc…"_s);
    QCOMPARE(shortVisibleText(u"ab😀d"_s, 3), u"ab…"_s);
}

QTEST_GUILESS_MAIN(TestNoteText)
#include "tst_notetext.moc"
