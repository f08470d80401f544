// SPDX-License-Identifier: GPL-3.0-or-later
// The window's mailboxes against a real server, and what the side bar shows of them.
#include "mailboxes.h"
#include "imap/mailpack.h"
#include "main/mailboxbar.h"
#include "support/dovecotserver.h"
#include "support/fakeprovider.h"
#include "support/memorysecrets.h"
#include "support/needdovecot.h"
#include "support/smallreport.h"

#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

QByteArray mailWith(int id)
{
    return "Subject: Report domain: example.com\r\nContent-Type: text/xml\r\n\r\n" +
        fixture::smallReport().replace("r-1", QByteArray("r-" + QByteArray::number(id)));
}

size_t reportsIn(const Workspace &workspace)
{
    const auto dataset = loadDataset(workspace, Stop());
    return dataset ? dataset.value()->reports.size() : size_t(0);
}

/// Files of their own and in archives.
qsizetype messagesIn(const QString &folder)
{
    const QDir dir(folder);
    qsizetype count = dir.entryList({u"*.eml"_s}).size();
    for (const QString &name : dir.entryList({u"*.tar"_s}))
        count += packedNames(dir.filePath(name)).size();
    return count;
}

} // namespace

class TestMailboxes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fixture::needDovecot(); }
    void init();
    void fetchesAndRemembers();
    void asksWithoutKeyStore();
    void wrongPasswordIsAskedAgain();
    void testsAnAccount();
    void cancels();
    void signsInWithTheBrowser();
    void fetchesWhenItComes();
    void fetchesIntoAWorkspace();
    void severalIntoOneWorkspace();
    void anotherWorkspaceWhileFetching();
    void waitsForItsTurn();
    void changesWhatIsInTheWorkspace();
    void removes();
    void bar();

private:
    [[nodiscard]] std::shared_ptr<SharedWorkspace> workspace(const QString &name) const
    {
        const auto made = Workspace::openOrCreate(m_folder->filePath(name));
        return made ? std::make_shared<SharedWorkspace>(made.value()) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<Mailboxes> open()
    {
        return std::make_unique<Mailboxes>(*m_settings, m_secrets, m_folder->filePath(u"mail"_s));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    fixture::MemorySecrets m_secrets;
};

void TestMailboxes::init()
{
    m_settings.reset(); // writes what is left into the old folder
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_secrets.secrets.clear();
    m_secrets.works = true;
}

void TestMailboxes::fetchesAndRemembers()
{
    DovecotServer server;
    server.add("one\r\n");
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.id.clear();
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    std::shared_ptr<FetchedMail> mail;
    connect(mailboxes.get(), &Mailboxes::fetched, this,
        [&](const QString &of) { mail = mailboxes->takeMail(of); });
    mailboxes->keep(account, server.password());
    QCOMPARE(mailboxes->statuses().size(), 1);
    const QString id = mailboxes->statuses()[0].account.id;
    QVERIFY(!id.isEmpty());
    mailboxes->fetchAll();
    mailboxes->fetchAll(); // once is enough
    QCOMPARE(mailboxes->statuses()[0].state, MailboxStatus::State::Running);
    QVERIFY(fetched.wait(patience));
    QCOMPARE(fetched[0][1].toLongLong(), 1);
    QCOMPARE(mailboxes->statuses()[0].state, MailboxStatus::State::Done);
    QVERIFY(!mailboxes->isBusy());
    QCOMPARE(messagesIn(mailboxes->folder(id) + u"/INBOX"_s), 1);
    // What came was read meanwhile; whoever is told of it may have it.
    QVERIFY(!mailboxes->takeMail(id));
    QCOMPARE(mail->read.finish()->items.size(), size_t(1));
    QVERIFY(mail->everything);
    const QString log = mailboxes->log(id).join(u'\n');
    QVERIFY(log.contains(u"EXAMINE"_s) && !log.contains(QString::fromUtf8(server.password())));
    // The next time the program runs; no secret is in its settings.
    m_settings->sync();
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("w\\xf6rd"));
    const auto later = open();
    QCOMPARE(later->statuses().value(0).account, mailboxes->statuses()[0].account);
    QSignalSpy again(later.get(), &Mailboxes::fetched);
    later->fetch(id);
    QVERIFY(again.wait(patience));
    QCOMPARE(again[0][1].toLongLong(), 0);
    QCOMPARE(later->statuses()[0].state, MailboxStatus::State::Done);
}

void TestMailboxes::asksWithoutKeyStore()
{
    DovecotServer server;
    server.add("one\r\n");
    QCOMPARE(server.start(), QString());
    m_secrets.works = false;
    const auto mailboxes = open();
    QSignalSpy needed(mailboxes.get(), &Mailboxes::secretNeeded);
    QSignalSpy notKept(mailboxes.get(), &Mailboxes::secretNotKept);
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    mailboxes->keep(server.account(), {});
    mailboxes->fetch(u"test"_s);
    QVERIFY(needed.wait(patience));
    QCOMPARE(mailboxes->statuses()[0].state, MailboxStatus::State::Failed);
    mailboxes->setSecret(u"test"_s, server.password(), true);
    QVERIFY(notKept.wait(patience));
    fetched.clear();
    mailboxes->fetch(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QCOMPARE(fetched[0][1].toLongLong(), 1);
}

void TestMailboxes::wrongPasswordIsAskedAgain()
{
    DovecotServer server;
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    QSignalSpy needed(mailboxes.get(), &Mailboxes::secretNeeded);
    mailboxes->keep(server.account(), "wrong");
    mailboxes->fetch(u"test"_s);
    QVERIFY(needed.wait(patience));
    QCOMPARE(mailboxes->statuses()[0].result.failure->code, ProblemCode::LoginRefused);
}

void TestMailboxes::testsAnAccount()
{
    DovecotServer server;
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    std::optional<FolderList> list;
    mailboxes->test(
        server.account(), server.password(), this, [&](const FolderList &found) { list = found; });
    QTRY_VERIFY_WITH_TIMEOUT(list.has_value(), patience);
    QVERIFY(!list->failure && list->folders.value(0).name == u"INBOX"_s);
    list.reset();
    mailboxes->test(
        server.account(), "wrong", this, [&](const FolderList &found) { list = found; });
    QTRY_VERIFY_WITH_TIMEOUT(list.has_value(), patience);
    QVERIFY(list->failure && list->failure->code == ProblemCode::LoginRefused);
}

void TestMailboxes::cancels()
{
    DovecotServer server;
    for (int i = 0; i < 2'000; ++i)
        server.add("mail " + QByteArray::number(i) + "\r\n");
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    mailboxes->keep(server.account(), server.password());
    mailboxes->fetch(u"test"_s);
    mailboxes->cancel(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QVERIFY(!mailboxes->isBusy());
    // The next one goes on.
    mailboxes->fetch(u"test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mailboxes->statuses()[0].state, MailboxStatus::State::Done, patience);
    QCOMPARE(messagesIn(mailboxes->folder(u"test"_s) + u"/INBOX"_s), 2'000);
}

/// From the click to the mail: the provider is asked in the browser once, and for tokens by each
/// fetch; the key store holds what the provider gave last, and no token that is good by itself.
void TestMailboxes::signsInWithTheBrowser()
{
    FakeProvider provider;
    provider.givesNewRefreshTokens = true;
    DovecotOptions options;
    options.mechanisms += " xoauth2 oauthbearer";
    options.introspection = provider.introspection();
    DovecotServer server(options);
    server.add("one\r\n");
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    int pages = 0;
    mailboxes->setOAuth(
        [&](const QUrl &url) {
            ++pages;
            return provider.browse(url);
        },
        [&](const OAuthClient &) { return provider.server(); });
    Account account = server.account();
    account.mechanism = Mechanism::OAuth;
    account.oauth = {OAuthProvider::Google, provider.clientId, {}};
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    mailboxes->keep(account, {});
    mailboxes->fetch(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QCOMPARE(mailboxes->statuses()[0].result.failure->code, ProblemCode::SignInNeeded);
    QCOMPARE(pages, 0); // never by itself
    std::optional<SignInAnswer> answer;
    static_cast<void>(mailboxes->signIn(
        account, {}, this, [&](const SignInAnswer &given) { answer = given; }));
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
    QCOMPARE(provider.faults, QStringList());
    QCOMPARE(answer->problem, QString());
    mailboxes->keep(account, answer->secret);
    for (int i = 0; i < 2; ++i) {
        fetched.clear();
        mailboxes->fetch(u"test"_s);
        QVERIFY(fetched.wait(patience));
        QVERIFY2(mailboxes->statuses()[0].result.complete(),
            qPrintable(mailboxes->log(u"test"_s).join(u'\n')));
        QCOMPARE(fetched[0][1].toLongLong(), 1 - i);
    }
    QCOMPARE(pages, 1);
    QCOMPARE(provider.renewals, 2);
    QTRY_COMPARE(oauthSecret(m_secrets.secrets[u"test"_s])->refreshToken, provider.refresh);
    QVERIFY(!m_secrets.secrets[u"test"_s].contains("access-"));
    // Taken back by the user on the provider's pages.
    provider.refresh = "another";
    QSignalSpy needed(mailboxes.get(), &Mailboxes::secretNeeded);
    mailboxes->fetch(u"test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        mailboxes->statuses()[0].state, MailboxStatus::State::Failed, patience);
    QCOMPARE(mailboxes->statuses()[0].result.failure->code, ProblemCode::SignInNeeded);
    QCOMPARE(needed.size(), 0); // no password would help
}

void TestMailboxes::fetchesWhenItComes()
{
    DovecotServer server;
    server.add("one\r\n");
    QCOMPARE(server.start(), QString());
    const auto mailboxes = open();
    QSignalSpy fetched(mailboxes.get(), &Mailboxes::fetched);
    Account account = server.account();
    account.minutes = whenItComes;
    mailboxes->keep(account, server.password());
    mailboxes->fetch(u"test"_s);
    QVERIFY(fetched.wait(patience));
    QVERIFY(mailboxes->isWatching(u"test"_s));
    server.add("two\r\n");
    QVERIFY(fetched.wait(patience));
    QCOMPARE(fetched[1][1].toLongLong(), 1);
    QVERIFY(mailboxes->isWatching(u"test"_s));
    account.minutes = 0;
    mailboxes->keep(account, {});
    QVERIFY(!mailboxes->isWatching(u"test"_s));
}

void TestMailboxes::fetchesIntoAWorkspace()
{
    DovecotServer server;
    server.add(mailWith(1));
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
void TestMailboxes::severalIntoOneWorkspace()
{
    constexpr int each = 3'000;
    DovecotServer servers[2];
    const auto one = workspace(u"one.sekisho"_s);
    const auto mailboxes = open();
    mailboxes->storeIn(one);
    for (int s = 0; s < 2; ++s) {
        for (int i = 0; i < each; ++i)
            servers[s].add(mailWith(s * each + i));
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

void TestMailboxes::anotherWorkspaceWhileFetching()
{
    constexpr int all = 6'000;
    DovecotServer server;
    for (int i = 0; i < all; ++i)
        server.add(mailWith(i));
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
void TestMailboxes::waitsForItsTurn()
{
    DovecotServer server;
    server.add(mailWith(1));
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
void TestMailboxes::changesWhatIsInTheWorkspace()
{
    DovecotServer server;
    server.add("old\r\n", u"Done"_s, u"S"_s); // makes the folder
    server.add(mailWith(1));
    server.add(mailWith(2));
    server.add("Subject: lunch\r\n\r\n?\r\n");
    server.add("Content-Type: application/gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
               "H4sIAAAAAAAAA////w==\r\n");
    QCOMPARE(server.start(), QString());
    const auto filesIn = [&server](const QString &folder, const QString &end) {
        qsizetype count = 0;
        for (const QString &part : {u"/cur"_s, u"/new"_s})
            count += QDir(server.maildir(folder) + part).entryList({u'*' + end}, QDir::Files).size();
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

void TestMailboxes::removes()
{
    const auto mailboxes = open();
    Account account;
    account.id = u"a"_s;
    account.host = u"localhost"_s;
    mailboxes->keep(account, "x");
    QVERIFY(m_secrets.secrets.contains(u"a"_s));
    mailboxes->remove(u"a"_s);
    QVERIFY(mailboxes->statuses().isEmpty() && m_secrets.secrets.isEmpty());
    QVERIFY(open()->statuses().isEmpty());
}

void TestMailboxes::bar()
{
    const Format format{QLocale(QLocale::English), true};
    MailboxBar shown;
    MailboxStatus status;
    status.account.id = u"a"_s;
    status.account.name = u"Reports"_s;
    status.state = MailboxStatus::State::Running;
    status.progress.folder.folder = u"INBOX"_s;
    status.progress.folder.found = 40;
    status.progress.folder.stored = 10;
    MailboxStatus failed;
    failed.account.id = u"b"_s;
    failed.account.user = u"me"_s;
    failed.account.host = u"mail.example"_s;
    failed.state = MailboxStatus::State::Failed;
    failed.result.failure = failure(ProblemCode::TooSlow);
    shown.setStatuses({status, failed}, format);
    shown.show();
    QStringList texts;
    for (const QLabel *label : shown.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"INBOX: 10 of 40"_s), qPrintable(texts.join(u'\n')));
    const QString all = texts.join(u'\n');
    QVERIFY2(texts.contains(u"me@mail.example"_s) &&
            texts.contains(u"⚠ mail.example stopped answering."_s),
        qPrintable(all));
    const auto bars = shown.findChildren<QProgressBar *>();
    QVERIFY(bars[0]->isVisible() && bars[0]->value() == 10 && bars[0]->maximum() == 40 &&
        !bars[1]->isVisible());
    const auto rows = shown.findChildren<MailboxRow *>();
    QSignalSpy cancelled(&shown, &MailboxBar::cancelRequested);
    QSignalSpy fetch(&shown, &MailboxBar::fetchRequested);
    rows[0]->findChildren<QToolButton *>()[0]->click();
    rows[1]->findChildren<QToolButton *>()[0]->click();
    QCOMPARE(cancelled.value(0).value(0).toString(), u"a"_s);
    QCOMPARE(fetch.value(0).value(0).toString(), u"b"_s);
    status.state = MailboxStatus::State::Done;
    shown.setStatuses({status, failed}, format);
    QCOMPARE(shown.findChildren<MailboxRow *>(), rows); // the same ones, with what is new
    QVERIFY(!bars[0]->isVisible());
}

QTEST_MAIN(TestMailboxes)
#include "tst_mailboxes.moc"
