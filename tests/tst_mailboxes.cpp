// SPDX-License-Identifier: GPL-3.0-or-later
// The window's mailboxes against a real server, and what the side bar shows of them.
#include "mailboxes.h"
#include "imap/mailpack.h"
#include "main/mailboxbar.h"
#include "support/dovecotserver.h"
#include "support/fakeprovider.h"

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

/// A key store in memory, or one that is not there.
class MemorySecrets final : public SecretStore {
public:
    void read(const QString &id, QObject *context, Answer answer) override
    {
        const Secret secret = works ? Secret{secrets.value(id), {}} : Secret{{}, u"no key store"_s};
        QMetaObject::invokeMethod(
            context, [answer, secret] { answer(secret); }, Qt::QueuedConnection);
    }
    void write(
        const QString &id, const QByteArray &secret, QObject *context, Answer answer) override
    {
        if (works)
            secrets.insert(id, secret);
        const QString problem = works ? QString() : u"no key store"_s;
        QMetaObject::invokeMethod(
            context,
            [answer, problem] {
                answer({{}, problem});
            },
            Qt::QueuedConnection);
    }
    void remove(const QString &id) override { secrets.remove(id); }

    QHash<QString, QByteArray> secrets;
    bool works = true;
};

constexpr int patience = 60'000;

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
    void initTestCase();
    void init();
    void fetchesAndRemembers();
    void asksWithoutKeyStore();
    void wrongPasswordIsAskedAgain();
    void testsAnAccount();
    void cancels();
    void signsInWithTheBrowser();
    void fetchesWhenItComes();
    void removes();
    void bar();

private:
    [[nodiscard]] std::unique_ptr<Mailboxes> open()
    {
        return std::make_unique<Mailboxes>(*m_settings, m_secrets, m_folder->filePath(u"mail"_s));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    MemorySecrets m_secrets;
};

void TestMailboxes::initTestCase()
{
    if (const QString reason = DovecotServer::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void TestMailboxes::init()
{
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
