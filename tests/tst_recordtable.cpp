// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/recordtable.h"

#include "support/reportfixture.h"
#include "tables/raworder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

/// What the table shows is one report of google.com with the talk's record, a passing one of 1,500
/// messages, and one with hostile words.
struct Sample {
    Sample()
    {
        AggregateReport report = fixture::report(u"google.com"_s, u"id-1"_s);
        Record odd = fixture::passingRecord(2, u"2001:db8::1"_s, 30);
        odd.disposition = Disposition::Other;
        odd.dispositionText = u"dis\u202Ecarded"_s;
        odd.headerFrom = u"sub.example.com"_s;
        odd.dkim = {{u"a.example"_s, u"s1"_s, AuthResult::Fail, u"fail"_s, {}},
            {u"b.example"_s, u"s2"_s, AuthResult::Unknown, u"shrug"_s, {}}};
        report.records = {fixture::talkRecord(0), fixture::passingRecord(1, u"192.0.2.7"_s, 1500), odd};
        DatasetBuilder builder;
        builder.add(fixture::item(report, u"/a.xml"_s), 0);
        dataset = builder.finish();
        hosts.insert(*IpAddress::parse(u"192.0.2.123"_s), u"mail.example.net"_s);
        senders = std::make_shared<SenderIndex>(makeSenderIndex(*dataset, hosts));
    }

    DatasetPtr dataset;
    HostNames hosts;
    std::shared_ptr<const SenderIndex> senders;
};

struct Shown : Sample {
    explicit Shown(const std::vector<Row> &rows = {0, 1, 2}, Basis basis = Basis::Reported)
    {
        table.setRecords(dataset, senders, rows, basis, format);
    }
    [[nodiscard]] int column(const QString &key) const
    {
        for (int i = 0; i < table.columnCount(); ++i) {
            if (table.headerData(i, Qt::Horizontal, ColumnKeyRole) == key)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QModelIndex cell(int row, const QString &key) const { return table.index(row, column(key)); }

    RecordTable table;
};

} // namespace

class TestRecordTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void rawCells();
    void sortsByValue_data();
    void sortsByValue();
    void narrows_data();
    void narrows();
    void leavesOut();
    void cannotNarrow_data();
    void cannotNarrow();
    void computedBasis();
    void findsRecords();
    void staysSoundWhileDataChanges();
    void every();
};

void TestRecordTable::cells()
{
    const Shown shown;
    const auto line = [&shown](int row) {
        QStringList texts;
        for (int i = 0; i < shown.table.columnCount(); ++i)
            texts.append(shown.table.index(row, i).data().toString());
        return texts;
    };
    const QString period = shown.cell(0, u"period"_s).data().toString();
    QVERIFY2(period.startsWith(u"2017-09-24"_s), qPrintable(period));
    QCOMPARE(line(0),
        QStringList({u"google.com"_s, period, u"192.0.2.123"_s, u"mail.example.net"_s, u"2"_s,
            u"none"_s, u"fail"_s, u"not aligned"_s, u"example.com"_s, QString(), u"twofive25.example.com"_s,
            u"20170901"_s, u"pass"_s, u"example.net"_s, u"pass"_s, u"local_policy (xoar=pass)"_s}));
    QCOMPARE(line(1),
        QStringList({u"google.com"_s, period, u"192.0.2.7"_s, QString(), u"1,500"_s, u"none"_s,
            u"aligned"_s, u"aligned"_s, u"example.com"_s, QString(), u"example.com"_s, u"s1"_s,
            u"pass"_s, u"example.com"_s, u"pass"_s, QString()}));
    QCOMPARE(line(2),
        QStringList({u"google.com"_s, period, u"2001:db8::1"_s, QString(), u"30"_s,
            u"dis‹U+202E›carded"_s, u"aligned"_s, u"aligned"_s, u"sub.example.com"_s, QString(),
            u"a.example, b.example"_s, u"s1, s2"_s, u"fail, shrug"_s, u"example.com"_s, u"pass"_s,
            QString()}));
}

void TestRecordTable::rawCells()
{
    const Shown shown;
    QCOMPARE(shown.cell(1, u"count"_s).data(SortRole).toLongLong(), 1500);
    QCOMPARE(shown.cell(0, u"period"_s).data(SortRole).toLongLong(), 1506211200);
    QCOMPARE(shown.cell(2, u"reporter"_s).data(KeyRole).toInt(), 2);
    QCOMPARE(shown.cell(1, u"dkim"_s).data(MeaningRole).toInt(), int(Outcome::Aligned));
    QCOMPARE(shown.cell(0, u"spf"_s).data(MeaningRole).toInt(), int(Outcome::Unaligned));
    QVERIFY(shown.cell(0, u"source_ip"_s).data(FixedRole).toBool());
    QVERIFY(!shown.cell(0, u"reasons"_s).data(FixedRole).isValid());
}

void TestRecordTable::sortsByValue_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<int>>("wanted");
    QTest::newRow("messages as numbers") << u"count"_s << QList<int>{0, 2, 1};
    QTest::newRow("addresses as addresses") << u"source_ip"_s << QList<int>{1, 0, 2};
    QTest::newRow("outcome by how good it is") << u"dkim"_s << QList<int>{1, 2, 0};
    QTest::newRow("host, nothing first") << u"host"_s << QList<int>{1, 2, 0};
    QTest::newRow("equal ones keep their order") << u"reporter"_s << QList<int>{0, 1, 2};
}

void TestRecordTable::sortsByValue()
{
    QFETCH(QString, key);
    Shown shown;
    RawOrder order;
    order.setSourceModel(&shown.table);
    const QAbstractItemModelTester tester(&order);
    order.sort(shown.column(key));
    QList<int> rows;
    for (int i = 0; i < order.rowCount(); ++i)
        rows.append(int(shown.table.recordAt(order.mapToSource(order.index(i, 0)))));
    QTEST(rows, "wanted");
}

void TestRecordTable::narrows_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Filter>("wanted");
    Filter reporter;
    reporter.reporters = {u"google.com"_s};
    QTest::newRow("reporter") << u"reporter"_s << reporter;
    Filter source;
    source.senders = {u"192.0.2.123"_s};
    QTest::newRow("source") << u"source_ip"_s << source;
    Filter disposition;
    disposition.dispositions = {u"none"_s};
    QTest::newRow("disposition") << u"disposition"_s << disposition;
    Filter headerFrom;
    headerFrom.headerFroms = {u"example.com"_s};
    QTest::newRow("header from") << u"header_from"_s << headerFrom;
    Filter dkim;
    for (const Outcome spf : {Outcome::Aligned, Outcome::Unaligned, Outcome::Failed})
        dkim.cells.append(Cell{Outcome::Failed, spf}.index());
    std::sort(dkim.cells.begin(), dkim.cells.end());
    QTest::newRow("cells whose DKIM failed") << u"dkim"_s << dkim;
}

void TestRecordTable::narrows()
{
    QFETCH(QString, key);
    const Shown shown;
    Filter filter;
    QVERIFY(shown.table.narrow(shown.cell(0, key), filter, false));
    QTEST(filter, "wanted");
}

void TestRecordTable::leavesOut()
{
    const Shown shown;
    Filter filter;
    QVERIFY(shown.table.narrow(shown.cell(0, u"source_ip"_s), filter, true));
    QCOMPARE(filter.excludedSenders, QStringList{u"192.0.2.123"_s});
    // Six of the nine cells are left when those whose SPF passed for another domain are out.
    QVERIFY(shown.table.narrow(shown.cell(0, u"spf"_s), filter, true));
    QCOMPARE(filter.cells.size(), 6);
    // … and none when the rest goes too: that is no filter.
    filter.cells = {Cell{Outcome::Failed, Outcome::Unaligned}.index()};
    const Filter before = filter;
    QVERIFY(!shown.table.narrow(shown.cell(0, u"spf"_s), filter, true));
    QCOMPARE(filter, before);
}

void TestRecordTable::cannotNarrow_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("key");
    QTest::newRow("a count") << 0 << u"count"_s;
    QTest::newRow("a host") << 0 << u"host"_s;
    QTest::newRow("a disposition outside the standards") << 2 << u"disposition"_s;
}

void TestRecordTable::cannotNarrow()
{
    QFETCH(int, row);
    QFETCH(QString, key);
    const Shown shown;
    Filter filter;
    QVERIFY(!shown.table.narrow(shown.cell(row, key), filter, false));
    QVERIFY(!shown.table.narrow(QModelIndex(), filter, false));
    QCOMPARE(filter, Filter());
}

/// The talk's record: the signature of a subdomain is aligned when computed, SPF of a foreign
/// domain passes without being aligned.
void TestRecordTable::computedBasis()
{
    const Shown shown({0}, Basis::Computed);
    QCOMPARE(shown.cell(0, u"dkim"_s).data().toString(), u"aligned"_s);
    QCOMPARE(shown.cell(0, u"spf"_s).data().toString(), u"not aligned"_s);
}

void TestRecordTable::findsRecords()
{
    const Shown shown({2, 0});
    QCOMPARE(shown.table.indexOf(0).row(), 1);
    QCOMPARE(shown.table.recordAt(shown.table.index(0, 0)), Row(2));
    QVERIFY(!shown.table.indexOf(1).isValid());
}

/// The dataset shown before goes with the reset; what points into it must not be asked any more.
void TestRecordTable::staysSoundWhileDataChanges()
{
    RecordTable table;
    const QAbstractItemModelTester tester(&table);
    const QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    {
        const Sample sample;
        table.setRecords(sample.dataset, sample.senders, {0, 1, 2}, Basis::Reported, format);
    }
    QCOMPARE(table.index(0, 0).data().toString(), u"google.com"_s);
    {
        const Sample sample;
        table.setRecords(sample.dataset, sample.senders, {1}, Basis::Reported, format);
    }
    QCOMPARE(table.rowCount(), 1);
    table.retranslate();
    table.setRecords(std::make_shared<Dataset>(), std::make_shared<SenderIndex>(), {}, Basis::Reported, format);
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(reset.size(), 3);
}

/// Every column has a stable key of its own and a title.
void TestRecordTable::every()
{
    const RecordTable table;
    QSet<QString> keys;
    for (int i = 0; i < table.columnCount(); ++i) {
        keys.insert(table.headerData(i, Qt::Horizontal, ColumnKeyRole).toString());
        QVERIFY(!table.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    QCOMPARE(keys.size(), table.columnCount());
}

QTEST_GUILESS_MAIN(TestRecordTable)
#include "tst_recordtable.moc"
