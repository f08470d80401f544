// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;

/// How well the verdicts do over simulated worlds whose causes are known. Prints its tables.
class TestCaseScores : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void worlds_data();
    void worlds();
};

void TestCaseScores::worlds_data()
{
    QTest::addColumn<bool>("blind");
    QTest::addColumn<double>("leastF1");
    QTest::newRow("own senders and host names known") << false << 0.96;
    QTest::newRow("blind") << true << 0.85;
}

void TestCaseScores::worlds()
{
    QFETCH(bool, blind);
    QFETCH(double, leastF1);
    const KnownServices services = builtInServices();
    const bool each = qEnvironmentVariableIsSet("SEKISHO_EACH");
    Scores all;
    for (quint32 seed = 1; seed <= 8; ++seed) {
        const Scores scores = scoresOf(simulate(seed), blind, services);
        if (each)
            qInfo("seed %u\n%s", seed, qPrintable(scores.text()));
        all += scores;
    }
    qInfo("%s\n%s", QTest::currentDataTag(), qPrintable(all.text()));
    QVERIFY(all.macroF1() >= leastF1);
    QVERIFY(all.calibrationError() <= 0.04);
    QVERIFY(all.sureWrongShare() <= 0.02);
}

QTEST_GUILESS_MAIN(TestCaseScores)
#include "tst_casescores.moc"
