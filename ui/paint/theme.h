// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/mailcase.h"
#include "report/alignment.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace sekisho {

/// What a colour says. Colours are of the Okabe–Ito set, which colour-blind people can tell apart,
/// and never stand alone: mark() and a word go with them.
enum class Meaning : quint8 { Aligned, Unaligned, Failed, Unknown };

[[nodiscard]] Meaning meaningOf(Outcome outcome);
/// Of a whole cell: Aligned when DMARC passes, Unaligned when something passed, else Failed.
[[nodiscard]] Meaning meaningOf(Cell cell);

/// The full colour for bars and marks, readable on the palette's base.
[[nodiscard]] QColor color(Meaning meaning, const QPalette &palette);
/// A shade of it between the palette's base (0) and the full colour (1).
[[nodiscard]] QColor shade(Meaning meaning, const QPalette &palette, double strength);
/// The same for the case of a mail.
[[nodiscard]] QColor color(MailCase mailCase, const QPalette &palette);
[[nodiscard]] QColor shade(MailCase mailCase, const QPalette &palette, double strength);
/// Black or white, whichever reads better on the background (at least 4.5:1).
[[nodiscard]] QColor textOn(const QColor &background);
/// ● ◐ ✕ ○
[[nodiscard]] QString mark(Meaning meaning);
[[nodiscard]] bool isDark(const QPalette &palette);
/// Light and dark palettes of our own for the Fusion style.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
/// A symbolic icon from the resources in the palette's text colour, sharp at any scale.
[[nodiscard]] QIcon symbolIcon(const QString &name, const QPalette &palette);

} // namespace sekisho
