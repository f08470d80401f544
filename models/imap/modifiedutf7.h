// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace sekisho::imap {

/// A folder's name as servers write it (RFC 3501, 5.1.3). What is no such text is taken as UTF-8,
/// which some servers send, so that every name shows as something.
[[nodiscard]] QString fromModifiedUtf7(QByteArrayView bytes);
[[nodiscard]] QByteArray toModifiedUtf7(QStringView text);

} // namespace sekisho::imap
