// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/watch.h"

#include "support/fetchfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

class TestWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void watches_data();
    void watches();
};

void TestWatch::watches_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<bool>("news");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<std::optional<ProblemCode>>("problem");
    const std::optional<ProblemCode> fine;
    const auto open = [](const QString &capabilities, const QString &found) {
        return Script{u"S: * PREAUTH [CAPABILITY IMAP4rev1%1] hi"_s.arg(capabilities),
            u"C: A1 EXAMINE \"INBOX\""_s, u"S: * OK [UIDVALIDITY 7] x"_s, u"S: A1 OK"_s,
            u"C: A2 UID SEARCH UID 4:*"_s, u"S: * SEARCH%1"_s.arg(found), u"S: A2 OK"_s};
    };
    const Script nothing = open(u" IDLE"_s, u" 3"_s);
    const Script waiting{u"C: A3 IDLE"_s, u"S: + waiting"_s};
    const Script end{u"C: ~A\\d LOGOUT"_s, u"S: * BYE"_s, u"S: A9 OK"_s};
    QTest::newRow("something came before")
        << open(u" IDLE"_s, u" 3 9"_s) + end << true << true << fine;
    QTest::newRow("something comes") << nothing + waiting +
            Script{u"S: * OK Still here"_s, u"S: * 4 EXISTS"_s, u"C: DONE"_s, u"S: A3 OK"_s} +
            end << true << true << fine;
    // Before servers hang up, it is said anew.
    QTest::newRow("after a while") << nothing + waiting +
            Script{u"C: DONE"_s, u"S: A3 OK"_s, u"C: A4 IDLE"_s, u"S: +"_s, u"S: * 4 EXISTS"_s,
                u"C: DONE"_s, u"S: A4 OK"_s} +
            end << true << true << fine;
    QTest::newRow("marks and deletions are no news") << nothing + waiting +
            Script{u"S: * 1 FETCH (FLAGS (\\Seen))"_s, u"S: * 2 EXPUNGE"_s, u"C: DONE"_s,
                u"S: A3 OK"_s, u"C: A4 IDLE"_s,
                u"cut"_s} << false << true << std::optional(ProblemCode::ConnectionLost);
    QTest::newRow("no IDLE") << Script{u"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"_s} + end << false
                             << false << fine;
    QTest::newRow("refused") << nothing + Script{u"C: A3 IDLE"_s, u"S: A3 BAD what"_s} + end
                             << false << false << fine;
    QTest::newRow("cut") << nothing + waiting + Script{u"cut"_s} << false << true
                         << std::optional(ProblemCode::ConnectionLost);
    QTest::newRow("BYE") << nothing + waiting + Script{u"S: * BYE"_s, u"cut"_s} << false << true
                         << std::optional(ProblemCode::ServerBye);
    QTest::newRow("folder is gone") << Script{u"S: * PREAUTH [CAPABILITY IMAP4rev1 IDLE] hi"_s,
                                           u"C: A1 EXAMINE \"INBOX\""_s, u"S: A1 NO gone"_s}
                                    << false << true << std::optional(ProblemCode::CommandRefused);
}

void TestWatch::watches()
{
    QFETCH(Script, script);
    QFETCH(bool, news);
    QFETCH(bool, possible);
    QFETCH(std::optional<ProblemCode>, problem);
    ScriptRecord record;
    const Stop never;
    FetchSetup setup;
    setup.secret = [](const Account &, bool) { return Secret{"pencil", {}}; };
    setup.open = openScripts({script}, record);
    setup.limits.idleTime = 1'000;
    FetchResult before;
    FolderResult folder;
    folder.folder = u"INBOX"_s;
    folder.uidValidity = 7;
    folder.searchedTo = 3;
    before.folders.append(folder);
    const Watched watched = watchAccount(account(), before, setup, never);
    QCOMPARE(record.faults, QStringList());
    QCOMPARE(watched.news, news);
    QCOMPARE(watched.possible, possible);
    QCOMPARE(watched.failure.has_value(), problem.has_value());
    if (problem)
        QCOMPARE(watched.failure->code, *problem);
}

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
