// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

namespace sekisho {

/// What bytes are, by their content alone; names and media types lie too often.
enum class ContentKind : quint8 {
    Empty,
    Gzip,
    Bzip2,
    Xz,
    Zstd,
    Zip,
    Tar,
    SevenZip,
    Xml, ///< any XML, also in UTF-16 or behind blanks
    Html,
    Json,
    Mbox,
    Mail,
    Unknown,
};

[[nodiscard]] ContentKind sniff(QByteArrayView bytes);
/// Short stable name: "gzip", "zip", "mail", …
[[nodiscard]] QLatin1StringView contentName(ContentKind kind);

} // namespace sekisho
