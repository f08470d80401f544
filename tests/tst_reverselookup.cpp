// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/hostname.h"
#include "dns/reverselookup.h"

#include "support/tableresolver.h"

#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;
using fixture::TableResolver;

namespace {

constexpr qint64 now = 1'750'000'000;

IpAddress ip(const QString &text)
{
    return IpAddress::parse(text).value();
}

void addHost(TableResolver &resolver, const QString &address, const QStringList &names)
{
    resolver.addNames(DnsType::Ptr, reverseName(ip(address)), names);
}

/// Runs a job to its end.
struct Run {
    explicit Run(TableResolver &resolver, const ReverseOptions &options = {})
        : job(resolver, options)
        , ends(&job, &ReverseLookup::finished)
    {
        QObject::connect(&job, &ReverseLookup::progressed, &job,
            [this](const ReverseProgress &step) { progress.append(step); });
    }

    void look(const QStringList &addresses, const HostCache &cache = {}, qint64 time = now)
    {
        QList<IpAddress> ips;
        for (const QString &address : addresses)
            ips.append(ip(address));
        job.start(ips, cache, time);
        QVERIFY(ends.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 20000);
    }
    [[nodiscard]] ReverseLookup::End end() const
    {
        return ends.last().first().value<ReverseLookup::End>();
    }

    ReverseLookup job;
    QSignalSpy ends;
    QList<ReverseProgress> progress;
};

} // namespace

class TestReverseLookup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reverseNames_data();
    void reverseNames();
    void hostNames_data();
    void hostNames();
    void statuses_data();
    void statuses();
    void followsFewNames();
    void silenceEndsOneLookup();
    void silenceOfAllEndsTheJob();
    void fewAtOnceInOrder();
    void eachAddressOnce();
    void thousands();
    void cancelsAtOnce();
    void cancelsWhenToldOfProgress();
    void goesAwayWhileRunning();
    void nothingToDo();
    void expiry_data();
    void expiry();
    void keepsAConfirmedNameWhenServersFail();
    void cacheSurvivesItsFile();
    void cacheFileIsNotTrusted_data();
    void cacheFileIsNotTrusted();
    void cacheFileKeepsTheNewest();
    void cacheFileHasALimit();
};

void TestReverseLookup::reverseNames_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    QTest::newRow("IPv4, RFC 1035") << u"10.2.0.52"_s << u"52.0.2.10.in-addr.arpa"_s;
    QTest::newRow("IPv6, RFC 3596")
        << u"4321:0:1:2:3:4:567:89ab"_s
        << u"b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa"_s;
}

void TestReverseLookup::reverseNames()
{
    QFETCH(QString, address);
    QTEST(reverseName(ip(address)), "name");
}

void TestReverseLookup::hostNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("host"); // empty: refused
    const QString label63(63, u'a');
    const QString longest =
        label63 + u'.' + label63 + u'.' + label63 + u'.' + QString(58, u'b') + u".jp"_s;
    QCOMPARE(longest.size(), 253);
    QTest::newRow("plain") << u"mail.example.jp"_s << u"mail.example.jp"_s;
    QTest::newRow("capitals and dot") << u"Mail.Example.JP."_s << u"mail.example.jp"_s;
    QTest::newRow("underscore") << u"a_b.example.jp"_s << u"a_b.example.jp"_s;
    QTest::newRow("digits first") << u"1-2-3-4.isp.example"_s << u"1-2-3-4.isp.example"_s;
    QTest::newRow("letters of another script")
        << u"郵便.example.jp"_s << u"xn--wtqs30n.example.jp"_s;
    QTest::newRow("longest label") << label63 + u".jp"_s << label63 + u".jp"_s;
    QTest::newRow("label too long") << label63 + u"a.jp"_s << QString();
    QTest::newRow("longest name") << longest << longest;
    QTest::newRow("name too long") << u"x"_s + longest.last(252) + u".jp"_s << QString();
    QTest::newRow("endless") << QString(5'000'000, u'a') << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("dot") << u"."_s << QString();
    QTest::newRow("one label") << u"localhost"_s << QString();
    QTest::newRow("empty label") << u"a..example"_s << QString();
    QTest::newRow("leading dot") << u".a.example"_s << QString();
    QTest::newRow("address") << u"192.0.2.1"_s << QString();
    QTest::newRow("hyphen first") << u"-a.example"_s << QString();
    QTest::newRow("hyphen last") << u"a-.example"_s << QString();
    QTest::newRow("blank inside") << u"a b.example"_s << QString();
    QTest::newRow("blank behind") << u"a.example "_s << QString();
    QTest::newRow("tab") << u"a\tb.example"_s << QString();
    QTest::newRow("newline") << u"a.example\nb.example"_s << QString();
    QTest::newRow("NUL") << QString(u"a.example"_s + QChar(0) + u"b.example"_s) << QString();
    QTest::newRow("escape") << u"a\x1b[31m.example"_s << QString();
    QTest::newRow("escaped dot") << u"a\\.b.example"_s << QString();
    QTest::newRow("right to left") << u"a\u202egnp.example"_s << QString();
    QTest::newRow("markup") << u"<b>.example"_s << QString();
    QTest::newRow("formula") << u"=1+1.example"_s << QString();
    QTest::newRow("path") << u"../../etc.example"_s << QString();
}

void TestReverseLookup::hostNames()
{
    QFETCH(QString, name);
    QTEST(checkedHostName(name), "host");
}

void TestReverseLookup::statuses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<HostStatus>("status");
    QTest::addColumn<QString>("name");
    using enum HostStatus;
    QTest::newRow("confirmed") << u"192.0.2.1"_s << Confirmed << u"mail.example.jp"_s;
    QTest::newRow("confirmed, IPv6") << u"2001:db8::1"_s << Confirmed << u"mail.example.jp"_s;
    QTest::newRow("resolves to another address")
        << u"192.0.2.2"_s << Unconfirmed << u"mail.google.com"_s;
    QTest::newRow("does not resolve") << u"192.0.2.3"_s << Unconfirmed << u"gone.example.jp"_s;
    QTest::newRow("resolves in the other family only")
        << u"192.0.2.4"_s << Unconfirmed << u"six.example.jp"_s;
    QTest::newRow("no name") << u"192.0.2.5"_s << NoName << QString();
    QTest::newRow("no data") << u"192.0.2.6"_s << NoName << QString();
    QTest::newRow("server fails") << u"192.0.2.7"_s << Failed << QString();
    QTest::newRow("forward lookup fails") << u"192.0.2.8"_s << Failed << QString();
    QTest::newRow("only the second name resolves back")
        << u"192.0.2.9"_s << Confirmed << u"b.example.jp"_s;
    QTest::newRow("the first of two in order") << u"192.0.2.10"_s << Confirmed << u"x.example.jp"_s;
    QTest::newRow("hostile name") << u"192.0.2.11"_s << NoName << QString();
    QTest::newRow("hostile beside good") << u"192.0.2.12"_s << Confirmed << u"good.example.jp"_s;
    QTest::newRow("capitals") << u"192.0.2.13"_s << Confirmed << u"caps.example.jp"_s;
    QTest::newRow("one fails, one confirms")
        << u"192.0.2.14"_s << Confirmed << u"works.example.jp"_s;
}

void TestReverseLookup::statuses()
{
    TableResolver resolver;
    addHost(resolver, u"192.0.2.1"_s, {u"mail.example.jp"_s});
    addHost(resolver, u"2001:db8::1"_s, {u"mail.example.jp"_s});
    resolver.addAddresses(
        u"mail.example.jp"_s, {u"192.0.2.99"_s, u"192.0.2.1"_s, u"2001:db8::1"_s});
    addHost(resolver, u"192.0.2.2"_s, {u"mail.google.com"_s});
    resolver.addAddresses(u"mail.google.com"_s, {u"198.51.100.1"_s});
    addHost(resolver, u"192.0.2.3"_s, {u"gone.example.jp"_s});
    addHost(resolver, u"192.0.2.4"_s, {u"six.example.jp"_s});
    resolver.addAddresses(u"six.example.jp"_s, {u"2001:db8::4"_s});
    resolver.addFailure(DnsType::Ptr, reverseName(ip(u"192.0.2.6"_s)), DnsStatus::NoData);
    resolver.addFailure(DnsType::Ptr, reverseName(ip(u"192.0.2.7"_s)), DnsStatus::ServerFailure);
    addHost(resolver, u"192.0.2.8"_s, {u"broken.example.jp"_s});
    resolver.addFailure(DnsType::A, u"broken.example.jp"_s, DnsStatus::ServerFailure);
    addHost(resolver, u"192.0.2.9"_s, {u"a.example.jp"_s, u"b.example.jp"_s});
    resolver.addAddresses(u"b.example.jp"_s, {u"192.0.2.9"_s});
    addHost(resolver, u"192.0.2.10"_s, {u"y.example.jp"_s, u"x.example.jp"_s});
    resolver.addAddresses(u"x.example.jp"_s, {u"192.0.2.10"_s});
    resolver.addAddresses(u"y.example.jp"_s, {u"192.0.2.10"_s});
    addHost(resolver, u"192.0.2.11"_s, {u"evil\n.example.jp"_s});
    addHost(resolver, u"192.0.2.12"_s, {u"<script>.example.jp"_s, u"good.example.jp"_s});
    resolver.addAddresses(u"good.example.jp"_s, {u"192.0.2.12"_s});
    addHost(resolver, u"192.0.2.13"_s, {u"CAPS.Example.JP."_s});
    resolver.addAddresses(u"caps.example.jp"_s, {u"192.0.2.13"_s});
    addHost(resolver, u"192.0.2.14"_s, {u"fails.example.jp"_s, u"works.example.jp"_s});
    resolver.addFailure(DnsType::A, u"fails.example.jp"_s, DnsStatus::Timeout);
    resolver.addAddresses(u"works.example.jp"_s, {u"192.0.2.14"_s});

    QFETCH(QString, address);
    QFETCH(HostStatus, status);
    QFETCH(QString, name);
    Run run(resolver);
    run.look({address});
    QCOMPARE(run.end(), ReverseLookup::End::Complete);
    QCOMPARE(run.job.cache().value(ip(address)), (HostEntry{status, name, now}));
    const bool found = status == HostStatus::Confirmed;
    QCOMPARE(run.job.cache().names().value(ip(address)), found ? name : QString());
    QCOMPARE(run.progress, (QList<ReverseProgress>{{1, 1, found ? 1 : 0}}));
    QCOMPARE(resolver.running(), 0);
}

void TestReverseLookup::followsFewNames()
{
    TableResolver resolver;
    QStringList names;
    for (int i = 0; i < 500; ++i)
        names.append(u"h%1.example.jp"_s.arg(i, 3, 10, QChar(u'0')));
    addHost(resolver, u"192.0.2.1"_s, names);
    Run run(resolver);
    run.look({u"192.0.2.1"_s});
    QCOMPARE(resolver.asked.size(), 1 + ReverseOptions().names);
    QCOMPARE(resolver.asked.last(), (DnsQuestion{DnsType::A, u"h003.example.jp"_s}));
    QCOMPARE(run.job.cache().value(ip(u"192.0.2.1"_s)).status, HostStatus::Unconfirmed);
}

void TestReverseLookup::silenceEndsOneLookup()
{
    TableResolver resolver;
    resolver.keepSilentOn(DnsType::Ptr, reverseName(ip(u"192.0.2.1"_s)));
    addHost(resolver, u"192.0.2.2"_s, {u"quiet.example.jp"_s});
    resolver.keepSilentOn(DnsType::A, u"quiet.example.jp"_s);
    ReverseOptions options;
    options.timeout = 20;
    Run run(resolver, options);
    run.look({u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.3"_s});
    QCOMPARE(run.end(), ReverseLookup::End::Complete);
    QCOMPARE(run.job.cache().value(ip(u"192.0.2.1"_s)).status, HostStatus::Failed);
    QCOMPARE(run.job.cache().value(ip(u"192.0.2.2"_s)).status, HostStatus::Failed);
    QCOMPARE(run.job.cache().value(ip(u"192.0.2.3"_s)).status, HostStatus::NoName);
    QCOMPARE(resolver.cancelled, 2);
}

void TestReverseLookup::silenceOfAllEndsTheJob()
{
    TableResolver resolver;
    resolver.keepSilent();
    ReverseOptions options;
    options.timeout = 5;
    options.giveUpAfter = 8;
    Run run(resolver, options);
    QStringList addresses;
    for (int i = 0; i < 200; ++i)
        addresses.append(u"192.0.2.%1"_s.arg(i));
    run.look(addresses);
    QCOMPARE(run.end(), ReverseLookup::End::NoServer);
    QCOMPARE(run.job.cache().size(), 8);
    QCOMPARE(resolver.running(), 0);
}

void TestReverseLookup::fewAtOnceInOrder()
{
    TableResolver resolver;
    ReverseOptions options;
    options.atOnce = 3;
    Run run(resolver, options);
    QStringList addresses;
    QStringList expected;
    for (int i = 50; i > 0; --i) {
        addresses.append(u"192.0.2.%1"_s.arg(i));
        expected.append(u"%1.2.0.192.in-addr.arpa"_s.arg(i));
    }
    run.look(addresses);
    QCOMPARE(resolver.mostAtOnce, 3);
    QStringList asked;
    for (const DnsQuestion &question : std::as_const(resolver.asked))
        asked.append(question.name);
    QCOMPARE(asked, expected);
}

void TestReverseLookup::eachAddressOnce()
{
    TableResolver resolver;
    Run run(resolver);
    run.look({u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.1"_s, u"::ffff:192.0.2.2"_s});
    QCOMPARE(resolver.asked.size(), 2);
    QCOMPARE(run.progress.last(), (ReverseProgress{2, 2, 0}));
}

void TestReverseLookup::thousands()
{
    TableResolver resolver;
    QStringList addresses;
    for (int i = 0; i < 20'000; ++i) {
        const QString address = u"10.%1.%2.1"_s.arg(i / 256).arg(i % 256);
        addresses.append(address);
        if (i % 2 == 0) {
            const QString host = u"host%1.example.jp"_s.arg(i);
            addHost(resolver, address, {host});
            resolver.addAddresses(host, {address});
        }
    }
    Run run(resolver);
    run.look(addresses);
    QCOMPARE(run.progress.last(), (ReverseProgress{20'000, 20'000, 10'000}));
    QCOMPARE(run.job.cache().names().size(), 10'000);
    QCOMPARE(run.job.cache().names().value(ip(u"10.0.2.1"_s)), u"host2.example.jp"_s);
    QCOMPARE(resolver.mostAtOnce, ReverseOptions().atOnce);
}

void TestReverseLookup::cancelsAtOnce()
{
    TableResolver resolver;
    addHost(resolver, u"192.0.2.1"_s, {u"mail.example.jp"_s});
    resolver.addAddresses(u"mail.example.jp"_s, {u"192.0.2.1"_s});
    resolver.keepSilentOn(DnsType::Ptr, reverseName(ip(u"192.0.2.2"_s)));
    Run run(resolver);
    run.job.start({ip(u"192.0.2.1"_s), ip(u"192.0.2.2"_s)}, {}, now);
    QTRY_COMPARE(run.progress.size(), 1);
    QVERIFY(run.job.isRunning());
    run.job.cancel();
    QVERIFY(!run.job.isRunning());
    QCOMPARE(run.ends.size(), 1);
    QCOMPARE(run.end(), ReverseLookup::End::Cancelled);
    QCOMPARE(resolver.running(), 0);
    QCOMPARE(run.job.cache().names().value(ip(u"192.0.2.1"_s)), u"mail.example.jp"_s);
    QVERIFY(!run.job.cache().contains(ip(u"192.0.2.2"_s)));
    run.job.cancel();
    QCOMPARE(run.ends.size(), 1);
}

void TestReverseLookup::cancelsWhenToldOfProgress()
{
    TableResolver resolver;
    Run run(resolver);
    QObject::connect(&run.job, &ReverseLookup::progressed, &run.job, [&run] { run.job.cancel(); });
    QStringList addresses;
    for (int i = 0; i < 20; ++i)
        addresses.append(u"192.0.2.%1"_s.arg(i));
    run.look(addresses);
    QCOMPARE(run.end(), ReverseLookup::End::Cancelled);
    QCOMPARE(run.job.cache().size(), 1);
    QCOMPARE(resolver.running(), 0);
}

void TestReverseLookup::goesAwayWhileRunning()
{
    TableResolver resolver;
    {
        ReverseLookup job(resolver);
        job.start({ip(u"192.0.2.1"_s), ip(u"192.0.2.2"_s)}, {}, now);
        QCOMPARE(resolver.running(), 2);
    }
    QCOMPARE(resolver.running(), 0);
}

void TestReverseLookup::nothingToDo()
{
    TableResolver resolver;
    Run run(resolver);
    run.look({});
    QCOMPARE(run.end(), ReverseLookup::End::Complete);
    QVERIFY(resolver.asked.isEmpty());
}

void TestReverseLookup::expiry_data()
{
    QTest::addColumn<HostStatus>("status");
    QTest::addColumn<qint64>("age");
    QTest::addColumn<bool>("asksAgain");
    using enum HostStatus;
    const HostExpiry expiry;
    QTest::newRow("confirmed, fresh") << Confirmed << expiry.confirmed - 1 << false;
    QTest::newRow("confirmed, old") << Confirmed << expiry.confirmed << true;
    QTest::newRow("unconfirmed, fresh") << Unconfirmed << expiry.unconfirmed - 1 << false;
    QTest::newRow("unconfirmed, old") << Unconfirmed << expiry.unconfirmed << true;
    QTest::newRow("no name, fresh") << NoName << expiry.noName - 1 << false;
    QTest::newRow("no name, old") << NoName << expiry.noName << true;
    QTest::newRow("failed just now") << Failed << qint64(0) << false;
    QTest::newRow("failed, old") << Failed << expiry.failed << true;
    QTest::newRow("out of the future") << Confirmed << qint64(-1) << true;
}

void TestReverseLookup::expiry()
{
    QFETCH(HostStatus, status);
    QFETCH(qint64, age);
    QFETCH(bool, asksAgain);
    HostCache cache;
    const bool named = status == HostStatus::Confirmed || status == HostStatus::Unconfirmed;
    cache.insert(ip(u"192.0.2.1"_s), {status, named ? u"old.example.jp"_s : QString(), now - age});
    TableResolver resolver;
    addHost(resolver, u"192.0.2.1"_s, {u"new.example.jp"_s});
    resolver.addAddresses(u"new.example.jp"_s, {u"192.0.2.1"_s});
    Run run(resolver);
    run.look({u"192.0.2.1"_s}, cache);
    QCOMPARE(!resolver.asked.isEmpty(), asksAgain);
    if (asksAgain)
        QCOMPARE(run.job.cache().names().value(ip(u"192.0.2.1"_s)), u"new.example.jp"_s);
    else
        QCOMPARE(run.job.cache(), cache);
}

void TestReverseLookup::keepsAConfirmedNameWhenServersFail()
{
    HostCache cache;
    const HostEntry old{HostStatus::Confirmed, u"old.example.jp"_s, now - HostExpiry().confirmed};
    cache.insert(ip(u"192.0.2.1"_s), old);
    TableResolver resolver;
    resolver.addFailure(DnsType::Ptr, reverseName(ip(u"192.0.2.1"_s)), DnsStatus::ServerFailure);
    Run run(resolver);
    run.look({u"192.0.2.1"_s}, cache);
    QCOMPARE(resolver.asked.size(), 1);
    QCOMPARE(run.job.cache().value(ip(u"192.0.2.1"_s)), old);
}

void TestReverseLookup::cacheSurvivesItsFile()
{
    HostCache cache;
    cache.insert(ip(u"192.0.2.1"_s), {HostStatus::Confirmed, u"mail.example.jp"_s, now});
    cache.insert(ip(u"2001:db8::1"_s), {HostStatus::Unconfirmed, u"claims.example.jp"_s, now - 5});
    cache.insert(ip(u"192.0.2.3"_s), {HostStatus::NoName, {}, now - 6});
    cache.insert(ip(u"192.0.2.4"_s), {HostStatus::Failed, {}, now - 7});
    const QByteArray tsv = cache.toTsv();
    QCOMPARE(tsv.split('\n').value(1), "192.0.2.1\tconfirmed\t1750000000\tmail.example.jp"_ba);
    Notes notes;
    QCOMPARE(HostCache::fromTsv(tsv, Limits(), notes), cache);
    QVERIFY(notes.isEmpty());
}

void TestReverseLookup::cacheFileIsNotTrusted_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no address") << "mail\tconfirmed\t1\tmail.example.jp"_ba;
    QTest::newRow("hostile name") << "192.0.2.1\tconfirmed\t1\t<b>.example"_ba;
    QTest::newRow("confirmed without a name") << "192.0.2.1\tconfirmed\t1\t"_ba;
    QTest::newRow("no name with a name") << "192.0.2.1\tno-name\t1\tmail.example.jp"_ba;
    QTest::newRow("unknown status") << "192.0.2.1\tsure\t1\tmail.example.jp"_ba;
    QTest::newRow("no time") << "192.0.2.1\tconfirmed\tx\tmail.example.jp"_ba;
    QTest::newRow("cells missing") << "192.0.2.1\tmail.example.jp"_ba;
    QTest::newRow("cells in excess") << "192.0.2.1\tconfirmed\t1\tmail.example.jp\t"_ba;
    QTest::newRow("bytes") << "\xff\xfe\0\x01"_ba;
}

void TestReverseLookup::cacheFileIsNotTrusted()
{
    QFETCH(QByteArray, line);
    Notes notes;
    const HostCache cache =
        HostCache::fromTsv(line + "\n198.51.100.1\tno-name\t1\t\n", Limits(), notes);
    QCOMPARE(cache.size(), 1);
    QVERIFY(cache.contains(ip(u"198.51.100.1"_s)));
    QVERIFY(notes.has(NoteCode::ValueUnknown));
    QCOMPARE(notes.list().first().place.line, 1);
}

void TestReverseLookup::cacheFileKeepsTheNewest()
{
    HostCache cache;
    for (int i = 0; i < 10; ++i)
        cache.insert(ip(u"192.0.2.%1"_s.arg(i)), {HostStatus::NoName, {}, now + i});
    Notes notes;
    const HostCache kept = HostCache::fromTsv(cache.toTsv(3), Limits(), notes);
    QCOMPARE(kept.size(), 3);
    QVERIFY(kept.contains(ip(u"192.0.2.9"_s)) && kept.contains(ip(u"192.0.2.7"_s)));
}

void TestReverseLookup::cacheFileHasALimit()
{
    Limits limits;
    limits.records = 2;
    Notes notes;
    QByteArray tsv;
    for (int i = 0; i < 5; ++i)
        tsv += "192.0.2." + QByteArray::number(i) + "\tno-name\t1\t\n";
    QCOMPARE(HostCache::fromTsv(tsv, limits, notes).size(), 2);
    QVERIFY(notes.has(NoteCode::LimitRecords));
}

QTEST_GUILESS_MAIN(TestReverseLookup)
#include "tst_reverselookup.moc"
