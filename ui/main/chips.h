// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"
#include "tables/format.h"

namespace sekisho {

/// One narrowing of a filter that has no field of its own in the filter bar.
struct Chip {
    QString text; ///< short
    QString whole; ///< the same at length, for the tooltip
    Filter without; ///< the filter when it is removed
};

[[nodiscard]] QList<Chip> chipsOf(const Filter &filter, const Format &format);

} // namespace sekisho
