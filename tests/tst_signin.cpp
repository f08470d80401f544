// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/mailbox.h"
#include "imap/signin.h"
#include "support/scriptedserver.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

Account account(Security security, Mechanism mechanism = Mechanism::Password)
{
    Account account;
    account.id = u"test"_s;
    account.host = u"mail.example"_s;
    account.port = defaultPort(security);
    account.security = security;
    account.mechanism = mechanism;
    account.user = u"user"_s;
    return account;
}

struct Outcome {
    bool ok = false;
    Failure failure;
    QStringList faults;
    QStringList log;
    QStringList alerts;
};

Outcome signInWith(
    const Account &account, const Script &script, const QByteArray &secret = "pencil")
{
    const Stop never;
    Outcome outcome;
    ScriptRecord record;
    ProtocolLog log([&](const QString &line) { outcome.log.append(line); });
    const AskSecret ask = [&](const Account &, bool renew) {
        return Secret{renew ? "new" + secret : secret, {}};
    };
    {
        const SignedIn signedIn =
            signIn(account, ask, openScripts({script}, record), {}, log, never);
        outcome.ok = signedIn.connection != nullptr;
        outcome.failure = signedIn.failure;
        if (signedIn.connection)
            outcome.alerts = signedIn.connection->alerts();
    }
    outcome.faults = record.faults;
    return outcome;
}

const QString capabilities =
    u"S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2 AUTH=OAUTHBEARER] hi"_s;
const QString afterwards = u"S: * CAPABILITY IMAP4rev1"_s;

} // namespace

class TestSignIn final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void works_data();
    void works();
    void fails_data();
    void fails();
    void renewsTokens();
    void alertsOnlyWhenEncrypted();
    void logHoldsNoSecret_data();
    void logHoldsNoSecret();
    void folders();
};

void TestSignIn::works_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<Mechanism>("mechanism");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<Script>("script");
    const auto add = [](const char *name, Security security, Mechanism mechanism,
                         const char *secret, const Script &script) {
        QTest::newRow(name) << security << mechanism << QByteArray(secret) << script;
    };
    add("PLAIN at once", Security::Tls, Mechanism::Password, "pencil",
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s,
            u"S: A1 OK [CAPABILITY IMAP4rev1] in"_s});
    add("PLAIN when asked", Security::Tls, Mechanism::Password, "pencil",
        {u"S: * OK hi"_s, u"C: A1 CAPABILITY"_s, u"S: * CAPABILITY IMAP4rev1 AUTH=PLAIN"_s,
            u"S: A1 OK done"_s, u"C: A2 AUTHENTICATE PLAIN"_s, u"S: +"_s, u"C: AHVzZXIAcGVuY2ls"_s,
            u"S: A2 OK in"_s, u"C: A3 CAPABILITY"_s, afterwards, u"S: A3 OK"_s});
    add("LOGIN", Security::Tls, Mechanism::Password, "pen\"c\\il",
        {u"S: * OK [CAPABILITY IMAP4rev1] hi"_s, u"C: A1 LOGIN \"user\" \"pen\\\"c\\\\il\""_s,
            u"S: A1 OK [CAPABILITY IMAP4rev1] in"_s});
    add("LOGIN with a literal", Security::Tls, Mechanism::Login, "鍵",
        {u"S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi"_s, u"C: A1 LOGIN \"user\" {3}"_s,
            u"S: + go on"_s, u"C: 鍵"_s, u"S: A1 OK [CAPABILITY IMAP4rev1] in"_s});
    add("XOAUTH2", Security::Tls, Mechanism::XOAuth2, "tok",
        {capabilities, u"C: A1 AUTHENTICATE XOAUTH2 dXNlcj11c2VyAWF1dGg9QmVhcmVyIHRvawEB"_s,
            u"S: A1 OK [CAPABILITY IMAP4rev1] in"_s});
    add("OAUTHBEARER", Security::Tls, Mechanism::OAuth, "tok",
        {capabilities,
            u"C: A1 AUTHENTICATE OAUTHBEARER "
            "bixhPXVzZXIsAWhvc3Q9bWFpbC5leGFtcGxlAXBvcnQ9OTkzAWF1dGg9QmVhcmVyIHRvawEB"_s,
            u"S: A1 OK [CAPABILITY IMAP4rev1] in"_s});
    add("STARTTLS", Security::StartTls, Mechanism::Password, "pencil",
        {u"S: * OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED AUTH=EVIL] hi"_s,
            u"C: A1 STARTTLS"_s, u"S: A1 OK go"_s, u"tls"_s, u"C: A2 CAPABILITY"_s,
            u"S: * CAPABILITY IMAP4rev1"_s, u"S: A2 OK"_s, u"C: A3 LOGIN \"user\" \"pencil\""_s,
            u"S: A3 OK [CAPABILITY IMAP4rev1] in"_s});
    add("PREAUTH, encrypted", Security::Tls, Mechanism::Password, "pencil",
        {u"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"_s});
    add("COMPRESS refused", Security::Tls, Mechanism::Password, "pencil",
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s,
            u"S: A1 OK [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] in"_s, u"C: A2 COMPRESS DEFLATE"_s,
            u"S: A2 NO [COMPRESSIONACTIVE] no"_s});
    add("unsolicited everything", Security::Tls, Mechanism::Password, "pencil",
        {u"S: * OK hi"_s, u"S: * 5 EXISTS"_s, u"S: * 3 FETCH (FLAGS (\\Seen))"_s,
            u"S: * FLAGS (\\Seen)"_s, u"S: * XYZZY (((1)))"_s, u"S: * SEARCH 1 2 3"_s,
            u"S: * 9 EXPUNGE"_s, u"C: A1 CAPABILITY"_s, u"S: * 1 RECENT"_s,
            u"S: * CAPABILITY IMAP4rev1"_s, u"S: * LIST () NIL \"x\""_s, u"S: A1 OK"_s,
            u"C: A2 LOGIN \"user\" \"pencil\""_s, u"S: * 5 EXISTS"_s,
            u"S: A2 OK [CAPABILITY IMAP4rev1] in"_s});
}

void TestSignIn::works()
{
    QFETCH(Security, security);
    QFETCH(Mechanism, mechanism);
    QFETCH(QByteArray, secret);
    QFETCH(Script, script);
    const Outcome outcome = signInWith(account(security, mechanism), script, secret);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY2(outcome.ok, qPrintable(outcome.log.join(u'\n')));
}

void TestSignIn::fails_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<Mechanism>("mechanism");
    QTest::addColumn<Script>("script");
    QTest::addColumn<ProblemCode>("expected");
    QTest::addColumn<QString>("detail");
    const auto add = [](const char *name, Security security, Mechanism mechanism,
                         const Script &script, ProblemCode expected, const QString &detail = {}) {
        QTest::newRow(name) << security << mechanism << script << expected << detail;
    };
    constexpr Security tls = Security::Tls;
    constexpr Security startTls = Security::StartTls;
    constexpr Mechanism password = Mechanism::Password;
    const QString upgrade = u"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi"_s;
    add("no greeting", tls, password, {}, ProblemCode::TooSlow);
    add("hangs up at once", tls, password, {u"cut"_s}, ProblemCode::ConnectionLost);
    add("hangs up in the greeting", tls, password, {u"S+ * OK he"_s, u"cut"_s},
        ProblemCode::ConnectionLost);
    add("BYE as greeting", tls, password, {u"S: * BYE overloaded"_s}, ProblemCode::ServerBye,
        u"overloaded"_s);
    add("BYE for the moment", tls, password, {u"S: * BYE [UNAVAILABLE] later"_s},
        ProblemCode::Unavailable, u"later"_s);
    add("another protocol", tls, password, {u"S: 220 smtp.example ESMTP"_s}, ProblemCode::NotImap,
        u"220 SMTP.EXAMPLE"_s);
    add("web server", tls, password, {u"S: HTTP/1.1 400 Bad Request"_s}, ProblemCode::NotImap);
    add("endless line", tls, password, {u"zeros 20000000"_s}, ProblemCode::TooLong);
    add("a byte a second", tls, password,
        {u"drip 1000 * OK this takes a while, and then some more"_s}, ProblemCode::TooSlow);
    add("STARTTLS stripped", startTls, password,
        {u"S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi"_s}, ProblemCode::StartTlsMissing);
    add("STARTTLS refused", startTls, password,
        {upgrade, u"C: A1 STARTTLS"_s, u"S: A1 NO not now"_s}, ProblemCode::StartTlsRefused,
        u"not now"_s);
    add("STARTTLS is bad", startTls, password, {upgrade, u"C: A1 STARTTLS"_s, u"S: A1 BAD what"_s},
        ProblemCode::StartTlsRefused, u"what"_s);
    add("injected after STARTTLS", startTls, password,
        {upgrade, u"C: A1 STARTTLS"_s, u"S: A1 OK go"_s, u"S: * CAPABILITY IMAP4rev1 AUTH=PLAIN"_s},
        ProblemCode::StartTlsInjected);
    add("injected tagged OK after STARTTLS", startTls, password,
        {upgrade, u"C: A1 STARTTLS"_s, u"S: A1 OK go"_s, u"S: A2 OK in"_s},
        ProblemCode::StartTlsInjected);
    add("half a line after STARTTLS", startTls, password,
        {upgrade, u"C: A1 STARTTLS"_s, u"S: A1 OK go"_s, u"S+ *"_s}, ProblemCode::StartTlsInjected);
    add("PREAUTH before STARTTLS", startTls, password,
        {u"S: * PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi"_s}, ProblemCode::PreAuthRefused);
    add("hangs up after STARTTLS", startTls, password, {upgrade, u"C: A1 STARTTLS"_s, u"cut"_s},
        ProblemCode::ConnectionLost);
    add("LOGINDISABLED", tls, Mechanism::Login,
        {u"S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi"_s}, ProblemCode::LoginDisabled);
    add("no such mechanism", tls, Mechanism::ScramSha256,
        {u"S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=NTLM] hi"_s}, ProblemCode::NoMechanism,
        u"NTLM, PLAIN"_s);
    add("wrong password", tls, password,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s,
            u"S: A1 NO [AUTHENTICATIONFAILED] wrong"_s},
        ProblemCode::LoginRefused, u"wrong"_s);
    add("password is bad", tls, password,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s, u"S: A1 BAD syntax"_s},
        ProblemCode::LoginRefused, u"syntax"_s);
    add("not at the moment", tls, password,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s,
            u"S: A1 NO [UNAVAILABLE] down"_s},
        ProblemCode::Unavailable, u"down"_s);
    add("hangs up while signing in", tls, password,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s, u"cut"_s},
        ProblemCode::ConnectionLost);
    add("BYE while signing in", tls, password,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s, u"S: * BYE too many"_s,
            u"cut"_s},
        ProblemCode::ServerBye, u"too many"_s);
    add("stalls while signing in", tls, password,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN AHVzZXIAcGVuY2ls"_s, u"silence 9999999"_s},
        ProblemCode::TooSlow);
    add("SCRAM without a proof", tls, Mechanism::ScramSha1,
        {u"S: * OK [CAPABILITY IMAP4rev1 AUTH=SCRAM-SHA-1] hi"_s,
            u"C: A1 AUTHENTICATE SCRAM-SHA-1"_s, u"S: +"_s, u"C: ~.*"_s, u"S: A1 OK trust me"_s},
        ProblemCode::ServerUnproven);
    add("SCRAM of years", tls, Mechanism::ScramSha1,
        {u"S: * OK [CAPABILITY IMAP4rev1 AUTH=SCRAM-SHA-1] hi"_s,
            u"C: A1 AUTHENTICATE SCRAM-SHA-1"_s, u"S: +"_s, u"C: ~.*"_s,
            u"S: + cj14eXosczFhLGk9OTk5OTk5OTk5OQ=="_s, u"C: *"_s, u"S: A1 BAD cancelled"_s},
        ProblemCode::Malformed);
    add("tag that nobody sent", tls, password,
        {u"S: * OK hi"_s, u"C: A1 CAPABILITY"_s, u"S: A7 OK"_s}, ProblemCode::Malformed,
        u"A7 OK"_s);
    add("asks for what nobody has", tls, password,
        {u"S: * OK hi"_s, u"C: A1 CAPABILITY"_s, u"S: + more"_s}, ProblemCode::Malformed);
    add("capabilities refused, no login", tls, Mechanism::Plain,
        {u"S: * OK hi"_s, u"C: A1 CAPABILITY"_s, u"S: A1 NO"_s}, ProblemCode::NoMechanism);
}

void TestSignIn::fails()
{
    QFETCH(Security, security);
    QFETCH(Mechanism, mechanism);
    QFETCH(Script, script);
    QFETCH(QString, detail);
    const Outcome outcome = signInWith(account(security, mechanism), script);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(!outcome.ok);
    QVERIFY(outcome.failure.has_value());
    QTEST(outcome.failure->code, "expected");
    if (!detail.isEmpty())
        QCOMPARE(outcome.failure->detail, detail);
}

/// A token that has run out is renewed once; the server's explanation is answered first.
void TestSignIn::renewsTokens()
{
    const QString first = u"C: A1 AUTHENTICATE XOAUTH2 dXNlcj11c2VyAWF1dGg9QmVhcmVyIHRvawEB"_s;
    const QString second = u"C: A2 AUTHENTICATE XOAUTH2 dXNlcj11c2VyAWF1dGg9QmVhcmVyIG5ld3RvawEB"_s;
    const QString explains = u"S: + eyJzdGF0dXMiOiI0MDEifQ=="_s;
    Script script{capabilities, first, explains, u"C: "_s, u"S: A1 NO expired"_s, second};
    const Outcome good = signInWith(account(Security::Tls, Mechanism::XOAuth2),
        script + Script{u"S: A2 OK [CAPABILITY IMAP4rev1] in"_s}, "tok");
    QCOMPARE(good.faults, QStringList());
    QVERIFY(good.ok);
    const Outcome bad = signInWith(account(Security::Tls, Mechanism::XOAuth2),
        script + Script{explains, u"C: "_s, u"S: A2 NO refused"_s}, "tok");
    QCOMPARE(bad.faults, QStringList());
    QVERIFY(!bad.ok);
    QCOMPARE(bad.failure->code, ProblemCode::TokenRefused);
    QCOMPARE(bad.failure->detail, u"refused"_s);
    // OAUTHBEARER is answered with the separator (RFC 7628, 3.2.3).
    const Outcome bearer = signInWith(account(Security::Tls, Mechanism::OAuthBearer),
        {capabilities, u"C: ~A1 AUTHENTICATE OAUTHBEARER .*"_s, explains, u"C: AQ=="_s,
            u"S: A1 NO expired"_s, u"C: ~A2 AUTHENTICATE OAUTHBEARER .*"_s,
            u"S: A2 OK [CAPABILITY IMAP4rev1] in"_s},
        "tok");
    QCOMPARE(bearer.faults, QStringList());
    QVERIFY(bearer.ok);
}

/// Anybody could have said it before.
void TestSignIn::alertsOnlyWhenEncrypted()
{
    const Outcome outcome = signInWith(account(Security::StartTls),
        {u"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi"_s, u"C: A1 STARTTLS"_s,
            u"S: * OK [ALERT] call this number"_s, u"S: A1 OK go"_s, u"tls"_s,
            u"C: A2 CAPABILITY"_s, u"S: * CAPABILITY IMAP4rev1"_s, u"S: A2 OK"_s,
            u"C: A3 LOGIN \"user\" \"pencil\""_s, u"S: * OK [ALERT] quota nearly full"_s,
            u"S: A3 OK [CAPABILITY IMAP4rev1] in"_s});
    QCOMPARE(outcome.faults, QStringList());
    QCOMPARE(outcome.alerts, QStringList{u"quota nearly full"_s});
}

void TestSignIn::logHoldsNoSecret_data()
{
    QTest::addColumn<Mechanism>("mechanism");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<Script>("script");
    const QByteArray secret = "Tr0ub4dor&3";
    const QString echo = u"S: A1 NO I heard %1"_s;
    const auto add = [&](const char *name, Mechanism mechanism, const Script &script) {
        QTest::newRow(name) << mechanism << secret << script;
    };
    const QString plain = QString::fromLatin1(QByteArray("\0user\0", 6).append(secret).toBase64());
    add("PLAIN, echoed", Mechanism::Plain,
        {capabilities, u"C: A1 AUTHENTICATE PLAIN "_s + plain, u"S: * OK you said "_s + plain,
            echo.arg(plain)});
    add("LOGIN, echoed", Mechanism::Login,
        {u"S: * OK [CAPABILITY IMAP4rev1] hi"_s, u"C: A1 LOGIN \"user\" \"Tr0ub4dor&3\""_s,
            u"S: * BAD LOGIN user Tr0ub4dor&3"_s, echo.arg(u"Tr0ub4dor&3"_s)});
    add("token, explained", Mechanism::XOAuth2,
        {capabilities, u"C: ~A1 AUTHENTICATE XOAUTH2 .*"_s,
            u"S: + "_s + QString::fromLatin1(secret.toBase64()), u"C: "_s, u"S: A1 NO"_s,
            u"C: ~A2 AUTHENTICATE XOAUTH2 .*"_s, u"S: A2 NO"_s});
}

void TestSignIn::logHoldsNoSecret()
{
    QFETCH(Mechanism, mechanism);
    QFETCH(QByteArray, secret);
    QFETCH(Script, script);
    const Outcome outcome = signInWith(account(Security::Tls, mechanism), script, secret);
    QCOMPARE(outcome.faults, QStringList());
    const QString log = outcome.log.join(u'\n');
    QVERIFY(log.contains(u"C: A1 "_s) && log.contains(u"S: A1 NO"_s));
    QVERIFY2(!log.contains(QString::fromLatin1(secret)), qPrintable(log));
    for (const QByteArray &before :
        {QByteArray(), QByteArray("\0user\0", 6), QByteArray("x"), QByteArray("xy")}) {
        // The middle of it, which does not depend on what stands around.
        const QByteArray said = before + secret;
        const QString middle =
            QString::fromLatin1(said.toBase64()).mid((before.size() + 2) / 3 * 4, 10);
        QVERIFY2(!log.contains(middle), qPrintable(log));
    }
}

void TestSignIn::folders()
{
    const Stop never;
    ScriptRecord record;
    FetchSetup setup;
    setup.secret = [](const Account &, bool) { return Secret{"pencil", {}}; };
    setup.open = openScripts(
        {{u"S: * PREAUTH [CAPABILITY IMAP4rev1 NAMESPACE SPECIAL-USE LIST-EXTENDED] hi"_s,
            u"C: A1 NAMESPACE"_s,
            u"S: * NAMESPACE ((\"\" \"/\")) NIL ((\"#shared/\" \"/\") (\"\" \"/\"))"_s,
            u"S: A1 OK"_s, u"C: A2 LIST \"\" \"*\" RETURN (SPECIAL-USE)"_s, u"S: A2 BAD what"_s,
            u"C: A3 LIST \"\" \"*\""_s,
            u"S: * LIST (\\HasNoChildren \\Sent) \"/\" &kAFP4W4IMH8wojCkMMYw4A-"_s,
            u"S: * LIST () \"/\" inbox"_s, u"S: * LIST (\\Noselect) \"/\" \"a \\\"b\\\"\""_s,
            u"S: * LIST () \"/\" {6}"_s, u"S: rawレ"_s, u"S: * LIST () \"/\" name with spaces"_s,
            u"S: * LIST broken"_s, u"S: * LIST () NIL flat"_s, u"S: A3 OK"_s,
            u"C: A4 LIST \"\" \"#shared/*\""_s, u"S: * LIST (\\Junk) \"/\" \"#shared/dmarc\""_s,
            u"S: A4 OK"_s, u"C: A5 LOGOUT"_s, u"S: * BYE"_s, u"S: A5 OK"_s}},
        record);
    const FolderList list = listFolders(account(Security::Tls), setup, never);
    QCOMPARE(record.faults, QStringList());
    QVERIFY(!list.failure);
    QStringList lines;
    for (const FolderInfo &folder : list.folders)
        lines.append(
            u"%1 %2 %3 %4"_s
                .arg(folder.name, folder.delimiter.isNull() ? QString() : QString(folder.delimiter))
                .arg(folder.selectable)
                .arg(int(folder.use)));
    QCOMPARE(lines.join(u'\n'),
        QStringList({u"INBOX / 1 0"_s, u"#shared/dmarc / 1 5"_s, u"a \"b\" / 0 0"_s, u"flat  1 0"_s,
                        u"name with spaces / 1 0"_s, u"rawレ / 1 0"_s, u"送信済みアイテム / 1 6"_s})
            .join(u'\n'));
    Account one = account(Security::Tls);
    QVERIFY(!missingFolder(one, list.folders));
    one.folders = {u"flat"_s, u"a \"b\""_s};
    QCOMPARE(missingFolder(one, list.folders).value_or(QString()), u"a \"b\""_s);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
