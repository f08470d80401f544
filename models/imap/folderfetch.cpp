// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/folderfetch.h"

#include "imap/foldercommands.h"
#include "imap/messagechange.h"

#include <algorithm>
#include <limits>

namespace sekisho::imap {

namespace {

/// So many messages' sizes are asked for before the messages.
constexpr int partMessages = 5'000;
/// A message with which the connection broke so often is left out.
constexpr int mostBreaks = 3;

constexpr quint32 highest = std::numeric_limits<quint32>::max();

Failure refused(const char *command, const Reply &reply)
{
    return failure(ProblemCode::CommandRefused,
        QString::fromLatin1(command) + QStringLiteral(": ") + reply.text);
}

bool isPassing(const Reply &reply)
{
    return reply.code == "UNAVAILABLE" || reply.code == "LIMIT" || reply.code == "INUSE" ||
        reply.code == "SERVERBUG";
}

} // namespace

FolderFetch::FolderFetch(const QString &folder, const Account &account, MailStore &store,
    const FetchSetup &setup, const Stop &stop)
    : m_folder(folder)
    , m_since(account.since)
    , m_actions(setup.judge ? account.after : AfterActions())
    , m_changes(changesMailbox(m_actions))
    , m_store(store)
    , m_setup(setup)
    , m_stop(stop)
    , m_state(store.state(folder))
{
    m_result.folder = folder;
}

qint64 FolderFetch::progress() const
{
    return m_result.stored + m_result.doubles + m_result.gone + m_result.leftOut.size() +
        m_searched;
}

void FolderFetch::report()
{
    if (m_setup.progress)
        m_setup.progress({m_result, 0});
}

Failure FolderFetch::openFolder(Connection &connection)
{
    ExamineCommand examine(m_folder, m_changes);
    const Reply reply = connection.run(examine);
    if (connection.problem())
        return connection.problem();
    if (!reply.ok() && isPassing(reply))
        return failure(ProblemCode::Unavailable, reply.text);
    if (!reply.ok() &&
        (reply.code == "NONEXISTENT" || reply.code == "TRYCREATE" ||
            reply.status == Reply::Status::No))
        return failure(ProblemCode::FolderMissing, m_folder);
    if (!reply.ok())
        return refused(m_changes ? "SELECT" : "EXAMINE", reply);
    if (examine.uidValidity() != m_state.uidValidity) {
        m_result.renumbered = m_state.uidValidity != 0;
        m_state = FolderState();
        m_state.uidValidity = examine.uidValidity();
        m_searched = false;
    }
    m_result.uidValidity = m_state.uidValidity;
    m_readOnly = reply.code == "READ-ONLY";
    return {};
}

/// New numbers, and those of an earlier time that are still to come.
Failure FolderFetch::search(Connection &connection)
{
    const bool wider = m_state.since.isValid() && (!m_since.isValid() || m_since < m_state.since);
    if (wider)
        m_state.searchedTo = 0;
    m_state.since = m_since;
    if (m_state.searchedTo < highest) {
        const UidSet among = UidSet::range(m_state.searchedTo + 1, highest);
        SearchCommand command(
            among, m_since, connection.can("ESEARCH") || connection.can("IMAP4REV2"));
        const Reply reply = connection.run(command);
        if (connection.problem())
            return connection.problem();
        if (!reply.ok())
            return isPassing(reply) ? failure(ProblemCode::Unavailable, reply.text)
                                    : refused("UID SEARCH", reply);
        const UidSet found = command.found();
        m_state.searchedTo = std::max(m_state.searchedTo, found.last());
        m_state.pending.unite(found);
        m_state.pending.subtract(m_state.done);
    }
    // What was too large may be allowed now; what failed may work now.
    const QList<LeftOut> before = std::exchange(m_state.leftOut, {});
    for (const LeftOut &message : before) {
        if (message.reason == LeftOut::Reason::TooLarge &&
            message.size > m_setup.limits.messageBytes)
            m_state.leftOut.append(message);
        else
            m_state.pending.add(message.uid);
    }
    for (const LeftOut &message : std::as_const(m_state.leftOut))
        m_state.pending.remove(message.uid);
    m_searched = true;
    m_result.searchedTo = m_state.searchedTo;
    m_result.found = m_state.pending.size();
    return commitIfMany(true); // from here on, what is to come is known whatever happens
}

void FolderFetch::leaveOut(quint32 uid, qint64 size, LeftOut::Reason reason)
{
    m_state.pending.remove(uid);
    m_state.leftOut.append({uid, size, reason});
    m_result.leftOut.append({uid, size, reason});
}

/// Asks for sizes; what is above the limit is listed instead. A server that does not tell them is
/// held to the limit when the messages come.
UidSet FolderFetch::leaveOutLarge(Connection &connection, const UidSet &uids)
{
    UidSet rest = uids;
    std::vector<std::unique_ptr<FetchSizesCommand>> commands;
    for (const UidSet &part : uids.parts(partMessages, m_setup.limits.commandChars)) {
        commands.push_back(std::make_unique<FetchSizesCommand>(part));
        if (!connection.run(*commands.back()).ok())
            break;
        const QHash<quint32, qint64> &sizes = commands.back()->sizes();
        for (auto it = sizes.cbegin(); it != sizes.cend(); ++it) {
            if (it.value() > m_setup.limits.messageBytes) {
                leaveOut(it.key(), it.value(), LeftOut::Reason::TooLarge);
                rest.remove(it.key());
            }
        }
    }
    return rest;
}

/// What a command's end means for its messages.
void FolderFetch::finished(const FetchMessagesCommand &command, const Reply &reply, Work &work)
{
    UidSet open = command.uids();
    open.subtract(command.received());
    if (open.isEmpty())
        return;
    if (reply.ok()) {
        m_missing.unite(open);
    } else if (command.uids().size() == 1) {
        leaveOut(open.first(), 0, LeftOut::Reason::Refused);
    } else {
        // One bad message shall not stop the others: halves, until it is alone.
        const QList<UidSet> halves =
            open.parts(int((open.size() + 1) / 2), m_setup.limits.commandChars);
        work.insert(work.begin(), halves.cbegin(), halves.cend());
    }
}

/// The connection broke: the message that was coming, or would have come next, may be the reason.
void FolderFetch::blame(const std::vector<std::unique_ptr<FetchMessagesCommand>> &running)
{
    for (const auto &command : running) {
        if (const auto uid = command->tooLarge()) {
            leaveOut(*uid, 0, LeftOut::Reason::TooLarge);
            return;
        }
    }
    for (const auto &command : running) {
        UidSet open = command->uids();
        open.subtract(command->received());
        if (open.isEmpty())
            continue;
        const quint32 uid = open.first();
        if (++m_blamed[uid] >= mostBreaks) {
            m_blamed.remove(uid);
            leaveOut(uid, 0, LeftOut::Reason::Breaks);
        }
        return;
    }
}

Failure FolderFetch::fetchAll(Connection &connection, Work work, int ahead)
{
    std::vector<std::unique_ptr<FetchMessagesCommand>> running;
    while (!work.empty() || !running.empty()) {
        while (!work.empty() && int(running.size()) < ahead) {
            MessageSink &sink = *this;
            running.push_back(std::make_unique<FetchMessagesCommand>(
                work.front(), sink, m_setup.limits.messageBytes));
            work.pop_front();
            if (!connection.send(*running.back()))
                break;
        }
        const Connection::Done done = connection.next();
        if (!done.command) {
            const Failure failed = connection.problem();
            if (failed && failed->code != ProblemCode::Cancelled)
                blame(running);
            return failed ? failed : failure(ProblemCode::ConnectionLost);
        }
        const auto it = std::find_if(running.begin(), running.end(),
            [&](const auto &command) { return command.get() == done.command; });
        finished(**it, done.reply, work);
        running.erase(it);
        report();
        if (Failure failed = commitIfMany())
            return failed;
        if (m_result.bytes > m_setup.limits.sessionBytes)
            return failure(ProblemCode::SessionLimit);
    }
    return {};
}

/// The server says OK, but some did not come: deleted meanwhile, or too many asked for at once.
Failure FolderFetch::fetchMissing(Connection &connection)
{
    UidSet missing = std::exchange(m_missing, {});
    UidSet there;
    for (const UidSet &part : missing.parts(partMessages, m_setup.limits.commandChars)) {
        SearchCommand command(part, {}, false);
        if (!connection.run(command).ok())
            return connection.problem() ? connection.problem()
                                        : failure(ProblemCode::ConnectionLost);
        there.unite(command.found());
    }
    missing.subtract(there);
    m_state.pending.subtract(missing);
    m_result.gone += missing.size();
    Work work;
    for (const quint32 uid : there.members())
        work.push_back(UidSet{uid});
    if (Failure failed = fetchAll(connection, work, m_setup.limits.commandsAhead))
        return failed;
    for (const quint32 uid : std::exchange(m_missing, {}).members())
        leaveOut(uid, 0, LeftOut::Reason::NotSent);
    return {};
}

/// Those with which the connection broke before: each alone, after all others are safe.
Failure FolderFetch::fetchSuspects(Connection &connection)
{
    QList<quint32> suspects = m_blamed.keys();
    std::sort(suspects.begin(), suspects.end());
    for (const quint32 uid : suspects) {
        if (Failure failed = commitIfMany(true))
            return failed;
        if (m_state.pending.contains(uid)) {
            if (Failure failed = fetchAll(connection, {UidSet{uid}}, 1))
                return failed;
        }
        m_blamed.remove(uid);
    }
    return m_missing.isEmpty() ? Failure() : fetchMissing(connection);
}

Failure FolderFetch::fetchPart(Connection &connection, const UidSet &uids)
{
    const UidSet allowed = leaveOutLarge(connection, uids);
    if (connection.problem())
        return connection.problem();
    const QList<UidSet> parts =
        allowed.parts(m_setup.limits.messagesPerCommand, m_setup.limits.commandChars);
    if (Failure failed =
            fetchAll(connection, Work(parts.cbegin(), parts.cend()), m_setup.limits.commandsAhead))
        return failed;
    return m_missing.isEmpty() ? Failure() : fetchMissing(connection);
}

Failure FolderFetch::run(Connection &connection)
{
    m_missing = {};
    m_open = false;
    Failure failed = openFolder(connection);
    if (!failed && !m_searched)
        failed = search(connection);
    if (!failed) {
        report();
        UidSet rest = m_state.pending;
        for (auto it = m_blamed.cbegin(); it != m_blamed.cend(); ++it)
            rest.remove(it.key());
        for (const UidSet &part : rest.parts(partMessages, std::numeric_limits<int>::max())) {
            failed = fetchPart(connection, part);
            if (failed)
                break;
        }
    }
    if (!failed)
        failed = fetchSuspects(connection);
    if (!failed)
        failed = commitIfMany(true);
    if (!failed && m_changes)
        failed = changeAll(connection);
    // Whatever has come is safe, whatever has happened.
    const Failure unsaved = commitIfMany(true);
    report();
    return unsaved ? unsaved : failed;
}

/// What is stored durably is marked or moved as the user wants, each part of it noted once it is done.
Failure FolderFetch::changeAll(Connection &connection)
{
    if (m_readOnly)
        return failure(ProblemCode::FolderReadOnly, m_folder);
    for (size_t i = 0; i < m_actions.size(); ++i) {
        const AfterAction &action = m_actions[i];
        const bool here = action.kind == AfterAction::Kind::Move && action.folder == m_folder;
        const UidSet uids = m_state.after[i];
        if (action.kind == AfterAction::Kind::Nothing || here)
            m_state.after[i] = {};
        else if (Failure failed = change(connection, action, uids, m_setup.limits,
                     [&](const UidSet &done) {
                         m_state.after[i].subtract(done);
                         m_result.changed += done.size();
                         return m_store.commit(m_folder, m_state);
                     }))
            return failed;
    }
    return m_store.commit(m_folder, m_state);
}

Failure FolderFetch::commitIfMany(bool any)
{
    if (Failure failed = m_store.problem())
        return failed;
    const bool many =
        m_kept.size() >= m_setup.limits.batchMessages || m_keptBytes >= m_setup.limits.batchBytes;
    if (!many && !any)
        return {};
    m_state.done.unite(m_kept);
    m_state.pending.subtract(m_kept);
    for (size_t i = 0; i < m_keptAfter.size(); ++i)
        m_state.after[i].unite(std::exchange(m_keptAfter[i], {}));
    m_kept = {};
    m_keptBytes = 0;
    return m_store.commit(m_folder, m_state);
}

void FolderFetch::begin(qint64 size)
{
    m_size = size;
    m_open = true;
    m_message.resize(0);
    m_store.begin();
}

bool FolderFetch::append(QByteArrayView bytes)
{
    if (m_changes)
        m_message += bytes;
    return m_store.append(bytes);
}

void FolderFetch::keep(quint32 uid)
{
    m_open = false;
    const bool isNew = m_store.keep(m_folder, m_state.uidValidity, uid);
    if (m_store.problem())
        return;
    ++(isNew ? m_result.stored : m_result.doubles);
    m_result.bytes += m_size;
    if (m_changes) {
        const auto outcome = size_t(m_setup.judge(m_message));
        if (m_actions[outcome].kind != AfterAction::Kind::Nothing)
            m_keptAfter[outcome].add(uid);
    }
    m_kept.add(uid);
    m_keptBytes += m_size;
}

} // namespace sekisho::imap
