// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

QFont fontFor(const QLocale &locale, const QFont &font)
{
    if (locale.language() != QLocale::Japanese)
        return font;
    const QStringList japanese = QFontDatabase::families(QFontDatabase::Japanese);
    if (japanese.contains(QFontInfo(font).family()))
        return font;
    // Left to itself a text takes each digit from the face of the letter before it. And where there are
    // faces for several languages that share Han characters, the Japanese one has to be named.
    for (const QString &family : {u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"IPAexGothic"_s, u"Yu Gothic UI"_s,
             u"Hiragino Sans"_s}) {
        if (!japanese.contains(family))
            continue;
        QFont result = font;
        result.setFamilies({family, font.family()});
        return result;
    }
    return font;
}

QFont sized(const QFont &font, int pixels, bool bold)
{
    QFont result = font;
    result.setPixelSize(std::max(1, pixels));
    if (bold)
        result.setWeight(QFont::DemiBold);
    return result;
}

QFont fixedFace(const QFont &font)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // Fixed-width faces look larger than others of their size.
    fixed.setPixelSize(std::max(1, pixelSize(font) - 1));
    fixed.setWeight(font.weight());
    return fixed;
}

int pixelSize(const QFont &font)
{
    return std::max(1, QFontInfo(font).pixelSize());
}

int fittingSize(const QFont &font, const QStringList &texts, qreal width, int wanted, int least)
{
    for (int size = wanted; size > least; --size) {
        const QFontMetricsF metrics(sized(font, size));
        const bool fits = std::all_of(texts.cbegin(), texts.cend(),
            [&](const QString &text) { return metrics.horizontalAdvance(text) <= width; });
        if (fits)
            return size;
    }
    return least;
}

int wrapFlags(const QFont &font, const QString &text, qreal width)
{
    return wrappedHeight(font, text, width) < 0 ? Qt::TextWordWrap | Qt::TextWrapAnywhere : int(Qt::TextWordWrap);
}

qreal wrappedHeight(const QFont &font, const QString &text, qreal width)
{
    constexpr qreal endless = 1e6;
    const QRectF needed = QFontMetricsF(font).boundingRect(
        QRectF(0, 0, width, endless), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    return needed.width() > width + 0.5 ? -1 : needed.height();
}

} // namespace sekisho
