// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/sockettransport.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostInfo>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QThread>
#include <QTimer>

namespace sekisho::imap {

namespace {

constexpr int slice = 50; ///< milliseconds until it is asked whether to stop
constexpr qint64 readAtOnce = 256 * 1024;

/// Handles events until something is so, or the time is over, or it shall stop.
template <typename Condition>
void waitUntil(Condition condition, int milliseconds, const Stop &stop)
{
    QElapsedTimer time;
    time.start();
    QEventLoop loop;
    QTimer wake;
    QObject::connect(&wake, &QTimer::timeout, &loop, &QEventLoop::quit);
    wake.start(5);
    while (!condition() && !stop.requested() && time.elapsed() < milliseconds)
        loop.processEvents(QEventLoop::WaitForMoreEvents);
}

CertificateFault faultOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired: return CertificateFault::Expired;
    case QSslError::CertificateNotYetValid: return CertificateFault::NotYetValid;
    case QSslError::HostNameMismatch: return CertificateFault::WrongHost;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain: return CertificateFault::SelfSigned;
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return CertificateFault::UnknownIssuer;
    default: return CertificateFault::Other;
    }
}

CertificateFacts factsOf(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    CertificateFacts facts;
    for (const QSslError &error : errors) {
        const CertificateFault fault = faultOf(error.error());
        if (fault == CertificateFault::Other)
            facts.other +=
                (facts.other.isEmpty() ? QString() : QStringLiteral("; ")) + error.errorString();
        if (!facts.faults.contains(fault))
            facts.faults.append(fault);
    }
    // That the issuer is unknown says nothing more about one that signed itself.
    if (facts.faults.contains(CertificateFault::SelfSigned))
        facts.faults.removeAll(CertificateFault::UnknownIssuer);
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    facts.subject = certificate.subjectInfo(QSslCertificate::CommonName).join(QStringLiteral(", "));
    facts.issuer = certificate.issuerInfo(QSslCertificate::CommonName).join(QStringLiteral(", "));
    if (facts.issuer.isEmpty())
        facts.issuer =
            certificate.issuerInfo(QSslCertificate::Organization).join(QStringLiteral(", "));
    facts.names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
    facts.names.sort();
    facts.from = certificate.effectiveDate().toUTC();
    facts.until = certificate.expiryDate().toUTC();
    return facts;
}

class SocketTransport final : public Transport {
public:
    SocketTransport(const Account &account, const ClientLimits &limits, const Stop &stop)
        : m_account(account)
        , m_limits(limits)
        , m_stop(stop)
    {
        m_time.start();
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket,
            [this](const QList<QSslError> &errors) { judge(errors); });
    }

    ~SocketTransport() override { m_socket.abort(); }

    [[nodiscard]] Failure open();
    [[nodiscard]] Read read(QByteArray &bytes) override;
    [[nodiscard]] bool write(const QByteArray &bytes) override;
    [[nodiscard]] bool hasMore() const override { return m_socket.bytesAvailable() > 0; }
    [[nodiscard]] Failure startTls() override;
    [[nodiscard]] bool isEncrypted() const override { return m_socket.isEncrypted(); }
    [[nodiscard]] qint64 now() const override { return m_time.elapsed(); }
    void pause(int milliseconds) override { QThread::msleep(ulong(milliseconds)); }
    [[nodiscard]] QString closedBecause() const override { return m_socket.errorString(); }

private:
    [[nodiscard]] Failure configure();
    [[nodiscard]] Failure connectTo(const QHostAddress &address);
    void judge(const QList<QSslError> &errors);

    const Account m_account;
    const ClientLimits m_limits;
    const Stop &m_stop;
    const QEventLoop m_events; ///< the thread may have had none so far, and lookups need it
    QElapsedTimer m_time;
    QSslSocket m_socket;
    std::optional<CertificateFacts> m_refused;
};

/// Whether to go on with a certificate that something is wrong with.
void SocketTransport::judge(const QList<QSslError> &errors)
{
    const CertificateFacts facts = factsOf(m_socket.peerCertificate(), errors);
    if (!facts.sha256.isEmpty() && m_account.pinned.contains(facts.sha256))
        m_socket.ignoreSslErrors();
    else
        m_refused = facts;
}

Failure SocketTransport::configure()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_account.caFile.isEmpty()) {
        const QList<QSslCertificate> own = QSslCertificate::fromPath(m_account.caFile);
        if (own.isEmpty())
            return failure(ProblemCode::CertificateFileUnreadable, m_account.caFile);
        configuration.addCaCertificates(own);
    }
    m_socket.setSslConfiguration(configuration);
    m_socket.setPeerVerifyName(m_account.host);
    return {};
}

Failure SocketTransport::connectTo(const QHostAddress &address)
{
    if (m_account.security == Security::Plain && !address.isLoopback())
        return failure(ProblemCode::PlainRefused);
    m_socket.connectToHost(address, m_account.port);
    const auto settled = [this] {
        return m_socket.state() == QAbstractSocket::ConnectedState ||
            m_socket.state() == QAbstractSocket::UnconnectedState;
    };
    waitUntil(settled, m_limits.connectTime, m_stop);
    if (m_stop.requested())
        return failure(ProblemCode::Cancelled);
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        return {};
    const bool late = m_socket.state() != QAbstractSocket::UnconnectedState;
    const QString why = m_socket.errorString();
    m_socket.abort();
    return late ? failure(ProblemCode::ConnectTimedOut) : failure(ProblemCode::Unreachable, why);
}

Failure SocketTransport::open()
{
    if (Failure failed = configure())
        return failed;
    std::optional<QHostInfo> found;
    const int lookup = QHostInfo::lookupHost(
        m_account.host, &m_socket, [&found](const QHostInfo &info) { found = info; });
    waitUntil([&found] { return found.has_value(); }, m_limits.connectTime, m_stop);
    if (!found)
        QHostInfo::abortHostLookup(lookup);
    if (m_stop.requested())
        return failure(ProblemCode::Cancelled);
    if (!found || found->addresses().isEmpty())
        return failure(ProblemCode::NameNotFound, m_account.host);
    Failure failed;
    for (const QHostAddress &address : found->addresses()) {
        failed = connectTo(address);
        if (!failed || failed->code == ProblemCode::Cancelled)
            break;
    }
    if (!failed && m_account.security == Security::Tls)
        failed = startTls();
    return failed;
}

Failure SocketTransport::startTls()
{
    m_socket.startClientEncryption();
    const auto settled = [this] {
        return m_socket.isEncrypted() || m_socket.state() == QAbstractSocket::UnconnectedState;
    };
    waitUntil(settled, m_limits.connectTime, m_stop);
    if (m_socket.isEncrypted())
        return {};
    if (m_stop.requested())
        return failure(ProblemCode::Cancelled);
    if (m_refused)
        return Problem{ProblemCode::CertificateRefused, m_account.host, m_refused};
    return failure(ProblemCode::TlsFailed,
        m_socket.state() == QAbstractSocket::UnconnectedState ? m_socket.errorString() : QString());
}

Transport::Read SocketTransport::read(QByteArray &bytes)
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(slice) &&
        m_socket.state() != QAbstractSocket::ConnectedState && m_socket.bytesAvailable() == 0)
        return Read::Closed;
    const QByteArray piece = m_socket.read(readAtOnce);
    bytes += piece;
    return piece.isEmpty() ? Read::Nothing : Read::Some;
}

bool SocketTransport::write(const QByteArray &bytes)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return false;
    const bool written = m_socket.write(bytes) == bytes.size();
    m_socket.flush();
    return written;
}

} // namespace

Opened openSocket(const Account &account, const ClientLimits &limits, const Stop &stop)
{
    auto transport = std::make_unique<SocketTransport>(account, limits, stop);
    if (Failure failed = transport->open())
        return {nullptr, failed};
    return {std::move(transport), {}};
}

} // namespace sekisho::imap
