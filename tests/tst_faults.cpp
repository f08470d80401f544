// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault of a server or network in each state of a conversation. Whatever it is, the fetch ends
// with the problem that it was, or gets over it; and the next fetch brings what is missing yet.
#include "imap/fetcher.h"
#include "imap/mailbox.h"
#include "support/scriptedserver.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

/// What the client says, and what it is answered when all is well.
struct State {
    const char *name;
    Script said;
    Script answered;
};

QString message(int uid, const QString &bytes)
{
    return u"S+ * %1 FETCH (UID %1 BODY[] {%2}\\r\\n%3)\\r\\n"_s.arg(uid).arg(bytes.size()).arg(bytes);
}

/// From the greeting to the farewell, over STARTTLS; the tag of state n is An.
QList<State> states()
{
    return {{"greeting", {}, {u"S: * OK hi"_s}},
        {"capability", {u"C: A1 CAPABILITY"_s},
            {u"S: * CAPABILITY IMAP4rev1 STARTTLS"_s, u"S: A1 OK"_s}},
        {"STARTTLS", {u"C: A2 STARTTLS"_s}, {u"S: A2 OK go"_s, u"tls"_s}},
        {"capability again", {u"C: A3 CAPABILITY"_s},
            {u"S: * CAPABILITY IMAP4rev1"_s, u"S: A3 OK"_s}},
        {"login", {u"C: A4 LOGIN \"user\" \"pencil\""_s},
            {u"S: A4 OK [CAPABILITY IMAP4rev1] in"_s}},
        {"examine", {u"C: A5 EXAMINE \"INBOX\""_s},
            {u"S: * 3 EXISTS"_s, u"S: * OK [UIDVALIDITY 7] x"_s, u"S: A5 OK [READ-ONLY] open"_s}},
        {"search", {u"C: A6 UID SEARCH ALL"_s}, {u"S: * SEARCH 1 2 3"_s, u"S: A6 OK"_s}},
        {"sizes", {u"C: A7 UID FETCH 1:3 (UID RFC822.SIZE)"_s}, {u"S: A7 OK"_s}},
        {"fetch", {u"C: A8 UID FETCH 1:3 (UID BODY.PEEK[])"_s},
            {message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s), u"S: A8 OK"_s}},
        {"logout", {u"C: A9 LOGOUT"_s}, {u"S: * BYE"_s, u"S: A9 OK"_s}}};
}

constexpr int afterSearch = 7;
constexpr int fetching = 8;
constexpr int leaving = 9;

Script upTo(int state)
{
    Script script;
    for (const State &each : states().first(state))
        script += each.said + each.answered;
    return script;
}

/// What the next connection says where the one before broke in this state.
Script resumed(int state)
{
    if (state < afterSearch)
        return upTo(leaving + 1);
    Script script = upTo(6);
    if (state == afterSearch)
        script += {u"C: A6 UID FETCH 1:3 (UID RFC822.SIZE)"_s, u"S: A6 OK"_s,
            u"C: A7 UID FETCH 1:3 (UID BODY.PEEK[])"_s, message(1, u"one"_s), message(2, u"two"_s),
            message(3, u"thr"_s), u"S: A7 OK"_s};
    else // the message that would have come may be the reason: it is asked for last
        script += {u"C: A6 UID FETCH 2:3 (UID RFC822.SIZE)"_s, u"S: A6 OK"_s,
            u"C: A7 UID FETCH 2:3 (UID BODY.PEEK[])"_s, message(2, u"two"_s), message(3, u"thr"_s),
            u"S: A7 OK"_s, u"C: A8 UID FETCH 1 (UID BODY.PEEK[])"_s, message(1, u"one"_s),
            u"S: A8 OK"_s};
    return script + Script{u"C: ~A\\d LOGOUT"_s, u"S: * BYE"_s, u"S: A9 OK"_s};
}

struct Fault {
    const char *name;
    Script lines;
    ProblemCode before; ///< what it is where nothing else can be tried; with one connection alone
};

/// Faults that another connection may get over.
QList<Fault> passing(int state)
{
    const QString tag = u"A%1"_s.arg(state);
    return {{"cut", {u"cut"_s}, ProblemCode::ConnectionLost},
        {"cut in a line", {u"S+ * OK [ALE"_s, u"cut"_s}, ProblemCode::ConnectionLost},
        {"stall", {u"silence 99999999"_s}, ProblemCode::TooSlow},
        {"a byte a second", {u"drip 1000 * OK "_s + QString(4'000, u'x')}, ProblemCode::TooSlow},
        {"BYE", {u"S: * BYE going down"_s, u"cut"_s}, ProblemCode::ServerBye},
        {"BYE for the moment", {u"S: * BYE [UNAVAILABLE] later"_s, u"cut"_s},
            ProblemCode::Unavailable},
        {"endless line", {u"zeros 20000000"_s}, ProblemCode::TooLong},
        {"another tag", {u"S: Z9 OK"_s}, ProblemCode::Malformed}};
}

Account account()
{
    Account account;
    account.id = u"test"_s;
    account.host = u"mail.example"_s;
    account.security = Security::StartTls;
    account.user = u"user"_s;
    return account;
}

FetchSetup setupFor(const QList<Script> &scripts, ScriptRecord &record, int tries)
{
    FetchSetup setup;
    setup.secret = [](const Account &, bool) { return Secret{"pencil", {}}; };
    setup.open = openScripts(scripts, record);
    setup.limits.firstPause = 1;
    setup.limits.longestPause = 1;
    setup.limits.tries = tries;
    return setup;
}

struct Outcome {
    FetchResult result;
    QStringList faults;
    int connections = 0;
};

Outcome fetch(const QList<Script> &scripts, MemoryStore &store, int tries)
{
    const Stop never;
    ScriptRecord record;
    Outcome outcome;
    outcome.result = fetchAccount(account(), store, setupFor(scripts, record, tries), never);
    outcome.faults = record.faults;
    outcome.connections = record.connections;
    return outcome;
}

QString told(const MemoryStore &store)
{
    QStringList lines;
    for (auto it = store.messages.cbegin(); it != store.messages.cend(); ++it)
        lines.append(it.key() + u'=' + QString::fromUtf8(it.value()));
    return lines.join(u' ');
}

const QString all = u"INBOX/7/1=one INBOX/7/2=two INBOX/7/3=thr"_s;

} // namespace

class TestFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void getsOverIt_data() { faults(); }
    void getsOverIt();
    void comesNextTime_data() { faults(); }
    void comesNextTime();
    void refusals_data();
    void refusals();
    void inALiteral_data();
    void inALiteral();
    void listing_data();
    void listing();

private:
    static void faults();
};

void TestFaults::faults()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<Script>("lines");
    QTest::addColumn<ProblemCode>("problem");
    const QList<State> all = states();
    for (int state = 0; state < leaving; ++state) {
        for (const Fault &fault : passing(state)) {
            // What comes where a greeting is expected, and is none, is another protocol.
            const bool tagged = QByteArray(fault.name) == "another tag";
            const ProblemCode problem =
                state == 0 && tagged ? ProblemCode::NotImap : fault.before;
            if (state == 0 && tagged)
                continue; // trying again does not help; see refusals()
            QTest::addRow("%s: %s", all[state].name, fault.name)
                << state << upTo(state) + all[state].said + fault.lines << problem;
        }
    }
}

/// Another connection goes on where the one before ended, and all is there.
void TestFaults::getsOverIt()
{
    QFETCH(int, state);
    QFETCH(Script, lines);
    MemoryStore store;
    const Outcome outcome = fetch({lines, resumed(state)}, store, 6);
    QCOMPARE(outcome.faults, QStringList());
    QVERIFY(outcome.result.complete());
    QCOMPARE(outcome.connections, 2);
    QCOMPARE(told(store), all);
}

/// With no other connection it ends, and says why; the next fetch brings everything.
void TestFaults::comesNextTime()
{
    QFETCH(int, state);
    QFETCH(Script, lines);
    MemoryStore store;
    const Outcome failed = fetch({lines}, store, 1);
    QCOMPARE(failed.faults, QStringList());
    QVERIFY(failed.result.failure.has_value());
    QTEST(failed.result.failure->code, "problem");
    QVERIFY(store.messages.isEmpty());
    Script next = upTo(6);
    if (state < afterSearch)
        next = upTo(leaving + 1);
    else
        next += {u"C: A6 UID SEARCH UID 4:*"_s, u"S: * SEARCH"_s, u"S: A6 OK"_s,
            u"C: A7 UID FETCH 1:3 (UID RFC822.SIZE)"_s, u"S: A7 OK"_s,
            u"C: A8 UID FETCH 1:3 (UID BODY.PEEK[])"_s, message(1, u"one"_s), message(2, u"two"_s),
            message(3, u"thr"_s), u"S: A8 OK"_s, u"C: A9 LOGOUT"_s, u"S: * BYE"_s, u"S: A9 OK"_s};
    const Outcome later = fetch({next}, store, 1);
    QCOMPARE(later.faults, QStringList());
    QVERIFY(later.result.complete());
    QCOMPARE(told(store), all);
}

void TestFaults::refusals_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<std::optional<ProblemCode>>("problem");
    QTest::addColumn<std::optional<ProblemCode>>("ofFolder");
    const QList<State> all = states();
    const Script farewell{u"C: ~A\\d+ LOGOUT"_s, u"S: * BYE"_s, u"S: A99 OK"_s};
    using Code = std::optional<ProblemCode>;
    const auto add = [&](const char *name, int state, const Script &answer, Code problem,
                         Code ofFolder = {}, const Script &then = {}) {
        QTest::newRow(name) << upTo(state) + all[state].said + answer + then << problem << ofFolder;
    };
    add("greeting: NO", 0, {u"S: * NO"_s}, ProblemCode::NotImap);
    add("greeting: BAD", 0, {u"S: * BAD"_s}, ProblemCode::NotImap);
    add("greeting: tagged", 0, {u"S: A0 OK hi"_s}, ProblemCode::NotImap);
    add("capability: NO", 1, {u"S: A1 NO"_s}, ProblemCode::StartTlsMissing);
    add("capability: BAD", 1, {u"S: A1 BAD"_s}, ProblemCode::StartTlsMissing);
    add("STARTTLS: NO", 2, {u"S: A2 NO"_s}, ProblemCode::StartTlsRefused);
    add("STARTTLS: BAD", 2, {u"S: A2 BAD"_s}, ProblemCode::StartTlsRefused);
    // What cannot be asked is tried.
    add("capability again: NO", 3, {u"S: A3 NO"_s}, ProblemCode::LoginRefused, {},
        {u"C: A4 LOGIN \"user\" \"pencil\""_s, u"S: A4 NO"_s});
    add("login: NO", 4, {u"S: A4 NO"_s}, ProblemCode::LoginRefused);
    add("login: BAD", 4, {u"S: A4 BAD"_s}, ProblemCode::LoginRefused);
    add("examine: NO", 5, {u"S: A5 NO"_s}, {}, ProblemCode::FolderMissing, farewell);
    add("examine: BAD", 5, {u"S: A5 BAD"_s}, {}, ProblemCode::CommandRefused, farewell);
    add("search: NO", 6, {u"S: A6 NO"_s}, {}, ProblemCode::CommandRefused, farewell);
    add("search: BAD", 6, {u"S: A6 BAD"_s}, {}, ProblemCode::CommandRefused, farewell);
    const Script halves{u"C: A9 UID FETCH 1:2 (UID BODY.PEEK[])"_s,
        u"C: A10 UID FETCH 3 (UID BODY.PEEK[])"_s, message(1, u"one"_s), message(2, u"two"_s),
        u"S: A9 OK"_s, message(3, u"thr"_s), u"S: A10 OK"_s};
    add("sizes: NO", 7, {u"S: A7 NO"_s}, {}, {}, all[8].said + all[8].answered + farewell);
    add("sizes: BAD", 7, {u"S: A7 BAD"_s}, {}, {}, all[8].said + all[8].answered + farewell);
    add("fetch: NO", 8, {u"S: A8 NO"_s}, {}, {}, halves + farewell);
    add("fetch: BAD", 8, {u"S: A8 BAD"_s}, {}, {}, halves + farewell);
    // All is safe by then.
    add("logout: NO", 9, {u"S: A9 NO"_s}, {});
    add("logout: BAD", 9, {u"S: A9 BAD"_s}, {});
    add("logout: cut", 9, {u"cut"_s}, {});
    add("logout: stall", 9, {u"silence 99999999"_s}, {});
    add("logout: rubbish", 9, {u"S: ((("_s, u"cut"_s}, {});
}

/// What the server refuses is not tried over and over; the next fetch asks again.
void TestFaults::refusals()
{
    QFETCH(Script, script);
    QFETCH(std::optional<ProblemCode>, problem);
    QFETCH(std::optional<ProblemCode>, ofFolder);
    MemoryStore store;
    const Outcome outcome = fetch({script}, store, 6);
    QCOMPARE(outcome.faults, QStringList());
    QCOMPARE(outcome.connections, 1);
    QCOMPARE(outcome.result.failure.has_value(), problem.has_value());
    if (problem)
        QCOMPARE(outcome.result.failure->code, *problem);
    const Failure folder = outcome.result.folders.value(0).failure;
    QCOMPARE(folder.has_value(), ofFolder.has_value());
    if (ofFolder)
        QCOMPARE(folder->code, *ofFolder);
    if (!problem && !ofFolder) {
        QCOMPARE(told(store), all);
        return;
    }
    const Outcome later = fetch({upTo(leaving + 1)}, store, 6);
    QCOMPARE(later.faults, QStringList());
    QCOMPARE(told(store), all);
}

void TestFaults::inALiteral_data()
{
    QTest::addColumn<Script>("lines");
    const QString begun = u"S+ * 2 FETCH (UID 2 BODY[] {4000}\\r\\n"_s;
    QTest::newRow("cut before it") << Script{begun, u"cut"_s};
    QTest::newRow("cut in it") << Script{begun + QString(100, u'x'), u"cut"_s};
    QTest::newRow("cut behind it") << Script{begun + QString(4'000, u'x'), u"cut"_s};
    QTest::newRow("stall in it") << Script{begun + QString(100, u'x'), u"silence 99999999"_s};
    QTest::newRow("a byte a second") << Script{begun, u"drip 1000 "_s + QString(4'000, u'x')};
    QTest::newRow("BYE in it") << Script{begun + u"* BYE\\r\\n"_s, u"cut"_s};
    QTest::newRow("NO in it") << Script{begun + u"A8 NO\\r\\n"_s, u"cut"_s};
    QTest::newRow("longer than announced")
        << Script{begun + QString(5'000, u'x') + u")\\r\\n"_s, u"cut"_s};
    QTest::newRow("4 GB") << Script{u"S: * 2 FETCH (UID 2 BODY[] {4294967295}"_s,
        u"zeros 100000"_s};
}

/// What was whole before it is safe, and half a message is never kept.
void TestFaults::inALiteral()
{
    QFETCH(Script, lines);
    MemoryStore store;
    const Outcome failed =
        fetch({upTo(fetching) + states()[fetching].said + Script{message(1, u"one"_s)} + lines},
            store, 1);
    QCOMPARE(failed.faults, QStringList());
    QVERIFY(failed.result.failure.has_value());
    QCOMPARE(told(store), u"INBOX/7/1=one"_s);
    const UidSet rest = store.states.value(u"INBOX"_s).pending;
    QVERIFY(rest == UidSet({2, 3}) || rest == UidSet{3}); // without the one that is too large
}

void TestFaults::listing_data()
{
    QTest::addColumn<int>("tag");
    QTest::addColumn<Script>("lines");
    QTest::addColumn<std::optional<ProblemCode>>("expected");
    using Code = std::optional<ProblemCode>;
    for (const int tag : {5, 6}) {
        for (const Fault &fault : passing(tag))
            QTest::addRow("%s: %s", tag == 5 ? "namespace" : "list", fault.name)
                << tag << fault.lines << Code(fault.before);
    }
    const Script farewell{u"C: ~A\\d LOGOUT"_s, u"S: * BYE"_s, u"S: A8 OK"_s};
    const Script list{u"C: A6 LIST \"\" \"*\""_s, u"S: * LIST () \"/\" INBOX"_s, u"S: A6 OK"_s};
    for (const char *word : {"NO", "BAD"}) {
        const QString said = QString::fromLatin1(word);
        QTest::addRow("namespace: %s", word)
            << 5 << Script{u"S: A5 "_s + said} + list + farewell << Code();
        QTest::addRow("list: %s", word) << 6 << Script{u"S: A6 "_s + said} + farewell << Code();
    }
    QTest::newRow("logout: cut") << 7 << Script{u"cut"_s} << Code();
}

/// Asking for folders, as the test of a connection does.
void TestFaults::listing()
{
    QFETCH(int, tag);
    QFETCH(Script, lines);
    QFETCH(std::optional<ProblemCode>, expected);
    Script script = upTo(4) +
        Script{u"C: A4 LOGIN \"user\" \"pencil\""_s, u"S: A4 OK [CAPABILITY IMAP4rev1 NAMESPACE] in"_s,
            u"C: A5 NAMESPACE"_s};
    if (tag > 5)
        script += {u"S: * NAMESPACE NIL NIL NIL"_s, u"S: A5 OK"_s, u"C: A6 LIST \"\" \"*\""_s};
    if (tag > 6)
        script += {u"S: * LIST () \"/\" INBOX"_s, u"S: A6 OK"_s, u"C: A7 LOGOUT"_s};
    const Stop never;
    ScriptRecord record;
    const FolderList found =
        listFolders(account(), setupFor({script + lines}, record, 1), never);
    QCOMPARE(record.faults, QStringList());
    QCOMPARE(found.failure.has_value(), expected.has_value());
    if (expected)
        QCOMPARE(found.failure->code, *expected);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
