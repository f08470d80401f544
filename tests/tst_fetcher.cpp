// SPDX-License-Identifier: GPL-3.0-or-later
// What no well-behaved server does: conversations line by line.
#include "imap/fetcher.h"

#include "support/fetchfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// On a later connection, these are still to come: A1 to A2, then asked for with A3.
Script resumed(const QString &uids, int count)
{
    Script script = opened() + Script{u"C: A2 UID FETCH %1 (UID RFC822.SIZE)"_s.arg(uids)};
    Q_UNUSED(count)
    return script + Script{u"S: A2 OK"_s, u"C: A3 UID FETCH %1 (UID BODY.PEEK[])"_s.arg(uids)};
}

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

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
