// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/authresults.h"

#include <QStringView>

namespace sekisho {

/// Reads the value of an Authentication-Results field (RFC 8601), also of ARC's (RFC 8617). Takes
/// what is written in the wild: no authserv-id, semicolons in comments and parentheses, properties
/// without type, comments behind the method, "dmarc=fail (p=none; dis=none) header.from=…".
[[nodiscard]] AuthResults readAuthResults(QStringView value);

} // namespace sekisho
