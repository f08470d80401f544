// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/xmlview.h"

#include "paint/theme.h"
#include "widgets/xmlcolours.h"

#include <QScrollBar>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const TextLines> linesOf(const QString &text)
{
    return std::make_shared<TextLines>(TextLines::of(text));
}

} // namespace

class TestXmlView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void colours_data();
    void colours();
    void coloursAreBounded();
    void coloursAreReadable_data();
    void coloursAreReadable();
    void lightsUp();
    void newTextForgetsTheLight();
};

void TestXmlView::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("wanted");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("one") << u"abc"_s << QStringList{u"abc"_s};
    QTest::newRow("ended") << u"abc\n"_s << QStringList{u"abc"_s};
    QTest::newRow("two") << u"abc\ndefg"_s << QStringList{u"abc"_s, u"defg"_s};
    QTest::newRow("empty ones") << u"\n\na\n"_s << QStringList{{}, {}, u"a"_s};
}

void TestXmlView::lines()
{
    QFETCH(QString, text);
    QFETCH(QStringList, wanted);
    XmlView view;
    view.setLines(linesOf(text));
    QStringList lines;
    qsizetype longest = 0;
    for (int i = 0; i < view.lineCount(); ++i) {
        lines.append(view.lineText(i));
        longest = std::max(longest, lines.last().size());
    }
    QCOMPARE(lines, wanted);
    QCOMPARE(TextLines::of(text).longest, int(longest));
}

void TestXmlView::colours_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("colours"); // n name, a attribute, q quiet, . none
    QTest::newRow("element") << u"  <count>2</count>"_s << u"..qnnnnnq.qqnnnnnq"_s;
    QTest::newRow("empty") << u"<a/>"_s << u"qnqq"_s;
    QTest::newRow("attribute") << u"<a b=\"c\">"_s << u"qnaaaaaaq"_s;
    QTest::newRow("attribute, empty") << u"<a b='c'/>"_s << u"qnaaaaaaqq"_s;
    QTest::newRow("declaration") << u"<?xml v?>"_s << u"qqnnnaaqq"_s;
    QTest::newRow("comment") << u"x<!-- <a> -->y"_s << u".qqqqqqqqqqqq."_s;
    QTest::newRow("open comment") << u"<!-- a"_s << u"qqqqqq"_s;
    QTest::newRow("document type") << u"<!DOCTYPE a>"_s << u"qqqqqqqqqqqq"_s;
    QTest::newRow("text") << u"a > b"_s << u"....."_s;
    QTest::newRow("damaged") << u"a<"_s << u".q"_s;
    QTest::newRow("damaged tag") << u"<a<b>"_s << u"qnaaq"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestXmlView::colours()
{
    QFETCH(QString, line);
    const QPalette palette = lightPalette();
    QString colours(line.size(), u'.');
    for (const QTextLayout::FormatRange &range : xmlColours(line, palette)) {
        const QColor color = range.format.foreground().color();
        const QChar letter = color == palette.color(QPalette::Link) ? u'n'
            : color == palette.color(QPalette::LinkVisited)         ? u'a'
                                                                    : u'q';
        for (int i = 0; i < range.length; ++i) {
            QCOMPARE(colours.at(range.start + i), QChar(u'.'));
            colours[range.start + i] = letter;
        }
    }
    QTEST(colours, "colours");
}

void TestXmlView::coloursAreBounded()
{
    QVERIFY(xmlColours(QString(100'000, u'<'), lightPalette()).size() < 1000);
    QVERIFY(xmlColours(u"<a/>"_s.repeated(100'000), lightPalette()).size() < 1000);
}

void TestXmlView::coloursAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestXmlView::coloursAreReadable()
{
    QFETCH(QPalette, palette);
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
            0.0722 * linear(color.blueF());
    };
    const double base = luminance(palette.color(QPalette::Base));
    for (const QTextLayout::FormatRange &range : xmlColours(u"<a b=\"c\">"_s, palette)) {
        const double text = luminance(range.format.foreground().color());
        QVERIFY((std::max(base, text) + 0.05) / (std::min(base, text) + 0.05) >= 4.5);
    }
}

void TestXmlView::lightsUp()
{
    XmlView view;
    view.resize(300, 200);
    view.show();
    view.setLines(linesOf(u"<a>b</a>\n"_s.repeated(1000)));
    view.lightUp({500, 20}, {504, 3});
    QCOMPARE(view.outer(), (LineSpan{500, 20}));
    QCOMPARE(view.inner(), (LineSpan{504, 3}));
    QVERIFY(view.visibleLines().holds(504));
    QCOMPARE(view.caret().line, 504);
    // What is in sight already does not scroll.
    const int before = view.verticalScrollBar()->value();
    view.lightUp({500, 20}, {505, 1});
    QCOMPARE(view.verticalScrollBar()->value(), before);
    // Lines that do not exist are no reason to move.
    view.lightUp({5000, 20}, {});
    QCOMPARE(view.verticalScrollBar()->value(), before);
    const QImage picture = view.viewport()->grab().toImage();
    QVERIFY(!picture.isNull());
}

void TestXmlView::newTextForgetsTheLight()
{
    XmlView view;
    view.setLines(linesOf(u"a\nb\nc"_s));
    view.lightUp({1, 2}, {1, 1});
    view.setLines(linesOf(u"a"_s));
    QVERIFY(view.outer().isEmpty());
    QVERIFY(view.inner().isEmpty());
    QCOMPARE(view.caret(), TextPlace());
}

QTEST_MAIN(TestXmlView)
#include "tst_xmlview.moc"
