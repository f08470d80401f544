// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/modifiedutf7.h"

#include <QByteArray>

#include <optional>

namespace sekisho::imap {

namespace {

/// UTF-16 big endian in base64 with "," for "/", without padding.
std::optional<QString> decodedShift(const QByteArray &shift)
{
    QByteArray base64 = shift;
    base64.replace(',', '/');
    const auto decoded =
        QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() % 2 != 0 || decoded.decoded.isEmpty())
        return std::nullopt;
    QString text;
    for (qsizetype i = 0; i < decoded.decoded.size(); i += 2)
        text += QChar(char16_t((uchar(decoded.decoded[i]) << 8) | uchar(decoded.decoded[i + 1])));
    return text.isValidUtf16() ? std::optional(text) : std::nullopt;
}

QByteArray encodedShift(QStringView text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += char(c.unicode() >> 8);
        bytes += char(c.unicode() & 0xff);
    }
    QByteArray base64 = bytes.toBase64(QByteArray::OmitTrailingEquals);
    base64.replace('/', ',');
    return '&' + base64 + '-';
}

bool isPlain(QChar c)
{
    return c >= u' ' && c <= u'~';
}

} // namespace

QString fromModifiedUtf7(QByteArrayView bytes)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (uchar(bytes[i]) >= 0x80)
            return QString::fromUtf8(bytes);
        if (bytes[i] != '&') {
            text += QLatin1Char(bytes[i]);
            continue;
        }
        const qsizetype end = bytes.indexOf('-', i);
        if (end < 0)
            return QString::fromUtf8(bytes);
        const auto shifted = decodedShift(bytes.sliced(i + 1, end - i - 1).toByteArray());
        if (end > i + 1 && !shifted)
            return QString::fromUtf8(bytes);
        text += end == i + 1 ? QStringLiteral("&") : *shifted;
        i = end;
    }
    return text;
}

QByteArray toModifiedUtf7(QStringView text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && !isPlain(text[end]))
            ++end;
        if (end > i) {
            bytes += encodedShift(text.sliced(i, end - i));
        } else {
            bytes += text[i] == u'&' ? QByteArray("&-") : QByteArray(1, char(text[i].unicode()));
            ++end;
        }
        i = end;
    }
    return bytes;
}

} // namespace sekisho::imap
