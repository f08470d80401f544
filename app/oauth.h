// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/signin.h"

#include <QList>
#include <QUrl>

namespace sekisho {

/// Who signs the user in, and what is asked of it.
struct OAuthServer {
    QUrl authorization; ///< opened in the browser
    QUrl token;
    QString scope;
    QString redirectHost; ///< as it has to be registered there; always this computer
    QList<std::pair<QString, QString>> more; ///< of the first request
};

/// The presets, for the user's own client id.
[[nodiscard]] OAuthServer oauthServer(const imap::OAuthClient &client);

/// What is kept in the key store of an account that signs in so: never the access token.
struct OAuthSecret {
    QByteArray refreshToken;
    QByteArray clientSecret; ///< Google gives one to programs too

    bool operator==(const OAuthSecret &) const = default;
};
[[nodiscard]] QByteArray toBytes(const OAuthSecret &secret);
/// Nothing: it is something else, or there is none.
[[nodiscard]] std::optional<OAuthSecret> oauthSecret(const QByteArray &bytes);

enum class OAuthProblem : quint8 {
    None,
    NotSignedIn, ///< yet
    Cancelled,
    NoPort, ///< no loopback port to be had
    NoBrowser,
    Unreachable, ///< the token server; detail: what the system said
    Refused, ///< the user, or the administrator, said no; detail: the server's words
    WrongClient, ///< client id or its secret; detail: the server's words
    RunOut, ///< the refresh token is no longer valid; detail: the server's words
    WrongState, ///< an answer to somebody else's question
    NoRefreshToken, ///< it would have to be asked again each hour
    Unclear, ///< detail: the server's words
};

struct OAuthTokens {
    QByteArray access;
    QByteArray refresh; ///< empty: the one before stays
    qint64 expires = 0; ///< UTC seconds
};

/// How signing in or renewing ended.
struct OAuthOutcome {
    OAuthTokens tokens;
    OAuthProblem problem = OAuthProblem::None;
    QString detail;
};

/// What a token server's answer means; `renewing`: it was asked with a refresh token.
[[nodiscard]] OAuthOutcome outcomeOf(int httpStatus, const QByteArray &body, bool renewing);
/// In words for the user.
[[nodiscard]] QString problemText(const OAuthOutcome &outcome);
/// The access token as the client asks for it, or the problem.
[[nodiscard]] imap::Secret secretOf(const OAuthOutcome &outcome);

} // namespace sekisho
