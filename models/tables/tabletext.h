// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QModelIndex>
#include <QString>

namespace sekisho {

/// All rows of a model in order, inner ones after the row they belong to.
[[nodiscard]] QModelIndexList allRows(const QAbstractItemModel &model);

/// Rows as people see them, with a line of headers: cells between tabs, one row a line. Rows that
/// belong to another one get its name in a column in front.
[[nodiscard]] QString plainTable(const QModelIndexList &rows, const QList<int> &columns);

/// The same as CSV (RFC 4180): numbers without separators, shares as percentages in full, the rest
/// as people see it.
[[nodiscard]] QString csvTable(const QModelIndexList &rows, const QList<int> &columns);

} // namespace sekisho
