// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/headerfields.h"

#include <algorithm>

namespace sekisho {

namespace {

bool isNameChar(char c)
{
    return c > ' ' && c < 0x7f && c != ':';
}

/// The length of a field name before its colon (blanks may stand between); 0: no field.
qsizetype nameLength(QByteArrayView line)
{
    qsizetype length = 0;
    while (length < line.size() && isNameChar(line[length]))
        ++length;
    qsizetype colon = length;
    while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t'))
        ++colon;
    return colon < line.size() && line[colon] == ':' ? length : 0;
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Where the line that begins at `at` ends, with its LF.
qsizetype lineEnd(QByteArrayView bytes, qsizetype at)
{
    const qsizetype feed = bytes.indexOf('\n', at);
    return feed < 0 ? bytes.size() : feed + 1;
}

} // namespace

QByteArray onlyFields(const QByteArray &mail, bool (*isWanted)(QByteArrayView))
{
    QByteArray kept;
    kept.reserve(mail.size());
    bool wanted = true; // also what is no field
    for (qsizetype at = 0; at < mail.size();) {
        const qsizetype end = lineEnd(mail, at);
        const QByteArrayView whole = QByteArrayView(mail).sliced(at, end - at);
        const QByteArrayView line = withoutLineEnd(whole);
        if (line.isEmpty()) // without a header it would be another mail
            return kept.isEmpty() ? mail : kept + mail.sliced(at);
        if (line[0] != ' ' && line[0] != '\t') {
            const qsizetype length = nameLength(line);
            wanted = length == 0 || isWanted(line.first(length));
        }
        if (wanted)
            kept += whole;
        at = end;
    }
    return kept;
}

HeaderBlock headerFields(QByteArrayView bytes, BlankLines blanks, const Limits &limits)
{
    HeaderBlock block;
    bool open = false; // a field that lines may continue
    while (block.size < bytes.size()) {
        const qsizetype end = lineEnd(bytes, block.size);
        const QByteArrayView line = withoutLineEnd(bytes.sliced(block.size, end - block.size));
        block.size = end;
        if (line.isEmpty()) {
            if (blanks == BlankLines::End && !block.fields.empty())
                return block;
            open = false;
            continue;
        }
        if (line[0] == ' ' || line[0] == '\t') {
            if (!open)
                continue;
            QByteArray &value = block.fields.back().raw;
            const qsizetype room = std::max<qsizetype>(0, limits.headerBytes - value.size());
            block.cut = block.cut || line.size() > room;
            if (room > 0)
                value += '\n' + line.first(std::min(room, line.size())).toByteArray();
            continue;
        }
        const qsizetype length = nameLength(line);
        open = length > 0 && block.fields.size() < size_t(limits.headerFields);
        block.cut = block.cut || (length > 0 && !open);
        if (!open)
            continue;
        QByteArrayView value = line.sliced(line.indexOf(':', length) + 1);
        block.cut = block.cut || value.size() > limits.headerBytes;
        value = value.first(std::min<qsizetype>(value.size(), limits.headerBytes));
        block.fields.push_back({line.first(length).toByteArray(), value.toByteArray()});
        if (block.fields.back().raw.startsWith(' '))
            block.fields.back().raw.remove(0, 1);
    }
    return block;
}

} // namespace sekisho
