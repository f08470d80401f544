// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

enum class LineEnds : quint8 {
    Join, ///< line ends and tabs become blanks: for cells and sentences
    Keep, ///< stay: for views of text
};

/// Text from outside with everything shown that would be invisible or would reorder its
/// neighbours: control characters, bidirectional overrides, zero-width characters, lone
/// surrogates become "‹U+202E›". Text without such comes back unchanged.
[[nodiscard]] QString visibleText(const QString &text, LineEnds lineEnds = LineEnds::Join);

/// As visibleText, cut in the middle of nothing: the first `most` characters and an ellipsis.
[[nodiscard]] QString shortVisibleText(const QString &text, qsizetype most);

} // namespace sekisho
