// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/visibletext.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

bool isLineEnd(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == U'\t';
}

/// Letters by their category, but blank on the screen: the Hangul and Braille fillers.
bool isBlankLetter(char32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0;
}

bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return isBlankLetter(c);
    }
}

bool needsWork(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 ||
            (c.unicode() >= 0x7f && (c.isSurrogate() || isHidden(c.unicode())));
    });
}

} // namespace

QString visibleText(const QString &text, LineEnds lineEnds)
{
    if (!needsWork(text))
        return text;
    QString result;
    result.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (isLineEnd(c))
            result += lineEnds == LineEnds::Keep ? text[i] : u' ';
        else if (isHidden(c))
            result += u"‹U+%1›"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
        else
            result += QStringView(text).sliced(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return result;
}

QString shortVisibleText(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return visibleText(text);
    const qsizetype end = most > 0 && text[most - 1].isHighSurrogate() ? most - 1 : most;
    return visibleText(text.first(end)) + u'…';
}

} // namespace sekisho
