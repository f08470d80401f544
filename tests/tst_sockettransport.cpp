// SPDX-License-Identifier: GPL-3.0-or-later
// The client and a real server: Dovecot, as the test sets it up.
#include "imap/fetcher.h"
#include "imap/foldermailstore.h"
#include "imap/mailbox.h"
#include "imap/sockettransport.h"
#include "imap/watch.h"
#include "support/dovecotserver.h"
#include "support/loopbackserver.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

QByteArray mail(int number)
{
    return "From: a@example.org\r\nSubject: mail " + QByteArray::number(number) + "\r\n\r\n" +
        QByteArray("text of it\r\n").repeated(number % 50) + "end\r\n";
}

/// The flags of the messages that begin so, as Maildir writes them; sorted.
QStringList flagsIn(const QString &maildir, const QByteArray &begin)
{
    QStringList flags;
    for (const QString &part : {u"/cur"_s, u"/new"_s}) {
        QDirIterator it(maildir + part, QDir::Files);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().startsWith(begin))
                flags.append(file.fileName().section(u":2,"_s, 1));
        }
    }
    flags.sort();
    return flags;
}

/// Answers what is posted to it as OAuth's introspection does: good is "good-token" alone.
void answerAboutToken(QTcpSocket &socket, const Stop &)
{
    QByteArray request;
    while (!request.contains("token=") && socket.waitForReadyRead(2'000))
        request += socket.readAll();
    const QByteArray body = request.contains("token=good-token")
        ? "{\"active\": true, \"username\": \"user\"}"
        : "{\"active\": false}";
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: "
                 "close\r\nContent-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.waitForBytesWritten(2'000);
    socket.disconnectFromHost();
}

/// A mail server that takes tokens, and asks that one whether they are good.
DovecotOptions withTokens(const fixture::LoopbackServer &tokens)
{
    DovecotOptions options;
    options.mechanisms += " xoauth2 oauthbearer";
    options.introspection = "http://127.0.0.1:" + QByteArray::number(tokens.port()) + "/introspect";
    return options;
}

FetchSetup setup(const QByteArray &secret)
{
    FetchSetup setup;
    setup.secret = [secret](const Account &, bool) { return Secret{secret, {}}; };
    setup.open = openSocket;
    setup.limits.firstPause = 1;
    setup.limits.longestPause = 1;
    return setup;
}

/// Every file below with its bytes; Dovecot's own indexes are no part of the mailbox.
QMap<QString, QByteArray> mailbox(const QString &root)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (it.fileName().startsWith(u"dovecot"_s) || it.fileName() == u"subscriptions"_s)
            continue;
        if (file.open(QIODevice::ReadOnly))
            files.insert(it.filePath().mid(root.size()), file.readAll());
    }
    return files;
}

/// The members of a plain tar.
QByteArrayList membersOf(const QByteArray &archive)
{
    constexpr qsizetype block = 512;
    QByteArrayList members;
    for (qsizetype at = 0; at + block <= archive.size() && archive[at] != 0;) {
        const qsizetype size = archive.mid(at + 124, 11).toLongLong(nullptr, 8);
        members.append(archive.mid(at + block, size));
        at += block + (size + block - 1) / block * block;
    }
    return members;
}

QByteArrayList fetched(const QString &root)
{
    QByteArrayList mails;
    QDirIterator it(root, {u"*.eml"_s, u"*.tar"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        mails += file.fileName().endsWith(u".tar"_s) ? membersOf(bytes) : QByteArrayList{bytes};
    }
    std::sort(mails.begin(), mails.end());
    return mails;
}

} // namespace

class TestSocketTransport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_store = std::make_unique<QTemporaryDir>(); }
    void signsIn_data();
    void signsIn();
    void doesNotSignIn();
    void certificates_data();
    void certificates();
    void reachesNobody();
    void mailboxStaysAsItIs();
    void foldersInJapanese();
    void largeAndEmpty();
    void compressed();
    void cancelsInTime_data();
    void cancelsInTime();
    void idles();
    void watches();
    void marksAndMoves_data();
    void marksAndMoves();
    void nothingIsMovedWithoutAFolder();
    void aHundredThousand();

private:
    [[nodiscard]] FetchResult fetch(const Account &account, const FetchSetup &with)
    {
        FolderMailStore store(m_store->path());
        const Stop never;
        return fetchAccount(account, store, with, never);
    }

    std::unique_ptr<QTemporaryDir> m_store;
};

void TestSocketTransport::initTestCase()
{
    if (const QString reason = DovecotServer::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void TestSocketTransport::signsIn_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<Mechanism>("mechanism");
    QTest::addColumn<QByteArray>("expected"); // in the log
    QTest::newRow("best, TLS") << Security::Tls << Mechanism::Password
                               << QByteArray("AUTHENTICATE SCRAM-SHA-256");
    QTest::newRow("PLAIN, STARTTLS")
        << Security::StartTls << Mechanism::Plain << QByteArray("AUTHENTICATE PLAIN");
    QTest::newRow("LOGIN, TLS") << Security::Tls << Mechanism::Login << QByteArray("LOGIN");
    QTest::newRow("SCRAM-SHA-1, STARTTLS")
        << Security::StartTls << Mechanism::ScramSha1 << QByteArray("AUTHENTICATE SCRAM-SHA-1");
    QTest::newRow("SCRAM-SHA-256, plain")
        << Security::Plain << Mechanism::ScramSha256 << QByteArray("AUTHENTICATE SCRAM-SHA-256");
    QTest::newRow("XOAUTH2") << Security::Tls << Mechanism::XOAuth2
                             << QByteArray("AUTHENTICATE XOAUTH2");
    QTest::newRow("OAUTHBEARER") << Security::Tls << Mechanism::OAuth
                                 << QByteArray("AUTHENTICATE OAUTHBEARER");
}

void TestSocketTransport::signsIn()
{
    QFETCH(Security, security);
    QFETCH(Mechanism, mechanism);
    QFETCH(QByteArray, expected);
    const fixture::LoopbackServer tokens(answerAboutToken);
    DovecotServer server(withTokens(tokens));
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    Account account = server.account(security);
    account.mechanism = mechanism;
    FetchSetup with = setup(usesToken(mechanism) ? QByteArray("good-token") : server.password());
    QStringList log;
    with.log = [&log](const QString &line) { log.append(line); };
    const FetchResult result = fetch(account, with);
    const QString said = log.join(u'\n');
    QVERIFY2(result.complete(), qPrintable(said));
    QCOMPARE(fetched(m_store->path()), QByteArrayList{mail(1)});
    QVERIFY2(said.contains(QString::fromLatin1(expected)), qPrintable(said));
    QVERIFY2(!said.contains(u"COMPRESS DEFLATE"_s), qPrintable(said)); // it is not offered
    QVERIFY(
        !said.contains(QString::fromUtf8(server.password())) && !said.contains(u"good-token"_s));
}

void TestSocketTransport::doesNotSignIn()
{
    const fixture::LoopbackServer tokens(answerAboutToken);
    DovecotServer server(withTokens(tokens));
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    for (const Mechanism mechanism :
        {Mechanism::Plain, Mechanism::Login, Mechanism::ScramSha1, Mechanism::ScramSha256}) {
        account.mechanism = mechanism;
        const FetchResult result = fetch(account, setup("wrong"));
        QVERIFY(result.failure && result.failure->code == ProblemCode::LoginRefused);
    }
    for (const Mechanism mechanism : {Mechanism::XOAuth2, Mechanism::OAuthBearer}) {
        account.mechanism = mechanism;
        const FetchResult result = fetch(account, setup("expired-token"));
        QVERIFY(result.failure && result.failure->code == ProblemCode::TokenRefused);
    }
    const FetchResult nothing = fetch(account, setup({}));
    QVERIFY(nothing.failure && nothing.failure->code == ProblemCode::SecretMissing);
}

void TestSocketTransport::certificates_data()
{
    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<Security>("security");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QList<CertificateFault>>("faults"); // empty: fine
    using Faults = QList<CertificateFault>;
    QTest::newRow("good") << Certificate::Good << Security::Tls << true << Faults();
    QTest::newRow("unknown authority")
        << Certificate::Good << Security::Tls << false << Faults{CertificateFault::UnknownIssuer};
    QTest::newRow("wrong host") << Certificate::WrongHost << Security::Tls << true
                                << Faults{CertificateFault::WrongHost};
    QTest::newRow("expired") << Certificate::Expired << Security::Tls << true
                             << Faults{CertificateFault::Expired};
    QTest::newRow("expired, STARTTLS")
        << Certificate::Expired << Security::StartTls << true << Faults{CertificateFault::Expired};
    QTest::newRow("self-signed") << Certificate::SelfSigned << Security::Tls << false
                                 << Faults{CertificateFault::SelfSigned};
}

/// What is wrong is said, with the fingerprint; pinned, that one and no other is taken.
void TestSocketTransport::certificates()
{
    QFETCH(Certificate, certificate);
    QFETCH(Security, security);
    QFETCH(bool, knowsAuthority);
    QFETCH(QList<CertificateFault>, faults);
    DovecotOptions options;
    options.certificate = certificate;
    DovecotServer server(options);
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    Account account = server.account(security);
    if (!knowsAuthority)
        account.caFile.clear();
    const FetchResult first = fetch(account, setup(server.password()));
    if (faults.isEmpty()) {
        QVERIFY(first.complete());
        return;
    }
    QVERIFY(first.failure && first.failure->code == ProblemCode::CertificateRefused);
    const CertificateFacts facts = first.failure->certificate.value_or(CertificateFacts());
    QCOMPARE(facts.faults, faults);
    const QList<QSslCertificate> shown = QSslCertificate::fromPath(server.path("cert.pem"));
    QCOMPARE(facts.sha256, shown.value(0).digest(QCryptographicHash::Sha256));
    account.pinned = {QByteArray(32, 'x')};
    const FetchResult other = fetch(account, setup(server.password()));
    QVERIFY(other.failure && other.failure->code == ProblemCode::CertificateRefused);
    account.pinned.append(facts.sha256);
    QVERIFY(fetch(account, setup(server.password())).complete());
}

void TestSocketTransport::reachesNobody()
{
    Account account;
    account.id = u"test"_s;
    account.user = u"user"_s;
    account.host = u"no-such-host.invalid"_s;
    FetchResult result = fetch(account, setup("x"));
    QVERIFY(result.failure && result.failure->code == ProblemCode::NameNotFound);
    account.host = u"127.0.0.1"_s;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        account.port = closed.serverPort();
    }
    result = fetch(account, setup("x"));
    QVERIFY(result.failure && result.failure->code == ProblemCode::Unreachable);
    account.caFile = u"/no/such/file.pem"_s;
    result = fetch(account, setup("x"));
    QVERIFY(result.failure && result.failure->code == ProblemCode::CertificateFileUnreadable);
    account.caFile.clear();
    account.security = Security::Plain;
    account.host = u"192.0.2.1"_s; // nobody's (RFC 5737)
    result = fetch(account, setup("x"));
    QVERIFY(result.failure && result.failure->code == ProblemCode::PlainRefused);
    // TLS where there is none.
    DovecotServer server;
    QCOMPARE(server.start(), QString());
    account = server.account(Security::Plain);
    account.security = Security::Tls;
    result = fetch(account, setup("x"));
    QVERIFY(result.failure && result.failure->code == ProblemCode::TlsFailed);
}

/// Byte for byte and flag for flag; and a second time there is nothing to fetch.
void TestSocketTransport::mailboxStaysAsItIs()
{
    DovecotServer server;
    QByteArrayList mails;
    for (int i = 0; i < 700; ++i) {
        mails.append(mail(i));
        server.add(mails.last(), {}, i % 3 == 0 ? u"S"_s : i % 3 == 1 ? u"FRS"_s : QString());
    }
    server.add("lines with LF\n\nalone\n", u"Archive"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.folders = {u"INBOX"_s, u"Archive"_s};
    // The first sign-in moves mails from new/ to cur/, as any client's would; after it nothing
    // moves.
    const Stop never;
    FolderList list = listFolders(account, setup(server.password()), never);
    QVERIFY(!list.failure);
    QCOMPARE(list.folders.value(0).name, u"INBOX"_s);
    QVERIFY(list.folders.contains(FolderInfo{u"Archive"_s, u'.', true, FolderUse::Archive}));
    const auto before = mailbox(server.maildir());
    QCOMPARE(before.size(), 701);
    const FetchResult result = fetch(account, setup(server.password()));
    QVERIFY(result.complete());
    QCOMPARE(result.stored(), 701);
    mails.append("lines with LF\r\n\r\nalone\r\n");
    std::sort(mails.begin(), mails.end());
    QCOMPARE(fetched(m_store->path()), mails);

    const FetchResult again = fetch(account, setup(server.password()));
    QVERIFY(again.complete());
    QCOMPARE(again.stored(), 0);
    QCOMPARE(again.folders[0].found, 0);
    server.add("a new one\r\n");
    QCOMPARE(fetch(account, setup(server.password())).stored(), 1);

    const auto after = mailbox(server.maildir());
    QMap<QString, QByteArray> wanted;
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        wanted.insert(it.key(), it.value());
    QCOMPARE(after.size(), before.size() + 1);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        QVERIFY2(
            after.contains(it.key()) && after.value(it.key()) == it.value(), qPrintable(it.key()));
}

void TestSocketTransport::foldersInJapanese()
{
    DovecotServer server;
    server.add(mail(1), u"&MOww3TD8MMg-"_s);
    server.add(mail(2), u"&MOww3TD8MMg-.&UW1nCA-"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    const Stop never;
    const FolderList list = listFolders(account, setup(server.password()), never);
    QStringList names;
    for (const FolderInfo &folder : list.folders)
        names.append(folder.name);
    QVERIFY2(names.contains(u"レポート"_s) && names.contains(u"レポート.六月"_s),
        qPrintable(names.join(u' ')));
    account.folders = {u"レポート"_s, u"レポート.六月"_s, u"ない"_s};
    const FetchResult result = fetch(account, setup(server.password()));
    QCOMPARE(result.stored(), 2);
    QVERIFY(
        result.folders[2].failure && result.folders[2].failure->code == ProblemCode::FolderMissing);
    QCOMPARE(fetched(m_store->path()), QByteArrayList({mail(1), mail(2)}));
}

void TestSocketTransport::largeAndEmpty()
{
    const QByteArray large = "Subject: large\r\n\r\n" +
        QByteArray("0123456789abcdef0123456789abcd\r\n").repeated(40 << 15);
    DovecotServer server;
    server.add(large);
    server.add({});
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    FetchSetup with = setup(server.password());
    const FetchResult small = fetch(server.account(), with);
    QVERIFY(!small.failure);
    QCOMPARE(
        small.folders[0].leftOut, QList<LeftOut>({{1, large.size(), LeftOut::Reason::TooLarge}}));
    QCOMPARE(fetched(m_store->path()), QByteArrayList({QByteArray(), mail(1)}));
    // Allowed now, it comes.
    with.limits.messageBytes = qint64(64) << 20;
    const FetchResult all = fetch(server.account(), with);
    QVERIFY(all.complete());
    QCOMPARE(all.stored(), 1);
    QVERIFY(fetched(m_store->path()).contains(large));
}

void TestSocketTransport::compressed()
{
    DovecotOptions options;
    options.compress = true;
    DovecotServer server(options);
    QByteArrayList mails;
    for (int i = 0; i < 300; ++i) {
        mails.append(mail(i));
        server.add(mails.last());
    }
    const QByteArray large = QByteArray("abc\r\n").repeated(1 << 20);
    mails.append(large);
    server.add(large);
    QCOMPARE(server.start(), QString());
    FetchSetup with = setup(server.password());
    QStringList log;
    with.log = [&log](const QString &line) { log.append(line); };
    const FetchResult result = fetch(server.account(), with);
    QVERIFY2(result.complete(), qPrintable(log.join(u'\n').left(2'000)));
    QVERIFY(log.join(u'\n').contains(u"COMPRESS DEFLATE"_s));
    std::sort(mails.begin(), mails.end());
    QCOMPARE(fetched(m_store->path()), mails);
}

void TestSocketTransport::cancelsInTime_data()
{
    QTest::addColumn<bool>("talks");
    QTest::newRow("during the handshake") << false;
    QTest::newRow("after the greeting") << true;
}

/// A server that says nothing more; the test's own limit shows if it is not left.
void TestSocketTransport::cancelsInTime()
{
    QFETCH(bool, talks);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Account account;
    account.id = u"test"_s;
    account.host = u"localhost"_s;
    account.port = server.serverPort();
    account.security = talks ? Security::Plain : Security::Tls;
    account.user = u"user"_s;
    Stop stop;
    FetchResult result;
    FetchSetup with = setup("x");
    with.limits.connectTime = 1'000'000;
    std::thread worker([&] {
        FolderMailStore store(m_store->path());
        result = fetchAccount(account, store, with, stop);
    });
    const bool connected = server.waitForNewConnection(20'000);
    if (connected && talks) {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("* OK [CAPABILITY IMAP4rev1] hi\r\n");
        socket->waitForBytesWritten(5'000);
        socket->waitForReadyRead(5'000); // it signs in
    }
    stop.request();
    worker.join();
    QVERIFY(connected);
    QVERIFY(result.failure && result.failure->code == ProblemCode::Cancelled);
}

/// A new mail ends the waiting.
void TestSocketTransport::idles()
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
void TestSocketTransport::watches()
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

void TestSocketTransport::marksAndMoves_data()
{
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<bool>("moves");
    const QByteArray plain = "IMAP4rev1 SASL-IR LITERAL+ AUTH=PLAIN";
    QTest::newRow("MOVE") << QByteArray() << true;
    QTest::newRow("UIDPLUS alone") << QByteArray(plain + " UIDPLUS") << true;
    QTest::newRow("neither") << plain << false;
}

/// Reports are moved, other mails marked, unreadable ones left; a stranger's message that is marked
/// as deleted stays in any case.
void TestSocketTransport::marksAndMoves()
{
    QFETCH(QByteArray, capabilities);
    QFETCH(bool, moves);
    DovecotOptions options;
    options.mechanisms = "plain";
    options.capabilities = capabilities;
    DovecotServer server(options);
    server.add("Subject: report\r\n\r\none\r\n");
    server.add("Subject: report\r\n\r\ntwo\r\n");
    server.add("Subject: lunch\r\n\r\n?\r\n");
    server.add("Subject: broken\r\n\r\n!\r\n");
    server.add("Subject: mine\r\n\r\nx\r\n", {}, u"ST"_s);
    server.add("Subject: old\r\n\r\nx\r\n", u"Done &ZeVnLA-"_s, u"S"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.after[size_t(MailOutcome::Read)] = {AfterAction::Kind::Move, u"Done 日本"_s};
    account.after[size_t(MailOutcome::NotAReport)] = {AfterAction::Kind::MarkSeen, {}};
    FetchSetup with = setup(server.password());
    with.judge = [](const QByteArray &message) {
        return message.startsWith("Subject: report") ? MailOutcome::Read
            : message.startsWith("Subject: broken")  ? MailOutcome::Unreadable
                                                     : MailOutcome::NotAReport;
    };
    const FetchResult result = fetch(account, with);
    QCOMPARE(result.stored(), 5);
    QCOMPARE(fetched(m_store->path()).size(), 5);
    const Failure failed = result.folders[0].failure;
    QCOMPARE(!failed, moves);
    if (failed)
        QCOMPARE(failed->code, ProblemCode::CannotMove);
    QCOMPARE(flagsIn(server.maildir(), "Subject: report"),
        moves ? QStringList() : (QStringList{QString(), QString()}));
    QCOMPARE(flagsIn(server.maildir(u"Done &ZeVnLA-"_s), "Subject: report").size(), moves ? 2 : 0);
    QCOMPARE(flagsIn(server.maildir(), "Subject: mine"), QStringList{u"ST"_s});
    QCOMPARE(flagsIn(server.maildir(), "Subject: broken"), QStringList{QString()});
    if (moves)
        QCOMPARE(flagsIn(server.maildir(), "Subject: lunch"), QStringList{u"S"_s});
    // Nothing more to do, and nothing done twice.
    if (moves)
        QVERIFY(fetch(account, with).complete());
    QCOMPARE(flagsIn(server.maildir(u"Done &ZeVnLA-"_s), "Subject: report").size(), moves ? 2 : 0);
}

/// What could not be done is done by the next fetch, once the folder is there.
void TestSocketTransport::nothingIsMovedWithoutAFolder()
{
    DovecotServer server;
    server.add(mail(1));
    server.add(mail(2), u"Other"_s, u"S"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.after[size_t(MailOutcome::Read)] = {AfterAction::Kind::Move, u"Later"_s};
    account.folders = {u"INBOX"_s, u"Other"_s};
    FetchSetup with = setup(server.password());
    with.judge = [](const QByteArray &) { return MailOutcome::Read; };
    const FetchResult result = fetch(account, with);
    QCOMPARE(result.stored(), 2);
    QVERIFY(!result.failure);
    QCOMPARE(result.folders[0].failure->code, ProblemCode::FolderMissing);
    QCOMPARE(result.folders[0].failure->detail, u"Later"_s);
    QCOMPARE(flagsIn(server.maildir(), "From: a").size(), 1);
    server.add(mail(3), u"Later"_s, u"S"_s);
    QVERIFY(fetch(account, with).complete());
    QCOMPARE(flagsIn(server.maildir(), "From: a").size(), 0);
    QCOMPARE(flagsIn(server.maildir(u"Other"_s), "From: a").size(), 0);
    QCOMPARE(flagsIn(server.maildir(u"Later"_s), "From: a").size(), 3);
}

/// All are looked at; those that are the same are stored once.
void TestSocketTransport::aHundredThousand()
{
    constexpr int different = 100;
    constexpr int each = 1'000;
    DovecotServer server;
    for (int i = 0; i < different; ++i)
        server.addLinks(mail(i), each);
    QCOMPARE(server.start(), QString());
    const FetchResult result = fetch(server.account(), setup(server.password()));
    QVERIFY(result.complete());
    QCOMPARE(result.folders[0].found, different * each);
    QCOMPARE(result.stored(), different);
    QCOMPARE(result.folders[0].doubles, different * (each - 1));
    QCOMPARE(fetched(m_store->path()).size(), different);
    const FetchResult again = fetch(server.account(), setup(server.password()));
    QVERIFY(again.complete());
    QCOMPARE(again.folders[0].found, 0);
}

QTEST_GUILESS_MAIN(TestSocketTransport)
#include "tst_sockettransport.moc"
