// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace sekisho {

/// SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits. By OpenSSL, which uses
/// the processor's instructions for it: every original is hashed, and Qt takes ten times as long.
[[nodiscard]] QByteArray sha256Hex(QByteArrayView bytes);

} // namespace sekisho
