// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "report/mailsample.h"

namespace sekisho {

/// The fields of a header or of a feedback part, in order.
struct HeaderBlock {
    std::vector<HeaderField> fields;
    qsizetype size = 0; ///< bytes up to where the body begins
    bool cut = false; ///< fields, or the rest of a long one, were left out at a limit
};

enum class BlankLines : quint8 {
    End, ///< the header ends at the first one
    Skip, ///< parts of a block; for feedback parts, which nothing follows
};

/// Takes lines that end with LF or CRLF. Blank lines before the first field are skipped, and lines
/// that are no field (mbox "From ", ">From ") are passed over.
[[nodiscard]] HeaderBlock headerFields(QByteArrayView bytes, BlankLines blanks, const Limits &limits);

/// A mail whose own header has only the fields (by name) that are wanted, in their order; what is no
/// field stays, and so does the body.
[[nodiscard]] QByteArray onlyFields(const QByteArray &mail, bool (*isWanted)(QByteArrayView name));

} // namespace sekisho
