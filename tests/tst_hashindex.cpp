// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hashindex.h"

#include <QTest>

using namespace sekisho;

class TestHashIndex final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingInIt();
    void findsEachAgain_data();
    void findsEachAgain();
};

void TestHashIndex::nothingInIt()
{
    const HashIndex index;
    QVERIFY(!index.find(0, [](quint32) { return true; }));
    index.prepare(7);
}

void TestHashIndex::findsEachAgain_data()
{
    QTest::addColumn<quint64>("step");
    QTest::newRow("hashes one after the other") << quint64(1);
    QTest::newRow("far apart") << quint64(0x9e3779b97f4a7c15);
    QTest::newRow("all in the upper half") << (quint64(1) << 40);
    QTest::newRow("all the same") << quint64(0);
}

void TestHashIndex::findsEachAgain()
{
    QFETCH(quint64, step);
    constexpr quint32 many = 1000;
    HashIndex index;
    for (quint32 number = 0; number < many; ++number) {
        const auto isIt = [number](quint32 other) { return other == number; };
        QVERIFY(!index.find(number * step, isIt));
        index.add(number * step, number);
        QCOMPARE(index.find(number * step, isIt), number);
    }
    for (quint32 number = 0; number < many; ++number)
        QCOMPARE(index.find(number * step, [number](quint32 other) { return other == number; }), number);
    QVERIFY(!index.find(many + 12345, [](quint32) { return false; }));
}

QTEST_GUILESS_MAIN(TestHashIndex)
#include "tst_hashindex.moc"
