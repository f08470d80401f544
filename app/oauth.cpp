// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth.h"

#include "tables/visibletext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;
using imap::OAuthProvider;

namespace {

struct SignIn {
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

/// What a token server may say at most.
constexpr qsizetype mostWords = 500;

OAuthProblem problemNamed(const QString &error, bool renewing)
{
    if (error == "invalid_client"_L1 || error == "unauthorized_client"_L1)
        return OAuthProblem::WrongClient;
    if (error == "access_denied"_L1 || error == "consent_required"_L1)
        return OAuthProblem::Refused;
    // Used up, taken back, or too old: the one thing that helps is signing in again.
    if (error == "invalid_grant"_L1 || error == "interaction_required"_L1 ||
        error == "login_required"_L1)
        return renewing ? OAuthProblem::RunOut : OAuthProblem::Refused;
    return OAuthProblem::Unclear;
}

QString wordsOf(const QJsonObject &answer)
{
    const QString said = answer.value("error_description"_L1).toString();
    return (said.isEmpty() ? answer.value("error"_L1).toString() : said).left(mostWords);
}

} // namespace

OAuthServer oauthServer(const imap::OAuthClient &client)
{
    if (client.provider == OAuthProvider::Google)
        return {QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_s),
            QUrl(u"https://oauth2.googleapis.com/token"_s), u"https://mail.google.com/"_s,
            u"127.0.0.1"_s,
            // Without these there is a refresh token only the first time.
            {{u"access_type"_s, u"offline"_s}, {u"prompt"_s, u"consent"_s}}};
    const QString tenant = client.tenant.isEmpty() ? u"common"_s : client.tenant;
    const QString base = u"https://login.microsoftonline.com/"_s +
        QString::fromLatin1(QUrl::toPercentEncoding(tenant)) + u"/oauth2/v2.0/"_s;
    return {QUrl(base + u"authorize"_s), QUrl(base + u"token"_s),
        u"https://outlook.office.com/IMAP.AccessAsUser.All offline_access"_s, u"localhost"_s, {}};
}

QByteArray toBytes(const OAuthSecret &secret)
{
    QJsonObject object{{u"refresh_token"_s, QString::fromUtf8(secret.refreshToken)}};
    if (!secret.clientSecret.isEmpty())
        object.insert(u"client_secret"_s, QString::fromUtf8(secret.clientSecret));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OAuthSecret> oauthSecret(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    OAuthSecret secret{object.value("refresh_token"_L1).toString().toUtf8(),
        object.value("client_secret"_L1).toString().toUtf8()};
    if (secret.refreshToken.isEmpty())
        return std::nullopt;
    return secret;
}

OAuthOutcome outcomeOf(int httpStatus, const QByteArray &body, bool renewing)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    OAuthOutcome outcome;
    outcome.tokens.access = answer.value("access_token"_L1).toString().toUtf8();
    outcome.tokens.refresh = answer.value("refresh_token"_L1).toString().toUtf8();
    if (httpStatus == 200 && !outcome.tokens.access.isEmpty()) {
        // Some write the number as a text; without one, an hour is usual.
        const qint64 seconds = answer.value("expires_in"_L1).toVariant().toLongLong();
        outcome.tokens.expires = QDateTime::currentSecsSinceEpoch() +
            (seconds > 0 ? std::min<qint64>(seconds, 365 * 86'400) : 3'600);
        if (!renewing && outcome.tokens.refresh.isEmpty())
            outcome.problem = OAuthProblem::NoRefreshToken;
        return outcome;
    }
    outcome.tokens = {};
    outcome.detail = wordsOf(answer);
    outcome.problem = problemNamed(answer.value("error"_L1).toString(), renewing);
    if (httpStatus >= 500)
        outcome.problem = OAuthProblem::Unreachable;
    if (outcome.detail.isEmpty())
        outcome.detail = u"HTTP %1"_s.arg(httpStatus);
    return outcome;
}

QString problemText(const OAuthOutcome &outcome)
{
    const QString said = visibleText(outcome.detail);
    switch (outcome.problem) {
    case OAuthProblem::None: return {};
    case OAuthProblem::NotSignedIn:
        return SignIn::tr("Sign in with the browser first, in the settings of this mailbox.");
    case OAuthProblem::Cancelled: return SignIn::tr("Signing in was cancelled.");
    case OAuthProblem::NoPort:
        return SignIn::tr("The browser's answer cannot be received on this computer: %1.").arg(said);
    case OAuthProblem::NoBrowser:
        return SignIn::tr("No browser could be opened to sign in with.");
    case OAuthProblem::Unreachable:
        return SignIn::tr(
            "The provider's server for signing in cannot be reached: %1. Check the network.")
            .arg(said);
    case OAuthProblem::Refused:
        return SignIn::tr("The provider did not allow it: “%1”. Sekisho may not read this mailbox "
                          "until you, or your administrator, agree.")
            .arg(said);
    case OAuthProblem::WrongClient:
        return SignIn::tr("The provider does not know this client ID, or its secret is wrong: “%1”.")
            .arg(said);
    case OAuthProblem::RunOut:
        return SignIn::tr("The sign-in is no longer valid: “%1”. Sign in again.").arg(said);
    case OAuthProblem::WrongState:
        return SignIn::tr("An answer came that does not belong to this sign-in. Somebody may have "
                          "put it there; nothing was done with it. Try again.");
    case OAuthProblem::NoRefreshToken:
        return SignIn::tr("The provider did not allow Sekisho to stay signed in. Check what the "
                          "client ID is registered for.");
    case OAuthProblem::Unclear:
        return SignIn::tr("Signing in did not work: “%1”.").arg(said);
    }
    return {};
}

imap::Secret secretOf(const OAuthOutcome &outcome)
{
    const bool mayPass = outcome.problem == OAuthProblem::Unreachable;
    return {outcome.problem == OAuthProblem::None ? outcome.tokens.access : QByteArray(),
        problemText(outcome),
        outcome.problem == OAuthProblem::Cancelled ? imap::ProblemCode::Cancelled
            : mayPass                              ? imap::ProblemCode::SignInUnreachable
                                                   : imap::ProblemCode::SignInNeeded};
}

} // namespace sekisho
