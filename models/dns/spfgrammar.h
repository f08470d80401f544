// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ipaddress.h"

#include <QStringView>

#include <optional>

namespace sekisho {

enum class SpfMacroUse : quint8 { None, Some, Wrong };

struct SpfMacros {
    SpfMacroUse use = SpfMacroUse::None;
    bool endsInMacro = false; ///< "%{…}" is last

    bool operator==(const SpfMacros &) const = default;
};

/// The macros of a domain in an SPF record (RFC 7208 §7). The letters that are only for the text of
/// an explanation are wrong here.
[[nodiscard]] SpfMacros spfMacrosIn(QStringView text);

/// name = ALPHA *( ALPHA / DIGIT / "-" / "_" / "." ): of a modifier.
[[nodiscard]] bool isSpfModifierName(QStringView name);
/// domain-end = ( "." toplabel [ "." ] ): what a domain with macros has to end in, else in a macro.
[[nodiscard]] bool endsInTopLabel(QStringView domain);
/// The digits of a prefix length: no sign, no leading zero.
[[nodiscard]] std::optional<int> prefixBits(QStringView digits, int most);
/// Whether no receiver outside will ever see an address of it.
[[nodiscard]] bool isPrivateNetwork(const IpNetwork &network);

} // namespace sekisho
