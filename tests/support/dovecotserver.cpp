// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dovecotserver.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <pwd.h>
#include <unistd.h>

namespace sekisho::imap {

using namespace Qt::StringLiterals;

namespace {

DovecotOwner owner()
{
    const bool root = ::getuid() == 0;
    const passwd *entry = root ? ::getpwnam("nobody") : ::getpwuid(::getuid());
    return entry ? DovecotOwner{entry->pw_uid, entry->pw_gid, entry->pw_name, root}
                 : DovecotOwner{::getuid(), ::getgid(), "nobody", root};
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QString program(const QString &name)
{
    for (const QString &folder : {u"/usr/sbin/"_s, u"/usr/bin/"_s}) {
        if (QFile::exists(folder + name))
            return folder + name;
    }
    return name;
}

QString run(const QString &name, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program(name), arguments);
    const bool ended = process.waitForFinished(60'000);
    return ended && process.exitCode() == 0
        ? QString()
        : name + u": "_s + QString::fromUtf8(process.readAllStandardError());
}

/// Empty: there is none.
QByteArray installedVersion()
{
    QProcess process;
    process.start(program(u"dovecot"_s), {u"--version"_s});
    return process.waitForFinished(10'000) ? process.readAllStandardOutput().trimmed()
                                           : QByteArray();
}

} // namespace

DovecotServer::DovecotServer(const DovecotOptions &options)
    : m_options(options)
{
    QFile::setPermissions(
        m_folder.path(), QFile::Permissions(0x7755)); // root's is nobody else's to enter
    QDir().mkpath(maildir());
}

DovecotServer::~DovecotServer()
{
    stop();
}

QString DovecotServer::missing()
{
    const QByteArray version = installedVersion();
    if (version.isEmpty())
        return u"There is no Dovecot here."_s;
    return dovecotVersion(version)
        ? QString()
        : u"Dovecot is neither 2.3 nor 2.4 but "_s + QString::fromUtf8(version);
}

void DovecotServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(5'000);
}

bool DovecotServer::write(const char *name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// An authority, and a certificate by it; dates in the past need "openssl ca".
QString DovecotServer::makeCertificates()
{
    const QString folder = m_folder.path();
    const bool wrongHost = m_options.certificate == Certificate::WrongHost;
    const QByteArray names = wrongHost ? "DNS:elsewhere.example" : "DNS:localhost,IP:127.0.0.1";
    const bool written = write("index.txt", {}) && write("serial", "1000\n") &&
        write("ca.conf",
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_"
            "md=sha256\n"
            "policy=p\nx509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=" +
                names + "\n[req]\ndistinguished_name=n\n[n]\n");
    if (!written)
        return u"certificates: cannot write"_s;
    const QStringList key{
        u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};
    const QString subject = wrongHost ? u"/CN=elsewhere.example"_s : u"/CN=localhost"_s;
    if (m_options.certificate == Certificate::SelfSigned) {
        return run(u"openssl"_s,
            QStringList{u"req"_s, u"-x509"_s} + key +
                QStringList{u"-keyout"_s, u"key.pem"_s, u"-out"_s, u"cert.pem"_s, u"-days"_s,
                    u"30"_s, u"-subj"_s, subject, u"-addext"_s,
                    u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s},
            folder);
    }
    const bool expired = m_options.certificate == Certificate::Expired;
    const QList<QStringList> commands{QStringList{u"req"_s, u"-x509"_s} + key +
            QStringList{u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.pem"_s, u"-days"_s, u"36500"_s,
                u"-subj"_s, u"/CN=Sekisho test authority"_s},
        QStringList{u"req"_s} + key +
            QStringList{u"-keyout"_s, u"key.pem"_s, u"-out"_s, u"cert.csr"_s, u"-subj"_s, subject},
        {u"ca"_s, u"-batch"_s, u"-config"_s, u"ca.conf"_s, u"-cert"_s, u"ca.pem"_s, u"-keyfile"_s,
            u"ca.key"_s, u"-in"_s, u"cert.csr"_s, u"-out"_s, u"cert.pem"_s, u"-notext"_s,
            u"-startdate"_s, u"20200101000000Z"_s, u"-enddate"_s,
            expired ? u"20200201000000Z"_s : u"20991231000000Z"_s}};
    for (const QStringList &command : commands) {
        const QString problem = run(u"openssl"_s, command, folder);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

bool DovecotServer::answers() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_plainPort);
    return socket.waitForConnected(1'000) && socket.waitForReadyRead(5'000) &&
        socket.readAll().startsWith("* OK");
}

QString DovecotServer::start()
{
    const auto version = dovecotVersion(installedVersion());
    if (!version)
        return missing();
    QString problem = makeCertificates();
    if (!problem.isEmpty())
        return problem;
    const DovecotOwner user = owner();
    QDir().mkpath(path("home"));
    QDirIterator it(
        m_folder.path(), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (user.isRoot && it.hasNext()) {
        const QString file = it.next();
        if (file.startsWith(path("mail")) || file.startsWith(path("home")))
            static_cast<void>(
                ::chown(QFile::encodeName(file).constData(), user.uid, user.gid) == 0);
    }
    const bool written = write("users", "user:{PLAIN}" + password() + "::::::\n") &&
        write("oauth2.conf", introspectionConfiguration(m_options));
    if (!written)
        return u"cannot write"_s;
    for (int attempt = 0; attempt < 5; ++attempt) { // another program may have taken a port
        m_tlsPort = freePort();
        m_plainPort = freePort();
        const DovecotPlace place{QFile::encodeName(m_folder.path()), m_plainPort, m_tlsPort};
        if (!write("dovecot.conf", dovecotConfiguration(*version, m_options, place, user)))
            return u"cannot write"_s;
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(u"dovecot"_s), {u"-F"_s, u"-c"_s, path("dovecot.conf")});
        if (!m_process.waitForStarted())
            return u"dovecot: "_s + m_process.errorString();
        for (int wait = 0; wait < 200 && m_process.state() == QProcess::Running; ++wait) {
            if (answers())
                return {};
            m_process.waitForFinished(50);
        }
        problem = QString::fromUtf8(m_process.readAll());
        stop();
    }
    QFile log(path("log"));
    if (log.open(QIODevice::ReadOnly))
        problem += QString::fromUtf8(log.readAll());
    return u"dovecot: "_s + problem;
}

QString DovecotServer::maildir(const QString &folder) const
{
    return path("mail") + (folder.isEmpty() ? QString() : u"/."_s + folder);
}

void DovecotServer::add(const QByteArray &message, const QString &folder, const QString &flags)
{
    const QString base = maildir(folder);
    for (const QString &part : {u"cur"_s, u"new"_s, u"tmp"_s})
        QDir().mkpath(base + u'/' + part);
    const DovecotOwner user = owner();
    const QString name = flags.isEmpty() ? u"%1/new/%2.m.host"_s : u"%1/cur/%2.m.host:2,%3"_s;
    QString target = name.arg(base).arg(1'700'000'000 + ++m_messages);
    if (!flags.isEmpty())
        target = target.arg(flags);
    // Put aside first: a server that is watching takes what it sees for whole.
    const QString aside = base + u"/tmp/"_s + target.section(u'/', -1);
    QFile file(aside);
    if (!file.open(QIODevice::WriteOnly) || file.write(message) != message.size())
        return;
    file.close();
    for (const QString &owned :
        QStringList{base, base + u"/cur"_s, base + u"/new"_s, base + u"/tmp"_s, aside}) {
        if (user.isRoot)
            static_cast<void>(
                ::chown(QFile::encodeName(owned).constData(), user.uid, user.gid) == 0);
    }
    file.rename(target);
}

void DovecotServer::addLinks(const QByteArray &message, int count, const QString &folder)
{
    add(message, folder, u"S"_s);
    const QString name = u"%1/cur/%2.m.host:2,S"_s.arg(maildir(folder));
    const QByteArray first = QFile::encodeName(name.arg(1'700'000'000 + m_messages));
    for (int i = 1; i < count; ++i)
        static_cast<void>(::link(first.constData(),
                              QFile::encodeName(name.arg(1'700'000'000 + ++m_messages)).constData()) ==
            0);
}

Account DovecotServer::account(Security security) const
{
    Account account;
    account.id = u"test"_s;
    account.host = u"localhost"_s;
    account.port = security == Security::Tls ? m_tlsPort : m_plainPort;
    account.security = security;
    account.user = u"user"_s;
    account.caFile = m_options.certificate == Certificate::SelfSigned ? QString() : caFile();
    return account;
}

} // namespace sekisho::imap
