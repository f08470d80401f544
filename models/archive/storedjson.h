// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/failurereport.h"
#include "report/tlsreport.h"

namespace sekisho {

/// Reports that are kept as a whole, as JSON of their fields; what is empty is left out.
[[nodiscard]] QByteArray toJson(const FailureReport &report);
[[nodiscard]] QByteArray toJson(const TlsReport &report);
/// Nothing where it is no JSON; fields of other kinds are left as they begin.
[[nodiscard]] std::optional<FailureReport> failureFromJson(const QByteArray &json);
[[nodiscard]] std::optional<TlsReport> tlsFromJson(const QByteArray &json);

/// Lists of texts as a JSON array; empty for an empty list.
[[nodiscard]] QByteArray listToJson(const QStringList &list);
[[nodiscard]] QStringList listFromJson(const QByteArray &json);

} // namespace sekisho
