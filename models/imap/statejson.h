// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailstore.h"

#include <QMap>

#include <optional>

namespace sekisho::imap {

/// The state of an account's folders, as it is kept in a file.
[[nodiscard]] QByteArray statesToJson(const QMap<QString, FolderState> &states);
/// Empty: that is no such file.
[[nodiscard]] std::optional<QMap<QString, FolderState>> statesFromJson(const QByteArray &json);

} // namespace sekisho::imap
