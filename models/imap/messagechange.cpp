// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/messagechange.h"

#include "imap/messagecommands.h"

namespace sekisho::imap {

namespace {

using Kind = ChangeCommand::Kind;

/// What has to be said, in this order; empty: it cannot be done safely.
QList<Kind> stepsFor(const AfterAction &action, Connection &connection)
{
    if (action.kind == AfterAction::Kind::MarkSeen)
        return {Kind::MarkSeen};
    if (connection.can("MOVE") || connection.can("IMAP4REV2"))
        return {Kind::Move};
    if (connection.can("UIDPLUS"))
        return {Kind::Copy, Kind::MarkDeleted, Kind::Expunge};
    return {};
}

Failure failureOf(const Reply &reply, const Connection &connection, const AfterAction &action)
{
    if (connection.problem())
        return connection.problem();
    if (reply.code == "TRYCREATE" || reply.code == "NONEXISTENT")
        return failure(ProblemCode::FolderMissing, action.folder);
    return failure(ProblemCode::CommandRefused, reply.text);
}

} // namespace

Failure change(Connection &connection, const AfterAction &action, const UidSet &uids,
    const ClientLimits &limits, const std::function<Failure(const UidSet &)> &done)
{
    if (uids.isEmpty())
        return {};
    const QList<Kind> steps = stepsFor(action, connection);
    if (connection.problem())
        return connection.problem();
    if (steps.isEmpty())
        return failure(ProblemCode::CannotMove);
    for (const UidSet &part : uids.parts(limits.messagesPerCommand, limits.commandChars)) {
        for (const Kind step : steps) {
            ChangeCommand command(step, part, action.folder);
            const Reply reply = connection.run(command);
            if (!reply.ok())
                return failureOf(reply, connection, action);
        }
        if (Failure failed = done(part))
            return failed;
    }
    return {};
}

} // namespace sekisho::imap
