// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/alignment.h"

#include "report/aggregatereport.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QString letter(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Aligned: return u"A"_s;
    case Outcome::Unaligned: return u"U"_s;
    case Outcome::Failed: return u"F"_s;
    }
    return {};
}

/// "A/F": DKIM, then SPF.
QString text(Cell cell)
{
    return letter(cell.dkim) + u'/' + letter(cell.spf);
}

QString text(FailReason reason)
{
    switch (reason) {
    case FailReason::Passed: return u"passed"_s;
    case FailReason::Fail: return u"fail"_s;
    case FailReason::SoftFail: return u"softfail"_s;
    case FailReason::PermError: return u"permerror"_s;
    case FailReason::TempError: return u"temperror"_s;
    case FailReason::Policy: return u"policy"_s;
    case FailReason::Neutral: return u"neutral"_s;
    case FailReason::None: return u"none"_s;
    case FailReason::Unknown: return u"unknown"_s;
    case FailReason::Missing: return u"missing"_s;
    case FailReason::NotReported: return u"not reported"_s;
    }
    return {};
}

QString reasons(const RecordAlignment &alignment)
{
    return text(alignment.dkim.reason) + u", "_s + text(alignment.spf.reason);
}

/// The names of the flags that are set.
QString flags(const RecordAlignment &alignment)
{
    QStringList set;
    const auto add = [&](const MechanismOutcome &outcome, const QString &name) {
        if (outcome.evaluatedUnknown)
            set += name + u":computed"_s;
        if (outcome.passWithoutResult)
            set += name + u":pass-without-result"_s;
        if (outcome.alignedButFail)
            set += name + u":aligned-but-fail"_s;
    };
    add(alignment.dkim, u"dkim"_s);
    add(alignment.spf, u"spf"_s);
    if (alignment.ownSignatureBroken)
        set += u"own-signature-broken"_s;
    return set.join(u' ');
}

/// A record out of a line: "evaluated D S; dkim DOMAIN RESULT; spf DOMAIN RESULT [SCOPE];
/// from DOMAIN; path DOMAIN". "-" is an empty text, results that are not evaluated have none.
Record recordOf(const QString &line)
{
    Record record;
    record.headerFrom = u"example.com"_s;
    for (const QString &part : line.split(u';', Qt::SkipEmptyParts)) {
        QStringList words = part.simplified().split(u' ');
        for (QString &word : words)
            word = word == u"-" ? QString() : word;
        const QString &what = words.front();
        if (what == u"evaluated") {
            record.dkimEvaluated = evaluated(words.value(1));
            record.spfEvaluated = evaluated(words.value(2));
        } else if (what == u"dkim") {
            record.dkim.push_back({words.value(1), {}, dkimResult(words.value(2)), words.value(2),
                words.sliced(std::min<qsizetype>(3, words.size())).join(u' ')});
        } else if (what == u"spf") {
            record.spf.push_back(
                {words.value(1), words.value(3), spfResult(words.value(2)), words.value(2), {}});
        } else if (what == u"from") {
            record.headerFrom = words.value(1);
        } else if (what == u"path") {
            record.envelopeFrom = words.value(1);
            record.hasEnvelopeFrom = true;
        }
    }
    return record;
}

} // namespace

class TestAlignment final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void records_data();
    void records();
    void strictness_data();
    void strictness();

private:
    void contradictions();
    void edges();
    void scopes();
    void reasonRows();
};

void TestAlignment::cells()
{
    for (int index = 0; index < cellCount; ++index) {
        const Cell cell = Cell::at(index);
        QCOMPARE(cell.index(), index);
        const bool passes = cell.dkim == Outcome::Aligned || cell.spf == Outcome::Aligned;
        QCOMPARE(cell.passes(), passes);
    }
    QCOMPARE(Cell::at(0), (Cell{Outcome::Aligned, Outcome::Aligned}));
    QCOMPARE(Cell::at(5), (Cell{Outcome::Unaligned, Outcome::Failed}));
}

void TestAlignment::contradictions()
{
    QTest::newRow("evaluated pass, results blank (gosecure)")
        << u"evaluated pass fail; dkim - -; dkim - -; spf - none"_s << u"A/F"_s << u"F/F"_s
        << u"missing, missing"_s << u"dkim:pass-without-result"_s;
    QTest::newRow("evaluated pass, results absent")
        << u"evaluated pass pass"_s << u"A/A"_s << u"F/F"_s << u"not reported, not reported"_s
        << u"dkim:pass-without-result spf:pass-without-result"_s;
    QTest::newRow("evaluated pass, only a foreign pass")
        << u"evaluated pass fail; dkim esp.example pass; spf example.com fail"_s << u"A/F"_s
        << u"U/F"_s << u"passed, fail"_s << u"dkim:pass-without-result"_s;
    QTest::newRow("evaluated fail, aligned pass (ikea.com)")
        << u"evaluated fail fail; dkim example.com pass; spf relay.example none helo"_s << u"F/F"_s
        << u"A/F"_s << u"passed, missing"_s << u"dkim:aligned-but-fail"_s;
    QTest::newRow("evaluated fail, aligned pass beside a foreign one")
        << u"evaluated fail fail; dkim example.com pass; dkim esp.example pass"_s << u"F/F"_s
        << u"A/F"_s << u"passed, missing"_s << u"dkim:aligned-but-fail"_s;
    QTest::newRow("evaluated spf fail, aligned pass")
        << u"evaluated pass fail; dkim example.com pass; spf example.com pass mfrom"_s << u"A/F"_s
        << u"A/A"_s << u"passed, passed"_s << u"spf:aligned-but-fail"_s;
    QTest::newRow("evaluated with a raw word (globetax): computed")
        << u"evaluated fail none; dkim example.com fail; spf example.com pass"_s << u"F/A"_s
        << u"F/A"_s << u"fail, passed"_s << u"spf:computed own-signature-broken"_s;
    QTest::newRow("evaluated softfail (uniqa): computed")
        << u"evaluated pass softfail; dkim example.com pass; spf esp.example pass"_s << u"A/U"_s
        << u"A/U"_s << u"passed, passed"_s << u"spf:computed"_s;
    QTest::newRow("dkim not evaluated (AOL 2012): computed")
        << u"evaluated - fail; dkim example.com pass; spf example.com fail"_s << u"A/F"_s
        << u"A/F"_s << u"passed, fail"_s << u"dkim:computed"_s;
    QTest::newRow("nothing at all")
        << u""_s << u"F/F"_s << u"F/F"_s << u"not reported, not reported"_s
        << u"dkim:computed spf:computed"_s;
}

void TestAlignment::edges()
{
    QTest::newRow("direct mail")
        << u"evaluated pass pass; dkim example.com pass; spf example.com pass mfrom"_s << u"A/A"_s
        << u"A/A"_s << u"passed, passed"_s << u""_s;
    QTest::newRow("service not set up: foreign passes")
        << u"evaluated fail fail; dkim esp.example pass; spf bounce.esp.example pass"_s << u"U/U"_s
        << u"U/U"_s << u"passed, passed"_s << u""_s;
    QTest::newRow("forward with a rewritten reverse path")
        << u"evaluated pass fail; dkim example.com pass; spf forwarder.example pass"_s << u"A/U"_s
        << u"A/U"_s << u"passed, passed"_s << u""_s;
    QTest::newRow("several signatures, one aligned pass")
        << u"evaluated pass fail; dkim esp.example pass; dkim example.com pass; "
           "dkim other.example fail"_s
        << u"A/F"_s << u"A/F"_s << u"passed, missing"_s << u""_s;
    QTest::newRow("own signature fails, a foreign one passes")
        << u"evaluated fail fail; dkim example.com fail; dkim list.example pass; "
           "spf list.example pass"_s
        << u"U/U"_s << u"U/U"_s << u"passed, passed"_s << u"own-signature-broken"_s;
    QTest::newRow("two own signatures, one fails")
        << u"evaluated pass pass; dkim example.com fail; dkim example.com pass; "
           "spf example.com pass"_s
        << u"A/A"_s << u"A/A"_s << u"passed, passed"_s << u""_s;
    QTest::newRow("identical entries repeated")
        << u"evaluated fail fail; dkim example.com fail; dkim example.com fail"_s << u"F/F"_s
        << u"F/F"_s << u"fail, missing"_s << u"own-signature-broken"_s;
    QTest::newRow("no dkim entry: unsigned, not broken")
        << u"evaluated fail pass; spf example.com pass"_s << u"F/A"_s << u"F/A"_s
        << u"missing, passed"_s << u""_s;
    QTest::newRow("dkim none: unsigned, not broken")
        << u"evaluated fail pass; dkim example.com none; spf example.com pass"_s << u"F/A"_s
        << u"F/A"_s << u"none, passed"_s << u""_s;
    QTest::newRow("no spf entry (RFC 9990)")
        << u"evaluated pass fail; dkim example.com pass"_s << u"A/F"_s << u"A/F"_s
        << u"passed, missing"_s << u""_s;
    QTest::newRow("results absent (usssa.com)") << u"evaluated fail fail"_s << u"F/F"_s << u"F/F"_s
                                                << u"not reported, not reported"_s << u""_s;
    QTest::newRow("spf without a domain (veeam.com)")
        << u"evaluated fail fail; spf - none"_s << u"F/F"_s << u"F/F"_s << u"missing, missing"_s
        << u""_s;
    QTest::newRow("spf pass without a domain") << u"evaluated fail fail; spf - pass"_s << u"F/F"_s
                                               << u"F/F"_s << u"missing, missing"_s << u""_s;
    QTest::newRow("From in upper case")
        << u"evaluated fail fail; from EXAMPLE.COM; dkim example.com pass"_s << u"F/F"_s << u"A/F"_s
        << u"passed, missing"_s << u"dkim:aligned-but-fail"_s;
    QTest::newRow("From with U-labels, signature with A-labels")
        << u"evaluated - -; from 日本語.jp; dkim xn--wgv71a119e.jp pass"_s << u"A/F"_s << u"A/F"_s
        << u"passed, missing"_s << u"dkim:computed spf:computed"_s;
    QTest::newRow("no From: nothing is aligned")
        << u"evaluated fail fail; from -; dkim example.com pass; spf example.com pass"_s << u"U/U"_s
        << u"U/U"_s << u"passed, passed"_s << u""_s;
    QTest::newRow("From below the policy domain")
        << u"evaluated pass pass; from news.example.com; dkim example.com pass; "
           "spf bounce.example.com pass"_s
        << u"A/A"_s << u"A/A"_s << u"passed, passed"_s << u""_s;
    QTest::newRow("two towns of one suffix")
        << u"evaluated fail fail; from foo.lg.jp; dkim bar.lg.jp pass; spf bar.lg.jp pass"_s
        << u"U/U"_s << u"U/U"_s << u"passed, passed"_s << u""_s;
}

void TestAlignment::scopes()
{
    QTest::newRow("helo pass beside mfrom fail")
        << u"evaluated fail fail; path example.com; spf example.com fail mfrom; "
           "spf example.com pass helo"_s
        << u"F/F"_s << u"F/F"_s << u"missing, fail"_s << u""_s;
    QTest::newRow("helo pass alone, reverse path given")
        << u"evaluated fail fail; path bounce.example; spf example.com pass helo"_s << u"F/F"_s
        << u"F/F"_s << u"missing, missing"_s << u""_s;
    QTest::newRow("helo pass alone, reverse path not reported")
        << u"evaluated fail fail; spf example.com pass helo"_s << u"F/F"_s << u"F/F"_s
        << u"missing, missing"_s << u""_s;
    QTest::newRow("helo pass alone, evaluated pass all the same")
        << u"evaluated fail pass; path bounce.example; spf example.com pass helo"_s << u"F/A"_s
        << u"F/F"_s << u"missing, missing"_s << u"spf:pass-without-result"_s;
    QTest::newRow("helo pass alone, null reverse path (RFC 7489 3.1.2)")
        << u"evaluated fail pass; path -; spf mail.example.com pass helo"_s << u"F/A"_s << u"F/A"_s
        << u"missing, passed"_s << u""_s;
    QTest::newRow("helo of another domain, null reverse path")
        << u"evaluated fail fail; path -; spf mail.other.example pass helo"_s << u"F/U"_s
        << u"F/U"_s << u"missing, passed"_s << u""_s;
    QTest::newRow("helo without a domain (Zoho)")
        << u"evaluated pass fail; dkim example.com pass; spf - none helo"_s << u"A/F"_s << u"A/F"_s
        << u"passed, missing"_s << u""_s;
    QTest::newRow("several spf entries without scope (126.com)")
        << u"evaluated fail pass; spf other.example none; spf example.com pass; "
           "spf third.example fail"_s
        << u"F/A"_s << u"F/A"_s << u"missing, passed"_s << u""_s;
    QTest::newRow("mfrom counts, helo is foreign")
        << u"evaluated fail pass; spf example.com pass mfrom; spf mx.host.example pass helo"_s
        << u"F/A"_s << u"F/A"_s << u"missing, passed"_s << u""_s;
}

void TestAlignment::reasonRows()
{
    QTest::newRow("strongest: fail before all")
        << u"evaluated fail fail; dkim a.example none; dkim b.example neutral; "
           "dkim c.example permerror; dkim d.example fail"_s
        << u"F/F"_s << u"F/F"_s << u"fail, missing"_s << u""_s;
    QTest::newRow("strongest: softfail before permerror")
        << u"evaluated fail fail; spf a.example permerror; spf b.example softfail"_s << u"F/F"_s
        << u"F/F"_s << u"missing, softfail"_s << u""_s;
    QTest::newRow("strongest: permerror before temperror")
        << u"evaluated fail fail; spf a.example temperror; spf b.example permerror"_s << u"F/F"_s
        << u"F/F"_s << u"missing, permerror"_s << u""_s;
    QTest::newRow("strongest: temperror before policy")
        << u"evaluated fail fail; dkim a.example policy; dkim b.example temperror"_s << u"F/F"_s
        << u"F/F"_s << u"temperror, missing"_s << u""_s;
    QTest::newRow("strongest: policy before neutral")
        << u"evaluated fail fail; dkim a.example neutral; dkim b.example policy"_s << u"F/F"_s
        << u"F/F"_s << u"policy, missing"_s << u""_s;
    QTest::newRow("strongest: neutral before none")
        << u"evaluated fail fail; spf a.example none; spf b.example neutral"_s << u"F/F"_s
        << u"F/F"_s << u"missing, neutral"_s << u""_s;
    QTest::newRow("temperror says nothing about the signature")
        << u"evaluated fail fail; dkim example.com temperror; spf example.com temperror"_s
        << u"F/F"_s << u"F/F"_s << u"temperror, temperror"_s << u""_s;
    QTest::newRow("policy: the signature is good")
        << u"evaluated fail fail; dkim example.com policy"_s << u"F/F"_s << u"F/F"_s
        << u"policy, missing"_s << u""_s;
    QTest::newRow("neutral: could not be processed")
        << u"evaluated fail fail; dkim example.com neutral"_s << u"F/F"_s << u"F/F"_s
        << u"neutral, missing"_s << u""_s;
    QTest::newRow("neutral for a body hash (NetEase)")
        << u"evaluated fail fail; dkim example.com neutral body hash did not verify"_s << u"F/F"_s
        << u"F/F"_s << u"neutral, missing"_s << u"own-signature-broken"_s;
    QTest::newRow("permerror of the own selector")
        << u"evaluated fail fail; dkim example.com permerror; spf example.com permerror"_s
        << u"F/F"_s << u"F/F"_s << u"permerror, permerror"_s << u"own-signature-broken"_s;
    QTest::newRow("unknown word (inexio.net)")
        << u"evaluated fail fail; dkim example.com unknown; spf example.com unknown"_s << u"F/F"_s
        << u"F/F"_s << u"unknown, temperror"_s << u"own-signature-broken"_s;
    QTest::newRow("hardfail (docomo)") << u"evaluated fail fail; spf example.com hardfail mfrom"_s
                                       << u"F/F"_s << u"F/F"_s << u"missing, fail"_s << u""_s;
}

void TestAlignment::records_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reported"); // DKIM/SPF
    QTest::addColumn<QString>("computed");
    QTest::addColumn<QString>("reason"); // DKIM, SPF
    QTest::addColumn<QString>("set");

    contradictions();
    edges();
    scopes();
    reasonRows();
}

void TestAlignment::records()
{
    QFETCH(const QString, line);
    const OrganizationalDomains domains;
    const RecordAlignment alignment = alignmentOf(recordOf(line), {}, domains);
    QTEST(text(alignment.reported()), "reported");
    QTEST(text(alignment.computed()), "computed");
    QTEST(reasons(alignment), "reason");
    QTEST(flags(alignment), "set");
}

void TestAlignment::strictness_data()
{
    QTest::addColumn<QString>("adkim");
    QTest::addColumn<QString>("aspf");
    QTest::addColumn<QString>("reported");

    QTest::newRow("not given: relaxed") << u""_s << u""_s << u"A/A"_s;
    QTest::newRow("relaxed") << u"r"_s << u"r"_s << u"A/A"_s;
    QTest::newRow("strict DKIM") << u"s"_s << u"r"_s << u"U/A"_s;
    QTest::newRow("strict SPF") << u"r"_s << u"s"_s << u"A/U"_s;
    QTest::newRow("both, in upper case") << u"S"_s << u"S"_s << u"U/U"_s;
    QTest::newRow("an unknown mode is the default") << u"x"_s << u"x"_s << u"A/A"_s;
}

void TestAlignment::strictness()
{
    QFETCH(const QString, adkim);
    QFETCH(const QString, aspf);
    PublishedPolicy policy;
    policy.adkim = adkim;
    policy.aspf = aspf;
    const OrganizationalDomains domains;
    const Record below = recordOf(u"dkim m.example.com pass; spf b.example.com pass mfrom"_s);
    QTEST(text(alignmentOf(below, policy, domains).reported()), "reported");
    const Record same = recordOf(u"dkim example.com pass; spf EXAMPLE.com. pass mfrom"_s);
    QCOMPARE(text(alignmentOf(same, policy, domains).reported()), u"A/A"_s);
}

QTEST_GUILESS_MAIN(TestAlignment)
#include "tst_alignment.moc"
