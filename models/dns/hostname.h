// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ipaddress.h"

#include <QString>

namespace sekisho {

/// The name that a DNS answer gave, normalized as domains are; empty where it cannot be the name of
/// a host: anyone can put any bytes into the reverse zone of his addresses.
[[nodiscard]] QString checkedHostName(const QString &name);

/// Whether text is a domain name in the form of RFC 1035 §2.3.1 with at most 253 characters,
/// several labels of at most 63, made of letters, digits, hyphens and, as mail domains have them,
/// underscores; the last label is not a number.
[[nodiscard]] bool isDomainName(QStringView text);

/// The name that the reverse zone has for an address: "1.2.0.192.in-addr.arpa".
[[nodiscard]] QString reverseName(const IpAddress &ip);

} // namespace sekisho
