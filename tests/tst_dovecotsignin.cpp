// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at a real server, by every mechanism.
#include "support/dovecotfixture.h"
#include "support/loopbackserver.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// Answers what is posted to it as OAuth's introspection does: good is "good-token" alone.
void answerAboutToken(QTcpSocket &socket, const Stop &)
{
    QByteArray request;
    while (!request.contains("token=") && socket.waitForReadyRead(2'000))
        request += socket.readAll();
    const QByteArray body = request.contains("token=good-token")
        ? "{\"active\": true, \"username\": \"user\"}"
        : "{\"active\": false}";
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: "
                 "close\r\nContent-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.waitForBytesWritten(2'000);
    socket.disconnectFromHost();
}

/// A mail server that takes tokens, and asks that one whether they are good.
DovecotOptions withTokens(const LoopbackServer &tokens)
{
    DovecotOptions options;
    options.mechanisms += " xoauth2 oauthbearer";
    options.introspection = "http://127.0.0.1:" + QByteArray::number(tokens.port()) + "/introspect";
    return options;
}

} // namespace

class TestDovecotSignIn final : public QObject, private FetchFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { makeFolder(); }
    void signsIn_data();
    void signsIn();
    void doesNotSignIn();
};

void TestDovecotSignIn::signsIn_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<Mechanism>("mechanism");
    QTest::addColumn<QByteArray>("expected"); // in the log
    QTest::newRow("best, TLS") << Security::Tls << Mechanism::Password
                               << QByteArray("AUTHENTICATE SCRAM-SHA-256");
    QTest::newRow("PLAIN, STARTTLS")
        << Security::StartTls << Mechanism::Plain << QByteArray("AUTHENTICATE PLAIN");
    QTest::newRow("LOGIN, TLS") << Security::Tls << Mechanism::Login << QByteArray("LOGIN");
    QTest::newRow("SCRAM-SHA-1, STARTTLS")
        << Security::StartTls << Mechanism::ScramSha1 << QByteArray("AUTHENTICATE SCRAM-SHA-1");
    QTest::newRow("SCRAM-SHA-256, plain")
        << Security::Plain << Mechanism::ScramSha256 << QByteArray("AUTHENTICATE SCRAM-SHA-256");
    QTest::newRow("XOAUTH2") << Security::Tls << Mechanism::XOAuth2
                             << QByteArray("AUTHENTICATE XOAUTH2");
    QTest::newRow("OAUTHBEARER") << Security::Tls << Mechanism::OAuth
                                 << QByteArray("AUTHENTICATE OAUTHBEARER");
}

void TestDovecotSignIn::signsIn()
{
    QFETCH(Security, security);
    QFETCH(Mechanism, mechanism);
    QFETCH(QByteArray, expected);
    const LoopbackServer tokens(answerAboutToken);
    DovecotServer server(withTokens(tokens));
    server.add(mail(1));
    QCOMPARE(server.start(), QString());
    Account account = server.account(security);
    account.mechanism = mechanism;
    FetchSetup with = setup(usesToken(mechanism) ? QByteArray("good-token") : server.password());
    QStringList log;
    with.log = [&log](const QString &line) { log.append(line); };
    const FetchResult result = fetch(account, with);
    const QString said = log.join(u'\n');
    QVERIFY2(result.complete(), qPrintable(said));
    QCOMPARE(fetched(), QByteArrayList{mail(1)});
    QVERIFY2(said.contains(QString::fromLatin1(expected)), qPrintable(said));
    QVERIFY2(!said.contains(u"COMPRESS DEFLATE"_s), qPrintable(said)); // it is not offered
    QVERIFY(
        !said.contains(QString::fromUtf8(server.password())) && !said.contains(u"good-token"_s));
}

void TestDovecotSignIn::doesNotSignIn()
{
    const LoopbackServer tokens(answerAboutToken);
    DovecotServer server(withTokens(tokens));
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    for (const Mechanism mechanism :
        {Mechanism::Plain, Mechanism::Login, Mechanism::ScramSha1, Mechanism::ScramSha256}) {
        account.mechanism = mechanism;
        const FetchResult result = fetch(account, setup("wrong"));
        QVERIFY(result.failure && result.failure->code == ProblemCode::LoginRefused);
    }
    for (const Mechanism mechanism : {Mechanism::XOAuth2, Mechanism::OAuthBearer}) {
        account.mechanism = mechanism;
        const FetchResult result = fetch(account, setup("expired-token"));
        QVERIFY(result.failure && result.failure->code == ProblemCode::TokenRefused);
    }
    const FetchResult nothing = fetch(account, setup({}));
    QVERIFY(nothing.failure && nothing.failure->code == ProblemCode::SecretMissing);
}

QTEST_GUILESS_MAIN(TestDovecotSignIn)
#include "tst_dovecotsignin.moc"
