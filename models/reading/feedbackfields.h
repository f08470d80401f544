// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"
#include "base/limits.h"
#include "report/failurereport.h"

namespace sekisho {

/// Reads a feedback part (RFC 5965 §3, RFC 6591 §3, RFC 6692, RFC 9991): field names in any case,
/// repeated and empty fields, words behind an address, base64 that nobody declared.
[[nodiscard]] FeedbackFields readFeedbackFields(const QByteArray &part, const Limits &limits, Notes &notes);

/// What Exim-based reporters write in place of a feedback part, and the header copy behind it.
struct TextFailure {
    FeedbackFields fields;
    ReporterClaim claim;
    QByteArray sample; ///< a header block
    bool found = false;
};

/// Finds "Sender Domain: …", "Sender IP Address: …" in the text of a report.
[[nodiscard]] TextFailure readTextFailure(const QByteArray &text);

} // namespace sekisho
