// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"

#include <QByteArray>

#include <vector>

namespace sekisho {

/// A stretch of a repaired document: a record, or what stands between two.
struct RepairedPart {
    qint64 begin = 0; ///< in the repaired text
    qint64 original = 0; ///< the same place in the text as it was
    bool record = false;
    bool repaired = false; ///< something of it was closed, dropped or escaped
};

/// A document that is well-formed now.
struct RepairedXml {
    QByteArray text;
    std::vector<RepairedPart> parts; ///< in order, without gaps
    bool truncated = false; ///< the end is missing
    bool tooDeep = false; ///< elements within elements over the limit; nothing of use in `text`
};

/// Makes well-formed XML out of a report that is not: closes what is open where the schema says
/// that it must have ended, drops ends without a beginning, escapes stray characters. A fault
/// stays within its record.
[[nodiscard]] RepairedXml repairXml(QByteArrayView utf8, const Limits &limits);

} // namespace sekisho
