// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/theme.h"

class QPainter;

namespace sekisho {

/// Draws the mark of a meaning as a shape (●◐✕○), so that it looks alike in every font and size.
void paintMark(QPainter &painter, const QRectF &area, Meaning meaning, const QColor &color);

} // namespace sekisho
