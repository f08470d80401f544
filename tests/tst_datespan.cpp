// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datespan.h"

#include <QTest>

using namespace sekisho;

class TestDateSpan final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void days_data();
    void days();
    void middles_data();
    void middles();
};

void TestDateSpan::days_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<qint64>("day");
    QTest::newRow("the epoch") << qint64(0) << qint64(0);
    QTest::newRow("last second of the first day") << qint64(86399) << qint64(0);
    QTest::newRow("midnight") << qint64(86400) << qint64(1);
    QTest::newRow("the second before the epoch") << qint64(-1) << qint64(-1);
    QTest::newRow("midnight before the epoch") << qint64(-86400) << qint64(-1);
    QTest::newRow("two days before") << qint64(-86401) << qint64(-2);
    QTest::newRow("2017-09-24") << qint64(1506211200) << qint64(17433);
}

void TestDateSpan::days()
{
    QFETCH(qint64, seconds);
    QTEST(dayOf(seconds), "day");
}

void TestDateSpan::middles_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("middle");
    QTest::newRow("a day") << qint64(0) << qint64(86400) << qint64(43200);
    QTest::newRow("odd length") << qint64(0) << qint64(86399) << qint64(43199);
    QTest::newRow("nothing") << qint64(7) << qint64(7) << qint64(7);
    QTest::newRow("reversed") << qint64(100) << qint64(0) << qint64(50);
    QTest::newRow("across the epoch") << qint64(-50) << qint64(150) << qint64(50);
}

void TestDateSpan::middles()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QTEST((DateSpan{begin, end}.middle()), "middle");
    QCOMPARE((DateSpan{begin, end}.length()), end - begin);
}

QTEST_GUILESS_MAIN(TestDateSpan)
#include "tst_datespan.moc"
