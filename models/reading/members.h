// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stop.h"
#include "reading/budget.h"
#include "reading/sniff.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace sekisho {

/// A member of an archive: its bytes, or the problem why there are none.
struct Member {
    QString name; ///< for showing only, never a path
    QByteArray bytes;
    Notes notes;
    std::optional<Note> problem;
};

/// The name of a member or part for showing: its last part, and no control characters.
[[nodiscard]] QString shownName(const QString &name);

/// Visits the files of a zip (QuaZip), tar or 7z (libarchive) in their order; folders and links
/// are passed over. A problem of the whole archive comes as a member without a name.
void visitMembers(ContentKind kind, const QByteArray &packed, Budget &budget, const Stop &stop,
    const std::function<void(Member &&)> &visit);

} // namespace sekisho
