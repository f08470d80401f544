// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/transport.h"

namespace sekisho::imap {

/// A connection over the network, encrypted from the start if the account says so. Certificates
/// are checked against the system's authorities and the account's own; what is wrong with one is
/// overlooked only if the account has that very certificate pinned.
[[nodiscard]] Opened openSocket(
    const Account &account, const ClientLimits &limits, const Stop &stop);

} // namespace sekisho::imap
