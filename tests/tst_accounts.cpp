// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestAccounts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void badAddresses_data();
    void badAddresses();
    void keptInSettings();
    void damagedSettings();
};

void TestAccounts::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // user host port security folder id
    const auto add = [](const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    add(u"imaps://me@mail.example.org/INBOX"_s,
        u"me|mail.example.org|993|0|INBOX|me@mail.example.org"_s);
    add(u"imaps://me@mail.example.org"_s, u"me|mail.example.org|993|0|INBOX|me@mail.example.org"_s);
    add(u"imaps://me@mail.example.org/"_s,
        u"me|mail.example.org|993|0|INBOX|me@mail.example.org"_s);
    add(u"IMAPS://me@example.org@mail.example.org/a/b c"_s,
        u"me@example.org|mail.example.org|993|0|a/b c|me@example.org@mail.example.org"_s);
    add(u"imaps://me%40example.org@mail.example.org:1993/%E5%85%AD%E6%9C%88"_s,
        u"me@example.org|mail.example.org|1993|0|六月|me@example.org@mail.example.org-1993"_s);
    add(u"imap://me@mail.example.org/六月"_s,
        u"me|mail.example.org|143|1|六月|me@mail.example.org"_s);
    add(u"imap+plain://me@localhost:1143"_s, u"me|localhost|1143|2|INBOX|me@localhost-1143"_s);
    add(u"imaps://a%3Ab@[::1]/"_s, u"a:b|::1|993|0|INBOX|a:b@::1"_s);
}

void TestAccounts::addresses()
{
    QFETCH(QString, text);
    QVERIFY(looksLikeMailboxAddress(text));
    const MailboxAddress address = mailboxAddress(text);
    QCOMPARE(address.fault, MailboxAddress::Fault::None);
    const Account &account = address.account;
    QTEST(u"%1|%2|%3|%4|%5|%6"_s.arg(account.user, account.host)
              .arg(account.port)
              .arg(int(account.security))
              .arg(account.folders.join(u','), account.id),
        "expected");
}

void TestAccounts::badAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<MailboxAddress::Fault>("expected");
    using Fault = MailboxAddress::Fault;
    QTest::newRow("password") << u"imaps://me:secret@mail.example.org/"_s << Fault::PasswordInIt;
    QTest::newRow("no user") << u"imaps://mail.example.org/"_s << Fault::UserMissing;
    QTest::newRow("empty user") << u"imaps://@mail.example.org/"_s << Fault::UserMissing;
    QTest::newRow("nothing") << u"imaps://"_s << Fault::NotAnAddress;
    QTest::newRow("no host") << u"imaps://me@/INBOX"_s << Fault::NotAnAddress;
    QTest::newRow("port") << u"imaps://me@host:99999/"_s << Fault::NotAnAddress;
    QTest::newRow("another scheme") << u"imapx://me@host"_s << Fault::NotAnAddress;
}

void TestAccounts::badAddresses()
{
    QFETCH(QString, text);
    QTEST(mailboxAddress(text).fault, "expected");
}

void TestAccounts::keptInSettings()
{
    Account full;
    full.id = u"1"_s;
    full.name = u"レポート用"_s;
    full.host = u"mail.example.org"_s;
    full.port = 1143;
    full.security = Security::StartTls;
    full.user = u"me@example.org"_s;
    full.mechanism = Mechanism::OAuthBearer;
    full.oauth = {OAuthProvider::Microsoft, u"id-1"_s, u"tenant"_s};
    full.folders = {u"INBOX"_s, u"六月, \"x\""_s};
    full.since = QDate(2026, 6, 1);
    full.minutes = 15;
    full.after = {AfterAction{AfterAction::Kind::Move, u"読み込み済み"_s},
        AfterAction{AfterAction::Kind::MarkSeen, {}}, AfterAction{}};
    full.caFile = u"/etc/own.pem"_s;
    full.pinned = {QByteArray(32, '\1'), QByteArray(32, '\xff')};
    Account plain;
    plain.id = u"2"_s;
    plain.host = u"localhost"_s;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        QSettings settings(path, QSettings::IniFormat);
        writeAccounts(settings, {full, plain, full});
        writeAccounts(settings, {full, plain});
    }
    QSettings settings(path, QSettings::IniFormat);
    QCOMPARE(readAccounts(settings), QList<Account>({full, plain}));
}

void TestAccounts::damagedSettings()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(readAccounts(settings), QList<Account>());
    settings.setValue(u"mailboxes/size"_s, 3);
    settings.setValue(u"mailboxes/1/id"_s, u"a"_s);
    settings.setValue(u"mailboxes/2/id"_s, u"b"_s);
    settings.setValue(u"mailboxes/2/host"_s, u"host"_s);
    settings.setValue(u"mailboxes/2/security"_s, u"none"_s);
    settings.setValue(u"mailboxes/2/mechanism"_s, -7);
    settings.setValue(u"mailboxes/2/minutes"_s, 1'000'000);
    const QList<Account> read = readAccounts(settings);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read[0].security, Security::Tls); // never less than that by accident
    QCOMPARE(read[0].mechanism, Mechanism::Password);
    QCOMPARE(read[0].minutes, 24 * 60);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
