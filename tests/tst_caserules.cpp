// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/rules.h"

#include <QTest>

using namespace sekisho;

namespace {

void relayed(Facts &f) // the owner's signature arrived at somebody else's server
{
    f.reading.resultsGiven = true;
    f.reading.dkimAligned = true;
    f.reading.selector = {7};
}

void authorised(Facts &f)
{
    f.reading.resultsGiven = true;
    f.reading.spfAligned = true;
    f.reading.mailFromOurs = true;
    f.reading.spfResult = AuthResult::Pass;
}

void listAtHome(Facts &f)
{
    authorised(f);
    f.reading.ownBroken = true;
    f.reading.brokenSelector = {7};
    f.selectorKnown = true;
}

void broken(Facts &f) // the owner's signature broke on the way
{
    f.reading.resultsGiven = true;
    f.reading.ownBroken = true;
    f.reading.brokenSelector = {7};
    f.reading.mailFrom = {8};
}

void foreign(Facts &f) // SPF passed for somebody else
{
    f.reading.resultsGiven = true;
    f.reading.spfForeign = true;
    f.reading.spfResult = AuthResult::Pass;
    f.reading.mailFrom = {8};
}

void stranger(Facts &f) // MAIL FROM is the owner's, and nothing passes
{
    f.reading.resultsGiven = true;
    f.reading.mailFrom = {9};
    f.reading.mailFromOurs = true;
    f.reading.spfResult = AuthResult::Fail;
    f.bins = 28;
}

quint32 &seen(History &history, Trace trace)
{
    return history.messages[size_t(trace)];
}

/// A situation in which a rule finds something, and the case that this must speak for.
struct Situation {
    RuleId rule;
    MailCase towards;
    void (*set)(Facts &);
};

using R = RuleId;
using C = MailCase;

const Situation situations[] = {
    {R::DmarcPassed, C::Forward, relayed},
    {R::DmarcFailed, C::Spoof, stranger},
    {R::SpfAligned, C::Direct, authorised},
    {R::SignatureSurvived, C::Forward, relayed},
    {R::RegisteredInternal, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            f.registered = {SenderClass::Internal, 0, true};
        }},
    {R::RegisteredThirdParty, C::Misconfigured,
        [](Facts &f) {
            foreign(f);
            f.registered = {SenderClass::ThirdParty, 0, true};
        }},
    {R::NotRegistered, C::Forward,
        [](Facts &f) {
            relayed(f);
            f.registered.any = true;
        }},
    {R::OtherCustomer, C::Forward,
        [](Facts &f) {
            foreign(f);
            relayed(f);
            f.registered = {SenderClass::ThirdParty, 0, true};
            seen(f.group, Trace::SignedDirect) = 50;
        }},
    {R::KeyAtHome, C::Direct,
        [](Facts &f) {
            relayed(f);
            f.home = 1;
        }},
    {R::KeyElsewhere, C::Forward,
        [](Facts &f) {
            relayed(f);
            f.keyElsewhere = true;
        }},
    {R::KeyUnknown, C::Forward,
        [](Facts &f) {
            relayed(f);
            f.reading.selector = {};
        }},
    {R::SourceIsService, C::Direct,
        [](Facts &f) {
            relayed(f);
            seen(f.address, Trace::Service) = 20;
        }},
    {R::SpfOfOthersDkimOurs, C::Forward,
        [](Facts &f) {
            stranger(f);
            relayed(f);
        }},
    {R::LearnedOwnAddress, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            seen(f.address, Trace::SignedDirect) = 20;
        }},
    {R::OwnNeighbourhood, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            seen(f.group, Trace::SignedDirect) = 40;
        }},
    {R::HostOurs, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            f.hostOurs = true;
        }},
    {R::SignatureBrokenAtHome, C::ListOwn, listAtHome},
    {R::AddressKeepsSignatures, C::Direct,
        [](Facts &f) {
            listAtHome(f);
            seen(f.address, Trace::SignedDirect) = 90;
            seen(f.address, Trace::BrokenDirect) = 2;
        }},
    {R::AddressBreaksSignatures, C::ListOwn,
        [](Facts &f) {
            listAtHome(f);
            seen(f.address, Trace::BrokenDirect) = 20;
        }},
    {R::KeyNeverVerified, C::Direct,
        [](Facts &f) {
            listAtHome(f);
            f.selectorKnown = false;
        }},
    {R::BounceDomainOfOwnList, C::ListOwn,
        [](Facts &f) {
            listAtHome(f);
            f.mailFromChild = true;
        }},
    {R::NothingBroken, C::Direct, authorised},
    {R::ListName, C::ListOther,
        [](Facts &f) {
            broken(f);
            f.listName = true;
        }},
    {R::PassedForOwnOrganization, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            f.reading.ownUnaligned = true;
        }},
    {R::KnownSelectorBroken, C::ListOther,
        [](Facts &f) {
            broken(f);
            f.selectorKnown = true;
        }},
    {R::SelectorNotGiven, C::ForwardBroken,
        [](Facts &f) {
            broken(f);
            f.reading.brokenSelector = {};
        }},
    {R::UnknownSelectorBroken, C::Spoof, broken},
    {R::KeyMissing, C::Spoof,
        [](Facts &f) {
            broken(f);
            f.reading.keyMissing = true;
        }},
    {R::SaidAltered, C::ForwardBroken,
        [](Facts &f) {
            broken(f);
            f.reading.altered = true;
        }},
    {R::MailFromKept, C::ForwardBroken, stranger},
    {R::MailFromChanged, C::ListOther, broken},
    {R::CarriesOurMail, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            seen(f.address, Trace::Carried) = 3;
        }},
    {R::NeighbourCarriesOurMail, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            seen(f.group, Trace::Carried) = 3;
        }},
    {R::BreaksOurMail, C::ListOther,
        [](Facts &f) {
            foreign(f);
            seen(f.organization, Trace::Broken) = 9;
            f.organization.rewritten = 9;
        }},
    {R::KeepsOurMail, C::ForwardBroken,
        [](Facts &f) {
            foreign(f);
            seen(f.organization, Trace::Carried) = 9;
        }},
    {R::AltersOurMail, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            seen(f.address, Trace::Broken) = 9;
        }},
    {R::NeverCarriedOurs, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.signedShare = 1;
            seen(f.address, Trace::Bare) = 9;
        }},
    {R::StrangerUnsigned, C::Spoof, stranger},
    {R::UnrelatedFailed, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.reading.mailFromOurs = false;
        }},
    {R::SignerIsMailFrom, C::Misconfigured,
        [](Facts &f) {
            foreign(f);
            f.reading.signer = {8};
            f.reading.signerIsMailFrom = true;
        }},
    {R::ListSignsAgain, C::ListOther,
        [](Facts &f) {
            broken(f);
            foreign(f);
            f.reading.signer = {8};
            f.reading.signerIsMailFrom = true;
        }},
    {R::SignsSteadily, C::Misconfigured,
        [](Facts &f) {
            foreign(f);
            seen(f.organization, Trace::BareSigned) = 20;
        }},
    {R::SignsSometimes, C::Spoof,
        [](Facts &f) {
            foreign(f);
            seen(f.organization, Trace::BareSigned) = 9;
            seen(f.organization, Trace::Bare) = 9;
        }},
    {R::KnownEsp, C::Misconfigured,
        [](Facts &f) {
            foreign(f);
            f.mailFromKind = ServiceKind::Esp;
        }},
    {R::KnownForwarder, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.hostKind = ServiceKind::Forwarder;
        }},
    {R::KnownGateway, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.hostKind = ServiceKind::Gateway;
        }},
    {R::KnownMailProvider, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.hostKind = ServiceKind::MailProvider;
        }},
    {R::KnownListHost, C::ListOther,
        [](Facts &f) {
            foreign(f);
            f.mailFromKind = ServiceKind::ListHost;
        }},
    {R::WebHosting, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            f.hostKind = ServiceKind::Hosting;
        }},
    {R::OwnTenant, C::Misconfigured,
        [](Facts &f) {
            foreign(f);
            f.ownTenant = true;
        }},
    {R::OtherTenant, C::ForwardBroken,
        [](Facts &f) {
            foreign(f);
            f.otherTenant = true;
        }},
    {R::SignsForOwner, C::Misconfigured,
        [](Facts &f) {
            foreign(f);
            f.signsForOwner = true;
        }},
    {R::HostMatchesMailFrom, C::ListOther,
        [](Facts &f) {
            foreign(f);
            f.hostMatchesMailFrom = true;
        }},
    {R::NoHostName, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.namedShare = 0.9;
        }},
    {R::GenericHost, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.named = f.hostGeneric = true;
        }},
    {R::MailServerName, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.hostServer = true;
        }},
    {R::OneOff, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.address.days = 1;
            seen(f.address, Trace::Bare) = 2;
            f.group = f.address;
        }},
    {R::Burst, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.burst = 1;
        }},
    {R::SteadyUnaligned, C::Misconfigured,
        [](Facts &f) {
            stranger(f);
            f.activeShare = 0.9;
            f.address.reporters = 7;
            f.address.days = 0xffffff;
        }},
    {R::SteadyWithoutSignature, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.signedShare = 0.3;
            f.activeShare = 0.9;
            f.address.reporters = 7;
            f.address.days = 0xffffff;
        }},
    {R::ComesAndGoes, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.address.days = 0x1e;
            seen(f.address, Trace::Bare) = 40;
        }},
    {R::SubdomainNeverPassed, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.neverPassed = true;
        }},
    {R::NullSenderUnknown, C::Spoof,
        [](Facts &f) {
            stranger(f);
            f.nullSender = true;
        }},
    {R::SaysMailingList, C::ListOther,
        [](Facts &f) {
            broken(f);
            f.reasonList = true;
        }},
    {R::SaysTrustedForwarder, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.reasonForwarder = true;
        }},
    {R::SaysForwarded, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.reasonForwarded = true;
        }},
    {R::ArcPassed, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.arcPass = true;
        }},
    {R::ArcStartsWithUs, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.arcOurs = true;
        }},
    {R::Spared, C::ForwardBroken,
        [](Facts &f) {
            stranger(f);
            f.spared = true;
        }},
    {R::Replay, C::Spoof,
        [](Facts &f) {
            relayed(f);
            f.replay = true;
        }},
};
static_assert(std::size(situations) == ruleCount);

/// How likely the case is when the rule's weights are multiplied by `factor`.
double likely(const Facts &facts, RuleId rule, MailCase mailCase, double factor)
{
    std::vector<Rule> table(rules().begin(), rules().end());
    for (double &weight : table[size_t(rule)].weights)
        weight *= factor;
    return probabilitiesOf(scoresOf(facts, table))[size_t(mailCase)];
}

} // namespace

class TestCaseRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleStandsInItsPlace();
    void rule_data();
    void rule();
    void probabilitiesAddUp();
};

void TestCaseRules::everyRuleStandsInItsPlace()
{
    QStringList keys;
    for (size_t i = 0; i < ruleCount; ++i) {
        QCOMPARE(rules()[i].id, RuleId(i));
        QCOMPARE(situations[i].rule, RuleId(i));
        keys.append(ruleKey(RuleId(i)));
    }
    QCOMPARE(keys.removeDuplicates(), 0);
    QCOMPARE(ruleKey(RuleId::DmarcPassed), QStringLiteral("dmarc-passed"));
    QCOMPARE(ruleKey(RuleId::ArcStartsWithUs), QStringLiteral("arc-starts-with-us"));
}

void TestCaseRules::rule_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < ruleCount; ++i)
        QTest::newRow(qPrintable(ruleKey(RuleId(i)))) << int(i);
}

/// The rule finds its evidence there, nothing in a record that says nothing, and its weight has the
/// right sign: without it the case is less likely, with the sign turned less still.
void TestCaseRules::rule()
{
    QFETCH(int, index);
    const Situation &situation = situations[index];
    Facts facts;
    situation.set(facts);
    const Rule &rule = rules()[size_t(index)];
    QVERIFY(rule.strength(facts) > 0);
    QVERIFY(rule.strength(facts) <= 1);
    if (situation.rule != RuleId::DmarcFailed) {
        QCOMPARE(rule.strength(Facts()), 0.0);
    }
    const double with = likely(facts, situation.rule, situation.towards, 1);
    const double without = likely(facts, situation.rule, situation.towards, 0);
    const double turned = likely(facts, situation.rule, situation.towards, -1);
    QVERIFY2(
        with > without, qPrintable(QStringLiteral("%1 with, %2 without").arg(with).arg(without)));
    QVERIFY2(without > turned,
        qPrintable(QStringLiteral("%1 without, %2 turned").arg(without).arg(turned)));
}

void TestCaseRules::probabilitiesAddUp()
{
    const CaseScores probabilities = probabilitiesOf({500, 499, -500, 0, 0, 0, 0});
    double sum = 0;
    for (double probability : probabilities)
        sum += probability;
    QVERIFY(std::abs(sum - 1) < 1e-12);
    // Odds of e to one, whatever the size of the scores.
    QVERIFY(std::abs(probabilities[0] / probabilities[1] - 2.718281828) < 1e-6);
}

QTEST_GUILESS_MAIN(TestCaseRules)
#include "tst_caserules.moc"
