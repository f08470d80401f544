// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/csv.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// An optional sign, digits, and perhaps a point with more digits: nothing that computes.
bool isPlainNumber(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.sliced(1);
    const auto point = std::find(text.begin(), text.end(), u'.');
    const auto digits = [](auto first, auto last) {
        return first != last && std::all_of(first, last, isDigit);
    };
    return digits(text.begin(), point) && (point == text.end() || digits(point + 1, text.end()));
}

/// What makes a spreadsheet take a cell for a formula; the wide forms do so in Japanese ones.
bool startsFormula(QStringView text)
{
    constexpr QStringView starts = u"=+-@\t\r\n＝＋－＠";
    return !text.isEmpty() && starts.contains(text.front()) && !isPlainNumber(text);
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = startsFormula(text) ? u'\'' + text : text;
    // In half of Europe a spreadsheet parts cells at ";", and what stands behind it could run.
    const bool quote = std::any_of(cell.cbegin(), cell.cend(),
        [](QChar c) { return QStringView(u",;\t\"\r\n").contains(c); });
    if (!quote)
        return cell;
    cell.replace(u'"', u"\"\""_s);
    return u'"' + cell + u'"';
}

QString csvLine(const QStringList &cells)
{
    QString line;
    for (const QString &cell : cells) {
        if (&cell != &cells.front())
            line += u',';
        line += csvCell(cell);
    }
    return line + u"\r\n"_s;
}

} // namespace sekisho
