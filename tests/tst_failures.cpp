// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/failures.h"

#include "dataset/datasetbuilder.h"
#include "support/failurefixture.h"

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

QTEST_APPLESS_MAIN(TestFailures)
#include "tst_failures.moc"
