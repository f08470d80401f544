// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const Reporter post{u"post.example"_s};
const Reporter other{u"other.example"_s};

Signature ours(AuthResult result, const QString &selector = u"s1"_s)
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

/// Two weeks of the owner's own mail: 192.0.2.1 sends, signed with s1.
void sendOwn(MailBox &box)
{
    for (int day = 0; day < 14; ++day) {
        for (const Reporter &reporter : {post, other})
            box.add(reporter, day,
                seen(u"192.0.2.1"_s, u"example.com"_s, AuthResult::Pass, {ours(AuthResult::Pass)}),
                20, MailCase::Direct);
    }
}

/// A dataset with everything that is needed to judge it.
struct Court {
    DatasetPtr dataset;
    SenderIndex senders;
    OwnSenders own;
    KnownServices services = builtInServices();
    Pins pins;
    Judgement judgement;

    explicit Court(MailBox &box, const Pins &said = {}, const HostNames &hosts = {},
        const OwnSenders &registered = {})
        : dataset(box.finish().dataset)
        , senders(makeSenderIndex(*dataset, hosts))
        , own(registered)
        , pins(said)
        , judgement(judge(*dataset, senders, nullptr, own, services, pins, Stop()))
    {
    }
    [[nodiscard]] std::vector<Row> rowsOf(const QString &ip) const
    {
        std::vector<Row> rows;
        for (Row row = 0; row < dataset->records.size(); ++row) {
            if (dataset->addressText(dataset->records.address[row]) == ip)
                rows.push_back(row);
        }
        return rows;
    }
    [[nodiscard]] ShortVerdict of(const QString &ip) const
    {
        return judgement.of(rowsOf(ip).back());
    }
    [[nodiscard]] Verdict whole(const QString &ip) const
    {
        return explain(judgement, *dataset, senders, own, services, pins, rowsOf(ip).back());
    }
};

bool has(const Verdict &verdict, RuleId rule)
{
    return std::any_of(verdict.evidence.cbegin(), verdict.evidence.cend(),
        [rule](const Evidence &evidence) { return evidence.rule == rule; });
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void talkCases_data();
    void talkCases();
    void saysWhy();
    void undeterminedWithoutEvidence();
    void strictAlignmentIsAMisconfiguration();
    void ownTenantIsAMisconfiguration();
    void forgedSelectorIsNotOurs();
    void relayedServiceMailIsAForward();
    void pinsWin();
    void mixedSenderSaysSo();
    void replayIsNoForward();
    void newsletterForwardsAreNoReplay();
    void arcOnEveryRecordSaysNothing();
    void arcPassSpeaksForARelay();
    void reasonsWithoutAWordSayNothing_data();
    void reasonsWithoutAWordSayNothing();
    void reporterWithoutResults();
    void emptyDatasetHasNoVerdicts();
    void stopLeavesNothing();
    void sameAgain();
};

void TestVerdict::talkCases_data()
{
    QTest::addColumn<QString>("ip");
    QTest::addColumn<MailCase>("mailCase");
    QTest::newRow("1 direct") << u"192.0.2.1"_s << MailCase::Direct;
    QTest::newRow("2 forward") << u"198.51.100.2"_s << MailCase::Forward;
    QTest::newRow("3 forward, unsigned mail") << u"198.51.100.3"_s << MailCase::ForwardBroken;
    QTest::newRow("3 forward through a gateway that alters")
        << u"198.51.100.33"_s << MailCase::ForwardBroken;
    QTest::newRow("4 own list") << u"192.0.2.4"_s << MailCase::ListOwn;
    QTest::newRow("5 other list") << u"203.0.113.5"_s << MailCase::ListOther;
    QTest::newRow("6 spoof") << u"9.8.7.6"_s << MailCase::Spoof;
    QTest::newRow("misconfigured") << u"192.0.2.7"_s << MailCase::Misconfigured;
}

/// The talk's table of cases, with what each needs around it to be told from the others.
void TestVerdict::talkCases()
{
    QFETCH(QString, ip);
    QFETCH(MailCase, mailCase);
    MailBox box(u"example.com"_s, Policy::Reject);
    sendOwn(box);
    for (int day = 0; day < 14; ++day) {
        const Reporter &reporter = day % 2 ? post : other;
        box.add(reporter, day,
            seen(u"198.51.100.2"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}),
            3, MailCase::Forward);
        box.add(reporter, day,
            seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::SoftFail,
                {ours(AuthResult::Pass)}),
            3, MailCase::Forward);
        box.add(reporter, day, seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::SoftFail), 1,
            MailCase::ForwardBroken);
        box.add(reporter, day,
            seen(u"198.51.100.33"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Fail)}),
            2, MailCase::ForwardBroken);
        box.add(reporter, day,
            seen(
                u"192.0.2.4"_s, u"lists.example.com"_s, AuthResult::Pass, {ours(AuthResult::Fail)}),
            4, MailCase::ListOwn);
        box.add(reporter, day,
            seen(u"203.0.113.5"_s, u"lists.club.example"_s, AuthResult::Pass,
                {ours(AuthResult::Fail)}),
            2, MailCase::ListOther);
        box.add(reporter, day, seen(u"192.0.2.7"_s, u"example.com"_s, AuthResult::Fail), 2,
            MailCase::Misconfigured);
    }
    box.add(post, 9, seen(u"9.8.7.6"_s, u"example.com"_s, AuthResult::Fail), 30, MailCase::Spoof);
    const Court court(box);
    const std::vector<Row> rows = court.rowsOf(ip);
    const SenderVerdict verdict = sumUp(court.judgement, *court.dataset, rows);
    if (ip == u"198.51.100.3"_s) {
        QVERIFY(verdict.mixed);
        QCOMPARE(verdict.messages[size_t(MailCase::Forward)], 42);
        QCOMPARE(verdict.messages[size_t(MailCase::ForwardBroken)], 14);
    } else {
        QCOMPARE(verdict.mailCase, mailCase);
        QVERIFY(verdict.probability > 0.7);
        QVERIFY(!verdict.mixed);
    }
}

void TestVerdict::saysWhy()
{
    MailBox box;
    sendOwn(box);
    box.add(post, 3,
        seen(u"198.51.100.2"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}), 3,
        MailCase::Forward);
    const Court court(box);
    const Verdict verdict = court.whole(u"198.51.100.2"_s);
    QCOMPARE(verdict.mailCase, MailCase::Forward);
    QVERIFY(has(verdict, RuleId::SignatureSurvived));
    QVERIFY(has(verdict, RuleId::KeyElsewhere));
    QVERIFY(!has(verdict, RuleId::DmarcFailed));
    const auto key = std::find_if(verdict.evidence.cbegin(), verdict.evidence.cend(),
        [](const Evidence &evidence) { return evidence.rule == RuleId::KeyElsewhere; });
    QCOMPARE(key->operands, QStringList{u"s1"_s});
    QVERIFY(key->towards(MailCase::Forward) > 0);
    QVERIFY(key->towards(MailCase::Direct) < 0);
    // What is explained is what was said.
    const ShortVerdict said = court.of(u"198.51.100.2"_s);
    QCOMPARE(said.mailCase, verdict.mailCase);
    QVERIFY(std::abs(double(said.probability) - verdict.probability) < 1e-6);
    QCOMPARE(said.runnerUp, verdict.runnerUp);
}

/// The talk's record 192.0.2.123 alone: two messages, and nothing known of anybody.
void TestVerdict::undeterminedWithoutEvidence()
{
    MailBox box;
    box.add(post, 0, seen(u"192.0.2.123"_s, u"example.net"_s, AuthResult::Pass), 2,
        MailCase::Undetermined);
    const Court court(box);
    QCOMPARE(court.of(u"192.0.2.123"_s).mailCase, MailCase::Undetermined);
    const Verdict verdict = court.whole(u"192.0.2.123"_s);
    QVERIFY(verdict.probability < leastProbability);
    // Nothing of the owner's was seen, so no share of it is told.
    const auto unsignedHere = std::find_if(verdict.evidence.begin(), verdict.evidence.end(),
        [](const Evidence &e) { return e.rule == RuleId::NeverCarriedOurs; });
    QVERIFY(unsignedHere != verdict.evidence.end());
    QCOMPARE(unsignedHere->operands, QStringList({u"2"_s, QString()}));
}

void TestVerdict::strictAlignmentIsAMisconfiguration()
{
    MailBox box(u"example.com"_s, Policy::Reject, true);
    sendOwn(box);
    box.add(post, 1, seen(u"192.0.2.9"_s, u"news.example.com"_s, AuthResult::Pass), 5,
        MailCase::Misconfigured);
    const Court court(box);
    QCOMPARE(court.of(u"192.0.2.9"_s).mailCase, MailCase::Misconfigured);
    QVERIFY(has(court.whole(u"192.0.2.9"_s), RuleId::PassedForOwnOrganization));
}

void TestVerdict::ownTenantIsAMisconfiguration()
{
    MailBox box;
    sendOwn(box);
    const auto tenant = [](const QString &label) {
        return seen(label == u"example"_s ? u"40.95.1.1"_s : u"40.95.1.2"_s,
            label + u".onmicrosoft.com"_s, AuthResult::Pass,
            {{label + u".onmicrosoft.com"_s, u"selector1"_s, AuthResult::Pass, {}}});
    };
    box.add(post, 1, tenant(u"example"_s), 5, MailCase::Misconfigured);
    box.add(post, 1, tenant(u"somebodyelse"_s), 5, MailCase::ForwardBroken);
    const Court court(box);
    QCOMPARE(court.of(u"40.95.1.1"_s).mailCase, MailCase::Misconfigured);
    QVERIFY(court.of(u"40.95.1.2"_s).mailCase != MailCase::Misconfigured);
}

/// Anybody can write d=example.com: a selector that never verified is no sign of the owner's mail.
void TestVerdict::forgedSelectorIsNotOurs()
{
    MailBox box;
    sendOwn(box);
    box.add(post, 5,
        seen(u"9.8.7.6"_s, u"example.com"_s, AuthResult::Fail,
            {ours(AuthResult::Fail, u"default"_s)}),
        9, MailCase::Spoof);
    box.add(post, 5,
        seen(u"9.8.7.5"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Fail)}), 9,
        MailCase::ForwardBroken);
    const Court court(box);
    QCOMPARE(court.of(u"9.8.7.6"_s).mailCase, MailCase::Spoof);
    QCOMPARE(court.of(u"9.8.7.5"_s).mailCase, MailCase::ForwardBroken);
}

/// A service that signs for the owner with a key of its own and bounces to itself is no forward;
/// the same key's mail elsewhere is.
void TestVerdict::relayedServiceMailIsAForward()
{
    MailBox box;
    sendOwn(box);
    for (int day = 0; day < 14; ++day)
        box.add(post, day,
            seen(u"198.51.100.9"_s, u"bounce.helpdesk.example"_s, AuthResult::Pass,
                {ours(AuthResult::Pass, u"hd"_s)}),
            9, MailCase::Direct);
    box.add(post, 4,
        seen(u"203.0.113.77"_s, u"alumni.example"_s, AuthResult::Pass,
            {ours(AuthResult::Pass, u"hd"_s)}),
        1, MailCase::Forward);
    const Court court(box);
    QCOMPARE(court.of(u"198.51.100.9"_s).mailCase, MailCase::Direct);
    QCOMPARE(court.of(u"203.0.113.77"_s).mailCase, MailCase::Forward);
}

void TestVerdict::pinsWin()
{
    MailBox box;
    sendOwn(box);
    box.add(post, 5, seen(u"9.8.7.6"_s, u"example.com"_s, AuthResult::Fail), 9, MailCase::Spoof);
    const Court court(
        box, {{{u"9.8.7.0/24"_s, {}, MailCase::Misconfigured, u"the branch office"_s}}});
    const ShortVerdict said = court.of(u"9.8.7.6"_s);
    QVERIFY(said.pinned);
    QCOMPARE(said.mailCase, MailCase::Misconfigured);
    QCOMPARE(said.probability, 1.0F);
    QCOMPARE(said.runnerUp, MailCase::Spoof); // what the rules say
    const Verdict verdict = court.whole(u"9.8.7.6"_s);
    QVERIFY(verdict.pin.has_value());
    QCOMPARE(verdict.pin->note, u"the branch office"_s);
    QVERIFY(!verdict.evidence.empty());
    QVERIFY(sumUp(court.judgement, *court.dataset, court.rowsOf(u"9.8.7.6"_s)).pinned);
    QVERIFY(!court.of(u"192.0.2.1"_s).pinned);
}

void TestVerdict::mixedSenderSaysSo()
{
    MailBox box;
    sendOwn(box);
    box.add(post, 5,
        seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}), 70,
        MailCase::Forward);
    box.add(other, 5, seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::Fail), 30,
        MailCase::ForwardBroken);
    const Court court(box);
    const SenderVerdict verdict =
        sumUp(court.judgement, *court.dataset, court.rowsOf(u"198.51.100.3"_s));
    QVERIFY(verdict.mixed);
    QCOMPARE(verdict.mailCase, MailCase::Forward);
    QCOMPARE(verdict.messages[size_t(MailCase::Forward)], 70);
    QCOMPARE(verdict.messages[size_t(MailCase::ForwardBroken)], 30);
    QVERIFY(!sumUp(court.judgement, *court.dataset, court.rowsOf(u"192.0.2.1"_s)).mixed);
    const auto example = exampleOf(
        court.judgement, *court.dataset, court.rowsOf(u"198.51.100.3"_s), MailCase::ForwardBroken);
    QVERIFY(example.has_value());
    QCOMPARE(court.dataset->records.count[*example], 30);
}

void TestVerdict::replayIsNoForward()
{
    MailBox box;
    sendOwn(box);
    for (int day = 0; day < 14; ++day)
        box.add(post, day,
            seen(u"198.51.100.2"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}),
            3, MailCase::Forward);
    for (int i = 0; i < 60; ++i)
        box.add(i % 2 ? post : other, 10,
            seen(u"77.%1.5.9"_s.arg(i), u"example.com"_s, AuthResult::Fail,
                {ours(AuthResult::Pass)}),
            5, MailCase::Spoof);
    const Court court(box);
    const ShortVerdict verdict = court.of(u"77.30.5.9"_s);
    QVERIFY(verdict.replay);
    QVERIFY(verdict.mailCase != MailCase::Forward);
    QVERIFY(has(court.whole(u"77.30.5.9"_s), RuleId::Replay));
    QVERIFY(sumUp(court.judgement, *court.dataset, court.rowsOf(u"77.30.5.9"_s)).replay);
    QVERIFY(!court.of(u"198.51.100.2"_s).replay); // the steady relay stays what it is
    QCOMPARE(court.of(u"198.51.100.2"_s).mailCase, MailCase::Forward);
}

/// Many relays on the day of a newsletter are few beside the newsletter itself.
void TestVerdict::newsletterForwardsAreNoReplay()
{
    MailBox box;
    sendOwn(box);
    box.add(post, 10,
        seen(u"192.0.2.1"_s, u"example.com"_s, AuthResult::Pass, {ours(AuthResult::Pass)}), 5000,
        MailCase::Direct);
    for (int i = 0; i < 60; ++i)
        box.add(post, 10,
            seen(u"77.%1.5.9"_s.arg(i), u"example.com"_s, AuthResult::Fail,
                {ours(AuthResult::Pass)}),
            2, MailCase::Forward);
    const Court court(box);
    QVERIFY(!court.of(u"77.30.5.9"_s).replay);
    QCOMPARE(court.of(u"77.30.5.9"_s).mailCase, MailCase::Forward);
}

void TestVerdict::arcOnEveryRecordSaysNothing()
{
    MailBox box;
    sendOwn(box);
    Reporter arc{u"cheap.example"_s};
    Seen direct =
        seen(u"192.0.2.1"_s, u"example.com"_s, AuthResult::Pass, {ours(AuthResult::Pass)});
    direct.reasons = {{u"local_policy"_s, u"arc=pass"_s}};
    for (int day = 0; day < 5; ++day)
        box.add(arc, day, direct, 4, MailCase::Direct);
    Seen spoof = seen(u"9.8.7.6"_s, u"example.com"_s, AuthResult::Fail);
    spoof.reasons = {{u"local_policy"_s, u"arc=pass"_s}};
    box.add(arc, 5, spoof, 9, MailCase::Spoof);
    const Court court(box);
    QCOMPARE(court.of(u"9.8.7.6"_s).mailCase, MailCase::Spoof);
    QVERIFY(!has(court.whole(u"9.8.7.6"_s), RuleId::ArcPassed));
}

void TestVerdict::arcPassSpeaksForARelay()
{
    MailBox box;
    sendOwn(box);
    Seen relayed = seen(u"9.8.7.6"_s, u"example.com"_s, AuthResult::Fail);
    relayed.reasons = {{u"local_policy"_s,
        u"arc=pass as[2].d=relay.example as[2].s=a as[1].d=example.com as[1].s=b remote-ip[1]=192.0.2.1"_s}};
    box.add(post, 5, relayed, 9, MailCase::ForwardBroken);
    const Court court(box);
    const Verdict verdict = court.whole(u"9.8.7.6"_s);
    QCOMPARE(verdict.mailCase, MailCase::ForwardBroken);
    QVERIFY(has(verdict, RuleId::ArcPassed));
    QVERIFY(has(verdict, RuleId::ArcStartsWithUs));
}

void TestVerdict::reasonsWithoutAWordSayNothing_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("comment");
    QTest::newRow("bare local_policy") << u"local_policy"_s << QString();
    QTest::newRow("empty reason") << QString() << QString();
    QTest::newRow("arc=fail") << u"local_policy"_s << u"arc=fail as[1].d=example.com"_s;
    QTest::newRow("arc=none") << u"local_policy"_s << u"arc=none"_s;
    QTest::newRow("sampled out") << u"sampled_out"_s << QString();
    QTest::newRow("test mode") << u"policy_test_mode"_s << QString();
}

void TestVerdict::reasonsWithoutAWordSayNothing()
{
    QFETCH(QString, type);
    QFETCH(QString, comment);
    MailBox box;
    sendOwn(box);
    const Seen plain = seen(u"9.8.7.6"_s, u"example.com"_s, AuthResult::Fail);
    Seen excused = plain;
    excused.ip = u"9.18.7.6"_s;
    excused.reasons = {{type, comment}};
    box.add(post, 5, plain, 9, MailCase::Spoof);
    box.add(post, 5, excused, 9, MailCase::Spoof);
    const Court court(box);
    QCOMPARE(court.of(u"9.18.7.6"_s), court.of(u"9.8.7.6"_s));
}

/// policy_evaluated alone must do, with what other reporters said of the same address.
void TestVerdict::reporterWithoutResults()
{
    MailBox box;
    sendOwn(box);
    Reporter terse{u"terse.example"_s};
    terse.results = false;
    for (int day = 0; day < 6; ++day) {
        box.add(post, day,
            seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}),
            4, MailCase::Forward);
        box.add(other, day,
            seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::Fail, {ours(AuthResult::Pass)}),
            4, MailCase::Forward);
    }
    box.add(terse, 7, seen(u"198.51.100.3"_s, u"example.com"_s, AuthResult::Fail), 4,
        MailCase::ForwardBroken);
    box.add(terse, 7,
        seen(u"192.0.2.1"_s, u"example.com"_s, AuthResult::Pass, {ours(AuthResult::Pass)}), 4,
        MailCase::Direct);
    const Court court(box);
    QCOMPARE(court.of(u"198.51.100.3"_s).mailCase, MailCase::ForwardBroken);
    QCOMPARE(court.of(u"192.0.2.1"_s).mailCase, MailCase::Direct);
}

void TestVerdict::emptyDatasetHasNoVerdicts()
{
    MailBox box;
    const Court court(box);
    QCOMPARE(court.judgement.of(0), ShortVerdict());
    QCOMPARE(explain(court.judgement, *court.dataset, court.senders, court.own, court.services,
                 court.pins, 0),
        Verdict());
    QCOMPARE(sumUp(court.judgement, *court.dataset, {}), SenderVerdict());
}

void TestVerdict::stopLeavesNothing()
{
    MailBox box;
    sendOwn(box);
    const DatasetPtr dataset = box.finish().dataset;
    Stop stop;
    stop.request();
    const SenderIndex senders = makeSenderIndex(*dataset, {});
    QVERIFY(judge(*dataset, senders, nullptr, {}, {}, {}, stop).isEmpty());
}

void TestVerdict::sameAgain()
{
    const World world = simulate(3, Signing::Everywhere, 7, 0.5);
    const SenderIndex senders = makeSenderIndex(*world.contents.dataset, world.hosts);
    const KnownServices services = builtInServices();
    const Judgement first =
        judge(*world.contents.dataset, senders, nullptr, world.own, services, {}, Stop());
    const Judgement again =
        judge(*world.contents.dataset, senders, first.lookBack(), world.own, services, {}, Stop());
    for (Row row = 0; row < first.size(); ++row)
        QCOMPARE(again.of(row), first.of(row));
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
