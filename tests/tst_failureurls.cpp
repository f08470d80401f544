// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/urllist.h"
#include "analysis/failures/urls.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestFailureUrls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void defangs_data();
    void defangs();
    void unfolds_data();
    void unfolds();
    void lookAlikes_data();
    void lookAlikes();
    void lists_data();
    void lists();
    void hostileInputEnds();
};

void TestFailureUrls::hosts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"http://A.Example:8080/x"_s << u"a.example"_s;
    QTest::newRow("user and password") << u"http://example.jp:443@evil.example/"_s << u"evil.example"_s;
    QTest::newRow("backslash") << u"http://evil.example\\@example.jp/"_s << u"evil.example"_s;
    QTest::newRow("no scheme") << u"www.a.example/x"_s << u"www.a.example"_s;
    QTest::newRow("IPv6") << u"http://[2001:db8::1]:80/"_s << u"2001:db8::1"_s;
    QTest::newRow("percent") << u"http://%65vil.example/"_s << u"evil.example"_s;
    QTest::newRow("Japanese") << u"http://例え.jp/"_s << u"xn--r8jz45g.jp"_s;
    QTest::newRow("ideographic full stop") << u"http://a。example/"_s << u"a.example"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestFailureUrls::hosts()
{
    QFETCH(QString, url);
    QTEST(urlHost(url), "expected");
}

void TestFailureUrls::defangs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("URL") << u"http://a.example/x.html"_s << u"hxxp://a[.]example/x.html"_s;
    QTest::newRow("https") << u"https://a.b.example"_s << u"hxxps://a[.]b[.]example"_s;
    QTest::newRow("upper case") << u"HTTP://A.EXAMPLE/"_s << u"HxxP://A[.]EXAMPLE/"_s;
    QTest::newRow("address") << u"a@b.example"_s << u"a[@]b[.]example"_s;
    QTest::newRow("host") << u"a.example"_s << u"a[.]example"_s;
    QTest::newRow("defanged already") << u"hxxp://a[.]example/"_s << u"hxxp://a[.]example/"_s;
    QTest::newRow("URL inside") << u"http://a.example/?u=http://b.example"_s << u"hxxp://a[.]example/?u=hxxp://b.example"_s;
}

void TestFailureUrls::defangs()
{
    QFETCH(QString, text);
    QTEST(defanged(text), "expected");
}

void TestFailureUrls::unfolds_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << u"http://a.example/?q=1"_s << QStringList{};
    QTest::newRow("percent") << u"https://r.example/go?u=https%3A%2F%2Fb.example%2Fx%3Fn%3D1"_s << QStringList{u"https://b.example/x?n=1"_s};
    QTest::newRow("plain, not first") << u"https://r.example/go?id=7&url=http://b.example/"_s << QStringList{u"http://b.example/"_s};
    QTest::newRow("base64") << u"https://r.example/go?u=aHR0cHM6Ly9iLmV4YW1wbGUv"_s << QStringList{u"https://b.example/"_s};
    QTest::newRow("in the path") << u"https://r.example/https://b.example/"_s << QStringList{u"https://b.example/"_s};
    QTest::newRow("two") << u"https://r.example/?u=https%3A%2F%2Fs.example%2F%3Fv%3Dhttps%253A%252F%252Fb.example%252F"_s
                         << QStringList{u"https://s.example/?v=https%3A%2F%2Fb.example%2F"_s, u"https://b.example/"_s};
}

void TestFailureUrls::unfolds()
{
    QFETCH(QString, url);
    QTEST(unfolded(url), "expected");
}

void TestFailureUrls::lookAlikes_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("expected");
    const QString own = u"example.jp"_s;
    QTest::newRow("own") << u"www.example.jp"_s << QString();
    QTest::newRow("other") << u"www.parcel.test"_s << QString();
    QTest::newRow("rn for m") << u"exarnple.jp"_s << own;
    QTest::newRow("digit") << u"examp1e.com"_s << own;
    QTest::newRow("Cyrillic") << u"xn--xample-2of.jp"_s << own; // еxample
    QTest::newRow("one letter less") << u"exmple.com"_s << own;
    QTest::newRow("swapped") << u"exmaple.com"_s << own;
    QTest::newRow("another top level") << u"example.top"_s << own;
    QTest::newRow("as subdomain") << u"example.jp.login.test"_s << own;
    QTest::newRow("with hyphens") << u"example-jp.test"_s << own;
    QTest::newRow("name and more") << u"example-login.test"_s << own;
}

void TestFailureUrls::lookAlikes()
{
    QFETCH(QString, host);
    QTEST(lookAlikeOf(host, {u"example.jp"_s}), "expected");
}

void TestFailureUrls::lists_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("expected");
    const QString url = u"http://a.evil.example/x?y=1"_s;
    QTest::newRow("host") << QByteArray("# comment\na.evil.example\n") << url << true;
    QTest::newRow("host above") << QByteArray("evil.example\r\n") << url << true;
    QTest::newRow("another host") << QByteArray("evil2.example\n") << url << false;
    QTest::newRow("end of a name is no host above") << QByteArray("vil.example\n") << url << false;
    QTest::newRow("URL, other scheme") << QByteArray("https://A.evil.example/x?y=1\n") << url << true;
    QTest::newRow("URL, other path") << QByteArray("https://a.evil.example/z\n") << url << false;
    QTest::newRow("defanged") << QByteArray("hxxp://a[.]evil[.]example/x?y=1\n") << url << true;
    QTest::newRow("hosts file") << QByteArray("127.0.0.1 localhost\n0.0.0.0 a.evil.example b.example # c\n") << url << true;
    QTest::newRow("URLhaus") << QByteArray("# URLhaus\n\"1\",\"2026-06-01 00:00:00\",\"http://a.evil.example/x?y=1\",\"online\",\"\",\"malware_download\",\"\",\"https://urlhaus.test/url/1/\",\"x\"\n") << url << true;
    QTest::newRow("empty") << QByteArray() << url << false;
}

void TestFailureUrls::lists()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, url);
    Notes notes;
    QTEST(readUrlList(list, {}, notes).contains(url), "expected");
    if (QByteArray(QTest::currentDataTag()) == "host above")
        QCOMPARE(readUrlList(list, {}, notes).entryFor(url), u"evil.example"_s);
    if (QByteArray(QTest::currentDataTag()) == "defanged")
        QCOMPARE(readUrlList(list, {}, notes).entryFor(url), u"a.evil.example/x?y=1"_s);
}

void TestFailureUrls::hostileInputEnds()
{
    Notes notes;
    for (const QByteArray &piece : {QByteArray("\n"), QByteArray("a,b,c,\n"), QByteArray("\"\n"), QByteArray("\0", 1), QByteArray("1.2.3.4 "), QByteArray("http://")})
        (void)readUrlList(piece.repeated(50'000), {}, notes);
    QVERIFY(unfolded(u"http://a.example/?u=http://a.example/?u="_s.repeated(100)).size() <= 5);
    (void)lookAlikeOf(QString(100'000, u'a'), {u"example.jp"_s});
}

QTEST_APPLESS_MAIN(TestFailureUrls)
#include "tst_failureurls.moc"
