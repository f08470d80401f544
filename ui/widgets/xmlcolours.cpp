// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/xmlcolours.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Lines are broken at 4,000 characters, so this only bounds lines full of angle brackets.
constexpr qsizetype mostRanges = 400;

bool isNameEnd(QChar c)
{
    return c.isSpace() || c == u'>' || c == u'/' || c == u'?' || c == u'<';
}

/// Collects ranges of one line.
class Colourer final {
public:
    Colourer(const QString &line, const QPalette &palette)
        : m_line(line)
        , m_quiet(palette.color(QPalette::PlaceholderText))
        , m_name(palette.color(QPalette::Link))
        , m_attribute(palette.color(QPalette::LinkVisited))
    {
    }

    QList<QTextLayout::FormatRange> run()
    {
        qsizetype at = m_line.indexOf(u'<');
        while (at >= 0 && m_ranges.size() < mostRanges)
            at = m_line.indexOf(u'<', markup(at));
        return m_ranges;
    }

private:
    void add(qsizetype start, qsizetype end, const QColor &color)
    {
        if (end <= start)
            return;
        QTextLayout::FormatRange range;
        range.start = int(start);
        range.length = int(end - start);
        range.format.setForeground(color);
        m_ranges.append(range);
    }

    /// Colours what begins with the "<" at a place and returns where it ends.
    qsizetype markup(qsizetype at)
    {
        const QStringView rest = QStringView(m_line).sliced(at);
        if (rest.startsWith("<!--"_L1))
            return until(at, "-->"_L1);
        if (rest.startsWith("<!"_L1))
            return until(at, ">"_L1);
        return tag(at);
    }

    qsizetype until(qsizetype at, QLatin1StringView mark)
    {
        const qsizetype found = m_line.indexOf(mark, at);
        const qsizetype end = found < 0 ? m_line.size() : found + mark.size();
        add(at, end, m_quiet);
        return end;
    }

    qsizetype tag(qsizetype at)
    {
        qsizetype name = at + 1;
        if (name < m_line.size() && (m_line[name] == u'/' || m_line[name] == u'?'))
            ++name;
        add(at, name, m_quiet);
        const auto end = std::find_if(m_line.cbegin() + name, m_line.cend(), isNameEnd);
        const qsizetype behind = end - m_line.cbegin();
        add(name, behind, m_name);
        const qsizetype found = m_line.indexOf(u'>', behind);
        const qsizetype close = found < 0 ? m_line.size() : found;
        // "/>" and "?>" close as one.
        const bool paired =
            close > behind && (m_line[close - 1] == u'/' || m_line[close - 1] == u'?');
        add(behind, paired ? close - 1 : close, m_attribute);
        const qsizetype after = std::min(close + 1, m_line.size());
        add(paired ? close - 1 : close, after, m_quiet);
        return std::max(after, at + 1);
    }

    const QString &m_line;
    QColor m_quiet;
    QColor m_name;
    QColor m_attribute;
    QList<QTextLayout::FormatRange> m_ranges;
};

} // namespace

QList<QTextLayout::FormatRange> xmlColours(const QString &line, const QPalette &palette)
{
    return Colourer(line, palette).run();
}

} // namespace sekisho
