// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/days.h"

#include "support/dayfixture.h"

#include <QTest>

#include <numeric>

using namespace sekisho;
using fixture::day;
using fixture::reportOf;
using fixture::start;
using fixture::startDay;
using namespace Qt::StringLiterals;

namespace {

qint64 sumOf(const std::vector<DayCount> &days)
{
    return std::accumulate(days.begin(), days.end(), qint64(0),
        [](qint64 sum, const DayCount &count) { return sum + count.passed + count.failed; });
}

} // namespace

class TestDays final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spreads_data();
    void spreads();
    void timeline();
    void timelineLeavesOutReportsWithoutDates();
    void timelineOfForgedDates();
    void bins();
};

void TestDays::spreads_data()
{
    using Parts = QList<QPair<qint64, qint64>>;
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<Parts>("wanted");
    QTest::newRow("a day") << qint64(0) << day - 1 << qint64(7) << Parts{{0, 7}};
    QTest::newRow("a day to midnight") << qint64(0) << day << qint64(7) << Parts{{0, 7}};
    QTest::newRow("a day of another time zone")
        << 9 * qint64(3600) << 33 * qint64(3600) << qint64(7) << Parts{{0, 7}};
    QTest::newRow("mostly the next day")
        << 20 * qint64(3600) << 44 * qint64(3600) << qint64(7) << Parts{{1, 7}};
    QTest::newRow("25 hours") << qint64(0) << 25 * qint64(3600) << qint64(7) << Parts{{0, 7}};
    QTest::newRow("a second more")
        << qint64(0) << 25 * qint64(3600) + 1 << qint64(7) << Parts{{0, 3}, {1, 4}};
    QTest::newRow("a week") << qint64(0) << 7 * day - 1 << qint64(700)
                            << Parts{{0, 100}, {1, 100}, {2, 100}, {3, 100}, {4, 100}, {5, 100},
                                   {6, 100}};
    QTest::newRow("two days to midnight")
        << qint64(0) << 2 * day << qint64(4) << Parts{{0, 2}, {1, 2}};
    QTest::newRow("less messages than days")
        << qint64(0) << 3 * day - 1 << qint64(1) << Parts{{0, 0}, {1, 0}, {2, 1}};
    QTest::newRow("across the epoch") << -day << day - 1 << qint64(10) << Parts{{-1, 5}, {0, 5}};
    QTest::newRow("reversed") << day << qint64(0) << qint64(7) << Parts{{0, 7}};
}

void TestDays::spreads()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(qint64, messages);
    QList<QPair<qint64, qint64>> parts;
    forEachDay({begin, end}, messages, [&parts](qint64 on, qint64 part) {
        parts.append({on, part});
    });
    QTEST(parts, "wanted");
}

void TestDays::timeline()
{
    const DatasetPtr data = fixture::datasetOf({
        reportOf(u"google.com"_s, 0,
            {fixture::cellRecord(0, u"192.0.2.1"_s, 5), fixture::cellRecord(8, u"192.0.2.2"_s, 3)}),
        reportOf(u"weekly.example"_s, 2,
            {fixture::cellRecord(6, u"192.0.2.1"_s, 10), fixture::cellRecord(8, u"192.0.2.1"_s, 5)},
            3),
    });
    const Results results = fixture::viewOf(data).results;
    const std::vector<DayCount> wanted{{startDay, 5, 3}, {startDay + 1, 0, 0}, {startDay + 2, 3, 1},
        {startDay + 3, 3, 2}, {startDay + 4, 4, 2}};
    QCOMPARE(results.timeline, wanted);
    QCOMPARE(sumOf(results.timeline), results.totals.counts.messages);
}

void TestDays::timelineLeavesOutReportsWithoutDates()
{
    AggregateReport undated =
        reportOf(u"lost.example"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 2)});
    undated.period = {};
    const Results results = fixture::viewOf(
        fixture::datasetOf(
            {undated, reportOf(u"google.com"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 5)})}))
                                .results;
    QCOMPARE(results.timeline, std::vector<DayCount>({{startDay, 5, 0}}));
    QCOMPARE(results.totals.counts.messages, qint64(7));
    QCOMPARE(results.totals.period, std::optional(DateSpan{start, start + day - 1}));
}

void TestDays::timelineOfForgedDates()
{
    AggregateReport forged =
        reportOf(u"forged.example"_s, 0, {fixture::cellRecord(0, u"192.0.2.1"_s, 2)});
    forged.period = {-1'000'000'000'000, 1'000'000'000'000};
    AggregateReport far =
        reportOf(u"far.example"_s, 0, {fixture::cellRecord(8, u"192.0.2.1"_s, 1)});
    far.period = {1'000'000'000'000, 1'000'000'000'000};
    const Results results = fixture::viewOf(fixture::datasetOf({forged, far})).results;
    QCOMPARE(results.timeline.size(), size_t(2));
    QCOMPARE(sumOf(results.timeline), qint64(3));
    QVERIFY(results.bins.size() <= 60);
}

void TestDays::bins()
{
    const auto line = [](qint64 days) {
        std::vector<DayCount> counts;
        for (qint64 i = 0; i < days; ++i)
            counts.push_back({startDay + i, 1, 0});
        return counts;
    };
    QVERIFY(binsOf({}).empty());
    QCOMPARE(binsOf(line(1)), std::vector<DateSpan>({{start, start + day}}));
    QCOMPARE(binsOf(line(60)).size(), size_t(60));
    QCOMPARE(binsOf(line(61)).size(), size_t(31));
    QCOMPARE(binsOf(line(61)).front(), (DateSpan{start, start + 2 * day}));
    QCOMPARE(binsOf(line(365)).size(), size_t(53));
    // No day is left out, none belongs to two.
    const std::vector<DateSpan> spans = binsOf(line(365));
    for (size_t i = 1; i < spans.size(); ++i)
        QCOMPARE(spans[i].begin, spans[i - 1].end);
    QVERIFY(spans.back().end >= start + 365 * day);
}

QTEST_GUILESS_MAIN(TestDays)
#include "tst_days.moc"
