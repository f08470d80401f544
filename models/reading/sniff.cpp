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

/// "{" and then what JSON allows there; style sheets and RTF begin with it too.
bool isJson(QByteArrayView text)
{
    const QByteArrayView object = withoutBlanks(text.startsWith('[') ? text.sliced(1) : text);
    if (!object.startsWith('{'))
        return false;
    const QByteArrayView inside = withoutBlanks(object.sliced(1));
    return inside.isEmpty() || inside.front() == '"' || inside.front() == '}';
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

/// Lines end with LF, CRLF or CR.
QByteArrayView firstLine(QByteArrayView text)
{
    const auto *end =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    return text.first(end - text.begin());
}

QByteArrayView behindLine(QByteArrayView text, qsizetype lineSize)
{
    const QByteArrayView rest = text.sliced(lineSize);
    return rest.sliced(rest.startsWith("\r\n") ? 2 : std::min<qsizetype>(1, rest.size()));
}

bool isFieldName(QByteArrayView name)
{
    return !name.isEmpty() &&
        std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
}

bool isKnownField(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 14> known{"from", "received", "return-path", "date",
        "subject", "mime-version", "message-id", "content-type", "delivered-to", "to",
        "x-original-to", "dkim-signature", "authentication-results", "arc-seal"};
    return std::any_of(known.begin(), known.end(), [name](QByteArrayView field) {
        return field.size() == name.size() &&
            qstrnicmp(name.data(), field.data(), name.size()) == 0;
    });
}

/// Real header lines, at least one of them of a name that mail has.
bool isMail(QByteArrayView bytes)
{
    constexpr qsizetype enough = 1 << 20;
    QByteArrayView text = bytes.first(std::min(bytes.size(), enough));
    bool sawKnown = false;
    while (!text.isEmpty()) {
        const QByteArrayView line = firstLine(text);
        if (line.isEmpty() || (line.size() == text.size() && bytes.size() > enough)) // or cut
            break;
        text = behindLine(text, line.size());
        if (isBlank(line.front()) || line.startsWith(">From "))
            continue;
        const QByteArrayView name = line.first(std::max<qsizetype>(0, line.indexOf(':'))).trimmed();
        if (!isFieldName(name))
            return false;
        sawKnown = sawKnown || isKnownField(name);
    }
    return sawKnown;
}

/// "From someone Tue Nov 24 …" and then a header.
bool isMbox(QByteArrayView bytes)
{
    if (!bytes.startsWith("From "))
        return false;
    return isMail(behindLine(bytes, firstLine(bytes).size()));
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
    if (isJson(text))
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
