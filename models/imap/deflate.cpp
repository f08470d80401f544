// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/deflate.h"

#include <zlib.h>

namespace sekisho::imap {

namespace {

constexpr qsizetype piece = 64 * 1024;

} // namespace

struct Deflate::Streams {
    z_stream in = {};
    z_stream out = {};
};

Deflate::Deflate()
    : m_streams(std::make_unique<Streams>())
{
    inflateInit2(&m_streams->in, -MAX_WBITS);
    deflateInit2(
        &m_streams->out, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

Deflate::~Deflate()
{
    inflateEnd(&m_streams->in);
    deflateEnd(&m_streams->out);
}

QByteArray Deflate::deflated(const QByteArray &bytes)
{
    z_stream &out = m_streams->out;
    QByteArray packed;
    QByteArray input = bytes; // zlib takes no pointer to const
    out.next_in = reinterpret_cast<Bytef *>(input.data());
    out.avail_in = uInt(input.size());
    do {
        const qsizetype before = packed.size();
        packed.resize(before + piece);
        out.next_out = reinterpret_cast<Bytef *>(packed.data() + before);
        out.avail_out = uInt(piece);
        deflate(&out, Z_SYNC_FLUSH);
        packed.resize(packed.size() - qsizetype(out.avail_out));
    } while (out.avail_out == 0);
    return packed;
}

bool Deflate::inflate(QByteArray &packed, QByteArray &bytes)
{
    z_stream &in = m_streams->in;
    const qsizetype before = bytes.size();
    bytes.resize(before + piece);
    in.next_in = reinterpret_cast<Bytef *>(packed.data());
    in.avail_in = uInt(packed.size());
    in.next_out = reinterpret_cast<Bytef *>(bytes.data() + before);
    in.avail_out = uInt(piece);
    const int result = ::inflate(&in, Z_SYNC_FLUSH);
    bytes.resize(bytes.size() - qsizetype(in.avail_out));
    packed.remove(0, packed.size() - qsizetype(in.avail_in));
    return result == Z_OK || result == Z_BUF_ERROR;
}

} // namespace sekisho::imap
