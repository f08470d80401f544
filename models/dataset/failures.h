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

/// Whether an address is one of the senders that these keys name, as in Filter::senders.
[[nodiscard]] bool isOneOf(
    const Dataset &dataset, const SenderIndex &senders, AddressId address, const QStringList &keys);

} // namespace sekisho
