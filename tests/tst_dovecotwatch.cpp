// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what comes to a real server.
#include "imap/foldercommands.h"
#include "imap/signin.h"
#include "imap/watch.h"
#include "support/dovecotfixture.h"

#include <QTest>
#include <QThread>

#include <thread>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestDovecotWatch final : public QObject, private FetchFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { makeFolder(); }
    void idles();
    void watches();
};

/// A new mail ends the waiting.
void TestDovecotWatch::idles()
{
    DovecotServer server;
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    const Stop never;
    ProtocolLog log;
    const FetchSetup with = setup(server.password());
    const SignedIn signedIn =
        signIn(server.account(), with.secret, with.open, with.limits, log, never);
    QVERIFY(signedIn.connection != nullptr);
    QVERIFY(signedIn.connection->can("IDLE"));
    ExamineCommand examine(u"INBOX"_s);
    QVERIFY(signedIn.connection->run(examine).ok());
    QCOMPARE(signedIn.connection->idle(100), std::optional(false)); // nothing comes
    std::thread sender([&] {
        QThread::msleep(200);
        server.add(mail(2));
    });
    QCOMPARE(signedIn.connection->idle(60'000), std::optional(true));
    sender.join();
    ExamineCommand again(u"INBOX"_s);
    QVERIFY(signedIn.connection->run(again).ok());
    QCOMPARE(again.messages(), 2u);
}

/// What came while nobody was looking counts as new; then only what comes.
void TestDovecotWatch::watches()
{
    DovecotServer server;
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    const FetchSetup with = setup(server.password());
    const FetchResult before = fetch(server.account(), with);
    QCOMPARE(before.stored(), 1);
    server.add(mail(2));
    const Stop never;
    QVERIFY(watchAccount(server.account(), before, with, never).news);
    const FetchResult after = fetch(server.account(), with);
    QCOMPARE(after.stored(), 1);
    std::thread sender([&] {
        QThread::msleep(300);
        server.add(mail(3));
    });
    QVERIFY(watchAccount(server.account(), after, with, never).news);
    sender.join();
    Stop stop;
    std::thread user([&] {
        QThread::msleep(300);
        stop.request();
    });
    const Watched stopped =
        watchAccount(server.account(), fetch(server.account(), with), with, stop);
    user.join();
    QVERIFY(!stopped.news && stopped.failure->code == ProblemCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestDovecotWatch)
#include "tst_dovecotwatch.moc"
