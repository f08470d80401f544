// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/htmltext.h"
#include "reading/links.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestLinks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void urls_data();
    void urls();
    void addresses_data();
    void addresses();
    void html_data();
    void html();
    void hostileHtmlEnds();
    void limits();
};

void TestLinks::urls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("in a sentence") << u"See http://a.example/x?y=1. Now!"_s << QStringList{u"http://a.example/x?y=1"_s};
    QTest::newRow("angles") << u"<https://a.example/>"_s << QStringList{u"https://a.example/"_s};
    QTest::newRow("brackets") << u"(see http://a.example/x_(y))"_s << QStringList{u"http://a.example/x_(y)"_s};
    QTest::newRow("Japanese around") << u"こちらhttp://a.example/loginをご覧ください"_s << QStringList{u"http://a.example/login"_s};
    QTest::newRow("Japanese behind the host") << u"http://a.exampleをご覧"_s << QStringList{u"http://a.example"_s};
    QTest::newRow("full-width bracket") << u"「http://a.example」"_s << QStringList{u"http://a.example"_s};
    QTest::newRow("host in Japanese") << u"http://例え.jp/x"_s << QStringList{u"http://例え.jp/x"_s};
    QTest::newRow("Cyrillic host") << u"http://еxample.jp/"_s << QStringList{u"http://еxample.jp/"_s};
    QTest::newRow("defanged") << u"hxxp://a.example/"_s << QStringList{u"hxxp://a.example/"_s};
    QTest::newRow("www") << u"go to www.a.example/x, please"_s << QStringList{u"www.a.example/x"_s};
    QTest::newRow("upper case") << u"HTTP://A.EXAMPLE/"_s << QStringList{u"HTTP://A.EXAMPLE/"_s};
    QTest::newRow("each once") << u"http://a.example/ http://a.example/"_s << QStringList{u"http://a.example/"_s};
    QTest::newRow("user and password") << u"http://example.jp@evil.example/"_s << QStringList{u"http://example.jp@evil.example/"_s};
    QTest::newRow("word before") << u"xhttp://a.example/"_s << QStringList{u"http://a.example/"_s};
    QTest::newRow("redirector") << u"https://r.example/?u=https://b.example/z"_s << QStringList{u"https://r.example/?u=https://b.example/z"_s, u"https://b.example/z"_s};
    QTest::newRow("none") << u"a://b ://c javascript:alert(1)"_s << QStringList{};
}

void TestLinks::urls()
{
    QFETCH(QString, text);
    Links links;
    findLinks(text, 100, links);
    QTEST(links.urls, "expected");
}

void TestLinks::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("plain") << u"write to taro.yamada+x@mail.example.jp."_s << QStringList{u"taro.yamada+x@mail.example.jp"_s};
    QTest::newRow("Japanese around") << u"連絡先はtaro@example.jpです"_s << QStringList{u"taro@example.jp"_s};
    QTest::newRow("none") << u"@home a@b @@ x@"_s << QStringList{};
}

void TestLinks::addresses()
{
    QFETCH(QString, text);
    Links links;
    findLinks(text, 100, links);
    QTEST(links.addresses, "expected");
}

void TestLinks::html_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    QTest::newRow("paragraphs") << u"<p>One</p><p>Two &amp; three</p>"_s << u"One\n\nTwo & three\n"_s << QStringList{};
    QTest::newRow("link differs from its text") << u"<a href=\"http://evil.example/\">http://bank.example/</a>"_s
                                                << u"http://bank.example/"_s << QStringList{u"http://evil.example/"_s};
    QTest::newRow("unquoted, single quotes, upper case") << u"<A HREF=http://a.example/><IMG SRC='http://b.example/p.gif'>"_s
                                                         << QString() << QStringList{u"http://a.example/"_s, u"http://b.example/p.gif"_s};
    QTest::newRow("references in the link") << u"<a href=\"http&#58;//a.example/?x=1&amp;y=2\">x</a>"_s << u"x"_s
                                            << QStringList{u"http://a.example/?x=1&y=2"_s};
    QTest::newRow("line end in the link") << u"<a href=\"ht\ntp://a.example/\">x</a>"_s << u"x"_s << QStringList{u"http://a.example/"_s};
    QTest::newRow("script and style") << u"a<script>document.write('<b>x</b>')</script><style>b{background:url('http://s.example/')}</style>c"_s
                                      << u"ac"_s << QStringList{u"http://s.example/"_s};
    QTest::newRow("refresh") << u"<meta http-equiv=refresh content=\"0; URL=http://a.example/\">"_s << QString() << QStringList{u"http://a.example/"_s};
    QTest::newRow("form") << u"<form action='https://f.example/post'>"_s << QString() << QStringList{u"https://f.example/post"_s};
    QTest::newRow("style attribute") << u"<td style=\"background:url(http://s.example/i)\">x"_s << u"x"_s << QStringList{u"http://s.example/i"_s};
    QTest::newRow("comment") << u"a<!-- <a href=x> -->b"_s << u"ab"_s << QStringList{};
    QTest::newRow("bare angle") << u"1 < 2"_s << u"1 < 2"_s << QStringList{};
    QTest::newRow("odd references") << u"&nosuch; &#0; &#xD800; &#x1F600;"_s << u"&nosuch; &#0; &#xD800; 😀"_s << QStringList{};
}

void TestLinks::html()
{
    QFETCH(QString, html);
    const HtmlText read = htmlText(html, 100);
    QTEST(read.text, "text");
    QTEST(read.links, "links");
}

void TestLinks::hostileHtmlEnds()
{
    for (const QString &piece : {u"<"_s, u"<a"_s, u"<a href="_s, u"<a href='"_s, u"<!--"_s, u"<script>"_s, u"&"_s, u"&#"_s, u"</"_s, u"<style>"_s, u"<a b c=d "_s, u"<td style='url('>"_s, u"http://"_s, u"www."_s, u"a@"_s, u"://"_s}) {
        const HtmlText read = htmlText(piece.repeated(20'000), 50);
        QVERIFY(read.links.size() <= 50);
        Links links;
        findLinks(piece.repeated(20'000), 50, links);
        QVERIFY(links.urls.size() <= 50);
    }
}

void TestLinks::limits()
{
    QString text;
    for (int i = 0; i < 300; ++i)
        text += u"http://h%1.example/ a%1@b.example "_s.arg(i);
    Links links;
    findLinks(text, 100, links);
    QCOMPARE(links.urls.size(), 100);
    QCOMPARE(links.addresses.size(), 100);
    findLinks(QString(u"http://a.example/"_s + u"x"_s.repeated(100'000)), 1000, links);
    QVERIFY(links.urls.last().size() <= 4200);
}

QTEST_APPLESS_MAIN(TestLinks)
#include "tst_links.moc"
