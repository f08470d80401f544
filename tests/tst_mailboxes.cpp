// SPDX-License-Identifier: GPL-3.0-or-later
// The window's mailboxes against a real server.
#include "mailboxes.h"

#include "support/fakeprovider.h"
#include "support/mailboxesfixture.h"

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestMailboxes final : public QObject, private NewMailboxes {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { begin(); }
    void fetchesAndRemembers();
    void asksWithoutKeyStore();
    void wrongPasswordIsAskedAgain();
    void testsAnAccount();
    void cancels();
    void signsInWithTheBrowser();
    void fetchesWhenItComes();
    void removes();
};

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
    static_cast<void>(
        mailboxes->signIn(account, {}, this, [&](const SignInAnswer &given) { answer = given; }));
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

QTEST_MAIN(TestMailboxes)
#include "tst_mailboxes.moc"
