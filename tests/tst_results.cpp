// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/results.h"

#include "analysis/breakdown.h"
#include "support/dayfixture.h"

#include <QTest>

#include <numeric>

using namespace sekisho;
using fixture::day;
using fixture::reportOf;
using fixture::start;
using fixture::startDay;
using namespace Qt::StringLiterals;

class TestResults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void talk_data();
    void talk();
    void totals();
    void countsOfNothing();
    void before();
    void senders();
    void equalSendersByKey();
    void reporters();
    void dispositions();
    void policies();
    void cells();
    void tiles();
    void reportsShown();
    void basis();
    void stops();
};

void TestResults::talk_data()
{
    QTest::addColumn<QList<qint64>>("messages");
    QTest::addColumn<QStringList>("percents");
    const auto add = [](const char *name, const fixture::Table &table,
                         const QStringList &percents) {
        QTest::newRow(name) << QList<qint64>(table.begin(), table.end()) << percents;
    };
    add("my senders, all", fixture::talkOwn,
        {u"9.78"_s, u"38.96"_s, u"0.18"_s, u"1.13"_s, u"0.64"_s, u"0.02"_s, u"47.47"_s, u"0.47"_s,
            u"1.36"_s});
    add("my senders, internal", fixture::talkInternal,
        {u"15.82"_s, u"1.20"_s, u"0.28"_s, u"1.83"_s, u"1.03"_s, u"0.03"_s, u"76.84"_s, u"0.75"_s,
            u"2.20"_s});
    add("my senders, third party", fixture::talkThirdParty,
        {u"0.00"_s, u"99.99"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s, u"0.01"_s,
            u"0.00"_s});
    add("not registered", fixture::talkUnregistered,
        {u"0.00"_s, u"14.25"_s, u"15.76"_s, u"0.00"_s, u"26.61"_s, u"10.74"_s, u"0.00"_s, u"9.90"_s,
            u"22.73"_s});
    add("unauthorised", fixture::talkUnauthorised,
        {u"71.27"_s, u"4.85"_s, u"15.22"_s, u"0.00"_s, u"0.60"_s, u"0.63"_s, u"0.21"_s, u"2.05"_s,
            u"5.17"_s});
}

void TestResults::talk()
{
    QFETCH(QList<qint64>, messages);
    QFETCH(QStringList, percents);
    fixture::Table table{};
    std::copy(messages.cbegin(), messages.cend(), table.begin());
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    fixture::addTable(report, table, u"192.0.2.1"_s);
    const Results results = fixture::viewOf(fixture::datasetOf({report})).results;
    QCOMPARE(results.matrix.messages, table);
    QStringList computed;
    for (qint64 cell : results.matrix.messages)
        computed.append(QString::number(percent(cell, results.matrix.total()), 'f', 2));
    QCOMPARE(computed, percents);
    const Counts &counts = results.totals.counts;
    QCOMPARE(counts.messages, std::accumulate(table.begin(), table.end(), qint64(0)));
    QCOMPARE(counts.spfAligned, table[0] + table[3] + table[6]);
    QCOMPARE(counts.dkimAligned, table[0] + table[1] + table[2]);
    QCOMPARE(counts.passed, table[0] + table[1] + table[2] + table[3] + table[6]);
}

void TestResults::totals()
{
    const DatasetPtr data = fixture::datasetOf({
        reportOf(u"google.com"_s, 0,
            {fixture::cellRecord(0, u"192.0.2.1"_s, 5), fixture::cellRecord(8, u"192.0.2.2"_s, 3)}),
        reportOf(u"google.com"_s, 1, {fixture::cellRecord(6, u"192.0.2.1"_s, 2)}),
        reportOf(u"yahoo.example"_s, 2, {fixture::cellRecord(2, u"2001:db8::1"_s, 1)}),
        reportOf(u"empty.example"_s, 9, {}),
    });
    const Totals totals = fixture::viewOf(data).results.totals;
    QCOMPARE(totals.counts, (Counts{11, 4, 8, 7, 6}));
    QCOMPARE(totals.reports, 3);
    QCOMPARE(totals.reporters, 2);
    QCOMPARE(totals.senders, 2);
    QCOMPARE(totals.addresses, 3);
    QCOMPARE(totals.period, std::optional(DateSpan{start, start + 3 * day - 1}));
}

void TestResults::countsOfNothing()
{
    const Results results = fixture::viewOf(std::make_shared<Dataset>()).results;
    QCOMPARE(results.totals, Totals());
    QVERIFY(!results.totals.period);
    QVERIFY(!results.before);
    QVERIFY(results.timeline.empty());
    QVERIFY(results.bins.empty());
    QVERIFY(results.senders.senders.empty());
    QVERIFY(results.domains.empty());
    QVERIFY(results.findings.empty());
    QCOMPARE(percent(0, 0), 0.0);
}

void TestResults::before()
{
    const DatasetPtr data = fixture::datasetOf({
        reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 1)}),
        reportOf(u"google.com"_s, 1, {fixture::cellRecord(8, u"192.0.2.1"_s, 2)}),
        reportOf(u"google.com"_s, 2, {fixture::cellRecord(0, u"192.0.2.1"_s, 4)}),
        reportOf(u"google.com"_s, 3, {fixture::cellRecord(0, u"192.0.2.9"_s, 8)}),
    });
    Filter filter;
    filter.period = DateSpan{start + 2 * day, start + 4 * day};
    Results results = fixture::viewOf(data, filter).results;
    QCOMPARE(results.totals.counts.messages, qint64(12));
    QVERIFY(results.before);
    QCOMPARE(results.before->counts, (Counts{3, 2, 1, 1, 1}));
    filter.senders = {u"192.0.2.9"_s};
    QVERIFY(!fixture::viewOf(data, filter).results.before);
    filter = {};
    filter.period = DateSpan{start, start + 2 * day};
    QVERIFY(!fixture::viewOf(data, filter).results.before);
}

void TestResults::senders()
{
    std::vector<Record> records{fixture::cellRecord(0, u"192.0.2.9"_s, 5),
        fixture::cellRecord(8, u"192.0.2.10"_s, 5), fixture::cellRecord(6, u"198.51.100.1"_s, 100),
        fixture::cellRecord(6, u"2001:db8::1"_s, 1)};
    records[1].headerFrom = u"news.example.com"_s;
    const DatasetPtr data = fixture::datasetOf({reportOf(u"google.com"_s, 0, records),
        reportOf(u"yahoo.example"_s, 2, {fixture::cellRecord(8, u"192.0.2.9"_s, 3)})});
    const fixture::View view = fixture::viewOf(data, {},
        {{*IpAddress::parse(u"198.51.100.1"_s), u"a.example.net"_s},
            {*IpAddress::parse(u"2001:db8::1"_s), u"b.example.net"_s}});
    const std::vector<Sender> senders = fixture::wholeSenders(view);
    QCOMPARE(senders.size(), size_t(2));
    const Sender &hosted = senders[0];
    QCOMPARE(hosted.key, u"example.net"_s);
    QCOMPARE(hosted.counts, (Counts{101, 2, 101, 101, 0}));
    QCOMPARE(hosted.host, u"a.example.net"_s);
    QCOMPARE(hosted.hosts, 2);
    const Sender &network = senders[1];
    QCOMPARE(network.key, u"192.0.2.0/24"_s);
    QCOMPARE(network.label, u"192.0.2.*"_s);
    QCOMPARE(network.counts, (Counts{13, 3, 5, 5, 5}));
    QCOMPARE(network.matrix.messages, (fixture::Table{5, 0, 0, 0, 0, 0, 0, 0, 8}));
    QCOMPARE(network.matrix.records, (fixture::Table{1, 0, 0, 0, 0, 0, 0, 0, 2}));
    QCOMPARE(network.seen, (DateSpan{start, start + 3 * day - 1}));
    QCOMPARE(network.headerFrom, u"example.com"_s);
    QCOMPARE(network.headerFroms, 2);
    QCOMPARE(network.reporters, 2);
    QCOMPARE(network.days, std::vector<qint64>({10, 0, 3}));
    QCOMPARE(network.addresses.size(), size_t(2));
    QCOMPARE(network.addresses[0].key, u"192.0.2.9"_s);
    QCOMPARE(network.addresses[0].counts, (Counts{8, 2, 5, 5, 5}));
    QCOMPARE(network.addresses[1].headerFrom, u"news.example.com"_s);
    QCOMPARE(network.addresses[1].seen, (DateSpan{start, start + day - 1}));
    // The same figures from all sides.
    Counts sum;
    for (const Sender &sender : senders) {
        sum += sender.counts;
        Counts inner;
        for (const Sender &address : sender.addresses)
            inner += address.counts;
        QCOMPARE(inner, sender.counts);
    }
    QCOMPARE(sum, view.results.totals.counts);
    const std::vector<Share> top{{hosted.key, hosted.label, hosted.counts, 0},
        {network.key, network.label, network.counts, 0}};
    QCOMPARE(view.results.topSenders, top);
}

/// Senders of equally many messages stand in the order of their keys as text.
void TestResults::equalSendersByKey()
{
    const QStringList keys{u"-"_s, u"1.2.3.-"_s, u"1.2.3.0/24"_s, u"1.2.30.0/24"_s,
        u"10.2.3.0/24"_s, u"192.0.2.0/24"_s, u"2001::/48"_s, u"2001:db8:1::/48"_s,
        u"2001:db8::/48"_s, u"255.255.255.0/24"_s, u"::/48"_s, u"a name of some length 1"_s,
        u"a name of some length 2"_s, u"ffff:ffff:fffe::/48"_s, u"ffff:ffff:ffff::/48"_s,
        u"z\u00e9"_s, u"z\u00ea"_s, u"z\uff21"_s};
    std::vector<Record> records;
    for (const QString &key : keys) {
        const auto network = IpNetwork::parse(key);
        const QString text = network ? network->first.text() : key;
        records.insert(records.begin(), fixture::cellRecord(8, text, 2));
        records.front().sourceIp = IpAddress::parse(text);
    }
    const fixture::View view =
        fixture::viewOf(fixture::datasetOf({reportOf(u"google.com"_s, 0, records)}));
    QStringList listed;
    for (const Sender &sender : fixture::wholeSenders(view))
        listed.append(sender.key);
    QCOMPARE(listed, keys);
    QStringList top;
    for (const Share &share : view.results.cells[8].senders)
        top.append(share.key);
    QCOMPARE(top, keys.first(8));
}

void TestResults::reporters()
{
    const DatasetPtr data = fixture::datasetOf({
        reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 5)}),
        reportOf(u"google.com"_s, 1, {fixture::cellRecord(8, u"192.0.2.1"_s, 2)}),
        reportOf(u"Enterprise Outlook"_s, 1, {fixture::cellRecord(8, u"192.0.2.1"_s, 9)}),
    });
    const std::vector<Share> shares = fixture::viewOf(data).results.reporters;
    const std::vector<Share> wanted{
        {u"enterprise outlook"_s, u"Enterprise Outlook"_s, {9, 1, 0, 0, 0}, 1},
        {u"google.com"_s, u"google.com"_s, {7, 2, 5, 5, 5}, 2}};
    QCOMPARE(shares, wanted);
}

void TestResults::dispositions()
{
    std::vector<Record> records;
    for (const auto &[word, count] :
        std::initializer_list<std::pair<QString, qint64>>{{u"none"_s, 1}, {u"reject"_s, 2},
            {u"none"_s, 4}, {u"pass"_s, 8}, {u"dropped"_s, 16}, {QString(), 32}}) {
        records.push_back(fixture::cellRecord(8, u"192.0.2.1"_s, count));
        records.back().disposition = disposition(word);
        records.back().dispositionText = word;
    }
    QStringList lines;
    for (const Share &share :
        fixture::viewOf(fixture::datasetOf({reportOf(u"google.com"_s, 0, records)}))
            .results.dispositions)
        lines.append(u"%1=%2"_s.arg(share.key).arg(share.counts.messages));
    QCOMPARE(
        lines, QStringList({u"=32"_s, u"none=5"_s, u"reject=2"_s, u"pass=8"_s, u"other=16"_s}));
}

void TestResults::policies()
{
    AggregateReport reject =
        reportOf(u"google.com"_s, 5, {fixture::cellRecord(0, u"192.0.2.1"_s, 8)});
    reject.policy.p = Policy::Reject;
    reject.policy.pText = u"reject"_s;
    const DatasetPtr data = fixture::datasetOf(
        {reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 1)}),
            reportOf(u"yahoo.example"_s, 3, {fixture::cellRecord(0, u"192.0.2.1"_s, 2)}), reject});
    const std::vector<PolicySpan> spans = fixture::viewOf(data).results.policies;
    QCOMPARE(spans.size(), size_t(2));
    QCOMPARE(spans[0].policy.pText, u"reject"_s); // the newest first
    QCOMPARE(spans[0].seen, (DateSpan{start + 5 * day, start + 6 * day - 1}));
    QCOMPARE(spans[1].seen, (DateSpan{start, start + 4 * day - 1}));
    QCOMPARE(spans[1].reports, 2);
    QCOMPARE(spans[1].messages, qint64(3));
    QCOMPARE(spans[1].domain, u"example.com"_s);
}

void TestResults::cells()
{
    std::vector<Record> records;
    for (int i = 1; i <= 9; ++i)
        records.push_back(fixture::cellRecord(8, u"192.0.%1.1"_s.arg(i), i));
    records.push_back(fixture::cellRecord(8, u"192.0.9.2"_s, 5));
    records.back().dkim.clear();
    records.push_back(fixture::cellRecord(0, u"192.0.2.1"_s, 7));
    const DatasetPtr data = fixture::datasetOf({reportOf(u"google.com"_s, 0, records),
        reportOf(u"yahoo.example"_s, 1, {fixture::cellRecord(0, u"192.0.2.1"_s, 4)}, 2)});
    const auto cells = fixture::viewOf(data).results.cells;
    QCOMPARE(cells[8].senders.size(), size_t(8)); // the smallest one is left out
    QCOMPARE(cells[8].senders[0].key, u"192.0.9.0/24"_s);
    QCOMPARE(cells[8].senders[0].label, u"192.0.9.*"_s);
    QCOMPARE(cells[8].senders[0].counts.messages, qint64(14));
    QCOMPARE(cells[8].senders[7].counts.messages, qint64(2));
    QStringList reasons;
    for (const Share &share : cells[8].reasons)
        reasons.append(u"%1: %2"_s.arg(share.key).arg(share.counts.messages));
    QCOMPARE(
        reasons, QStringList({u"dkim=fail spf=softfail: 45"_s, u"dkim=missing spf=softfail: 5"_s}));
    QCOMPARE(cells[8].days, std::vector<DayCount>({{startDay, 0, 50}}));
    QCOMPARE(cells[0].days,
        std::vector<DayCount>({{startDay, 7, 0}, {startDay + 1, 2, 0}, {startDay + 2, 2, 0}}));
    QCOMPARE(cells[4], CellDetail());
}

void TestResults::tiles()
{
    AggregateReport other =
        reportOf(u"google.com"_s, 1, {fixture::cellRecord(8, u"192.0.2.1"_s, 9)});
    other.policy.domain = u"example.org"_s;
    AggregateReport stricter =
        reportOf(u"google.com"_s, 4, {fixture::cellRecord(0, u"192.0.2.1"_s, 1)});
    stricter.policy.pText = u"reject"_s;
    const AggregateReport first =
        reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 2)});
    QVERIFY(fixture::viewOf(fixture::datasetOf({first, stricter})).results.domains.empty());
    Filter filter;
    filter.domains = {u"example.com"_s};
    const auto tiles =
        fixture::viewOf(fixture::datasetOf({first, other, stricter}), filter).results.domains;
    QCOMPARE(tiles.size(), size_t(2));
    QCOMPARE(tiles[0].domain, u"example.org"_s);
    QCOMPARE(tiles[0].totals.counts, (Counts{9, 1, 0, 0, 0}));
    QCOMPARE(tiles[0].policy, u"none"_s);
    QCOMPARE(tiles[1].domain, u"example.com"_s);
    QCOMPARE(tiles[1].totals.counts.messages, qint64(3));
    QCOMPARE(tiles[1].totals.reports, 2);
    QCOMPARE(tiles[1].policy, u"reject"_s);
    QCOMPARE(tiles[1].timeline.size(), size_t(5));
    std::vector<AggregateReport> many;
    for (int i = 0; i < 25; ++i) {
        many.push_back(first);
        many.back().policy.domain = u"d%1.example"_s.arg(i);
    }
    QVERIFY(fixture::viewOf(fixture::datasetOf(many)).results.domains.empty());
    many.pop_back();
    QCOMPARE(fixture::viewOf(fixture::datasetOf(many)).results.domains.size(), size_t(24));
}

void TestResults::reportsShown()
{
    const AggregateReport first =
        reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 2)});
    AggregateReport newer = first;
    newer.records[0].count = 3;
    const DatasetPtr data = fixture::datasetOf({first, reportOf(u"empty.example"_s, 2, {}),
        reportOf(u"yahoo.example"_s, 1, {fixture::cellRecord(8, u"192.0.2.1"_s, 1)}), newer,
        newer});
    const auto shown = [&data](const Filter &filter) {
        return fixture::viewOf(data, filter).results.reports;
    };
    // The newest first; the older version of a conflict and the duplicate are there without
    // counting.
    QCOMPARE(shown({}), std::vector<quint32>({1, 2, 3, 0, 4}));
    Filter filter;
    filter.period = DateSpan{start, start + day};
    QCOMPARE(shown(filter), std::vector<quint32>({3, 0, 4}));
    QCOMPARE(fixture::viewOf(data, filter).results.totals.counts.messages, qint64(3));
    filter = {};
    filter.reporters = {u"empty.example"_s};
    QCOMPARE(shown(filter), std::vector<quint32>({1}));
    filter = {};
    filter.senders = {u"192.0.2.1"_s};
    QCOMPARE(shown(filter), std::vector<quint32>({2, 3}));
}

void TestResults::basis()
{
    Record forgiven = fixture::cellRecord(8, u"192.0.2.1"_s, 3);
    forgiven.dkimEvaluated = Evaluated::Pass;
    const DatasetPtr data = fixture::datasetOf({reportOf(u"google.com"_s, 0, {forgiven})});
    Filter filter;
    QCOMPARE(fixture::viewOf(data, filter).results.totals.counts.passed, qint64(3));
    filter.basis = Basis::Computed;
    const Results computed = fixture::viewOf(data, filter).results;
    QCOMPARE(computed.totals.counts.passed, qint64(0));
    QCOMPARE(computed.matrix.messages[8], qint64(3));
    QCOMPARE(computed.timeline.at(0).failed, qint64(3));
    QCOMPARE(computed.topSenders.at(0).counts.passed, qint64(0));
}

void TestResults::stops()
{
    const DatasetPtr data = fixture::datasetOf(
        {reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 3)})});
    Stop stop;
    stop.request();
    QCOMPARE(
        compute(*data, makeSenderIndex(*data, {}), {}, stop).totals.counts.messages, qint64(0));
}

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
