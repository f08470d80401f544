// SPDX-License-Identifier: GPL-3.0-or-later
// What no well-behaved server does: conversations line by line.
#include "imap/fetcher.h"
#include "imap/watch.h"
#include "support/scriptedserver.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

Account account()
{
    Account account;
    account.id = u"test"_s;
    account.host = u"mail.example"_s;
    account.user = u"user"_s;
    return account;
}

struct Outcome {
    FetchResult result;
    QStringList faults;
    int connections = 0;
};

ClientLimits quick()
{
    ClientLimits limits;
    limits.firstPause = 1;
    limits.longestPause = 1;
    return limits;
}

/// To whoever asks, one is a report, two is none, and three cannot be read.
Outcome fetch(const QList<Script> &scripts, MemoryStore &store, const Account &from = account(),
    const ClientLimits &limits = quick())
{
    Stop stop;
    ScriptRecord record;
    FetchSetup setup;
    setup.secret = [](const Account &, bool) { return Secret{"pencil", {}}; };
    setup.open = openScripts(scripts, record, &stop);
    setup.limits = limits;
    setup.judge = [](const QByteArray &message) {
        return message == "one" ? MailOutcome::Read
            : message == "two"  ? MailOutcome::NotAReport
                                : MailOutcome::Unreadable;
    };
    Outcome outcome;
    outcome.result = fetchAccount(from, store, setup, stop);
    outcome.faults = record.faults;
    outcome.connections = record.connections;
    return outcome;
}

/// Signed in, and the folder open: A1.
Script opened(const QString &validity = u"7"_s)
{
    return {u"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"_s, u"C: A1 EXAMINE \"INBOX\""_s,
        u"S: * 3 EXISTS"_s, u"S: * OK [UIDVALIDITY %1] x"_s.arg(validity),
        u"S: A1 OK [READ-ONLY] open"_s};
}

/// A2: three messages. A3: their sizes.
Script searched()
{
    return opened() +
        Script{u"C: A2 UID SEARCH ALL"_s, u"S: * SEARCH 1 2 3"_s, u"S: A2 OK"_s,
            u"C: A3 UID FETCH 1:3 (UID RFC822.SIZE)"_s, u"S: * 1 FETCH (UID 1 RFC822.SIZE 3)"_s,
            u"S: * 2 FETCH (UID 2 RFC822.SIZE 3)"_s, u"S: * 3 FETCH (RFC822.SIZE 3 UID 3)"_s,
            u"S: A3 OK"_s, u"C: A4 UID FETCH 1:3 (UID BODY.PEEK[])"_s};
}

/// Message n as "onE", in a response.
QString message(int uid, const QString &bytes)
{
    return u"S+ * %1 FETCH (UID %1 BODY[] {%2}\\r\\n%3)\\r\\n"_s.arg(uid)
        .arg(bytes.size())
        .arg(bytes);
}

/// On a later connection, these are still to come: A1 to A2, then asked for with A3.
Script resumed(const QString &uids, int count)
{
    Script script = opened() + Script{u"C: A2 UID FETCH %1 (UID RFC822.SIZE)"_s.arg(uids)};
    Q_UNUSED(count)
    return script + Script{u"S: A2 OK"_s, u"C: A3 UID FETCH %1 (UID BODY.PEEK[])"_s.arg(uids)};
}

const Script farewell{u"C: ~A\\d+ LOGOUT"_s, u"S: * BYE"_s, u"S: A9 OK"_s};

QString told(const MemoryStore &store)
{
    QStringList lines;
    for (auto it = store.messages.cbegin(); it != store.messages.cend(); ++it)
        lines.append(it.key() + u'=' + QString::fromUtf8(it.value()));
    return lines.join(u' ');
}

const QString allThree = u"INBOX/7/1=one INBOX/7/2=two INBOX/7/3=thr"_s;

QString told(const QList<LeftOut> &leftOut)
{
    QStringList lines;
    for (const LeftOut &message : leftOut)
        lines.append(u"%1:%2"_s.arg(message.uid).arg(int(message.reason)));
    return lines.join(u' ');
}

} // namespace

class TestFetcher final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetches_data();
    void fetches();
    void resumes_data();
    void resumes();
    void givesUp();
    void leavesOutOne();
    void tooLargeIsListed();
    void nothingNew();
    void onlyWhatIsNew();
    void sinceADay();
    void newNumbers();
    void deletedMeanwhile();
    void severalFolders();
    void cancelled();
    void storeFails();
    void emptyAndQuoted();
    void aHundredThousand();
    void changesAfterwards_data();
    void changesAfterwards();
    void changesLaterWhatItCouldNot();
    void watches_data();
    void watches();
};

/// Whatever a server adds or changes about its answers, three messages come.
void TestFetcher::fetches_data()
{
    QTest::addColumn<Script>("answers");
    QTest::newRow("as it should be")
        << Script{message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s)};
    QTest::newRow("any order") << Script{
        message(3, u"thr"_s), message(1, u"one"_s), message(2, u"two"_s)};
    QTest::newRow("UID behind") << Script{u"S+ * 1 FETCH (BODY[] {3}\\r\\none UID 1)\\r\\n"_s,
        message(2, u"two"_s),
        u"S+ * 3 FETCH (FLAGS () BODY[] {3}\\r\\nthr UID 3 MODSEQ (5))\\r\\n"_s};
    QTest::newRow("UID apart") << Script{u"S: * 1 FETCH (UID 1)"_s, u"S: * 2 FETCH (UID 2)"_s,
        u"S+ * 1 FETCH (BODY[] {3}\\r\\none)\\r\\n"_s,
        u"S+ * 2 FETCH (BODY[] {3}\\r\\ntwo)\\r\\n"_s, message(3, u"thr"_s)};
    QTest::newRow("unsolicited everything")
        << Script{u"S: * 4 EXISTS"_s, u"S: * 1 FETCH (FLAGS (\\Seen) UID 1)"_s,
               message(1, u"one"_s), u"S: * OK Still here"_s, u"S: * SEARCH 9"_s,
               message(2, u"two"_s), u"S+ * 9 FETCH (UID 9 BODY[] {3}\\r\\nxxx)\\r\\n"_s,
               u"S: * LIST () NIL \"x\""_s, u"S: * 1 FETCH (UID 1 RFC822.SIZE 3)"_s,
               message(3, u"thr"_s), message(3, u"again"_s), u"S: * FLAGS ()"_s};
    QTest::newRow("older names") << Script{u"S+ * 1 FETCH (UID 1 RFC822 {3}\\r\\none)\\r\\n"_s,
        u"S+ * 2 fetch (uid 2 body[] {3}\\r\\ntwo)\\r\\n"_s, message(3, u"thr"_s)};
    QTest::newRow("announced too short by a line's end")
        << Script{u"S+ * 1 FETCH (UID 1 BODY[] {3}\\r\\none\\r\\n)\\r\\n"_s, message(2, u"two"_s),
               message(3, u"thr"_s)};
    QTest::newRow("quoted") << Script{
        u"S: * 1 FETCH (UID 1 BODY[] \"one\")"_s, message(2, u"two"_s), message(3, u"thr"_s)};
    QTest::newRow("byte by byte, not too slowly")
        << Script{u"drip 20 * 1 FETCH (UID 1 BODY[] \"one\")"_s, u"S: "_s, message(2, u"two"_s),
               message(3, u"thr"_s)};
}

void TestFetcher::fetches()
{
    QFETCH(Script, answers);
    MemoryStore store;
    const Outcome outcome = fetch({searched() + answers + Script{u"S: A4 OK"_s} + farewell}, store);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(!outcome.result.failure);
    QCOMPARE(told(store), allThree);
    QCOMPARE(outcome.result.stored(), 3);
    QVERIFY(outcome.result.complete());
    QCOMPARE(outcome.connections, 1);
    QCOMPARE(store.states.value(u"INBOX"_s).done, UidSet::range(1, 3));
    QVERIFY(store.states.value(u"INBOX"_s).pending.isEmpty());
}

/// Cut in each state, the next connection goes on where it ended.
void TestFetcher::resumes_data()
{
    QTest::addColumn<Script>("first");
    QTest::addColumn<Script>("second");
    const Script whole = searched() +
        Script{message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s), u"S: A4 OK"_s};
    const Script rest = resumed(u"1:3"_s, 3) +
        Script{message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s), u"S: A3 OK"_s};
    // The message that was coming when it broke is asked for last, and alone.
    const Script suspectOne = resumed(u"2:3"_s, 2) +
        Script{message(2, u"two"_s), message(3, u"thr"_s), u"S: A3 OK"_s,
            u"C: A4 UID FETCH 1 (UID BODY.PEEK[])"_s, message(1, u"one"_s), u"S: A4 OK"_s};
    const Script suspectTwo = resumed(u"3"_s, 1) +
        Script{message(3, u"thr"_s), u"S: A3 OK"_s, u"C: A4 UID FETCH 2 (UID BODY.PEEK[])"_s,
            message(2, u"two"_s), u"S: A4 OK"_s};
    const auto add = [](const char *name, const Script &before, const Script &after) {
        QTest::newRow(name) << before + Script{u"cut"_s} << after;
    };
    add("before the greeting", {}, whole);
    add("in the greeting", {u"S+ * PREAU"_s}, whole);
    add("after the greeting", searched().first(1), whole);
    add("opening the folder", searched().first(2), whole);
    add("while it opens", searched().first(4), whole);
    add("searching", searched().first(6), whole);
    add("in the search's answer", searched().first(6) + Script{u"S+ * SEARCH 1 2"_s}, whole);
    add("asking for sizes", searched().first(9), rest);
    add("among sizes", searched().first(10), rest);
    add("asking for messages", searched(), suspectOne);
    add("in the first literal", searched() + Script{u"S+ * 1 FETCH (UID 1 BODY[] {3}\\r\\non"_s},
        suspectOne);
    add("before the literal", searched() + Script{u"S+ * 1 FETCH (UID 1 BODY[] {3}\\r\\n"_s},
        suspectOne);
    add("in the line before", searched() + Script{u"S+ * 1 FETCH (UID 1 BO"_s}, suspectOne);
    add("behind the literal", searched() + Script{u"S+ * 1 FETCH (UID 1 BODY[] {3}\\r\\none"_s},
        suspectOne);
    add("in the second",
        searched() + Script{message(1, u"one"_s), u"S+ * 2 FETCH (UID 2 BODY[] {3}\\r\\nt"_s},
        suspectTwo);
    add("literal much too short",
        searched() +
            Script{message(1, u"one"_s), u"S+ * 2 FETCH (UID 2 BODY[] {2}\\r\\nt\\r\\nwo)\\r\\n"_s},
        suspectTwo);
    add("literal too long",
        searched() +
            Script{message(1, u"one"_s), u"S+ * 2 FETCH (UID 2 BODY[] {99}\\r\\ntwo)\\r\\n"_s},
        suspectTwo);
    add("rubbish", searched() + Script{message(1, u"one"_s), u"S: * 2 FETCH (UID 2 ((((("_s},
        suspectTwo);
    QTest::newRow("BYE") << searched() +
            Script{message(1, u"one"_s), u"S: * BYE shutting down"_s, u"cut"_s}
                         << suspectTwo;
    QTest::newRow("stalls") << searched() + Script{message(1, u"one"_s), u"silence 99999999"_s}
                            << suspectTwo;
    QTest::newRow("a byte a second in a literal") << searched() +
            Script{message(1, u"one"_s), u"S+ * 2 FETCH (UID 2 BODY[] {4000}\\r\\n"_s,
                u"drip 1000 "_s + QString(4000, u'x')}
                                                  << suspectTwo;
    QTest::newRow("all there, but not the end") << searched() +
            Script{message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s), u"cut"_s}
                                                << opened();
}

void TestFetcher::resumes()
{
    QFETCH(Script, first);
    QFETCH(Script, second);
    MemoryStore store;
    const Outcome outcome = fetch({first, second + farewell}, store);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(!outcome.result.failure);
    QCOMPARE(told(store), allThree);
    QCOMPARE(outcome.result.stored(), 3);
    QCOMPARE(outcome.connections, 2);
}

/// Without anything getting done, it ends; with the first connection never made, at once.
void TestFetcher::givesUp()
{
    MemoryStore store;
    const Outcome byes = fetch(QList<Script>(20, Script{u"S: * BYE [UNAVAILABLE] later"_s}), store);
    QVERIFY(byes.result.failure && byes.result.failure->code == ProblemCode::Unavailable);
    QCOMPARE(byes.connections, quick().tries);
    QCOMPARE(fetch({}, store).connections, 1);
}

/// One message breaks the connection each time: the others come, and it is listed.
void TestFetcher::leavesOutOne()
{
    const Script bad{u"S: * 2 FETCH (UID 2 BODY[] ((((((("_s, u"cut"_s};
    const Script alone = opened() + Script{u"C: A2 UID FETCH 2 (UID BODY.PEEK[])"_s} + bad;
    MemoryStore store;
    const Outcome breaks = fetch({searched() + Script{message(1, u"one"_s)} + bad,
                                     resumed(u"3"_s, 1) +
                                         Script{message(3, u"thr"_s), u"S: A3 OK"_s,
                                             u"C: A4 UID FETCH 2 (UID BODY.PEEK[])"_s} +
                                         bad,
                                     alone, opened() + farewell},
        store);
    QCOMPARE(breaks.faults, QStringList());
    QVERIFY(!breaks.result.failure);
    QCOMPARE(told(store), u"INBOX/7/1=one INBOX/7/3=thr"_s);
    QCOMPARE(told(breaks.result.folders[0].leftOut), u"2:3"_s);
    QVERIFY(!breaks.result.complete());

    // NO to a set: halves, until the bad one is alone.
    MemoryStore second;
    const Outcome refused = fetch(
        {searched() +
            Script{u"S: A4 NO [SERVERBUG] cannot"_s, u"C: A5 UID FETCH 1:2 (UID BODY.PEEK[])"_s,
                u"C: A6 UID FETCH 3 (UID BODY.PEEK[])"_s, message(1, u"one"_s),
                u"S: A5 BAD cannot"_s, u"C: A7 UID FETCH 2 (UID BODY.PEEK[])"_s,
                message(3, u"thr"_s), u"S: A6 OK"_s, u"S: A7 NO cannot"_s} +
            farewell},
        second);
    QCOMPARE(refused.faults.join(u'\n'), QString());
    QCOMPARE(told(second), u"INBOX/7/1=one INBOX/7/3=thr"_s);
    QCOMPARE(told(refused.result.folders[0].leftOut), u"2:1"_s);

    // OK, but nothing comes, although it is there; NIL instead of a message.
    MemoryStore third;
    const Outcome silent = fetch(
        {searched() +
            Script{message(1, u"one"_s), u"S: * 3 FETCH (UID 3 BODY[] NIL)"_s, u"S: A4 OK"_s,
                u"C: A5 UID SEARCH UID 2:3"_s, u"S: * SEARCH 2 3"_s, u"S: A5 OK"_s,
                u"C: A6 UID FETCH 2 (UID BODY.PEEK[])"_s, u"C: A7 UID FETCH 3 (UID BODY.PEEK[])"_s,
                message(2, u"two"_s), u"S: A6 OK"_s, u"S: A7 OK"_s} +
            farewell},
        third);
    QCOMPARE(silent.faults, QStringList());
    QCOMPARE(told(third), u"INBOX/7/1=one INBOX/7/2=two"_s);
    QCOMPARE(told(silent.result.folders[0].leftOut), u"3:2"_s);
}

/// By its size when that is known; by the literal when the server says nothing of it, or lies.
void TestFetcher::tooLargeIsListed()
{
    const Script sizes =
        searched().first(9) + Script{u"S: * 2 FETCH (UID 2 RFC822.SIZE 4.0e+07)"_s, u"S: A3 OK"_s};
    MemoryStore store;
    const Outcome known = fetch({sizes +
                                    Script{u"C: A4 UID FETCH 1,3 (UID BODY.PEEK[])"_s,
                                        message(1, u"one"_s), message(3, u"thr"_s), u"S: A4 OK"_s} +
                                    farewell},
        store);
    QCOMPARE(known.faults, QStringList());
    QCOMPARE(told(store), u"INBOX/7/1=one INBOX/7/3=thr"_s);
    QCOMPARE(known.result.folders[0].leftOut,
        QList<LeftOut>({{2, 40'000'000, LeftOut::Reason::TooLarge}}));

    MemoryStore second;
    const Outcome huge =
        fetch({searched() +
                      Script{message(1, u"one"_s), u"S: * 2 FETCH (UID 2 BODY[] {4294967296}"_s,
                          u"zeros 100000"_s},
                  resumed(u"3"_s, 1) + Script{message(3, u"thr"_s), u"S: A3 OK"_s} + farewell},
            second);
    QCOMPARE(huge.faults, QStringList());
    QVERIFY(!huge.result.failure);
    QCOMPARE(told(second), u"INBOX/7/1=one INBOX/7/3=thr"_s);
    QCOMPARE(told(huge.result.folders[0].leftOut), u"2:0"_s);
}

void TestFetcher::nothingNew()
{
    MemoryStore store;
    store.states.insert(u"INBOX"_s, {7, {}, 3, UidSet::range(1, 3), {}, {}});
    // "n:*" gives the last message although its number is below n.
    const Outcome outcome =
        fetch({opened() + Script{u"C: A2 UID SEARCH UID 4:*"_s, u"S: * SEARCH 3"_s, u"S: A2 OK"_s} +
                  farewell},
            store);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(outcome.result.complete());
    QCOMPARE(outcome.result.folders[0].found, 0);
    // One server says nothing at all when nothing is found.
    const Outcome silent =
        fetch({opened() + Script{u"C: A2 UID SEARCH UID 4:*"_s, u"S: A2 OK"_s} + farewell}, store);
    QVERIFY(silent.result.complete());
}

void TestFetcher::onlyWhatIsNew()
{
    MemoryStore store;
    store.states.insert(u"INBOX"_s, {7, {}, 3, UidSet{1, 3}, UidSet{2}, {}});
    const Script greeting{u"S: * PREAUTH [CAPABILITY IMAP4rev1 ESEARCH] hi"_s};
    const Outcome outcome = fetch(
        {greeting + opened().mid(1) +
            Script{u"C: A2 UID SEARCH RETURN (ALL) UID 4:*"_s,
                u"S: * ESEARCH (TAG \"A2\") UID ALL 4:5,9"_s, u"S: A2 OK"_s,
                u"C: A3 UID FETCH 2,4:5,9 (UID RFC822.SIZE)"_s, u"S: A3 NO no sizes"_s,
                u"C: A4 UID FETCH 2,4:5,9 (UID BODY.PEEK[])"_s, message(2, u"two"_s),
                message(4, u"for"_s), message(5, u"fiv"_s), message(9, u"nin"_s), u"S: A4 OK"_s} +
            farewell},
        store);
    QCOMPARE(outcome.faults, QStringList());
    QCOMPARE(outcome.result.stored(), 4);
    QCOMPARE(store.states.value(u"INBOX"_s).done, UidSet::fromText("1:5,9"));
    QCOMPARE(store.states.value(u"INBOX"_s).searchedTo, 9u);
}

void TestFetcher::sinceADay()
{
    Account from = account();
    from.since = QDate(2026, 3, 1);
    MemoryStore store;
    const Script found{u"S: * SEARCH 3"_s, u"S: A2 OK"_s, u"C: A3 UID FETCH 3 (UID RFC822.SIZE)"_s,
        u"S: A3 OK"_s, u"C: A4 UID FETCH 3 (UID BODY.PEEK[])"_s, message(3, u"thr"_s),
        u"S: A4 OK"_s};
    const Outcome first =
        fetch({opened() + Script{u"C: A2 UID SEARCH SINCE 28-Feb-2026"_s} + found + farewell},
            store, from);
    QCOMPARE(first.faults, QStringList());
    QCOMPARE(first.result.stored(), 1);
    // An earlier day: those before are looked for, those there are not fetched again.
    const Outcome wider = fetch(
        {opened() +
            Script{u"C: A2 UID SEARCH ALL"_s, u"S: * SEARCH 1 3"_s, u"S: A2 OK"_s,
                u"C: A3 UID FETCH 1 (UID RFC822.SIZE)"_s, u"S: A3 OK"_s,
                u"C: A4 UID FETCH 1 (UID BODY.PEEK[])"_s, message(1, u"one"_s), u"S: A4 OK"_s} +
            farewell},
        store);
    QCOMPARE(wider.faults, QStringList());
    QCOMPARE(told(store), u"INBOX/7/1=one INBOX/7/3=thr"_s);
}

/// Another UIDVALIDITY: the numbers mean other messages.
void TestFetcher::newNumbers()
{
    MemoryStore store;
    store.states.insert(u"INBOX"_s,
        {6, {}, 900, UidSet::range(1, 900), UidSet{5}, {{8, 0, LeftOut::Reason::Breaks}}});
    const Outcome outcome = fetch({searched() +
                                      Script{message(1, u"one"_s), message(2, u"two"_s),
                                          message(3, u"thr"_s), u"S: A4 OK"_s} +
                                      farewell},
        store);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(outcome.result.folders[0].renumbered);
    QCOMPARE(told(store), allThree);
    QCOMPARE(store.states.value(u"INBOX"_s).uidValidity, 7u);
    // While we are at it, too.
    MemoryStore second;
    const Script again = opened(u"8"_s) +
        Script{u"C: A2 UID SEARCH ALL"_s, u"S: * SEARCH 11"_s, u"S: A2 OK"_s,
            u"C: A3 UID FETCH 11 (UID RFC822.SIZE)"_s, u"S: A3 OK"_s,
            u"C: A4 UID FETCH 11 (UID BODY.PEEK[])"_s, message(11, u"two"_s), u"S: A4 OK"_s};
    const Outcome between =
        fetch({searched() + Script{message(1, u"one"_s), u"cut"_s}, again + farewell}, second);
    QCOMPARE(between.faults, QStringList());
    QCOMPARE(told(second), u"INBOX/7/1=one INBOX/8/11=two"_s);
    QCOMPARE(second.states.value(u"INBOX"_s).done, UidSet{11});
}

void TestFetcher::deletedMeanwhile()
{
    MemoryStore store;
    const Outcome outcome =
        fetch({searched() +
                  Script{message(1, u"one"_s), u"S: * 2 EXPUNGE"_s,
                      u"S+ * 2 FETCH (UID 3 BODY[] {3}\\r\\nthr)\\r\\n"_s,
                      u"S: A4 OK [EXPUNGEISSUED] some are gone"_s, u"C: A5 UID SEARCH UID 2"_s,
                      u"S: * SEARCH"_s, u"S: A5 OK"_s} +
                  farewell},
            store);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(outcome.result.complete());
    QCOMPARE(outcome.result.folders[0].gone, 1);
    QCOMPARE(told(store), u"INBOX/7/1=one INBOX/7/3=thr"_s);
    QVERIFY(store.states.value(u"INBOX"_s).pending.isEmpty());
}

/// One folder is missing: the others are fetched.
void TestFetcher::severalFolders()
{
    Account from = account();
    from.folders = {u"gone"_s, u"レポート"_s, u"INBOX"_s};
    MemoryStore store;
    const Outcome outcome =
        fetch({{u"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"_s, u"C: A1 EXAMINE \"gone\""_s,
                  u"S: A1 NO [NONEXISTENT] no"_s, u"C: A2 EXAMINE \"&MOww3TD8MMg-\""_s,
                  u"S: * OK [UIDVALIDITY 1] x"_s, u"S: A2 OK"_s, u"C: A3 UID SEARCH ALL"_s,
                  u"S: * SEARCH"_s, u"S: A3 OK"_s, u"C: A4 EXAMINE \"INBOX\""_s,
                  u"S: A4 BAD no such command"_s, u"C: A5 LOGOUT"_s, u"S: A5 OK"_s}},
            store, from);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(!outcome.result.failure && !outcome.result.complete());
    QCOMPARE(outcome.result.folders[0].failure->code, ProblemCode::FolderMissing);
    QVERIFY(!outcome.result.folders[1].failure);
    QCOMPARE(outcome.result.folders[2].failure->code, ProblemCode::CommandRefused);
    QCOMPARE(outcome.result.folders[2].failure->detail, u"EXAMINE: no such command"_s);
}

/// What has come is kept.
void TestFetcher::cancelled()
{
    MemoryStore store;
    const Outcome outcome =
        fetch({searched() + Script{message(1, u"one"_s), u"stop"_s, u"silence 9999999"_s}}, store);
    QVERIFY(outcome.result.failure && outcome.result.failure->code == ProblemCode::Cancelled);
    QCOMPARE(outcome.connections, 1);
    QCOMPARE(told(store), u"INBOX/7/1=one"_s);
    QCOMPARE(store.states.value(u"INBOX"_s).pending, UidSet::range(2, 3));
}

void TestFetcher::storeFails()
{
    MemoryStore store;
    store.failing = Problem{ProblemCode::StoreFailed, u"disk full"_s, {}};
    const Outcome outcome = fetch(
        {opened() + Script{u"C: A2 UID SEARCH ALL"_s, u"S: * SEARCH 1"_s, u"S: A2 OK"_s}}, store);
    QVERIFY(outcome.result.failure && outcome.result.failure->code == ProblemCode::StoreFailed);
    QCOMPARE(outcome.connections, 1);
    QVERIFY(store.states.value(u"INBOX"_s).done.isEmpty());
}

void TestFetcher::emptyAndQuoted()
{
    MemoryStore store;
    const Outcome outcome =
        fetch({searched() +
                  Script{u"S+ * 1 FETCH (UID 1 BODY[] {0}\\r\\n)\\r\\n"_s,
                      u"S: * 2 FETCH (UID 2 BODY[] \"\")"_s, message(3, u"thr"_s), u"S: A4 OK"_s} +
                  farewell},
            store);
    QCOMPARE(outcome.faults, QStringList());
    QCOMPARE(told(store), u"INBOX/7/1= INBOX/7/2= INBOX/7/3=thr"_s);
}

/// A folder of many messages costs few and short commands.
void TestFetcher::aHundredThousand()
{
    QByteArray uids;
    for (int uid = 2; uid <= 200'000; uid += 2)
        uids += ' ' + QByteArray::number(uid);
    MemoryStore store;
    ClientLimits limits = quick();
    // All commands in a script, none above the length that the strictest servers take.
    Script script = opened() +
        Script{
            u"C: A2 UID SEARCH ALL"_s, u"S: * SEARCH"_s + QString::fromLatin1(uids), u"S: A2 OK"_s};
    const UidSet all = UidSet::fromText(uids.trimmed().replace(' ', ','));
    QCOMPARE(all.size(), 100'000);
    int tag = 2;
    for (const UidSet &part : all.parts(5'000, std::numeric_limits<int>::max())) {
        for (const UidSet &sizes : part.parts(5'000, limits.commandChars)) {
            const QString text = QString::fromLatin1(sizes.text());
            QVERIFY(text.size() <= limits.commandChars);
            script += {u"C: A%1 UID FETCH %2 (UID RFC822.SIZE)"_s.arg(++tag).arg(text),
                u"S: A%1 OK"_s.arg(tag)};
        }
        const QList<UidSet> sets = part.parts(limits.messagesPerCommand, limits.commandChars);
        int asked = 0;
        for (qsizetype i = 0; i < sets.size(); ++i) {
            while (asked < sets.size() && asked < i + limits.commandsAhead) {
                script += u"C: A%1 UID FETCH %2 (UID BODY.PEEK[])"_s.arg(++tag).arg(
                    QString::fromLatin1(sets[asked].text()));
                ++asked;
            }
            const int replied = tag - int(asked - i) + 1;
            for (const quint32 uid : sets[i].members())
                script += u"S+ * %1 FETCH (UID %1 BODY[] {1}\\r\\nx)\\r\\n"_s.arg(uid);
            script += u"S: A%1 OK"_s.arg(replied);
        }
    }
    const Outcome outcome = fetch({script + farewell}, store, account(), limits);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(outcome.result.complete());
    QCOMPARE(outcome.result.stored(), 100'000);
    QCOMPARE(store.states.value(u"INBOX"_s).done, all);
    QVERIFY(store.commits < 200);
}

namespace {

Account changing(const AfterActions &actions)
{
    Account from = account();
    from.after = actions;
    return from;
}

/// As opened() and searched(), with a folder that may be changed.
Script selected(const QString &capabilities, const Script &script)
{
    Script changed = script;
    changed[0] = u"S: * PREAUTH [CAPABILITY IMAP4rev1%1] hi"_s.arg(capabilities);
    changed[1].replace(u"EXAMINE"_s, u"SELECT"_s);
    for (QString &line : changed)
        line.replace(u"[READ-ONLY]"_s, u"[READ-WRITE]"_s);
    return changed;
}

const Script allCame{message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s), u"S: A4 OK"_s};
const AfterAction seen{AfterAction::Kind::MarkSeen, {}};
const AfterAction moved{AfterAction::Kind::Move, u"六月"_s};

} // namespace

void TestFetcher::changesAfterwards_data()
{
    QTest::addColumn<AfterActions>("actions");
    QTest::addColumn<QString>("capabilities");
    QTest::addColumn<Script>("conversation");
    QTest::addColumn<std::optional<ProblemCode>>("expected");
    const std::optional<ProblemCode> fine;
    QTest::newRow("marks") << AfterActions{seen, {}, seen} << QString()
                           << Script{u"C: A5 UID STORE 1 +FLAGS.SILENT (\\Seen)"_s, u"S: A5 OK"_s,
                                  u"C: A6 UID STORE 3 +FLAGS.SILENT (\\Seen)"_s, u"S: A6 OK"_s}
                           << fine;
    QTest::newRow("moves") << AfterActions{moved, {}, {}} << u" MOVE UIDPLUS"_s
                           << Script{u"C: A5 UID MOVE 1 \"&UW1nCA-\""_s,
                                  u"S: * OK [COPYUID 1 1 5] x"_s, u"S: * 1 EXPUNGE"_s, u"S: A5 OK"_s}
                           << fine;
    QTest::newRow("moves by copying")
        << AfterActions{AfterAction(), moved, {}} << u" UIDPLUS"_s
        << Script{u"C: A5 UID COPY 2 \"&UW1nCA-\""_s, u"S: A5 OK"_s,
               u"C: A6 UID STORE 2 +FLAGS.SILENT (\\Deleted)"_s, u"S: A6 OK"_s,
               u"C: A7 UID EXPUNGE 2"_s, u"S: A7 OK"_s}
        << fine;
    QTest::newRow("cannot move") << AfterActions{moved, {}, {}} << QString() << Script()
                                 << std::optional(ProblemCode::CannotMove);
    QTest::newRow("copy fails") << AfterActions{moved, {}, {}} << u" UIDPLUS"_s
                                << Script{u"C: A5 UID COPY 1 \"&UW1nCA-\""_s,
                                       u"S: A5 NO [TRYCREATE] no such folder"_s}
                                << std::optional(ProblemCode::FolderMissing);
    QTest::newRow("marking fails") << AfterActions{seen, {}, {}} << QString()
                                   << Script{u"C: A5 UID STORE 1 +FLAGS.SILENT (\\Seen)"_s,
                                          u"S: A5 BAD no"_s}
                                   << std::optional(ProblemCode::CommandRefused);
    QTest::newRow("into the same folder")
        << AfterActions{AfterAction{AfterAction::Kind::Move, u"INBOX"_s}, {}, {}} << u" MOVE"_s
        << Script() << fine;
}

void TestFetcher::changesAfterwards()
{
    QFETCH(AfterActions, actions);
    QFETCH(QString, capabilities);
    QFETCH(Script, conversation);
    QFETCH(std::optional<ProblemCode>, expected);
    MemoryStore store;
    const Outcome outcome = fetch(
        {selected(capabilities, searched()) + allCame + conversation + farewell}, store,
        changing(actions));
    QCOMPARE(outcome.faults, QStringList());
    QCOMPARE(told(store), allThree);
    const Failure failed = outcome.result.folders[0].failure;
    QCOMPARE(failed.has_value(), expected.has_value());
    if (expected)
        QCOMPARE(failed->code, *expected);
    const FolderState state = store.states.value(u"INBOX"_s);
    QCOMPARE(state.done, UidSet::range(1, 3));
    const bool allDone = std::all_of(
        state.after.begin(), state.after.end(), [](const UidSet &set) { return set.isEmpty(); });
    QCOMPARE(allDone, !expected.has_value());
}

/// The connection broke after the messages were stored: what has to be done to them is known yet.
void TestFetcher::changesLaterWhatItCouldNot()
{
    MemoryStore store;
    const Script rest = selected(u" MOVE"_s, opened()) +
        Script{u"C: A2 UID MOVE 1 \"&UW1nCA-\""_s, u"S: A2 OK"_s};
    const Outcome outcome = fetch(
        {selected(u" MOVE"_s, searched()) + allCame +
                Script{u"C: A5 UID MOVE 1 \"&UW1nCA-\""_s, u"cut"_s},
            rest + farewell},
        store, changing(AfterActions{moved, {}, {}}));
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(outcome.result.complete());
    QCOMPARE(outcome.connections, 2);
    // In a later run, too; with a folder that is for reading only, not before it is open to change.
    MemoryStore second;
    FolderState state{7, {}, 3, UidSet::range(1, 3), {}, {}, {}};
    state.after[0] = UidSet{1, 2};
    second.states.insert(u"INBOX"_s, state);
    Script readOnly = selected(u" MOVE"_s, opened());
    readOnly.last().replace(u"READ-WRITE"_s, u"READ-ONLY"_s);
    const Script nothing{u"C: A2 UID SEARCH UID 4:*"_s, u"S: * SEARCH"_s, u"S: A2 OK"_s};
    const Outcome refused =
        fetch({readOnly + nothing + farewell}, second, changing(AfterActions{seen, {}, {}}));
    QCOMPARE(refused.faults, QStringList());
    QCOMPARE(refused.result.folders[0].failure->code, ProblemCode::FolderReadOnly);
    QCOMPARE(second.states.value(u"INBOX"_s).after[0], (UidSet{1, 2}));
    const Outcome later = fetch(
        {selected(QString(), opened()) + nothing +
            Script{u"C: A3 UID STORE 1:2 +FLAGS.SILENT (\\Seen)"_s, u"S: A3 OK"_s} + farewell},
        second, changing(AfterActions{seen, {}, {}}));
    QCOMPARE(later.faults, QStringList());
    QVERIFY(later.result.complete() && second.states.value(u"INBOX"_s).after[0].isEmpty());
}

void TestFetcher::watches_data()
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
    QTest::newRow("something came before") << open(u" IDLE"_s, u" 3 9"_s) + end << true << true
                                           << fine;
    QTest::newRow("something comes")
        << nothing + waiting +
            Script{u"S: * OK Still here"_s, u"S: * 4 EXISTS"_s, u"C: DONE"_s, u"S: A3 OK"_s} + end
        << true << true << fine;
    // Before servers hang up, it is said anew.
    QTest::newRow("after a while")
        << nothing + waiting +
            Script{u"C: DONE"_s, u"S: A3 OK"_s, u"C: A4 IDLE"_s, u"S: +"_s, u"S: * 4 EXISTS"_s,
                u"C: DONE"_s, u"S: A4 OK"_s} +
            end
        << true << true << fine;
    QTest::newRow("marks and deletions are no news")
        << nothing + waiting +
            Script{u"S: * 1 FETCH (FLAGS (\\Seen))"_s, u"S: * 2 EXPUNGE"_s, u"C: DONE"_s,
                u"S: A3 OK"_s, u"C: A4 IDLE"_s, u"cut"_s}
        << false << true << std::optional(ProblemCode::ConnectionLost);
    QTest::newRow("no IDLE") << Script{u"S: * PREAUTH [CAPABILITY IMAP4rev1] hi"_s} + end << false
                             << false << fine;
    QTest::newRow("refused") << nothing + Script{u"C: A3 IDLE"_s, u"S: A3 BAD what"_s} + end
                             << false << false << fine;
    QTest::newRow("cut") << nothing + waiting + Script{u"cut"_s} << false << true
                         << std::optional(ProblemCode::ConnectionLost);
    QTest::newRow("BYE") << nothing + waiting + Script{u"S: * BYE"_s, u"cut"_s} << false << true
                         << std::optional(ProblemCode::ServerBye);
    QTest::newRow("folder is gone")
        << Script{u"S: * PREAUTH [CAPABILITY IMAP4rev1 IDLE] hi"_s, u"C: A1 EXAMINE \"INBOX\""_s,
               u"S: A1 NO gone"_s}
        << false << true << std::optional(ProblemCode::CommandRefused);
}

void TestFetcher::watches()
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

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
