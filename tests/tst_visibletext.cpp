// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/visibletext.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestVisibleText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void keepsLineEnds();
    void shortens_data();
    void shortens();
};

void TestVisibleText::shows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    same("empty", {});
    same("plain", u"mail.example.com"_s);
    same("Japanese", u"株式会社 日本語、テスト。"_s);
    same("emoji", u"a😀b"_s);
    same("rare Han", u"𠮷野家"_s);
    same("Arabic", u"بريد"_s);
    same("accent of its own", u"e\u0301"_s);
    same("wide blank", u"a\u3000b"_s);
    QTest::newRow("line ends and tabs") << u"a\nb\tc\r\nd"_s << u"a b c  d"_s;
    QTest::newRow("null") << QString(u"a"_s + QChar(0) + u'b') << u"a‹U+0000›b"_s;
    QTest::newRow("escape") << u"\u001b[31mred"_s << u"‹U+001B›[31mred"_s;
    QTest::newRow("delete") << u"a\u007fb"_s << u"a‹U+007F›b"_s;
    QTest::newRow("C1 control") << u"a\u009bb"_s << u"a‹U+009B›b"_s;
    QTest::newRow("right-to-left override") << u"\u202egpj.exe"_s << u"‹U+202E›gpj.exe"_s;
    QTest::newRow("isolate") << u"a\u2066b\u2069"_s << u"a‹U+2066›b‹U+2069›"_s;
    QTest::newRow("Arabic letter mark") << u"a\u061cb"_s << u"a‹U+061C›b"_s;
    QTest::newRow("zero-width space") << u"exam\u200bple"_s << u"exam‹U+200B›ple"_s;
    QTest::newRow("zero-width joiner") << u"a\u200db"_s << u"a‹U+200D›b"_s;
    QTest::newRow("byte order mark") << u"\ufeffa"_s << u"‹U+FEFF›a"_s;
    QTest::newRow("soft hyphen") << u"a\u00adb"_s << u"a‹U+00AD›b"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a‹U+2028›b"_s;
    QTest::newRow("Hangul filler") << u"a\u3164b"_s << u"a‹U+3164›b"_s;
    QTest::newRow("tag character") << u"a\U000e0041b"_s << u"a‹U+E0041›b"_s;
    QTest::newRow("lone high surrogate")
        << QString(u"a"_s + QChar(0xd83d) + u'b') << u"a‹U+D83D›b"_s;
    QTest::newRow("lone low surrogate") << QString(u"a"_s + QChar(0xde00)) << u"a‹U+DE00›"_s;
    QTest::newRow("surrogates the wrong way")
        << QString(u""_s + QChar(0xde00) + QChar(0xd83d)) << u"‹U+DE00›‹U+D83D›"_s;
    QTest::newRow("high surrogate at the end") << QString(u"a"_s + QChar(0xd83d)) << u"a‹U+D83D›"_s;
}

void TestVisibleText::shows()
{
    QFETCH(QString, text);
    QTEST(visibleText(text), "wanted");
}

void TestVisibleText::keepsLineEnds()
{
    QCOMPARE(visibleText(u"a\nb\tc\r\u202e"_s, LineEnds::Keep), u"a\nb\tc\r‹U+202E›"_s);
}

void TestVisibleText::shortens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("most");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("short") << u"abc"_s << qsizetype(3) << u"abc"_s;
    QTest::newRow("long") << u"abcd"_s << qsizetype(3) << u"abc…"_s;
    QTest::newRow("not in the middle of a character") << u"ab😀cd"_s << qsizetype(3) << u"ab…"_s;
    QTest::newRow("behind it") << u"ab😀cd"_s << qsizetype(4) << u"ab😀…"_s;
    QTest::newRow("hidden ones are shown whole")
        << u"a\u202ebcd"_s << qsizetype(2) << u"a‹U+202E›…"_s;
    QTest::newRow("nothing at all") << u"abc"_s << qsizetype(0) << u"…"_s;
}

void TestVisibleText::shortens()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, most);
    QTEST(shortVisibleText(text, most), "wanted");
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
