// SPDX-License-Identifier: GPL-3.0-or-later
// What is done on a real server with mails that were fetched.
#include "support/dovecotfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// The flags of the messages that begin so, as Maildir writes them; sorted.
QStringList flagsIn(const QString &maildir, const QByteArray &begin)
{
    QStringList flags;
    for (const QString &part : {u"/cur"_s, u"/new"_s}) {
        QDirIterator it(maildir + part, QDir::Files);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().startsWith(begin))
                flags.append(file.fileName().section(u":2,"_s, 1));
        }
    }
    flags.sort();
    return flags;
}

} // namespace

class TestDovecotAfterActions final : public QObject, private FetchFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needDovecot(); }
    void init() { makeFolder(); }
    void marksAndMoves_data();
    void marksAndMoves();
    void nothingIsMovedWithoutAFolder();
};

void TestDovecotAfterActions::marksAndMoves_data()
{
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<bool>("moves");
    const QByteArray plain = "IMAP4rev1 SASL-IR LITERAL+ AUTH=PLAIN";
    QTest::newRow("MOVE") << QByteArray() << true;
    QTest::newRow("UIDPLUS alone") << QByteArray(plain + " UIDPLUS") << true;
    QTest::newRow("neither") << plain << false;
}

/// Reports are moved, other mails marked, unreadable ones left; a stranger's message that is marked
/// as deleted stays in any case.
void TestDovecotAfterActions::marksAndMoves()
{
    QFETCH(QByteArray, capabilities);
    QFETCH(bool, moves);
    DovecotOptions options;
    options.mechanisms = "plain";
    options.capabilities = capabilities;
    DovecotServer server(options);
    server.add("Subject: report\r\n\r\none\r\n");
    server.add("Subject: report\r\n\r\ntwo\r\n");
    server.add("Subject: lunch\r\n\r\n?\r\n");
    server.add("Subject: broken\r\n\r\n!\r\n");
    server.add("Subject: mine\r\n\r\nx\r\n", {}, u"ST"_s);
    server.add("Subject: old\r\n\r\nx\r\n", u"Done &ZeVnLA-"_s, u"S"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.after[size_t(MailOutcome::Read)] = {AfterAction::Kind::Move, u"Done 日本"_s};
    account.after[size_t(MailOutcome::NotAReport)] = {AfterAction::Kind::MarkSeen, {}};
    FetchSetup with = setup(server.password());
    with.judge = [](const QByteArray &message) {
        return message.startsWith("Subject: report") ? MailOutcome::Read
            : message.startsWith("Subject: broken")  ? MailOutcome::Unreadable
                                                     : MailOutcome::NotAReport;
    };
    const FetchResult result = fetch(account, with);
    QCOMPARE(result.stored(), 5);
    QCOMPARE(fetched().size(), 5);
    const Failure failed = result.folders[0].failure;
    QCOMPARE(!failed, moves);
    if (failed)
        QCOMPARE(failed->code, ProblemCode::CannotMove);
    QCOMPARE(flagsIn(server.maildir(), "Subject: report"),
        moves ? QStringList() : (QStringList{QString(), QString()}));
    QCOMPARE(flagsIn(server.maildir(u"Done &ZeVnLA-"_s), "Subject: report").size(), moves ? 2 : 0);
    QCOMPARE(flagsIn(server.maildir(), "Subject: mine"), QStringList{u"ST"_s});
    QCOMPARE(flagsIn(server.maildir(), "Subject: broken"), QStringList{QString()});
    if (moves)
        QCOMPARE(flagsIn(server.maildir(), "Subject: lunch"), QStringList{u"S"_s});
    // Nothing more to do, and nothing done twice.
    if (moves)
        QVERIFY(fetch(account, with).complete());
    QCOMPARE(flagsIn(server.maildir(u"Done &ZeVnLA-"_s), "Subject: report").size(), moves ? 2 : 0);
}

/// What could not be done is done by the next fetch, once the folder is there.
void TestDovecotAfterActions::nothingIsMovedWithoutAFolder()
{
    DovecotServer server;
    server.add(mail(1));
    server.add(mail(2), u"Other"_s, u"S"_s);
    QCOMPARE(server.start(), QString());
    Account account = server.account();
    account.after[size_t(MailOutcome::Read)] = {AfterAction::Kind::Move, u"Later"_s};
    account.folders = {u"INBOX"_s, u"Other"_s};
    FetchSetup with = setup(server.password());
    with.judge = [](const QByteArray &) { return MailOutcome::Read; };
    const FetchResult result = fetch(account, with);
    QCOMPARE(result.stored(), 2);
    QVERIFY(!result.failure);
    QCOMPARE(result.folders[0].failure->code, ProblemCode::FolderMissing);
    QCOMPARE(result.folders[0].failure->detail, u"Later"_s);
    QCOMPARE(flagsIn(server.maildir(), "From: a").size(), 1);
    server.add(mail(3), u"Later"_s, u"S"_s);
    QVERIFY(fetch(account, with).complete());
    QCOMPARE(flagsIn(server.maildir(), "From: a").size(), 0);
    QCOMPARE(flagsIn(server.maildir(u"Other"_s), "From: a").size(), 0);
    QCOMPARE(flagsIn(server.maildir(u"Later"_s), "From: a").size(), 3);
}

QTEST_GUILESS_MAIN(TestDovecotAfterActions)
#include "tst_dovecotafteractions.moc"
