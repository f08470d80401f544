// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"
#include "paint/theme.h"

class QPainter;

namespace sekisho {

/// Draws the mark of a meaning as a shape (●◐✕○), so that it looks alike in every font and size.
void paintMark(QPainter &painter, const QRectF &area, Meaning meaning, const QColor &color);

/// Draws the mark of a sender's class: a full square for the owner's own, a half one for a third
/// party, an empty one for what is not registered.
void paintClassMark(QPainter &painter, const QRectF &area, SenderClass senderClass, const QColor &color);

/// The same for a case, each with a shape of its own.
void paintMark(QPainter &painter, const QRectF &area, MailCase mailCase, const QColor &color);

} // namespace sekisho
