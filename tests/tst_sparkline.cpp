// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/sparkline.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <limits>

using namespace sekisho;

using Values = std::vector<double>;

class TestSparkline final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bars_data();
    void bars();
    void staysInside_data();
    void staysInside();
    void paints();
    void paintsNothingWithoutValues();
};

void TestSparkline::bars_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<QRectF>("area");
    QTest::addColumn<std::vector<QRectF>>("expected");
    const QRectF area(10, 20, 40, 20);
    const QRectF none;
    QTest::newRow("no values") << Values{} << area << std::vector<QRectF>{};
    // 40 / 8 values: 5 each, of which 1 is the gap.
    QTest::newRow("half of the highest is half as high")
        << Values{2, 1, 0, 0, 0, 0, 0, 2} << area
        << std::vector<QRectF>{
               {10, 20, 4, 20}, {15, 30, 4, 10}, none, none, none, none, none, {45, 20, 4, 20}};
    QTest::newRow("a few days make bars, not blocks")
        << Values{1, 1} << area << std::vector<QRectF>{{10, 20, 7, 20}, {18, 20, 7, 20}};
    QTest::newRow("the least value can be seen")
        << Values{1, 1e6} << area << std::vector<QRectF>{{10, 39, 7, 1}, {18, 20, 7, 20}};
    QTest::newRow("nothing on all days") << Values{0, 0} << area << std::vector<QRectF>{none, none};
    QTest::newRow("negative values are none")
        << Values{-5, 1} << area << std::vector<QRectF>{none, {18, 20, 7, 20}};
    QTest::newRow("no room") << Values{1, 2} << QRectF(0, 0, 0, 20)
                             << std::vector<QRectF>{none, none};
    QTest::newRow("no gaps where days are narrow")
        << Values{1, 1, 1, 1} << QRectF(0, 0, 8, 10)
        << std::vector<QRectF>{{0, 0, 2, 10}, {2, 0, 2, 10}, {4, 0, 2, 10}, {6, 0, 2, 10}};
}

void TestSparkline::bars()
{
    QFETCH(const Values, values);
    QFETCH(const QRectF, area);
    QFETCH(const std::vector<QRectF>, expected);
    const SparklineLayout layout(values, area);
    QCOMPARE(layout.area(), area);
    QCOMPARE(layout.bars().size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(layout.bars()[i], expected[i]);
}

void TestSparkline::staysInside_data()
{
    QTest::addColumn<Values>("values");
    QTest::newRow("many days") << Values(1000, 3.0);
    QTest::newRow("huge numbers") << Values{std::numeric_limits<double>::max(), 1, 0};
    QTest::newRow("no number at all") << Values{std::numeric_limits<double>::quiet_NaN(), 2, 1};
}

void TestSparkline::staysInside()
{
    QFETCH(const Values, values);
    const QRectF area(3, 4, 120, 16);
    const SparklineLayout layout(values, area);
    for (const QRectF &bar : layout.bars()) {
        if (!bar.isEmpty())
            QVERIFY2(area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(bar),
                qPrintable(QStringLiteral("%1 %2 %3 %4")
                               .arg(bar.x())
                               .arg(bar.y())
                               .arg(bar.width())
                               .arg(bar.height())));
    }
}

void TestSparkline::paints()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        paintSparkline(painter, SparklineLayout({1, 2, 0}, QRectF(0, 0, 40, 20)), Qt::black);
    }
    const QColor white(Qt::white);
    QCOMPARE(image.pixelColor(3, 5), white); // above the lower bar
    QCOMPARE(image.pixelColor(3, 15), QColor(Qt::black));
    QCOMPARE(image.pixelColor(11, 5), QColor(Qt::black)); // the highest
    QCOMPARE(image.pixelColor(19, 15), white); // the day without messages
    QCOMPARE(image.pixelColor(7, 15), white); // between two bars
    // A faint line below tells a day without messages from a table without values.
    const QColor line = image.pixelColor(30, 19);
    QVERIFY(line != white);
    QVERIFY(line.lightness() > 120);
}

void TestSparkline::paintsNothingWithoutValues()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage before = image;
    {
        QPainter painter(&image);
        paintSparkline(painter, SparklineLayout({}, QRectF(0, 0, 40, 20)), Qt::black);
    }
    QCOMPARE(image, before);
}

QTEST_GUILESS_MAIN(TestSparkline)
#include "tst_sparkline.moc"
