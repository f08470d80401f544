// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/reporttext.h"

namespace sekisho {

/// A record as a story: what arrived, what was found, and what DMARC makes of it.
[[nodiscard]] std::vector<Sentence> recordSentences(const Record &record,
    const PublishedPolicy &policy, const RecordAlignment &alignment,
    const OrganizationalDomains &domains);

/// All fields of a record with their meanings.
[[nodiscard]] std::vector<FactGroup> recordFacts(const Record &record, const Format &format);

/// Why a domain that passed is aligned with the domain in the From header or not (RFC 7489 §3.1).
/// `mechanism` is "DKIM" or "SPF".
[[nodiscard]] QString alignmentReason(const QString &mechanism, const QString &domain,
    const QString &headerFrom, bool strict, const OrganizationalDomains &domains);

} // namespace sekisho
