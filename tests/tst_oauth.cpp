// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in with a browser, against a provider on a loopback port.
#include "oauthsignin.h"
#include "support/fakeprovider.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

imap::Account account(const QString &clientId = u"client-1"_s)
{
    imap::Account account;
    account.id = u"one"_s;
    account.user = u"user"_s;
    account.mechanism = imap::Mechanism::OAuth;
    account.oauth = {imap::OAuthProvider::Google, clientId, {}};
    return account;
}

/// Signs in with the provider's user before the browser.
OAuthOutcome signIn(FakeProvider &provider, const imap::Account &as = account(),
    const QByteArray &clientSecret = {})
{
    OAuthSignIn signIn(provider.server(), as, clientSecret);
    std::optional<OAuthOutcome> outcome;
    QObject::connect(
        &signIn, &OAuthSignIn::ended, &signIn, [&](const OAuthOutcome &now) { outcome = now; });
    signIn.start([&provider](const QUrl &url) { return provider.browse(url); });
    static_cast<void>(QTest::qWaitFor([&] { return outcome.has_value(); }, patience));
    return outcome.value_or(OAuthOutcome{{}, OAuthProblem::Unclear, u"nothing came"_s});
}

} // namespace

class TestOAuth final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void fails_data();
    void fails();
    void cancelled();
    void noBrowser();
    void anotherPage();
    void renews();
    void renewsOnlyWhenNeeded();
    void renewingFails_data();
    void renewingFails();
    void stops();
    void secrets();
    void presets();
};

void TestOAuth::signsIn_data()
{
    QTest::addColumn<QString>("clientSecret");
    QTest::newRow("public client") << QString();
    QTest::newRow("with a secret") << u"s3&ret+ %"_s;
}

void TestOAuth::signsIn()
{
    QFETCH(QString, clientSecret);
    FakeProvider provider;
    provider.clientSecret = clientSecret;
    const OAuthOutcome outcome = signIn(provider, account(), clientSecret.toUtf8());
    QCOMPARE(provider.faults, QStringList());
    QCOMPARE(outcome.problem, OAuthProblem::None);
    QCOMPARE(outcome.tokens.access, QByteArray("access-1"));
    QCOMPARE(outcome.tokens.refresh, QByteArray("refresh-1"));
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QVERIFY(outcome.tokens.expires > now + 3'000 && outcome.tokens.expires <= now + 3'600);
}

void TestOAuth::fails_data()
{
    QTest::addColumn<int>("user");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("tokenError");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("refreshToken");
    QTest::addColumn<OAuthProblem>("expected");
    QTest::addColumn<QString>("detail");
    using User = FakeProvider::User;
    const QString right = u"client-1"_s;
    const QString words = u"the server's words"_s;
    const auto add = [](const char *name, User user, const QString &client, const QString &error,
                         int status, bool refresh, OAuthProblem expected, const QString &detail) {
        QTest::newRow(name) << int(user) << client << error << status << refresh << expected << detail;
    };
    add("user refuses", User::Refuses, right, {}, 400, true, OAuthProblem::Refused,
        u"The user said no"_s);
    add("wrong state", User::IsSomebodyElse, right, {}, 400, true, OAuthProblem::WrongState, {});
    add("client taken back", User::Agrees, right, u"invalid_client"_s, 401, true,
        OAuthProblem::WrongClient, words);
    add("client may not", User::Agrees, right, u"unauthorized_client"_s, 400, true,
        OAuthProblem::WrongClient, words);
    add("code used up", User::Agrees, right, u"invalid_grant"_s, 400, true, OAuthProblem::Refused,
        words);
    add("server is down", User::Agrees, right, u"x"_s, 503, true, OAuthProblem::Unreachable, words);
    add("something else", User::Agrees, right, u"invalid_scope"_s, 400, true,
        OAuthProblem::Unclear, words);
    add("only for an hour", User::Agrees, right, {}, 400, false, OAuthProblem::NoRefreshToken, {});
}

void TestOAuth::fails()
{
    QFETCH(int, user);
    QFETCH(QString, clientId);
    QFETCH(QString, tokenError);
    QFETCH(int, status);
    QFETCH(bool, refreshToken);
    QFETCH(QString, detail);
    FakeProvider provider;
    provider.user = FakeProvider::User(user);
    provider.tokenError = tokenError;
    provider.tokenStatus = status;
    provider.givesRefreshToken = refreshToken;
    const OAuthOutcome outcome = signIn(provider, account(clientId));
    QCOMPARE(provider.faults, QStringList());
    QTEST(outcome.problem, "expected");
    QCOMPARE(outcome.detail, detail);
    QVERIFY(!problemText(outcome).isEmpty());
    if (user != int(FakeProvider::User::Agrees))
        QVERIFY(provider.access.isEmpty()); // no token was asked for
}

void TestOAuth::cancelled()
{
    FakeProvider provider;
    OAuthSignIn signIn(provider.server(), account(), {});
    QList<OAuthProblem> ends;
    QUrl page;
    connect(&signIn, &OAuthSignIn::ended, this,
        [&](const OAuthOutcome &outcome) { ends.append(outcome.problem); });
    signIn.start([&](const QUrl &url) {
        page = url;
        return true;
    });
    QVERIFY(page.isValid());
    signIn.cancel();
    QCOMPARE(ends, QList<OAuthProblem>{OAuthProblem::Cancelled});
    // Nobody listens any more for a browser that comes back late.
    QNetworkAccessManager browser;
    const std::unique_ptr<QNetworkReply> late(browser.get(QNetworkRequest(page)));
    QTRY_VERIFY_WITH_TIMEOUT(late->isFinished(), patience);
    QCOMPARE(late->error(), QNetworkReply::ConnectionRefusedError);
    QCOMPARE(ends.size(), 1);
    QVERIFY(provider.access.isEmpty());
}

void TestOAuth::noBrowser()
{
    FakeProvider provider;
    OAuthSignIn signIn(provider.server(), account(), {});
    OAuthProblem problem = OAuthProblem::None;
    connect(&signIn, &OAuthSignIn::ended, this,
        [&](const OAuthOutcome &outcome) { problem = outcome.problem; });
    signIn.start([](const QUrl &) { return false; });
    QCOMPARE(problem, OAuthProblem::NoBrowser);
}

/// Browsers ask for icons, too, and others may knock: only the answer counts.
void TestOAuth::anotherPage()
{
    FakeProvider provider;
    OAuthSignIn signIn(provider.server(), account(), {});
    std::optional<OAuthOutcome> outcome;
    connect(&signIn, &OAuthSignIn::ended, this, [&](const OAuthOutcome &now) { outcome = now; });
    QUrl page;
    signIn.start([&](const QUrl &url) {
        page = url;
        return true;
    });
    QUrl icon(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    icon.setPath(u"/favicon.ico"_s);
    QNetworkAccessManager browser;
    const std::unique_ptr<QNetworkReply> reply(browser.get(QNetworkRequest(icon)));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
    QVERIFY(!outcome);
    QVERIFY(provider.browse(page));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience);
    QCOMPARE(outcome->problem, OAuthProblem::None);
}

void TestOAuth::renews()
{
    FakeProvider provider;
    provider.refresh = "refresh-0";
    const Stop never;
    const OAuthOutcome first = renewTokens(provider.server(), account(), {"refresh-0", {}}, never);
    QCOMPARE(first.problem, OAuthProblem::None);
    QCOMPARE(first.tokens.access, QByteArray("access-1"));
    QVERIFY(first.tokens.refresh.isEmpty());
    provider.clientSecret = u"k&y"_s;
    provider.givesNewRefreshTokens = true;
    const OAuthOutcome second =
        renewTokens(provider.server(), account(), {"refresh-0", "k&y"}, never);
    QCOMPARE(second.problem, OAuthProblem::None);
    QCOMPARE(second.tokens.refresh, QByteArray("refresh-2"));
}

/// As the client asks: at the beginning, again when a connection was lost, anew when refused.
void TestOAuth::renewsOnlyWhenNeeded()
{
    FakeProvider provider;
    provider.refresh = "refresh-0";
    provider.givesNewRefreshTokens = true;
    QByteArrayList kept;
    const Stop never;
    const imap::AskSecret ask = tokenSource(provider.server(), toBytes({"refresh-0", {}}),
        [&kept](const QByteArray &secret) { kept.append(secret); }, never);
    QCOMPARE(ask(account(), false).value, QByteArray("access-1"));
    QCOMPARE(ask(account(), false).value, QByteArray("access-1"));
    QCOMPARE(ask(account(), true).value, QByteArray("access-2"));
    provider.lifetime = 60; // too short to begin with
    QCOMPARE(ask(account(), true).value, QByteArray("access-3"));
    QCOMPARE(ask(account(), false).value, QByteArray("access-4"));
    QCOMPARE(provider.renewals, 4);
    QCOMPARE(kept.size(), 4);
    QCOMPARE(oauthSecret(kept.last())->refreshToken, QByteArray("refresh-4"));
    const imap::AskSecret never2 = tokenSource(provider.server(), "rubbish", {}, never);
    const imap::Secret nothing = never2(account(), false);
    QVERIFY(nothing.value.isEmpty() && nothing.code == imap::ProblemCode::SignInNeeded);
}

void TestOAuth::renewingFails_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<OAuthProblem>("expected");
    QTest::addColumn<imap::ProblemCode>("code");
    QTest::newRow("run out") << u"invalid_grant"_s << 400 << OAuthProblem::RunOut
                             << imap::ProblemCode::SignInNeeded;
    QTest::newRow("wrong client") << u"invalid_client"_s << 401 << OAuthProblem::WrongClient
                                  << imap::ProblemCode::SignInNeeded;
    QTest::newRow("down") << u"temporarily_unavailable"_s << 503 << OAuthProblem::Unreachable
                          << imap::ProblemCode::SignInUnreachable;
    QTest::newRow("nobody there") << QString() << 0 << OAuthProblem::Unreachable
                                  << imap::ProblemCode::SignInUnreachable;
}

void TestOAuth::renewingFails()
{
    QFETCH(QString, error);
    QFETCH(int, status);
    FakeProvider provider;
    provider.tokenError = error;
    provider.tokenStatus = status;
    OAuthServer server = provider.server();
    if (status == 0)
        server.token.setPort(1);
    const Stop never;
    const OAuthOutcome outcome = renewTokens(server, account(), {"refresh-0", {}}, never);
    QTEST(outcome.problem, "expected");
    QVERIFY(!problemText(outcome).isEmpty() && !outcome.detail.isEmpty());
    QTEST(secretOf(outcome).code, "code");
    QVERIFY(outcome.tokens.access.isEmpty());
}

/// A server that takes the question and says nothing: the user need not wait for it.
void TestOAuth::stops()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    FakeProvider provider;
    OAuthServer server = provider.server();
    server.token.setPort(silent.serverPort());
    Stop stop;
    stop.request();
    QCOMPARE(renewTokens(server, account(), {"refresh-0", {}}, stop).problem,
        OAuthProblem::Cancelled);
}

void TestOAuth::secrets()
{
    const OAuthSecret secret{"1//0a\"b", "GOCSPX-ü"};
    QCOMPARE(oauthSecret(toBytes(secret)), secret);
    QVERIFY(!oauthSecret("a password"));
    QVERIFY(!oauthSecret("{\"client_secret\": \"x\"}"));
    QVERIFY(!oauthSecret({}));
}

void TestOAuth::presets()
{
    const OAuthServer google = oauthServer({imap::OAuthProvider::Google, {}, {}});
    QCOMPARE(google.scope, u"https://mail.google.com/"_s);
    QCOMPARE(google.token, QUrl(u"https://oauth2.googleapis.com/token"_s));
    const OAuthServer any = oauthServer({imap::OAuthProvider::Microsoft, {}, {}});
    QCOMPARE(any.token, QUrl(u"https://login.microsoftonline.com/common/oauth2/v2.0/token"_s));
    QCOMPARE(any.redirectHost, u"localhost"_s);
    const OAuthServer odd = oauthServer({imap::OAuthProvider::Microsoft, {}, u"a/../b"_s});
    QCOMPARE(odd.token.toString(QUrl::FullyEncoded),
        u"https://login.microsoftonline.com/a%2F..%2Fb/oauth2/v2.0/token"_s);
    for (const OAuthServer &server : {google, any, odd})
        QVERIFY(server.authorization.scheme() == "https"_L1 && server.token.scheme() == "https"_L1);
}

QTEST_GUILESS_MAIN(TestOAuth)
#include "tst_oauth.moc"
