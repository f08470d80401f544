// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"

namespace sekisho {

/// A hash over what a record says beside row, address and number.
[[nodiscard]] quint64 outcomeHash(const Dataset &dataset, Row row);
/// Whether two records say the same beside row, address and number.
[[nodiscard]] bool sameOutcome(const Dataset &dataset, Row a, Row b);

} // namespace sekisho
