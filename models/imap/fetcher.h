// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailstore.h"
#include "imap/signin.h"

namespace sekisho::imap {

/// What came of one folder.
struct FolderResult {
    QString folder;
    qint64 found = 0; ///< messages to fetch
    qint64 stored = 0;
    qint64 doubles = 0; ///< fetched, but there already
    qint64 gone = 0; ///< deleted before they could be fetched
    qint64 bytes = 0;
    qint64 changed = 0; ///< marked as seen or moved
    quint32 uidValidity = 0;
    quint32 searchedTo = 0; ///< what comes later has higher numbers
    bool renumbered = false; ///< the server has given all messages new numbers
    QList<LeftOut> leftOut; ///< this time
    Failure failure;
};

struct FetchResult {
    QList<FolderResult> folders;
    Failure failure; ///< of the whole
    QStringList alerts; ///< the server's, to be read by the user

    [[nodiscard]] qint64 stored() const;
    /// Nothing failed and nothing was left out.
    [[nodiscard]] bool complete() const;
};

struct FetchProgress {
    FolderResult folder; ///< so far
    int tries = 0; ///< in a row without success; then it waits for a while
};

/// What a fetch needs besides the account.
struct FetchSetup {
    AskSecret secret;
    OpenTransport open;
    ClientLimits limits;
    ProtocolLog::Write log;
    std::function<void(const FetchProgress &)> progress;
    /// Reads a message, for what happens to it afterwards; null: nothing does.
    std::function<MailOutcome(const QByteArray &message)> judge;
};

/// Fetches what is new in the account's folders into the store. Blocks; for a thread of its own.
/// The mailbox stays as it is. Lost connections are taken up again where they ended.
[[nodiscard]] FetchResult fetchAccount(
    const Account &account, MailStore &store, const FetchSetup &setup, const Stop &stop);

} // namespace sekisho::imap
