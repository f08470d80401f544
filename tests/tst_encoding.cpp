// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/encoding.h"

#include "support/smallreport.h"

#include <QStringEncoder>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;

namespace {

constexpr const char *japanese = "日本語のレポート";

QByteArray encoded(const QString &text, const char *encoding, bool mark = false)
{
    QStringEncoder encoder(
        encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

QByteArray declaration(const QByteArray &encoding)
{
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<a>";
}

} // namespace

class TestEncoding final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void converts_data();
    void converts();
    void replaces_data();
    void replaces();
    void sharesWhatIsUtf8();
    void declared_data();
    void declared();
    void reports_data();
    void reports();
};

void TestEncoding::converts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text"); // behind the declaration
    QTest::addColumn<QStringList>("notes");

    const QString nihongo = QString::fromUtf8(japanese);
    const QString umlauts = u"Müller & Söhne – „Café“"_s;
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text,
                         const QStringList &notes) {
        QTest::newRow(name) << bytes << text << notes;
    };
    const auto declaredAs = [](const QByteArray &name, const QString &text,
                                const char *encoding) -> QByteArray {
        return encoded(QString::fromUtf8(declaration(name)) + text, encoding);
    };
    const QString utf8Head = QString::fromUtf8(declaration("UTF-8"));
    row("UTF-8", utf8Head.toUtf8() + japanese, nihongo, {});
    row("UTF-8 in lower case", declaration("utf-8") + japanese, nihongo, {});
    row("UTF-8 without its hyphen", declaration("UTF8") + japanese, nihongo, {});
    row("UTF-8 not declared", "<a>" + QByteArray(japanese), nihongo, {});
    row("UTF-8 with a mark", QByteArray("\xef\xbb\xbf") + declaration("UTF-8") + japanese, nihongo,
        {u"byte-order-mark UTF-8"_s});
    row("UTF-8 declared as windows-1252", declaration("windows-1252") + japanese, nihongo,
        {u"encoding-declared windows-1252"_s, u"encoding-guessed UTF-8"_s});
    row("UTF-8 declared as UTF-16", declaration("UTF-16") + japanese, nihongo,
        {u"encoding-declared UTF-16"_s, u"encoding-guessed UTF-8"_s});
    row("UTF-8 declared as nonsense", declaration("klingon") + japanese, nihongo,
        {u"encoding-declared klingon"_s, u"encoding-guessed UTF-8"_s});
    row("ASCII declared as UTF-16", declaration("UTF-16") + "x", u"x"_s,
        {u"encoding-declared UTF-16"_s});
    for (const char *wide : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        const QString head = QString::fromUtf8(declaration("UTF-16"));
        row(qPrintable(u"%1 with a mark"_s.arg(QLatin1StringView(wide))),
            encoded(head + nihongo, wide, true), nihongo,
            {u"byte-order-mark "_s + QLatin1StringView(wide)});
        row(qPrintable(u"%1 without a mark"_s.arg(QLatin1StringView(wide))),
            encoded(head + nihongo, wide), nihongo,
            {u"encoding-guessed "_s + QLatin1StringView(wide)});
    }
    for (const char *name : {"Shift_JIS", "shift_jis", "x-sjis", "Windows-31J", "cp932"})
        row(name, declaredAs(name, nihongo, "Shift_JIS"), nihongo,
            {u"encoding-declared "_s + QLatin1StringView(name)});
    for (const char *name : {"EUC-JP", "x-euc-jp"})
        row(name, declaredAs(name, nihongo, "EUC-JP"), nihongo,
            {u"encoding-declared "_s + QLatin1StringView(name)});
    row("ISO-2022-JP", declaredAs("ISO-2022-JP", nihongo, "ISO-2022-JP"), nihongo,
        {u"encoding-declared ISO-2022-JP"_s});
    row("ISO-2022-JP in lower case", declaredAs("iso-2022-jp", nihongo, "ISO-2022-JP"), nihongo,
        {u"encoding-declared iso-2022-jp"_s});
    row("ISO-2022-JP not declared", declaredAs("UTF-8", nihongo, "ISO-2022-JP"), nihongo,
        {u"encoding-guessed ISO-2022-JP"_s});
    row("Shift_JIS declared as UTF-8", declaredAs("UTF-8", nihongo, "Shift_JIS"), nihongo,
        {u"encoding-guessed Shift_JIS"_s});
    row("EUC-JP declared as UTF-8", declaredAs("UTF-8", nihongo, "EUC-JP"), nihongo,
        {u"encoding-guessed EUC-JP"_s});
    row("EUC-JP not declared", encoded(u"<a>"_s + nihongo, "EUC-JP"), nihongo,
        {u"encoding-guessed EUC-JP"_s});
    for (const char *name : {"windows-1252", "ISO-8859-1", "us-ascii"})
        row(name, declaredAs(name, umlauts, "windows-1252"), umlauts,
            {u"encoding-declared "_s + QLatin1StringView(name)});
    row("windows-1252 declared as UTF-8", declaredAs("UTF-8", umlauts, "windows-1252"), umlauts,
        {u"encoding-guessed windows-1252"_s});
    row("ISO-8859-2", declaredAs("ISO-8859-2", u"Łódź"_s, "ISO-8859-2"), u"Łódź"_s,
        {u"encoding-declared ISO-8859-2"_s});
}

void TestEncoding::converts()
{
    QFETCH(const QByteArray, bytes);
    Notes notes;
    const Utf8Text text = toUtf8(bytes, notes);
    const QString made = QString::fromUtf8(text.bytes);
    QTEST(made.sliced(made.indexOf(u"<a>") + 3), "text");
    QTEST(noteLines(notes.list()), "notes");
}

void TestEncoding::replaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("notes");
    QTest::addColumn<int>("offset"); // of the first; -1: unknown
    QTest::addColumn<int>("line");

    QTest::newRow("a lonely byte among UTF-8")
        << QByteArray("<a>日\nx\xffy") << u"<a>日\nx\ufffdy"_s
        << QStringList{u"encoding-bytes-replaced"_s} << 8 << 2;
    QTest::newRow("two of them") << QByteArray("日\xff\n\xfe"
                                               ".")
                                 << u"日\ufffd\n\ufffd."_s
                                 << QStringList{u"encoding-bytes-replaced x2"_s} << 3 << 1;
    QTest::newRow("one that was replaced before does not count")
        << QByteArray("日\xef\xbf\xbd\n\xff") << u"日\ufffd\n\ufffd"_s
        << QStringList{u"encoding-bytes-replaced"_s} << 7 << 2;
    QTest::newRow("behind a mark")
        << QByteArray("\xef\xbb\xbf"
                      "日\n\xff")
        << u"日\n\ufffd"_s << QStringList{u"byte-order-mark UTF-8"_s, u"encoding-bytes-replaced"_s}
        << 7 << 2;
    QTest::newRow("half a character at the end")
        << QByteArray("日本\xe6\x97") << u"日本\ufffd\ufffd"_s
        << QStringList{u"encoding-bytes-replaced x2"_s} << 6 << 1;
    QTest::newRow("a surrogate of UTF-16 alone, in the second line")
        << QByteArray("\xff\xfe"
                      "<\0\n\0\0\xd8x\0",
               10)
        << u"<\n\ufffdx"_s
        << QStringList{u"byte-order-mark UTF-16LE"_s, u"encoding-bytes-replaced"_s} << -1 << 2;
    QTest::newRow("half a character of Shift_JIS")
        << QByteArray(declaration("Shift_JIS") + "\x93\xfa\n\x93\n.") << QString()
        << QStringList{u"encoding-declared Shift_JIS"_s, u"encoding-bytes-replaced"_s} << -1 << 3;
    QTest::newRow("half a character of Shift_JIS at the end")
        << QByteArray(declaration("Shift_JIS") + "\x93\xfa\n\x93") << QString()
        << QStringList{u"encoding-declared Shift_JIS"_s, u"encoding-bytes-replaced"_s} << -1 << 3;
    QTest::newRow("bytes that EUC-JP does not have")
        << QByteArray(declaration("EUC-JP") + "\xc6\xfc\n\xff\xff.") << QString()
        << QStringList{u"encoding-declared EUC-JP"_s, u"encoding-bytes-replaced x2"_s} << -1 << 3;
    QTest::newRow("bytes that ISO-2022-JP does not have")
        << QByteArray(declaration("ISO-2022-JP") + "\n\xff.") << QString()
        << QStringList{u"encoding-declared ISO-2022-JP"_s, u"encoding-bytes-replaced"_s} << -1 << 3;
}

void TestEncoding::replaces()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QFETCH(const int, offset);
    Notes notes;
    const Utf8Text made = toUtf8(bytes, notes);
    if (!text.isEmpty())
        QCOMPARE(QString::fromUtf8(made.bytes), text);
    QTEST(noteLines(notes.list()), "notes");
    const Place place = notes.list().back().place;
    QCOMPARE(place.offset, qint64(offset));
    QTEST(place.line, "line");
    if (offset >= 0)
        QCOMPARE(place, placeOf(bytes, offset));
}

void TestEncoding::sharesWhatIsUtf8()
{
    const QByteArray bytes = declaration("UTF-8") + japanese;
    Notes notes;
    const Utf8Text text = toUtf8(bytes, notes);
    QVERIFY(text.bytes.isSharedWith(bytes));
    QVERIFY(!text.converted);
    QCOMPARE(text.skipped, qint64(0));
    const Utf8Text marked = toUtf8(QByteArray("\xef\xbb\xbf") + bytes, notes);
    QVERIFY(!marked.converted);
    QCOMPARE(marked.skipped, qint64(3));
}

void TestEncoding::declared_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const char *bytes, const char *expected) {
        QTest::newRow(name) << QByteArray(bytes) << QByteArray(expected);
    };
    row("double quotes", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "UTF-8");
    row("single quotes", "<?xml version='1.0' encoding='utf-8' ?>", "utf-8");
    row("blanks", "<?xml encoding = \" UTF-8 \" ?>", "UTF-8");
    row("a line break", "<?xml version='1.0'\n encoding\n=\n'EUC-JP'?>", "EUC-JP");
    row("none", "<?xml version='1.0'?>", "");
    row("no declaration", "<feedback encoding='x'>", "");
    row("no quotes", "<?xml encoding=UTF-8?>", "");
    row("no end of the quotes", "<?xml encoding='UTF-8?>", "");
    row("no end", "<?xml encoding='UTF-8'", "");
    row("empty", "", "");
}

void TestEncoding::declared()
{
    QFETCH(const QByteArray, bytes);
    QTEST(declaredEncoding(bytes), "expected");
}

void TestEncoding::reports_data()
{
    QTest::addColumn<QByteArray>("encoding");

    for (const char *name : {"UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP", "ISO-2022-JP"})
        QTest::newRow(name) << QByteArray(name);
}

/// A whole report; a note about it tells the line in which it stands.
void TestEncoding::reports()
{
    QFETCH(const QByteArray, encoding);
    QByteArray xml = smallReport();
    xml.replace("reporter.example<", QByteArray(QByteArray(japanese) + "<"))
        .replace("UTF-8", encoding);
    xml.replace("<count>7<", "<count>0<");
    const Reading reading = readingOf(encoded(QString::fromUtf8(xml), encoding.constData()));
    QVERIFY(reading.ok);
    QCOMPARE(reading.reports.front().orgName, QString::fromUtf8(japanese));
    const Note &note = reading.notes.back();
    QCOMPARE(note.code, NoteCode::CountZero);
    QCOMPARE(note.place.line, placeOf(xml, xml.indexOf("<record>")).line);
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
