// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/stop.h"
#include "imap/account.h"

#include <QByteArray>

namespace sekisho {

/// What a message turns out to be when it is read. With several things in it, the worst counts: what
/// could not be read shall not look as if it were done with.
[[nodiscard]] imap::MailOutcome mailOutcome(
    const QByteArray &message, const Limits &limits, const Stop &stop);

} // namespace sekisho
