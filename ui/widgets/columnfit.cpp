// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columnfit.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeView>

#include <algorithm>

namespace sekisho {

ColumnFit::ColumnFit(QTreeView *view, int most)
    : QObject(view)
    , m_view(view)
    , m_most(most)
{
    // Some rows are enough to guess from; a column of a million rows must not be measured.
    constexpr int measuredRows = 60;
    view->header()->setResizeContentsPrecision(measuredRows);
    connect(view->header(), &QHeaderView::sectionResized, this, [this](int section) {
        const QHeaderView *header = m_view->header();
        const bool stretched =
            header->stretchLastSection() && header->visualIndex(section) == header->count() - 1;
        // Only a pressed mouse button tells a user from the layout.
        if (!m_fitting && !stretched && header->cursor().shape() == Qt::SplitHCursor)
            m_kept = true;
    });
}

void ColumnFit::fit()
{
    if (m_kept || m_view->model()->rowCount() == 0)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    for (int i = 0; i < m_view->header()->count(); ++i) {
        if (m_view->isColumnHidden(i))
            continue;
        m_view->resizeColumnToContents(i);
        // Text is a fraction of a pixel wider than its width in whole pixels.
        constexpr int slack = 4;
        m_view->setColumnWidth(i, std::min(m_view->columnWidth(i) + slack, m_mostOf.value(i, m_most)));
    }
}

} // namespace sekisho
