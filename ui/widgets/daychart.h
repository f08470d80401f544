// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/calendarbars.h"
#include "tables/format.h"

#include <QChartView>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace sekisho {

/// Messages over time as stacked bars, what passes below what fails. A bar is a day, or a week, a
/// month or a year where there are more days than places. A click asks for the days of a bar, a
/// drag for those of several; the keyboard does the same.
class DayChart final : public QChartView {
    Q_OBJECT
public:
    explicit DayChart(QWidget *parent = nullptr);

    /// Days in order; days left out count as empty.
    void setDays(const std::vector<DayCount> &days, const Format &format);
    [[nodiscard]] const std::vector<DayBar> &bars() const { return m_bars; }
    [[nodiscard]] CalendarUnit unit() const { return m_unit; }
    [[nodiscard]] const std::vector<AxisLabel> &labels() const { return m_labels; }
    [[nodiscard]] const CountScale &scale() const { return m_scale; }
    /// The bar under the pointer or the keyboard, -1 for none.
    [[nodiscard]] int current() const { return m_current; }
    /// The area of the bars, and of one of them, in the viewport.
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF column(int bar) const;
    [[nodiscard]] int barAt(const QPointF &point) const;
    /// Which days a bar stands for.
    [[nodiscard]] QString spanText(const DayBar &bar) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// UTC seconds of the days of one bar or of several.
    void spanActivated(const sekisho::DateSpan &span);
    void currentChanged(int bar);
    void unitChanged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void drawScale(QPainter *painter) const;
    [[nodiscard]] QFont axisFont() const;
    [[nodiscard]] int nearestBar(qreal x) const;
    [[nodiscard]] QString textOf(int bar) const;
    void rebuild();
    void arrange();
    void fillSets();
    void recolour();
    void setCurrent(int bar);
    void setAnchor(int bar);
    void activate();
    void move(int bar, bool extend);

    std::vector<DayCount> m_days;
    Format m_format;
    std::vector<DayBar> m_bars;
    std::vector<AxisLabel> m_labels;
    CalendarUnit m_unit = CalendarUnit::Day;
    CountScale m_scale;
    QBarSet *m_passed;
    QBarSet *m_failed;
    QStackedBarSeries *m_series;
    QValueAxis *m_across;
    QValueAxis *m_up;
    int m_current = -1;
    int m_anchor = -1; ///< where a choice of several bars began
    bool m_dragging = false;
};

} // namespace sekisho
