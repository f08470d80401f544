// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QDate>
#include <QStringList>

#include <array>

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

/// What a message turned out to be, once it was read.
enum class MailOutcome : quint8 { Read, NotAReport, Unreadable };
constexpr size_t outcomes = 3;

/// What happens to a message on the server once it is stored and read.
struct AfterAction {
    enum class Kind : quint8 { Nothing, MarkSeen, Move };

    Kind kind = Kind::Nothing;
    QString folder; ///< where it is moved to

    bool operator==(const AfterAction &) const = default;
};
using AfterActions = std::array<AfterAction, outcomes>; ///< by MailOutcome

[[nodiscard]] inline bool changesMailbox(const AfterActions &actions)
{
    for (const AfterAction &action : actions) {
        if (action.kind != AfterAction::Kind::Nothing)
            return true;
    }
    return false;
}

/// As Account::minutes: fetched as soon as something comes.
constexpr int whenItComes = -1;

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
    int minutes = 0; ///< between fetches while the window is open; 0: only when asked; whenItComes
    AfterActions after; ///< nothing at first: then the mailbox is only read
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
