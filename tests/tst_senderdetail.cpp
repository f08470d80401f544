// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senderdetail.h"

#include "support/matrixfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// One sender of two addresses in two reports, and another one.
DatasetPtr sample()
{
    AggregateReport first = fixture::report(u"google.com"_s, u"1"_s);
    first.records = {fixture::cellRecord(0, u"192.0.2.1"_s, 5),
        fixture::cellRecord(8, u"192.0.2.2"_s, 3), fixture::cellRecord(0, u"198.51.100.1"_s, 100)};
    first.records[1].headerFrom = u"news.example.com"_s;
    // A message with the same result given twice, and an unknown word.
    first.records[0].dkim.push_back(first.records[0].dkim[0]);
    first.records[0].dkim.push_back(
        {u"example.com"_s, u"s2"_s, AuthResult::Unknown, u"Perhaps"_s, {}});
    AggregateReport second = fixture::report(u"yahoo.example"_s, u"2"_s);
    second.period = {second.period.begin + secondsPerDay, second.period.end + secondsPerDay};
    second.records = {fixture::cellRecord(0, u"192.0.2.1"_s, 2)};
    return fixture::datasetOf({first, second});
}

SenderDetail detailOf(const QString &key, const Filter &filter = {}, size_t mostRows = 100)
{
    const fixture::View view = fixture::viewOf(
        sample(), filter, {{*IpAddress::parse(u"198.51.100.1"_s), u"a.example.net"_s}});
    return senderDetailOf(
        *view.dataset, view.senders, view.results.rows, filter, key, mostRows, Stop());
}

QStringList lines(const std::vector<Share> &shares)
{
    QStringList lines;
    for (const Share &share : shares)
        lines.append(u"%1=%2"_s.arg(share.key).arg(share.counts.messages));
    return lines;
}

QStringList lines(const std::vector<SeenResult> &results)
{
    QStringList lines;
    for (const SeenResult &result : results) {
        lines.append(
            u"%1 %2 %3 %4=%5"_s
                .arg(result.mechanism == SeenResult::Mechanism::Dkim ? u"dkim"_s : u"spf"_s,
                    result.domain, result.label, result.result)
                .arg(result.messages) +
            (result.passed ? u" passed" : u""));
    }
    return lines;
}

} // namespace

class TestSenderDetail final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void group();
    void address();
    void hosts();
    void followsTheFilter();
    void rowsHaveALimit();
    void unknownSender();
    void stops();
};

void TestSenderDetail::group()
{
    const SenderDetail detail = detailOf(u"192.0.2.0/24"_s);
    QCOMPARE(detail.key, u"192.0.2.0/24"_s);
    QCOMPARE(detail.records, qint64(3));
    QCOMPARE(detail.messages, qint64(10));
    QVERIFY(detail.hosts.empty());
    QCOMPARE(lines(detail.headerFroms), QStringList({u"example.com=7"_s, u"news.example.com=3"_s}));
    QCOMPARE(lines(detail.reporters), QStringList({u"google.com=8"_s, u"yahoo.example=2"_s}));
    QCOMPARE(lines(detail.results),
        QStringList({u"dkim example.com s1 pass=7 passed"_s,
            u"spf example.com mfrom pass=7 passed"_s, u"dkim example.com s2 Perhaps=5"_s,
            u"dkim example.com s1 fail=3"_s, u"spf relay.example.net mfrom softfail=3"_s}));
    QCOMPARE(detail.days, std::vector<DayCount>({{17433, 5, 3}, {17434, 2, 0}}));
    QCOMPARE(detail.rows, std::vector<Row>({0, 1, 3}));
}

void TestSenderDetail::address()
{
    const SenderDetail detail = detailOf(u"192.0.2.2"_s);
    QCOMPARE(detail.messages, qint64(3));
    QCOMPARE(detail.rows, std::vector<Row>({1}));
}

void TestSenderDetail::hosts()
{
    const SenderDetail detail = detailOf(u"example.net"_s);
    QCOMPARE(detail.messages, qint64(100));
    QCOMPARE(lines(detail.hosts), QStringList({u"a.example.net=100"_s}));
}

void TestSenderDetail::followsTheFilter()
{
    Filter filter;
    filter.passed = false;
    QCOMPARE(detailOf(u"192.0.2.0/24"_s, filter).messages, qint64(3));
}

void TestSenderDetail::rowsHaveALimit()
{
    const SenderDetail detail = detailOf(u"192.0.2.0/24"_s, {}, 2);
    QCOMPARE(detail.rows, std::vector<Row>({0, 1})); // those with most messages
    QCOMPARE(detail.records, qint64(3));
    QCOMPARE(detail.messages, qint64(10));
}

void TestSenderDetail::unknownSender()
{
    SenderDetail nothing;
    nothing.key = u"203.0.113.1"_s;
    QCOMPARE(detailOf(u"203.0.113.1"_s), nothing);
}

void TestSenderDetail::stops()
{
    const fixture::View view = fixture::viewOf(sample());
    Stop stop;
    stop.request();
    const SenderDetail detail = senderDetailOf(
        *view.dataset, view.senders, view.results.rows, {}, u"192.0.2.0/24"_s, 9, stop);
    QVERIFY(detail.rows.empty());
    QCOMPARE(detail.messages, qint64(0));
}

QTEST_GUILESS_MAIN(TestSenderDetail)
#include "tst_senderdetail.moc"
