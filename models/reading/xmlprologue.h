// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

namespace sekisho {

/// Where the reports of a document stand: from the first feedback element to the end of the last.
struct ReportSpan {
    qint64 begin = 0;
    qint64 end = 0; ///< the end of the document where no feedback element is closed
    qint64 skipped = 0; ///< bytes before it that have no place there
    qint64 trailing = 0; ///< bytes behind it that have no place there
    bool headLost = false; ///< the feedback element itself is missing, parts of it are there
};

/// Steps over what may stand before and behind a report: blanks, declaration, comments,
/// processing instructions. Fails with EmptyFile, XmlDoctype, XmlUnusedBody or XmlNoReport; the
/// places are those in `utf8`.
[[nodiscard]] Result<ReportSpan> findReports(QByteArrayView utf8);

/// The name of an element without its prefix, starting behind "<" or "</" at `offset`.
[[nodiscard]] QByteArrayView localNameAt(QByteArrayView utf8, qint64 offset);

} // namespace sekisho
