// SPDX-License-Identifier: GPL-3.0-or-later
// A server that fails while TLS is being set up, at once or after STARTTLS: it is said in words, in
// time, and no secret has gone out.
#include "imap/fetcher.h"
#include "imap/foldermailstore.h"
#include "imap/sockettransport.h"
#include "support/loopbackserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds, far more than it takes

/// What a server does once the client has begun to set up TLS.
struct Fault {
    QByteArray says;
    bool hangsUp = true;
};

/// Serves each connection the same way; keeps what the clients said.
class FaultyServer final {
public:
    FaultyServer(Security security, const Fault &fault)
        : m_security(security)
        , m_fault(fault)
        , m_server([this](QTcpSocket &socket, const Stop &stop) { talk(socket, stop); })
    {
    }

    void stop() { m_server.stop(); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /// After stop().
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }
    [[nodiscard]] int connections() const { return m_server.connections(); }

private:
    void talk(QTcpSocket &socket, const Stop &stop)
    {
        if (m_security == Security::StartTls && !startTls(socket))
            return;
        hear(socket, "\x16"); // the client's first word in TLS
        socket.write(m_fault.says);
        socket.waitForBytesWritten(patience);
        while (!m_fault.hangsUp && !stop.requested() &&
            socket.state() == QAbstractSocket::ConnectedState) {
            socket.waitForReadyRead(20);
            m_heard += socket.readAll();
        }
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected(1'000);
        m_heard += socket.readAll();
    }

    bool startTls(QTcpSocket &socket)
    {
        socket.write("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hi\r\n");
        const QByteArray command = hear(socket, "STARTTLS\r\n");
        if (!command.contains("STARTTLS"))
            return false;
        const QByteArray tag =
            command.mid(command.lastIndexOf('\n', command.size() - 3) + 1).split(' ').value(0);
        socket.write(tag + " OK go\r\n");
        socket.waitForBytesWritten(patience);
        return true;
    }

    QByteArray hear(QTcpSocket &socket, const QByteArray &until)
    {
        QByteArray said;
        while (!said.contains(until) && socket.waitForReadyRead(patience))
            said += socket.readAll();
        m_heard += said;
        return said;
    }

    const Security m_security;
    const Fault m_fault;
    QByteArray m_heard;
    fixture::LoopbackServer m_server;
};

/// A record of TLS (RFC 8446 §5.1).
QByteArray tlsRecord(char type, const QByteArray &content)
{
    return QByteArray(1, type) + QByteArray("\x03\x03", 2) + char(content.size() >> 8) +
        char(content.size() & 0xff) + content;
}

} // namespace

class TestHandshake final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fails_data();
    void fails();
};

void TestHandshake::fails_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<bool>("hangsUp");
    constexpr char alert = 21, handshake = 22;
    const QByteArray fatal("\x02\x28", 2); // handshake_failure
    // A ServerHello of TLS 1.0: version, random, no session, a cipher, no compression.
    const QByteArray hello =
        QByteArray("\x03\x01", 2) + QByteArray(32, 'r') + QByteArray("\0\xc0\x13\0", 4);
    const QByteArray old =
        tlsRecord(handshake, QByteArray("\x02\0\0", 3) + char(hello.size()) + hello);
    const auto row = [](const char *name, Security security, const QByteArray &says, bool hangsUp) {
        const char *how = security == Security::Tls ? "TLS" : "STARTTLS";
        QTest::addRow("%s, %s", name, how) << security << says << hangsUp;
    };
    for (const Security security : {Security::Tls, Security::StartTls}) {
        row("hangs up", security, {}, true);
        row("says nothing", security, {}, false);
        row("refuses", security, tlsRecord(alert, fatal), true);
        row("refuses and stays", security, tlsRecord(alert, fatal), false);
        row("hangs up in the middle of a record", security, old.first(9), true);
        row("stops in the middle of a record", security, old.first(9), false);
        row("knows TLS 1.0 only", security, old, false);
        row("speaks no TLS", security, "* OK hi\r\n", false);
        row("sends what is nothing", security, QByteArray(5'000, '\xff'), false);
        row("announces a record that is too long", security, QByteArray("\x16\x03\x03\xff\xff", 5),
            false);
    }
}

void TestHandshake::fails()
{
    QFETCH(Security, security);
    QFETCH(QByteArray, says);
    QFETCH(bool, hangsUp);
    FaultyServer server(security, {says, hangsUp});
    Account account;
    account.id = u"test"_s;
    account.host = u"localhost"_s;
    account.port = server.port();
    account.security = security;
    account.user = u"user"_s;
    FetchSetup setup;
    setup.secret = [](const Account &, bool) { return Secret{"not to be heard", {}}; };
    setup.open = openSocket;
    setup.limits.connectTime = 1'000;
    setup.limits.firstPause = setup.limits.longestPause = 1;
    const QTemporaryDir folder;
    FolderMailStore store(folder.path());
    const FetchResult result = fetchAccount(account, store, setup, Stop());
    server.stop();
    QVERIFY(result.failure.has_value());
    QCOMPARE(int(result.failure->code), int(ProblemCode::TlsFailed));
    QCOMPARE(server.connections(), 1); // that a server cannot do TLS will not pass
    QVERIFY(server.heard().contains('\x16'));
    QVERIFY(!server.heard().contains("not to be heard"));
    QVERIFY(!server.heard().contains(QByteArray("\0user\0not to be heard", 21).toBase64()));
    QVERIFY(!server.heard().contains("LOGIN") && !server.heard().contains("AUTHENTICATE"));
}

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
