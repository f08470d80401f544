// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/parttable.h"

#include "support/reportfixture.h"
#include "tables/raworder.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

DatasetPtr sample()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
    // The record before these could not be read, so numbers begin with 1.
    report.records = {fixture::passingRecord(1, u"192.0.2.10"_s, 1500), fixture::talkRecord(2),
        fixture::passingRecord(3, u"192.0.2.9"_s, 7)};
    DatasetBuilder builder;
    builder.add(fixture::item(report, u"/a.xml"_s), 0);
    return builder.finish();
}

QStringList lines(const QAbstractItemModel &model)
{
    QStringList result;
    for (int i = 0; i < model.rowCount(); ++i) {
        QStringList cells;
        for (int k = 0; k < model.columnCount(); ++k)
            cells.append(model.index(i, k).data().toString());
        result.append(cells.join(u'|'));
    }
    return result;
}

} // namespace

class TestPartTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsParts();
    void findsRecords();
    void sorts();
    void narrows();
    void staysSoundWhileDataChanges();
};

void TestPartTable::listsParts()
{
    PartTable table;
    table.setReport(sample(), 0, format);
    QCOMPARE(lines(table),
        QStringList({u"Report|google.com|1,509||"_s, u"Policy|example.com|none||"_s,
            u"Record 2|192.0.2.10|1,500|aligned|aligned"_s,
            u"Record 3|192.0.2.123|2|fail|not aligned"_s,
            u"Record 4|192.0.2.9|7|aligned|aligned"_s}));
    QCOMPARE(table.index(3, 1).data(MeaningRole).toInt(), int(Outcome::Failed));
    QCOMPARE(table.index(3, 4).data(MeaningRole).toInt(), int(Outcome::Unaligned));
    QVERIFY(!table.index(0, 3).data(MeaningRole).isValid());
}

void TestPartTable::findsRecords()
{
    PartTable table;
    table.setReport(sample(), 0, format);
    QCOMPARE(table.indexOf(PartTable::reportPart).row(), 0);
    QCOMPARE(table.indexOf(PartTable::policyPart).row(), 1);
    QCOMPARE(table.indexOf(1).row(), 2);
    QCOMPARE(table.indexOf(3).row(), 4);
    QVERIFY(!table.indexOf(0).isValid());
}

void TestPartTable::sorts()
{
    PartTable table;
    RawOrder order;
    order.setSourceModel(&table);
    QAbstractItemModelTester tester(&order);
    table.setReport(sample(), 0, format);
    const auto part = [&order](int row) { return order.index(row, 0).data().toString(); };
    order.sort(1); // addresses by their bytes
    QCOMPARE(QStringList({part(2), part(3), part(4)}),
        QStringList({u"Record 4"_s, u"Record 2"_s, u"Record 3"_s}));
    order.sort(2);
    QCOMPARE(QStringList({part(2), part(3), part(4)}),
        QStringList({u"Record 3"_s, u"Record 4"_s, u"Record 2"_s}));
    order.sort(0);
    QCOMPARE(part(0), u"Report"_s);
    QCOMPARE(part(1), u"Policy"_s);
}

void TestPartTable::narrows()
{
    PartTable table;
    table.setReport(sample(), 0, format);
    Filter filter;
    QVERIFY(!table.narrow(table.index(0, 1), filter, false));
    QVERIFY(!table.narrow(table.index(2, 0), filter, false));
    QVERIFY(table.narrow(table.index(3, 1), filter, false));
    QCOMPARE(filter.senders, QStringList{u"192.0.2.123"_s});
    QVERIFY(table.narrow(table.index(3, 1), filter, true));
    QCOMPARE(filter.excludedSenders, QStringList{u"192.0.2.123"_s});
    QVERIFY(table.narrow(table.index(3, 4), filter, false));
    QCOMPARE(filter.cells, QList<int>({1, 4, 7}));
    // That would leave nothing.
    QVERIFY(!table.narrow(table.index(3, 4), filter, true));
    QCOMPARE(filter.cells, QList<int>({1, 4, 7}));
    Filter others;
    others.excludedSenders = {u"192.0.2.9"_s};
    QVERIFY(table.narrow(table.index(3, 4), others, true));
    QCOMPARE(others.cells, QList<int>({0, 2, 3, 5, 6, 8}));
    QVERIFY(table.narrow(table.index(3, 1), others, true));
    QCOMPARE(others.excludedSenders, QStringList({u"192.0.2.9"_s, u"192.0.2.123"_s}));
}

void TestPartTable::staysSoundWhileDataChanges()
{
    PartTable table;
    QAbstractItemModelTester tester(&table);
    table.clear();
    table.setReport(sample(), 0, format);
    QCOMPARE(table.rowCount(), 5);
    table.setReport(sample(), 0, format);
    table.retranslate();
    table.clear();
    QCOMPARE(table.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestPartTable)
#include "tst_parttable.moc"
