// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/exporttable.h"

namespace sekisho {

/// The failure reports that the filter shows, in the order they were read; duplicates stand among
/// them and say so. Recipients are masked unless the input says otherwise.
[[nodiscard]] ExportTable failuresTable(const ExportInput &input);

/// The URLs in samples that are on one of the user's lists, one line for each and list. Nothing in
/// it is a link.
[[nodiscard]] ExportTable urlHitsTable(const ExportInput &input);

} // namespace sekisho
