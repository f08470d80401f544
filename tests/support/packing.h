// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Containers made byte by byte, so that tests can bend what real packers never would.
namespace sekisho::packing {

/// The smallest aggregate report, recognisable by its id.
[[nodiscard]] QByteArray report(const QByteArray &id);

struct File {
    QByteArray name;
    QByteArray bytes;
};
using Files = QList<File>;

enum ZipOption {
    Stored = 1, ///< not compressed
    Descriptor = 2, ///< sizes and checksum follow the data
    Zip64 = 4, ///< sizes in the extra field
    Encrypted = 8, ///< only the flag is set
    UnknownMethod = 16,
    WrongChecksum = 32,
};

[[nodiscard]] QByteArray deflated(const QByteArray &bytes);
[[nodiscard]] QByteArray gzip(const QByteArray &bytes, const QByteArray &name = {});
[[nodiscard]] QByteArray zip(const Files &files, int options = 0);
[[nodiscard]] QByteArray tar(const Files &files);
[[nodiscard]] QByteArray bzip2(const QByteArray &bytes);
[[nodiscard]] QByteArray xz(const QByteArray &bytes);
[[nodiscard]] QByteArray zstd(const QByteArray &bytes);
[[nodiscard]] QByteArray sevenZip(const Files &files);
/// A 7z archive whose only member says that it is encrypted by AES.
[[nodiscard]] QByteArray encryptedSevenZip(const QByteArray &name);
/// A mail whose whole body is the attachment, as one large reporter sends them.
[[nodiscard]] QByteArray mailOf(const QByteArray &attachment);

} // namespace sekisho::packing
