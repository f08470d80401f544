// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// Text that sorts senders: addresses and networks by their bytes (".9" before ".10"), names after
/// them by the alphabet.
[[nodiscard]] QString addressOrder(const QString &key);

} // namespace sekisho
