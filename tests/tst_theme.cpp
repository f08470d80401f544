// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/theme.h"

#include "paint/heatmap.h"
#include "paint/marks.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array meanings{
    Meaning::Aligned, Meaning::Unaligned, Meaning::Failed, Meaning::Unknown};

/// Contrast of WCAG 2.1, written down here once more so that the test does not trust the code.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
            0.0722 * linear(color.blueF());
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QByteArray described(const QColor &a, const QColor &b)
{
    return u"%1 on %2: %3"_s.arg(a.name(), b.name(), QString::number(contrast(a, b))).toUtf8();
}

void addPalettes()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

QImage markPicture(Meaning meaning, int side)
{
    QImage picture(side, side, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintMark(painter, QRectF(2, 2, side - 4, side - 4), meaning, Qt::red);
    return picture;
}

} // namespace

class TestTheme final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfTheTestItself();
    void textIsReadable_data() { addPalettes(); }
    void textIsReadable();
    void textOnColoursOfMeaning_data() { addPalettes(); }
    void textOnColoursOfMeaning();
    void coloursStandOut_data() { addPalettes(); }
    void coloursStandOut();
    void coloursOfOkabeAndIto();
    void shades_data() { addPalettes(); }
    void shades();
    void lightAndDark();
    void meaningsOfCells_data();
    void meaningsOfCells();
    void marksDiffer_data();
    void marksDiffer();
    void marksStayInside_data();
    void marksStayInside();
    void icons();
};

void TestTheme::contrastOfTheTestItself()
{
    QCOMPARE(std::round(contrast(Qt::black, Qt::white)), 21.0);
    QCOMPARE(std::round(contrast(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454.0);
}

void TestTheme::textIsReadable()
{
    QFETCH(QPalette, palette);
    const auto check = [&palette](QPalette::ColorRole text, QPalette::ColorRole background) {
        const QColor a = palette.color(text);
        const QColor b = palette.color(background);
        QVERIFY2(contrast(a, b) >= 4.5, described(a, b).constData());
    };
    for (QPalette::ColorRole background :
        {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
        check(QPalette::Text, background);
        check(QPalette::WindowText, background);
        check(QPalette::PlaceholderText, background);
        check(QPalette::Link, background);
    }
    check(QPalette::ButtonText, QPalette::Button);
    check(QPalette::HighlightedText, QPalette::Highlight);
    check(QPalette::ToolTipText, QPalette::ToolTipBase);
}

void TestTheme::textOnColoursOfMeaning()
{
    QFETCH(QPalette, palette);
    for (Meaning meaning : meanings) {
        for (double strength = 0; strength <= 1.001; strength += 0.05) {
            const QColor background = shade(meaning, palette, strength);
            QVERIFY2(contrast(textOn(background), background) >= 4.5,
                described(textOn(background), background).constData());
        }
        for (double part = 0.0005; part <= 1; part *= 1.5) {
            const QColor cell = cellColor(meaning, part, palette);
            QVERIFY2(contrast(textOn(cell), cell) >= 4.5, described(textOn(cell), cell).constData());
        }
        // An empty cell has quiet text.
        const QColor empty = cellColor(meaning, 0, palette);
        const QColor quiet = palette.color(QPalette::PlaceholderText);
        QVERIFY2(contrast(quiet, empty) >= 4.5, described(quiet, empty).constData());
    }
}

void TestTheme::coloursStandOut()
{
    QFETCH(QPalette, palette);
    for (Meaning meaning : meanings) {
        const QColor shown = color(meaning, palette);
        QVERIFY2(contrast(shown, palette.color(QPalette::Base)) >= 3,
            described(shown, palette.color(QPalette::Base)).constData());
    }
}

void TestTheme::coloursOfOkabeAndIto()
{
    QCOMPARE(color(Meaning::Aligned, lightPalette()).name(), u"#0072b2"_s);
    QCOMPARE(color(Meaning::Failed, lightPalette()).name(), u"#d55e00"_s);
}

void TestTheme::shades()
{
    QFETCH(QPalette, palette);
    for (Meaning meaning : meanings) {
        QCOMPARE(shade(meaning, palette, 0), palette.color(QPalette::Base));
        QCOMPARE(shade(meaning, palette, 1), color(meaning, palette));
        QCOMPARE(shade(meaning, palette, 7), color(meaning, palette));
        QCOMPARE(shade(meaning, palette, -1), palette.color(QPalette::Base));
    }
}

void TestTheme::lightAndDark()
{
    QVERIFY(!isDark(lightPalette()));
    QVERIFY(isDark(darkPalette()));
}

void TestTheme::meaningsOfCells_data()
{
    QTest::addColumn<Outcome>("dkim");
    QTest::addColumn<Outcome>("spf");
    QTest::addColumn<Meaning>("meaning");
    const auto a = Outcome::Aligned;
    const auto u = Outcome::Unaligned;
    const auto f = Outcome::Failed;
    QTest::newRow("both") << a << a << Meaning::Aligned;
    QTest::newRow("DKIM alone") << a << f << Meaning::Aligned;
    QTest::newRow("SPF alone") << f << a << Meaning::Aligned;
    QTest::newRow("both for others") << u << u << Meaning::Unaligned;
    QTest::newRow("DKIM for another") << u << f << Meaning::Unaligned;
    QTest::newRow("SPF for another") << f << u << Meaning::Unaligned;
    QTest::newRow("nothing") << f << f << Meaning::Failed;
}

void TestTheme::meaningsOfCells()
{
    QFETCH(Outcome, dkim);
    QFETCH(Outcome, spf);
    QFETCH(Meaning, meaning);
    QCOMPARE(meaningOf(Cell{dkim, spf}), meaning);
}

void TestTheme::marksDiffer_data()
{
    QTest::addColumn<int>("side");
    QTest::newRow("small") << 12;
    QTest::newRow("large") << 64;
}

void TestTheme::marksDiffer()
{
    QFETCH(int, side);
    for (Meaning a : meanings) {
        for (Meaning b : meanings) {
            if (a != b) {
                QVERIFY(mark(a) != mark(b));
                QVERIFY(markPicture(a, side) != markPicture(b, side));
            }
        }
    }
}

void TestTheme::marksStayInside_data()
{
    QTest::addColumn<Meaning>("meaning");
    QTest::newRow("aligned") << Meaning::Aligned;
    QTest::newRow("not aligned") << Meaning::Unaligned;
    QTest::newRow("failed") << Meaning::Failed;
    QTest::newRow("unknown") << Meaning::Unknown;
}

void TestTheme::marksStayInside()
{
    QFETCH(Meaning, meaning);
    const QImage picture = markPicture(meaning, 40);
    int inside = 0;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) {
            const bool painted = qAlpha(picture.pixel(x, y)) > 0;
            const bool border = x < 1 || y < 1 || x > 38 || y > 38;
            QVERIFY(!(painted && border));
            inside += painted;
        }
    }
    QVERIFY(inside > 50);
}

void TestTheme::icons()
{
    const QIcon icon = symbolIcon(u"overview"_s, darkPalette());
    QVERIFY(!icon.isNull());
    const QImage picture = icon.pixmap(32, 32).toImage();
    const QColor text = darkPalette().color(QPalette::Text);
    bool found = false;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            found = found || picture.pixelColor(x, y) == text;
    }
    QVERIFY(found);
    QVERIFY(symbolIcon(u"no-such-icon"_s, darkPalette()).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
