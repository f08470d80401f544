// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/daybars.h"

#include "widgets/daybarsview.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format english{QLocale(QLocale::English), true};

QFont smallFont()
{
    QFont font;
    font.setPixelSize(11);
    return font;
}

/// 2024-01-01, a Monday, and the days after it.
std::vector<DayCount> january(std::initializer_list<std::pair<qint64, qint64>> counts)
{
    std::vector<DayCount> days;
    qint64 day = 19723;
    for (const auto &[passed, failed] : counts)
        days.push_back({day++, passed, failed});
    return days;
}

} // namespace

class TestDayBars final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bars_data();
    void bars();
    void numbersAreKept();
    void niceTops_data();
    void niceTops();
    void geometry();
    void hits();
    void littleIsSeen();
    void paintsBothColours();
    void clickAndKeyboard();
    void tooltipTexts();
};

void TestDayBars::bars_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("bars");
    QTest::addColumn<int>("last"); ///< days of the last bar
    QTest::newRow("nothing") << 0 << 10 << 0 << 0;
    QTest::newRow("no room") << 5 << 0 << 0 << 0;
    QTest::newRow("each its own") << 10 << 10 << 10 << 1;
    QTest::newRow("two each") << 11 << 10 << 6 << 1;
    QTest::newRow("three each, the rest is two") << 29 << 10 << 10 << 2;
    QTest::newRow("2,000 days") << 2000 << 100 << 100 << 20;
}

void TestDayBars::bars()
{
    QFETCH(int, days);
    QFETCH(int, most);
    QFETCH(int, bars);
    QFETCH(int, last);
    std::vector<DayCount> counts;
    for (int i = 0; i < days; ++i)
        counts.push_back({100 + i, 1, 2});
    const std::vector<DayBar> made = barsOf(counts, most);
    QCOMPARE(int(made.size()), bars);
    if (!made.empty())
        QCOMPARE(made.back().days, last);
}

void TestDayBars::numbersAreKept()
{
    const std::vector<DayCount> counts{{10, 1, 2}, {13, 3, 4}, {14, 5, 6}};
    const std::vector<DayBar> made = barsOf(counts, 3);
    QCOMPARE(made.size(), size_t(3));
    QCOMPARE(made[0], (DayBar{10, 2, 1, 2}));
    QCOMPARE(made[1], (DayBar{12, 2, 3, 4}));
    QCOMPARE(made[2], (DayBar{14, 1, 5, 6}));
}

void TestDayBars::niceTops_data()
{
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<qint64>("top");
    QTest::newRow("0") << qint64(0) << qint64(1);
    QTest::newRow("1") << qint64(1) << qint64(1);
    QTest::newRow("3") << qint64(3) << qint64(5);
    QTest::newRow("5") << qint64(5) << qint64(5);
    QTest::newRow("6") << qint64(6) << qint64(10);
    QTest::newRow("1,001") << qint64(1001) << qint64(2000);
    QTest::newRow("the largest") << std::numeric_limits<qint64>::max()
                                 << std::numeric_limits<qint64>::max();
}

void TestDayBars::niceTops()
{
    QFETCH(qint64, messages);
    QFETCH(qint64, top);
    QCOMPARE(niceTop(messages), top);
}

void TestDayBars::geometry()
{
    DayBarsData data;
    data.days = january({{60, 20}, {0, 100}, {50, 0}, {0, 0}});
    data.top = 100;
    const DayBarsLayout layout(data, smallFont(), QSizeF(200, 120));
    QCOMPARE(layout.bars().size(), size_t(4));
    const QRectF plot = layout.plot();
    QVERIFY(QRectF(0, 0, 200, 120).contains(plot));
    QCOMPARE(layout.column(3).right(), plot.right());
    QCOMPARE(layout.passed(0).height(), plot.height() * 0.6);
    QCOMPARE(layout.passed(0).bottom(), plot.bottom());
    QCOMPARE(layout.failed(0).bottom(), layout.passed(0).top());
    QCOMPARE(layout.failed(0).height(), plot.height() * 0.2);
    QCOMPARE(layout.failed(1).top(), plot.top());
    QVERIFY(layout.passed(3).isEmpty());
    QVERIFY(layout.failed(3).isEmpty());
    for (int i = 0; i < 4; ++i) {
        QVERIFY(layout.column(i).left() <= layout.passed(i).left());
        QVERIFY(layout.column(i).right() >= layout.passed(i).right());
    }
}

void TestDayBars::hits()
{
    DayBarsData data;
    data.days = january({{1, 0}, {1, 0}, {1, 0}});
    const DayBarsLayout layout(data, smallFont(), QSizeF(150, 100));
    const qreal y = layout.plot().center().y();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(layout.barAt({layout.column(i).center().x(), y}), i);
    QCOMPARE(layout.barAt({10, layout.plot().bottom() + 5}), -1);
    QCOMPARE(layout.barAt({-1, y}), -1);
    QCOMPARE(layout.barAt({151, y}), -1);
    QCOMPARE(layout.barAt({150, y}), 2); // the edge belongs to the last
    QCOMPARE(DayBarsLayout({}, smallFont(), QSizeF(150, 100)).barAt({10, 50}), -1);
}

void TestDayBars::littleIsSeen()
{
    DayBarsData data;
    data.days = january({{100'000, 0}, {1, 0}, {0, 1}});
    const DayBarsLayout layout(data, smallFont(), QSizeF(150, 100));
    QVERIFY(layout.passed(1).height() >= 1);
    QVERIFY(layout.failed(2).height() >= 1);
}

void TestDayBars::paintsBothColours()
{
    DayBarsData data;
    data.days = january({{50, 50}});
    data.top = 100;
    const QPalette palette = lightPalette();
    QImage picture(100, 120, QImage::Format_RGB32);
    picture.fill(palette.color(QPalette::Base));
    const DayBarsLayout layout(data, smallFont(), picture.size());
    QPainter painter(&picture);
    paintDayBars(painter, data, layout, palette, smallFont());
    painter.end();
    QCOMPARE(
        picture.pixelColor(layout.passed(0).center().toPoint()), color(Meaning::Aligned, palette));
    QCOMPARE(
        picture.pixelColor(layout.failed(0).center().toPoint()), color(Meaning::Failed, palette));
}

void TestDayBars::clickAndKeyboard()
{
    DayBarsView view;
    view.resize(300, 120);
    view.show();
    view.setDays(january({{1, 2}, {3, 4}, {5, 6}}), english);
    QCOMPARE(view.accessibleName(), u"Messages per day from 2024-01-01 to 2024-01-03"_s);
    QSignalSpy spy(&view, &DayBarsView::spanActivated);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.barsLayout().column(1).center().toPoint());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<DateSpan>(), (DateSpan{1704153600, 1704240000})); // 2024-01-02
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[1][0].value<DateSpan>(), (DateSpan{1704240000, 1704326400}));
    QTest::keyClick(&view, Qt::Key_Right); // the edge holds
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(spy[2][0].value<DateSpan>(), (DateSpan{1704153600, 1704240000}));
}

void TestDayBars::tooltipTexts()
{
    DayBarsView view;
    view.resize(300, 120);
    view.setDays(january({{1, 0}, {3000, 4}}), english);
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY2(view.accessibleDescription().startsWith(u"2024-01-02: 3,004 message"_s),
        qPrintable(view.accessibleDescription()));
    view.setDays({}, english);
    for (int key : {Qt::Key_End, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_Return})
        QTest::keyClick(&view, Qt::Key(key));
    QVERIFY(view.accessibleDescription().isEmpty());
}

QTEST_MAIN(TestDayBars)
#include "tst_daybars.moc"
