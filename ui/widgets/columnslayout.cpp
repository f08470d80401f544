// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columnslayout.h"

#include <QStyle>

#include <algorithm>

namespace sekisho {

namespace {

int heightOf(const QLayoutItem *item, int width)
{
    const int wanted =
        item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
    return std::max(wanted, item->minimumSize().height());
}

} // namespace

ColumnsLayout::ColumnsLayout(int leastWidth, int mostColumns, int space, QWidget *parent)
    : QLayout(parent)
    , m_leastWidth(leastWidth)
    , m_mostColumns(mostColumns)
    , m_space(space)
{
    setContentsMargins(0, 0, 0, 0);
}

ColumnsLayout::~ColumnsLayout()
{
    qDeleteAll(m_items);
}

void ColumnsLayout::setWidest(int width)
{
    m_widest = width;
    invalidate();
}

int ColumnsLayout::columnsAt(int width) const
{
    const int shown = std::max(1, int(shownItems().size()));
    int columns = std::clamp((width + m_space) / (m_leastWidth + m_space), 1, m_mostColumns);
    columns = std::min(columns, shown);
    // Rows as even as can be: four parts stand as 2 + 2, not as 3 + 1.
    const int rows = (shown + columns - 1) / columns;
    return (shown + rows - 1) / rows;
}

void ColumnsLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *ColumnsLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int ColumnsLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize ColumnsLayout::sizeHint() const
{
    const int width = m_leastWidth * 2 + m_space;
    return {width, heightForWidth(width)};
}

QSize ColumnsLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : shownItems())
        size = size.expandedTo(item->minimumSize());
    return size;
}

void ColumnsLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QList<QLayoutItem *> ColumnsLayout::shownItems() const
{
    QList<QLayoutItem *> shown;
    std::copy_if(m_items.cbegin(), m_items.cend(), std::back_inserter(shown),
        [](const QLayoutItem *item) { return !item->isEmpty(); });
    return shown;
}

int ColumnsLayout::arrange(const QRect &rect, bool place) const
{
    const QList<QLayoutItem *> shown = shownItems();
    if (shown.isEmpty())
        return 0;
    const int columns = columnsAt(rect.width());
    const int inner = rect.width() - (columns - 1) * m_space;
    const int width = std::min(m_widest, inner / columns);
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.y();
    for (qsizetype first = 0; first < shown.size(); first += columns) {
        const qsizetype end = std::min(shown.size(), first + columns);
        int height = 0;
        for (qsizetype i = first; i < end; ++i)
            height = std::max(height, heightOf(shown[i], width));
        for (qsizetype i = first; place && i < end; ++i) {
            const int x = rect.x() + int(i - first) * (width + m_space);
            const QRect logical(x, y, width, height);
            shown[i]->setGeometry(QStyle::visualRect(direction, rect, logical));
        }
        y += height + m_space;
    }
    return y - m_space - rect.y();
}

} // namespace sekisho
