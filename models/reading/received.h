// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/mailsample.h"

namespace sekisho {

/// Reads the value of a Received field: RFC 5321's form and those of Postfix, Sendmail, Exim, qmail,
/// Exchange, Momentum and Coremail. What cannot be told apart stays in `raw`.
[[nodiscard]] ReceivedHop readReceived(const QString &value);

/// A date of a mail (RFC 5322, also with names of zones, comments and without a weekday) in UTC
/// seconds; 0: none.
[[nodiscard]] qint64 mailTime(const QString &text);

} // namespace sekisho
