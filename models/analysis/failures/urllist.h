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
    /// What is listed of a URL: the URL itself, its host, or one above; empty: nothing.
    [[nodiscard]] QString entryFor(const QString &url) const;
    [[nodiscard]] bool contains(const QString &url) const { return !entryFor(url).isEmpty(); }
    bool operator==(const UrlList &) const = default;
};

/// Reads a plain list (one URL or host a line), a hosts file ("0.0.0.0 host"), or URLhaus CSV.
/// Comments (#, ;, //) and defanging are understood; lines that are none of it are counted in the notes.
[[nodiscard]] UrlList readUrlList(const QByteArray &bytes, const Limits &limits, Notes &notes);

} // namespace sekisho
