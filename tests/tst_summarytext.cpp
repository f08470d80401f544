// SPDX-License-Identifier: GPL-3.0-or-later
// The figures are those of the weekly statistics that the talk shows (2016-10-03 to 2016-10-09).
#include "tables/summarytext.h"

#include "language.h"
#include "support/matrixfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstMoment = 1475452800; ///< 2016-10-03 00:00:00 UTC
constexpr qint64 lastMoment = 1476057599; ///< 2016-10-09 23:59:59 UTC

// SPF alone is aligned for 2,643 messages, DKIM alone for 179, which makes 2,822 of 6,664.
constexpr fixture::Table firstDay{0, 0, 0, 0, 0, 0, 2643, 0, 3842};
constexpr fixture::Table lastDay{0, 0, 179, 0, 0, 0, 0, 0, 0};
constexpr CaseCounts cases{2643, 179, 0, 0, 0, 0, 3842, 0};

/// Reports of the first and the last day of the week.
DatasetPtr talkWeek()
{
    AggregateReport first = fixture::report(u"google.com"_s, u"1"_s);
    first.period = {firstMoment, firstMoment + secondsPerDay - 1};
    fixture::addTable(first, firstDay, u"192.0.2.1"_s);
    AggregateReport last = fixture::report(u"yahoo.com"_s, u"2"_s);
    last.period = {lastMoment - secondsPerDay + 1, lastMoment};
    fixture::addTable(last, lastDay, u"192.0.2.9"_s);
    return fixture::datasetOf({first, last});
}

DatasetPtr datasetOf(std::vector<Record> records)
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = std::move(records);
    return fixture::datasetOf({report});
}

/// The text in a language, as lines.
QStringList linesOf(const QString &language, const DatasetPtr &dataset, const CaseCounts &counts)
{
    Language words;
    words.set(language);
    const Results results = fixture::viewOf(dataset).results;
    return summaryText(*dataset, results, counts, {words.locale(), true}).split(u'\n');
}

QStringList simplified(QStringList lines)
{
    for (QString &line : lines)
        line = line.simplified();
    return lines;
}

/// Columns of a terminal; all East Asian letters used here are two wide.
qsizetype widthOf(const QString &line)
{
    return line.size() +
        std::count_if(line.begin(), line.end(), [](QChar c) { return c >= u'\u2e80'; });
}

} // namespace

class TestSummaryText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weeklyStatistics_data();
    void weeklyStatistics();
    void casesAddUp();
    void numbersStandBelowEachOther_data();
    void numbersStandBelowEachOther();
    void matrix();
    void plurals_data();
    void plurals();
    void mostMessagesFirst();
    void nothing_data();
    void nothing();
    void withoutDates_data();
    void withoutDates();
    void nothingJudged();
    void hostileNames();
};

void TestSummaryText::weeklyStatistics_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("line");
    const auto add = [](const char *name, const QString &english, const QString &japanese) {
        QTest::addRow("%s, English", name) << u"en"_s << english;
        QTest::addRow("%s, Japanese", name) << u"ja"_s << japanese;
    };
    add("period", u"Statistics of the reports from 2016-10-03 00:00 UTC to 2016-10-09 23:59 UTC"_s,
        u"レポートの集計（2016-10-03 00:00 UTC～2016-10-09 23:59 UTC）"_s);
    add("reports", u"Reports 2"_s, u"レポート 2"_s);
    add("reporters", u"Reporters 2"_s, u"報告元 2"_s);
    add("records", u"Records 3"_s, u"レコード 3"_s);
    add("messages", u"Messages across all domains 6,664"_s, u"全ドメインのメール総数 6,664"_s);
    add("DMARC", u"DMARC aligned messages 2,822 (42.35 %)"_s,
        u"DMARCがpassしたメール 2,822 (42.35%)"_s);
    add("SPF", u"SPF aligned messages 2,643 (39.66 %)"_s,
        u"SPFのアライメントが一致したメール 2,643 (39.66%)"_s);
    add("DKIM", u"DKIM aligned messages 179 (2.69 %)"_s,
        u"DKIMのアライメントが一致したメール 179 (2.69%)"_s);
    add("not DMARC", u"Messages not DMARC aligned 3,842 (57.65 %)"_s,
        u"DMARCがpassしていないメール 3,842 (57.65%)"_s);
    add("not SPF", u"Messages not SPF aligned 4,021 (60.34 %)"_s,
        u"SPFのアライメントが一致しないメール 4,021 (60.34%)"_s);
    add("not DKIM", u"Messages not DKIM aligned 6,485 (97.31 %)"_s,
        u"DKIMのアライメントが一致しないメール 6,485 (97.31%)"_s);
    add("cases", u"Cases (messages)"_s, u"ケース（通数）"_s);
    add("a case", u"Direct 2,643 (39.66 %)"_s, u"直接送信 2,643 (39.66%)"_s);
    add("another case", u"Forward 179 (2.69 %)"_s, u"転送 179 (2.69%)"_s);
    add("a case without messages", u"Own list 0 (0.00 %)"_s, u"ML（自社） 0 (0.00%)"_s);
    add("the worst case", u"Spoof 3,842 (57.65 %)"_s, u"なりすまし 3,842 (57.65%)"_s);
    add("sender", u"192.0.2.* 6,664 messages, 42.35 % pass DMARC"_s,
        u"192.0.2.* 6,664通、DMARC pass 42.35%"_s);
    add("files", u"Read 2"_s, u"正常 2"_s);
}

void TestSummaryText::weeklyStatistics()
{
    QFETCH(QString, language);
    QFETCH(QString, line);
    const QStringList lines = simplified(linesOf(language, talkWeek(), cases));
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
}

/// Every message has one case: the shares are of the same whole as all others.
void TestSummaryText::casesAddUp()
{
    const QStringList lines = linesOf(u"en"_s, talkWeek(), cases);
    const qsizetype first = lines.indexOf(u"Cases (messages)"_s) + 1;
    qint64 sum = 0;
    for (const QString &line : lines.sliced(first, qsizetype(cases.size()))) {
        const QString number = line.simplified().section(u" ("_s, 0, 0).section(u' ', -1);
        sum += QLocale(QLocale::English).toLongLong(number);
    }
    QCOMPARE(sum, qint64(6664));
    QCOMPARE(lines[first + qsizetype(cases.size())], QString());
}

void TestSummaryText::numbersStandBelowEachOther_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Japanese") << u"ja"_s;
}

void TestSummaryText::numbersStandBelowEachOther()
{
    QFETCH(QString, language);
    // The lines with a share, block by block: all of a block are equally wide.
    qsizetype width = 0;
    int compared = 0;
    for (const QString &line : linesOf(language, talkWeek(), cases)) {
        if (!line.startsWith(u' ') || !line.endsWith(u"%)"_s)) {
            width = 0;
            continue;
        }
        compared += width != 0;
        QVERIFY2(width == 0 || widthOf(line) == width, qPrintable(line));
        width = widthOf(line);
    }
    QCOMPARE(compared, 2 + 2 + 7); // of 3, 3 and 8 lines
}

/// The talk's table of what nobody registered: percent and count in each cell.
void TestSummaryText::matrix()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    fixture::addTable(report, fixture::talkUnauthorised, u"192.0.2.1"_s);
    const QStringList lines = simplified(linesOf(u"en"_s, fixture::datasetOf({report}), {}));
    const qsizetype title = lines.indexOf(u"Alignment matrix (messages)"_s);
    QVERIFY(title >= 0);
    QCOMPARE(lines[title + 1], u"SPF pass & aligned SPF pass & not aligned SPF fail"_s);
    QCOMPARE(
        lines[title + 2], u"DKIM pass & aligned 71.27 % 177,902 4.85 % 12,107 15.22 % 37,998"_s);
    QCOMPARE(lines[title + 3], u"DKIM pass & not aligned 0.00 % 0 0.60 % 1,491 0.63 % 1,563"_s);
    QCOMPARE(lines[title + 4], u"DKIM fail 0.21 % 532 2.05 % 5,116 5.17 % 12,910"_s);
}

void TestSummaryText::plurals_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<QString>("line");
    QTest::newRow("one") << u"en"_s << qint64(1) << u"192.0.2.* 1 message, 100.00 % pass DMARC"_s;
    QTest::newRow("two") << u"en"_s << qint64(2) << u"192.0.2.* 2 messages, 100.00 % pass DMARC"_s;
    QTest::newRow("more than an int holds")
        << u"en"_s << (qint64(1) << 32) + 1
        << u"192.0.2.* 4,294,967,297 messages, 100.00 % pass DMARC"_s;
    QTest::newRow("one in Japanese")
        << u"ja"_s << qint64(1) << u"192.0.2.* 1通、DMARC pass 100.00%"_s;
}

void TestSummaryText::plurals()
{
    QFETCH(QString, language);
    QFETCH(qint64, messages);
    QFETCH(QString, line);
    const DatasetPtr dataset = datasetOf({fixture::passingRecord(0, u"192.0.2.1"_s, messages)});
    const QStringList lines = simplified(linesOf(language, dataset, {}));
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
}

void TestSummaryText::mostMessagesFirst()
{
    std::vector<Record> records;
    for (int i = 0; i < 12; ++i)
        records.push_back(fixture::passingRecord(i, u"192.0.%1.1"_s.arg(i), i + 1));
    const QStringList lines = simplified(linesOf(u"en"_s, datasetOf(records), {}));
    const qsizetype title = lines.indexOf(u"Senders with most messages"_s);
    QVERIFY(title >= 0);
    QCOMPARE(lines[title + 1], u"192.0.11.* 12 messages, 100.00 % pass DMARC"_s);
    QCOMPARE(lines[title + 10], u"192.0.2.* 3 messages, 100.00 % pass DMARC"_s);
    QCOMPARE(lines[title + 11], QString()); // ten are enough
}

void TestSummaryText::nothing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("messages");
    QTest::newRow("English") << u"en"_s << u"There are no reports to sum up."_s
                             << u"Messages across all domains 0"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"集計するレポートがありません。"_s
                              << u"全ドメインのメール総数 0"_s;
}

void TestSummaryText::nothing()
{
    QFETCH(QString, language);
    QFETCH(QString, messages);
    const QStringList lines = simplified(linesOf(language, fixture::datasetOf({}), {}));
    QTEST(lines.first(), "first");
    QVERIFY2(lines.contains(messages), qPrintable(lines.join(u'\n')));
    for (const QString &absent : {u"nan"_s, u"Cases"_s, u"ケース"_s, u"(0"_s})
        QVERIFY2(!lines.join(u'\n').contains(absent), qPrintable(lines.join(u'\n')));
}

void TestSummaryText::withoutDates_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("first");
    QTest::newRow("English") << u"en"_s << u"Statistics of reports without dates"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"日付のないレポートの集計"_s;
}

void TestSummaryText::withoutDates()
{
    QFETCH(QString, language);
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.period = {};
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 3)};
    QTEST(linesOf(language, fixture::datasetOf({report}), {}).first(), "first");
}

/// While verdicts are made there is nothing to say of cases; zeros would be wrong.
void TestSummaryText::nothingJudged()
{
    QVERIFY(!linesOf(u"en"_s, talkWeek(), {}).contains(u"Cases (messages)"_s));
}

void TestSummaryText::hostileNames()
{
    const QString text =
        linesOf(u"en"_s, datasetOf({fixture::passingRecord(0, u"\u001b[31m\u202ered"_s, 3)}), {})
            .join(u'\n');
    QVERIFY(text.contains(u"red"_s));
    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(!text.contains(QChar(0x202e)));
}

QTEST_GUILESS_MAIN(TestSummaryText)
#include "tst_summarytext.moc"
