// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/heatmap.h"

#include "paint/fonts.h"
#include "paint/marks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastText = 8; ///< pixels; smaller is not read by anybody
constexpr qreal padding = 8;
constexpr qreal tallestShape = 0.95; ///< of a cell: height by width

QString translated(const char *text)
{
    return QCoreApplication::translate("Heatmap", text);
}

QColor faintText(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

/// A heading too long for a line breaks after the mechanism's name first, then where it must.
QString headingFor(const QString &text, const QFont &font, qreal width)
{
    const qsizetype space = text.indexOf(u' ');
    if (space < 0 || QFontMetricsF(font).horizontalAdvance(text) <= width)
        return text;
    QString broken = text;
    broken[space] = u'\n';
    return broken;
}

/// Percent over count, both centred.
void paintFigures(QPainter &painter, const QRectF &area, const QFont &large, const QString &percent,
    const QFont &small, const QString &count)
{
    const qreal largeHeight = QFontMetricsF(large).height();
    const qreal smallHeight = QFontMetricsF(small).height();
    const qreal top = area.center().y() - (largeHeight + smallHeight) / 2;
    painter.setFont(large);
    painter.drawText(QRectF(area.left(), top, area.width(), largeHeight), Qt::AlignCenter, percent);
    painter.setFont(small);
    painter.drawText(
        QRectF(area.left(), top + largeHeight, area.width(), smallHeight), Qt::AlignCenter, count);
}

void paintFrame(QPainter &painter, const HeatmapData &data, int index, const QRectF &cell,
    const QPalette &palette)
{
    const auto frame = [&](const QColor &color, qreal width) {
        const qreal inset = width / 2;
        painter.setPen(QPen(color, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), 7, 7);
    };
    if (data.selected.contains(index))
        frame(palette.color(QPalette::Text), 3);
    else if (index == data.current && data.focused)
        frame(palette.color(QPalette::Highlight), 3);
    else if (index == data.current)
        frame(palette.color(QPalette::Text), 1.5);
    else if (index == data.hovered)
        frame(palette.color(QPalette::PlaceholderText), 1.5);
    if (data.selected.contains(index) && index == data.current && data.focused) {
        const QRectF inner = cell.adjusted(4, 4, -4, -4);
        painter.setPen(QPen(palette.color(QPalette::Highlight), 2));
        painter.drawRoundedRect(inner, 4, 4);
    }
}

void paintCell(QPainter &painter, const HeatmapData &data, const HeatmapLayout &layout, int index,
    const QPalette &palette, const QFont &font)
{
    const QRectF cell = layout.cell(index);
    const Meaning meaning = meaningOf(Cell::at(index));
    const qint64 messages = data.matrix.messages[size_t(index)];
    const qint64 total = data.matrix.total();
    const QColor background =
        cellColor(meaning, total > 0 ? double(messages) / double(total) : 0, palette);
    painter.setPen(Qt::NoPen);
    painter.setBrush(background);
    painter.drawRoundedRect(cell, 8, 8);

    const QColor text = messages == 0 ? faintText(palette) : textOn(background);
    const int wordSize = std::max(layout.wordSize(), leastText);
    const QFont wordFont = sized(font, wordSize);
    const qreal line = QFontMetricsF(wordFont).height();
    const qreal inset = std::min(padding, cell.width() / 10);
    const qreal above = std::min(inset, cell.height() / 14);
    const QRectF inner = cell.adjusted(inset, above, -inset, -above);
    const qreal side = wordSize * 0.8;
    paintMark(painter, QRectF(inner.left(), inner.top() + (line - side) / 2, side, side), meaning,
        messages == 0 ? text : textOn(background));
    painter.setPen(text);
    if (layout.wordSize() > 0) {
        painter.setFont(wordFont);
        painter.drawText(inner.adjusted(side + 4, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop,
            data.words[size_t(meaning)]);
    }
    const QRectF figures = inner.adjusted(0, line, 0, 0);
    paintFigures(painter, figures, sized(font, layout.percentSize(), messages > 0),
        data.percents[size_t(index)], sized(font, layout.countSize()), data.counts[size_t(index)]);
    paintFrame(painter, data, index, cell, palette);
}

void paintHeadings(QPainter &painter, const HeatmapData &data, const HeatmapLayout &layout,
    const QPalette &palette, const QFont &font)
{
    const QFont heading = sized(font, layout.headingSize(), true);
    painter.setFont(heading);
    painter.setPen(palette.color(QPalette::Text));
    for (int i = 0; i < outcomeCount; ++i) {
        const QRectF above = layout.columnHeading(i);
        painter.drawText(above, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
            headingFor(data.columns[size_t(i)], heading, above.width()));
        const QRectF beside = layout.rowHeading(i);
        painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
            headingFor(data.rows[size_t(i)], heading, beside.width()));
    }
    painter.setPen(faintText(palette));
    painter.drawText(layout.totalHeading(Qt::Horizontal),
        Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, data.totalHeading);
    painter.drawText(layout.totalHeading(Qt::Vertical),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, data.totalHeading);
}

void paintTotals(QPainter &painter, const HeatmapData &data, const HeatmapLayout &layout,
    const QPalette &palette, const QFont &font)
{
    const QFont large = sized(font, layout.totalSize(), true);
    const QFont small = sized(font, std::max(layout.totalSize() - 2, leastText));
    painter.setPen(palette.color(QPalette::Text));
    for (int i = 0; i < outcomeCount; ++i) {
        const auto at = size_t(i);
        if (!layout.rowTotal(i).isEmpty())
            paintFigures(painter, layout.rowTotal(i), large, data.rowPercents[at], small,
                data.rowCounts[at]);
        if (!layout.columnTotal(i).isEmpty())
            paintFigures(painter, layout.columnTotal(i), large, data.columnPercents[at], small,
                data.columnCounts[at]);
    }
    if (!layout.corner().isEmpty()) {
        painter.setFont(large);
        painter.drawText(layout.corner(), Qt::AlignCenter, data.totalCount);
    }
}

} // namespace

HeatmapData heatmapData(const Matrix &matrix, const Format &format)
{
    HeatmapData data;
    data.matrix = matrix;
    data.rows = {translated(QT_TRANSLATE_NOOP("Heatmap", "DKIM Pass & Aligned")),
        translated(QT_TRANSLATE_NOOP("Heatmap", "DKIM Pass & Not Aligned")),
        translated(QT_TRANSLATE_NOOP("Heatmap", "DKIM Fail"))};
    data.columns = {translated(QT_TRANSLATE_NOOP("Heatmap", "SPF Pass & Aligned")),
        translated(QT_TRANSLATE_NOOP("Heatmap", "SPF Pass & Not Aligned")),
        translated(QT_TRANSLATE_NOOP("Heatmap", "SPF Fail"))};
    for (size_t i = 0; i < data.words.size(); ++i)
        data.words[i] = meaningWord(Meaning(i));
    //: heading of the sums beside and below the matrix
    data.totalHeading = translated(QT_TRANSLATE_NOOP("Heatmap", "Total"));
    const qint64 total = matrix.total();
    std::array<qint64, outcomeCount> rowSums{};
    std::array<qint64, outcomeCount> columnSums{};
    for (int i = 0; i < cellCount; ++i) {
        const qint64 messages = matrix.messages[size_t(i)];
        data.percents[size_t(i)] = format.percent(messages, total);
        data.counts[size_t(i)] = format.number(messages);
        rowSums[size_t(Cell::at(i).dkim)] += messages;
        columnSums[size_t(Cell::at(i).spf)] += messages;
    }
    for (size_t i = 0; i < outcomeCount; ++i) {
        data.rowPercents[i] = format.percent(rowSums[i], total);
        data.rowCounts[i] = format.number(rowSums[i]);
        data.columnPercents[i] = format.percent(columnSums[i], total);
        data.columnCounts[i] = format.number(columnSums[i]);
    }
    data.totalCount = format.number(total);
    return data;
}

HeatmapLayout::HeatmapLayout(const HeatmapData &data, const QFont &font, const QSizeF &size)
    : m_size(size)
{
    const qreal base = pixelSize(font);
    placeColumns(data, base);
    placeRows(data, font, base);
    sizeTexts(data, font, base);
}

void HeatmapLayout::placeColumns(const HeatmapData &data, qreal base)
{
    constexpr qreal leastForTotals = 420;
    const qreal width = m_size.width();
    m_gap = std::clamp(width / 90, 4.0, 8.0);
    m_left = std::clamp(width * 0.17, 5 * base, 9 * base);
    m_right =
        data.totals && width >= leastForTotals ? std::clamp(width * 0.14, 5 * base, 8 * base) : 0;
    const qreal gaps = m_gap * (m_right > 0 ? 4 : 3);
    m_cellWidth = std::max(0.0, (width - m_left - m_right - gaps) / outcomeCount);
}

/// The height of the column headings at a size of text; -1 where headings do not fit.
qreal HeatmapLayout::headingHeight(const HeatmapData &data, const QFont &heading) const
{
    constexpr qreal mostOfHeight = 0.3;
    qreal tallest = 0;
    for (const QString &text : data.columns) {
        const qreal height =
            wrappedHeight(heading, headingFor(text, heading, m_cellWidth), m_cellWidth);
        if (height < 0)
            return -1;
        tallest = std::max(tallest, height);
    }
    const qreal cellHeight = (m_size.height() - tallest - m_bottom - 4 * m_gap) / outcomeCount;
    for (const QString &text : data.rows) {
        const qreal height = wrappedHeight(heading, headingFor(text, heading, m_left), m_left);
        if (height < 0 || height > cellHeight)
            return -1;
    }
    return tallest <= m_size.height() * mostOfHeight ? tallest : -1;
}

void HeatmapLayout::placeRows(const HeatmapData &data, const QFont &font, qreal base)
{
    m_bottom = data.totals ? 2.8 * base : 0;
    m_headingSize = leastText;
    m_top = QFontMetricsF(sized(font, leastText, true)).height();
    qreal fewestLines = std::numeric_limits<qreal>::max();
    // A little smaller is better than a line more; much smaller is only for want of room.
    for (int size = int(base); size >= leastText; --size) {
        const QFont heading = sized(font, size, true);
        const qreal height = headingHeight(data, heading);
        const bool small = size < base * 0.8;
        if (height < 0 || (small && fewestLines < std::numeric_limits<qreal>::max()))
            continue;
        const qreal lines = std::round(height / QFontMetricsF(heading).lineSpacing());
        if (lines < fewestLines) {
            fewestLines = lines;
            m_headingSize = size;
            m_top = height;
        }
    }
    const qreal gaps = m_gap * (m_bottom > 0 ? 4 : 3);
    const qreal room = (m_size.height() - m_top - m_bottom - gaps) / outcomeCount;
    m_cellHeight = std::clamp(room, 0.0, std::max(m_cellWidth * tallestShape, 5 * base));
    m_size.setHeight(m_top + m_bottom + gaps + outcomeCount * m_cellHeight);
}

void HeatmapLayout::sizeTexts(const HeatmapData &data, const QFont &font, qreal base)
{
    const qreal inner = m_cellWidth - 2 * std::min(padding, m_cellWidth / 10);
    const QStringList words(data.words.cbegin(), data.words.cend());
    const int wanted = std::max(leastText, int(std::min(base * 0.86, m_cellHeight / 5)));
    // The mark and its distance take as much as a letter and a half.
    const qreal beside = inner - wanted * 0.8 - 4;
    m_wordSize = fittingSize(font, words, beside, wanted, leastText - 1);
    if (m_wordSize < leastText)
        m_wordSize = 0;

    const int large =
        int(std::clamp(std::min(m_cellHeight * 0.3, m_cellWidth * 0.2), 9.0, base * 2.6));
    const QStringList percents(data.percents.cbegin(), data.percents.cend());
    m_percentSize = fittingSize(sized(font, large, true), percents, inner, large, leastText);
    const int small = int(std::clamp(m_percentSize * 0.62, 9.0, base * 1.15));
    const QStringList counts(data.counts.cbegin(), data.counts.cend());
    m_countSize = fittingSize(font, counts, inner, small, leastText);

    QStringList totals(data.columnPercents.cbegin(), data.columnPercents.cend());
    totals += QStringList(data.rowPercents.cbegin(), data.rowPercents.cend());
    totals << data.totalCount;
    const qreal room = m_right > 0 ? std::min(m_right, m_cellWidth) : m_cellWidth;
    m_totalSize = fittingSize(sized(font, int(base), true), totals, room, int(base), leastText);
}

QRectF HeatmapLayout::cell(int index) const
{
    const Cell at = Cell::at(index);
    return {m_left + m_gap + int(at.spf) * (m_cellWidth + m_gap),
        m_top + m_gap + int(at.dkim) * (m_cellHeight + m_gap), m_cellWidth, m_cellHeight};
}

QRectF HeatmapLayout::rowHeading(int row) const
{
    const QRectF first = cell(row * outcomeCount);
    return {0, first.top(), m_left, m_cellHeight};
}

QRectF HeatmapLayout::columnHeading(int column) const
{
    return {cell(column).left(), 0, m_cellWidth, m_top};
}

QRectF HeatmapLayout::rowTotal(int row) const
{
    if (m_right <= 0)
        return {};
    return {m_size.width() - m_right, cell(row * outcomeCount).top(), m_right, m_cellHeight};
}

QRectF HeatmapLayout::columnTotal(int column) const
{
    if (m_bottom <= 0)
        return {};
    return {cell(column).left(), m_size.height() - m_bottom, m_cellWidth, m_bottom};
}

QRectF HeatmapLayout::corner() const
{
    if (m_right <= 0 || m_bottom <= 0)
        return {};
    return {m_size.width() - m_right, m_size.height() - m_bottom, m_right, m_bottom};
}

QRectF HeatmapLayout::totalHeading(Qt::Orientation orientation) const
{
    if (orientation == Qt::Horizontal)
        return m_right > 0 ? QRectF(m_size.width() - m_right, 0, m_right, m_top) : QRectF();
    return m_bottom > 0 ? QRectF(0, m_size.height() - m_bottom, m_left, m_bottom) : QRectF();
}

int HeatmapLayout::cellAt(const QPointF &point) const
{
    for (int i = 0; i < cellCount; ++i) {
        if (cell(i).contains(point))
            return i;
    }
    return -1;
}

qreal HeatmapLayout::heightFor(qreal width, const QFont &font, bool totals)
{
    constexpr qreal shape = 0.62;
    HeatmapLayout columns;
    columns.m_size = QSizeF(width, 0);
    HeatmapData data;
    data.totals = totals;
    const qreal base = pixelSize(font);
    columns.placeColumns(data, base);
    const qreal headings = 2.8 * base;
    return std::ceil(headings + (totals ? 2.8 * base : 0) + 4 * columns.m_gap +
        outcomeCount * std::max(columns.m_cellWidth * shape, 5 * base));
}

void paintHeatmap(QPainter &painter, const HeatmapData &data, const HeatmapLayout &layout,
    const QPalette &palette, const QFont &font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeadings(painter, data, layout, palette, font);
    for (int i = 0; i < cellCount; ++i)
        paintCell(painter, data, layout, i, palette, font);
    paintTotals(painter, data, layout, palette, font);
    painter.restore();
}

QColor cellColor(Meaning meaning, double part, const QPalette &palette)
{
    if (part <= 0)
        return shade(meaning, palette, 0.06);
    // Small parts matter as well: the square root tells 1 % from 5 % by eye. On a dark ground the
    // full colour would glare.
    const double range = isDark(palette) ? 0.5 : 0.74;
    return shade(meaning, palette, 0.16 + range * std::sqrt(std::min(part, 1.0)));
}

QString meaningWord(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Aligned: return translated(QT_TRANSLATE_NOOP("Heatmap", "Pass"));
    case Meaning::Unaligned:
        //: something passed, but for another domain
        return translated(QT_TRANSLATE_NOOP("Heatmap", "Not aligned"));
    case Meaning::Failed: return translated(QT_TRANSLATE_NOOP("Heatmap", "Fail"));
    case Meaning::Unknown: break;
    }
    return translated(QT_TRANSLATE_NOOP("Heatmap", "Unknown"));
}

} // namespace sekisho
