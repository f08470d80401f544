// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/aggregatefields.h"

namespace sekisho {

/// Where the schema has a field: `first` where it has to be, `second` and `third` where it can be
/// as well. `belongs`: it stands nowhere else, so a missing start of the first can be made up.
struct FieldHome {
    Field first = Field::Unknown;
    Field second = Field::Unknown;
    Field third = Field::Unknown;
    bool belongs = false;
};

[[nodiscard]] FieldHome homeOf(Field field);

} // namespace sekisho
