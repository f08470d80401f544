// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/result.h"
#include "report/tlsreport.h"

#include <QByteArray>

namespace sekisho {

/// Reads an SMTP TLS report (RFC 8460 §4.4). Tolerant: "_" and "-" in keys, numbers as strings,
/// mx-host as string or list, missing and null members. Fails with JsonDamaged (with its place)
/// or JsonNoReport; oddities go to `notes`.
[[nodiscard]] Result<TlsReport> readTlsReport(const QByteArray &json, const Limits &limits, Notes &notes);

} // namespace sekisho
