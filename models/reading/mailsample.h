// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "report/mailsample.h"

namespace sekisho {

/// Takes a mail, or a header block alone, apart with GMime: header, texts, attachments with their
/// SHA-256. Never fails; what a limit leaves out is said by `cut`.
[[nodiscard]] MailSample readMailSample(const QByteArray &bytes, const Limits &limits);

/// The mailboxes of an address field, names decoded; groups give their members.
[[nodiscard]] std::vector<MailAddress> readAddresses(const QByteArray &raw, const Limits &limits);

} // namespace sekisho
