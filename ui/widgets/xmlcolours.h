// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPalette>
#include <QTextLayout>

namespace sekisho {

/// The colours of one line of XML. Lines are taken for themselves: what began on a line before,
/// such as a comment of several lines, is text here.
[[nodiscard]] QList<QTextLayout::FormatRange> xmlColours(
    const QString &line, const QPalette &palette);

} // namespace sekisho
