// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth.h"

#include <QHash>
#include <QTcpServer>
#include <QUrlQuery>

namespace sekisho {

/// Who lets users sign in, on a loopback port: pages for a browser, tokens for programs, and for
/// mail servers whether a token is good. It takes nothing that RFC 6749, 7636 or 8252 forbid.
class FakeProvider final {
public:
    enum class User : quint8 { Agrees, Refuses, IsSomebodyElse };

    FakeProvider();
    Q_DISABLE_COPY_MOVE(FakeProvider)

    [[nodiscard]] OAuthServer server() const;
    [[nodiscard]] QByteArray introspection() const;
    /// Opens a page as a browser would, with this user before it.
    [[nodiscard]] bool browse(const QUrl &url);

    User user = User::Agrees;
    QString clientId = QStringLiteral("client-1");
    QString clientSecret; ///< empty: a public client, which may send none
    /// What the browser brings back; with what has to be quoted on the way.
    QString code = QStringLiteral("4/0A+b=c d&e~");
    QByteArray access; ///< the newest token, the only good one
    QByteArray refresh; ///< likewise
    int lifetime = 3'600; ///< seconds
    bool givesRefreshToken = true;
    bool givesNewRefreshTokens = false;
    QString tokenError; ///< instead of tokens
    int tokenStatus = 400; ///< then
    QStringList faults; ///< what was asked that may not be
    int renewals = 0;

private:
    void take();
    [[nodiscard]] QByteArray answerTo(const QByteArray &head, const QByteArray &body);
    [[nodiscard]] QByteArray authorize(const QUrlQuery &asked);
    [[nodiscard]] QByteArray tokens(const QUrlQuery &asked);
    [[nodiscard]] QByteArray newTokens();
    void check(bool good, const char *what);

    QTcpServer m_server;
    QString m_challenge;
    QString m_redirect;
    int m_number = 0;
};

} // namespace sekisho
