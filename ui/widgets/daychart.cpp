// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/daychart.h"

#include "paint/fonts.h"
#include "paint/theme.h"

#include <QAccessible>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal leastColumn = 5; ///< pixels per bar
constexpr qreal widestBar = 32;
constexpr qreal labelSpace = 8; ///< between the plot and its texts

} // namespace

DayChart::DayChart(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_passed(new QBarSet({}))
    , m_failed(new QBarSet({}))
    , m_series(new QStackedBarSeries(this))
    , m_across(new QValueAxis(this))
    , m_up(new QValueAxis(this))
{
    m_series->append(m_passed);
    m_series->append(m_failed);
    chart()->addSeries(m_series);
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    m_series->attachAxis(m_across);
    m_series->attachAxis(m_up);
    // The texts and lines are drawn here. Those below stand under chosen bars, which no axis of
    // Charts does; and beside a plot area that is set, Charts now and then leaves the lines of an
    // axis where they were for another height.
    m_across->setVisible(false);
    m_up->setVisible(false);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    recolour();
}

void DayChart::setDays(const std::vector<DayCount> &days, const Format &format)
{
    m_days = days;
    m_format = format;
    m_dragging = false;
    m_anchor = -1;
    setCurrent(-1);
    rebuild();
    if (m_bars.empty())
        setAccessibleName(tr("Messages over time"));
    else
        setAccessibleName(tr("Messages over time, from %1 to %2")
                              .arg(format.day(m_bars.front().day),
                                  format.day(m_bars.back().day + m_bars.back().days - 1)));
}

QRectF DayChart::plot() const
{
    return chart()->plotArea();
}

QRectF DayChart::column(int bar) const
{
    const QRectF area = plot();
    const qreal width = area.width() / qreal(std::max<size_t>(1, m_bars.size()));
    return {area.left() + bar * width, area.top(), width, area.height()};
}

int DayChart::nearestBar(qreal x) const
{
    const int bar = int((x - plot().left()) / column(0).width());
    return std::clamp(bar, 0, int(m_bars.size()) - 1);
}

int DayChart::barAt(const QPointF &point) const
{
    return m_bars.empty() || !plot().contains(point) ? -1 : nearestBar(point.x());
}

QString DayChart::spanText(const DayBar &bar) const
{
    if (bar.days == 1)
        return m_format.day(bar.day);
    //: two dates
    return tr("%1 – %2").arg(m_format.day(bar.day), m_format.day(bar.day + bar.days - 1));
}

QSize DayChart::sizeHint() const
{
    return {560, 176};
}

QSize DayChart::minimumSizeHint() const
{
    return {200, 160};
}

void DayChart::rebuild()
{
    const int most = std::max(1, int(std::max(width(), minimumSizeHint().width()) / leastColumn));
    const CalendarUnit unit = unitFor(m_days, most);
    m_bars = calendarBars(m_days, unit, most);
    qint64 highest = 0;
    for (const DayBar &bar : m_bars)
        highest = std::max(highest, bar.passed + bar.failed);
    m_scale = countScale(highest);
    m_up->setRange(0, double(m_scale.top));
    m_across->setRange(-0.5, std::max(0.5, double(m_bars.size()) - 0.5));
    const bool changed = unit != m_unit;
    m_unit = unit;
    arrange();
    if (changed)
        Q_EMIT unitChanged();
}

/// Gives the texts the room that they need and the bars the rest.
void DayChart::arrange()
{
    const QFontMetricsF metrics(axisFont());
    const qreal left = metrics.horizontalAdvance(m_format.number(m_scale.top)) + 2 * labelSpace;
    const qreal below = metrics.height() + labelSpace;
    const qreal above = metrics.height() / 2 + 1;
    const QSizeF size = viewport()->size();
    chart()->setPlotArea(QRectF(left, above, std::max(1.0, size.width() - left - labelSpace),
        std::max(1.0, size.height() - above - below)));
    const qreal width = column(0).width();
    m_series->setBarWidth(std::min(width >= 8 ? 0.76 : 0.88, widestBar / width));
    m_labels = axisLabels(m_bars, m_unit, m_format.locale, width, axisFont());
    fillSets();
    viewport()->update();
}

void DayChart::fillSets()
{
    QList<qreal> passed;
    QList<qreal> failed;
    // What is there is seen, also a single message beside thousands.
    constexpr qreal lowest = 2;
    const qreal least = lowest * double(m_scale.top) / std::max(1.0, plot().height());
    for (const DayBar &bar : m_bars) {
        qreal below = bar.passed > 0 ? std::max(least, double(bar.passed)) : 0;
        const qreal above = bar.failed > 0 ? std::max(least, double(bar.failed)) : 0;
        const qreal beyond = below + above - double(m_scale.top);
        below -= std::max(0.0, beyond);
        passed.append(below);
        failed.append(above);
    }
    m_passed->remove(0, m_passed->count());
    m_failed->remove(0, m_failed->count());
    m_passed->append(passed);
    m_failed->append(failed);
}

void DayChart::recolour()
{
    const auto paint = [this](QBarSet *set, Meaning meaning) {
        set->setPen(QPen(Qt::NoPen));
        set->setBrush(color(meaning, palette()));
    };
    paint(m_passed, Meaning::Aligned);
    paint(m_failed, Meaning::Failed);
    viewport()->update();
}

void DayChart::drawBackground(QPainter *painter, const QRectF &)
{
    drawScale(painter);
    if (m_bars.empty() || m_current < 0)
        return;
    const int from = m_anchor < 0 ? m_current : m_anchor;
    const QRectF area = column(std::min(from, m_current)).united(column(std::max(from, m_current)));
    QColor fill = shade(Meaning::Unknown, palette(), 0.2);
    if (m_anchor >= 0) {
        fill = palette().color(QPalette::Highlight);
        fill.setAlphaF(isDark(palette()) ? 0.4F : 0.2F);
    }
    painter->fillRect(area, fill);
    if (m_anchor >= 0 || hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 2 : 1));
        painter->drawRect(area.adjusted(1, 1, -1, -1));
    }
}

/// Lines behind the bars and their numbers, from the lowest to the highest.
void DayChart::drawScale(QPainter *painter) const
{
    const QRectF area = plot();
    painter->setFont(axisFont());
    const QFontMetricsF metrics(axisFont());
    for (qint64 count = 0; count <= m_scale.top; count += m_scale.step) {
        const qreal y = std::round(area.bottom() - area.height() * double(count) / double(m_scale.top)) + 0.5;
        if (count > 0) {
            painter->setPen(QPen(shade(Meaning::Unknown, palette(), 0.25), 1));
            painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        painter->setPen(palette().color(QPalette::PlaceholderText));
        painter->drawText(QRectF(0, y - metrics.height() / 2, area.left() - labelSpace, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_format.number(count));
    }
}

void DayChart::drawForeground(QPainter *painter, const QRectF &)
{
    const QRectF area = plot();
    painter->setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    painter->setFont(axisFont());
    const QFontMetricsF metrics(axisFont());
    for (const AxisLabel &label : m_labels) {
        const qreal width = metrics.horizontalAdvance(label.text) + 2;
        QRectF place(0, area.bottom() + labelSpace / 2, width, metrics.height());
        place.moveLeft(column(label.bar).center().x() - width / 2);
        place.moveLeft(std::max(0.0, place.left()));
        if (place.right() > viewport()->width())
            continue;
        painter->drawText(place, Qt::AlignCenter | Qt::TextSingleLine, label.text);
    }
    if (hasFocus() && m_current < 0) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->drawRect(area.adjusted(1, 1, -1, -1));
    }
}

bool DayChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_dragging)
        setCurrent(-1);
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int bar = barAt(help->pos());
    QToolTip::showText(help->globalPos(), bar >= 0 ? textOf(bar) : QString(), this);
    return true;
}

void DayChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        arrange();
}

void DayChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    rebuild();
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.size()) - 1;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left: move(m_current < 0 ? last : m_current - 1, extend); break;
    case Qt::Key_Right: move(m_current < 0 ? 0 : m_current + 1, extend); break;
    case Qt::Key_Home: move(0, extend); break;
    case Qt::Key_End: move(last, extend); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: activate(); break;
    case Qt::Key_Escape:
        if (m_anchor < 0) {
            event->ignore();
            break;
        }
        m_dragging = false;
        setAnchor(-1);
        break;
    default: event->ignore(); // the page scrolls
    }
}

void DayChart::mousePressEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position());
    if (event->button() != Qt::LeftButton || bar < 0) {
        event->ignore();
        return;
    }
    m_dragging = true;
    setCurrent(bar);
    setAnchor(bar);
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(m_dragging ? nearestBar(event->position().x()) : barAt(event->position()));
    viewport()->setCursor(m_current >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DayChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    activate();
}

void DayChart::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void DayChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && m_current < 0)
        setCurrent(int(m_bars.size()) - 1);
    viewport()->update();
}

void DayChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    m_dragging = false;
    setAnchor(-1);
    setCurrent(-1);
}

QFont DayChart::axisFont() const
{
    return sized(font(), std::max(10, pixelSize(font()) - 2));
}

QString DayChart::textOf(int bar) const
{
    const DayBar &shown = m_bars[size_t(bar)];
    const qint64 all = shown.passed + shown.failed;
    //: %1 is a day or a span of days, %2 to %4 are numbers, %5 is the percentage that passes
    return tr("%1\nMessages: %2\nPass DMARC: %3 (%5)\nFail DMARC: %4")
        .arg(spanText(shown), m_format.number(all), m_format.number(shown.passed),
            m_format.number(shown.failed), m_format.percent(shown.passed, all));
}

void DayChart::setCurrent(int bar)
{
    if (bar == m_current)
        return;
    m_current = bar;
    setAccessibleDescription(bar >= 0 ? textOf(bar) : QString());
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    viewport()->update();
    Q_EMIT currentChanged(bar);
}

void DayChart::setAnchor(int bar)
{
    m_anchor = bar;
    viewport()->update();
}

void DayChart::activate()
{
    if (m_current < 0)
        return;
    const int from = m_anchor < 0 ? m_current : m_anchor;
    const DayBar &first = m_bars[size_t(std::min(from, m_current))];
    const DayBar &last = m_bars[size_t(std::max(from, m_current))];
    setAnchor(-1);
    Q_EMIT spanActivated({first.day * secondsPerDay, (last.day + last.days) * secondsPerDay});
}

void DayChart::move(int bar, bool extend)
{
    if (m_bars.empty())
        return;
    if (extend && m_anchor < 0)
        m_anchor = std::max(0, m_current);
    else if (!extend)
        m_anchor = -1;
    setCurrent(std::clamp(bar, 0, int(m_bars.size()) - 1));
    viewport()->update();
}

} // namespace sekisho
