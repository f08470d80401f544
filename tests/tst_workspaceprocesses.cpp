// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace that several processes use, and one that was killed.
#include "archive/maintenance.h"
#include "support/datasetcompare.h"
#include "support/workspacechild.h"
#include "support/workspacefolder.h"

#include <QRandomGenerator>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

class TestWorkspaceProcesses final : public QObject, private WorkspaceFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void cleanup() { removeFolder(); }
    void killedAnyTime();
    void oneWriterAtATime();
    void readsWhileAnotherWrites();
};

void TestWorkspaceProcesses::killedAnyTime()
{
    const int rounds = qEnvironmentVariableIntValue("SEKISHO_KILLS") > 0
        ? qEnvironmentVariableIntValue("SEKISHO_KILLS")
        : 200;
    constexpr int files = 250;
    writeReports(files);
    QRandomGenerator random(20261128);
    int interrupted = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto child = startChild({u"import"_s, file(), path(u"in"_s)});
        QVERIFY(child->waitForStarted());
        if (round % 4 != 0) // else perhaps even before the file is there
            QVERIFY(child->waitForReadyRead(30'000) || child->state() == QProcess::NotRunning);
        QTest::qSleep(random.bounded(30));
        child->kill();
        QVERIFY(child->waitForFinished(30'000));
        const QList<QByteArray> lines = child->readAllStandardOutput().split('\n');
        QVERIFY(!lines.first().startsWith("problem"));
        const int durable = lines.size() < 2 ? 0 : lines.at(lines.size() - 2).toInt();
        if (!QFile::exists(file())) {
            QCOMPARE(durable, 0);
            continue;
        }
        const auto opened = Workspace::open(file());
        QVERIFY(opened);
        QVERIFY(opened.value().isWritable());
        const auto dataset = loadDataset(opened.value(), Stop());
        QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.problem().detail));
        QVERIFY2(int(dataset.value()->items.size()) >= durable, "something durable was lost");
        QCOMPARE(dataset.value()->reports.size(), dataset.value()->items.size());
        interrupted += opened.value().interruptedImport().has_value();
        if (round % 20 == 0) {
            const auto found = verify(opened.value(), Limits(), Stop());
            QVERIFY(found && found.value().findings.isEmpty());
        }
        if (int(dataset.value()->items.size()) == files)
            QVERIFY(QFile::remove(file()));
    }
    QVERIFY(interrupted > rounds / 10);
    const WorkspaceImport rest = importAll();
    QVERIFY(!rest.problem);
    QCOMPARE(differences(*rest.dataset, *importPaths({path(u"in"_s)}, {}, Limits(), Stop())),
        QStringList());
    QVERIFY(verify(Workspace::open(file()).value(), Limits(), Stop()).value().findings.isEmpty());
}

void TestWorkspaceProcesses::oneWriterAtATime()
{
    writeReports(3);
    QVERIFY(!importAll().problem);
    const auto child = startChild({u"hold"_s, file()});
    QVERIFY(child->waitForReadyRead(30'000));
    QCOMPARE(child->readLine().trimmed(), QByteArray("held"));
    {
        const auto second = Workspace::open(file());
        QVERIFY(second);
        QVERIFY(!second.value().isWritable());
        QCOMPARE(second.value().whyReadOnly().trouble, WorkspaceTrouble::InUse);
        QVERIFY(second.value().whyReadOnly().detail.contains(QString::number(child->processId())));
        QCOMPARE(loadDataset(second.value(), Stop()).value()->reports.size(), size_t(3));
        QCOMPARE(importAll().problem.trouble, WorkspaceTrouble::InUse);
        QCOMPARE(compact(second.value()).problem().trouble, WorkspaceTrouble::InUse);
    }
    child->kill();
    QVERIFY(child->waitForFinished());
    const auto third = Workspace::open(file());
    QVERIFY(third && third.value().isWritable());
    // In one process, too.
    QCOMPARE(Workspace::open(file()).value().whyReadOnly().trouble, WorkspaceTrouble::InUse);
    const Workspace copy = third.value();
    QVERIFY(copy.isWritable());
}

void TestWorkspaceProcesses::readsWhileAnotherWrites()
{
    writeReports(200);
    QVERIFY(Workspace::create(file()));
    const auto child = startChild({u"import"_s, file(), path(u"in"_s)});
    QVERIFY(child->waitForReadyRead(30'000));
    const auto opened = Workspace::openToRead(file());
    QVERIFY(opened);
    size_t before = 0;
    while (child->state() != QProcess::NotRunning) {
        const auto dataset = loadDataset(opened.value(), Stop());
        QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.problem().detail));
        QVERIFY(dataset.value()->items.size() >= before);
        before = dataset.value()->items.size();
        child->waitForFinished(5);
    }
    QCOMPARE(child->exitCode(), 0);
    QCOMPARE(loadDataset(opened.value(), Stop()).value()->items.size(), size_t(200));
}

QTEST_GUILESS_MAIN(TestWorkspaceProcesses)
#include "tst_workspaceprocesses.moc"
