// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"
#include "support/dovecotconfiguration.h"

#include <QProcess>
#include <QTemporaryDir>

namespace sekisho::imap {

/// A real Dovecot on a loopback port of its own, with its own configuration, mailboxes and
/// certificates, made by an authority of its own.
class DovecotServer final {
public:
    explicit DovecotServer(const DovecotOptions &options = {});
    ~DovecotServer();
    Q_DISABLE_COPY_MOVE(DovecotServer)

    /// Why there can be none on this machine; empty: there can.
    [[nodiscard]] static QString missing();
    /// Empty: it runs. Else what is wrong.
    [[nodiscard]] QString start();
    void stop();

    /// One file each, with these names as flags ("S": seen) behind.
    void add(const QByteArray &message, const QString &folder = {}, const QString &flags = {});
    /// The same file under so many names more, which costs little.
    void addLinks(const QByteArray &message, int count, const QString &folder = {});
    /// "INBOX" is the empty name; others in modified UTF-7.
    [[nodiscard]] QString maildir(const QString &folder = {}) const;
    [[nodiscard]] Account account(Security security = Security::Tls) const;
    [[nodiscard]] QString caFile() const { return path("ca.pem"); }
    [[nodiscard]] QByteArray password() const { return "päss \"wörd\\"; }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.path() + u'/' + QString::fromLatin1(name);
    }

private:
    [[nodiscard]] QString makeCertificates();
    [[nodiscard]] bool write(const char *name, const QByteArray &bytes) const;
    [[nodiscard]] bool answers() const;

    const DovecotOptions m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_tlsPort = 0;
    quint16 m_plainPort = 0;
    int m_messages = 0;
};

} // namespace sekisho::imap
