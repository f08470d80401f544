// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

namespace sekisho {

/// An index into Dataset::failures.
using FailureIndex = quint32;

/// The failure reports that a filter shows, newest first; duplicates never are. Parts of the filter
/// that only records have (disposition) go by what the failure report says of the same; a filter on
/// cases shows the samples of addresses with records of them.
[[nodiscard]] std::vector<FailureIndex> selectFailures(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop);

/// How many failure reports are about mail of a sender, named as in Filter::senders; duplicates not
/// counted.
[[nodiscard]] int countFailuresOf(
    const Dataset &dataset, const SenderIndex &senders, const QString &sender);

/// The failure reports about mail of a record: from its address, for its From domain, and received in
/// the period of its report, a day more on either side, as days and clocks of reporters differ.
[[nodiscard]] std::vector<FailureIndex> failuresOf(const Dataset &dataset, Row row);
/// A filter that shows these and no other failure reports.
[[nodiscard]] Filter failuresFilter(const Dataset &dataset, Row row, Basis basis);

/// The other way round: the records that a failure report belongs to.
[[nodiscard]] std::vector<Row> recordsOf(const Dataset &dataset, const FailureInfo &failure);
/// A filter that shows these and no other records.
[[nodiscard]] Filter recordsFilter(const Dataset &dataset, const std::vector<Row> &rows, Basis basis);

} // namespace sekisho
