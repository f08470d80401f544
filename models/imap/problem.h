// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace sekisho::imap {

/// Why something with a mail server did not work. tables/mailboxtext.cpp gives each its sentence.
enum class ProblemCode : quint8 {
    Cancelled,
    // Reaching it
    NameNotFound, ///< detail: the host
    Unreachable, ///< detail: what the system said
    ConnectTimedOut,
    PlainRefused, ///< an unencrypted connection to elsewhere than this computer
    TlsFailed, ///< detail: what the TLS library said
    CertificateRefused, ///< with the certificate
    CertificateFileUnreadable, ///< the account's own CA file; detail: its path
    StartTlsMissing, ///< asked for, but not offered: stripped, or an old server
    StartTlsRefused, ///< detail: the server's words
    StartTlsInjected, ///< bytes in the clear after the server had agreed to encrypt
    PreAuthRefused, ///< the server says "signed in" where nothing is encrypted yet
    NotImap, ///< detail: how the answer began
    // Signing in
    LoginDisabled,
    NoMechanism, ///< detail: what the server offers
    SecretMissing, ///< no password or token; detail: why
    SignInNeeded, ///< with the browser; detail: why, in words
    SignInUnreachable, ///< who gives tokens does not answer; detail: in words
    LoginRefused, ///< detail: the server's words
    TokenRefused, ///< detail: the server's words
    ServerUnproven, ///< SCRAM: it does not know the password itself
    // Talking
    ConnectionLost, ///< detail: what the system said
    TooSlow,
    ServerBye, ///< detail: the server's words
    Unavailable, ///< for the moment; detail: the server's words
    TooLong, ///< a response or literal above the limits
    Malformed, ///< detail: what
    CommandRefused, ///< detail: command and the server's words
    FolderMissing, ///< detail: its name
    FolderReadOnly, ///< but messages are to be marked or moved; detail: its name
    CannotMove, ///< without MOVE and UIDPLUS others' deleted messages would go, too
    // Keeping
    StoreFailed, ///< detail: what the system said
    StoreBusy, ///< another fetch writes there
    SessionLimit, ///< so much was fetched that it is enough for now
};

/// What is wrong with a certificate.
enum class CertificateFault : quint8 {
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownIssuer,
    Other
};

/// A certificate that was refused, as the user is shown it.
struct CertificateFacts {
    QList<CertificateFault> faults;
    QString other; ///< the TLS library's words for faults that have none of ours
    QByteArray sha256; ///< fingerprint
    QString subject;
    QString issuer;
    QStringList names; ///< host names that it is good for
    QDateTime from;
    QDateTime until;

    bool operator==(const CertificateFacts &) const = default;
};

struct Problem {
    ProblemCode code = ProblemCode::Cancelled;
    QString detail;
    std::optional<CertificateFacts> certificate;

    bool operator==(const Problem &) const = default;
};

/// Empty: it worked.
using Failure = std::optional<Problem>;

/// Whether it may work when tried again a little later, without the user doing anything.
[[nodiscard]] bool mayPass(ProblemCode code);

[[nodiscard]] inline Failure failure(ProblemCode code, const QString &detail = {})
{
    return Problem{code, detail, {}};
}

} // namespace sekisho::imap
