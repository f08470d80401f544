// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QDate>
#include <QStringList>

namespace sekisho::imap {

enum class Security : quint8 {
    Tls, ///< from the first byte
    StartTls,
    Plain, ///< only to this computer itself
};

enum class Mechanism : quint8 {
    Password, ///< the best that the server offers
    Plain,
    Login,
    ScramSha1,
    ScramSha256,
    OAuth, ///< OAUTHBEARER, else XOAUTH2
    XOAuth2,
    OAuthBearer,
};

/// Who lets the user sign in with the browser.
enum class OAuthProvider : quint8 { None, Google, Microsoft };

/// What the user has registered there for this program.
struct OAuthClient {
    OAuthProvider provider = OAuthProvider::None;
    QString clientId;
    QString tenant; ///< Microsoft's; empty: any

    bool operator==(const OAuthClient &) const = default;
};

/// A mailbox account without its secret.
struct Account {
    QString id; ///< of the store's folder and of the secret; never changes
    QString name; ///< as the user calls it
    QString host;
    quint16 port = 993;
    Security security = Security::Tls;
    QString user;
    Mechanism mechanism = Mechanism::Password;
    OAuthClient oauth; ///< with a provider, tokens are got from it; else the secret is one
    QStringList folders{QStringLiteral("INBOX")};
    QDate since; ///< null: everything
    int minutes = 0; ///< between fetches while the window is open; 0: only when asked
    QString caFile; ///< PEM; besides the system's
    QByteArrayList pinned; ///< SHA-256 of certificates that the user has accepted

    bool operator==(const Account &) const = default;
};

[[nodiscard]] constexpr quint16 defaultPort(Security security)
{
    return security == Security::Tls ? 993 : 143;
}

[[nodiscard]] constexpr bool usesToken(Mechanism mechanism)
{
    return mechanism >= Mechanism::OAuth;
}

[[nodiscard]] inline bool signsInWithBrowser(const Account &account)
{
    return usesToken(account.mechanism) && account.oauth.provider != OAuthProvider::None;
}

} // namespace sekisho::imap
