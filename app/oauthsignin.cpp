// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauthsignin.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QOAuth2AuthorizationCodeFlow>
#include <QOAuthHttpServerReplyHandler>
#include <QRandomGenerator>
#include <QDateTime>
#include <QTimer>

#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; ///< milliseconds, for a token server
/// No token server says as much.
constexpr qint64 mostBytes = 1 << 20;

/// 256 bits that nobody can guess, of letters that need no quoting.
QByteArray randomText()
{
    std::array<quint32, 8> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof numbers)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

using Parameters = QMultiMap<QString, QVariant>;

/// Qt puts values into a query as they are, in which "+" and "%" mean something else. An empty value
/// is left out: some refuse an empty client secret.
void set(Parameters &values, const QString &name, const QString &value)
{
    values.remove(name);
    if (!value.isEmpty())
        values.insert(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

void setClient(Parameters &values, const QString &id, const QByteArray &secret)
{
    set(values, QStringLiteral("client_id"), id);
    set(values, QStringLiteral("client_secret"), QString::fromUtf8(secret));
}

/// What an answer of the token server comes to. Only looked at, since the flow reads it itself.
OAuthOutcome outcomeOfReply(QNetworkReply &reply, bool renewing)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return {{}, OAuthProblem::Unreachable, reply.errorString()};
    return outcomeOf(status, reply.peek(mostBytes), renewing);
}

void setUp(QOAuth2AuthorizationCodeFlow &flow, const OAuthServer &server,
    const imap::Account &account, const QByteArray &clientSecret)
{
    flow.setAuthorizationUrl(server.authorization);
    flow.setAccessTokenUrl(server.token);
    flow.setScope(server.scope);
    flow.setClientIdentifier(account.oauth.clientId);
    flow.setClientIdentifierSharedKey(QString::fromUtf8(clientSecret));
}

} // namespace

OAuthSignIn::OAuthSignIn(const OAuthServer &server, const imap::Account &account,
    const QByteArray &clientSecret, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_network(new QNetworkAccessManager(this))
    , m_flow(new QOAuth2AuthorizationCodeFlow(m_network, this))
    , m_handler(new QOAuthHttpServerReplyHandler(QHostAddress::LocalHost, 0, this))
    , m_state(QString::fromLatin1(randomText()))
{
    m_network->setTransferTimeout(patience);
    setUp(*m_flow, server, account, clientSecret);
    m_flow->setState(m_state);
    m_handler->setCallbackText(tr("Sekisho has the answer. You can close this page."));
    // Before the flow hears of it, as it only complains of a wrong state.
    connect(m_handler, &QOAuthHttpServerReplyHandler::callbackReceived, this,
        &OAuthSignIn::answered);
    m_flow->setReplyHandler(m_handler);
    // Without a path: one provider compares it with what is registered, letter by letter.
    const QString redirect = u"http://%1:%2"_s.arg(m_server.redirectHost).arg(m_handler->port());
    const QByteArray verifier = randomText();
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding |
                                         QByteArray::OmitTrailingEquals);
    m_flow->setModifyParametersFunction([=, this, user = account.user,
                                            id = account.oauth.clientId](
                                            QAbstractOAuth::Stage stage, Parameters *values) {
        set(*values, u"redirect_uri"_s, redirect);
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
            setClient(*values, id, {});
            set(*values, u"scope"_s, m_server.scope);
            set(*values, u"state"_s, m_state);
            set(*values, u"code_challenge"_s, QString::fromLatin1(challenge));
            set(*values, u"code_challenge_method"_s, u"S256"_s);
            set(*values, u"login_hint"_s, user);
            for (const auto &[name, value] : m_server.more)
                set(*values, name, value);
        } else {
            setClient(*values, id, clientSecret);
            set(*values, u"code"_s, m_code);
            set(*values, u"code_verifier"_s, QString::fromLatin1(verifier));
        }
    });
    connect(m_network, &QNetworkAccessManager::finished, this,
        [this](QNetworkReply *reply) { end(outcomeOfReply(*reply, false)); });
}

OAuthSignIn::~OAuthSignIn() = default;

void OAuthSignIn::start(const OpenBrowser &open)
{
    if (!m_handler->isListening()) {
        end({{}, OAuthProblem::NoPort, QStringLiteral("127.0.0.1")});
        return;
    }
    connect(m_flow, &QOAuth2AuthorizationCodeFlow::authorizeWithBrowser, this,
        [this, open](const QUrl &url) {
            if (!open(url))
                end({{}, OAuthProblem::NoBrowser, {}});
        });
    m_flow->grant();
}

void OAuthSignIn::cancel()
{
    end({{}, OAuthProblem::Cancelled, {}});
}

/// The browser has come back.
void OAuthSignIn::answered(const QVariantMap &values)
{
    const bool isAnswer = values.contains(u"state"_s) || values.contains(u"code"_s) ||
        values.contains(u"error"_s);
    if (!isAnswer)
        return; // the browser looks for an icon
    m_code = QUrl::fromPercentEncoding(values.value(u"code"_s).toString().toUtf8());
    if (values.value(u"state"_s).toString() != m_state) {
        end({{}, OAuthProblem::WrongState, {}});
        return;
    }
    const QString error = values.value(u"error"_s).toString();
    if (!error.isEmpty())
        end(outcomeOf(400,
            QJsonDocument(QJsonObject{{u"error"_s, error},
                              {u"error_description"_s,
                                  values.value(u"error_description"_s).toString().replace(
                                      u'+', u' ')}})
                .toJson(),
            false));
}

void OAuthSignIn::end(const OAuthOutcome &outcome)
{
    if (std::exchange(m_ended, true))
        return;
    m_handler->close();
    // Nothing of what is still to come is wanted.
    disconnect(m_handler, nullptr, m_flow, nullptr);
    Q_EMIT ended(outcome);
}

OAuthOutcome renewTokens(const OAuthServer &server, const imap::Account &account,
    const OAuthSecret &secret, const Stop &stop)
{
    QNetworkAccessManager network;
    network.setTransferTimeout(patience);
    QOAuth2AuthorizationCodeFlow flow(&network);
    setUp(flow, server, account, secret.clientSecret);
    QOAuthHttpServerReplyHandler handler(QHostAddress::LocalHost, 0);
    handler.close(); // nobody comes back this time
    flow.setReplyHandler(&handler);
    flow.setRefreshToken(QString::fromUtf8(secret.refreshToken));
    flow.setModifyParametersFunction(
        [&](QAbstractOAuth::Stage, Parameters *values) {
            values->remove(u"redirect_uri"_s);
            setClient(*values, account.oauth.clientId, secret.clientSecret);
            set(*values, u"refresh_token"_s, QString::fromUtf8(secret.refreshToken));
        });
    OAuthOutcome outcome{{}, OAuthProblem::Cancelled, {}};
    QEventLoop loop;
    QObject::connect(
        &network, &QNetworkAccessManager::finished, &loop, [&](QNetworkReply *reply) {
            outcome = outcomeOfReply(*reply, true);
            loop.quit();
        });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (stop.requested())
            loop.quit();
    });
    constexpr int lookEvery = 100;
    timer.start(lookEvery);
    flow.refreshAccessToken();
    loop.exec();
    return outcome;
}

imap::AskSecret tokenSource(const OAuthServer &server, const QByteArray &secret,
    const KeepSecret &keep, const Stop &stop)
{
    struct Held {
        std::optional<OAuthSecret> secret;
        OAuthTokens tokens;
    };
    const auto held = std::make_shared<Held>(Held{oauthSecret(secret), {}});
    return [server, held, keep, &stop](const imap::Account &account, bool renew) {
        constexpr qint64 margin = 120; // seconds; it shall still be good when it arrives
        if (!held->secret)
            return secretOf({{}, OAuthProblem::NotSignedIn, {}});
        const bool good = held->tokens.expires > QDateTime::currentSecsSinceEpoch() + margin;
        if (good && !renew)
            return imap::Secret{held->tokens.access, {}};
        const OAuthOutcome outcome = renewTokens(server, account, *held->secret, stop);
        held->tokens = outcome.tokens;
        if (outcome.problem == OAuthProblem::None && !outcome.tokens.refresh.isEmpty() &&
            outcome.tokens.refresh != held->secret->refreshToken) {
            held->secret->refreshToken = outcome.tokens.refresh;
            keep(toBytes(*held->secret));
        }
        return secretOf(outcome);
    };
}

} // namespace sekisho
