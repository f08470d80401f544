// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

namespace sekisho {

/// Rows by their senders, and which ones have most messages.
struct SenderSums {
    SenderList list;
    std::vector<Share> top; ///< the first few
    std::array<std::vector<Share>, cellCount> topOfCells; ///< the first few of each cell
};

[[nodiscard]] SenderSums sendersOf(
    const Dataset &dataset, const SenderIndex &index, Basis basis, const std::vector<Row> &rows);

/// Whether a group comes before another in lists: by messages, then by key.
[[nodiscard]] bool comesFirst(
    const SenderIndex &index, quint32 a, qint64 messagesOfA, quint32 b, qint64 messagesOfB);

} // namespace sekisho
