// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"

#include <QSet>
#include <QString>

namespace sekisho {

/// URLs and hosts that somebody knows to be bad, loaded from a file of the user's.
struct UrlList {
    QSet<QString> hosts; ///< as urlHost() gives them
    QSet<QString> urls; ///< without scheme and fragment, the host normalized

    [[nodiscard]] bool isEmpty() const { return hosts.isEmpty() && urls.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return hosts.size() + urls.size(); }
    /// Whether a URL, or the host of it or one above, is listed.
    [[nodiscard]] bool contains(const QString &url) const;
    bool operator==(const UrlList &) const = default;
};

/// Reads a plain list (one URL or host a line), a hosts file ("0.0.0.0 host"), or URLhaus CSV.
/// Comments (#, ;, //) and defanging are understood; lines that are none of it are counted in the notes.
[[nodiscard]] UrlList readUrlList(const QByteArray &bytes, const Limits &limits, Notes &notes);

} // namespace sekisho
