// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stop.h"
#include "oauth.h"

#include <QObject>

#include <functional>

class QNetworkAccessManager;
class QOAuth2AuthorizationCodeFlow;
class QOAuthHttpServerReplyHandler;

namespace sekisho {

/// Shows an address in the user's browser; false: there is none.
using OpenBrowser = std::function<bool(const QUrl &)>;

/// Signs a user in: the provider asks in the browser, the answer comes to a port of this computer,
/// and the code in it is exchanged for tokens (RFC 6749 4.1, RFC 7636, RFC 8252). Begun only because
/// the user asked for it. Ends with one outcome, or never once it is deleted.
class OAuthSignIn final : public QObject {
    Q_OBJECT
public:
    OAuthSignIn(const OAuthServer &server, const imap::Account &account,
        const QByteArray &clientSecret, QObject *parent = nullptr);
    ~OAuthSignIn() override;
    Q_DISABLE_COPY_MOVE(OAuthSignIn)

    void start(const OpenBrowser &open);
    void cancel();

Q_SIGNALS:
    void ended(const sekisho::OAuthOutcome &outcome);

private:
    void answered(const QVariantMap &values);
    void end(const OAuthOutcome &outcome);

    const OAuthServer m_server;
    QNetworkAccessManager *m_network;
    QOAuth2AuthorizationCodeFlow *m_flow;
    QOAuthHttpServerReplyHandler *m_handler;
    const QString m_state;
    QString m_code; ///< that came with the browser
    bool m_ended = false;
};

/// A new access token. Blocks; for a thread of its own.
[[nodiscard]] OAuthOutcome renewTokens(const OAuthServer &server, const imap::Account &account,
    const OAuthSecret &secret, const Stop &stop);

/// Gives the client access tokens as it asks for them: renewed before they run out, and when the
/// server refuses one. Providers may replace the refresh token; `keep` gets what is to be kept then,
/// in the thread that asks. `stop` must outlive it.
using KeepSecret = std::function<void(const QByteArray &secret)>;
[[nodiscard]] imap::AskSecret tokenSource(const OAuthServer &server, const QByteArray &secret,
    const KeepSecret &keep, const Stop &stop);

} // namespace sekisho
