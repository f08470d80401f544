// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sekisho {

/// The text of an SPF record without what a copy from a page, a mail or a zone file adds.
struct CleanedSpf {
    QString text;
    bool quotes = false; ///< quotation marks, or what a zone file has before the record
    int invisible = 0; ///< characters nobody sees, and blanks that are none to a receiver

    bool operator==(const CleanedSpf &) const = default;
};

[[nodiscard]] CleanedSpf cleanSpf(const QString &text);

} // namespace sekisho
