// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/itemtable.h"

#include "support/reportfixture.h"
#include "tables/raworder.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

/// Two read, one with notes, a duplicate, something else, and two that could not be read.
DatasetPtr sample()
{
    DatasetBuilder builder;
    AggregateReport good = fixture::report(u"google.com"_s, u"1"_s);
    good.records = {fixture::talkRecord(0)};
    builder.add(fixture::item(good, u"/in/good.xml"_s), 1700000000);
    builder.add(fixture::item(ItemKind::File, ItemStatus::Unreadable, u"/in/broken.zip"_s,
                    NoteCode::ContainerDamaged, u"zip"_s),
        0);
    ReadItem odd = fixture::item(fixture::report(u"yahoo.com"_s, u"2"_s), u"/in/odd.gz"_s);
    odd.origin.members = {u"odd.xml"_s};
    odd.status = ItemStatus::ReadWithNotes;
    odd.notes.add(NoteCode::ElementUnknown, u"foo"_s, {10, 1, 11});
    odd.notes.add(NoteCode::CountNegative, {}, {90, 7, 5});
    builder.add(std::move(odd), 0);
    builder.add(fixture::item(good, u"/in/again.xml"_s), 0);
    builder.add(fixture::item(ItemKind::Mail, ItemStatus::NotAReport, u"/in/bounce.eml"_s,
                    NoteCode::MailBounce),
        0);
    builder.add(fixture::item(ItemKind::File, ItemStatus::Unreadable, u"/in/\u202Egpj.exe"_s,
                    NoteCode::XmlTruncated, {}, {4711, 12, 5}),
        0);
    builder.add(fixture::item(fixture::report(u"gmx.net"_s, u"3"_s), u"/in/good2.xml"_s), 0);
    return builder.finish();
}

/// Groups and, indented, the first column of their items.
QStringList outline(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex group = model.index(i, 0);
        lines.append(group.data().toString());
        for (int k = 0; k < model.rowCount(group); ++k)
            lines.append(u"  "_s + model.index(k, 0, group).data().toString());
    }
    return lines;
}

QString cell(const ItemTable &table, quint32 item, const QString &key)
{
    const QModelIndex first = table.indexOf(item);
    for (int i = 0; i < table.columnCount(); ++i) {
        if (table.headerData(i, Qt::Horizontal, ColumnKeyRole) == key)
            return first.siblingAtColumn(i).data().toString();
    }
    return u"no such column"_s;
}

} // namespace

class TestItemTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsByStatus();
    void cells();
    void filters_data();
    void filters();
    void findsItems();
    void narrowsToReports();
    void sortingKeepsTheGroups();
    void staysSoundWhileDataChanges();
    void severityOfItems();
    void csv();
};

void TestItemTable::groupsByStatus()
{
    ItemTable table;
    table.setItems(sample(), {}, format);
    QCOMPARE(outline(table),
        QStringList({u"Unreadable (2)"_s, u"  broken.zip"_s, u"  ‹U+202E›gpj.exe"_s,
            u"Read with notes (1)"_s, u"  odd.gz"_s, u"Not a report (1)"_s, u"  bounce.eml"_s,
            u"Duplicate (1)"_s, u"  again.xml"_s, u"Read (2)"_s, u"  good.xml"_s,
            u"  good2.xml"_s}));
    QVERIFY(!table.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
}

void TestItemTable::cells()
{
    ItemTable table;
    table.setItems(sample(), {}, format);
    QCOMPARE(cell(table, 2, u"member"_s), u"odd.xml"_s);
    QCOMPARE(cell(table, 2, u"kind"_s), u"Aggregate report"_s);
    QVERIFY(cell(table, 2, u"reason"_s).contains(u"below zero"_s));
    QCOMPARE(cell(table, 2, u"notes"_s), u"2"_s);
    QCOMPARE(cell(table, 2, u"place"_s), u"Line 7, column 5"_s);
    QCOMPARE(cell(table, 0, u"received"_s), u"2023-11-14 22:13 UTC"_s);
    QCOMPARE(cell(table, 0, u"reason"_s), QString());
    QCOMPARE(table.indexOf(1).data(MeaningRole).toInt(), 2);
}

void TestItemTable::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<int>>("items");
    const int info = int(Severity::Info);
    QTest::newRow("all") << QString() << info << -1 << QList{1, 5, 2, 4, 3, 0, 6};
    QTest::newRow("warnings") << QString() << int(Severity::Warning) << -1 << QList{1, 5, 2};
    QTest::newRow("errors") << QString() << int(Severity::Error) << -1 << QList{1, 5};
    QTest::newRow("status") << QString() << info << int(ItemStatus::Duplicate) << QList{3};
    QTest::newRow("file, any case") << u" BOUNCE "_s << info << -1 << QList{4};
    QTest::newRow("folder, also in a detail") << u"/in/g"_s << info << -1 << QList{3, 0, 6};
    QTest::newRow("member") << u"odd.xml"_s << info << -1 << QList{2};
    QTest::newRow("sentence") << u"below zero"_s << info << -1 << QList{2};
    QTest::newRow("detail") << u"good.xml"_s << info << -1 << QList{3, 0};
    QTest::newRow("both") << u"in"_s << info << int(ItemStatus::NotAReport) << QList{4};
    QTest::newRow("nothing") << u"nowhere"_s << info << -1 << QList<int>{};
}

void TestItemTable::filters()
{
    QFETCH(QString, text);
    QFETCH(int, least);
    QFETCH(int, status);
    ItemFilter filter{Severity(least), {}, text};
    if (status >= 0)
        filter.status = ItemStatus(status);
    ItemTable table;
    table.setItems(sample(), filter, format);
    QList<int> items;
    for (quint32 item : table.items())
        items.append(int(item));
    QTEST(items, "items");
}

void TestItemTable::findsItems()
{
    ItemTable table;
    table.setItems(sample(), {Severity::Error, {}, {}}, format);
    QCOMPARE(table.itemAt(table.indexOf(5)), std::optional<quint32>(5));
    QVERIFY(!table.indexOf(0).isValid());
    QVERIFY(!table.itemAt(table.index(0, 0)));
    QCOMPARE(table.groupAt(table.index(0, 0)), std::optional(ItemStatus::Unreadable));
    QVERIFY(!table.groupAt(table.indexOf(5)));
}

void TestItemTable::narrowsToReports()
{
    ItemTable table;
    const DatasetPtr dataset = sample();
    table.setItems(dataset, {}, format);
    Filter filter;
    QVERIFY(!table.narrow(table.indexOf(1), filter, false));
    QVERIFY(!table.narrow(table.index(0, 0), filter, false));
    QVERIFY(!table.narrow(table.indexOf(0), filter, true));
    QCOMPARE(filter, Filter());
    QVERIFY(table.narrow(table.indexOf(0), filter, false));
    QCOMPARE(filter.reportKeys, QStringList{reportKey(*dataset, 0)});
}

void TestItemTable::sortingKeepsTheGroups()
{
    ItemTable table;
    RawOrder order;
    order.setSourceModel(&table);
    QAbstractItemModelTester tester(&order);
    table.setItems(sample(), {}, format);
    const QStringList before = outline(order);
    order.sort(0, Qt::DescendingOrder);
    QStringList wanted = before;
    wanted.swapItemsAt(10, 11); // good.xml and good2.xml; ‹ comes behind b already
    wanted.swapItemsAt(1, 2);
    QCOMPARE(outline(order), wanted);
    order.sort(0, Qt::AscendingOrder);
    QCOMPARE(outline(order).first(), before.first());
}

void TestItemTable::staysSoundWhileDataChanges()
{
    ItemTable table;
    QAbstractItemModelTester tester(&table);
    QCOMPARE(table.rowCount(), 0);
    table.setItems(sample(), {}, format);
    table.setItems(sample(), {Severity::Error, {}, {}}, format);
    QCOMPARE(table.rowCount(), 1);
    table.retranslate();
    table.setItems(sample(), {Severity::Info, {}, u"odd"_s}, format);
    table.setItems(std::make_shared<Dataset>(), {}, format);
    QCOMPARE(table.rowCount(), 0);
    table.retranslate();
}

void TestItemTable::severityOfItems()
{
    LogItem item;
    QCOMPARE(severityOf(item), Severity::Info);
    QCOMPARE(leadingNote(item), nullptr);
    item.status = ItemStatus::Conflict;
    QCOMPARE(severityOf(item), Severity::Warning);
    item.status = ItemStatus::Unreadable;
    QCOMPARE(severityOf(item), Severity::Error);
    item.status = ItemStatus::Read;
    item.notes = {{NoteCode::PeriodShort, {}, 1, {}}, {NoteCode::RecordLost, {}, 1, {}},
        {NoteCode::RecordLost, u"second"_s, 1, {}}};
    QCOMPARE(severityOf(item), Severity::Error);
    QCOMPARE(leadingNote(item), &item.notes[1]);
    item.notes.append({NoteCode::DuplicateOf, u"x"_s, 1, {}});
    QCOMPARE(leadingNote(item), &item.notes[1]);
    item.status = ItemStatus::Duplicate;
    QCOMPARE(leadingNote(item), &item.notes[3]);
}

void TestItemTable::csv()
{
    const QString text = logCsv(*sample(), {2, 0});
    const QStringList lines = text.split(u"\r\n"_s);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], u"file,member,kind,status,severity,code,reason,line,column,received"_s);
    QVERIFY(lines[1].startsWith(u"/in/odd.gz,odd.xml,"_s));
    QVERIFY(lines[1].contains(u",info,element-unknown,"_s));
    QVERIFY(lines[1].endsWith(u",1,11,"_s));
    QVERIFY(lines[2].contains(u",warning,count-negative,"_s));
    QVERIFY(lines[3].startsWith(u"/in/good.xml,,"_s));
    QVERIFY2(lines[3].endsWith(u",read,,,,,,2023-11-14T22:13:20Z"_s), qPrintable(lines[3]));
}

QTEST_GUILESS_MAIN(TestItemTable)
#include "tst_itemtable.moc"
