// SPDX-License-Identifier: GPL-3.0-or-later
// The window's mailboxes fetch from a real server into a workspace.
#include "mailboxes.h"

#include "support/mailboxesfixture.h"
#include "support/smallreport.h"

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

size_t reportsIn(const Workspace &workspace)
{
    const auto dataset = loadDataset(workspace, Stop());
    return dataset ? dataset.value()->reports.size() : size_t(0);
}

} // namespace

class TestWorkspaceMailboxes final : public QObject, private NewMailboxes {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { begin(); }
    void fetchesIntoAWorkspace();
    void severalIntoOneWorkspace();
    void anotherWorkspaceWhileFetching();
    void waitsForItsTurn();
    void changesWhatIsInTheWorkspace();

private:
    [[nodiscard]] std::shared_ptr<SharedWorkspace> workspace(const QString &name) const
    {
        const auto made = Workspace::openOrCreate(m_folder->filePath(name));
        return made ? std::make_shared<SharedWorkspace>(made.value()) : nullptr;
    }
};

void TestWorkspaceMailboxes::fetchesIntoAWorkspace()
{
    DovecotServer server;
    server.add(mailWithReport(1));
    server.add("Subject: lunch\r\n\r\n?\r\n");
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    std::shared_ptr<FetchedMail> mail;
    connect(mailboxes.get(), &Mailboxes::fetched, this,
        [&](const QString &of) { mail = mailboxes->takeMail(of); });
    mailboxes->keep(server.account(), server.password());
    const auto one = workspace(u"one.sekisho"_s);
    mailboxes->storeIn(one);
    for (int i = 0; i < 2; ++i) { // how far it has come stands in the workspace
        mailboxes->fetch(u"test"_s);
        QVERIFY(fetched.wait(patience));
        QVERIFY(mailboxes->statuses()[0].result.complete());
        QCOMPARE(fetched[i][1].toLongLong(), 2 - 2 * i);
        QCOMPARE(mail->workspace, one->workspace().path());
    }
    QCOMPARE(reportsIn(one->workspace()), size_t(1));
    QVERIFY(!one->workspace().interruptedImport());
    {
        const auto turn = one->turn();
        QCOMPARE(one->dataset()->items.size(), size_t(2));
    }
    QVERIFY(!QFile::exists(mailboxes->folder(u"test"_s)));
    // Another one knows nothing of that, nor does the folder.
    const auto other = workspace(u"other.sekisho"_s);
    mailboxes->storeIn(other);
    mailboxes->fetch(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QCOMPARE(fetched[2][1].toLongLong(), 2);
    QCOMPARE(reportsIn(other->workspace()), size_t(1));
    mailboxes->storeIn(nullptr);
    mailboxes->fetch(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QCOMPARE(fetched[3][1].toLongLong(), 2);
    QCOMPARE(mail->workspace, QString());
    QCOMPARE(messagesIn(mailboxes->folder(u"test"_s) + u"/INBOX"_s), 2);
}

/// Each sees what the other has stored meanwhile.
void TestWorkspaceMailboxes::severalIntoOneWorkspace()
{
    constexpr int each = 3'000;
    DovecotServer servers[2];
    const auto one = workspace(u"one.sekisho"_s);
    const auto mailboxes = open();
    mailboxes->storeIn(one);
    for (int s = 0; s < 2; ++s) {
        for (int i = 0; i < each; ++i)
            servers[s].add(mailWithReport(s * each + i));
        QCOMPARE(servers[s].start(), QString());
        Account account = servers[s].account();
        account.id = QString::number(s);
        mailboxes->keep(account, servers[s].password());
    }
    mailboxes->fetchAll();
    QTRY_VERIFY_WITH_TIMEOUT(!mailboxes->isBusy(), patience);
    for (const MailboxStatus &status : mailboxes->statuses())
        QCOMPARE(status.result.stored(), each);
    QCOMPARE(reportsIn(one->workspace()), size_t(2 * each));
    const auto turn = one->turn();
    QCOMPARE(one->wholeDataset()->reports.size(), size_t(2 * each));
}

void TestWorkspaceMailboxes::anotherWorkspaceWhileFetching()
{
    constexpr int all = 6'000;
    DovecotServer server;
    for (int i = 0; i < all; ++i)
        server.add(mailWithReport(i));
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    mailboxes->keep(server.account(), server.password());
    const auto one = workspace(u"one.sekisho"_s);
    const auto other = workspace(u"other.sekisho"_s);
    mailboxes->storeIn(one);
    mailboxes->fetch(u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(reportsIn(one->workspace()) > 0, patience); // a part is durable
    mailboxes->storeIn(other);
    QVERIFY(fetched.wait(patience));
    QCOMPARE(mailboxes->statuses()[0].result.failure->code, ProblemCode::Cancelled);
    const size_t kept = reportsIn(one->workspace());
    QVERIFY(kept < size_t(all));
    QCOMPARE(reportsIn(other->workspace()), size_t(0));
    mailboxes->fetch(u"test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mailboxes->statuses()[0].state, MailboxStatus::State::Done, patience);
    QCOMPARE(reportsIn(other->workspace()), size_t(all));
    // And back: the rest alone.
    mailboxes->storeIn(one);
    fetched.clear();
    mailboxes->fetch(u"test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mailboxes->statuses()[0].state, MailboxStatus::State::Done, patience);
    QCOMPARE(fetched[0][1].toLongLong(), qint64(all - kept));
    QCOMPARE(reportsIn(one->workspace()), size_t(all));
}

/// Behind another writer, without a word of it; and out of the way when it is told to.
void TestWorkspaceMailboxes::waitsForItsTurn()
{
    DovecotServer server;
    server.add(mailWithReport(1));
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    mailboxes->keep(server.account(), server.password());
    const auto one = workspace(u"one.sekisho"_s);
    mailboxes->storeIn(one);
    auto turn = one->turn();
    mailboxes->fetch(u"test"_s);
    QVERIFY(!fetched.wait(500));
    mailboxes->cancel(u"test"_s);
    QVERIFY(fetched.wait(patience)); // though nobody has given up the turn
    QCOMPARE(mailboxes->statuses()[0].result.failure->code, ProblemCode::Cancelled);
    mailboxes->fetch(u"test"_s);
    QVERIFY(!fetched.wait(500));
    turn.unlock();
    QVERIFY(fetched.wait(patience));
    QVERIFY(mailboxes->statuses()[0].result.complete());
    QCOMPARE(reportsIn(one->workspace()), size_t(1));
}

/// Each outcome in its own way, and nothing before it is stored.
void TestWorkspaceMailboxes::changesWhatIsInTheWorkspace()
{
    DovecotServer server;
    server.add("old\r\n", u"Done"_s, u"S"_s); // makes the folder
    server.add(mailWithReport(1));
    server.add(mailWithReport(2));
    server.add("Subject: lunch\r\n\r\n?\r\n");
    server.add("Content-Type: application/gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
               "H4sIAAAAAAAAA////w==\r\n");
    QCOMPARE(server.start(), QString());
    const auto filesIn = [&server](const QString &folder, const QString &end) {
        qsizetype count = 0;
        for (const QString &part : {u"/cur"_s, u"/new"_s})
            count +=
                QDir(server.maildir(folder) + part).entryList({u'*' + end}, QDir::Files).size();
        return count;
    };
    QCOMPARE(filesIn({}, {}), 4);
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    Account account = server.account();
    account.after[0] = {AfterAction::Kind::Move, u"Done"_s};
    account.after[1] = {AfterAction::Kind::MarkSeen, {}};
    mailboxes->keep(account, server.password());
    const auto one = workspace(u"one.sekisho"_s);
    mailboxes->storeIn(one);
    {
        const auto turn = one->turn(); // nothing can be stored
        mailboxes->fetch(u"test"_s);
        QVERIFY(!fetched.wait(500));
        mailboxes->cancel(u"test"_s);
        QVERIFY(fetched.wait(patience));
    }
    QCOMPARE(filesIn({}, {}), 4);
    QCOMPARE(filesIn(u"Done"_s, {}), 1);
    mailboxes->fetch(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QVERIFY(mailboxes->statuses()[0].result.complete());
    QCOMPARE(reportsIn(one->workspace()), size_t(2));
    QCOMPARE(filesIn(u"Done"_s, {}), 3);
    QCOMPARE(filesIn({}, {}), 2);
    QCOMPARE(filesIn({}, u",S"_s), 1);
}

QTEST_MAIN(TestWorkspaceMailboxes)
#include "tst_workspacemailboxes.moc"
