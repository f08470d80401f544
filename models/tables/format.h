// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/datespan.h"

#include <QLocale>
#include <QString>

namespace sekisho {

/// How values become text for people: the language's numbers and dates, and UTC or local times.
struct Format {
    QLocale locale;
    bool utc = true;

    [[nodiscard]] QString number(qint64 value) const;
    /// "71.27 %". Two digits; a small part is never shown as 0 %, nor nearly all as 100 %:
    /// "< 0.01 %" and "> 99.99 %". An empty whole gives a dash.
    [[nodiscard]] QString percent(qint64 part, qint64 whole) const;
    /// A moment in UTC seconds as date and time; a dash for 0.
    [[nodiscard]] QString dateTime(qint64 seconds) const;
    /// The date of a moment, in the chosen time zone.
    [[nodiscard]] QString date(qint64 seconds) const;
    /// A day counted from 1970-01-01.
    [[nodiscard]] QString day(qint64 day) const;
    /// "2026-06-01 – 2026-06-28", or one date.
    [[nodiscard]] QString period(const DateSpan &span) const;

    bool operator==(const Format &) const = default;
};

/// RFC 3339 in UTC, for exports: "2026-06-01T00:00:00Z".
[[nodiscard]] QString rfc3339(qint64 seconds);

} // namespace sekisho
