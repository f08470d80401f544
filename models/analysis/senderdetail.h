// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

namespace sekisho {

/// What a mechanism said for one domain.
struct SeenResult {
    enum class Mechanism : quint8 { Dkim, Spf };
    Mechanism mechanism = Mechanism::Dkim;
    QString domain;
    QString label; ///< DKIM selector or SPF scope
    QString result; ///< the standards' word, else as written
    bool passed = false;
    qint64 messages = 0; ///< a message with several signatures counts for each

    bool operator==(const SeenResult &) const = default;
};

/// All about one sender that the results keep no room for. Lists: most messages first, at most
/// SenderDetail::mostLines each.
struct SenderDetail {
    static constexpr size_t mostLines = 200;

    QString key;
    qint64 records = 0;
    qint64 messages = 0;
    std::vector<Share> hosts; ///< known host names
    std::vector<Share> headerFroms;
    std::vector<Share> reporters;
    std::vector<SeenResult> results;
    std::vector<DayCount> days;
    std::vector<Row> rows; ///< records; those with most messages when there are more than asked for

    bool operator==(const SenderDetail &) const = default;
};

/// Looks at those of `rows` that Sender::key of a group or address covers; `mostRows` limits
/// SenderDetail::rows alone.
[[nodiscard]] SenderDetail senderDetailOf(const Dataset &dataset, const SenderIndex &senders,
    const std::vector<Row> &rows, const Filter &filter, const QString &key, size_t mostRows,
    const Stop &stop);

} // namespace sekisho
