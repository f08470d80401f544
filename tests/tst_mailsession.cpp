// SPDX-License-Identifier: GPL-3.0-or-later
// The window with a mailbox on a real server: mails go into its workspace, or beside a quick look.
#include "session.h"

#include "main/mailboxbar.h"
#include "support/dovecotserver.h"
#include "support/memorysecrets.h"
#include "support/needdovecot.h"
#include "support/samplefiles.h"
#include "support/sessionrun.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QProgressBar>
#include <QTemporaryDir>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 july = 1719792000; // 2024-07-01 00:00:00 UTC
constexpr int patience = 60'000;

QByteArray mailWith(const QString &id, const QString &ip, int count)
{
    return "Subject: Report domain: example.jp\r\nContent-Type: text/xml\r\n\r\n" +
        fixture::reportXml(u"google.com"_s, id, u"example.jp"_s, july, ip, count, true);
}

/// A home with a mailbox on a server of its own.
struct Home {
    Home() { QCOMPARE(server.start(), QString()); }

    /// A file with a report.
    void add(const QString &name, int count) const
    {
        QVERIFY(fixture::writeFile(path(u"reports/"_s + name),
            fixture::reportXml(
                u"mail.ru"_s, name, u"example.jp"_s, july, u"198.51.100.7"_s, count, true)));
    }
    /// A mail with a report.
    void receive(const QString &id, const QString &ip, int count)
    {
        server.add(mailWith(id, ip, count));
    }
    /// Mails with a report of one message each.
    void receiveMany(int count)
    {
        for (int i = 0; i < count; ++i)
            receive(QString::number(i), u"192.0.2.1"_s, 1);
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    fixture::MemorySecrets secrets;
    DovecotServer server;
};

struct Run : fixture::SessionRun {
    explicit Run(Home &home)
        : SessionRun(home.path(u"settings.ini"_s))
        , server(home.server)
    {
        session.keepSendersIn(home.path(u"data"_s));
        session.useMailboxes(home.secrets, home.path(u"mail"_s));
        session.useWorkspaces(home.path(u"data/Default.sekisho"_s));
    }

    void openWorkspace(const QString &path) { Q_EMIT window().workspaceMenu().openRequested(path); }
    void useServer(int minutes = 0)
    {
        Account account = server.account();
        account.minutes = minutes;
        Q_EMIT window().mailboxChosen(account, server.password());
    }
    void fetch() { Q_EMIT window().fetchRequested(u"test"_s); }
    [[nodiscard]] bool isFetching()
    {
        for (const MailboxRow *row : window().findChildren<MailboxRow *>()) {
            for (const QProgressBar *bar : row->findChildren<QProgressBar *>()) {
                if (!bar->isHidden())
                    return true;
            }
        }
        return false;
    }
    /// Until it is done and shown.
    void fetchAll()
    {
        fetch();
        QTRY_VERIFY_WITH_TIMEOUT(!isFetching(), patience);
        wait();
    }
    [[nodiscard]] bool isSample() { return window().windowTitle().startsWith("Sample"_L1); }
    /// Of all questions and complaints.
    QStringList boxes()
    {
        QStringList texts;
        for (const QMessageBox *box : window().findChildren<QMessageBox *>())
            texts.append(box->text());
        return texts;
    }

    const DovecotServer &server;
};

} // namespace

class TestMailSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fixture::needDovecot(); }
    void intoTheWorkspace();
    void besideTheSamples();
    void besideAQuickLook();
    void besideAWorkspaceToRead();
    void whenItComes();
    void announcesStrangers();
    void goesOnWhereAFolderEnded();
    void whileFilesAreImported();
    void endsWhileFetching();
    void switchesWhileFetching();
};

void TestMailSession::intoTheWorkspace()
{
    Home home;
    home.receive(u"a"_s, u"198.51.100.7"_s, 7);
    home.add(u"file.xml"_s, 100);
    {
        Run run(home);
        run.start();
        run.useServer();
        run.open(home.path(u"reports"_s));
        run.fetchAll();
        QCOMPARE(run.messages(), 107);
        QCOMPARE(run.said(), u"1 new report."_s);
        home.receive(u"b"_s, u"198.51.100.7"_s, 20);
        home.receive(u"c"_s, u"198.51.100.7"_s, 3000);
        run.fetchAll();
        QCOMPARE(run.messages(), 3127);
        QCOMPARE(run.said(), u"2 new reports."_s);
        QVERIFY(!QFile::exists(home.path(u"mail"_s))); // no other copy of them
        const Origin origin = run.session.view().dataset->items.back().origin;
        const Result<QByteArray> original = run.session.originalLoader()(origin).result();
        QVERIFY(origin.path.startsWith("mailbox:test/INBOX/"_L1));
        QVERIFY(original && original.value().startsWith("<?xml"));
        QCOMPARE(run.boxes(), QStringList());
        QCOMPARE(run.state().interrupted, QString());
    }
    Run run(home);
    run.start();
    QCOMPARE(run.messages(), 3127);
    QCOMPARE(run.state().interrupted, QString());
    run.fetchAll();
    QCOMPARE(run.messages(), 3127);
    // Another workspace has nothing of that yet.
    Q_EMIT run.window().workspaceMenu().newRequested(home.path(u"client.sekisho"_s));
    run.wait();
    run.fetchAll();
    QCOMPARE(run.messages(), 3027);
}

void TestMailSession::besideTheSamples()
{
    Home home;
    home.receive(u"a"_s, u"192.0.2.1"_s, 7);
    Run run(home);
    run.start();
    run.useServer();
    QVERIFY(run.isSample());
    run.fetchAll();
    QVERIFY(!run.isSample());
    QCOMPARE(run.messages(), 7);
    QVERIFY(!run.state().quickLook);
}

void TestMailSession::besideAQuickLook()
{
    Home home;
    home.receive(u"a"_s, u"192.0.2.1"_s, 7);
    home.add(u"file.xml"_s, 100);
    Run run(home);
    run.start({home.path(u"reports"_s)});
    run.useServer();
    run.fetchAll();
    QCOMPARE(run.messages(), 107);
    QVERIFY(run.state().quickLook);
    QVERIFY(QFile::exists(home.path(u"mail/test/INBOX"_s)));
}

void TestMailSession::besideAWorkspaceToRead()
{
    Home home;
    home.receive(u"a"_s, u"192.0.2.1"_s, 7);
    home.add(u"file.xml"_s, 100);
    Run first(home);
    first.start();
    first.open(home.path(u"reports"_s));
    Run second(home);
    second.start();
    QVERIFY(!second.state().readOnly.isEmpty());
    second.useServer();
    second.fetchAll();
    QCOMPARE(second.messages(), 100);
    QVERIFY(second.said().contains(home.path(u"mail/test"_s)));
    QCOMPARE(second.boxes(), QStringList());
    QVERIFY(QFile::exists(home.path(u"mail/test/INBOX"_s)));
}

void TestMailSession::whenItComes()
{
    Home home;
    home.receive(u"a"_s, u"192.0.2.1"_s, 7);
    Run run(home);
    run.start();
    run.useServer(imap::whenItComes);
    run.fetchAll();
    QCOMPARE(run.messages(), 7);
    home.receive(u"b"_s, u"192.0.2.1"_s, 20);
    QTRY_COMPARE_WITH_TIMEOUT(run.messages(), 27, patience);
    QVERIFY(!QFile::exists(home.path(u"mail"_s)));
}

void TestMailSession::announcesStrangers()
{
    Home home;
    home.receive(u"a"_s, u"192.0.2.1"_s, 7);
    home.receive(u"b"_s, u"198.51.100.1"_s, 7);
    Run run(home);
    run.start();
    run.useServer();
    OwnSenders::Entry own;
    own.network = IpNetwork::parse(u"192.0.2.0/24"_s);
    Q_EMIT run.window().ownSenderRequested(own);
    run.wait();
    run.fetchAll();
    QCOMPARE(run.said(), u"2 new reports."_s); // at first everybody is new
    home.receive(u"c"_s, u"192.0.2.9"_s, 1);
    run.fetchAll();
    QCOMPARE(run.said(), u"1 new report."_s);
    QCOMPARE(run.messages(), 15);
    home.receive(u"d"_s, u"203.0.113.5"_s, 1);
    run.fetchAll();
    QCOMPARE(run.messages(), 16);
    QVERIFY2(run.said().contains("203.0.113.5"_L1) || run.said().contains("203.0.113"_L1),
        qPrintable(run.said()));
    QVERIFY(run.said().startsWith("1 new unauthorised sender"_L1));
}

/// Earlier versions fetched into a folder and took that into the workspace.
void TestMailSession::goesOnWhereAFolderEnded()
{
    constexpr int many = 20; // in an archive
    Home home;
    home.receiveMany(many);
    home.add(u"file.xml"_s, 100);
    const QString folder = home.path(u"mail/test"_s);
    {
        Run run(home);
        run.start({home.path(u"reports"_s)});
        run.useServer();
        run.fetchAll();
        QCOMPARE(QDir(folder + u"/INBOX"_s).entryList({u"*.tar"_s}).size(), 1);
    }
    {
        Run run(home);
        run.start();
        run.open(folder);
        QCOMPARE(run.messages(), many);
    }
    {
        Run run(home);
        run.start({home.path(u"reports"_s)});
        home.receive(u"late"_s, u"192.0.2.1"_s, 1000);
        run.fetchAll(); // into the folder, but not yet into the workspace
    }
    Run run(home);
    run.start();
    QCOMPARE(run.messages(), many);
    run.fetchAll();
    QCOMPARE(run.messages(), many + 1000);
    home.receive(u"latest"_s, u"192.0.2.1"_s, 10'000);
    run.fetchAll();
    QCOMPARE(run.messages(), many + 11'000);
    QCOMPARE(run.session.view().dataset->items.size(), size_t(many + 2)); // each once
    QCOMPARE(run.state().interrupted, QString());
    // A workspace that has not read the folder gets everything.
    Q_EMIT run.window().workspaceMenu().newRequested(home.path(u"client.sekisho"_s));
    run.wait();
    run.fetchAll();
    QCOMPARE(run.messages(), many + 11'000);
}

/// One after the other, and nobody is told of it.
void TestMailSession::whileFilesAreImported()
{
    constexpr int many = 2'000;
    Home home;
    home.receiveMany(many);
    for (int i = 0; i < many; ++i)
        home.add(u"%1.xml"_s.arg(i), 1);
    for (const int delay : {0, 200, 500}) {
        Run run(home);
        run.start();
        Q_EMIT run.window().workspaceMenu().newRequested(
            home.path(u"after%1.sekisho"_s.arg(delay)));
        run.wait();
        run.useServer();
        run.fetch();
        QTest::qWait(delay);
        run.session.open({home.path(u"reports"_s)}, false);
        QTRY_VERIFY_WITH_TIMEOUT(!run.isFetching(), patience);
        run.wait();
        QCOMPARE(run.boxes(), QStringList());
        QCOMPARE(run.messages(), 2 * many);
        QCOMPARE(run.session.view().dataset->reports.size(), size_t(2 * many));
    }
}

void TestMailSession::endsWhileFetching()
{
    constexpr int many = 5'000;
    Home home;
    home.receiveMany(many);
    qint64 before = 0;
    for (const int delay : {0, 200, 400, 800, 1600}) {
        Run run(home);
        run.start();
        const qint64 kept = run.isSample() ? 0 : run.messages();
        QVERIFY(kept >= before);
        before = kept;
        QCOMPARE(run.state().interrupted, QString());
        run.useServer();
        run.fetch();
        QTest::qWait(delay);
    }
    Run run(home);
    run.start();
    run.useServer();
    run.fetchAll();
    QCOMPARE(run.messages(), many);
}

/// There and back again: each workspace keeps what it has, and can be written to.
void TestMailSession::switchesWhileFetching()
{
    constexpr int many = 5'000;
    Home home;
    home.receiveMany(many);
    const QString client = home.path(u"client.sekisho"_s);
    QVERIFY(Workspace::create(client));
    Run run(home);
    run.start();
    const QString standard = run.state().path;
    run.useServer();
    for (const int delay : {50, 300, 700}) {
        run.fetch();
        QTest::qWait(delay);
        run.openWorkspace(client);
        QTRY_COMPARE_WITH_TIMEOUT(run.state().path, client, patience);
        run.openWorkspace(standard);
        QTRY_COMPARE_WITH_TIMEOUT(run.state().path, standard, patience);
        QCOMPARE(run.state().readOnly, QString());
        QTRY_VERIFY_WITH_TIMEOUT(!run.isFetching(), patience);
        run.wait();
    }
    run.fetchAll();
    QCOMPARE(run.messages(), many);
    run.openWorkspace(client);
    run.wait();
    run.fetchAll();
    QCOMPARE(run.messages(), many);
    QCOMPARE(run.boxes(), QStringList());
}

QTEST_MAIN(TestMailSession)
#include "tst_mailsession.moc"
