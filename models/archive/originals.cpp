// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/originals.h"

#include "archive/statement.h"
#include "archive/workspacestate.h"
#include "base/sha256.h"
#include "reading/sniff.h"

#include <libdeflate.h>

namespace sekisho {

namespace {

constexpr int compressionLevel = 6;
constexpr qsizetype tooSmallToCompress = 128;

bool isCompressed(const QByteArray &bytes)
{
    switch (sniff(bytes)) {
    case ContentKind::Gzip:
    case ContentKind::Bzip2:
    case ContentKind::Xz:
    case ContentKind::Zstd:
    case ContentKind::Zip:
    case ContentKind::SevenZip: return true;
    default: return false;
    }
}

/// Empty where nothing is gained.
QByteArray deflated(const QByteArray &bytes)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(compressionLevel), libdeflate_free_compressor);
    if (!compressor)
        return {};
    QByteArray packed(bytes.size(), Qt::Uninitialized);
    const size_t size = libdeflate_zlib_compress(compressor.get(), bytes.constData(),
        size_t(bytes.size()), packed.data(), size_t(packed.size() - 1));
    packed.truncate(qsizetype(size)); // 0: does not fit
    packed.squeeze();
    return packed;
}

} // namespace

PackedOriginal packOriginal(const QByteArray &bytes)
{
    PackedOriginal original{sha256Hex(bytes), bytes.size(), false, bytes};
    if (bytes.size() < tooSmallToCompress || isCompressed(bytes))
        return original;
    if (QByteArray packed = deflated(bytes); !packed.isEmpty()) {
        original.compressed = true;
        original.bytes = std::move(packed);
    }
    return original;
}

WorkspaceResult<QByteArray> unpackOriginal(const PackedOriginal &original)
{
    const WorkspaceProblem damaged{
        WorkspaceTrouble::Damaged, {}, QString::fromLatin1(original.sha256)};
    QByteArray bytes = original.bytes;
    if (original.compressed) {
        // What deflate can make of a byte, at most: a file that says more is not true.
        constexpr qint64 mostRatio = 1032;
        if (original.size < 0 || original.size > (original.bytes.size() + 1) * mostRatio)
            return damaged;
        bytes = QByteArray(original.size, Qt::Uninitialized);
        const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
            decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
        if (!decompressor ||
            libdeflate_zlib_decompress(decompressor.get(), original.bytes.constData(),
                size_t(original.bytes.size()), bytes.data(), size_t(bytes.size()),
                nullptr) != LIBDEFLATE_SUCCESS)
            return damaged;
    }
    if (bytes.size() != original.size || sha256Hex(bytes) != original.sha256)
        return damaged;
    return bytes;
}

WorkspaceResult<QByteArray> storedOriginal(const Workspace &workspace, const Origin &origin)
{
    if (!workspace)
        return noWorkspace();
    const auto opened = workspace.state().connectToRead();
    if (!opened)
        return opened.problem();
    Statement find(*opened.value(),
        "SELECT sha256, original.size, compression, bytes FROM source "
        "JOIN original ON original.id = source.original WHERE path = ?");
    find << origin.path;
    if (!find.next() || find.isNull(2)) {
        return find.failed() ? find.problem()
                             : WorkspaceProblem{WorkspaceTrouble::Missing, workspace.path(), {}};
    }
    WorkspaceResult<QByteArray> bytes = unpackOriginal({find.bytes(0).toByteArray(), find.number(1),
        find.bytes(2) == "zlib", find.bytes(3).toByteArray()});
    if (!bytes)
        return WorkspaceProblem{
            WorkspaceTrouble::Damaged, workspace.path(), bytes.problem().detail};
    return bytes;
}

} // namespace sekisho
