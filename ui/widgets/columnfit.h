// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QTreeView;

namespace sekisho {

/// Makes the columns of a table as wide as what stands in them, until the user sets widths.
class ColumnFit final : public QObject {
    Q_OBJECT
public:
    /// No column gets wider than `most` pixels by itself. Lives as long as the view.
    ColumnFit(QTreeView *view, int most);

    /// Another limit for one column.
    void setMost(int column, int most) { m_mostOf.insert(column, most); }
    /// To be called when new rows are shown.
    void fit();
    /// The widths are somebody's wish now; fit() does nothing any more.
    void keep() { m_kept = true; }

private:
    QTreeView *m_view;
    int m_most;
    QHash<int, int> m_mostOf;
    bool m_kept = false;
    bool m_fitting = false;
};

} // namespace sekisho
