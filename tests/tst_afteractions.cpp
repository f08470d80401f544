// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to messages on the server once they are stored and read.
#include "imap/fetcher.h"
#include "support/fetchfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

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

const Script allCame{
    message(1, u"one"_s), message(2, u"two"_s), message(3, u"thr"_s), u"S: A4 OK"_s};
const AfterAction seen{AfterAction::Kind::MarkSeen, {}};
const AfterAction moved{AfterAction::Kind::Move, u"六月"_s};

} // namespace

class TestAfterActions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesAfterwards_data();
    void changesAfterwards();
    void changesLaterWhatItCouldNot();
};

void TestAfterActions::changesAfterwards_data()
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
                                  u"S: * OK [COPYUID 1 1 5] x"_s, u"S: * 1 EXPUNGE"_s,
                                  u"S: A5 OK"_s}
                           << fine;
    QTest::newRow("moves by copying") << AfterActions{AfterAction(), moved, {}} << u" UIDPLUS"_s
                                      << Script{u"C: A5 UID COPY 2 \"&UW1nCA-\""_s, u"S: A5 OK"_s,
                                             u"C: A6 UID STORE 2 +FLAGS.SILENT (\\Deleted)"_s,
                                             u"S: A6 OK"_s, u"C: A7 UID EXPUNGE 2"_s, u"S: A7 OK"_s}
                                      << fine;
    QTest::newRow("cannot move") << AfterActions{moved, {}, {}} << QString() << Script()
                                 << std::optional(ProblemCode::CannotMove);
    QTest::newRow("copy fails") << AfterActions{moved, {}, {}} << u" UIDPLUS"_s
                                << Script{u"C: A5 UID COPY 1 \"&UW1nCA-\""_s,
                                       u"S: A5 NO [TRYCREATE] no such folder"_s}
                                << std::optional(ProblemCode::FolderMissing);
    QTest::newRow("marking fails")
        << AfterActions{seen, {}, {}} << QString()
        << Script{u"C: A5 UID STORE 1 +FLAGS.SILENT (\\Seen)"_s, u"S: A5 BAD no"_s}
        << std::optional(ProblemCode::CommandRefused);
    QTest::newRow("into the same folder")
        << AfterActions{AfterAction{AfterAction::Kind::Move, u"INBOX"_s}, {}, {}} << u" MOVE"_s
        << Script() << fine;
}

void TestAfterActions::changesAfterwards()
{
    QFETCH(AfterActions, actions);
    QFETCH(QString, capabilities);
    QFETCH(Script, conversation);
    QFETCH(std::optional<ProblemCode>, expected);
    MemoryStore store;
    const Outcome outcome =
        fetch({selected(capabilities, searched()) + allCame + conversation + farewell}, store,
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
void TestAfterActions::changesLaterWhatItCouldNot()
{
    MemoryStore store;
    const Script rest =
        selected(u" MOVE"_s, opened()) + Script{u"C: A2 UID MOVE 1 \"&UW1nCA-\""_s, u"S: A2 OK"_s};
    const Outcome outcome = fetch({selected(u" MOVE"_s, searched()) + allCame +
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

QTEST_GUILESS_MAIN(TestAfterActions)
#include "tst_afteractions.moc"
