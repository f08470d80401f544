// SPDX-License-Identifier: GPL-3.0-or-later
// Connections: which certificates are taken, who cannot be reached, and that a user can leave.
#include "imap/sockettransport.h"

#include "support/dovecotfixture.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestSocketTransport final : public QObject, private FetchFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { makeFolder(); }
    void certificates_data();
    void certificates();
    void reachesNobody();
    void cancelsInTime_data();
    void cancelsInTime();
};

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
    std::thread worker([&] { result = fetch(account, with, stop); });
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

QTEST_GUILESS_MAIN(TestSocketTransport)
#include "tst_sockettransport.moc"
