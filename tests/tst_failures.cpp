// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/failures.h"

#include "dataset/datasetbuilder.h"
#include "support/failurefixture.h"
#include "support/reportfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

void add(DatasetBuilder &builder, const FailureMail &mail, const QString &path)
{
    const Stop never;
    read(mail.bytes(), path, {}, never, [&builder](ReadItem &&item) { builder.add(std::move(item), 0); });
}

/// Four mails: two alike, one from another address and day, one for a domain below.
DatasetPtr made()
{
    DatasetBuilder builder;
    FailureMail mail;
    add(builder, mail, u"1.eml"_s);
    add(builder, mail, u"2.eml"_s);
    mail.feedback.replace("192.0.2.7", "198.51.100.9").replace("13 May 2017", "14 May 2017");
    mail.sample.replace("Parcel", "Invoice");
    add(builder, mail, u"3.eml"_s);
    mail.from = "postmaster@other.example";
    mail.feedback.replace("Delivery-Result: delivered", "Delivery-Result: reject");
    mail.sample.replace("k67@example.jp", "k67@shop.example.jp");
    add(builder, mail, u"4.eml"_s);
    return builder.finish();
}

} // namespace

class TestFailures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void duplicates();
    void filters_data();
    void filters();
    void samplesOfARecord_data();
    void samplesOfARecord();
};

void TestFailures::duplicates()
{
    const DatasetPtr dataset = made();
    QCOMPARE(dataset->failures.size(), size_t(4));
    QCOMPARE(dataset->items[1].status, ItemStatus::Duplicate);
    QCOMPARE(dataset->items[1].notes.last().detail, u"1.eml"_s);
    QVERIFY(!dataset->failures[1].counted);
    // Adding to a dataset keeps what was marked.
    DatasetBuilder builder(*dataset);
    add(builder, FailureMail(), u"5.eml"_s);
    const DatasetPtr more = builder.finish();
    QCOMPARE(more->items[1].notes.size(), dataset->items[1].notes.size());
    QVERIFY(!more->failures[4].counted);
}

void TestFailures::filters_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QList<int>>("expected"); // newest first
    const auto row = [](const char *name, const QList<int> &expected, auto change) {
        Filter filter;
        change(filter);
        QTest::newRow(name) << filter << expected;
    };
    row("all", {2, 3, 0}, [](Filter &) {});
    row("domain covers those below", {2, 3, 0}, [](Filter &f) { f.domains = {u"example.jp"_s}; });
    row("domain below", {3}, [](Filter &f) { f.domains = {u"shop.example.jp"_s}; });
    row("reporter", {3}, [](Filter &f) { f.reporters = {u"other.example"_s}; });
    row("address", {0}, [](Filter &f) { f.senders = {u"192.0.2.7"_s}; });
    row("network", {0}, [](Filter &f) { f.senders = {u"192.0.2.0/24"_s}; });
    row("not this network", {2, 3}, [](Filter &f) { f.excludedSenders = {u"192.0.2.0/24"_s}; });
    row("period", {0}, [](Filter &f) { f.period = DateSpan{1494720000, 1494806400}; });
    row("text in the subject", {2, 3}, [](Filter &f) { f.text = u"invoice"_s; });
    row("text in a URL", {2, 3, 0}, [](Filter &f) { f.text = u"track.parcel"_s; });
    row("text of the address", {2, 3}, [](Filter &f) { f.text = u"198.51"_s; });
    row("own senders", {}, [](Filter &f) { f.scope = Scope::Own; });
    row("unauthorised", {2, 3, 0}, [](Filter &f) { f.scope = Scope::Unauthorised; });
    row("rejected", {3}, [](Filter &f) { f.dispositions = {u"reject"_s}; });
    row("passed", {}, [](Filter &f) { f.passed = true; });
    row("cell fail/unaligned", {2, 3, 0}, [](Filter &f) { f.cells = {Cell{Outcome::Failed, Outcome::Unaligned}.index()}; });
    row("one aggregate report", {}, [](Filter &f) { f.reportKeys = {u"x"_s}; });
    row("From domain", {3}, [](Filter &f) { f.headerFroms = {u"shop.example.jp"_s}; });
}

void TestFailures::filters()
{
    QFETCH(Filter, filter);
    const DatasetPtr dataset = made();
    const SenderIndex senders = makeSenderIndex(*dataset, {});
    const Stop never;
    QList<int> shown;
    for (FailureIndex index : selectFailures(*dataset, senders, filter, never))
        shown.append(int(index));
    QTEST(shown, "expected");
}

void TestFailures::samplesOfARecord_data()
{
    QTest::addColumn<qint64>("begin"); // of a report of one day; the mail came on 2017-05-14 03:16:56
    QTest::addColumn<QString>("ip");
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("expected");
    const qint64 day = 1'494'720'000; // 2017-05-14 00:00
    const QString ip = u"192.0.2.7"_s;
    const QString from = u"example.jp"_s;
    QTest::newRow("that day") << day << ip << from << true;
    QTest::newRow("a day before") << day - secondsPerDay << ip << from << true;
    QTest::newRow("two days before") << day - 2 * secondsPerDay << ip << from << false;
    QTest::newRow("a day after") << day + secondsPerDay << ip << from << true;
    QTest::newRow("two days after") << day + 2 * secondsPerDay << ip << from << false;
    QTest::newRow("no date") << qint64(0) << ip << from << true;
    QTest::newRow("another address") << day << u"192.0.2.8"_s << from << false;
    QTest::newRow("another domain") << day << ip << u"example.com"_s << false;
    QTest::newRow("a domain below") << day << ip << u"shop.example.jp"_s << false;
}

/// The link from a record leads to what the link back leads from.
void TestFailures::samplesOfARecord()
{
    QFETCH(qint64, begin);
    QFETCH(QString, ip);
    QFETCH(QString, from);
    QFETCH(bool, expected);
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"google.example"_s, u"1"_s);
    report.period = begin == 0 ? DateSpan() : DateSpan{begin, begin + secondsPerDay - 1};
    Record record = fixture::passingRecord(0, ip, 3);
    record.headerFrom = from;
    report.records = {record, fixture::passingRecord(1, u"203.0.113.1"_s, 1)};
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    add(builder, FailureMail(), u"/1.eml"_s);
    const DatasetPtr dataset = builder.finish();
    const SenderIndex senders = makeSenderIndex(*dataset, {});
    const size_t count = expected ? 1 : 0;
    QCOMPARE(failuresOf(*dataset, 0).size(), count);
    QCOMPARE(failuresOf(*dataset, 1).size(), size_t(0));
    QCOMPARE(selectFailures(*dataset, senders, failuresFilter(*dataset, 0, Basis::Reported), Stop()).size(), count);
    const std::vector<Row> rows = recordsOf(*dataset, dataset->failures[0]);
    QCOMPARE(rows, expected ? std::vector<Row>{0} : std::vector<Row>{});
    if (expected)
        QCOMPARE(select(*dataset, senders, recordsFilter(*dataset, rows, Basis::Reported), Stop()), rows);
}

QTEST_APPLESS_MAIN(TestFailures)
#include "tst_failures.moc"
