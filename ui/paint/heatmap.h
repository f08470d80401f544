// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"
#include "paint/theme.h"
#include "tables/format.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace sekisho {

/// The alignment matrix as it is drawn: rows DKIM, columns SPF, all texts ready.
struct HeatmapData {
    Matrix matrix;
    std::array<QString, outcomeCount> rows; ///< headings
    std::array<QString, outcomeCount> columns;
    std::array<QString, outcomeCount> words; ///< what a cell's colour says, by Meaning
    std::array<QString, cellCount> percents;
    std::array<QString, cellCount> counts;
    QString totalHeading;
    std::array<QString, outcomeCount> rowPercents; ///< sums beside and below, where asked for
    std::array<QString, outcomeCount> rowCounts;
    std::array<QString, outcomeCount> columnPercents;
    std::array<QString, outcomeCount> columnCounts;
    QString totalCount;
    bool totals = true;
    int hovered = -1; ///< Cell::index(), -1 for none
    int current = -1; ///< the cell explained
    bool focused = false; ///< whether the current cell has the keyboard
    QList<int> selected;

    bool operator==(const HeatmapData &) const = default;
};

/// The matrix with the language's headings and numbers; nothing hovered or selected.
[[nodiscard]] HeatmapData heatmapData(const Matrix &matrix, const Format &format);

/// Where everything of a heatmap stands: pure geometry in the painter's units. Sizes of text
/// shrink until everything fits; words within cells go when they would be too small to read.
class HeatmapLayout final {
public:
    HeatmapLayout() = default;
    HeatmapLayout(const HeatmapData &data, const QFont &font, const QSizeF &size);

    [[nodiscard]] QRectF cell(int index) const;
    [[nodiscard]] QRectF rowHeading(int row) const;
    [[nodiscard]] QRectF columnHeading(int column) const;
    [[nodiscard]] QRectF rowTotal(int row) const; ///< empty where there is no room or no wish
    [[nodiscard]] QRectF columnTotal(int column) const;
    [[nodiscard]] QRectF corner() const; ///< the whole's total
    [[nodiscard]] QRectF totalHeading(Qt::Orientation orientation) const; ///< over or beside totals
    /// The cell at a point, -1 between and outside of them.
    [[nodiscard]] int cellAt(const QPointF &point) const;
    /// What is covered: all of the width, not more of the height than cells look well with.
    [[nodiscard]] QSizeF size() const { return m_size; }

    [[nodiscard]] int headingSize() const { return m_headingSize; }
    [[nodiscard]] int percentSize() const { return m_percentSize; }
    [[nodiscard]] int countSize() const { return m_countSize; }
    [[nodiscard]] int totalSize() const { return m_totalSize; }
    /// 0: the mark stands alone.
    [[nodiscard]] int wordSize() const { return m_wordSize; }

    /// The height at which cells have a pleasant shape.
    [[nodiscard]] static qreal heightFor(qreal width, const QFont &font, bool totals);

private:
    void placeColumns(const HeatmapData &data, qreal base);
    [[nodiscard]] qreal headingHeight(const HeatmapData &data, const QFont &heading) const;
    void placeRows(const HeatmapData &data, const QFont &font, qreal base);
    void sizeTexts(const HeatmapData &data, const QFont &font, qreal base);

    QSizeF m_size;
    qreal m_gap = 0;
    qreal m_left = 0; ///< width of the row headings
    qreal m_right = 0; ///< width of the row totals
    qreal m_top = 0; ///< height of the column headings
    qreal m_bottom = 0; ///< height of the column totals
    qreal m_cellWidth = 0;
    qreal m_cellHeight = 0;
    int m_headingSize = 0;
    int m_percentSize = 0;
    int m_countSize = 0;
    int m_totalSize = 0;
    int m_wordSize = 0;
};

/// Draws the heatmap into the layout's area, from the painter's origin.
void paintHeatmap(QPainter &painter, const HeatmapData &data, const HeatmapLayout &layout,
    const QPalette &palette, const QFont &font);

/// The background of a cell that holds a part of all messages: paler for less, faintest for none.
[[nodiscard]] QColor cellColor(Meaning meaning, double part, const QPalette &palette);

/// A word for each colour of the matrix.
[[nodiscard]] QString meaningWord(Meaning meaning);

} // namespace sekisho
