// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"
#include "report/mailsample.h"

namespace sekisho {

/// A feedback report found in a mail, with the bytes of its sample.
struct FoundFeedback {
    FailureReport report;
    QByteArray sample; ///< a mail or a header block; empty: there is none
};

/// Finds the feedback reports of a mail, whatever it is wrapped in (RFC 5965, 6591, 7489, 9991 and
/// the variants in the wild): of every kind, not only about authentication. A mail without any that
/// is one of the text-only reports gives that one. Samples are evidence: no report is looked for
/// inside them.
[[nodiscard]] std::vector<FoundFeedback> readFeedback(const QByteArray &mail, const Limits &limits, Notes &notes);

/// Fills the computed fields of a report from its sample: who, what, the alignment, the links.
void readSampleInto(FailureReport &report, const MailSample &sample, const Limits &limits);

} // namespace sekisho
