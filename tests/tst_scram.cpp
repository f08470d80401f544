// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/scram.h"

#include <QTest>

using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestScram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standards_data();
    void standards();
    void doesNotTrust_data();
    void doesNotTrust();
    void ownNonces();
};

/// The conversations of RFC 5802, 5 and RFC 7677, 3.
void TestScram::standards_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArrayList>("said");
    QTest::newRow("SHA-1")
        << QByteArray("SCRAM-SHA-1") << QByteArray("fyko+d2lbbFgONRv9qkxdawL")
        << QByteArrayList{"n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
               "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
               "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
               "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="};
    QTest::newRow("SHA-256")
        << QByteArray("SCRAM-SHA-256") << QByteArray("rOprNGfwEbeRWgbNEkqO")
        << QByteArrayList{"n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
               "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,"
               "i=4096",
               "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
               "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
               "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="};
}

void TestScram::standards()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArrayList, said);
    const auto scram = makeScram(name, u"user"_s, "pencil", 10'000, nonce);
    QCOMPARE(scram->begin(), said[0]);
    QCOMPARE(scram->answer(said[1]).value_or("none"), said[2]);
    QVERIFY(!scram->serverProven());
    QCOMPARE(scram->answer(said[3]).value_or("none"), QByteArray());
    QVERIFY(scram->serverProven());
}

void TestScram::doesNotTrust_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<ProblemCode>("problem");
    const QByteArray good = "r=abcxyz,s=QSXCR+Q6sek8bf92,i=4096";
    QTest::newRow("another nonce") << QByteArray("r=xyzxyz,s=QSXCR+Q6sek8bf92,i=4096")
                                   << QByteArray() << ProblemCode::Malformed;
    QTest::newRow("nothing added to it")
        << QByteArray("r=abc,s=QSXCR+Q6sek8bf92,i=4096") << QByteArray() << ProblemCode::Malformed;
    QTest::newRow("years of work") << QByteArray("r=abcxyz,s=QSXCR+Q6sek8bf92,i=4000000000")
                                   << QByteArray() << ProblemCode::Malformed;
    QTest::newRow("no work") << QByteArray("r=abcxyz,s=QSXCR+Q6sek8bf92,i=0") << QByteArray()
                             << ProblemCode::Malformed;
    QTest::newRow("no salt") << QByteArray("r=abcxyz,i=4096") << QByteArray()
                             << ProblemCode::Malformed;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << ProblemCode::Malformed;
    QTest::newRow("wrong signature")
        << good << QByteArray("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=") << ProblemCode::ServerUnproven;
    QTest::newRow("empty signature") << good << QByteArray("v=") << ProblemCode::ServerUnproven;
}

void TestScram::doesNotTrust()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    QFETCH(ProblemCode, problem);
    const auto scram = makeScram("SCRAM-SHA-256", u"user"_s, "pencil", 100'000, "abc");
    static_cast<void>(scram->begin());
    auto answer = scram->answer(first);
    if (!last.isEmpty() && answer)
        answer = scram->answer(last);
    QVERIFY(!answer);
    QVERIFY(!scram->serverProven());
    QVERIFY(scram->problem().has_value());
    QCOMPARE(scram->problem()->code, problem);
}

void TestScram::ownNonces()
{
    const auto first = makeScram("SCRAM-SHA-1", u"a,b=c"_s, "x", 10)->begin();
    const auto second = makeScram("SCRAM-SHA-1", u"a,b=c"_s, "x", 10)->begin();
    QVERIFY(first.startsWith("n,,n=a=2Cb=3Dc,r="));
    QVERIFY(first != second);
}

QTEST_GUILESS_MAIN(TestScram)
#include "tst_scram.moc"
