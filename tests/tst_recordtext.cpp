// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of one record.
#include "pages/recordtext.h"

#include "support/explanationlines.h"
#include "support/reportfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const Format format{QLocale(QLocale::English), true};

Explanation explain(const Record &record, const PublishedPolicy &policy = {})
{
    return explainRecord(record, policy, OrganizationalDomains(), format);
}

} // namespace

class TestRecordText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theRecordOfTheTalk();
    void fieldsOfTheTalk();
    void aPassingRecord();
    void reasons_data();
    void reasons();
    void dispositions_data();
    void dispositions();
    void identities_data();
    void identities();
    void signatures_data();
    void signatures();
    void senders_data();
    void senders();
    void alignmentReasons_data();
    void alignmentReasons();
    void nothingReported();
    void everyWordHasAMeaning();
    void manyResults();
    void hostileText();
};

void TestRecordText::theRecordOfTheTalk()
{
    const Explanation explanation = explain(talkRecord(0));
    QCOMPARE(explanation.title, u"Record 1"_s);
    QCOMPARE(explanation.passed, std::optional(false));
    QCOMPARE(texts(explanation),
        QStringList({u"2 message(s) arrived from 192.0.2.123."_s,
            u"In the receiver’s evaluation DKIM failed and SPF failed."_s,
            u"The receiver followed a rule of its own instead of the policy."_s,
            u"It adds “xoar=pass”: by the forwarder’s X-Original-Authentication-Results the mail "
            "seems to have passed before."_s,
            u"It took no action because of DMARC."_s, u"The From header names example.com."_s,
            u"DKIM was signed by twofive25.example.com with the selector 20170901 and passed."_s,
            u"It belongs to the same organizational domain example.com as the From header, so DKIM "
            "is aligned."_s,
            u"SPF passed for example.net."_s,
            u"Its organizational domain is example.net, that of the From header is example.com, so "
            "SPF is not aligned."_s,
            u"So DMARC failed: neither DKIM nor SPF passed for a domain that is aligned with "
            "example.com."_s,
            u"The receiver evaluated DKIM as fail, though one of the results above is an aligned "
            "pass."_s}));
    QCOMPARE(explanation.sentences[0].block, BlockKind::SourceRow);
    QCOMPARE(explanation.sentences[1].block, BlockKind::PolicyEvaluated);
    QCOMPARE(explanation.sentences[5].block, BlockKind::Identifiers);
    QCOMPARE(explanation.sentences[6].block, BlockKind::AuthResults);
}

void TestRecordText::fieldsOfTheTalk()
{
    const Explanation explanation = explain(talkRecord(0));
    QCOMPARE(values(explanation),
        QStringList({u"source_ip = 192.0.2.123"_s, u"count = 2"_s, u"disposition = none"_s,
            u"dkim = fail"_s, u"spf = fail"_s, u"reason/type = local_policy"_s,
            u"reason/comment = xoar=pass"_s, u"header_from = example.com"_s,
            u"dkim/domain = twofive25.example.com"_s, u"dkim/selector = 20170901"_s,
            u"dkim/result = pass"_s, u"spf/domain = example.net"_s, u"spf/result = pass"_s}));
    QCOMPARE(explanation.groups.size(), size_t(4));
    QCOMPARE(explanation.groups[1].block, BlockKind::PolicyEvaluated);
    for (const FactGroup &group : explanation.groups) {
        QVERIFY(!group.title.isEmpty());
        for (const Fact &fact : group.facts)
            QVERIFY2(fact.meaning.endsWith(u'.'), qPrintable(fact.field));
    }
}

void TestRecordText::aPassingRecord()
{
    const Explanation explanation = explain(passingRecord(6, u"2001:db8::1"_s, 12345));
    QCOMPARE(explanation.title, u"Record 7"_s);
    QCOMPARE(explanation.passed, std::optional(true));
    QCOMPARE(texts(explanation),
        QStringList({u"12,345 message(s) arrived from 2001:db8::1."_s,
            u"In the receiver’s evaluation DKIM passed and SPF passed."_s,
            u"It took no action because of DMARC."_s, u"The From header names example.com."_s,
            u"DKIM was signed by example.com with the selector s1 and passed."_s,
            u"That is the domain of the From header, so DKIM is aligned."_s,
            u"SPF passed for example.com."_s,
            u"That is the domain of the From header, so SPF is aligned."_s,
            u"So DMARC passed, by DKIM and by SPF."_s}));
}

void TestRecordText::reasons_data()
{
    QTest::addColumn<OverrideReason>("reason");
    QTest::addColumn<QStringList>("told");
    QTest::newRow("forwarded")
        << OverrideReason{u"forwarded"_s, {}}
        << QStringList{u"The receiver took the mail for forwarded and made an exception."_s};
    QTest::newRow("list") << OverrideReason{u"mailing_list"_s, u"a comment"_s}
                          << QStringList{
                                 u"The receiver recognized a mailing list and made an exception."_s,
                                 u"It adds the comment “a comment”."_s};
    QTest::newRow("arc")
        << OverrideReason{u"local_policy"_s, u"arc=pass as[1].d=x.example"_s}
        << QStringList{u"The receiver followed a rule of its own instead of the policy."_s,
               u"It adds “arc=pass as[1].d=x.example”: forwarders on the way sealed "
               "what they had found (ARC), and the seals are intact."_s};
    QTest::newRow("failed seal")
        << OverrideReason{u"local_policy"_s, u"arc=fail"_s}
        << QStringList{u"The receiver followed a rule of its own instead of the policy."_s,
               u"It adds the comment “arc=fail”."_s};
    QTest::newRow("unknown")
        << OverrideReason{u"looks forwarded"_s, {}}
        << QStringList{u"As the reason for an exception the receiver says “looks forwarded”."_s};
    QTest::newRow("empty") << OverrideReason{} << QStringList();
}

void TestRecordText::reasons()
{
    QFETCH(OverrideReason, reason);
    Record record = talkRecord(0);
    record.reasons = {reason};
    QTEST(texts(explain(record))
              .mid(2, texts(explain(record)).indexOf(u"It took no action because of DMARC."_s) - 2),
        "told");
}

void TestRecordText::dispositions_data()
{
    QTest::addColumn<Disposition>("disposition");
    QTest::addColumn<Policy>("policy");
    QTest::addColumn<QString>("told");
    QTest::newRow("none") << Disposition::None << Policy::None
                          << u"It took no action because of DMARC."_s;
    QTest::newRow("none against the policy")
        << Disposition::None << Policy::Reject
        << u"It delivered the mail without action, though the policy asks for more, and gives no reason."_s;
    QTest::newRow("reject") << Disposition::Reject << Policy::Reject << u"It refused the mail."_s;
    QTest::newRow("quarantine")
        << Disposition::Quarantine << Policy::Reject
        << u"It treated the mail as suspicious, for example by putting it into the spam folder."_s;
    QTest::newRow("pass") << Disposition::Pass << Policy::Reject
                          << u"It let the mail through, because DMARC passed."_s;
    QTest::newRow("missing") << Disposition::Missing << Policy::None
                             << u"What it did with the mail is not said."_s;
    QTest::newRow("other")
        << Disposition::Other << Policy::None
        << u"What it did with the mail is called “none”, a word of no standard."_s;
}

void TestRecordText::dispositions()
{
    QFETCH(Disposition, disposition);
    QFETCH(Policy, policy);
    Record record = talkRecord(0);
    record.reasons.clear();
    record.disposition = disposition;
    PublishedPolicy published;
    published.p = policy;
    QTEST(texts(explain(record, published)).value(2), "told");
}

void TestRecordText::identities_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("hasEnvelope");
    QTest::addColumn<QString>("envelope");
    QTest::addColumn<QStringList>("told");
    const QString from = u"The From header names example.com."_s;
    QTest::newRow("from alone") << u"example.com"_s << false << QString() << QStringList{from};
    QTest::newRow("same") << u"example.com"_s << true << u"Example.com"_s << QStringList{from};
    QTest::newRow("other") << u"example.com"_s << true << u"example.net"_s
                           << QStringList{from, u"The return address belongs to example.net."_s};
    QTest::newRow("bounce")
        << u"example.com"_s << true << QString()
        << QStringList{
               from, u"The return address is empty, as in bounces and automatic replies."_s};
    QTest::newRow("no from")
        << QString() << false << QString()
        << QStringList{u"The report does not say which domain the From header names."_s};
}

void TestRecordText::identities()
{
    QFETCH(QString, from);
    QFETCH(bool, hasEnvelope);
    QFETCH(QString, envelope);
    Record record = talkRecord(0);
    record.headerFrom = from;
    record.hasEnvelopeFrom = hasEnvelope;
    record.envelopeFrom = envelope;
    QStringList told;
    const Explanation explanation = explain(record);
    for (const Sentence &sentence : explanation.sentences) {
        if (sentence.block == BlockKind::Identifiers)
            told.append(sentence.text);
    }
    QTEST(told, "told");
}

void TestRecordText::signatures_data()
{
    QTest::addColumn<DkimEntry>("entry");
    QTest::addColumn<QString>("told");
    const QString domain = u"example.com"_s;
    const QString selector = u"s1"_s;
    QTest::newRow("pass") << DkimEntry{domain, selector, AuthResult::Pass, u"pass"_s, {}}
                          << u"DKIM was signed by example.com with the selector s1 and passed."_s;
    QTest::newRow("pass without selector") << DkimEntry{domain, {}, AuthResult::Pass, u"pass"_s, {}}
                                           << u"DKIM was signed by example.com and passed."_s;
    QTest::newRow("fail")
        << DkimEntry{domain, selector, AuthResult::Fail, u"fail"_s, {}}
        << u"DKIM was signed by example.com with the selector s1, but did not pass: the result is fail."_s;
    QTest::newRow("fail without selector")
        << DkimEntry{domain, {}, AuthResult::TempError, u"temperror"_s, {}}
        << u"DKIM was signed by example.com, but did not pass: the result is temperror."_s;
    QTest::newRow("no result")
        << DkimEntry{domain, {}, AuthResult::Missing, {}, {}}
        << u"DKIM was signed by example.com, but did not pass: the result is –."_s;
    QTest::newRow("no domain")
        << DkimEntry{{}, {}, AuthResult::Pass, u"pass"_s, {}}
        << u"A DKIM result “pass” is given without a domain, so it says nothing."_s;
}

void TestRecordText::signatures()
{
    QFETCH(DkimEntry, entry);
    QFETCH(QString, told);
    Record record = talkRecord(0);
    record.dkim = {entry};
    QVERIFY2(texts(explain(record)).contains(told), qPrintable(texts(explain(record)).join(u'\n')));
}

void TestRecordText::senders_data()
{
    QTest::addColumn<SpfEntry>("entry");
    QTest::addColumn<bool>("bounce");
    QTest::addColumn<QStringList>("told");
    const QString domain = u"example.net"_s;
    const QString differs = u"Its organizational domain is example.net, that of the From header is "
                            u"example.com, so SPF is "
                            "not aligned."_s;
    const QString helo =
        u"SPF passed for example.net, the name by which the server introduced itself (HELO)."_s;
    QTest::newRow("pass") << SpfEntry{domain, u"mfrom"_s, AuthResult::Pass, u"pass"_s, {}} << false
                          << QStringList{u"SPF passed for example.net."_s, differs};
    QTest::newRow("softfail")
        << SpfEntry{domain, {}, AuthResult::SoftFail, u"softfail"_s, {}} << false
        << QStringList{u"SPF did not pass for example.net: the result is softfail."_s};
    QTest::newRow("helo")
        << SpfEntry{domain, u"helo"_s, AuthResult::Pass, u"pass"_s, {}} << false
        << QStringList{helo,
               u"For DMARC only the domain of the return address counts, so that is "
               "not aligned."_s};
    QTest::newRow("helo of a bounce")
        << SpfEntry{domain, u"helo"_s, AuthResult::Pass, u"pass"_s, {}} << true
        << QStringList{helo, differs};
    QTest::newRow("no domain")
        << SpfEntry{{}, {}, AuthResult::None, u"none"_s, {}} << false
        << QStringList{u"An SPF result “none” is given without a domain, so it says nothing."_s};
}

void TestRecordText::senders()
{
    QFETCH(SpfEntry, entry);
    QFETCH(bool, bounce);
    Record record = talkRecord(0);
    record.dkim.clear();
    record.spf = {entry};
    record.hasEnvelopeFrom = bounce;
    QStringList told;
    const Explanation explanation = explain(record);
    for (const Sentence &sentence : explanation.sentences) {
        if (sentence.block == BlockKind::AuthResults)
            told.append(sentence.text);
    }
    QCOMPARE(told.takeFirst(),
        u"No DKIM result is given: the mail was not signed, or it was not reported."_s);
    QTEST(told, "told");
}

void TestRecordText::alignmentReasons_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<QString>("reason");
    QTest::newRow("equal, other case")
        << u"Example.COM."_s << u"example.com"_s << true
        << u"That is the domain of the From header, so DKIM is aligned."_s;
    QTest::newRow("relaxed")
        << u"a.example.co.jp"_s << u"b.example.co.jp"_s << false
        << u"It belongs to the same organizational domain example.co.jp as the From "
           "header, so DKIM is aligned."_s;
    QTest::newRow("strict")
        << u"a.example.com"_s << u"example.com"_s << true
        << u"The policy demands exactly example.com (strict), so DKIM is not aligned."_s;
    QTest::newRow("public suffix")
        << u"a.co.jp"_s << u"b.co.jp"_s << false
        << u"Its organizational domain is a.co.jp, that of the From header is "
           "b.co.jp, so DKIM is not aligned."_s;
    QTest::newRow("no from") << u"a.co.jp"_s << QString() << false
                             << u"Without a From domain nobody can say whether DKIM is aligned."_s;
}

void TestRecordText::alignmentReasons()
{
    QFETCH(QString, domain);
    QFETCH(QString, from);
    QFETCH(bool, strict);
    QTEST(alignmentReason(u"DKIM"_s, domain, from, strict, OrganizationalDomains()), "reason");
}

void TestRecordText::nothingReported()
{
    Record record;
    record.row = 2;
    const Explanation explanation = explain(record);
    QCOMPARE(
        texts(explanation).first(), u"0 message(s) arrived; the report does not say from where."_s);
    QVERIFY(texts(explanation).contains(u"The report gives no single results of DKIM and SPF."_s));
    QCOMPARE(explanation.groups.size(), size_t(3));
}

void TestRecordText::everyWordHasAMeaning()
{
    QSet<QString> meanings;
    const std::array results{AuthResult::Missing, AuthResult::None, AuthResult::Neutral,
        AuthResult::Pass, AuthResult::Fail, AuthResult::SoftFail, AuthResult::Policy,
        AuthResult::TempError, AuthResult::PermError, AuthResult::Unknown};
    for (AuthResult result : results) {
        Record record = talkRecord(0);
        record.dkim[0].result = result;
        record.spf[0].result = result;
        const Explanation explanation = explain(record);
        for (const Fact &fact : explanation.groups.back().facts) {
            if (fact.field.endsWith("result"_L1))
                meanings.insert(fact.meaning);
        }
    }
    // Eight for DKIM, which knows no softfail, and nine for SPF; two are shared: not given,
    // unknown.
    QCOMPARE(meanings.size(), 7 + 8 + 2);
    QVERIFY(!meanings.contains(QString()));
}

void TestRecordText::manyResults()
{
    Record record = talkRecord(0);
    record.dkim = QList<DkimEntry>(250, record.dkim[0]);
    const Explanation explanation = explain(record);
    QVERIFY(texts(explanation).contains(u"246 more signature(s) are listed below."_s));
    const std::vector<Fact> &facts = explanation.groups.back().facts;
    QCOMPARE(facts[3].field, u"dkim[2]/domain"_s);
    QCOMPARE(facts.back().meaning, u"150 more stand(s) in the XML only."_s);
    QCOMPARE(facts.size(), size_t(3 * 100 + 2 + 1));
}

void TestRecordText::hostileText()
{
    Record record = talkRecord(0);
    record.headerFrom = u"%1%2\u202Eevil"_s;
    record.dkim[0].selector = QString(100'000, u'x');
    record.reasons = {{u"<b>%1</b>"_s, u"%3"_s}};
    const Explanation explanation = explain(record);
    const QString all = texts(explanation).join(u' ');
    QVERIFY(all.contains(u"The From header names %1%2‹U+202E›evil."_s));
    QVERIFY(all.contains(u"the receiver says “<b>%1</b>”."_s));
    QVERIFY(all.contains(u"It adds the comment “%3”."_s));
    QVERIFY(all.size() < 5000);
    for (const QString &value : values(explanation))
        QVERIFY(value.size() < 1000);
}

QTEST_GUILESS_MAIN(TestRecordText)
#include "tst_recordtext.moc"
