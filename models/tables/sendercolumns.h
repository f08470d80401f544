// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sendermaker.h"
#include "tables/column.h"

#include <span>

namespace sekisho {

using SenderColumn = Column<Sender>;

/// What stands in the columns of SenderTable, in their order.
[[nodiscard]] std::span<const SenderColumn> senderColumns();

} // namespace sekisho
