// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmapview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int dwellMilliseconds = 120;

/// Where an arrow key leads from a cell; the edge holds.
int neighbour(int index, int key)
{
    const Cell from = Cell::at(index);
    int row = int(from.dkim);
    int column = int(from.spf);
    switch (key) {
    case Qt::Key_Left: --column; break;
    case Qt::Key_Right: ++column; break;
    case Qt::Key_Up: --row; break;
    case Qt::Key_Down: ++row; break;
    case Qt::Key_Home: column = 0; break;
    case Qt::Key_End: column = outcomeCount - 1; break;
    default: return -1;
    }
    const auto within = [](int value) { return std::clamp(value, 0, outcomeCount - 1); };
    return Cell{Outcome(within(row)), Outcome(within(column))}.index();
}

} // namespace

HeatmapView::HeatmapView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(dwellMilliseconds);
    connect(&m_dwell, &QTimer::timeout, this, [this] { setCurrent(m_data.hovered); });
}

void HeatmapView::setMatrix(const Matrix &matrix, const Format &format)
{
    HeatmapData data = heatmapData(matrix, format);
    data.totals = m_data.totals;
    data.hovered = m_data.hovered;
    data.current = m_data.current;
    data.focused = m_data.focused;
    data.selected = m_data.selected;
    m_data = data;
    relayout();
    describe();
}

void HeatmapView::setTotals(bool totals)
{
    m_data.totals = totals;
    relayout();
    updateGeometry();
}

void HeatmapView::setSelected(const QList<int> &cells)
{
    m_data.selected = cells;
    describe();
    update();
}

void HeatmapView::setCurrent(int cell)
{
    if (cell < 0 || cell >= cellCount || cell == m_data.current)
        return;
    m_data.current = cell;
    describe();
    update();
    Q_EMIT currentChanged(cell);
}

QSize HeatmapView::sizeHint() const
{
    constexpr int width = 520;
    return {width, heightForWidth(width)};
}

QSize HeatmapView::minimumSizeHint() const
{
    return {300, 220};
}

int HeatmapView::heightForWidth(int width) const
{
    return int(HeatmapLayout::heightFor(width, font(), m_data.totals));
}

void HeatmapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHeatmap(painter, m_data, m_layout, palette(), font());
}

void HeatmapView::resizeEvent(QResizeEvent *)
{
    relayout();
}

void HeatmapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        relayout();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void HeatmapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Select:
        if (m_data.current >= 0)
            Q_EMIT activated(m_data.current);
        return;
    default: break;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int next = plain ? neighbour(std::max(0, m_data.current), event->key()) : -1;
    if (next < 0)
        QWidget::keyPressEvent(event);
    else
        setCurrent(next);
}

void HeatmapView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(m_layout.cellAt(event->position()));
}

void HeatmapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressed = m_layout.cellAt(event->position());
    setCurrent(m_pressed);
}

void HeatmapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int cell = m_layout.cellAt(event->position());
    if (cell >= 0 && cell == m_pressed)
        Q_EMIT activated(cell);
    m_pressed = -1;
}

void HeatmapView::leaveEvent(QEvent *)
{
    setHovered(-1);
}

void HeatmapView::focusInEvent(QFocusEvent *event)
{
    m_data.focused = event->reason() != Qt::MouseFocusReason;
    describe();
    update();
}

void HeatmapView::focusOutEvent(QFocusEvent *)
{
    m_data.focused = false;
    update();
}

void HeatmapView::setHovered(int cell)
{
    if (cell == m_data.hovered)
        return;
    m_data.hovered = cell;
    if (cell >= 0) {
        setCursor(Qt::PointingHandCursor);
        m_dwell.start();
    } else {
        unsetCursor();
        m_dwell.stop();
    }
    update();
}

void HeatmapView::relayout()
{
    m_layout = HeatmapLayout(m_data, font(), size());
    update();
}

void HeatmapView::describe()
{
    if (m_data.current < 0) {
        setAccessibleName(tr("Alignment matrix"));
        return;
    }
    const auto cell = size_t(m_data.current);
    const Cell at = Cell::at(m_data.current);
    //: for screen readers: %1 and %2 are the headings of row and column, %3 the percentage, %4 the
    //: number of messages, %5 what the colour says
    setAccessibleName(
        tr("%1, %2: %3, messages: %4, %5")
            .arg(m_data.rows[size_t(at.dkim)], m_data.columns[size_t(at.spf)],
                m_data.percents[cell], m_data.counts[cell], m_data.words[size_t(meaningOf(at))]));
    setAccessibleDescription(m_data.selected.contains(m_data.current)
            ? tr("Only this cell is shown. Enter shows all cells again.")
            : tr("Arrow keys move between cells. Enter shows only this cell's messages."));
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace sekisho
