// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"

#include <QString>

#include <functional>

namespace sekisho {

/// What came from a shelf.
template <typename T> struct Taken {
    T content;
    QString name; ///< where it came from, for people
    QString problem; ///< set: it could not be read; a sentence
    QList<Note> notes; ///< lines that were not understood
};

/// A place where one value is kept for the user: a file, or a part of a workspace. Both functions
/// block, and are called off the UI thread, one after the other.
template <typename T> struct Shelf {
    QString name; ///< for people
    std::function<Taken<T>()> take; ///< what is not there yet is empty
    std::function<QString(const T &)> put; ///< gives the reason where that failed
};

} // namespace sekisho
