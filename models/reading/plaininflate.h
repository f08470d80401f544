// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace sekisho {

/// The text of a gzip file as nearly all are: one member, nothing unusual in its header, nothing
/// behind it, and size and checksum as they should be. Nothing for any other: inflate() tells what
/// that is. `most`: how many bytes may come out.
[[nodiscard]] std::optional<QByteArray> inflatePlainGzip(QByteArrayView packed, qint64 most);

/// A deflated zip member that unpacks to exactly the size and checksum that its archive tells;
/// nothing for any other.
[[nodiscard]] std::optional<QByteArray> inflatePlainDeflate(
    QByteArrayView packed, qint64 size, quint32 checksum);

} // namespace sekisho
