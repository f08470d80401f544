// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#undef signals
#include <gmime/gmime.h>

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

inline QByteArray bytesOf(GMimeStream *stream)
{
    const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return {reinterpret_cast<const char *>(array->data), qsizetype(array->len)};
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
