// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/uidset.h"

#include <QTest>

#include <limits>

using namespace sekisho::imap;

class TestUidSet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void subtracts_data();
    void subtracts();
    void partsAreLimited();
    void theLargestNumber();
};

void TestUidSet::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<qint64>("size");
    const auto add = [](const char *text, const char *expected, qint64 size) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected) << size;
    };
    add("", "", 0);
    add("1", "1", 1);
    add("1:3,5", "1:3,5", 4);
    add("3,1,2", "1:3", 3);
    add("9:7", "7:9", 3);
    add("1:5,3:9,20,19", "1:9,19:20", 11);
    add("5,1:100", "1:100", 100);
    add("10,20,30,11:29", "10:30", 21);
    add("0,4", "4", 1);
    add("a,4,*,5:x", "4", 1);
    add("4294967295", "4294967295", 1);
    add("4294967296", "", 0);
}

void TestUidSet::reads()
{
    QFETCH(QByteArray, text);
    const UidSet set = UidSet::fromText(text);
    QTEST(set.text(), "expected");
    QTEST(set.size(), "size");
}

void TestUidSet::subtracts_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char *from, const char *what, const char *expected) {
        QTest::newRow(qPrintable(
            QString::fromLatin1(from) + QStringLiteral(" - ") + QString::fromLatin1(what)))
            << QByteArray(from) << QByteArray(what) << QByteArray(expected);
    };
    add("1:10", "5", "1:4,6:10");
    add("1:10", "1", "2:10");
    add("1:10", "10", "1:9");
    add("1:10", "1:10", "");
    add("1:10", "2,4,6:20", "1,3,5");
    add("1:3,7:9", "3:7", "1:2,8:9");
    add("1:3,7:9", "4:6", "1:3,7:9");
    add("5", "1:4,6", "5");
    add("", "1:4", "");
    add("4294967295", "4294967295", "");
}

void TestUidSet::subtracts()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, what);
    UidSet set = UidSet::fromText(from);
    set.subtract(UidSet::fromText(what));
    QTEST(set.text(), "expected");
}

void TestUidSet::partsAreLimited()
{
    UidSet set;
    for (quint32 uid = 100'000; uid < 101'000; uid += 2) // no two together
        set.add(uid);
    set.add({200'000, 201'000});
    UidSet together;
    for (const UidSet &part : set.parts(250, 800)) {
        QVERIFY(part.size() <= 250);
        QVERIFY(part.text().size() <= 800);
        together.unite(part);
    }
    QCOMPARE(together, set);
    QCOMPARE(set.parts(1, 10).size(), set.size());
}

void TestUidSet::theLargestNumber()
{
    constexpr quint32 last = std::numeric_limits<quint32>::max();
    UidSet set = UidSet::range(1, last);
    QCOMPARE(set.size(), qint64(last));
    set.add(last);
    QCOMPARE(set.ranges().size(), 1);
    set.subtract(UidSet::range(1, last - 2));
    QCOMPARE(set.members(), QList<quint32>({last - 1, last}));
    QVERIFY(set.contains(last) && !set.contains(1));
}

QTEST_GUILESS_MAIN(TestUidSet)
#include "tst_uidset.moc"
