// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/fonts.h"
#include "widgets/bytesview.h"


#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const ByteLines> linesOf(const QByteArray &bytes)
{
    return std::make_shared<ByteLines>(ByteLines::of(bytes));
}

/// Shows what the protected parts of the view say.
QStringList shown(const BytesView &view)
{
    QStringList lines;
    for (int i = 0; i < view.lineCount(); ++i)
        lines.append(view.lineText(i));
    return lines;
}

} // namespace

class TestBytesView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsLines_data();
    void cutsLines();
    void linesAgreeWithPlaces();
    void longLinesInPieces();
    void choosesTheMode_data();
    void choosesTheMode();
    void hexadecimal();
    void textIsMadeVisible();
    void goesToTheSpot_data();
    void goesToTheSpot();
    void marksTheSpot();
    void selectsAndCopies();
    void keyboard();
    void tellsLines();
    void emptyBytes();
};

void TestBytesView::cutsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("one") << QByteArray("abc") << QStringList{u"abc"_s};
    QTest::newRow("lf") << QByteArray("a\nb\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("crlf") << QByteArray("a\r\nb") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("cr") << QByteArray("a\rb") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("empty lines") << QByteArray("\n\r\n\nx") << QStringList{{}, {}, {}, u"x"_s};
    QTest::newRow("utf-8") << QByteArray("\xe4\xbe\x8b") << QStringList{u"例"_s};
    QTest::newRow("latin-1") << QByteArray("\xe4\xf6") << QStringList{u"äö"_s};
}

void TestBytesView::cutsLines()
{
    QFETCH(QByteArray, bytes);
    BytesView view;
    view.setBytes(linesOf(bytes), -1);
    QTEST(shown(view), "lines");
}

/// The numbers of lines are those of Place, whatever the line ends are.
void TestBytesView::linesAgreeWithPlaces()
{
    const QByteArray bytes = "a\r\nbb\n\n\rc\r\n" + QByteArray(1500, 'x') + "\nlast";
    const ByteLines lines = ByteLines::of(bytes);
    for (qint64 i = 0; i < bytes.size(); ++i) {
        const ByteLines::Piece &piece = lines.pieces[size_t(lines.pieceAt(i))];
        QCOMPARE(piece.number, placeOf(bytes, i).line);
    }
}

void TestBytesView::longLinesInPieces()
{
    const ByteLines lines = ByteLines::of(QString(1000, u'例').toUtf8() + "\nx");
    QCOMPARE(lines.pieces.size(), size_t(7));
    QString text;
    for (size_t i = 0; i + 1 < lines.pieces.size(); ++i) {
        QCOMPARE(lines.pieces[i].number, 1);
        QCOMPARE(lines.pieces[i].first, i == 0);
        QCOMPARE(lines.pieces[i].length % 3, 0);
        text +=
            QString::fromUtf8(lines.bytes.sliced(lines.pieces[i].start, lines.pieces[i].length));
    }
    QCOMPARE(text, QString(1000, u'例'));
    QCOMPARE(lines.pieces.back().number, 2);
    const ByteLines noText = ByteLines::of(QByteArray(2000, char(0x80)));
    QCOMPARE(noText.pieces.size(), size_t(4));
}

void TestBytesView::choosesTheMode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("mode");
    const int text = int(BytesView::Mode::Text);
    const int hex = int(BytesView::Mode::Hex);
    QTest::newRow("xml") << QByteArray("<?xml version='1.0'?>\n<feedback/>") << text;
    QTest::newRow("japanese") << u"例え"_s.toUtf8() << text;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) << hex;
    QTest::newRow("utf-16") << QByteArray("\xff\xfe<\0f\0", 6) << hex;
    QTest::newRow("one odd byte in a long text")
        << QByteArray("x\x01") + QByteArray(200, 'y') << text;
}

void TestBytesView::choosesTheMode()
{
    QFETCH(QByteArray, bytes);
    BytesView view;
    view.setBytes(linesOf(bytes), -1);
    QTEST(int(view.mode()), "mode");
}

void TestBytesView::hexadecimal()
{
    BytesView view;
    view.setBytes(linesOf(QByteArray("\x1f\x8b\0<abcdefghijklmnop\x7f", 21)), 4);
    QCOMPARE(shown(view),
        QStringList({u"1f 8b 00 3c 61 62 63 64 65 66 67 68 69 6a 6b 6c  ...<abcdefghijkl"_s,
            u"6d 6e 6f 70 7f                                   mnop."_s}));
    QCOMPARE(view.caret(), (TextPlace{0, 12}));
}

void TestBytesView::textIsMadeVisible()
{
    BytesView view;
    view.setBytes(linesOf(u"a\u202Eb\tc"_s.toUtf8()), -1);
    QCOMPARE(shown(view), QStringList{u"a‹U+202E›b\tc"_s});
}

void TestBytesView::goesToTheSpot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<TextPlace>("caret");
    QTest::newRow("start") << QByteArray("abc") << qint64(0) << TextPlace{0, 0};
    QTest::newRow("second line") << QByteArray("abc\ndef") << qint64(5) << TextPlace{1, 1};
    QTest::newRow("behind a wide character") << u"例x"_s.toUtf8() << qint64(3) << TextPlace{0, 1};
    QTest::newRow("behind an escape") << u"\u202Ex"_s.toUtf8() << qint64(3) << TextPlace{0, 8};
    QTest::newRow("line end") << QByteArray("abc\n\ndef") << qint64(3) << TextPlace{0, 3};
    QTest::newRow("behind the end") << QByteArray("abc\ndef") << qint64(99) << TextPlace{1, 2};
    QTest::newRow("none") << QByteArray("abc\ndef") << qint64(-1) << TextPlace{0, 0};
}

void TestBytesView::goesToTheSpot()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, offset);
    QFETCH(TextPlace, caret);
    BytesView view;
    view.setBytes(linesOf(bytes), offset);
    QCOMPARE(view.caret(), caret);
    QCOMPARE(view.outer(), offset < 0 ? LineSpan{} : (LineSpan{caret.line, 1}));
    view.setMode(BytesView::Mode::Hex);
    const int wanted = int(std::min<qint64>(std::max<qint64>(offset, 0), bytes.size() - 1));
    QCOMPARE(view.caret(), (TextPlace{0, wanted * 3}));
    view.setMode(BytesView::Mode::Text);
    QCOMPARE(view.caret(), caret);
}

/// The spot has another background than the same view without a spot.
void TestBytesView::marksTheSpot()
{
    BytesView view;
    view.resize(600, 300);
    view.show();
    const QByteArray bytes =
        QByteArray("line\n").repeated(1000) + "here it is\n" + QByteArray("more\n").repeated(500);
    view.setBytes(linesOf(bytes), -1);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    view.setBytes(linesOf(bytes), 5000);
    QVERIFY(view.visibleLines().holds(1000));
    const QImage with = view.viewport()->grab().toImage();
    int marked = 0;
    const QRgb strange = qRgb(0xd5, 0x5e, 0x00);
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            marked += with.pixel(x, y) == strange ? 1 : 0;
    }
    QVERIFY2(marked > 20, qPrintable(QString::number(marked)));
}

void TestBytesView::selectsAndCopies()
{
    BytesView view;
    view.setBytes(linesOf("first\nsecond\nthird"), -1);
    QCOMPARE(view.selectedText(), QString());
    view.selectAll();
    QCOMPARE(view.selectedText(), u"first\nsecond\nthird"_s);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"first\nsecond\nthird"_s);
    view.resize(400, 200);
    view.show();
    const int height = QFontMetrics(fixedFace(view.font())).lineSpacing();
    const QPoint word(10 + QFontMetrics(fixedFace(view.font())).horizontalAdvance(u"3__se"_s) + 10,
        height * 3 / 2);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, word);
    QCOMPARE(view.selectedText(), u"second"_s);
}

void TestBytesView::keyboard()
{
    BytesView view;
    view.setBytes(linesOf("ab\nc\nde😀f"), -1);
    const auto press = [&view](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
        return view.caret();
    };
    QCOMPARE(press(Qt::Key_Up), (TextPlace{0, 0}));
    QCOMPARE(press(Qt::Key_End), (TextPlace{0, 2}));
    QCOMPARE(press(Qt::Key_Down), (TextPlace{1, 1}));
    QCOMPARE(press(Qt::Key_Right), (TextPlace{2, 0}));
    QCOMPARE(press(Qt::Key_Left), (TextPlace{1, 1}));
    QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), (TextPlace{2, 5}));
    QCOMPARE(press(Qt::Key_Right), (TextPlace{2, 5}));
    press(Qt::Key_Left);
    QCOMPARE(press(Qt::Key_Left), (TextPlace{2, 2}));
    QCOMPARE(press(Qt::Key_Home), (TextPlace{2, 0}));
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"ab\n"_s);
    QCOMPARE(press(Qt::Key_PageDown).line, 2);
    QCOMPARE(press(Qt::Key_PageUp).line, 0);
    QCOMPARE(view.selectedText(), QString());
}

void TestBytesView::tellsLines()
{
    BytesView view;
    QSignalSpy chosen(&view, &LinesView::lineChosen);
    view.setBytes(linesOf("a\nb\nc"), 2);
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 2);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(chosen.size(), 1);
}

void TestBytesView::emptyBytes()
{
    BytesView view;
    view.resize(300, 100);
    view.show();
    view.setBytes(linesOf({}), 5);
    QCOMPARE(view.lineCount(), 0);
    view.selectAll();
    view.copy();
    for (int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown})
        QTest::keyClick(&view, Qt::Key(key));
    QTest::mouseDClick(view.viewport(), Qt::LeftButton);
    view.setMode(BytesView::Mode::Hex);
    QCOMPARE(view.lineCount(), 0);
    QVERIFY(!view.grab().isNull());
}

QTEST_MAIN(TestBytesView)
#include "tst_bytesview.moc"
