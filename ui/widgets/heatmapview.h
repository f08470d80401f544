// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/heatmap.h"

#include <QTimer>
#include <QWidget>

namespace sekisho {

/// The alignment matrix to point at: the cell under the pointer or the keyboard becomes the current
/// one, a click or Enter activates it.
class HeatmapView final : public QWidget {
    Q_OBJECT
public:
    explicit HeatmapView(QWidget *parent = nullptr);

    void setMatrix(const Matrix &matrix, const Format &format);
    /// Whether sums stand beside and below, where there is room.
    void setTotals(bool totals);
    /// The cells that the filter is narrowed to.
    void setSelected(const QList<int> &cells);
    /// Cell::index() of the cell that is explained, -1 for none.
    [[nodiscard]] int current() const { return m_data.current; }
    void setCurrent(int cell);
    [[nodiscard]] const HeatmapData &data() const { return m_data; }
    [[nodiscard]] const HeatmapLayout &heatmapLayout() const { return m_layout; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged(int cell);
    /// Clicked, or Enter or the space bar pressed.
    void activated(int cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setHovered(int cell);
    void relayout();
    void describe();

    HeatmapData m_data;
    HeatmapLayout m_layout;
    QTimer m_dwell; ///< a pointer that only crosses a cell does not change what is explained
    int m_pressed = -1;
};

} // namespace sekisho
