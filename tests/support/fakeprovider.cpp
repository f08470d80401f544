// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeprovider.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QByteArray page(const QByteArray &status, const QByteArray &more, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\nConnection: close\r\n" + more + "\r\n" + body;
}

QByteArray json(int status, const QJsonObject &object)
{
    return page(QByteArray::number(status) + " x", "Content-Type: application/json\r\n",
        QJsonDocument(object).toJson());
}

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

/// As forms write it: a space is a plus.
QUrlQuery formOf(QByteArray body)
{
    return QUrlQuery(QString::fromUtf8(body.replace('+', "%20")));
}

} // namespace

FakeProvider::FakeProvider()
{
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { take(); });
}

OAuthServer FakeProvider::server() const
{
    const QString base = u"http://127.0.0.1:%1/"_s.arg(m_server.serverPort());
    return {QUrl(base + u"authorize"_s), QUrl(base + u"token"_s), u"mail offline"_s, u"127.0.0.1"_s,
        {{u"access_type"_s, u"offline"_s}}};
}

QByteArray FakeProvider::introspection() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/introspect";
}

bool FakeProvider::browse(const QUrl &url)
{
    auto *browser = new QNetworkAccessManager(&m_server);
    browser->get(QNetworkRequest(url)); // follows where it is sent
    return true;
}

void FakeProvider::take()
{
    QTcpSocket *socket = m_server.nextPendingConnection();
    QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] {
        const QByteArray bytes = socket->peek(1 << 20);
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = bytes.left(end);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype size = at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) < 0 ? -1 : head.indexOf('\r', at) - at - 15).trimmed().toInt();
        if (bytes.size() < end + 4 + size)
            return;
        static_cast<void>(socket->readAll());
        socket->write(answerTo(head, bytes.mid(end + 4, size)));
        socket->disconnectFromHost();
    });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void FakeProvider::check(bool good, const char *what)
{
    if (!good)
        faults.append(QString::fromLatin1(what));
}

QByteArray FakeProvider::answerTo(const QByteArray &head, const QByteArray &body)
{
    const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
    const QUrl asked = QUrl::fromEncoded(words.value(1));
    if (asked.path() == "/authorize"_L1)
        return authorize(QUrlQuery(asked));
    if (asked.path() == "/token"_L1 && words.first() == "POST")
        return tokens(formOf(body));
    if (asked.path() == "/introspect"_L1) {
        const bool good = valueOf(formOf(body), u"token"_s).toUtf8() == access;
        return json(200, {{u"active"_s, good}, {u"username"_s, u"user"_s}});
    }
    return page("404 x", {}, {});
}

QByteArray FakeProvider::authorize(const QUrlQuery &asked)
{
    m_challenge = valueOf(asked, u"code_challenge"_s);
    m_redirect = valueOf(asked, u"redirect_uri"_s);
    const QString state = valueOf(asked, u"state"_s);
    check(valueOf(asked, u"response_type"_s) == "code"_L1, "response_type");
    check(valueOf(asked, u"client_id"_s) == clientId, "client_id");
    check(valueOf(asked, u"scope"_s) == server().scope, "scope");
    check(valueOf(asked, u"access_type"_s) == "offline"_L1, "access_type");
    check(valueOf(asked, u"login_hint"_s) == "user"_L1, "login_hint");
    check(valueOf(asked, u"code_challenge_method"_s) == "S256"_L1, "code_challenge_method");
    check(m_challenge.size() == 43, "code_challenge");
    check(state.size() >= 32, "state");
    check(QUrl(m_redirect).host() == "127.0.0.1"_L1, "redirect_uri");
    check(asked.queryItems().size() == 9, "parameters");
    QUrlQuery answer;
    const auto add = [&answer](const QString &name, const QString &value) {
        answer.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (user == User::Refuses) {
        add(u"error"_s, u"access_denied"_s);
        add(u"error_description"_s, u"The user said no"_s);
    } else {
        add(u"code"_s, code);
    }
    add(u"state"_s, user == User::IsSomebodyElse ? u"another"_s : state);
    QUrl back(m_redirect);
    back.setQuery(answer);
    return page("302 x", "Location: " + back.toEncoded() + "\r\n", {});
}

QByteArray FakeProvider::newTokens()
{
    access = "access-" + QByteArray::number(++m_number);
    QJsonObject object{{u"access_token"_s, QString::fromLatin1(access)},
        {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, lifetime}};
    if (refresh.isEmpty() || givesNewRefreshTokens) {
        refresh = "refresh-" + QByteArray::number(m_number);
        if (givesRefreshToken)
            object.insert(u"refresh_token"_s, QString::fromLatin1(refresh));
    }
    return json(200, object);
}

QByteArray FakeProvider::tokens(const QUrlQuery &asked)
{
    const bool renews = valueOf(asked, u"grant_type"_s) == "refresh_token"_L1;
    renewals += renews;
    if (!tokenError.isEmpty())
        return json(tokenStatus,
            {{u"error"_s, tokenError}, {u"error_description"_s, u"the server's words"_s}});
    const bool known = valueOf(asked, u"client_id"_s) == clientId &&
        valueOf(asked, u"client_secret"_s) == clientSecret &&
        asked.hasQueryItem(u"client_secret"_s) == !clientSecret.isEmpty();
    if (!known)
        return json(401, {{u"error"_s, u"invalid_client"_s}});
    if (renews) {
        const bool good = valueOf(asked, u"refresh_token"_s).toUtf8() == refresh;
        return good ? newTokens() : json(400, {{u"error"_s, u"invalid_grant"_s}});
    }
    const QByteArray proof = QCryptographicHash::hash(
        valueOf(asked, u"code_verifier"_s).toLatin1(), QCryptographicHash::Sha256);
    check(valueOf(asked, u"grant_type"_s) == "authorization_code"_L1, "grant_type");
    check(valueOf(asked, u"code"_s) == code, "code");
    check(valueOf(asked, u"redirect_uri"_s) == m_redirect, "redirect_uri again");
    check(proof.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) ==
            m_challenge.toLatin1(),
        "code_verifier");
    return faults.isEmpty() ? newTokens() : json(400, {{u"error"_s, u"invalid_grant"_s}});
}

} // namespace sekisho
