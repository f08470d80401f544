// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/evidencetext.h"

#include "tables/casetext.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const Format english{QLocale(QLocale::English), true};

/// How many operands each rule has, as documented at RuleId; the rest has none.
int operandsOf(RuleId rule)
{
    for (const Rule &row : rules()) {
        if (row.id == rule)
            return int(std::count_if(row.operands.begin(), row.operands.end(),
                [](Operand o) { return o != Operand::None; }));
    }
    return -1;
}

bool isNumber(Operand operand)
{
    return operand == Operand::Messages || operand == Operand::Reporters ||
        operand == Operand::Days || operand == Operand::Percent;
}

/// Evidence with operands that can be told apart, or empty ones where the report may be silent.
Evidence example(RuleId rule, bool silent)
{
    const Rule &row = rules()[size_t(rule)];
    Evidence evidence{rule, {}, row.weights};
    for (int i = 0; i < operandsOf(rule); ++i) {
        const Operand operand = row.operands[size_t(i)];
        const bool perhapsUnknown = operand == Operand::Percent &&
            (rule == RuleId::NeverCarriedOurs || rule == RuleId::SteadyWithoutSignature);
        if (isNumber(operand) && !(silent && perhapsUnknown))
            evidence.operands.append(QString::number(21 + i));
        else
            evidence.operands.append(silent ? QString() : u"name%1.example"_s.arg(i));
    }
    return evidence;
}

CaseScores only(MailCase mailCase, double weight)
{
    CaseScores scores{};
    scores[size_t(mailCase)] = weight;
    return scores;
}

Verdict verdictOf(MailCase mailCase, double probability)
{
    Verdict verdict;
    verdict.mailCase = mailCase;
    verdict.probability = probability;
    return verdict;
}

} // namespace

class TestEvidenceText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRuleHasASentence_data();
    void everyRuleHasASentence();
    void sentencesDiffer();
    void bothPolarities_data() { everyRuleHasASentence_data(); }
    void bothPolarities();
    void numbersFollowTheLanguage();
    void hostileOperandsAreMadeVisible();
    void weightsInWords_data();
    void weightsInWords();
    void everyCaseHasItsWords_data();
    void everyCaseHasItsWords();
    void certaintyIsSaid();
    void pinsAreSaid();
    void advice_data();
    void advice();
    void replayIsAdvisedFirst();
    void adviceHasSentences();
};

void TestEvidenceText::everyRuleHasASentence_data()
{
    QTest::addColumn<RuleId>("rule");
    for (size_t i = 0; i < ruleCount; ++i)
        QTest::newRow(qPrintable(ruleKey(RuleId(i)))) << RuleId(i);
}

void TestEvidenceText::everyRuleHasASentence()
{
    QFETCH(RuleId, rule);
    for (const bool silent : {false, true}) {
        const Evidence evidence = example(rule, silent);
        const QString text = evidenceText(evidence, english);
        QVERIFY2(text != ruleKey(rule), "no sentence");
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        static const QRegularExpression placeholder(u"%[0-9nL]"_s);
        QVERIFY2(!text.contains(placeholder), qPrintable(text));
        for (const QString &operand : evidence.operands)
            QVERIFY2(text.contains(operand), qPrintable(text + u" lacks "_s + operand));
    }
}

void TestEvidenceText::sentencesDiffer()
{
    QSet<QString> texts;
    for (size_t i = 0; i < ruleCount; ++i)
        texts.insert(evidenceText(example(RuleId(i), false), english));
    QCOMPARE(texts.size(), qsizetype(ruleCount));
}

void TestEvidenceText::bothPolarities()
{
    QFETCH(RuleId, rule);
    Evidence evidence = example(rule, false);
    const QString fact = evidenceText(evidence, english);
    evidence.weights = only(MailCase::Forward, 2);
    QCOMPARE(evidenceSentence(evidence, MailCase::Forward, english),
        fact + u" This speaks for “Forward”."_s);
    QCOMPARE(evidenceSentence(evidence, MailCase::Spoof, english),
        fact + u" This speaks against “Spoof”."_s);
    evidence.weights = only(MailCase::Forward, -2);
    QCOMPARE(evidenceSentence(evidence, MailCase::Forward, english),
        fact + u" This speaks against “Forward”."_s);
}

void TestEvidenceText::numbersFollowTheLanguage()
{
    const Evidence evidence{RuleId::OwnNeighbourhood, {u"12594"_s}, {}};
    QVERIFY(evidenceText(evidence, english).contains(u"12,594"_s));
    QVERIFY(evidenceText(evidence, {QLocale(QLocale::German), true}).contains(u"12.594"_s));
}

void TestEvidenceText::hostileOperandsAreMadeVisible()
{
    const Evidence evidence{RuleId::HostOurs, {u"a\u202Eb.example"_s}, {}};
    QVERIFY(evidenceText(evidence, english).contains(u"‹U+202E›"_s));
    QVERIFY(!verdictText(verdictOf(MailCase::Spoof, 0.9), u"a\u202Eb"_s, u"c\u202Ed"_s, english)
                 .contains(QChar(0x202E)));
}

void TestEvidenceText::weightsInWords_data()
{
    QTest::addColumn<double>("towards");
    QTest::addColumn<QString>("expected");
    // Odds of e^w to 1: 4 is 98 %, 2 is 88 %, 0.7 is 67 %.
    QTest::newRow("hard fact") << 20.0 << u"decisive"_s;
    QTest::newRow("98 %") << 4.0 << u"decisive"_s;
    QTest::newRow("against") << -3.0 << u"strong"_s;
    QTest::newRow("88 %") << 2.0 << u"strong"_s;
    QTest::newRow("67 %") << 0.7 << u"some"_s;
    QTest::newRow("hardly anything") << -0.2 << u"little"_s;
}

void TestEvidenceText::weightsInWords()
{
    QFETCH(double, towards);
    QTEST(weightText(towards), "expected");
}

void TestEvidenceText::everyCaseHasItsWords_data()
{
    QTest::addColumn<MailCase>("mailCase");
    for (size_t i = 0; i <= mailCaseCount; ++i)
        QTest::newRow(caseKey(MailCase(i)).data()) << MailCase(i);
}

void TestEvidenceText::everyCaseHasItsWords()
{
    QFETCH(MailCase, mailCase);
    QVERIFY(!caseName(mailCase).isEmpty());
    QVERIFY(!caseTrace(mailCase).isEmpty());
    QVERIFY(caseMeaning(mailCase).endsWith(u'.'));
    QVERIFY(caseExplanation(mailCase).endsWith(u'.'));
    const QString text =
        verdictText(verdictOf(mailCase, 0.97), u"192.0.2.1"_s, u"example.jp"_s, english);
    QVERIFY(text.contains(u"192.0.2.1"_s));
    QVERIFY(text.contains(u"example.jp"_s));
    for (size_t i = 0; i <= mailCaseCount; ++i)
        QCOMPARE(caseName(MailCase(i)) == caseName(mailCase), MailCase(i) == mailCase);
}

void TestEvidenceText::certaintyIsSaid()
{
    const auto text = [](double probability) {
        return verdictText(verdictOf(MailCase::Forward, probability), u"a"_s, u"b"_s, english);
    };
    QVERIFY(text(0.97).endsWith(u"This is almost certain (97.00\u00a0%)."_s));
    QVERIFY(text(0.85).endsWith(u"This is likely (85.00\u00a0%)."_s));
    QVERIFY(text(0.7).endsWith(u"This is possible (70.00\u00a0%)."_s));
    QVERIFY(text(0.5).endsWith(u"This is uncertain (50.00\u00a0%)."_s));
    // Never rounded to a certainty that is not there.
    QVERIFY(text(0.99999).endsWith(u"(>\u00a099.99\u00a0%)."_s));
}

void TestEvidenceText::pinsAreSaid()
{
    Verdict verdict = verdictOf(MailCase::ListOther, 1);
    verdict.pin = Pin{u"192.0.2.1"_s, {}, MailCase::ListOther, {}};
    QVERIFY(verdictText(verdict, u"192.0.2.1"_s, u"b"_s, english).endsWith(u"You said so."_s));
}

void TestEvidenceText::advice_data()
{
    QTest::addColumn<MailCase>("mailCase");
    QTest::addColumn<double>("probability");
    QTest::addColumn<AdviceFacts>("facts");
    QTest::addColumn<std::vector<Advice>>("expected");
    using List = std::vector<Advice>;
    const Cell passed{Outcome::Aligned, Outcome::Aligned};
    const Cell failed;
    const auto facts = [](Cell cell, bool signature, bool registered,
                           Policy policy = Policy::None) {
        return AdviceFacts{cell, signature, registered, true, policy};
    };
    QTest::newRow("own and in order")
        << MailCase::Direct << 0.99 << facts(passed, true, true) << List{Advice::Nothing};
    QTest::newRow("own, not registered")
        << MailCase::Direct << 0.99 << facts(passed, true, false) << List{Advice::Register};
    QTest::newRow("own, unsigned")
        << MailCase::Direct << 0.99 << facts({Outcome::Failed, Outcome::Aligned}, false, true)
        << List{Advice::Sign};
    QTest::newRow("service with its own MAIL FROM")
        << MailCase::Direct << 0.99 << facts({Outcome::Aligned, Outcome::Unaligned}, true, true)
        << List{Advice::FixSpf};
    QTest::newRow("forward") << MailCase::Forward << 0.99 << facts(passed, true, false)
                             << List{Advice::Nothing};
    QTest::newRow("forward, unsigned")
        << MailCase::ForwardBroken << 0.9 << facts(failed, false, false) << List{Advice::Sign};
    QTest::newRow("forward, altered")
        << MailCase::ForwardBroken << 0.9 << facts(failed, true, false) << List{Advice::AskRelay};
    QTest::newRow("own list") << MailCase::ListOwn << 0.9
                              << facts({Outcome::Failed, Outcome::Aligned}, true, true)
                              << List{Advice::SignOnList};
    QTest::newRow("other list") << MailCase::ListOther << 0.9 << facts(failed, true, false)
                                << List{Advice::AskList};
    QTest::newRow("misconfigured") << MailCase::Misconfigured << 0.9 << facts(failed, false, false)
                                   << List{Advice::Register, Advice::Sign, Advice::FixSpf};
    QTest::newRow("spoof under p=none")
        << MailCase::Spoof << 0.9 << facts(failed, false, false) << List{Advice::Enforce};
    QTest::newRow("spoof under p=reject")
        << MailCase::Spoof << 0.9 << facts(failed, false, false, Policy::Reject)
        << List{Advice::Nothing};
    QTest::newRow("unsure") << MailCase::ListOther << 0.6 << facts(failed, true, false)
                            << List{Advice::AskList, Advice::Watch};
    AdviceFacts blind = facts(failed, false, false);
    blind.hostNames = false;
    QTest::newRow("undetermined, no host names")
        << MailCase::Undetermined << 0.4 << blind << List{Advice::LoadHostNames, Advice::Watch};
}

void TestEvidenceText::advice()
{
    QFETCH(MailCase, mailCase);
    QFETCH(double, probability);
    QFETCH(AdviceFacts, facts);
    QFETCH(std::vector<Advice>, expected);
    QVERIFY(adviceFor(verdictOf(mailCase, probability), facts) == expected);
}

void TestEvidenceText::replayIsAdvisedFirst()
{
    Verdict verdict = verdictOf(MailCase::Spoof, 0.9);
    verdict.replay = true;
    QCOMPARE(adviceFor(verdict, {}).front(), Advice::ChangeKey);
}

void TestEvidenceText::adviceHasSentences()
{
    QSet<QString> texts;
    for (int i = 0; i <= int(Advice::LoadHostNames); ++i) {
        const QString text = adviceText(Advice(i), u"192.0.2.1"_s);
        QVERIFY(text.endsWith(u'.'));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), int(Advice::LoadHostNames) + 1);
    QVERIFY(adviceText(Advice::Register, u"192.0.2.1"_s).contains(u"192.0.2.1"_s));
}

QTEST_GUILESS_MAIN(TestEvidenceText)
#include "tst_evidencetext.moc"
