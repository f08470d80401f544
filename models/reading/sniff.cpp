// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/sniff.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Magic {
    QByteArrayView bytes;
    ContentKind kind;
};

constexpr Magic magics[] = {
    {QByteArrayView("\x1f\x8b", 2), ContentKind::Gzip},
    {QByteArrayView("BZh", 3), ContentKind::Bzip2},
    {QByteArrayView("\xfd"
                    "7zXZ\0",
         6),
        ContentKind::Xz},
    {QByteArrayView("\x28\xb5\x2f\xfd", 4), ContentKind::Zstd},
    {QByteArrayView("PK\x03\x04", 4), ContentKind::Zip},
    {QByteArrayView("PK\x05\x06", 4), ContentKind::Zip},
    {QByteArrayView("7z\xbc\xaf\x27\x1c", 6), ContentKind::SevenZip},
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

QByteArrayView withoutBlanks(QByteArrayView bytes)
{
    if (bytes.startsWith(QByteArrayView("\xef\xbb\xbf", 3)))
        bytes = bytes.sliced(3);
    const auto *start = std::find_if_not(bytes.begin(), bytes.end(), isBlank);
    return bytes.sliced(start - bytes.begin());
}

/// The first kilobytes as lower-case ASCII, UTF-16 thinned out: enough to recognise words.
QByteArray head(QByteArrayView bytes, qsizetype most)
{
    QByteArray text;
    text.reserve(std::min(bytes.size(), most));
    for (char c : bytes.first(std::min(bytes.size(), most))) {
        if (c != '\0')
            text.append(c >= 'A' && c <= 'Z' ? char(c + 32) : c);
    }
    return text;
}

/// A tar header's checksum is the sum of its bytes with the checksum itself taken as blanks.
bool isTar(QByteArrayView bytes)
{
    constexpr qsizetype headerSize = 512;
    constexpr qsizetype checksumAt = 148;
    constexpr qsizetype checksumSize = 8;
    if (bytes.size() < headerSize || bytes.front() == '\0')
        return false;
    uint sum = 0;
    for (qsizetype i = 0; i < headerSize; ++i)
        sum += i >= checksumAt && i < checksumAt + checksumSize ? uint(' ') : uint(uchar(bytes[i]));
    const QByteArray field = bytes.sliced(checksumAt, checksumSize).toByteArray();
    bool ok = false;
    const uint written = QByteArray(field.constData()).trimmed().toUInt(&ok, 8);
    return ok && written == sum;
}

bool isUtf16Xml(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\xff\xfe", 2)) ||
        bytes.startsWith(QByteArrayView("\xfe\xff", 2)) ||
        bytes.startsWith(QByteArrayView("<\0", 2)) || bytes.startsWith(QByteArrayView("\0<", 2));
}

bool isHtml(const QByteArray &start)
{
    return start.startsWith("<!doctype html") || start.startsWith("<html") ||
        start.startsWith("<head") || start.startsWith("<body");
}

bool isFieldName(QByteArrayView name)
{
    return !name.isEmpty() &&
        std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
}

/// Real header lines, at least one of them of a name that mail has.
bool isMail(QByteArrayView bytes)
{
    constexpr qsizetype enough = 64 * 1024;
    constexpr std::array<QByteArrayView, 14> known{"from", "received", "return-path", "date",
        "subject", "mime-version", "message-id", "content-type", "delivered-to", "to",
        "x-original-to", "dkim-signature", "authentication-results", "arc-seal"};
    const QByteArray text = head(bytes, enough);
    qsizetype position = 0;
    bool sawKnown = false;
    while (position < text.size()) {
        qsizetype end = position;
        while (end < text.size() && text[end] != '\n' && text[end] != '\r')
            ++end;
        const QByteArrayView line = QByteArrayView(text).sliced(position, end - position);
        const bool crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        position = end + (crlf ? 2 : 1);
        if (line.isEmpty())
            break;
        if (line.front() == ' ' || line.front() == '\t')
            continue;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isFieldName(line.first(colon).trimmed()))
            return false;
        sawKnown = sawKnown ||
            std::find(known.begin(), known.end(), line.first(colon).trimmed()) != known.end();
    }
    return sawKnown;
}

/// "From someone Tue Nov 24 …" and then a header.
bool isMbox(QByteArrayView bytes)
{
    if (!bytes.startsWith("From "))
        return false;
    const qsizetype lineEnd = bytes.indexOf('\n');
    return lineEnd > 0 && isMail(bytes.sliced(lineEnd + 1));
}

/// Text in front of a report, as some gateways put it there.
bool hidesFeedback(QByteArrayView bytes)
{
    constexpr qsizetype searched = 64 * 1024;
    const QByteArray start = head(bytes, searched);
    for (qsizetype at = start.indexOf("feedback"); at > 0; at = start.indexOf("feedback", at + 1)) {
        qsizetype before = at - 1;
        if (start[before] == ':') { // a prefix: go back over its name
            while (before > 0 && start[before] != '<' && !isBlank(start[before]))
                --before;
        }
        if (start[before] == '<')
            return true;
    }
    return false;
}

} // namespace

ContentKind sniff(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return ContentKind::Empty;
    for (const Magic &magic : magics) {
        if (bytes.startsWith(magic.bytes))
            return magic.kind;
    }
    if (isUtf16Xml(bytes))
        return ContentKind::Xml;
    const QByteArrayView text = withoutBlanks(bytes);
    if (text.isEmpty())
        return ContentKind::Empty;
    if (text.front() == '<')
        return isHtml(head(text, 64)) ? ContentKind::Html : ContentKind::Xml;
    if (text.front() == '{' || text.front() == '[')
        return ContentKind::Json;
    if (isTar(bytes))
        return ContentKind::Tar;
    if (isMbox(text))
        return ContentKind::Mbox;
    if (isMail(text))
        return ContentKind::Mail;
    return hidesFeedback(bytes) ? ContentKind::Xml : ContentKind::Unknown;
}

QLatin1StringView contentName(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Empty: return "empty"_L1;
    case ContentKind::Gzip: return "gzip"_L1;
    case ContentKind::Bzip2: return "bzip2"_L1;
    case ContentKind::Xz: return "xz"_L1;
    case ContentKind::Zstd: return "zstd"_L1;
    case ContentKind::Zip: return "zip"_L1;
    case ContentKind::Tar: return "tar"_L1;
    case ContentKind::SevenZip: return "7z"_L1;
    case ContentKind::Xml: return "xml"_L1;
    case ContentKind::Html: return "html"_L1;
    case ContentKind::Json: return "json"_L1;
    case ContentKind::Mbox: return "mbox"_L1;
    case ContentKind::Mail: return "mail"_L1;
    case ContentKind::Unknown: return "unknown"_L1;
    }
    return {};
}

} // namespace sekisho
