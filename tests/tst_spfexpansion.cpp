// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfexpansion.h"
#include "dns/spfshared.h"

#include "support/tableresolver.h"

#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;
using fixture::TableResolver;

namespace {

const QString owner = u"example.jp"_s;

/// "192.0.2.0/24 ip4:192.0.2.0/24", "… < include.example [shared]"
QStringList networks(const SpfExpansion &expansion)
{
    QStringList lines;
    for (const SpfNetwork &network : expansion.networks) {
        QString line = network.network.text() + u' ' + network.term;
        for (const QString &step : network.path)
            line += u" < "_s + step;
        if (!network.sharedBy.isEmpty())
            line += u" ["_s + network.sharedBy + u']';
        lines.append(line);
    }
    return lines;
}

QStringList omissions(const SpfExpansion &expansion)
{
    constexpr const char *reasons[] = {"not asked", "macro", "opaque", "everyone", "failed",
        "no name", "no record", "several", "loop", "lookups", "voids", "networks"};
    QStringList lines;
    for (const SpfOmission &omission : expansion.omissions) {
        QString line =
            QString::fromLatin1(reasons[size_t(omission.reason)]) + u": "_s + omission.term;
        for (const QString &step : omission.path)
            line += u" < "_s + step;
        lines.append(line);
    }
    return lines;
}

SpfExpansion expanded(TableResolver &resolver, const QString &record, const SpfLimits &limits = {})
{
    SpfExpander job(resolver, limits);
    QSignalSpy spy(&job, &SpfExpander::finished);
    job.start(parseSpf(record), owner);
    if (!spy.isEmpty() || !spy.wait(10'000))
        return {};
    return spy.first().first().value<SpfExpansion>();
}

} // namespace

class TestSpfExpansion final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutLookups_data();
    void withoutLookups();
    void expands_data();
    void expands();
    void looksUpItsOwnRecord();
    void ownRecordThatIsNone_data();
    void ownRecordThatIsNone();
    void tenLookups();
    void twoVoidLookups();
    void tenMailHosts();
    void manyNetworks();
    void silence();
    void cancels();
    void startsAgain();
    void sharedDomains_data();
    void sharedDomains();
    void largeIncludesAreShared_data();
    void largeIncludesAreShared();
};

void TestSpfExpansion::withoutLookups_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<int>("lookups");
    QTest::newRow("networks") << u"v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"_s
                              << QStringList{u"192.0.2.0/24 ip4:192.0.2.0/24"_s,
                                     u"2001:db8::/32 ip6:2001:db8::/32"_s}
                              << QStringList{} << 0;
    QTest::newRow("includes are listed")
        << u"v=spf1 a mx include:_spf.example.net ip4:192.0.2.1 redirect=_spf.example.org"_s
        << QStringList{u"192.0.2.1 ip4:192.0.2.1"_s}
        << QStringList{u"not asked: a"_s, u"not asked: mx"_s,
               u"not asked: include:_spf.example.net"_s, u"not asked: redirect=_spf.example.org"_s}
        << 4;
    QTest::newRow("opaque ones")
        << u"v=spf1 ptr exists:%{i}.example.net include:%{d}.example.net -all"_s << QStringList{}
        << QStringList{u"opaque: ptr"_s, u"opaque: exists:%{i}.example.net"_s,
               u"macro: include:%{d}.example.net"_s}
        << 3;
    QTest::newRow("what does not pass is no sender")
        << u"v=spf1 -ip4:192.0.2.1 ~ip4:192.0.2.2 ?include:example.net -all"_s << QStringList{}
        << QStringList{} << 1;
    QTest::newRow("everyone") << u"v=spf1 ip4:0.0.0.0/0 +all"_s << QStringList{}
                              << QStringList{u"everyone: ip4:0.0.0.0/0"_s, u"everyone: +all"_s}
                              << 0;
    QTest::newRow("redirect beside all")
        << u"v=spf1 ip4:192.0.2.1 redirect=example.net -all"_s
        << QStringList{u"192.0.2.1 ip4:192.0.2.1"_s} << QStringList{} << 0;
    QTest::newRow("no record") << u"hello"_s << QStringList{} << QStringList{} << 0;
}

void TestSpfExpansion::withoutLookups()
{
    QFETCH(QString, record);
    const SpfExpansion expansion = SpfExpander::withoutLookups(parseSpf(record));
    QTEST(networks(expansion), "found");
    QTEST(omissions(expansion), "left");
    QTEST(expansion.lookups, "lookups");
}

void TestSpfExpansion::expands_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<int>("lookups");
    QTest::addColumn<int>("voids");
    const auto add = [](const char *name, const QString &record, const QStringList &found,
                         const QStringList &left, int lookups, int voids) {
        QTest::newRow(name) << record << found << left << lookups << voids;
    };
    add("a of the domain", u"v=spf1 a -all"_s, {u"192.0.2.10 a"_s, u"2001:db8::10 a"_s}, {}, 1, 0);
    add("a of a host, with prefixes", u"v=spf1 a:www.example.jp/28//64 -all"_s,
        {u"192.0.2.16/28 a:www.example.jp/28//64"_s, u"2001:db8:1::/64 a:www.example.jp/28//64"_s},
        {}, 1, 0);
    add("mx", u"v=spf1 mx -all"_s, {u"192.0.2.25 mx"_s, u"2001:db8::25 mx"_s, u"192.0.2.26 mx"_s},
        {}, 1, 0);
    add("mx with a prefix", u"v=spf1 mx/29 -all"_s,
        {u"192.0.2.24/29 mx/29"_s, u"2001:db8::25 mx/29"_s, u"192.0.2.24/29 mx/29"_s}, {}, 1, 0);
    add("null mx", u"v=spf1 mx:nomail.example -all"_s, {}, {u"no name: mx:nomail.example"_s}, 1, 0);
    add("one include", u"v=spf1 include:esp.example -all"_s,
        {u"198.51.100.0/24 ip4:198.51.100.0/24 < esp.example"_s}, {}, 1, 0);
    add("includes within includes, in the order of the terms",
        u"v=spf1 ip4:192.0.2.1 include:outer.example ip4:192.0.2.2 -all"_s,
        {u"192.0.2.1 ip4:192.0.2.1"_s, u"203.0.113.1 ip4:203.0.113.1 < outer.example"_s,
            u"198.51.100.0/24 ip4:198.51.100.0/24 < outer.example < esp.example"_s,
            u"203.0.113.2 ip4:203.0.113.2 < outer.example"_s, u"192.0.2.2 ip4:192.0.2.2"_s},
        {}, 2, 0);
    add("include in capitals", u"v=spf1 INCLUDE:ESP.Example. -all"_s,
        {u"198.51.100.0/24 ip4:198.51.100.0/24 < esp.example"_s}, {}, 1, 0);
    add("redirect", u"v=spf1 redirect=esp.example"_s,
        {u"198.51.100.0/24 ip4:198.51.100.0/24 < esp.example"_s}, {}, 1, 0);
    add("redirect within an include", u"v=spf1 include:moved.example -all"_s,
        {u"198.51.100.0/24 ip4:198.51.100.0/24 < moved.example < esp.example"_s}, {}, 2, 0);
    add("a within an include is the include's", u"v=spf1 include:self.example -all"_s,
        {u"203.0.113.9 a < self.example"_s}, {}, 2, 0);
    add("the same include twice", u"v=spf1 include:esp.example include:twice.example -all"_s,
        {u"198.51.100.0/24 ip4:198.51.100.0/24 < esp.example"_s,
            u"198.51.100.0/24 ip4:198.51.100.0/24 < twice.example < esp.example"_s},
        {}, 3, 0);
    add("include of itself", u"v=spf1 include:example.jp ip4:192.0.2.1 -all"_s,
        {u"192.0.2.1 ip4:192.0.2.1"_s}, {u"loop: include:example.jp"_s}, 1, 0);
    add("loop of two", u"v=spf1 include:ping.example -all"_s,
        {u"203.0.113.3 ip4:203.0.113.3 < ping.example"_s},
        {u"loop: include:ping.example < ping.example < pong.example"_s}, 3, 0);
    add("redirect to itself", u"v=spf1 redirect=example.jp"_s, {}, {u"loop: redirect=example.jp"_s},
        1, 0);
    add("include that does not exist", u"v=spf1 include:gone.example ip4:192.0.2.1 -all"_s,
        {u"192.0.2.1 ip4:192.0.2.1"_s}, {u"no name: include:gone.example"_s}, 1, 1);
    add("include without SPF", u"v=spf1 include:other.example -all"_s, {},
        {u"no record: include:other.example"_s}, 1, 0);
    add("include with two records", u"v=spf1 include:two.example -all"_s, {},
        {u"several: include:two.example"_s}, 1, 0);
    add("include whose server fails", u"v=spf1 include:fails.example -all"_s, {},
        {u"failed: include:fails.example"_s}, 1, 0);
    add("a whose server fails for one family", u"v=spf1 a:half.example -all"_s, {},
        {u"failed: a:half.example"_s}, 1, 0);
    add("include that lets everyone pass", u"v=spf1 include:open.example -all"_s, {},
        {u"everyone: +all < open.example"_s}, 1, 0);
    add("include of a broken record", u"v=spf1 include:broken.example -all"_s,
        {u"203.0.113.7 ip4:203.0.113.7 < broken.example"_s}, {}, 1, 0);
    add("what does not pass is not asked for", u"v=spf1 -include:esp.example ?a ~mx -all"_s, {}, {},
        3, 0);
    add("shared provider", u"v=spf1 include:spf.protection.outlook.com -all"_s,
        {u"198.51.100.128/25 ip4:198.51.100.128/25 < spf.protection.outlook.com [spf.protection.outlook.com]"_s},
        {}, 1, 0);
    add("shared provider within the owner's include", u"v=spf1 include:_spf.example.jp -all"_s,
        {u"192.0.2.200 ip4:192.0.2.200 < _spf.example.jp"_s,
            u"198.51.100.128/25 ip4:198.51.100.128/25 < _spf.example.jp < spf.protection.outlook.com [spf.protection.outlook.com]"_s},
        {}, 2, 0);
}

void TestSpfExpansion::expands()
{
    TableResolver resolver;
    resolver.addAddresses(owner, {u"192.0.2.10"_s, u"2001:db8::10"_s});
    resolver.addAddresses(u"www.example.jp"_s, {u"192.0.2.17"_s, u"2001:db8:1::17"_s});
    resolver.addNames(DnsType::Mx, owner, {u"mx1.example.jp"_s, u"mx2.example.jp."_s});
    resolver.addAddresses(u"mx1.example.jp"_s, {u"192.0.2.25"_s, u"2001:db8::25"_s});
    resolver.addAddresses(u"mx2.example.jp"_s, {u"192.0.2.26"_s});
    resolver.addNames(DnsType::Mx, u"nomail.example"_s, {u"."_s});
    resolver.addTexts(u"esp.example"_s, {u"other=1"_s, u"v=spf1 ip4:198.51.100.0/24 ~all"_s});
    resolver.addTexts(
        u"outer.example"_s, {u"v=spf1 ip4:203.0.113.1 include:esp.example ip4:203.0.113.2 -all"_s});
    resolver.addTexts(u"moved.example"_s, {u"v=spf1 redirect=esp.example"_s});
    resolver.addTexts(u"self.example"_s, {u"v=spf1 a -all"_s});
    resolver.addAddresses(u"self.example"_s, {u"203.0.113.9"_s});
    resolver.addTexts(u"twice.example"_s, {u"v=spf1 include:esp.example -all"_s});
    resolver.addTexts(u"ping.example"_s, {u"v=spf1 include:pong.example ip4:203.0.113.3 -all"_s});
    resolver.addTexts(u"pong.example"_s, {u"v=spf1 include:ping.example -all"_s});
    resolver.addTexts(u"other.example"_s, {u"v=spf10 -all"_s, u"v=DMARC1"_s});
    resolver.addTexts(u"two.example"_s, {u"v=spf1 ip4:203.0.113.5 -all"_s, u"v=spf1 -all"_s});
    resolver.addFailure(DnsType::Txt, u"fails.example"_s, DnsStatus::ServerFailure);
    resolver.addFailure(DnsType::Aaaa, u"half.example"_s, DnsStatus::ServerFailure);
    resolver.addTexts(u"open.example"_s, {u"v=spf1 +all"_s});
    resolver.addTexts(u"broken.example"_s, {u"v=spf1 ipv4:203.0.113.6 ip4:203.0.113.7 -all"_s});
    resolver.addTexts(u"spf.protection.outlook.com"_s, {u"v=spf1 ip4:198.51.100.128/25 -all"_s});
    resolver.addTexts(u"_spf.example.jp"_s,
        {u"v=spf1 ip4:192.0.2.200 include:spf.protection.outlook.com -all"_s});

    QFETCH(QString, record);
    QFETCH(QStringList, left);
    const SpfExpansion expansion = expanded(resolver, record);
    QTEST(networks(expansion), "found");
    QCOMPARE(omissions(expansion), left);
    QTEST(expansion.lookups, "lookups");
    QTEST(expansion.voidLookups, "voids");
    QCOMPARE(expansion.isComplete(), left.isEmpty());
    QCOMPARE(resolver.running(), 0);
}

void TestSpfExpansion::looksUpItsOwnRecord()
{
    TableResolver resolver;
    resolver.addTexts(owner, {u"MS=ms1"_s, u"v=spf1 ip4:192.0.2.1 -all"_s});
    SpfExpander job(resolver);
    QSignalSpy spy(&job, &SpfExpander::finished);
    job.start(u"Example.JP."_s);
    QVERIFY(spy.wait());
    const auto expansion = spy.first().first().value<SpfExpansion>();
    QCOMPARE(networks(expansion), QStringList{u"192.0.2.1 ip4:192.0.2.1"_s});
    QCOMPARE(expansion.lookups, 0); // the record itself is not one of the ten
    QCOMPARE(job.record().text, u"v=spf1 ip4:192.0.2.1 -all"_s);
}

void TestSpfExpansion::ownRecordThatIsNone_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("no such domain") << QStringList{} << QStringList{u"no name: "_s};
    QTest::newRow("no SPF") << QStringList{u"x"_s} << QStringList{u"no record: "_s};
    QTest::newRow("two") << QStringList{u"v=spf1 -all"_s, u"v=spf1 mx -all"_s}
                         << QStringList{u"several: "_s};
    QTest::newRow("endless") << QStringList{u"v=spf1 "_s + u"ip4:192.0.2.1 "_s.repeated(10'000)}
                             << QStringList{u"no record: "_s};
}

void TestSpfExpansion::ownRecordThatIsNone()
{
    QFETCH(QStringList, texts);
    TableResolver resolver;
    if (!texts.isEmpty())
        resolver.addTexts(owner, texts);
    SpfExpander job(resolver);
    QSignalSpy spy(&job, &SpfExpander::finished);
    job.start(owner);
    QVERIFY(spy.wait());
    QTEST(omissions(spy.first().first().value<SpfExpansion>()), "left");
    QVERIFY(job.record().text.isEmpty());
}

void TestSpfExpansion::tenLookups()
{
    TableResolver resolver;
    QString record = u"v=spf1"_s;
    QStringList expected;
    for (int i = 0; i < 12; ++i) {
        const QString name = u"i%1.example"_s.arg(i);
        resolver.addTexts(name, {u"v=spf1 ip4:192.0.2.%1 -all"_s.arg(i)});
        record += u" include:"_s + name;
        if (i < 10)
            expected.append(u"192.0.2.%1 ip4:192.0.2.%1 < "_s.arg(i) + name);
    }
    const SpfExpansion expansion = expanded(resolver, record + u" ip4:192.0.2.99 -all"_s);
    expected.append(u"192.0.2.99 ip4:192.0.2.99"_s);
    QCOMPARE(networks(expansion), expected);
    QCOMPARE(omissions(expansion),
        (QStringList{u"lookups: include:i10.example"_s, u"lookups: include:i11.example"_s}));
    QCOMPARE(expansion.lookups, 12);
    QCOMPARE(resolver.asked.size(), 10);
}

void TestSpfExpansion::twoVoidLookups()
{
    TableResolver resolver;
    resolver.addFailure(DnsType::A, u"b.example"_s, DnsStatus::NoData);
    resolver.addFailure(DnsType::Aaaa, u"b.example"_s, DnsStatus::NoData);
    resolver.addAddresses(u"d.example"_s, {u"192.0.2.4"_s});
    const SpfExpansion expansion =
        expanded(resolver, u"v=spf1 a:a.example a:b.example include:c.example a:d.example -all"_s);
    QCOMPARE(omissions(expansion),
        (QStringList{u"no name: a:a.example"_s, u"no name: a:b.example"_s,
            u"no name: include:c.example"_s, u"voids: a:d.example"_s}));
    QCOMPARE(expansion.voidLookups, 3);
    QVERIFY(expansion.networks.isEmpty());
}

void TestSpfExpansion::tenMailHosts()
{
    TableResolver resolver;
    QStringList hosts;
    for (int i = 0; i < 12; ++i) {
        hosts.append(u"mx%1.example.jp"_s.arg(i));
        resolver.addAddresses(hosts.last(), {u"192.0.2.%1"_s.arg(i)});
    }
    resolver.addNames(DnsType::Mx, owner, hosts);
    const SpfExpansion expansion = expanded(resolver, u"v=spf1 mx -all"_s);
    QCOMPARE(expansion.networks.size(), 10);
    QCOMPARE(omissions(expansion), QStringList{u"lookups: mx"_s});
}

void TestSpfExpansion::manyNetworks()
{
    SpfLimits limits;
    limits.networks = 3;
    const SpfExpansion expansion = SpfExpander::withoutLookups(
        parseSpf(u"v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 ip4:192.0.2.3 ip4:192.0.2.4 -all"_s), limits);
    QCOMPARE(expansion.networks.size(), 3);
    QCOMPARE(omissions(expansion), QStringList{u"networks: ip4:192.0.2.4"_s});
}

void TestSpfExpansion::silence()
{
    TableResolver resolver;
    resolver.keepSilent();
    SpfLimits limits;
    limits.timeout = 10;
    const SpfExpansion expansion =
        expanded(resolver, u"v=spf1 include:a.example mx ip4:192.0.2.1 -all"_s, limits);
    QCOMPARE(omissions(expansion), (QStringList{u"failed: include:a.example"_s, u"failed: mx"_s}));
    QCOMPARE(networks(expansion), QStringList{u"192.0.2.1 ip4:192.0.2.1"_s});
    QCOMPARE(resolver.cancelled, 2);
}

void TestSpfExpansion::cancels()
{
    TableResolver resolver;
    resolver.keepSilent();
    SpfExpander job(resolver);
    QSignalSpy spy(&job, &SpfExpander::finished);
    job.start(owner);
    QTRY_COMPARE(resolver.running(), 1);
    job.cancel();
    QCOMPARE(resolver.running(), 0);
    job.start(owner);
    job.cancel(); // before its first step
    QVERIFY(!spy.wait(50));
}

void TestSpfExpansion::startsAgain()
{
    TableResolver resolver;
    resolver.addTexts(u"slow.example"_s, {u"v=spf1 ip4:192.0.2.1 -all"_s});
    resolver.keepSilentOn(DnsType::Txt, u"slow.example"_s);
    resolver.addTexts(u"fast.example"_s, {u"v=spf1 ip4:192.0.2.2 -all"_s});
    SpfExpander job(resolver);
    QSignalSpy spy(&job, &SpfExpander::finished);
    job.start(u"slow.example"_s);
    QTRY_COMPARE(resolver.running(), 1);
    job.start(u"fast.example"_s);
    QVERIFY(spy.wait());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(networks(spy.first().first().value<SpfExpansion>()),
        QStringList{u"192.0.2.2 ip4:192.0.2.2"_s});
}

void TestSpfExpansion::sharedDomains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("shared");
    QTest::newRow("Google") << u"_spf.google.com"_s << true;
    QTest::newRow("Google's staff") << u"google.com"_s << false;
    QTest::newRow("customer's own below a provider") << u"u123.wl.sendgrid.net"_s << true;
    QTest::newRow("ends alike") << u"notsendgrid.net"_s << false;
    QTest::newRow("Xserver") << u"spf.sender.xserver.jp"_s << true;
    QTest::newRow("owner") << owner << false;
    QTest::newRow("empty") << QString() << false;
}

void TestSpfExpansion::sharedDomains()
{
    QFETCH(QString, domain);
    QTEST(isSharedSpfDomain(domain), "shared");
}

void TestSpfExpansion::largeIncludesAreShared_data()
{
    QTest::addColumn<QString>("include");
    QTest::addColumn<QString>("record");
    QTest::addColumn<bool>("shared");
    QTest::newRow("up to a /18") << u"hosting.example"_s << u"v=spf1 ip4:198.18.0.0/18 -all"_s
                                 << false;
    QTest::newRow("one more") << u"hosting.example"_s
                              << u"v=spf1 ip4:198.18.0.0/18 ip4:192.0.2.1 -all"_s << true;
    QTest::newRow("the owner's own")
        << u"_spf.example.jp"_s << u"v=spf1 ip4:198.18.0.0/15 -all"_s << false;
}

void TestSpfExpansion::largeIncludesAreShared()
{
    QFETCH(QString, include);
    QFETCH(QString, record);
    QFETCH(bool, shared);
    TableResolver resolver;
    resolver.addTexts(include, {record});
    const SpfExpansion expansion = expanded(resolver, u"v=spf1 include:"_s + include + u" -all"_s);
    QVERIFY(!expansion.networks.isEmpty());
    for (const SpfNetwork &network : expansion.networks)
        QCOMPARE(network.sharedBy, shared ? include : QString());
}

QTEST_GUILESS_MAIN(TestSpfExpansion)
#include "tst_spfexpansion.moc"
