// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/plaininflate.h"

#include <QtEndian>

#include <libdeflate.h>

#include <memory>

namespace sekisho {

namespace {

struct FreeDecompressor {
    void operator()(libdeflate_decompressor *decompressor) const
    {
        libdeflate_free_decompressor(decompressor);
    }
};

/// Its tables are used again for each file that the thread unpacks.
libdeflate_decompressor *decompressor()
{
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> one(
        libdeflate_alloc_decompressor());
    return one.get();
}

/// Deflate makes no byte into more than this many, so that a size beyond is a lie.
constexpr qint64 largestRatio = 1'032;

bool isPossible(qint64 size, qint64 packed)
{
    return size > 0 && size <= packed * largestRatio;
}

} // namespace

std::optional<QByteArray> inflatePlainGzip(QByteArrayView packed, qint64 most)
{
    constexpr qsizetype leastBytes = 18;
    constexpr qsizetype flagsAt = 3;
    constexpr char hasName = 8;
    if (packed.size() < leastBytes || (packed[flagsAt] & ~hasName) != 0 || !decompressor())
        return std::nullopt;
    const qint64 size = qFromLittleEndian<quint32>(packed.data() + packed.size() - sizeof(quint32));
    if (size > most || !isPossible(size, packed.size()))
        return std::nullopt;
    QByteArray text(size, Qt::Uninitialized);
    size_t used = 0;
    size_t made = 0;
    const libdeflate_result result = libdeflate_gzip_decompress_ex(decompressor(), packed.data(),
        size_t(packed.size()), text.data(), size_t(size), &used, &made);
    if (result != LIBDEFLATE_SUCCESS || qint64(used) != packed.size() || qint64(made) != size)
        return std::nullopt;
    return text;
}

std::optional<QByteArray> inflatePlainDeflate(QByteArrayView packed, qint64 size, quint32 checksum)
{
    if (!isPossible(size, packed.size()) || !decompressor())
        return std::nullopt;
    QByteArray text(size, Qt::Uninitialized);
    // Without a place for the size made, any other than this one is an error.
    const libdeflate_result result = libdeflate_deflate_decompress(decompressor(), packed.data(),
        size_t(packed.size()), text.data(), size_t(size), nullptr);
    if (result != LIBDEFLATE_SUCCESS || libdeflate_crc32(0, text.constData(), size_t(size)) != checksum)
        return std::nullopt;
    return text;
}

} // namespace sekisho
