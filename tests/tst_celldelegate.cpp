// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/celldelegate.h"

#include "paint/fonts.h"
#include "paint/theme.h"
#include "tables/column.h"

#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect cell(0, 0, 200, 24);

struct Style {
    QPalette palette = lightPalette();
    bool selected = false;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

QStyleOptionViewItem optionOf(const Style &style)
{
    QStyleOptionViewItem option;
    option.rect = cell;
    option.palette = style.palette;
    option.direction = style.direction;
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.state.setFlag(QStyle::State_Selected, style.selected);
    option.showDecorationSelected = true;
    return option;
}

/// A model with one cell.
std::unique_ptr<QStandardItemModel> modelOf(const QString &text, const QHash<int, QVariant> &roles)
{
    auto model = std::make_unique<QStandardItemModel>(1, 1);
    const QModelIndex index = model->index(0, 0);
    model->setData(index, text);
    for (auto it = roles.cbegin(); it != roles.cend(); ++it)
        model->setData(index, it.value(), it.key());
    return model;
}

/// The cell on the palette's base, with a margin to see what leaves it.
QImage painted(const QString &text, const QHash<int, QVariant> &roles, const Style &style = {})
{
    constexpr int around = 40;
    const auto model = modelOf(text, roles);
    QImage image(cell.width() + 2 * around, cell.height(), QImage::Format_RGB32);
    image.fill(style.palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.translate(around, 0);
    CellDelegate().paint(&painter, optionOf(style), model->index(0, 0));
    painter.end();
    return image;
}

QColor at(const QImage &image, int x, int y)
{
    return image.pixelColor(x + 40, y);
}

bool isUniform(const QImage &image, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (image.pixel(x, y) != image.pixel(area.topLeft()))
                return false;
        }
    }
    return true;
}

int distance(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
        std::abs(a.blue() - b.blue());
}

} // namespace

class TestCellDelegate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void elides_data();
    void elides();
    void staysInTheCell_data();
    void staysInTheCell();
    void shares_data();
    void shares();
    void sharesFromRightToLeft();
    void marks_data();
    void marks();
    void series();
    void selectedTextCanBeRead();
    void sizes();
    void tooltips_data();
    void tooltips();
};

void TestCellDelegate::elides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fixed");
    QTest::addColumn<Qt::TextElideMode>("expected");
    QTest::newRow("words") << u"Some organization"_s << false << Qt::ElideRight;
    QTest::newRow("host name") << u"mail-qk0-f172.google.com"_s << true << Qt::ElideLeft;
    QTest::newRow("IPv4") << u"192.0.2.1"_s << true << Qt::ElideNone;
    QTest::newRow("IPv6") << u"2001:db8:400e:c05::22a"_s << true << Qt::ElideNone;
    QTest::newRow("IPv4 group") << u"192.0.2.*"_s << true << Qt::ElideNone;
    QTest::newRow("IPv6 group") << u"2001:db8:400e:*"_s << true << Qt::ElideNone;
    QTest::newRow("no address") << u"999.0.2.1"_s << true << Qt::ElideLeft;
}

void TestCellDelegate::elides()
{
    QFETCH(const QString, text);
    QFETCH(const bool, fixed);
    QTEST(elideModeOf(text, fixed), "expected");
}

void TestCellDelegate::staysInTheCell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fixed");
    QTest::newRow("words") << u"many words "_s.repeated(40) << false;
    QTest::newRow("domain") << u"label."_s.repeated(60) + u"example"_s << true;
    QTest::newRow("address") << u"2001:0db8:0000:0000:0000:ff00:0042:8329"_s << true;
    QTest::newRow("lines") << u"a\nb\nc"_s << false;
}

void TestCellDelegate::staysInTheCell()
{
    QFETCH(const QString, text);
    QFETCH(const bool, fixed);
    const QImage image = painted(text, {{FixedRole, fixed}, {MeaningRole, 0}});
    QVERIFY(isUniform(image, QRect(0, 0, 40, cell.height())));
    QVERIFY(isUniform(image, QRect(40 + cell.width(), 0, 40, cell.height())));
    QVERIFY(!isUniform(image, cell.translated(40, 0)));
}

void TestCellDelegate::shares_data()
{
    QTest::addColumn<QVariant>("share");
    QTest::addColumn<QList<int>>("filled"); ///< x where the bar is
    QTest::addColumn<QList<int>>("faint"); ///< x where only its way is
    QTest::newRow("half") << QVariant(0.5) << QList<int>{10, 90} << QList<int>{110, 190};
    QTest::newRow("all") << QVariant(1.0) << QList<int>{10, 190} << QList<int>{};
    QTest::newRow("none") << QVariant(0.0) << QList<int>{} << QList<int>{10, 190};
    QTest::newRow("more than all") << QVariant(7.0) << QList<int>{10, 190} << QList<int>{};
    QTest::newRow("less than none") << QVariant(-1.0) << QList<int>{} << QList<int>{10, 190};
}

void TestCellDelegate::shares()
{
    QFETCH(const QVariant, share);
    QFETCH(const QList<int>, filled);
    QFETCH(const QList<int>, faint);
    const QImage image = painted({}, {{ShareRole, share}});
    const QColor base = lightPalette().color(QPalette::Base);
    QCOMPARE(at(image, 100, 0), base); // the bar leaves the row's rhythm alone
    for (int x : filled) {
        QVERIFY(distance(at(image, x, 12), base) > 60);
        QVERIFY(at(image, x, 12).blue() > at(image, x, 12).red()); // the blue of what passes
    }
    for (int x : faint) {
        QVERIFY(at(image, x, 12) != base);
        QVERIFY(distance(at(image, x, 12), base) < 60);
    }
}

void TestCellDelegate::sharesFromRightToLeft()
{
    Style style;
    style.direction = Qt::RightToLeft;
    const QImage image = painted({}, {{ShareRole, 0.25}}, style);
    QVERIFY(distance(at(image, 190, 12), at(image, 10, 12)) > 40);
    QCOMPARE(at(image, 100, 12), at(image, 10, 12));
}

void TestCellDelegate::marks_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<Meaning>("meaning");
    QTest::newRow("aligned") << 0 << Meaning::Aligned;
    QTest::newRow("not aligned") << 1 << Meaning::Unaligned;
    QTest::newRow("failed") << 2 << Meaning::Failed;
    QTest::newRow("unknown") << 3 << Meaning::Unknown;
    QTest::newRow("what another version may say") << 99 << Meaning::Unknown;
}

void TestCellDelegate::marks()
{
    QFETCH(const int, value);
    QFETCH(const Meaning, meaning);
    const QImage image = painted({}, {{MeaningRole, value}});
    // The circle of what is unknown is a thin line, so its colour mixes with the background.
    const QColor wanted = color(meaning, lightPalette());
    const int near = meaning == Meaning::Unknown ? 200 : 24;
    bool found = false;
    const int size = pixelSize(QStyleOptionViewItem().font) * 2 / 3;
    for (int y = 0; y < cell.height(); ++y) {
        for (int x = 8; x < 8 + size; ++x)
            found = found || distance(at(image, x, y), wanted) < near;
    }
    QVERIFY(found);
    // Text comes after the mark.
    QVERIFY(isUniform(image, QRect(40 + 8 + size + 1, 0, 100, cell.height())));
}

void TestCellDelegate::series()
{
    const QImage image = painted({}, {{SeriesRole, QVariantList{0, 10}}});
    const QColor base = lightPalette().color(QPalette::Base);
    QCOMPARE(at(image, 11, 10), base);
    QVERIFY(distance(at(image, 19, 10), base) > 200);
    QVERIFY(isUniform(painted({}, {}), QRect(0, 0, 280, 24)));
}

void TestCellDelegate::selectedTextCanBeRead()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        Style style;
        style.palette = palette;
        style.selected = true;
        const QImage image = painted(
            u"██"_s, {{MeaningRole, 0}, {Qt::TextAlignmentRole, int(Qt::AlignRight)}}, style);
        const QColor ink = palette.color(QPalette::HighlightedText);
        const QColor background = palette.color(QPalette::Highlight);
        QVERIFY(distance(at(image, 100, 12), background) < 40);
        bool text = false;
        bool mark = false;
        for (int y = 4; y < 20; ++y) {
            for (int x = 0; x < 200; ++x) {
                const bool inked = distance(at(image, x, y), ink) < 30;
                (x < 30 ? mark : text) |= inked;
            }
        }
        QVERIFY(text);
        QVERIFY(mark); // also the mark leaves its colour, which the selection could swallow
    }
}

void TestCellDelegate::sizes()
{
    const auto sizeOf = [](const QString &text, const QHash<int, QVariant> &roles) {
        const auto model = modelOf(text, roles);
        return CellDelegate().sizeHint(optionOf({}), model->index(0, 0));
    };
    const QSize plain = sizeOf(u"192.0.2.1"_s, {});
    const QFontMetrics metrics{QStyleOptionViewItem().font};
    QCOMPARE(plain.width(), metrics.horizontalAdvance(u"192.0.2.1"_s) + 16);
    QVERIFY(sizeOf(u"192.0.2.1"_s, {{MeaningRole, 1}}).width() > plain.width() + 6);
    QVERIFY(sizeOf({}, {{SeriesRole, QVariantList{1}}}).width() >= 100);
    QVERIFY(plain.height() >= metrics.height() + 8);
    QCOMPARE(sizeOf({}, {{SeriesRole, QVariantList{1}}}).height(), plain.height());
    QCOMPARE(sizeOf(u"50 %"_s, {{ShareRole, 0.5}}).height(), plain.height());
}

void TestCellDelegate::tooltips_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("help");
    QTest::addColumn<QString>("expected");
    const QString wide = u"label."_s.repeated(60) + u"example"_s;
    QTest::newRow("a text that fits needs none") << u"fits"_s << u"fits"_s << QString();
    QTest::newRow("nothing to say") << wide << QString() << QString();
    QTest::newRow("a text that is cut") << wide << wide << u"<qt>%1</qt>"_s.arg(wide);
    QTest::newRow("more than the cell") << u"fits"_s << u"more"_s << u"<qt>more</qt>"_s;
    QTest::newRow("hostile text") << u"x"_s << u"<img src=x><b>y</b>"_s
                                  << u"<qt>&lt;img src=x&gt;&lt;b&gt;y&lt;/b&gt;</qt>"_s;
}

void TestCellDelegate::tooltips()
{
    QFETCH(const QString, text);
    QFETCH(const QString, help);
    QToolTip::hideText();
    QTRY_VERIFY(!QToolTip::isVisible());
    const auto model = modelOf(text, {{Qt::ToolTipRole, help}});
    QTreeView view;
    view.setModel(model.get());
    view.show();
    QHelpEvent event(QEvent::ToolTip, {5, 5}, view.mapToGlobal(QPoint(5, 5)));
    QVERIFY(CellDelegate().helpEvent(&event, &view, optionOf({}), model->index(0, 0)));
    QTEST(QToolTip::text(), "expected");
}

QTEST_MAIN(TestCellDelegate)
#include "tst_celldelegate.moc"
