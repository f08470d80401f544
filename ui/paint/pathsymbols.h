// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/pathdata.h"

#include <QRectF>

class QPainter;

namespace sekisho {

/// Draws the symbol of a station, in the style of the icons.
void paintStation(QPainter &painter, const QRectF &area, StationKind kind, const QColor &ink);

/// Draws a mail with what became of its seal.
void paintEnvelope(QPainter &painter, const QRectF &area, Seal seal, const QPalette &palette);

} // namespace sekisho
