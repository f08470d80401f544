// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QStyle;

namespace sekisho {

/// The style that the program's palettes are made for: Fusion, but boxes to tick have an outline
/// that stands out from dark windows too. The caller owns it.
[[nodiscard]] QStyle *programStyle();

} // namespace sekisho
