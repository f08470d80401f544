// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/heatmap.h"

#include "paint/fonts.h"
#include "widgets/heatmapview.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format english{QLocale(QLocale::English), true};

QFont baseFont()
{
    QFont font;
    font.setPixelSize(14);
    return font;
}

/// 1,000 messages: 500 pass by both, 300 by DKIM alone, 150 pass for others, 50 nothing.
Matrix sample()
{
    Matrix matrix;
    matrix.messages = {500, 0, 300, 0, 150, 0, 0, 0, 50};
    matrix.records = {5, 0, 3, 0, 2, 0, 0, 0, 1};
    return matrix;
}

QImage painted(const HeatmapData &data, const HeatmapLayout &layout, const QPalette &palette)
{
    QImage picture(layout.size().toSize() + QSize(1, 1), QImage::Format_RGB32);
    picture.fill(palette.color(QPalette::Base));
    QPainter painter(&picture);
    paintHeatmap(painter, data, layout, palette, baseFont());
    return picture;
}

/// A place of a cell where nothing but its background is.
QPoint quietPlace(const HeatmapLayout &layout, int cell)
{
    const QRectF area = layout.cell(cell);
    return QPointF(area.left() + 5, area.center().y()).toPoint();
}

} // namespace

class TestHeatmap final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts();
    void layouts_data();
    void layouts();
    void hits();
    void textsFit_data();
    void textsFit();
    void coloursFollowShares();
    void paintsMeanings_data();
    void paintsMeanings();
    void emptyMatrix();
    void keyboardMoves_data();
    void keyboardMoves();
    void clicksAndEnter();
    void aClickThatLeavesIsNone();
    void hoverDwells();
    void isAccessible();
};

void TestHeatmap::texts()
{
    const HeatmapData data = heatmapData(sample(), english);
    QCOMPARE(data.percents[0], u"50.00\u00a0%"_s);
    QCOMPARE(data.counts[0], u"500"_s);
    QCOMPARE(data.percents[8], u"5.00\u00a0%"_s);
    QCOMPARE(data.rowCounts, (std::array<QString, 3>{u"800"_s, u"150"_s, u"50"_s}));
    QCOMPARE(data.columnCounts, (std::array<QString, 3>{u"500"_s, u"150"_s, u"350"_s}));
    QCOMPARE(data.columnPercents[2], u"35.00\u00a0%"_s);
    QCOMPARE(data.totalCount, u"1,000"_s);
    QCOMPARE(data.rows[0], u"DKIM Pass & Aligned"_s);
    QCOMPARE(data.columns[2], u"SPF Fail"_s);
}

void TestHeatmap::layouts_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("totals");
    QTest::newRow("large") << QSizeF(900, 620) << true;
    QTest::newRow("as in a low window") << QSizeF(520, 380) << true;
    QTest::newRow("narrow") << QSizeF(300, 220) << true;
    QTest::newRow("without totals") << QSizeF(400, 300) << false;
}

void TestHeatmap::layouts()
{
    QFETCH(QSizeF, size);
    QFETCH(bool, totals);
    HeatmapData data = heatmapData(sample(), english);
    data.totals = totals;
    const HeatmapLayout layout(data, baseFont(), size);
    const QRectF all(QPointF(0, 0), size + QSizeF(0.01, 0.01));
    for (int i = 0; i < cellCount; ++i) {
        QVERIFY(!layout.cell(i).isEmpty());
        QVERIFY(all.contains(layout.cell(i)));
        QCOMPARE(layout.cell(i).size(), layout.cell(0).size());
        for (int j = 0; j < i; ++j)
            QVERIFY(!layout.cell(i).intersects(layout.cell(j)));
        for (int j = 0; j < outcomeCount; ++j) {
            QVERIFY(!layout.cell(i).intersects(layout.rowHeading(j)));
            QVERIFY(!layout.cell(i).intersects(layout.columnHeading(j)));
            QVERIFY(!layout.cell(i).intersects(layout.rowTotal(j)));
            QVERIFY(!layout.cell(i).intersects(layout.columnTotal(j)));
        }
    }
    QCOMPARE(layout.columnTotal(0).isEmpty(), !totals);
    // DKIM goes down, SPF across.
    QVERIFY(
        layout.cell(Cell{Outcome::Failed, Outcome::Aligned}.index()).top() > layout.cell(0).top());
    QVERIFY(layout.cell(Cell{Outcome::Aligned, Outcome::Failed}.index()).left() >
        layout.cell(0).left());
}

void TestHeatmap::hits()
{
    const HeatmapData data = heatmapData(sample(), english);
    const HeatmapLayout layout(data, baseFont(), QSizeF(600, 420));
    for (int i = 0; i < cellCount; ++i)
        QCOMPARE(layout.cellAt(layout.cell(i).center()), i);
    const QPointF between(
        (layout.cell(0).right() + layout.cell(1).left()) / 2, layout.cell(0).center().y());
    QCOMPARE(layout.cellAt(between), -1);
    QCOMPARE(layout.cellAt(layout.rowHeading(1).center()), -1);
    QCOMPARE(layout.cellAt(layout.rowTotal(1).center()), -1);
    QCOMPARE(layout.cellAt({-1, -1}), -1);
    QCOMPARE(layout.cellAt({601, 200}), -1);
}

void TestHeatmap::textsFit_data()
{
    QTest::addColumn<int>("width");
    for (int width : {320, 420, 520, 700, 1000})
        QTest::addRow("%d wide", width) << width;
}

void TestHeatmap::textsFit()
{
    QFETCH(int, width);
    Matrix matrix;
    matrix.messages.fill(123'456'789);
    const HeatmapData data = heatmapData(matrix, english);
    const HeatmapLayout layout(data, baseFont(), QSizeF(width, width * 0.7));
    const auto advance = [](int size, bool bold, const QString &text) {
        return QFontMetricsF(sized(baseFont(), size, bold)).horizontalAdvance(text);
    };
    const qreal room = layout.cell(0).width();
    QVERIFY(layout.percentSize() >= 8);
    QVERIFY(advance(layout.percentSize(), true, data.percents[0]) <= room);
    QVERIFY(advance(layout.countSize(), false, data.counts[0]) <= room);
    if (layout.wordSize() > 0) {
        for (const QString &word : data.words)
            QVERIFY(advance(layout.wordSize(), false, word) <= room);
    }
}

void TestHeatmap::coloursFollowShares()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const QColor base = palette.color(QPalette::Base);
        const auto distance = [&base](const QColor &color) {
            return std::abs(color.red() - base.red()) + std::abs(color.green() - base.green()) +
                std::abs(color.blue() - base.blue());
        };
        int before = distance(cellColor(Meaning::Failed, 0, palette));
        for (double part : {0.001, 0.01, 0.1, 0.5, 1.0}) {
            const int now = distance(cellColor(Meaning::Failed, part, palette));
            QVERIFY(now > before);
            before = now;
        }
    }
}

void TestHeatmap::paintsMeanings_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestHeatmap::paintsMeanings()
{
    QFETCH(QPalette, palette);
    const HeatmapData data = heatmapData(sample(), english);
    const HeatmapLayout layout(data, baseFont(), QSizeF(600, 420));
    const QImage picture = painted(data, layout, palette);
    const auto at = [&](int cell) { return picture.pixelColor(quietPlace(layout, cell)); };
    QCOMPARE(at(0), cellColor(Meaning::Aligned, 0.5, palette));
    QCOMPARE(at(1), cellColor(Meaning::Aligned, 0, palette));
    QCOMPARE(at(2), cellColor(Meaning::Aligned, 0.3, palette));
    QCOMPARE(at(4), cellColor(Meaning::Unaligned, 0.15, palette));
    QCOMPARE(at(8), cellColor(Meaning::Failed, 0.05, palette));
}

void TestHeatmap::emptyMatrix()
{
    const HeatmapData data = heatmapData({}, english);
    QCOMPARE(data.percents[0], u"–"_s);
    const HeatmapLayout layout(data, baseFont(), QSizeF(600, 420));
    const QImage picture = painted(data, layout, lightPalette());
    QCOMPARE(
        picture.pixelColor(quietPlace(layout, 0)), cellColor(Meaning::Aligned, 0, lightPalette()));
}

void TestHeatmap::keyboardMoves_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("to");
    QTest::newRow("right") << 0 << int(Qt::Key_Right) << 1;
    QTest::newRow("down") << 0 << int(Qt::Key_Down) << 3;
    QTest::newRow("the edge holds") << 2 << int(Qt::Key_Right) << 2;
    QTest::newRow("up from the top") << 1 << int(Qt::Key_Up) << 1;
    QTest::newRow("home") << 5 << int(Qt::Key_Home) << 3;
    QTest::newRow("end") << 3 << int(Qt::Key_End) << 5;
}

void TestHeatmap::keyboardMoves()
{
    QFETCH(int, from);
    QFETCH(int, key);
    QFETCH(int, to);
    HeatmapView view;
    view.setMatrix(sample(), english);
    view.setCurrent(from);
    QTest::keyClick(&view, Qt::Key(key));
    QCOMPARE(view.current(), to);
}

void TestHeatmap::clicksAndEnter()
{
    HeatmapView view;
    view.resize(600, 420);
    view.show();
    view.setMatrix(sample(), english);
    QSignalSpy activated(&view, &HeatmapView::activated);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.heatmapLayout().cell(4).center().toPoint());
    QCOMPARE(view.current(), 4);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Space);
    QTest::mouseClick(&view, Qt::RightButton, {}, view.heatmapLayout().cell(0).center().toPoint());
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated[0][0].toInt(), 4);
    QCOMPARE(activated[1][0].toInt(), 5);
    QCOMPARE(activated[2][0].toInt(), 5);
}

void TestHeatmap::aClickThatLeavesIsNone()
{
    HeatmapView view;
    view.resize(600, 420);
    view.show();
    view.setMatrix(sample(), english);
    QSignalSpy activated(&view, &HeatmapView::activated);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.heatmapLayout().cell(0).center().toPoint());
    QTest::mouseRelease(&view, Qt::LeftButton, {}, view.heatmapLayout().cell(1).center().toPoint());
    QCOMPARE(activated.size(), 0);
}

void TestHeatmap::hoverDwells()
{
    HeatmapView view;
    view.resize(600, 420);
    view.show();
    view.setMatrix(sample(), english);
    view.setCurrent(0);
    QTest::mouseMove(&view, view.heatmapLayout().cell(8).center().toPoint());
    QTRY_COMPARE(view.data().hovered, 8);
    QTRY_COMPARE(view.current(), 8);
}

void TestHeatmap::isAccessible()
{
    HeatmapView view;
    view.setMatrix(sample(), english);
    view.setCurrent(2);
    QCOMPARE(
        view.accessibleName(), u"DKIM Pass & Aligned, SPF Fail: 30.00\u00a0%, messages: 300, Pass"_s);
    view.setSelected({2});
    QVERIFY(view.accessibleDescription().contains(u"shows all cells again"_s));
}

QTEST_MAIN(TestHeatmap)
#include "tst_heatmap.moc"
