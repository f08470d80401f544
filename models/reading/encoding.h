// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"

#include <QByteArray>

namespace sekisho {

/// A document in UTF-8 and how its offsets relate to those of the bytes it was made from.
struct Utf8Text {
    QByteArray bytes; ///< shares the input where that is UTF-8 already
    qint64 skipped = 0; ///< bytes of the input before the first of these (a byte order mark)
    bool converted = false; ///< from another encoding, so offsets do not carry over
};

/// Text in UTF-8: by its byte order mark, by the encoding its XML declaration names, or, where
/// that does not fit the bytes, by the bytes. Whatever is done about it goes to `notes`.
[[nodiscard]] Utf8Text toUtf8(const QByteArray &bytes, Notes &notes);

/// The encoding an XML declaration at the start names, as written; empty: none.
[[nodiscard]] QByteArray declaredEncoding(QByteArrayView bytes);

} // namespace sekisho
