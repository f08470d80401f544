// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/foldercommands.h"
#include "imap/fetcher.h"

namespace sekisho::imap {

struct FolderList {
    QList<FolderInfo> folders; ///< sorted, INBOX first
    Failure failure;
};

/// Signs in and asks for the server's folders: what a test of the connection does.
[[nodiscard]] FolderList listFolders(
    const Account &account, const FetchSetup &setup, const Stop &stop);

/// Whether an account's folders are among these; the first one that is not.
[[nodiscard]] std::optional<QString> missingFolder(
    const Account &account, const QList<FolderInfo> &folders);

} // namespace sekisho::imap
