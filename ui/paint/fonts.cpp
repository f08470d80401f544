// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/fonts.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace sekisho {

QFont sized(const QFont &font, int pixels, bool bold)
{
    QFont result = font;
    result.setPixelSize(std::max(1, pixels));
    if (bold)
        result.setWeight(QFont::DemiBold);
    return result;
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

qreal wrappedHeight(const QFont &font, const QString &text, qreal width)
{
    constexpr qreal endless = 1e6;
    const QRectF needed = QFontMetricsF(font).boundingRect(
        QRectF(0, 0, width, endless), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    return needed.width() > width + 0.5 ? -1 : needed.height();
}

} // namespace sekisho
