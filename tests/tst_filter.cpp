// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/matrixfixture.h"

#include <QTest>

// A filter here names the fields that matter; the others are empty on purpose.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = secondsPerDay;
constexpr int failedCell = 8;

/// Three reports with six records of 1, 2, 4, … messages, so that a sum tells which rows are shown.
DatasetPtr sample()
{
    AggregateReport google = fixture::report(u"google.com"_s, u"g-1"_s);
    google.records = {fixture::cellRecord(0, u"192.0.2.1"_s, 1),
        fixture::cellRecord(failedCell, u"192.0.2.2"_s, 2), fixture::talkRecord(2)};
    google.records[1].disposition = Disposition::Reject;
    google.records[1].dispositionText = u"reject"_s;
    google.records[1].envelopeFrom = u"Bounce.Spam.example"_s;
    google.records[1].envelopeTo = u"Empfänger.example"_s;
    google.records[2].count = 4;
    AggregateReport yahoo = fixture::report(u"Yahoo"_s, u"Y-2"_s);
    yahoo.email = u"postmaster@yahoo.example"_s;
    yahoo.period = {yahoo.period.begin + day, yahoo.period.end + day};
    yahoo.records = {fixture::cellRecord(2, u"2001:db8:1::5"_s, 8),
        fixture::cellRecord(6, u"198.51.100.7"_s, 16)};
    yahoo.records[0].headerFrom = u"news.example.com"_s;
    yahoo.records[0].dkim[0].selector = u"Sel2024"_s;
    yahoo.records[1].headerFrom = u"日本語.example"_s;
    AggregateReport other = fixture::report(u"株式会社テスト"_s, u"j-3"_s);
    other.email = u"dmarc@test.example.jp"_s;
    other.policy.domain = u"example.org"_s;
    other.period = {other.period.begin + 2 * day, other.period.end + 2 * day};
    other.records = {fixture::cellRecord(5, u"192.0.2.1"_s, 32)};
    other.records[0].disposition = Disposition::Quarantine;
    other.records[0].dispositionText = u"quarantine"_s;
    // An older version of the first report: it does not count, whatever is asked for.
    AggregateReport old = google;
    old.records[0].count = 1000;
    DatasetBuilder builder;
    builder.add(fixture::item(google, u"a"_s), 9);
    builder.add(fixture::item(yahoo, u"b"_s), 9);
    builder.add(fixture::item(other, u"c"_s), 9);
    builder.add(fixture::item(old, u"d"_s), 1);
    return builder.finish();
}

HostNames hosts()
{
    return {{*IpAddress::parse(u"198.51.100.7"_s), u"mx1.mailer.example.net"_s},
        {*IpAddress::parse(u"192.0.2.2"_s), u"host.example.net"_s}};
}

qint64 messagesOf(const Filter &filter)
{
    const DatasetPtr data = sample();
    qint64 sum = 0;
    for (Row row : select(*data, makeSenderIndex(*data, hosts()), filter, Stop()))
        sum += data->records.count[row];
    return sum;
}

} // namespace

class TestFilter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void text_data();
    void text();
    void basis();
    void periods_data();
    void periods();
    void emptiness();
    void keysOfReports();
    void stops();
};

void TestFilter::shows_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<qint64>("messages");
    const auto add = [](const char *name, const Filter &filter, qint64 messages) {
        QTest::newRow(name) << filter << messages;
    };
    const QString firstKey = reportKey(*sample(), 0);
    const qint64 begin = 1506211200;
    add("everything", {}, 63);
    add("domain", {.domains = {u"example.org"_s}}, 32);
    add("two domains", {.domains = {u"example.org"_s, u"example.com"_s}}, 63);
    add("domain not there", {.domains = {u"example.net"_s}}, 0);
    add("period", {.period = DateSpan{begin + day, begin + 2 * day}}, 24);
    add("reporter", {.reporters = {u"yahoo.example"_s}}, 24);
    add("reporter by the name of its mail domain", {.reporters = {u"example.jp"_s}}, 32);
    add("address", {.senders = {u"192.0.2.1"_s}}, 33);
    add("address written otherwise", {.senders = {u"2001:DB8:1:0::5"_s}}, 8);
    add("group of a network: without what is grouped by its host", {.senders = {u"192.0.2.0/24"_s}},
        37);
    add("network that is no group", {.senders = {u"192.0.2.0/30"_s}}, 35);
    add("network that holds others", {.senders = {u"0.0.0.0/0"_s}}, 55);
    add("host domain", {.senders = {u"example.net"_s}}, 18);
    add("two senders", {.senders = {u"example.net"_s, u"192.0.2.1"_s}}, 51);
    add("sender not there", {.senders = {u"203.0.113.1"_s}}, 0);
    add("without a sender", {.excludedSenders = {u"192.0.2.1"_s}}, 30);
    add("without a group", {.excludedSenders = {u"192.0.2.0/24"_s}}, 26);
    add("a group without one of it",
        {.senders = {u"192.0.2.0/24"_s}, .excludedSenders = {u"192.0.2.123"_s}}, 33);
    add("without senders not there", {.excludedSenders = {u"203.0.113.1"_s}}, 63);
    add("From domain", {.headerFroms = {u"news.example.com"_s}}, 8);
    add("From domain not there", {.headerFroms = {u"nowhere.example"_s}}, 0);
    add("disposition", {.dispositions = {u"reject"_s}}, 2);
    add("dispositions", {.dispositions = {u"reject"_s, u"quarantine"_s}}, 34);
    add("disposition nobody has", {.dispositions = {u"pass"_s}}, 0);
    add("cell", {.cells = {failedCell}}, 2);
    add("cells", {.cells = {0, 2, 6}}, 25);
    add("cell without messages", {.cells = {4}}, 0);
    add("passed", {.passed = true}, 25);
    add("failed", {.passed = false}, 38);
    add("report", {.reportKeys = {firstKey}}, 7);
    add("domain and failed", {.domains = {u"example.com"_s}, .passed = false}, 6);
    add("sender, reporter and passed",
        {.reporters = {u"google.com"_s}, .senders = {u"192.0.2.0/24"_s}, .passed = true}, 1);
    add("fields that leave nothing", {.domains = {u"example.org"_s}, .dispositions = {u"reject"_s}},
        0);
}

void TestFilter::shows()
{
    QFETCH(Filter, filter);
    QTEST(messagesOf(filter), "messages");
}

void TestFilter::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("messages");
    QTest::newRow("address") << u"198.51.100"_s << qint64(16);
    QTest::newRow("address in capitals") << u"2001:DB8"_s << qint64(8);
    QTest::newRow("host name") << u"MX1.mailer"_s << qint64(16);
    QTest::newRow("label of a sender") << u"192.0.2.*"_s << qint64(37);
    QTest::newRow("From domain") << u"news."_s << qint64(8);
    QTest::newRow("envelope sender") << u"bounce.spam"_s << qint64(2);
    QTest::newRow("envelope recipient, capital umlaut") << u"EMPFÄNGER"_s << qint64(2);
    QTest::newRow("signing domain") << u"twofive25"_s << qint64(4);
    QTest::newRow("selector") << u"sel2024"_s << qint64(8);
    QTest::newRow("reason") << u"xoar"_s << qint64(4);
    QTest::newRow("type of reason") << u"local_policy"_s << qint64(4);
    QTest::newRow("report id") << u"y-2"_s << qint64(24);
    QTest::newRow("mail of the reporter") << u"postmaster@"_s << qint64(24);
    QTest::newRow("organization in Japanese") << u"テスト"_s << qint64(32);
    QTest::newRow("domain in Japanese") << u"日本"_s << qint64(16);
    QTest::newRow("the same as the DNS has it") << u"XN--wgv71a119e"_s << qint64(16);
    QTest::newRow("policy domain") << u"example.org"_s << qint64(32);
    QTest::newRow("nowhere") << u"qwertz"_s << qint64(0);
    QTest::newRow("no pattern") << u".*"_s << qint64(37);
}

void TestFilter::text()
{
    QFETCH(QString, text);
    QTEST(messagesOf({.text = text}), "messages");
}

void TestFilter::basis()
{
    // Reported pass without any result that says so, and the reverse.
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    Record forgiven = fixture::cellRecord(failedCell, u"192.0.2.1"_s, 1);
    forgiven.dkimEvaluated = Evaluated::Pass;
    Record denied = fixture::cellRecord(6, u"192.0.2.2"_s, 2);
    denied.spfEvaluated = Evaluated::Fail;
    report.records = {forgiven, denied};
    const DatasetPtr data = fixture::datasetOf({report});
    const SenderIndex senders = makeSenderIndex(*data, {});
    const auto passed = [&](Basis basis) {
        return select(*data, senders, {.passed = true, .basis = basis}, Stop());
    };
    QCOMPARE(passed(Basis::Reported), std::vector<Row>({0}));
    QCOMPARE(passed(Basis::Computed), std::vector<Row>({1}));
}

void TestFilter::periods_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<bool>("inside");
    // The period is one day: 86,400 to 172,800.
    QTest::newRow("that day") << qint64(86400) << qint64(172799) << true;
    QTest::newRow("to midnight") << qint64(86400) << qint64(172800) << true;
    QTest::newRow("the day before, to midnight") << qint64(0) << qint64(86400) << false;
    QTest::newRow("the day after") << qint64(172800) << qint64(259200) << false;
    QTest::newRow("mostly before") << qint64(0) << qint64(172700) << false;
    QTest::newRow("half before: its middle is the first second")
        << qint64(0) << qint64(172800) << true;
    QTest::newRow("half after: its middle is the first second outside")
        << qint64(86400) << qint64(259200) << false;
    QTest::newRow("a moment") << qint64(100000) << qint64(100000) << true;
    QTest::newRow("reversed") << qint64(172799) << qint64(86400) << true;
    QTest::newRow("no dates") << qint64(0) << qint64(0) << false;
}

void TestFilter::periods()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QTEST(inPeriod({begin, end}, {86400, 172800}), "inside");
}

void TestFilter::emptiness()
{
    QVERIFY(Filter().isEmpty());
    QVERIFY(Filter{.basis = Basis::Computed}.isEmpty());
    for (const Filter &filter : {Filter{.domains = {u"a"_s}}, Filter{.period = DateSpan{0, 1}},
             Filter{.reporters = {u"a"_s}}, Filter{.senders = {u"a"_s}},
             Filter{.excludedSenders = {u"a"_s}}, Filter{.headerFroms = {u"a"_s}},
             Filter{.dispositions = {u"none"_s}}, Filter{.cells = {0}}, Filter{.passed = false},
             Filter{.reportKeys = {u"a"_s}}, Filter{.text = u"a"_s}})
        QVERIFY(!filter.isEmpty());
}

void TestFilter::keysOfReports()
{
    const DatasetPtr data = sample();
    QCOMPARE(reportKey(*data, 0), u"google.com!example.com!1506211200!1506297599!g-1"_s);
    QVERIFY(reportKey(*data, 0) != reportKey(*data, 1));
    QVERIFY(reportKey(*data, 1) != reportKey(*data, 2));
}

void TestFilter::stops()
{
    const DatasetPtr data = sample();
    Stop stop;
    stop.request();
    QVERIFY(select(*data, makeSenderIndex(*data, {}), {}, stop).empty());
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
