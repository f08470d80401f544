// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/daychart.h"

#include "paint/theme.h"

#include <QBarSet>
#include <QChart>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// Days from a date on, each with the same numbers.
std::vector<DayCount> daysFrom(const QDate &first, int count, qint64 passed, qint64 failed)
{
    std::vector<DayCount> days;
    const qint64 start = QDate(1970, 1, 1).daysTo(first);
    for (int i = 0; i < count; ++i)
        days.push_back({start + i, passed, failed});
    return days;
}

const Format english{QLocale(QLocale::English), true};

/// A chart of a size as the page has it, shown.
struct Shown {
    explicit Shown(const std::vector<DayCount> &days, const QSize &size = {640, 240})
    {
        chart.setPalette(lightPalette());
        chart.resize(size);
        chart.show();
        chart.setDays(days, english);
    }

    [[nodiscard]] QPoint centre(int bar) const { return chart.column(bar).center().toPoint(); }

    DayChart chart;
};

bool near(const QColor &a, const QColor &b)
{
    const auto close = [](int x, int y) { return std::abs(x - y) <= 6; };
    return close(a.red(), b.red()) && close(a.green(), b.green()) && close(a.blue(), b.blue());
}

/// How many pixels of a colour stand in a column of the picture at the middle of a bar.
int pixelsOf(const DayChart &chart, const QImage &picture, int bar, const QColor &wanted)
{
    const QRectF column = chart.column(bar);
    const int x = int(column.center().x());
    int count = 0;
    for (int y = int(column.top()); y < int(column.bottom()); ++y)
        count += near(picture.pixelColor(x, y), wanted);
    return count;
}

} // namespace

class TestDayChart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bins_data();
    void bins();
    void endsOfBinsAreClipped();
    void sparseDays();
    void hostileDays();
    void scale_data();
    void scale();
    void labels_data();
    void labels();
    void labelsFit();
    void valuesOfTheSeries();
    void clickAsksForTheDay();
    void clickAsksForTheWeek();
    void dragAsksForSeveralDays_data();
    void dragAsksForSeveralDays();
    void escapeDropsTheChoice();
    void keyboard();
    void hoverTellsTheBar();
    void bothColours_data();
    void bothColours();
    void fewAreSeen();
    void emptyIsCalm();
    void linesStandAtTheirNumbers_data();
    void linesStandAtTheirNumbers();
};

void TestDayChart::bins_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("most");
    QTest::addColumn<CalendarUnit>("unit");
    QTest::addColumn<int>("bars");
    // 2024-01-01 is a Monday.
    QTest::newRow("one day") << 1 << 120 << CalendarUnit::Day << 1;
    QTest::newRow("60 days") << 60 << 120 << CalendarUnit::Day << 60;
    QTest::newRow("as many as there is room for") << 120 << 120 << CalendarUnit::Day << 120;
    QTest::newRow("one more") << 121 << 120 << CalendarUnit::Week << 18; // 17 weeks and 2 days
    QTest::newRow("2,000 days") << 2000 << 120 << CalendarUnit::Month << 66; // to 2029-06-22
    QTest::newRow("20,000 days") << 20000 << 120 << CalendarUnit::Year << 55; // to 2078-10-03
}

void TestDayChart::bins()
{
    QFETCH(int, days);
    QFETCH(int, most);
    QFETCH(CalendarUnit, unit);
    QFETCH(int, bars);
    const std::vector<DayCount> counts = daysFrom(QDate(2024, 1, 1), days, 2, 1);
    QCOMPARE(unitFor(counts, most), unit);
    const std::vector<DayBar> made = calendarBars(counts, unit, most);
    QCOMPARE(int(made.size()), bars);
    qint64 passed = 0;
    qint64 failed = 0;
    qint64 next = counts.front().day;
    for (const DayBar &bar : made) {
        QCOMPARE(bar.day, next);
        QCOMPARE(bar.passed, 2 * bar.days);
        next = bar.day + bar.days;
        passed += bar.passed;
        failed += bar.failed;
    }
    QCOMPARE(next, counts.back().day + 1);
    QCOMPARE(passed, qint64(2 * days));
    QCOMPARE(failed, qint64(days));
}

void TestDayChart::endsOfBinsAreClipped()
{
    // From Wednesday 2024-02-28 to Friday 2024-03-15.
    const auto days = daysFrom(QDate(2024, 2, 28), 17, 1, 0);
    const auto weeks = calendarBars(days, CalendarUnit::Week, 100);
    QCOMPARE(weeks.size(), size_t(3));
    QCOMPARE(weeks[0].days, 5); // to Sunday
    QCOMPARE(weeks[1].days, 7);
    QCOMPARE(weeks[2].days, 5);
    const auto months = calendarBars(days, CalendarUnit::Month, 100);
    QCOMPARE(months.size(), size_t(2));
    QCOMPARE(months[0].days, 2); // the 28th and the 29th
    QCOMPARE(months[1].days, 15);
}

void TestDayChart::sparseDays()
{
    std::vector<DayCount> days = daysFrom(QDate(2024, 1, 1), 1, 5, 0);
    days.push_back({days.front().day + 9, 0, 7});
    const auto bars = calendarBars(days, CalendarUnit::Day, 100);
    QCOMPARE(bars.size(), size_t(10));
    QCOMPARE(bars[0].passed, 5);
    QCOMPARE(bars[4], (DayBar{days.front().day + 4, 1, 0, 0}));
    QCOMPARE(bars[9].failed, 7);
}

void TestDayChart::hostileDays()
{
    // Days beyond any calendar, as forged periods give them.
    const std::vector<DayCount> days{{-4'000'000'000, 1, 0}, {4'000'000'000, 0, 2}};
    const auto bars = calendarBars(days, unitFor(days, 100), 100);
    QVERIFY(bars.size() <= 100);
    QCOMPARE(bars.front().passed, 1);
    QCOMPARE(bars.back().failed, 2);
    QVERIFY(axisLabels(bars, CalendarUnit::Year, QLocale::c(), 10, QFont()).empty());
    const Shown shown(days);
    QVERIFY(!shown.chart.bars().empty());
}

void TestDayChart::scale_data()
{
    QTest::addColumn<qint64>("highest");
    QTest::addColumn<qint64>("top");
    QTest::addColumn<qint64>("step");
    QTest::newRow("nothing") << qint64(0) << qint64(1) << qint64(1);
    QTest::newRow("one") << qint64(1) << qint64(1) << qint64(1);
    QTest::newRow("three") << qint64(3) << qint64(3) << qint64(1);
    QTest::newRow("exactly four steps") << qint64(400) << qint64(400) << qint64(100);
    QTest::newRow("one above") << qint64(401) << qint64(600) << qint64(200);
    QTest::newRow("5,100") << qint64(5100) << qint64(6000) << qint64(2000);
    QTest::newRow("26,124") << qint64(26124) << qint64(30000) << qint64(10000);
}

void TestDayChart::scale()
{
    QFETCH(qint64, highest);
    QFETCH(qint64, top);
    QFETCH(qint64, step);
    QCOMPARE(countScale(highest), (CountScale{top, step}));
}

void TestDayChart::labels_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("days");
    QTest::addColumn<CalendarUnit>("unit");
    QTest::addColumn<qreal>("column");
    QTest::addColumn<QStringList>("texts"); ///< the first ones
    QTest::newRow("room for each") << QDate(2024, 1, 31) << 3 << CalendarUnit::Day << 200.0
                                   << QStringList{u"31 Jan"_s, u"1 Feb"_s, u"2 Feb"_s};
    QTest::newRow("Mondays") << QDate(2024, 1, 3) << 60 << CalendarUnit::Day << 20.0
                             << QStringList{u"8 Jan"_s, u"15 Jan"_s, u"22 Jan"_s};
    QTest::newRow("weeks begin on Mondays") << QDate(2024, 1, 3) << 60 << CalendarUnit::Week
                                            << 200.0 << QStringList{u"8 Jan"_s, u"15 Jan"_s};
    QTest::newRow("months") << QDate(2024, 1, 3) << 60 << CalendarUnit::Month << 200.0
                            << QStringList{u"Jan 2024"_s, u"Feb 2024"_s, u"Mar 2024"_s};
    QTest::newRow("years begin in January") << QDate(2024, 3, 1) << 800 << CalendarUnit::Month
                                            << 12.0 << QStringList{u"Jan 2025"_s, u"Jan 2026"_s};
    QTest::newRow("years") << QDate(2023, 3, 1) << 800 << CalendarUnit::Year << 200.0
                           << QStringList{u"2023"_s, u"2024"_s, u"2025"_s};
}

void TestDayChart::labels()
{
    QFETCH(QDate, first);
    QFETCH(int, days);
    QFETCH(CalendarUnit, unit);
    QFETCH(qreal, column);
    QFETCH(QStringList, texts);
    QFont font;
    font.setPixelSize(12);
    const auto bars = calendarBars(daysFrom(first, days, 1, 1), unit, 1000);
    const auto labels = axisLabels(bars, unit, QLocale(QLocale::English), column, font);
    QVERIFY(labels.size() >= size_t(texts.size()));
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(labels[size_t(i)].text, texts[i]);
}

void TestDayChart::labelsFit()
{
    for (int days : {1, 7, 28, 60, 100, 365, 2000}) {
        const Shown shown(daysFrom(QDate(2024, 1, 1), days, 1, 1));
        const auto &labels = shown.chart.labels();
        QVERIFY2(!labels.empty(), qPrintable(QString::number(days)));
        for (size_t i = 1; i < labels.size(); ++i) {
            const qreal distance = shown.chart.column(labels[i].bar).center().x() -
                shown.chart.column(labels[i - 1].bar).center().x();
            QVERIFY(distance >= shown.chart.fontMetrics().horizontalAdvance(labels[i].text) * 0.8);
        }
    }
}

void TestDayChart::valuesOfTheSeries()
{
    std::vector<DayCount> days = daysFrom(QDate(2024, 1, 1), 2, 30, 10);
    days[1].passed = 0;
    const Shown shown(days);
    auto *series = qobject_cast<QStackedBarSeries *>(shown.chart.chart()->series().value(0));
    QVERIFY(series);
    QCOMPARE(series->barSets().size(), 2);
    QCOMPARE(series->barSets().at(0)->at(0), 30.0);
    QCOMPARE(series->barSets().at(1)->at(0), 10.0);
    QCOMPARE(series->barSets().at(0)->at(1), 0.0);
    QCOMPARE(shown.chart.scale().top, 40);
}

void TestDayChart::clickAsksForTheDay()
{
    Shown shown(daysFrom(QDate(2024, 1, 1), 60, 1, 1));
    QSignalSpy spy(&shown.chart, &DayChart::spanActivated);
    QTest::mouseClick(shown.chart.viewport(), Qt::LeftButton, {}, shown.centre(59));
    QCOMPARE(spy.size(), 1);
    // 2024-02-29 in UTC
    QCOMPARE(spy[0][0].value<DateSpan>(), (DateSpan{1709164800, 1709251200}));
    QTest::mouseClick(shown.chart.viewport(), Qt::RightButton, {}, shown.centre(10));
    QTest::mouseClick(shown.chart.viewport(), Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(spy.size(), 1);
}

void TestDayChart::clickAsksForTheWeek()
{
    Shown shown(daysFrom(QDate(2024, 1, 1), 300, 1, 1));
    QCOMPARE(shown.chart.unit(), CalendarUnit::Week);
    QSignalSpy spy(&shown.chart, &DayChart::spanActivated);
    QTest::mouseClick(shown.chart.viewport(), Qt::LeftButton, {}, shown.centre(1));
    QCOMPARE(spy.size(), 1);
    // Monday 2024-01-08 to the end of Sunday
    QCOMPARE(spy[0][0].value<DateSpan>(), (DateSpan{1704672000, 1705276800}));
}

void TestDayChart::dragAsksForSeveralDays_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("to the right") << 2 << 5;
    QTest::newRow("to the left") << 5 << 2;
}

void TestDayChart::dragAsksForSeveralDays()
{
    QFETCH(int, from);
    QFETCH(int, to);
    Shown shown(daysFrom(QDate(2024, 1, 1), 10, 1, 1));
    QSignalSpy spy(&shown.chart, &DayChart::spanActivated);
    QWidget *viewport = shown.chart.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, shown.centre(from));
    QTest::mouseMove(viewport, shown.centre(to));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.centre(to));
    QCOMPARE(spy.size(), 1);
    // 2024-01-03 to the end of 2024-01-06
    QCOMPARE(spy[0][0].value<DateSpan>(), (DateSpan{1704240000, 1704585600}));
}

void TestDayChart::escapeDropsTheChoice()
{
    Shown shown(daysFrom(QDate(2024, 1, 1), 10, 1, 1));
    QSignalSpy spy(&shown.chart, &DayChart::spanActivated);
    QWidget *viewport = shown.chart.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, shown.centre(2));
    QTest::mouseMove(viewport, shown.centre(5));
    QTest::keyClick(&shown.chart, Qt::Key_Escape);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.centre(5));
    QCOMPARE(spy.size(), 0);
}

void TestDayChart::keyboard()
{
    Shown shown(daysFrom(QDate(2024, 1, 1), 10, 40, 10));
    QSignalSpy spy(&shown.chart, &DayChart::spanActivated);
    DayChart &chart = shown.chart;
    QCOMPARE(chart.accessibleName(), u"Messages over time, from 2024-01-01 to 2024-01-10"_s);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.current(), 0);
    QCOMPARE(chart.accessibleDescription(),
        u"2024-01-01\nMessages: 50\nPass DMARC: 40 (80.00\u00a0%)\nFail DMARC: 10"_s);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.current(), 0);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<DateSpan>(), (DateSpan{1704153600, 1704240000}));
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&chart, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(&chart, Qt::Key_Space);
    QCOMPARE(spy.size(), 2);
    // 2024-01-02 to the end of 2024-01-10
    QCOMPARE(spy[1][0].value<DateSpan>(), (DateSpan{1704153600, 1704931200}));
}

void TestDayChart::hoverTellsTheBar()
{
    Shown shown(daysFrom(QDate(2024, 1, 1), 10, 1, 1));
    QTest::mouseMove(shown.chart.viewport(), shown.centre(3));
    QTRY_COMPARE(shown.chart.current(), 3);
    QVERIFY(shown.chart.accessibleDescription().startsWith(u"2024-01-04\n"_s));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(shown.chart.viewport(), &leave);
    QCOMPARE(shown.chart.current(), -1);
}

void TestDayChart::bothColours_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDayChart::bothColours()
{
    QFETCH(bool, dark);
    Shown shown(daysFrom(QDate(2024, 1, 1), 3, 75, 25));
    const QPalette palette = dark ? darkPalette() : lightPalette();
    shown.chart.setPalette(palette);
    const QImage picture = shown.chart.grab().toImage();
    const int passed = pixelsOf(shown.chart, picture, 1, color(Meaning::Aligned, palette));
    const int failed = pixelsOf(shown.chart, picture, 1, color(Meaning::Failed, palette));
    // The bar of 100 fills the whole height: three parts to one.
    const double height = shown.chart.plot().height();
    QVERIFY2(std::abs(passed - height * 0.75) <= 3, qPrintable(QString::number(passed)));
    QVERIFY2(std::abs(failed - height * 0.25) <= 3, qPrintable(QString::number(failed)));
}

void TestDayChart::fewAreSeen()
{
    std::vector<DayCount> days = daysFrom(QDate(2024, 1, 1), 3, 100'000, 0);
    days[1] = {days[1].day, 100'000, 1};
    days[2] = {days[2].day, 1, 0};
    const Shown shown(days);
    const QPalette palette = lightPalette();
    QImage picture(shown.chart.size(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    const_cast<DayChart &>(shown.chart).QWidget::render(&picture);
    QVERIFY(pixelsOf(shown.chart, picture, 1, color(Meaning::Failed, palette)) >= 1);
    QVERIFY(pixelsOf(shown.chart, picture, 2, color(Meaning::Aligned, palette)) >= 1);
    QCOMPARE(pixelsOf(shown.chart, picture, 0, color(Meaning::Failed, palette)), 0);
}

void TestDayChart::emptyIsCalm()
{
    Shown shown({});
    QVERIFY(shown.chart.bars().empty());
    for (int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Return})
        QTest::keyClick(&shown.chart, Qt::Key(key));
    QTest::mouseClick(shown.chart.viewport(), Qt::LeftButton);
    QCOMPARE(shown.chart.current(), -1);
    QVERIFY(!shown.chart.grab().isNull());
}

void TestDayChart::linesStandAtTheirNumbers_data()
{
    QTest::addColumn<QSize>("before");
    QTest::addColumn<QSize>("after");
    QTest::newRow("as it was shown") << QSize(640, 240) << QSize(640, 240);
    QTest::newRow("made lower") << QSize(640, 300) << QSize(640, 200);
    QTest::newRow("made higher") << QSize(640, 180) << QSize(640, 320);
    QTest::newRow("made narrower") << QSize(900, 240) << QSize(400, 240);
}

/// 30 messages a day: lines at 0, 10, 20 and 30, each where a bar of that height ends.
void TestDayChart::linesStandAtTheirNumbers()
{
    QFETCH(QSize, before);
    QFETCH(QSize, after);
    Shown shown(daysFrom(QDate(2024, 1, 1), 10, 20, 10), before);
    QCoreApplication::processEvents();
    shown.chart.resize(after);
    shown.chart.setDays(daysFrom(QDate(2024, 1, 1), 10, 20, 10), english);
    QCoreApplication::processEvents();
    const QImage picture = shown.chart.grab().toImage();
    const QRectF plot = shown.chart.plot();
    // Between two bars only the lines are seen.
    const int x = int(shown.chart.column(4).right());
    QList<int> lines;
    const QColor ground = picture.pixelColor(x, int(plot.top()) + 4);
    for (int y = int(plot.top()) - 2; y < int(plot.bottom()) - 2; ++y) {
        if (!near(picture.pixelColor(x, y), ground) && (lines.isEmpty() || y > lines.last() + 2))
            lines.append(y);
    }
    QCOMPARE(lines.size(), 3); // that at 0 is under the bars
    for (int i = 0; i < 3; ++i) {
        const double wanted = plot.top() + i * plot.height() / 3;
        QVERIFY2(std::abs(lines[i] - wanted) <= 2,
            qPrintable(u"%1, not %2"_s.arg(lines[i]).arg(wanted)));
    }
}

QTEST_MAIN(TestDayChart)
#include "tst_daychart.moc"
