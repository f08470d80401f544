// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace sekisho {

/// Writes a file off the UI thread: all of it or nothing. Gives the reason where that failed, else
/// an empty text.
[[nodiscard]] QFuture<QString> saveFile(const QString &path, const QByteArray &bytes);

/// A name for a file, made of one from outside: its last part, without what a system or a person
/// could trip over; `fallback` where nothing is left.
[[nodiscard]] QString safeFileName(const QString &name, const QString &fallback);

} // namespace sekisho
