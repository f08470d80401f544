// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sekisho {

/// Where an item came from: a file and, inside it, the names of the members on the way to it.
struct Origin {
    QString path; ///< of the file, as given
    QStringList members; ///< from the outer to the inner one; empty: the file itself
    int leaf = 0; ///< the number of the item in its file, in reading order

    /// "a.zip → b.xml" without the file.
    [[nodiscard]] QString member() const { return members.join(QStringLiteral(" → ")); }
    bool operator==(const Origin &) const = default;
};

} // namespace sekisho
