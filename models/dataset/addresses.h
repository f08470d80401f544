// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/dataset.h"

#include <QList>

namespace sekisho {

/// The addresses that send these rows, those of most messages first. Texts that are no address are
/// left out.
[[nodiscard]] QList<IpAddress> addressesOf(const Dataset &dataset, const std::vector<Row> &rows);

} // namespace sekisho
