// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/watch.h"

#include "imap/basiccommands.h"
#include "imap/foldercommands.h"
#include "imap/messagecommands.h"

#include <limits>

namespace sekisho::imap {

namespace {

/// Whether something has come between the last fetch and now. Empty: the connection has failed.
std::optional<bool> hasMore(
    Connection &connection, const Account &account, const FolderResult &fetched)
{
    ExamineCommand examine(fetched.folder);
    if (!connection.run(examine).ok())
        return std::nullopt;
    if (examine.uidValidity() != fetched.uidValidity)
        return true;
    if (fetched.searchedTo == std::numeric_limits<quint32>::max())
        return false;
    SearchCommand search(
        UidSet::range(fetched.searchedTo + 1, std::numeric_limits<quint32>::max()), account.since,
        connection.can("ESEARCH") || connection.can("IMAP4REV2"));
    if (!connection.run(search).ok())
        return std::nullopt;
    return !search.found().isEmpty();
}

} // namespace

Watched watchAccount(const Account &account, const FetchResult &fetched, const FetchSetup &setup,
    const Stop &stop)
{
    if (fetched.folders.isEmpty())
        return {false, false, {}};
    ProtocolLog log(setup.log);
    const SignedIn signedIn = signIn(account, setup.secret, setup.open, setup.limits, log, stop);
    if (!signedIn.connection)
        return {false, true, signedIn.failure};
    Connection &connection = *signedIn.connection;
    const auto leave = [&](const Watched &watched) {
        LogoutCommand logout;
        static_cast<void>(connection.run(logout));
        return watched;
    };
    if (!connection.can("IDLE"))
        return leave({false, false, {}});
    const auto more = hasMore(connection, account, fetched.folders.first());
    if (more.value_or(false))
        return leave({true, true, {}});
    while (more && !connection.problem()) {
        const auto news = connection.idle(setup.limits.idleTime);
        if (news.value_or(false))
            return leave({true, true, {}});
        if (!news && !connection.problem())
            return leave({false, false, {}}); // offered, but refused
    }
    const Failure failed = connection.problem();
    return {false, true, failed ? failed : failure(ProblemCode::CommandRefused, QStringLiteral("IDLE"))};
}

} // namespace sekisho::imap
