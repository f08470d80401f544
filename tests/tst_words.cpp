// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestWords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spfResults_data();
    void spfResults();
    void dkimResults_data();
    void dkimResults();
    void evaluations_data();
    void evaluations();
    void dispositions_data();
    void dispositions();
    void policies_data();
    void policies();
};

void TestWords::spfResults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");

    for (const char *standard :
        {"none", "neutral", "pass", "fail", "softfail", "temperror", "permerror", "policy"})
        QTest::newRow(standard) << QString::fromLatin1(standard) << QString::fromLatin1(standard);
    QTest::newRow("hardfail, docomo") << u"hardfail"_s << u"fail"_s;
    QTest::newRow("unknown, before RFC 7489") << u"unknown"_s << u"temperror"_s;
    QTest::newRow("error, before RFC 7489") << u"error"_s << u"permerror"_s;
    QTest::newRow("first letter in upper case") << u"Pass"_s << u"pass"_s;
    QTest::newRow("mixed case") << u"SoftFail"_s << u"softfail"_s;
    QTest::newRow("upper case") << u"PERMERROR"_s << u"permerror"_s;
    QTest::newRow("blanks around") << u" \tpass\n"_s << u"pass"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("only blanks") << u"  "_s << u""_s;
    QTest::newRow("no word of any standard") << u"banana"_s << u"unknown"_s;
    QTest::newRow("begins like a word") << u"passed"_s << u"unknown"_s;
    QTest::newRow("a word and more") << u"pass (ok)"_s << u"unknown"_s;
}

void TestWords::spfResults()
{
    QFETCH(const QString, text);
    QTEST(word(spfResult(text)), "canonical");
}

void TestWords::dkimResults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");

    for (const char *standard :
        {"none", "pass", "fail", "policy", "neutral", "temperror", "permerror"})
        QTest::newRow(standard) << QString::fromLatin1(standard) << QString::fromLatin1(standard);
    // What did not pass under a name of its own stays that, and is never an error by synonym.
    for (const char *odd :
        {"unknown", "invalid", "nxdomain", "signed", "discard", "softfail", "error"})
        QTest::newRow(odd) << QString::fromLatin1(odd) << u"unknown"_s;
    QTest::newRow("upper case") << u"PASS"_s << u"pass"_s;
    QTest::newRow("blanks around") << u" fail "_s << u"fail"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestWords::dkimResults()
{
    QFETCH(const QString, text);
    QTEST(word(dkimResult(text)), "canonical");
}

void TestWords::evaluations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("value");

    QTest::newRow("pass") << u"pass"_s << int(Evaluated::Pass);
    QTest::newRow("fail") << u"fail"_s << int(Evaluated::Fail);
    QTest::newRow("Pass") << u"Pass"_s << int(Evaluated::Pass);
    QTest::newRow("FAIL with blanks") << u" FAIL\n"_s << int(Evaluated::Fail);
    QTest::newRow("empty") << u""_s << int(Evaluated::Missing);
    QTest::newRow("none, globetax") << u"none"_s << int(Evaluated::Other);
    QTest::newRow("softfail, uniqa") << u"softfail"_s << int(Evaluated::Other);
}

void TestWords::evaluations()
{
    QFETCH(const QString, text);
    QTEST(int(evaluated(text)), "value");
}

void TestWords::dispositions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");

    for (const char *standard : {"none", "quarantine", "reject", "pass"})
        QTest::newRow(standard) << QString::fromLatin1(standard) << QString::fromLatin1(standard);
    QTest::newRow("upper case") << u"REJECT"_s << u"reject"_s;
    QTest::newRow("a leading blank, rspamd") << u" none"_s << u"none"_s;
    QTest::newRow("softfail, rspamd") << u"softfail"_s << u"other"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestWords::dispositions()
{
    QFETCH(const QString, text);
    QTEST(word(disposition(text)), "canonical");
}

void TestWords::policies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");

    for (const char *standard : {"none", "quarantine", "reject"})
        QTest::newRow(standard) << QString::fromLatin1(standard) << QString::fromLatin1(standard);
    QTest::newRow("mixed case") << u"Quarantine"_s << u"quarantine"_s;
    QTest::newRow("nil") << u"nil"_s << u"other"_s;
    QTest::newRow("pass is no policy") << u"pass"_s << u"other"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestWords::policies()
{
    QFETCH(const QString, text);
    QTEST(word(policy(text)), "canonical");
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
