// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tabletext.h"

#include "tables/column.h"

#include <QStandardItemModel>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QStandardItem *cell(const QString &text, const QVariant &raw = {}, const QVariant &share = {})
{
    auto *item = new QStandardItem(text);
    item->setData(raw, SortRole);
    item->setData(share, ShareRole);
    return item;
}

/// name, a number, a share, a sparkline: two groups, the first with one inner row.
void fill(QStandardItemModel &model)
{
    model.setHorizontalHeaderLabels({u"Name"_s, u"Messages"_s, u"Pass"_s, u"Over time"_s});
    const auto row = [](const QString &name, const QString &count, qint64 number, const QString &pass, double share) {
        auto *series = cell({});
        series->setData(QVariantList{1, 2}, SeriesRole);
        return QList<QStandardItem *>{cell(name, name), cell(count, number), cell(pass, share * 100, share), series};
    };
    const auto first = row(u"192.0.2.*"_s, u"1,500"_s, 1500, u"37.5 %"_s, 0.375);
    first.front()->appendRow(row(u"192.0.2.1"_s, u"1,500"_s, 1500, u"37.5 %"_s, 0.375));
    model.appendRow(first);
    model.appendRow(row(u"a\tb\nc"_s, u"7"_s, 7, u"100 %"_s, 1.0));
}

QModelIndexList topRows(const QAbstractItemModel &model)
{
    QModelIndexList rows;
    for (int i = 0; i < model.rowCount(); ++i)
        rows.append(model.index(i, 0));
    return rows;
}

} // namespace

class TestTableText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allRowsInOrder();
    void plain();
    void grouped();
    void chosenColumns();
    void csvValues();
    void csvCells_data();
    void csvCells();
    void nothing();
};

void TestTableText::allRowsInOrder()
{
    QStandardItemModel model;
    fill(model);
    QStringList names;
    for (const QModelIndex &row : allRows(model))
        names.append(row.data().toString());
    QCOMPARE(names, QStringList({u"192.0.2.*"_s, u"192.0.2.1"_s, u"a\tb\nc"_s}));
}

/// A tab or a line break in a cell must not make another cell or line of it; the sparkline has no text.
void TestTableText::plain()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(plainTable(topRows(model), {0, 1, 2, 3}),
        u"Name\tMessages\tPass\n192.0.2.*\t1,500\t37.5 %\na b c\t7\t100 %\n"_s);
}

void TestTableText::grouped()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(plainTable(allRows(model), {0, 1}),
        u"Group\tName\tMessages\n\t192.0.2.*\t1,500\n192.0.2.*\t192.0.2.1\t1,500\n\ta b c\t7\n"_s);
}

/// In the order asked for, as a user may have moved them.
void TestTableText::chosenColumns()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(plainTable(topRows(model), {2, 0}), u"Pass\tName\n37.5 %\t192.0.2.*\n100 %\ta b c\n"_s);
}

void TestTableText::csvValues()
{
    QStandardItemModel model;
    fill(model);
    QCOMPARE(csvTable(topRows(model), {0, 1, 2, 3}),
        u"Name,Messages,Pass\r\n192.0.2.*,1500,37.5\r\n\"a\tb\nc\",7,100\r\n"_s);
}

void TestTableText::csvCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVariant>("raw");
    QTest::addColumn<QString>("csv");
    QTest::newRow("a number with separators") << u"1,234,567"_s << QVariant(1234567LL) << u"1234567"_s;
    QTest::newRow("a negative number") << u"-5"_s << QVariant(-5) << u"-5"_s;
    // A date and a word are numbers below, which nobody wants to read.
    QTest::newRow("a date") << u"2017-09-24"_s << QVariant(1506211200LL) << u"2017-09-24"_s;
    QTest::newRow("a word") << u"aligned"_s << QVariant(0) << u"aligned"_s;
    QTest::newRow("a formula") << u"=1+1"_s << QVariant(u"=1+1"_s) << u"'=1+1"_s;
    QTest::newRow("a quotation") << u"say \"a\", b"_s << QVariant() << u"\"say \"\"a\"\", b\""_s;
    QTest::newRow("a double without a share") << u"1.5 h"_s << QVariant(1.5) << u"1.5 h"_s;
}

void TestTableText::csvCells()
{
    QFETCH(QString, text);
    QFETCH(QVariant, raw);
    QFETCH(QString, csv);
    QStandardItemModel model;
    model.setHorizontalHeaderLabels({u"A"_s});
    model.appendRow(cell(text, raw));
    QCOMPARE(csvTable(topRows(model), {0}), u"A\r\n"_s + csv + u"\r\n"_s);
}

void TestTableText::nothing()
{
    QCOMPARE(plainTable({}, {0}), QString());
    QCOMPARE(csvTable({}, {0}), QString());
}

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_tabletext.moc"
