// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;

/// How well the verdicts do over simulated worlds whose causes are known. Prints its tables.
class TestCaseScores : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void worlds_data();
    void worlds();
    void millionRecords();
};

void TestCaseScores::worlds_data()
{
    QTest::addColumn<Signing>("signing");
    QTest::addColumn<bool>("blind");
    QTest::addColumn<double>("leastF1");
    QTest::addColumn<double>("mostCalibrationError");
    QTest::newRow("own senders and host names known") << Signing::Everywhere << false << 0.96 << 0.04;
    QTest::newRow("blind") << Signing::Everywhere << true << 0.85 << 0.04;
    // Without signatures forwards and lists leave far less behind; the verdicts are more careful than they need be.
    QTest::newRow("only services sign; own senders and host names known")
        << Signing::ByServicesOnly << false << 0.93 << 0.06;
    QTest::newRow("only services sign; blind") << Signing::ByServicesOnly << true << 0.85 << 0.08;
}

void TestCaseScores::worlds()
{
    QFETCH(Signing, signing);
    QFETCH(bool, blind);
    QFETCH(double, leastF1);
    QFETCH(double, mostCalibrationError);
    const KnownServices services = builtInServices();
    const bool each = qEnvironmentVariableIsSet("SEKISHO_EACH");
    Scores all;
    for (quint32 seed = 1; seed <= 8; ++seed) {
        const Scores scores = scoresOf(simulate(seed, signing), blind, services);
        if (each)
            qInfo("seed %u\n%s", seed, qPrintable(scores.text()));
        all += scores;
    }
    qInfo("%s\n%s", QTest::currentDataTag(), qPrintable(all.text()));
    QVERIFY(all.macroF1() >= leastF1);
    QVERIFY(all.calibrationError() <= mostCalibrationError);
    QVERIFY(all.sureWrongShare() <= 0.02);
}

/// A million records with 300,000 different addresses, most of them in one record only.
void TestCaseScores::millionRecords()
{
    MailBox box;
    const std::vector<Reporter> reporters{{QStringLiteral("a.example")},
        {QStringLiteral("b.example")}, {QStringLiteral("c.example")}};
    Seen seen;
    seen.mailFrom = QStringLiteral("example.com");
    QRandomGenerator random(7);
    for (int i = 0; i < 1'000'000; ++i) {
        const bool known = i % 10 < 7;
        const quint32 number = known ? quint32(random.bounded(3'000)) : quint32(i);
        seen.ip = QStringLiteral("%1.%2.%3.%4")
                      .arg(11 + (number >> 18))
                      .arg((number >> 10) & 255)
                      .arg((number >> 2) & 255)
                      .arg(1 + (number & 3));
        seen.spf = known && number % 3 ? AuthResult::Pass : AuthResult::Fail;
        seen.dkim.clear();
        if (known && number % 5)
            seen.dkim = {{QStringLiteral("example.com"), QStringLiteral("s1"),
                number % 7 ? AuthResult::Pass : AuthResult::Fail, {}}};
        box.add(reporters[size_t(random.bounded(3))], random.bounded(2000), seen, 1,
            MailCase::Undetermined);
    }
    const DatasetPtr dataset = box.finish().dataset;
    const SenderIndex senders = makeSenderIndex(*dataset, {});
    const KnownServices services = builtInServices();
    QElapsedTimer timer;
    timer.start();
    const auto lookBack = std::make_shared<const LookBack>(*dataset, senders, services);
    const qint64 learned = timer.restart();
    const Judgement judgement = judge(*dataset, senders, lookBack, {}, services, {}, Stop());
    const qint64 judged = timer.elapsed();
    qInfo("%zu records, %zu patterns: learned in %lld ms, judged in %lld ms",
        dataset->records.size(), lookBack->patterns().patterns.size(), learned, judged);
    QCOMPARE(judgement.size(), dataset->records.size());
}

QTEST_GUILESS_MAIN(TestCaseScores)
#include "tst_casescores.moc"
