// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/format.h"

#include <QTest>

#include <time.h>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format english{QLocale(QLocale::English), true};
const Format japanese{QLocale(QLocale::Japanese), true};
const Format german{QLocale(QLocale::German), true};

} // namespace

class TestFormat final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void percents_data();
    void percents();
    void smallPartsStayVisible();
    void locales();
    void dates_data();
    void dates();
    void localTimes();
    void days();
    void periods_data();
    void periods();
};

void TestFormat::percents_data()
{
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("wanted");
    const auto add = [](const char *name, qint64 part, qint64 whole, const QString &wanted) {
        QTest::newRow(name) << part << whole << wanted;
    };
    add("the talk's cell", 177902, 249619, u"71.27\u00a0%"_s);
    add("DMARC of the weekly statistics", 2822, 6664, u"42.35\u00a0%"_s);
    add("SPF of the weekly statistics", 2643, 6664, u"39.66\u00a0%"_s);
    add("DKIM of the weekly statistics", 179, 6664, u"2.69\u00a0%"_s);
    add("nothing of something", 0, 5, u"0.00\u00a0%"_s);
    add("all", 5, 5, u"100.00\u00a0%"_s);
    add("nothing of nothing", 0, 0, u"–"_s);
    add("two messages of the talk", 2, 51729, u"<\u00a00.01\u00a0%"_s);
    add("all but five", 51722, 51729, u"99.99\u00a0%"_s);
    add("one of a million", 1, 1'000'000, u"<\u00a00.01\u00a0%"_s);
    add("all but one of a million", 999'999, 1'000'000, u">\u00a099.99\u00a0%"_s);
    add("just below half a hundredth", 1, 20'001, u"<\u00a00.01\u00a0%"_s);
    add("half a hundredth", 1, 20'000, u"0.01\u00a0%"_s);
    add("all but half a hundredth", 19'999, 20'000, u">\u00a099.99\u00a0%"_s);
    add("all but a little more", 19'998, 20'000, u"99.99\u00a0%"_s);
    add("large numbers", 1'000'000'000'000'000, 3'000'000'000'000'000, u"33.33\u00a0%"_s);
}

void TestFormat::percents()
{
    QFETCH(qint64, part);
    QFETCH(qint64, whole);
    QTEST(english.percent(part, whole), "wanted");
}

void TestFormat::smallPartsStayVisible()
{
    for (qint64 whole = 2; whole < 60'000; whole += whole / 7 + 1) {
        for (const qint64 part : {qint64(1), qint64(2), qint64(3)}) {
            QVERIFY(english.percent(part, whole + 3) != u"0.00\u00a0%"_s);
            QVERIFY2(english.percent(whole + 3 - part, whole + 3) != u"100.00\u00a0%"_s,
                qPrintable(QString::number(whole)));
        }
    }
}

void TestFormat::locales()
{
    QCOMPARE(english.number(1234567), u"1,234,567"_s);
    QCOMPARE(japanese.number(1234567), u"1,234,567"_s);
    QCOMPARE(german.number(1234567), u"1.234.567"_s);
    QCOMPARE(english.number(-5), u"-5"_s);
    QCOMPARE(japanese.percent(177902, 249619), u"71.27\u00a0%"_s);
    QCOMPARE(german.percent(177902, 249619), u"71,27\u00a0%"_s);
    QCOMPARE(japanese.dateTime(1506211200), u"2017-09-24 00:00 UTC"_s);
}

void TestFormat::dates_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("dateTime");
    QTest::addColumn<QString>("exported");
    const auto add = [](const char *name, qint64 seconds, const QString &date, const QString &time,
                         const QString &exported) {
        QTest::newRow(name) << seconds << date << time << exported;
    };
    add("the talk", 1506297599, u"2017-09-24"_s, u"2017-09-24 23:59 UTC"_s,
        u"2017-09-24T23:59:59Z"_s);
    add("not given", 0, u"–"_s, u"–"_s, u"1970-01-01T00:00:00Z"_s);
    add("before 1970", -1, u"1969-12-31"_s, u"1969-12-31 23:59 UTC"_s, u"1969-12-31T23:59:59Z"_s);
    add("leap day", 1709164800, u"2024-02-29"_s, u"2024-02-29 00:00 UTC"_s,
        u"2024-02-29T00:00:00Z"_s);
    add("last of four digits", 253402300799, u"9999-12-31"_s, u"9999-12-31 23:59 UTC"_s,
        u"9999-12-31T23:59:59Z"_s);
    add("five digits", 253402300800, u"10000-01-01"_s, u"10000-01-01 00:00 UTC"_s,
        u"10000-01-01T00:00:00Z"_s);
    add("milliseconds in place of seconds", 1506211200000, u"49699-12-07"_s,
        u"49699-12-07 00:00 UTC"_s, u"49699-12-07T00:00:00Z"_s);
}

void TestFormat::dates()
{
    QFETCH(qint64, seconds);
    QTEST(english.date(seconds), "date");
    QTEST(english.dateTime(seconds), "dateTime");
    QTEST(rfc3339(seconds), "exported");
}

void TestFormat::localTimes()
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Asia/Tokyo");
    tzset();
    const Format local{QLocale(QLocale::Japanese), false};
    QCOMPARE(local.dateTime(1506211200), u"2017-09-24 09:00"_s);
    QCOMPARE(local.date(1506270000), u"2017-09-25"_s); // 16:20 UTC
    QCOMPARE(japanese.date(1506270000), u"2017-09-24"_s);
    QCOMPARE(rfc3339(1506211200), u"2017-09-24T00:00:00Z"_s);
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    tzset();
}

void TestFormat::days()
{
    QCOMPARE(english.day(0), u"1970-01-01"_s);
    QCOMPARE(english.day(17433), u"2017-09-24"_s);
    QCOMPARE(english.day(-1), u"1969-12-31"_s);
    QCOMPARE(english.day(2932897), u"10000-01-01"_s);
}

void TestFormat::periods_data()
{
    QTest::addColumn<DateSpan>("span");
    QTest::addColumn<QString>("wanted");
    const qint64 start = 1506211200;
    QTest::newRow("a day") << DateSpan{start, start + 86399} << u"2017-09-24"_s;
    QTest::newRow("a day to midnight") << DateSpan{start, start + 86400} << u"2017-09-24"_s;
    QTest::newRow("a week") << DateSpan{start, start + 7 * 86400} << u"2017-09-24 – 2017-09-30"_s;
    QTest::newRow("a moment at midnight") << DateSpan{start, start} << u"2017-09-24"_s;
    QTest::newRow("not given") << DateSpan{} << u"–"_s;
}

void TestFormat::periods()
{
    QFETCH(DateSpan, span);
    QTEST(english.period(span), "wanted");
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
