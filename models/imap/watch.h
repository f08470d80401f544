// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/fetcher.h"

namespace sekisho::imap {

/// How waiting for new mail ended.
struct Watched {
    bool news = false; ///< there is something to fetch
    bool possible = true; ///< false: the server has no IDLE, only asking now and then helps
    Failure failure;
};

/// Waits on the server until there is mail in the account's first folder that `fetched`, the result
/// of the fetch before, does not know yet. Blocks; for a thread of its own.
[[nodiscard]] Watched watchAccount(const Account &account, const FetchResult &fetched,
    const FetchSetup &setup, const Stop &stop);

} // namespace sekisho::imap
