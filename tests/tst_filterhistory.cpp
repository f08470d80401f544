// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterhistory.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

Filter withText(const QString &text)
{
    Filter filter;
    filter.text = text;
    return filter;
}

} // namespace

class TestFilterHistory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void forgetsWhatLayAhead();
    void theSameAgainIsNoStep();
    void beginsWithAFilter();
    void isBounded();
};

void TestFilterHistory::goesBackAndForward()
{
    FilterHistory history;
    QCOMPARE(history.current(), Filter());
    QVERIFY(!history.canGoBack());
    QVERIFY(!history.canGoForward());
    history.back();
    history.forward();
    QCOMPARE(history.current(), Filter());
    history.push(withText(u"a"_s));
    history.push(withText(u"b"_s));
    history.back();
    QCOMPARE(history.current(), withText(u"a"_s));
    QVERIFY(history.canGoBack());
    QVERIFY(history.canGoForward());
    history.forward();
    QCOMPARE(history.current(), withText(u"b"_s));
    QVERIFY(!history.canGoForward());
}

void TestFilterHistory::forgetsWhatLayAhead()
{
    FilterHistory history;
    history.push(withText(u"a"_s));
    history.push(withText(u"b"_s));
    history.back();
    history.push(withText(u"c"_s));
    QVERIFY(!history.canGoForward());
    history.back();
    QCOMPARE(history.current(), withText(u"a"_s));
}

void TestFilterHistory::theSameAgainIsNoStep()
{
    FilterHistory history;
    history.push(Filter());
    QVERIFY(!history.canGoBack());
    history.push(withText(u"a"_s));
    history.push(withText(u"b"_s));
    history.back();
    history.push(withText(u"a"_s));
    QVERIFY(history.canGoForward()); // nothing new happened
}

void TestFilterHistory::beginsWithAFilter()
{
    const FilterHistory history(withText(u"kept"_s));
    QCOMPARE(history.current(), withText(u"kept"_s));
    QVERIFY(!history.canGoBack());
}

void TestFilterHistory::isBounded()
{
    FilterHistory history;
    for (int i = 0; i < 1000; ++i)
        history.push(withText(QString::number(i)));
    int steps = 0;
    for (; history.canGoBack(); ++steps)
        history.back();
    QCOMPARE(steps, 199);
    QCOMPARE(history.current(), withText(u"800"_s));
}

QTEST_GUILESS_MAIN(TestFilterHistory)
#include "tst_filterhistory.moc"
