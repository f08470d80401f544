// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/format.h"

#include <functional>

class QWidget;

namespace sekisho {

/// Shows a widget and writes its picture; false where that fails.
[[nodiscard]] bool takePicture(QWidget &widget, const QString &path);

/// The main() of a program that takes pictures: calls `picturesOf` for both languages, light and
/// dark, with the beginning of the names, "FOLDER/NAME-ja-dark-". FOLDER is the first argument.
[[nodiscard]] int picturesInEveryLook(int argc, char *argv[], const QString &name,
    const std::function<bool(const QString &prefix, const Format &format)> &picturesOf);

} // namespace sekisho
