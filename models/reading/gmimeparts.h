// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#undef signals
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace sekisho {

/// What reads mail with GMime shares: ownership of its objects, and bytes in and out.
namespace gmime {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T> using Owned = std::unique_ptr<T, Unref>;

inline void init()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// The bytes must outlive what is parsed from them.
inline Owned<GMimeMessage> parse(const QByteArray &bytes)
{
    init();
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_persist_stream(parser.get(), true);
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// Of a stream in memory.
inline QByteArray bytesOf(GMimeStream *stream)
{
    const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return {reinterpret_cast<const char *>(array->data), qsizetype(array->len)};
}

/// What a part holds as it stands in the mail. No copy where the mail was parsed from memory; the
/// mail must outlive it.
inline QByteArray encodedContent(GMimeDataWrapper *content)
{
    GMimeStream *stream = g_mime_data_wrapper_get_stream(content);
    if (!stream)
        return {};
    if (!GMIME_IS_STREAM_MEM(stream)) { // a part that was put together
        const Owned<GMimeStream> copy(g_mime_stream_mem_new());
        g_mime_stream_reset(stream);
        g_mime_stream_write_to_stream(stream, copy.get());
        return bytesOf(copy.get());
    }
    const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    const auto size = gint64(array->len);
    const gint64 start = std::clamp<gint64>(stream->bound_start, 0, size);
    const gint64 end = stream->bound_end < 0 ? size : std::clamp(stream->bound_end, start, size);
    return QByteArray::fromRawData(
        reinterpret_cast<const char *>(array->data) + start, qsizetype(end - start));
}

/// A part's content with its transfer encoding undone.
inline QByteArray content(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    return bytesOf(stream.get());
}

/// An object as it stood in the mail, headers included.
inline QByteArray written(GMimeObject *object)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, nullptr, stream.get());
    return bytesOf(stream.get());
}

/// A header field's value as it stood there, folds included; null where there is none.
inline const char *rawHeader(GMimeObject *object, const char *name)
{
    GMimeHeader *header =
        g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    return header ? g_mime_header_get_raw_value(header) : nullptr;
}

} // namespace gmime

} // namespace sekisho
