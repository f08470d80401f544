// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/charset.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

/// Expected bytes are those that Python's codecs and the tables of JIS give.
class TestCharset final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void header_data();
    void header();
    void anyBytesGiveText();
};

void TestCharset::text_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("guessed");
    const QString parcel = u"お荷物のお届けについて"_s;
    const QByteArray jis = "1b2442242a32594a2a244e242a464f2431244b2444242424461b2842";
    QTest::newRow("ISO-2022-JP") << jis << QByteArray("ISO-2022-JP") << parcel << false;
    QTest::newRow("ISO-2022-JP, undeclared") << jis << QByteArray() << parcel << true;
    QTest::newRow("ISO-2022-JP, declared as ASCII") << jis << QByteArray("us-ascii") << parcel << true;
    QTest::newRow("ISO-2022-JP, declared as UTF-8") << jis << QByteArray("utf-8") << parcel << true;
    QTest::newRow("ISO-2022-JP, the old escape") << QByteArray("1b2440242a1b284a") << QByteArray("iso-2022-jp") << u"お"_s << false;
    QTest::newRow("ISO-2022-JP, NEC row 13") << QByteArray("1b24422d212d6a1b2842") << QByteArray("ISO-2022-JP") << u"①㈱"_s << false;
    QTest::newRow("ISO-2022-JP, IBM characters") << QByteArray("1b24427c6279751b2842") << QByteArray("ISO-2022-JP") << u"髙﨑"_s << false;
    QTest::newRow("CP50221, half-width kana") << QByteArray("1b2849364036451b2842") << QByteArray("cp50221") << u"ｶﾀｶﾅ"_s << false;
    QTest::newRow("CP50222, shifted kana") << QByteArray("0e364036450f41") << QByteArray("cp50222") << u"ｶﾀｶﾅA"_s << false;
    QTest::newRow("ISO-2022-JP-1, JIS X 0212") << QByteArray("1b24284430211b2842") << QByteArray("iso-2022-jp-1") << u"丂"_s << false;
    QTest::newRow("ISO-2022-JP, line ends in kanji") << QByteArray("1b2442242a0a41") << QByteArray("iso-2022-jp") << u"お\nA"_s << false;
    QTest::newRow("Shift_JIS") << QByteArray("82a889d795a8") << QByteArray("Shift_JIS") << u"お荷物"_s << false;
    QTest::newRow("Shift_JIS with NEC") << QByteArray("8740878aeee0") << QByteArray("x-sjis") << u"①㈱髙"_s << false;
    QTest::newRow("Shift_JIS, undeclared") << QByteArray("82a889d795a882cc82a893cd82af") << QByteArray() << u"お荷物のお届け"_s << true;
    QTest::newRow("Shift_JIS, declared as Latin-1") << QByteArray("82a889d795a882cc82a893cd82af") << QByteArray("iso-8859-1") << u"お荷物のお届け"_s << true;
    QTest::newRow("EUC-JP") << QByteArray("a4aab2d9caaa") << QByteArray("EUC-JP") << u"お荷物"_s << false;
    QTest::newRow("EUC-JP, undeclared") << QByteArray("a4aab2d9caaaa4cea4aac6cfa4b1") << QByteArray() << u"お荷物のお届け"_s << true;
    QTest::newRow("EUC-JP, declared as Shift_JIS") << QByteArray("a4aab2d9caaaa4cea4aac6cfa4b1") << QByteArray("shift_jis") << u"お荷物のお届け"_s << true;
    QTest::newRow("Shift_JIS, declared as EUC-JP") << QByteArray("82a889d795a882cc82a893cd82af") << QByteArray("euc-jp") << u"お荷物のお届け"_s << true;
    QTest::newRow("UTF-8") << u"【重要】"_s.toUtf8().toHex() << QByteArray("UTF-8") << u"【重要】"_s << false;
    QTest::newRow("UTF-8, undeclared") << u"【重要】"_s.toUtf8().toHex() << QByteArray() << u"【重要】"_s << true;
    QTest::newRow("UTF-8, declared as ISO-2022-JP") << u"【重要】"_s.toUtf8().toHex() << QByteArray("iso-2022-jp") << u"【重要】"_s << true;
    QTest::newRow("UTF-8, charset unknown") << u"【重要】"_s.toUtf8().toHex() << QByteArray("x-nonsense") << u"【重要】"_s << true;
    QTest::newRow("Latin-1") << QByteArray("4dfc6c6c6572") << QByteArray("iso-8859-1") << u"Müller"_s << false;
    QTest::newRow("ASCII") << QByteArray("48656c6c6f") << QByteArray() << u"Hello"_s << false;
}

void TestCharset::text()
{
    QFETCH(QByteArray, hex);
    QFETCH(QByteArray, declared);
    const CharsetText text = mailText(QByteArray::fromHex(hex), declared);
    QTEST(text.text, "expected");
    QTEST(text.guessed, "guessed");
    QVERIFY(!text.damaged);
}

void TestCharset::header_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("Hello") << u"Hello"_s;
    QTest::newRow("folded") << QByteArray("Hello\n\tworld") << u"Hello world"_s;
    QTest::newRow("UTF-8 B") << QByteArray("=?UTF-8?B?44CQ6YeN6KaB44CR?=") << u"【重要】"_s;
    QTest::newRow("UTF-8 Q") << QByteArray("=?utf-8?Q?=E3=80=90=E9=87=8D?= now") << u"【重 now"_s;
    QTest::newRow("a character in two words") << QByteArray("=?UTF-8?B?44CQ6Q==?=\n =?UTF-8?B?h43opoHjgJE=?=") << u"【重要】"_s;
    QTest::newRow("ISO-2022-JP B") << "=?ISO-2022-JP?B?" + QByteArray::fromHex("1b2442242a32594a2a1b2842").toBase64() + "?=" << u"お荷物"_s;
    QTest::newRow("ISO-2022-JP with NEC") << "=?iso-2022-jp?B?" + QByteArray::fromHex("1b24422d217c621b2842").toBase64() + "?=" << u"①髙"_s;
    QTest::newRow("Shift_JIS Q") << QByteArray("=?shift_jis?Q?=82=A8=89=D7=95=A8?=") << u"お荷物"_s;
    QTest::newRow("bare ISO-2022-JP") << QByteArray::fromHex("1b2442242a32594a2a1b2842") << u"お荷物"_s;
    QTest::newRow("bare UTF-8") << u"お荷物"_s.toUtf8() << u"お荷物"_s;
    QTest::newRow("declared ISO-2022-JP, is UTF-8") << "=?iso-2022-jp?B?" + u"【重要】"_s.toUtf8().toBase64() + "?=" << u"【重要】"_s;
    QTest::newRow("text around") << QByteArray("Re: =?utf-8?Q?=E9?=\n =?utf-8?Q?=87=8D?= end") << u"Re: 重 end"_s;
    QTest::newRow("two words apart") << QByteArray("=?utf-8?Q?a?= b =?utf-8?Q?c?=") << u"a b c"_s;
    QTest::newRow("no end") << QByteArray("=?utf-8?B?44CQ") << u"=?utf-8?B?44CQ"_s;
    QTest::newRow("no encoding") << QByteArray("=?utf-8?X?abc?=") << u"=?utf-8?X?abc?="_s;
    QTest::newRow("language") << QByteArray("=?utf-8*ja?Q?=E9=87=8D?=") << u"重"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestCharset::header()
{
    QFETCH(QByteArray, raw);
    QTEST(headerText(raw), "expected");
}

void TestCharset::anyBytesGiveText()
{
    // Every two bytes in every charset: no crash, no half character.
    for (const char *charset : {"", "utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "utf-16", "utf-7", "iso-8859-1", "nonsense"}) {
        for (int high = 0; high < 256; high += 3) {
            for (int low = 0; low < 256; low += 7) {
                const QByteArray bytes = QByteArray("\x1b$B", 3) + char(high) + char(low) + char(high) + "\xed\xa0\x80";
                const QString text = mailText(bytes, charset).text;
                QVERIFY(std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSurrogate(); }) || text.isValidUtf16());
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestCharset)
#include "tst_charset.moc"
