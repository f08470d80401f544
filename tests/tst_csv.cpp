// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/csv.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestCsv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void lines();
};

void TestCsv::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    same("empty", {});
    same("plain", u"google.com"_s);
    same("blanks", u" a b "_s);
    same("Japanese", u"株式会社"_s);
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"say \"a\""_s << u"\"say \"\"a\"\"\""_s;
    QTest::newRow("only a quote") << u"\""_s << u"\"\"\"\""_s;
    QTest::newRow("line feed") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("carriage return") << u"a\rb"_s << u"\"a\rb\""_s;
    QTest::newRow("semicolon, which parts cells elsewhere") << u"a;=1+1"_s << u"\"a;=1+1\""_s;
    QTest::newRow("tab") << u"a\t=1+1"_s << u"\"a\t=1+1\""_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("formula with quotes")
        << u"=HYPERLINK(\"http://a\",\"b\")"_s << u"\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\""_s;
    QTest::newRow("plus") << u"+A1"_s << u"'+A1"_s;
    QTest::newRow("minus") << u"-A1"_s << u"'-A1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab before a formula") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("line end before a formula") << u"\r=1"_s << u"\"'\r=1\""_s;
    QTest::newRow("wide equals sign") << u"＝1+1"_s << u"'＝1+1"_s;
    QTest::newRow("wide at") << u"＠SUM"_s << u"'＠SUM"_s;
    QTest::newRow("minus that computes") << u"-1+1"_s << u"'-1+1"_s;
    QTest::newRow("only a minus") << u"-"_s << u"'-"_s;
    QTest::newRow("minus and point") << u"-."_s << u"'-."_s;
    QTest::newRow("date that computes") << u"-2026-06-01"_s << u"'-2026-06-01"_s;
    same("number", u"177902"_s);
    same("negative", u"-5"_s);
    same("signed", u"+5"_s);
    same("decimal", u"-0.25"_s);
    same("equals sign inside", u"a=b"_s);
}

void TestCsv::cells()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "wanted");
}

void TestCsv::lines()
{
    QCOMPARE(csvLine({u"a"_s, u"b,c"_s, {}, u"=d"_s}), u"a,\"b,c\",,'=d\r\n"_s);
    QCOMPARE(csvLine({{}}), u"\r\n"_s);
    QCOMPARE(csvLine({u"a"_s, u"a"_s}), u"a,a\r\n"_s);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
