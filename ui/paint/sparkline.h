// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <vector>

class QColor;
class QPainter;

namespace sekisho {

/// Where the bars of a sparkline stand: pure geometry. The highest value fills the height, and
/// no value above zero is too low to see.
class SparklineLayout final {
public:
    SparklineLayout(const std::vector<double> &values, const QRectF &area);

    /// Standing on the bottom of the area; empty for zero and less.
    [[nodiscard]] const std::vector<QRectF> &bars() const { return m_bars; }
    [[nodiscard]] const QRectF &area() const { return m_area; }

private:
    QRectF m_area;
    std::vector<QRectF> m_bars;
};

/// Draws the bars in one colour over a faint base line.
void paintSparkline(QPainter &painter, const SparklineLayout &layout, const QColor &color);

} // namespace sekisho
