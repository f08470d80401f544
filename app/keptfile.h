// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sekisho {

/// The bytes of a file that the program keeps for the user, `mostBytes` at most; nothing of one
/// that is not there yet.
[[nodiscard]] Result<QByteArray> contentOf(const QString &path, Limits limits, qint64 mostBytes);

/// Writes all or nothing, making the folder where it is missing; gives the reason where that
/// failed. What the file held before is kept beside it where that is wanted.
[[nodiscard]] QString writeWhole(const QString &path, const QByteArray &content, bool keepOld);

} // namespace sekisho
