// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/result.h"
#include "report/aggregatereport.h"

#include <QByteArray>

#include <vector>

namespace sekisho {

/// Reads an aggregate report of any dialect (0.1 draft, RFC 7489 Appendix C, RFC 9990): local
/// names in any case and order, unknown elements skipped and noted, damaged XML repaired as far
/// as it goes, encodings as declared or guessed. More than one feedback element gives more than
/// one report. Fails with XmlNoReport, XmlDoctype, XmlUnusedBody, EmptyFile or a limit.
[[nodiscard]] Result<std::vector<AggregateReport>> readAggregateXml(
    const QByteArray &xml, const Limits &limits, Notes &notes);

} // namespace sekisho
