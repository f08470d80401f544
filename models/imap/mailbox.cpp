// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/mailbox.h"

#include "imap/basiccommands.h"

#include <algorithm>

namespace sekisho::imap {

namespace {

/// All that can be listed: from the top, and below each prefix, as some servers list only there.
FolderList foldersOf(Connection &connection, const ClientLimits &limits)
{
    QByteArrayList prefixes{QByteArray()};
    if (connection.can("NAMESPACE")) {
        NamespaceCommand command;
        if (connection.run(command).ok())
            prefixes += command.prefixes();
    }
    // Asked only if offered: some servers take it as an error.
    bool askForUse = connection.can("SPECIAL-USE") && connection.can("LIST-EXTENDED");
    QMap<QString, FolderInfo> known;
    FolderList list;
    for (qsizetype i = 0; i < prefixes.size() && i < 50; ++i) {
        if (prefixes.indexOf(prefixes[i]) < i)
            continue;
        ListCommand command(prefixes[i], askForUse, limits.folders);
        const Reply reply = connection.run(command);
        if (connection.problem())
            break;
        if (!reply.ok() && askForUse) {
            askForUse = false;
            --i;
            continue;
        }
        for (const FolderInfo &folder : command.folders()) {
            if (known.size() < limits.folders)
                known.insert(folder.name, folder);
        }
    }
    list.failure = connection.problem();
    list.folders = known.values();
    std::stable_sort(
        list.folders.begin(), list.folders.end(), [](const FolderInfo &a, const FolderInfo &b) {
            const auto isInbox = [](const FolderInfo &f) {
                return f.name == QLatin1StringView("INBOX");
            };
            return isInbox(a) > isInbox(b);
        });
    return list;
}

} // namespace

FolderList listFolders(const Account &account, const FetchSetup &setup, const Stop &stop)
{
    ProtocolLog log(setup.log);
    const SignedIn signedIn = signIn(account, setup.secret, setup.open, setup.limits, log, stop);
    if (!signedIn.connection)
        return {{}, signedIn.failure};
    FolderList list = foldersOf(*signedIn.connection, setup.limits);
    LogoutCommand logout;
    static_cast<void>(signedIn.connection->run(logout));
    return list;
}

std::optional<QString> missingFolder(const Account &account, const QList<FolderInfo> &folders)
{
    for (const QString &name : account.folders) {
        const bool there = std::any_of(folders.cbegin(), folders.cend(),
            [&](const FolderInfo &folder) { return folder.name == name && folder.selectable; });
        if (!there)
            return name;
    }
    return std::nullopt;
}

} // namespace sekisho::imap
