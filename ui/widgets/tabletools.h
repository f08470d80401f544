// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

#include <QObject>
#include <QVariantMap>

class QTreeView;

namespace sekisho {

/// What every table of the window has: Ctrl+C copies rows as text with headers, Ctrl+Shift+C as
/// CSV; "Save as CSV…"; a column chooser on the header; a context menu with copy value, filter by
/// and exclude. Works over any item model with the roles of tables/column.h; flat ones and trees.
class TableTools final : public QObject {
    Q_OBJECT
public:
    /// `name` stands in file names and states. Lives as long as the view.
    TableTools(QTreeView *view, const QString &name);

    /// The filter that "filter by" and "exclude" start from.
    void setFilter(const Filter &filter) { m_filter = filter; }
    /// Column order, widths, visibility and sort.
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap &state);

Q_SIGNALS:
    void filterRequested(const sekisho::Filter &filter);

private:
    QTreeView *m_view;
    QString m_name;
    Filter m_filter;
};

} // namespace sekisho
