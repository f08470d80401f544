// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// Whether an SPF record below this normalized domain is that of a provider whose servers send for
/// many customers: its networks say little about whose mail it is.
[[nodiscard]] bool isSharedSpfDomain(const QString &domain);

} // namespace sekisho
