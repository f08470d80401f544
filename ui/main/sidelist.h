// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace sekisho {

/// The list of pages: an icon, a title, and on the right how much of it there is.
class SideList final : public QListWidget {
    Q_OBJECT
public:
    /// A list of so many rows, all empty.
    explicit SideList(int rows, QWidget *parent = nullptr);

    /// `count` is already a text; empty: nothing to count. `help` says what it counts.
    void setEntry(int row, const QString &title, const QString &count, const QString &help);
    /// Puts a warning sign before the count, until the entry is set again.
    void warn(int row);
    void setIcon(int row, const QIcon &icon) { item(row)->setIcon(icon); }
};

} // namespace sekisho
