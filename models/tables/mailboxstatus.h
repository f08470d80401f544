// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"
#include "imap/fetcher.h"

namespace sekisho {

/// A mailbox account and what is going on with it.
struct MailboxStatus {
    enum class State : quint8 { Idle, Running, Done, Failed };

    imap::Account account;
    State state = State::Idle;
    imap::FetchProgress progress; ///< while running
    imap::FetchResult result; ///< of the last fetch
    qint64 finished = 0; ///< when that was, UTC seconds; 0: never in this session

    /// As the user calls it.
    [[nodiscard]] QString name() const
    {
        return account.name.isEmpty() ? account.user + u'@' + account.host : account.name;
    }
};

/// What came of signing in with the browser.
struct SignInAnswer {
    QByteArray secret; ///< to be kept for the account; empty: it did not work
    QString problem; ///< then: why, in words
};

} // namespace sekisho
