// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/xmlview.h"

#include "widgets/xmlcolours.h"

#include <algorithm>

namespace sekisho {

TextLines TextLines::of(const QString &text)
{
    TextLines lines;
    lines.text = text;
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        lines.starts.push_back(start);
        lines.longest = std::max(lines.longest, int(end - start));
        start = end + 1;
    }
    if (!lines.starts.empty())
        lines.starts.push_back(start);
    return lines;
}

QStringView TextLines::line(int index) const
{
    const qsizetype start = starts[size_t(index)];
    return QStringView(text).sliced(start, starts[size_t(index) + 1] - 1 - start);
}

XmlView::XmlView(QWidget *parent)
    : LinesView(parent)
{
}

void XmlView::setLines(std::shared_ptr<const TextLines> lines)
{
    m_lines = std::move(lines);
    textChanged();
}

QString XmlView::lineText(int line) const
{
    return m_lines->line(line).toString();
}

QList<QTextLayout::FormatRange> XmlView::colours(int, const QString &text) const
{
    return xmlColours(text, palette());
}

} // namespace sekisho
