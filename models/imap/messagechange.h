// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/connection.h"
#include "imap/uidset.h"

namespace sekisho::imap {

/// Marks or moves messages of the open folder; told of each part that is done. Others' messages that
/// are marked as deleted stay: without MOVE or UIDPLUS nothing is moved.
[[nodiscard]] Failure change(Connection &connection, const AfterAction &action, const UidSet &uids,
    const ClientLimits &limits, const std::function<Failure(const UidSet &)> &done);

} // namespace sekisho::imap
