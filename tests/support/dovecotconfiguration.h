// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

#include <sys/types.h>

namespace sekisho::imap {

/// Each is told the same in words of its own.
enum class DovecotVersion : quint8 { V2_3, V2_4 };

/// From what "dovecot --version" prints; empty: one whose words are not known.
[[nodiscard]] std::optional<DovecotVersion> dovecotVersion(const QByteArray &printed);

/// Which certificate the server shows.
enum class Certificate : quint8 { Good, WrongHost, Expired, SelfSigned };

struct DovecotOptions {
    Certificate certificate = Certificate::Good;
    QByteArray mechanisms = "plain login scram-sha-1 scram-sha-256";
    bool compress = false;
    /// The HTTP address of what knows tokens; empty: no tokens.
    QByteArray introspection;
    /// What it says it can do; empty: all it can.
    QByteArray capabilities;
};

/// As root, the mailboxes belong to somebody else: Dovecot gives none to root.
struct DovecotOwner {
    uid_t uid;
    gid_t gid;
    QByteArray name;
    bool isRoot; // who starts the server, that is
};

struct DovecotPlace {
    QByteArray folder;
    quint16 plainPort = 0;
    quint16 tlsPort = 0;
};

/// dovecot.conf. In the folder are cert.pem, key.pem, users, oauth2.conf, mail and home.
[[nodiscard]] QByteArray dovecotConfiguration(DovecotVersion version, const DovecotOptions &options,
    const DovecotPlace &place, const DovecotOwner &owner);
/// oauth2.conf, the same for both.
[[nodiscard]] QByteArray introspectionConfiguration(const DovecotOptions &options);

} // namespace sekisho::imap
