// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/reporttable.h"

#include "support/reportfixture.h"
#include "tables/raworder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

DatasetPtr sample()
{
    DatasetBuilder builder;
    AggregateReport first = fixture::report(u"google.com"_s, u"id-1"_s);
    first.records = {fixture::talkRecord(0), fixture::passingRecord(1, u"192.0.2.1"_s, 1500)};
    ReadItem item = fixture::item(first, u"/mail/box.zip"_s);
    item.origin.members = {u"a.xml"_s};
    item.notes.add(NoteCode::ElementMissing, u"version"_s);
    item.status = ItemStatus::ReadWithNotes;
    builder.add(std::move(item), 0);
    AggregateReport second = fixture::report(u"Evil\u202Egro"_s, u"id-2"_s);
    second.email = u"dmarc@yahoo.example"_s;
    second.policy.p = Policy::Reject;
    second.policy.pText = u"reject"_s;
    builder.add(fixture::item(second, u"/mail/b.xml"_s), 0);
    return builder.finish();
}

QStringList line(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int i = 0; i < model.columnCount(); ++i)
        cells.append(model.index(row, i).data().toString());
    return cells;
}

int columnOf(const QAbstractItemModel &model, const QString &key)
{
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.headerData(i, Qt::Horizontal, ColumnKeyRole) == key)
            return i;
    }
    return -1;
}

} // namespace

class TestReportTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void sortsByValue_data();
    void sortsByValue();
    void narrows_data();
    void narrows();
    void findsReports();
    void staysSoundWhileDataChanges();
    void findsNamesakes();
    void every();
};

void TestReportTable::cells()
{
    ReportTable table;
    table.setReports(sample(), {0, 1}, format);
    QCOMPARE(line(table, 0),
        QStringList({u"google.com"_s, u"example.com"_s, u"2017-09-24"_s, u"2017-09-24 00:00 UTC"_s,
            u"2017-09-24 23:59 UTC"_s, u"id-1"_s, u"none"_s, u"2"_s, u"1,502"_s, u"99.87\u00a0%"_s,
            u"Read with notes"_s, u"1"_s, u"box.zip → a.xml"_s}));
    QCOMPARE(line(table, 1),
        QStringList({u"Evil‹U+202E›gro"_s, u"example.com"_s, u"2017-09-24"_s,
            u"2017-09-24 00:00 UTC"_s, u"2017-09-24 23:59 UTC"_s, u"id-2"_s, u"reject"_s, u"0"_s,
            u"0"_s, u"–"_s, u"Read"_s, u"0"_s, u"b.xml"_s}));
    const QModelIndex pass = table.index(0, columnOf(table, u"pass"_s));
    QCOMPARE(pass.data(ShareRole).toDouble(), 1500.0 / 1502.0);
    QCOMPARE(
        Qt::Alignment(pass.data(Qt::TextAlignmentRole).toInt()), Qt::AlignRight | Qt::AlignVCenter);
    QVERIFY(!table.index(1, columnOf(table, u"pass"_s)).data(ShareRole).isValid());
    QVERIFY(table.index(0, columnOf(table, u"domain"_s)).data(FixedRole).toBool());
}

void TestReportTable::sortsByValue_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("first");
    QTest::newRow("policy by strictness") << u"p"_s << 0;
    QTest::newRow("messages") << u"messages"_s << 1;
    QTest::newRow("pass, nothing first") << u"pass"_s << 1;
    QTest::newRow("reporter") << u"reporter"_s << 1;
    QTest::newRow("equal ones keep their order") << u"begin"_s << 0;
}

void TestReportTable::sortsByValue()
{
    QFETCH(QString, key);
    ReportTable table;
    RawOrder order;
    order.setSourceModel(&table);
    QAbstractItemModelTester tester(&order);
    table.setReports(sample(), {0, 1}, format);
    order.sort(columnOf(table, key));
    QTEST(int(table.reportAt(order.mapToSource(order.index(0, 0)))), "first");
}

void TestReportTable::narrows_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Filter>("wanted");
    Filter reporter;
    reporter.reporters = {u"google.com"_s};
    QTest::newRow("reporter") << u"reporter"_s << reporter;
    Filter domain;
    domain.domains = {u"example.com"_s};
    QTest::newRow("domain") << u"domain"_s << domain;
    Filter report;
    report.reportKeys = {reportKey(*sample(), 0)};
    QTest::newRow("id") << u"report_id"_s << report;
    QTest::newRow("messages") << u"messages"_s << report;
}

void TestReportTable::narrows()
{
    QFETCH(QString, key);
    ReportTable table;
    table.setReports(sample(), {0, 1}, format);
    const QModelIndex cell = table.index(0, columnOf(table, key));
    Filter filter;
    QVERIFY(!table.narrow(cell, filter, true));
    QCOMPARE(filter, Filter());
    QVERIFY(table.narrow(cell, filter, false));
    QTEST(filter, "wanted");
}

void TestReportTable::findsReports()
{
    ReportTable table;
    table.setReports(sample(), {1, 0}, format);
    QCOMPARE(table.indexOf(0).row(), 1);
    QCOMPARE(table.reportAt(table.index(0, 0)), 1U);
    QVERIFY(!table.indexOf(7).isValid());
}

void TestReportTable::staysSoundWhileDataChanges()
{
    ReportTable table;
    QAbstractItemModelTester tester(&table);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    table.setReports(sample(), {0, 1}, format);
    QCOMPARE(table.rowCount(), 2);
    table.setReports(sample(), {1}, format);
    QCOMPARE(table.rowCount(), 1);
    table.retranslate();
    table.setReports(std::make_shared<Dataset>(), {}, format);
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(reset.size(), 3);
}

void TestReportTable::findsNamesakes()
{
    DatasetBuilder builder;
    AggregateReport report = fixture::report(u"google.com"_s, u"same"_s);
    builder.add(fixture::item(report, u"a"_s), 1);
    builder.add(fixture::item(fixture::report(u"google.com"_s, u"other"_s), u"b"_s), 2);
    report.records = {fixture::talkRecord(0)};
    builder.add(fixture::item(report, u"c"_s), 3);
    const DatasetPtr dataset = builder.finish();
    QCOMPARE(namesakes(*dataset, 0), std::vector<quint32>({2}));
    QCOMPARE(namesakes(*dataset, 1), std::vector<quint32>());
    QCOMPARE(namesakes(*dataset, 2), std::vector<quint32>({0}));
}

/// Every column has a stable key of its own, a title and an explanation.
void TestReportTable::every()
{
    const ReportTable table;
    QSet<QString> keys;
    for (int i = 0; i < table.columnCount(); ++i) {
        keys.insert(table.headerData(i, Qt::Horizontal, ColumnKeyRole).toString());
        QVERIFY(!table.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!table.headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
    QCOMPARE(keys.size(), table.columnCount());
    QCOMPARE(table.columnCount(), 13);
}

QTEST_GUILESS_MAIN(TestReportTable)
#include "tst_reporttable.moc"
