// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

#include <array>

namespace sekisho {

/// What the rows of one report add up to.
struct ReportSums {
    quint32 report = 0; ///< index into Dataset::reports
    Matrix matrix;
    Counts counts; ///< of the matrix
};

inline constexpr size_t dispositionCount = size_t(Disposition::Other) + 1;
inline constexpr size_t reasonCount = size_t(FailReason::NotReported) + 1;

/// What rows add up to, all from one pass over them. The rest is computed of these few numbers.
struct Sums {
    std::vector<ReportSums> reports; ///< those with rows, as they come
    std::array<Matrix, dispositionCount> dispositions{};
    std::array<Matrix, reasonCount * reasonCount> reasons{}; ///< DKIM's × reasonCount + SPF's
    std::vector<quint8> addresses; ///< per address whether it sent any

    [[nodiscard]] Matrix matrix() const;
};

/// Sums up rows, which are in the order of the dataset.
[[nodiscard]] Sums sumsOf(const Dataset &dataset, Basis basis, const std::vector<Row> &rows);

/// The totals of summed-up rows.
[[nodiscard]] Totals totalsOf(const Dataset &dataset, const SenderIndex &senders, const Sums &sums);

} // namespace sekisho
