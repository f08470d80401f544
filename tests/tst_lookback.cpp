// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/facts.h"
#include "analysis/cases/suggestions.h"
#include "support/mailfixture.h"

#include <QTest>

#include <bit>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const Reporter post{u"post.example"_s};
const Reporter other{u"other.example"_s};

Signature ours(AuthResult result = AuthResult::Pass, const QString &selector = u"s1"_s)
{
    return {u"example.com"_s, selector, result, {}};
}

Seen seen(
    const QString &ip, const QString &mailFrom, AuthResult spf, std::vector<Signature> dkim = {})
{
    Seen s;
    s.ip = ip;
    s.mailFrom = mailFrom;
    s.spf = spf;
    s.dkim = std::move(dkim);
    return s;
}

/// A dataset and what it teaches.
struct Study {
    DatasetPtr dataset;
    SenderIndex senders;
    KnownServices services = builtInServices();
    LookBack lookBack;

    explicit Study(MailBox &box, const HostNames &hosts = {})
        : dataset(box.finish().dataset)
        , senders(makeSenderIndex(*dataset, hosts))
        , lookBack(*dataset, senders, services)
    {
    }
    [[nodiscard]] AddressId address(const QString &ip) const
    {
        for (quint32 i = 0; i < dataset->addresses.size(); ++i) {
            if (dataset->addressText(dataset->addresses[i]) == ip)
                return {i};
        }
        return {};
    }
    [[nodiscard]] quint32 owner() const { return lookBack.reading(0).owner; }
    [[nodiscard]] const History &of(const QString &ip) const
    {
        return lookBack.ofAddress(owner(), address(ip));
    }
};

void sendOwn(MailBox &box, int days = 10)
{
    for (int day = 0; day < days; ++day) {
        box.add(post, day, seen(u"192.0.2.1"_s, u"example.com"_s, AuthResult::Pass, {ours()}), 10,
            MailCase::Direct);
        box.add(other, day, seen(u"192.0.2.2"_s, u"example.com"_s, AuthResult::Pass), 5,
            MailCase::Direct);
    }
}

} // namespace

class TestLookBack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sumsPatterns();
    void traces_data();
    void traces();
    void keysAreAtHome();
    void countsWitnesses();
    void duplicatesAreNoWitnesses();
    void signedShare();
    void habits_data();
    void habits();
    void bursts();
    void longTimesAreBinned();
    void ownersAreApart();
    void arcComments_data();
    void arcComments();
    void suggestsSteadySenders();
    void suggestsNothingBrief();
};

void TestLookBack::sumsPatterns()
{
    MailBox box;
    sendOwn(box);
    const Study study(box);
    QCOMPARE(study.lookBack.patterns().patterns.size(), size_t(2));
    const Pattern &first = study.lookBack.patterns().patterns[study.lookBack.patterns().ofRow[0]];
    QCOMPARE(first.records, 10U);
    QCOMPARE(std::popcount(first.days), 10);
    QCOMPARE(std::popcount(first.reporters), 1);
    QCOMPARE(study.lookBack.patterns().bins, 10);
}

void TestLookBack::traces_data()
{
    QTest::addColumn<Seen>("mail");
    QTest::addColumn<int>("trace");
    const auto row = [](const char *name, const Seen &mail, Trace trace) {
        QTest::newRow(name) << mail << int(trace);
    };
    const QString ip = u"198.51.100.1"_s;
    row("signed, aligned SPF", seen(ip, u"example.com"_s, AuthResult::Pass, {ours()}),
        Trace::SignedDirect);
    row("broken, aligned SPF",
        seen(ip, u"l.example.com"_s, AuthResult::Pass, {ours(AuthResult::Fail)}),
        Trace::BrokenDirect);
    row("broken beside a new own signature",
        seen(ip, u"l.example.com"_s, AuthResult::Pass,
            {ours(AuthResult::Fail), {u"l.example.com"_s, u"l"_s, AuthResult::Pass, {}}}),
        Trace::BrokenDirect);
    row("unsigned, aligned SPF", seen(ip, u"example.com"_s, AuthResult::Pass),
        Trace::UnsignedDirect);
    row("signed, far from home", seen(ip, u"example.com"_s, AuthResult::Fail, {ours()}),
        Trace::Carried);
    row("broken, known selector",
        seen(ip, u"club.example"_s, AuthResult::Pass, {ours(AuthResult::Fail)}), Trace::Broken);
    row("broken, unknown selector",
        seen(ip, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Fail, u"x"_s)}),
        Trace::Forged);
    row("not broken, but not checked either",
        seen(ip, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::TempError)}), Trace::Bare);
    row("signed by who sends",
        seen(ip, u"b.esp.example"_s, AuthResult::Pass,
            {{u"esp.example"_s, u"k"_s, AuthResult::Pass, {}}}),
        Trace::BareSigned);
    row("signed by a third",
        seen(ip, u"b.esp.example"_s, AuthResult::Pass,
            {{u"else.example"_s, u"k"_s, AuthResult::Pass, {}}}),
        Trace::Bare);
    row("nothing", seen(ip, u"example.com"_s, AuthResult::SoftFail), Trace::Bare);
}

void TestLookBack::traces()
{
    QFETCH(Seen, mail);
    QFETCH(int, trace);
    MailBox box;
    sendOwn(box);
    box.add(post, 3, mail, 7, MailCase::Undetermined);
    const Study study(box);
    QCOMPARE(study.of(mail.ip).messages[size_t(trace)], 7U);
    QCOMPARE(study.of(mail.ip).total(), 7U);
}

void TestLookBack::keysAreAtHome()
{
    MailBox box;
    sendOwn(box);
    const Seen desk = seen(u"198.51.100.1"_s, u"b.desk.example"_s, AuthResult::Pass,
        {ours(AuthResult::Pass, u"desk"_s)});
    const Seen relayed = seen(u"198.51.100.2"_s, u"alumni.example"_s, AuthResult::Pass,
        {ours(AuthResult::Pass, u"desk"_s)});
    const Seen office = seen(u"198.51.100.3"_s, u"alumni.example"_s, AuthResult::Pass, {ours()});
    box.add(post, 1, desk, 90, MailCase::Direct);
    box.add(post, 1, relayed, 2, MailCase::Forward);
    box.add(post, 1, office, 40, MailCase::Forward);
    const Study study(box);
    QCOMPARE(study.of(desk.ip).of(Trace::Service), 90U);
    QCOMPARE(study.of(relayed.ip).of(Trace::Carried), 2U);
    QCOMPARE(study.of(office.ip).of(Trace::Carried), 40U); // its key signs at the office
    const auto selectors = [&](const QString &selector) {
        StringId domain;
        StringId name;
        const bool known = study.dataset->strings.find(u"example.com"_s, domain) && study.dataset->strings.find(selector, name);
        return known ? study.lookBack.selector(domain, name) : nullptr;
    };
    QVERIFY(selectors(u"s1"_s));
    QCOMPARE(selectors(u"s1"_s)->verified, 140U);
    QCOMPARE(selectors(u"s1"_s)->verifiedDirect, 100U);
    QCOMPARE(selectors(u"desk"_s)->topOrigin, 90U);
    QVERIFY(!selectors(u"unknown"_s));
}

void TestLookBack::countsWitnesses()
{
    MailBox box;
    sendOwn(box);
    const Seen relayed = seen(u"198.51.100.2"_s, u"example.com"_s, AuthResult::Fail, {ours()});
    for (int day = 0; day < 4; ++day)
        box.add(day % 2 ? post : other, day, relayed, 1, MailCase::Forward);
    const Study study(box);
    const History &history = study.of(relayed.ip);
    QCOMPARE(history.of(Trace::Carried), 4U);
    QCOMPARE(std::popcount(history.carriedDays), 4);
    QCOMPARE(std::popcount(history.carriedReporters), 2);
    QCOMPARE(
        study.lookBack.ofGroup(study.owner(), study.senders.group[study.address(relayed.ip).value])
            .addresses,
        1U);
    QCOMPARE(study.lookBack
                 .ofGroup(study.owner(), study.senders.group[study.address(u"192.0.2.1"_s).value])
                 .addresses,
        2U);
}

/// The same report twice must not make a relay known on twice the evidence.
void TestLookBack::duplicatesAreNoWitnesses()
{
    MailBox box;
    sendOwn(box);
    box.add(post, 3,
        seen(u"198.51.100.2"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}), 3,
        MailCase::Forward);
    const DatasetPtr once = box.finish().dataset;
    Dataset twice = *once;
    for (ReportInfo &report : twice.reports)
        report.counted = false;
    const SenderIndex senders = makeSenderIndex(twice, {});
    const LookBack lookBack(twice, senders, {});
    for (const Pattern &pattern : lookBack.patterns().patterns)
        QCOMPARE(pattern.messages, 0);
    const quint32 owner = lookBack.reading(0).owner;
    QCOMPARE(lookBack.ofAddress(owner, {0}), History());
}

void TestLookBack::signedShare()
{
    MailBox box;
    sendOwn(box); // 100 signed of 150
    const Study study(box);
    QCOMPARE(study.lookBack.owner(study.owner()).direct, 150U);
    QCOMPARE(study.lookBack.owner(study.owner()).directSigned, 100U);
    QCOMPARE(study.lookBack.owner(study.owner()).signedShare(), 105.0 / 160.0);
    QCOMPARE(OwnerInfo().signedShare(), 0.5);
}

void TestLookBack::habits_data()
{
    QTest::addColumn<int>("habit");
    QTest::newRow("ARC result on every record") << int(ArcEverywhere);
    QTest::newRow("reasons on every record") << int(ReasonsEverywhere);
    QTest::newRow("broken signatures not listed") << int(HidesSignatures);
    QTest::newRow("never enforces") << int(NeverEnforces);
}

void TestLookBack::habits()
{
    QFETCH(int, habit);
    MailBox box(u"example.com"_s, Policy::Reject);
    sendOwn(box);
    Reporter odd{u"odd.example"_s};
    odd.arcEverywhere = habit == ArcEverywhere;
    odd.emptyReason = habit == ReasonsEverywhere;
    odd.brokenListed = habit != HidesSignatures;
    odd.enforces = habit != NeverEnforces;
    Reporter sound{u"sound.example"_s};
    for (int day = 0; day < 10; ++day) {
        for (const Reporter &reporter : {odd, sound}) {
            box.add(reporter, day,
                seen(u"192.0.2.1"_s, u"example.com"_s, AuthResult::Pass, {ours()}), 1,
                MailCase::Direct);
            for (int i = 1; i < 5; ++i)
                box.add(reporter, day,
                    seen(u"198.51.100.%1"_s.arg(i), u"x.example"_s, AuthResult::Pass,
                        {ours(AuthResult::Fail)}),
                    1, MailCase::ListOther);
        }
    }
    const DatasetPtr dataset = box.finish().dataset;
    const std::vector<quint8> habits = reporterHabits(*dataset);
    const auto of = [&](const QString &org) {
        StringId id;
        return dataset->strings.find(org, id) ? int(habits[id.value]) : -1;
    };
    QCOMPARE(of(u"odd.example"_s), habit);
    QCOMPARE(of(u"sound.example"_s), 0);
}

void TestLookBack::bursts()
{
    MailBox box;
    sendOwn(box);
    for (int i = 0; i < 20; ++i)
        box.add(post, 6, seen(u"77.%1.0.1"_s.arg(i), u"example.com"_s, AuthResult::Fail), 1,
            MailCase::Spoof);
    box.add(post, 2, seen(u"78.0.0.1"_s, u"example.com"_s, AuthResult::Fail), 1, MailCase::Spoof);
    const Study study(box);
    QCOMPARE(study.lookBack.owner(study.owner()).burstDays, quint64(1) << 6);
}

void TestLookBack::longTimesAreBinned()
{
    MailBox box;
    sendOwn(box, 200);
    const Study study(box);
    const Patterns &patterns = study.lookBack.patterns();
    QVERIFY(patterns.bins <= 64);
    QVERIFY(patterns.bins * patterns.daysPerBin >= 190);
    QVERIFY(std::popcount(study.of(u"192.0.2.1"_s).days) > 40);
}

/// A server of one client's is none of another's.
void TestLookBack::ownersAreApart()
{
    MailBox box;
    sendOwn(box);
    Seen foreign = seen(u"192.0.2.1"_s, u"example.org"_s, AuthResult::Fail);
    foreign.headerFrom = u"example.org"_s;
    box.add(post, 2, foreign, 3, MailCase::Spoof);
    const Study study(box);
    quint32 org = 0;
    for (quint32 i = 0; i < study.lookBack.patterns().patterns.size(); ++i) {
        if (study.lookBack.names().orgText(study.lookBack.reading(i).owner) == u"example.org"_s)
            org = study.lookBack.reading(i).owner;
    }
    QVERIFY(org != 0);
    QCOMPARE(study.lookBack.ofAddress(org, study.address(u"192.0.2.1"_s)).direct(), 0U);
    QCOMPARE(study.lookBack.ofAddress(org, study.address(u"192.0.2.1"_s)).of(Trace::Bare), 3U);
}

void TestLookBack::arcComments_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<ArcComment>("arc");
    QTest::newRow("RFC 8617 section 7.2.2")
        << u"arc=pass as[2].d=d2.example as[2].s=s2 as[1].d=d1.example as[1].s=s3 remote-ip[1]=2001:DB8::1A"_s
        << ArcComment{
               u"pass"_s, u"d1.example"_s, u"d2.example"_s, IpAddress::parse(u"2001:db8::1a")};
    QTest::newRow("Google") << u"arc=pass"_s << ArcComment{u"pass"_s, {}, {}, {}};
    QTest::newRow("OpenDMARC") << u"arc=fail as[1].d=a.example as[1].s=x client-ip[1]=192.0.2.7"_s
                               << ArcComment{u"fail"_s, u"a.example"_s, u"a.example"_s,
                                      IpAddress::parse(u"192.0.2.7")};
    QTest::newRow("cut off (infomaniak)")
        << u"arc=fail as[2].d=google.com as[2].s=arc-20160816 as[1].d=goo"_s
        << ArcComment{u"fail"_s, u"goo"_s, u"google.com"_s, {}};
    QTest::newRow("another check (the talk)") << u"xoar=pass"_s << ArcComment();
    QTest::newRow("empty") << QString() << ArcComment();
}

void TestLookBack::arcComments()
{
    QFETCH(QString, comment);
    QFETCH(ArcComment, arc);
    QCOMPARE(parseArc(comment), arc);
}

void TestLookBack::suggestsSteadySenders()
{
    MailBox box;
    sendOwn(box);
    for (int day = 0; day < 8; ++day) {
        box.add(day % 2 ? post : other, day,
            seen(u"198.51.100.9"_s, u"b.sendgrid.net"_s, AuthResult::Pass,
                {ours(AuthResult::Pass, u"sg"_s)}),
            9, MailCase::Direct);
        box.add(day % 2 ? post : other, day,
            seen(u"203.0.113.5"_s, u"example.com"_s, AuthResult::Fail, {ours()}), 9,
            MailCase::Forward);
    }
    const HostNames hosts{{*IpAddress::parse(u"198.51.100.9"), u"o1.sendgrid.net"_s}};
    const Study study(box, hosts);
    const std::vector<Suggestion> list =
        suggestionsFor(*study.dataset, study.senders, study.lookBack, {}, study.services);
    QCOMPARE(list.size(), size_t(2)); // the relay is none
    QCOMPARE(list[0].ground, Suggestion::Ground::AlignedSpf);
    QCOMPARE(senderKey(list[0].entry), u"192.0.2.0/24"_s);
    QCOMPARE(list[0].entry.senderClass, SenderClass::Internal);
    QCOMPARE(list[0].entry.domain, u"example.com"_s);
    QCOMPARE(list[0].messages, 150);
    QCOMPARE(list[0].addresses, 2);
    QCOMPARE(list[0].reporters, 2);
    QCOMPARE(list[0].days, 10);
    QCOMPARE(list[1].ground, Suggestion::Ground::OwnKey);
    QCOMPARE(senderKey(list[1].entry), u"dkim:sg._domainkey.example.com"_s);
    QCOMPARE(list[1].entry.senderClass, SenderClass::ThirdParty);
    QCOMPARE(list[1].serviceName, u"Twilio SendGrid"_s);
    OwnSenders registered;
    registered.entries = {list[0].entry, list[1].entry};
    QVERIFY(
        suggestionsFor(*study.dataset, study.senders, study.lookBack, registered, study.services)
            .empty());
}

void TestLookBack::suggestsNothingBrief()
{
    MailBox box;
    sendOwn(box, 2);
    for (int day = 2; day < 10; ++day)
        box.add(post, day, seen(u"198.51.100.9"_s, u"example.com"_s, AuthResult::Fail), 1,
            MailCase::Spoof);
    const Study study(box);
    QVERIFY(
        suggestionsFor(*study.dataset, study.senders, study.lookBack, {}, study.services).empty());
}

QTEST_GUILESS_MAIN(TestLookBack)
#include "tst_lookback.moc"
