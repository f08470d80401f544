// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLocale>
#include <QStringList>

namespace sekisho {

/// The font for texts in a language: in Japanese one face for all letters and digits, where the
/// given font has no Japanese of its own.
[[nodiscard]] QFont fontFor(const QLocale &locale, const QFont &font);

/// The font at another size. Sizes are whole pixels of the painter, so a picture scales as one.
[[nodiscard]] QFont sized(const QFont &font, int pixels, bool bold = false);

/// The platform's fixed-width face at the size of another font.
[[nodiscard]] QFont fixedFace(const QFont &font);

/// The size of a font in pixels, however it was given.
[[nodiscard]] int pixelSize(const QFont &font);

/// The largest size from `wanted` down to `least` at which each text fits into a line of `width`;
/// `least` where none does.
[[nodiscard]] int fittingSize(
    const QFont &font, const QStringList &texts, qreal width, int wanted, int least);

/// Flags for drawing text in lines of `width`: broken between words, and within words only where
/// one is too long.
[[nodiscard]] int wrapFlags(const QFont &font, const QString &text, qreal width);

/// The height that a text needs when broken into lines of `width`; negative where a word is wider.
[[nodiscard]] qreal wrappedHeight(const QFont &font, const QString &text, qreal width);

} // namespace sekisho
