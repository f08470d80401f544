// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

#include <QVariantMap>

namespace sekisho {

/// A filter as it is kept in the settings, and back. What does not fit any more is left out.
[[nodiscard]] QVariantMap mapFromFilter(const Filter &filter);
[[nodiscard]] Filter filterFromMap(const QVariantMap &map);

} // namespace sekisho
