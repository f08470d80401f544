// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/charset.h"

#include <algorithm>

namespace sekisho {

namespace {

/// "=?charset?B?text?=" at the start of `rest`.
struct EncodedWord {
    QByteArray charset;
    QByteArray bytes;
    qsizetype length = 0; ///< 0: there is none
};

QByteArray quotedBytes(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '=' && i + 2 < text.size()) {
            bytes += QByteArray::fromHex(text.sliced(i + 1, 2).toByteArray());
            i += 2;
        } else {
            bytes += text[i] == '_' ? ' ' : text[i];
        }
    }
    return bytes;
}

EncodedWord encodedWord(QByteArrayView rest)
{
    constexpr qsizetype longestCharset = 40;
    if (!rest.startsWith("=?"))
        return {};
    const qsizetype charsetEnd = rest.indexOf('?', 2);
    if (charsetEnd < 3 || charsetEnd > longestCharset || charsetEnd + 2 >= rest.size() ||
        rest[charsetEnd + 2] != '?')
        return {};
    const char encoding = rest[charsetEnd + 1];
    const qsizetype start = charsetEnd + 3;
    constexpr qsizetype longestText = 8 * 1024; // 75 in RFC 2047, but mailers exceed it
    const qsizetype length = rest.sliced(start, std::min(rest.size() - start, longestText)).indexOf("?=");
    if (length < 0)
        return {};
    const qsizetype end = start + length;
    const QByteArrayView text = rest.sliced(start, end - start);
    EncodedWord result{rest.sliced(2, charsetEnd - 2).toByteArray(), {}, end + 2};
    if (encoding == 'B' || encoding == 'b')
        result.bytes = QByteArray::fromBase64(text.toByteArray());
    else if (encoding == 'Q' || encoding == 'q')
        result.bytes = quotedBytes(text);
    else
        return {};
    return result;
}

QByteArray unfolded(QByteArrayView raw)
{
    QByteArray line;
    line.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' || raw[i] == '\n')
            continue; // the blank that the next line begins with stays
        line += raw[i] == '\t' ? ' ' : raw[i];
    }
    return line.trimmed();
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

} // namespace

QString headerText(QByteArrayView raw)
{
    const QByteArray line = unfolded(raw);
    QString text;
    QByteArray charset; // of the encoded words collected in `bytes`
    QByteArray bytes;
    const auto flush = [&] {
        text += mailText(bytes, charset).text;
        bytes.clear();
    };
    qsizetype plain = 0; // where text that is no encoded word began
    qsizetype at = line.indexOf("=?");
    while (at >= 0) {
        EncodedWord word = encodedWord(QByteArrayView(line).sliced(at));
        if (word.length == 0) {
            at = line.indexOf("=?", at + 2);
            continue;
        }
        const QByteArrayView between = QByteArrayView(line).sliced(plain, at - plain);
        const bool follows = !bytes.isEmpty() && isBlank(between);
        if (!follows || word.charset.compare(charset, Qt::CaseInsensitive) != 0)
            flush();
        if (!follows)
            text += mailText(between, {}).text;
        charset = word.charset;
        bytes += word.bytes;
        plain = at + word.length;
        at = line.indexOf("=?", plain);
    }
    flush();
    return text + mailText(QByteArrayView(line).sliced(plain), {}).text;
}

} // namespace sekisho
