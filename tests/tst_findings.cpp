// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/matrixfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = secondsPerDay;
constexpr int passing = 0;
constexpr int failing = 8;
constexpr int unsignedCell = 6; // SPF aligned, DKIM fail

AggregateReport reportOf(
    qint64 dayNumber, const std::vector<Record> &records, Policy policy = Policy::Reject)
{
    AggregateReport report = fixture::report(u"google.com"_s, QString::number(dayNumber));
    report.period = {report.period.begin + dayNumber * day, report.period.end + dayNumber * day};
    report.policy.p = policy;
    report.policy.pText = word(policy);
    report.records = records;
    return report;
}

/// One line per finding: kind, key, detail, number.
QStringList findings(const DatasetPtr &data, const Filter &filter = {})
{
    static const QStringList kinds{
        u"failing"_s, u"lost"_s, u"conflicts"_s, u"unreadable"_s, u"weak"_s, u"gap"_s};
    QStringList lines;
    for (const Finding &finding : fixture::viewOf(data, filter).results.findings) {
        lines.append(QStringList({kinds.at(int(finding.kind)), finding.key, finding.detail,
                                     QString::number(finding.number)})
                         .join(u'|'));
    }
    return lines;
}

} // namespace

class TestFindings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void senders_data();
    void senders();
    void weakPolicy_data();
    void weakPolicy();
    void policiesOfTheirOwnDomains();
    void theLatestPolicyCounts();
    void conflicts();
    void unreadable();
    void daysWithoutReports();
    void filtersOfRecordsChangeNothing();
    void filtersOfReportsDo();
};

void TestFindings::senders_data()
{
    using Records = QList<std::tuple<int, QString, qint64>>;
    QTest::addColumn<Records>("records");
    QTest::addColumn<QStringList>("wanted");
    QTest::newRow("all is well") << Records{{passing, u"192.0.2.1"_s, 1000}} << QStringList();
    QTest::newRow("a sender that fails")
        << Records{{passing, u"192.0.2.1"_s, 900}, {failing, u"198.51.100.1"_s, 100}}
        << QStringList{u"failing|198.51.100.0/24|198.51.100.*|100"_s};
    QTest::newRow("small domain") << Records{{passing, u"192.0.2.1"_s, 17},
                                         {failing, u"198.51.100.1"_s, 3}}
                                  << QStringList{u"failing|198.51.100.0/24|198.51.100.*|3"_s};
    QTest::newRow("a stray message")
        << Records{{passing, u"192.0.2.1"_s, 9999}, {failing, u"198.51.100.1"_s, 1}}
        << QStringList();
    QTest::newRow("fails, but mostly passes")
        << Records{{passing, u"192.0.2.1"_s, 900}, {failing, u"192.0.2.1"_s, 100}} << QStringList();
    QTest::newRow("half fails") << Records{{passing, u"192.0.2.1"_s, 100},
                                       {failing, u"192.0.2.1"_s, 100}}
                                << QStringList();
    QTest::newRow("most failures first, three at most")
        << Records{{failing, u"192.0.2.1"_s, 100}, {failing, u"192.0.3.1"_s, 300},
               {failing, u"192.0.4.1"_s, 200}, {failing, u"192.0.5.1"_s, 150},
               {failing, u"192.0.6.1"_s, 20}}
        << QStringList{u"failing|192.0.3.0/24|192.0.3.*|300"_s,
               u"failing|192.0.4.0/24|192.0.4.*|200"_s, u"failing|192.0.5.0/24|192.0.5.*|150"_s};
    QTest::newRow("signs most, not all")
        << Records{{passing, u"192.0.2.1"_s, 1000}, {unsignedCell, u"192.0.2.1"_s, 60}}
        << QStringList{u"lost|192.0.2.0/24|DKIM|60"_s};
    QTest::newRow("signs nearly all")
        << Records{{passing, u"192.0.2.1"_s, 10000}, {unsignedCell, u"192.0.2.1"_s, 60}}
        << QStringList();
    QTest::newRow("too few to tell")
        << Records{{passing, u"192.0.2.1"_s, 100}, {unsignedCell, u"192.0.2.1"_s, 49}}
        << QStringList();
    QTest::newRow("never signed") << Records{{unsignedCell, u"192.0.2.1"_s, 1000}} << QStringList();
}

void TestFindings::senders()
{
    using Records = QList<std::tuple<int, QString, qint64>>;
    QFETCH(Records, records);
    std::vector<Record> list;
    for (const auto &[cell, ip, count] : records)
        list.push_back(fixture::cellRecord(cell, ip, count));
    QTEST(findings(fixture::datasetOf({reportOf(0, list)})), "wanted");
}

void TestFindings::weakPolicy_data()
{
    QTest::addColumn<Policy>("policy");
    QTest::addColumn<qint64>("passed");
    QTest::addColumn<qint64>("failed");
    QTest::addColumn<bool>("weak");
    QTest::newRow("none, all pass") << Policy::None << qint64(1000) << qint64(0) << true;
    QTest::newRow("none, 98 % pass") << Policy::None << qint64(980) << qint64(20) << true;
    QTest::newRow("none, less pass") << Policy::None << qint64(979) << qint64(21) << false;
    QTest::newRow("none, too few to tell") << Policy::None << qint64(49) << qint64(0) << false;
    QTest::newRow("quarantine") << Policy::Quarantine << qint64(1000) << qint64(0) << false;
    QTest::newRow("reject") << Policy::Reject << qint64(1000) << qint64(0) << false;
}

void TestFindings::weakPolicy()
{
    QFETCH(Policy, policy);
    QFETCH(qint64, passed);
    QFETCH(qint64, failed);
    const DatasetPtr data = fixture::datasetOf({reportOf(0,
        {fixture::cellRecord(passing, u"192.0.2.1"_s, passed),
            fixture::cellRecord(failing, u"192.0.2.1"_s, failed)},
        policy)});
    const QString line = u"weak|example.com||%1"_s.arg(passed + failed);
    QTEST(findings(data).contains(line), "weak");
}

/// A small domain in order is not hidden by a large one that is not, nor the reverse.
void TestFindings::policiesOfTheirOwnDomains()
{
    AggregateReport good =
        reportOf(0, {fixture::cellRecord(passing, u"192.0.2.1"_s, 100)}, Policy::None);
    AggregateReport bad = reportOf(0,
        {fixture::cellRecord(failing, u"192.0.2.1"_s, 100),
            fixture::cellRecord(passing, u"192.0.2.1"_s, 100)},
        Policy::None);
    bad.policy.domain = u"example.org"_s;
    QCOMPARE(findings(fixture::datasetOf({good, bad})), QStringList({u"weak|example.com||100"_s}));
    good.records[0].count = 100'000;
    QCOMPARE(
        findings(fixture::datasetOf({good, bad})), QStringList({u"weak|example.com||100000"_s}));
}

void TestFindings::theLatestPolicyCounts()
{
    const std::vector<Record> records{fixture::cellRecord(passing, u"192.0.2.1"_s, 100)};
    QCOMPARE(findings(fixture::datasetOf(
                 {reportOf(0, records, Policy::None), reportOf(1, records, Policy::Reject)})),
        QStringList());
    QCOMPARE(findings(fixture::datasetOf(
                 {reportOf(0, records, Policy::Reject), reportOf(1, records, Policy::None)})),
        QStringList({u"weak|example.com||200"_s}));
    // Two reporters saw different policies on one day: one line all the same.
    AggregateReport other = reportOf(0, records, Policy::None);
    other.orgName = u"yahoo.example"_s;
    other.policy.spText = u"none"_s;
    QCOMPARE(findings(fixture::datasetOf({reportOf(0, records, Policy::None), other})).size(), 1);
}

void TestFindings::conflicts()
{
    const AggregateReport first = reportOf(0, {fixture::cellRecord(passing, u"192.0.2.1"_s, 1)});
    AggregateReport second = first;
    second.records[0].count = 2;
    AggregateReport third = first;
    third.records[0].count = 3;
    const DatasetPtr data = fixture::datasetOf({first, second, third, first});
    QCOMPARE(findings(data), QStringList({u"conflicts|||1"_s}));
    Filter other;
    other.domains = {u"example.org"_s};
    QCOMPARE(findings(data, other), QStringList());
}

void TestFindings::unreadable()
{
    DatasetBuilder builder;
    builder.add(fixture::item(
                    ItemKind::File, ItemStatus::Unreadable, u"a.zip"_s, NoteCode::ContainerDamaged),
        0);
    builder.add(
        fixture::item(ItemKind::File, ItemStatus::NotAReport, u"b.jpg"_s, NoteCode::UnknownContent),
        0);
    QCOMPARE(findings(builder.finish()), QStringList({u"unreadable|||1"_s}));
}

void TestFindings::daysWithoutReports()
{
    const std::vector<Record> records{fixture::cellRecord(passing, u"192.0.2.1"_s, 1)};
    QCOMPARE(
        findings(fixture::datasetOf({reportOf(0, records), reportOf(1, records)})), QStringList());
    QCOMPARE(findings(fixture::datasetOf({reportOf(0, records), reportOf(5, records)})),
        QStringList({u"gap|||4"_s}));
    // A report without records is a report.
    QCOMPARE(
        findings(fixture::datasetOf({reportOf(0, records), reportOf(1, {}), reportOf(2, records)})),
        QStringList());
    AggregateReport undated = reportOf(3, records);
    undated.period = {};
    QCOMPARE(findings(fixture::datasetOf({reportOf(0, records), undated})), QStringList());
}

/// Among the failures every sender fails, and a sender's days are not those of the reports.
void TestFindings::filtersOfRecordsChangeNothing()
{
    const DatasetPtr data =
        fixture::datasetOf({reportOf(0,
                                {fixture::cellRecord(passing, u"192.0.2.1"_s, 900),
                                    fixture::cellRecord(failing, u"192.0.2.1"_s, 9)},
                                Policy::None),
            reportOf(1, {fixture::cellRecord(passing, u"192.0.2.2"_s, 90)}, Policy::None),
            reportOf(2, {fixture::cellRecord(passing, u"192.0.2.1"_s, 1)}, Policy::None)});
    const QStringList wanted{u"weak|example.com||1000"_s};
    QCOMPARE(findings(data), wanted);
    Filter filter;
    filter.passed = false;
    QCOMPARE(findings(data, filter), wanted);
    filter = {};
    filter.senders = {u"192.0.2.1"_s};
    QCOMPARE(findings(data, filter), wanted);
    filter = {};
    filter.text = u"nowhere"_s;
    QCOMPARE(findings(data, filter), wanted);
}

void TestFindings::filtersOfReportsDo()
{
    const DatasetPtr data =
        fixture::datasetOf({reportOf(0, {fixture::cellRecord(failing, u"192.0.2.1"_s, 9)}),
            reportOf(1, {fixture::cellRecord(passing, u"192.0.2.1"_s, 9)})});
    Filter filter;
    filter.period = DateSpan{1506211200, 1506211200 + day};
    QCOMPARE(findings(data, filter), QStringList({u"failing|192.0.2.0/24|192.0.2.*|9"_s}));
    filter.period = DateSpan{1506211200 + day, 1506211200 + 2 * day};
    QCOMPARE(findings(data, filter), QStringList());
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
