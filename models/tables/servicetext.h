// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"

#include <QString>

namespace sekisho {

/// What is wrong with a file of known services, as a sentence with its place; for what
/// readServices() notes, and for its problem.
[[nodiscard]] QString serviceProblemText(const Note &note);

} // namespace sekisho
