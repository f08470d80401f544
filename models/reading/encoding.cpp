// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/encoding.h"

#include <QStringConverter>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Mark {
    QByteArrayView bytes;
    const char *encoding;
};

/// The longer marks first: UTF-32LE begins like UTF-16LE.
constexpr std::array<Mark, 5> marks{{
    {QByteArrayView("\xff\xfe\0\0", 4), "UTF-32LE"},
    {QByteArrayView("\0\0\xfe\xff", 4), "UTF-32BE"},
    {QByteArrayView("\xef\xbb\xbf", 3), "UTF-8"},
    {QByteArrayView("\xff\xfe", 2), "UTF-16LE"},
    {QByteArrayView("\xfe\xff", 2), "UTF-16BE"},
}};

/// How "<" and a character after it look in the wide encodings.
const char *wideEncodingByZeros(QByteArrayView bytes)
{
    if (bytes.size() < 4)
        return nullptr;
    const std::array<bool, 4> zero{bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
    using Zeros = std::array<bool, 4>;
    if (zero == Zeros{false, true, true, true})
        return "UTF-32LE";
    if (zero == Zeros{true, true, true, false})
        return "UTF-32BE";
    if (zero == Zeros{false, true, false, true})
        return "UTF-16LE";
    if (zero == Zeros{true, false, true, false})
        return "UTF-16BE";
    return nullptr;
}

struct Alias {
    QByteArrayView name;
    const char *encoding;
};

/// Names in use that ICU does not know, and those that mean more than they say: what is labelled
/// Latin-1 or ASCII is windows-1252 in practice.
constexpr std::array<Alias, 18> aliases{{
    {"utf8", "UTF-8"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"sjis", "Shift_JIS"},
    {"shift-jis", "Shift_JIS"},
    {"x-sjis", "Shift_JIS"},
    {"ms932", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"windows-31j", "Shift_JIS"},
    {"ms_kanji", "Shift_JIS"},
    {"eucjp", "EUC-JP"},
    {"x-euc-jp", "EUC-JP"},
    {"iso2022jp", "ISO-2022-JP"},
}};

/// The name that the converters know.
QByteArray usualName(const QByteArray &declared)
{
    const QByteArray lower = declared.toLower();
    for (const Alias &alias : aliases) {
        if (lower == alias.name)
            return alias.encoding;
    }
    return lower == "utf-8" ? QByteArray("UTF-8") : declared;
}

bool isWide(const QByteArray &encoding)
{
    const QByteArray upper = encoding.toUpper();
    return upper.startsWith("UTF-16") || upper.startsWith("UTF-32") || upper.startsWith("UCS-") ||
        upper.startsWith("ISO-10646-UCS");
}

/// The text, or nothing when Qt has no such converter.
std::optional<QString> decode(QByteArrayView bytes, const char *encoding)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        // The Japanese decoders write SUB for what they cannot read, and nothing at the end.
        if (!bytes.contains('\x1a'))
            text.replace(QChar(0x1a), QChar::ReplacementCharacter);
        if (!text.contains(QChar::ReplacementCharacter))
            text += QChar::ReplacementCharacter;
    }
    // Half a pair is no character, but the decoders of UTF-16 let it pass.
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

qint64 replacedIn(const QString &text)
{
    return text.count(QChar::ReplacementCharacter);
}

bool isKana(QChar c)
{
    return c >= u'\u3041' && c <= u'\u30fe';
}

bool isKanji(QChar c)
{
    return c >= u'\u4e00' && c <= u'\u9fff';
}

/// Control characters of Latin-1: bytes that the decoder passed on as they are.
bool hasHighControls(const QString &text)
{
    return std::any_of(
        text.cbegin(), text.cend(), [](QChar c) { return c >= u'\x80' && c <= u'\x9f'; });
}

/// Any text decodes as Japanese somehow; text that is meant to be has kana, or kanji side by side.
bool looksJapanese(const QString &text)
{
    bool kanjiBefore = false;
    for (const QChar c : text) {
        const bool kanji = isKanji(c);
        if (isKana(c) || (kanji && kanjiBefore))
            return true;
        kanjiBefore = kanji;
    }
    return false;
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

/// How much of the bytes that are no ASCII is good UTF-8.
struct Utf8Share {
    qint64 good = 0;
    qint64 bad = 0;
    qint64 firstBad = -1;
};

Utf8Share utf8ShareOf(QByteArrayView bytes)
{
    Utf8Share share;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const quint8 lead = quint8(bytes[i]);
        if (lead < 0x80)
            continue;
        const qsizetype length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (i + length <= bytes.size() && isUtf8(bytes.sliced(i, length))) {
            share.good += length;
            i += length - 1;
        } else if (share.bad++ == 0) {
            share.firstBad = i;
        }
    }
    return share;
}

Utf8Text converted(const QString &text)
{
    return {text.toUtf8(), 0, true};
}

/// For text out of an encoding where offsets do not carry over: the line of the first one.
void noteReplaced(const QString &text, Notes &notes)
{
    const qint64 replaced = replacedIn(text);
    if (replaced == 0)
        return;
    const QByteArray before = text.first(text.indexOf(QChar::ReplacementCharacter)).toUtf8();
    Place place = placeOf(before, before.size());
    place.offset = -1;
    notes.add(NoteCode::EncodingBytesReplaced, {}, place, replaced);
}

/// UTF-8 of which some bytes are damaged; `skipped` of the original come before.
Utf8Text damagedUtf8(QByteArrayView original, qint64 skipped, Notes &notes)
{
    const QByteArrayView bytes = original.sliced(skipped);
    const QString text = QString::fromUtf8(bytes);
    // Some were replaced before the document came here.
    const qint64 before = bytes.toByteArray().count("\xef\xbf\xbd");
    notes.add(NoteCode::EncodingBytesReplaced, {},
        placeOf(original, skipped + utf8ShareOf(bytes).firstBad), replacedIn(text) - before);
    return converted(text);
}

/// For bytes that are not in the encoding they are said to be in.
Utf8Text guessed(QByteArrayView bytes, Notes &notes)
{
    // Bytes of other encodings look like UTF-8 here and there, but not for the greater part.
    const Utf8Share share = utf8ShareOf(bytes);
    if (share.good > share.bad)
        return damagedUtf8(bytes, 0, notes);
    const auto noteGuess = [&](const char *encoding) {
        notes.add(NoteCode::EncodingGuessed, QString::fromLatin1(encoding),
            placeOf(bytes, share.firstBad));
    };
    for (const char *candidate : {"EUC-JP", "Shift_JIS"}) {
        const auto text = decode(bytes, candidate);
        const bool clean = text && replacedIn(*text) == 0 && !hasHighControls(*text);
        if (clean && looksJapanese(*text)) {
            noteGuess(candidate);
            return converted(*text);
        }
    }
    // Five bytes have no character in windows-1252.
    const bool western = std::none_of(bytes.begin(), bytes.end(), [](char byte) {
        return byte == '\x81' || byte == '\x8d' || byte == '\x8f' || byte == '\x90' ||
            byte == '\x9d';
    });
    const auto text = western ? decode(bytes, "windows-1252") : std::nullopt;
    if (!text)
        return damagedUtf8(bytes, 0, notes);
    noteGuess("windows-1252");
    return converted(*text);
}

Utf8Text byMark(const QByteArray &bytes, const Mark &mark, Notes &notes)
{
    notes.add(NoteCode::ByteOrderMark, QString::fromLatin1(mark.encoding));
    const QByteArray rest = bytes.sliced(mark.bytes.size());
    if (qstrcmp(mark.encoding, "UTF-8") == 0) {
        if (isUtf8(rest))
            return {rest, mark.bytes.size(), false};
        return damagedUtf8(bytes, mark.bytes.size(), notes);
    }
    const QString text = decode(rest, mark.encoding).value_or(QString());
    noteReplaced(text, notes);
    return converted(text);
}

/// Encodings in which any byte is a character, so that decoding never fails.
bool isSingleByte(const QByteArray &encoding)
{
    const QByteArray lower = encoding.toLower();
    return lower.startsWith("windows-125") || lower.startsWith("iso-8859-");
}

Utf8Text byDeclaration(const QByteArray &bytes, const QByteArray &encoding, Notes &notes)
{
    // Bytes that are read one by one cannot be in an encoding of two or four; and characters of
    // UTF-8 do not come about by chance in a western text.
    const bool wide = isWide(encoding);
    const auto text = wide ? std::nullopt : decode(bytes, encoding.constData());
    const bool decoded = text && replacedIn(*text) == 0;
    if (isUtf8(bytes) && (!decoded || isSingleByte(encoding))) {
        notes.add(NoteCode::EncodingGuessed, u"UTF-8"_s);
        return {bytes, 0, false};
    }
    if (!text)
        return guessed(bytes, notes);
    noteReplaced(*text, notes);
    return converted(*text);
}

bool isAscii(QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    // Four words at a time: nearly every report is ASCII from end to end, and large.
    for (std::array<quint64, 4> words; end - at >= qptrdiff(sizeof words); at += sizeof words) {
        std::memcpy(words.data(), at, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080)
            return false;
    }
    return std::all_of(at, end, [](char c) { return quint8(c) < 0x80; });
}

bool hasJisEscape(QByteArrayView bytes)
{
    return bytes.contains("\x1b$B") || bytes.contains("\x1b$@");
}

} // namespace

QByteArray declaredEncoding(QByteArrayView bytes)
{
    constexpr qsizetype longestDeclaration = 512;
    const QByteArrayView head = bytes.first(std::min(bytes.size(), longestDeclaration));
    const qsizetype start = head.indexOf("<?xml");
    const qsizetype end = start < 0 ? -1 : head.indexOf("?>", start);
    if (end < 0)
        return {};
    const QByteArrayView declaration = head.sliced(start, end - start);
    const qsizetype key = declaration.indexOf("encoding");
    if (key < 0)
        return {};
    const QByteArray rest =
        declaration.sliced(key + qsizetype(qstrlen("encoding"))).toByteArray().trimmed();
    if (!rest.startsWith('='))
        return {};
    const QByteArray value = rest.sliced(1).trimmed();
    if (!value.startsWith('"') && !value.startsWith('\''))
        return {};
    const qsizetype close = value.indexOf(value[0], 1);
    return close < 0 ? QByteArray() : value.sliced(1, close - 1).trimmed();
}

Utf8Text toUtf8(const QByteArray &bytes, Notes &notes)
{
    for (const Mark &mark : marks) {
        if (bytes.startsWith(mark.bytes))
            return byMark(bytes, mark, notes);
    }
    if (const char *wide = wideEncodingByZeros(bytes)) {
        notes.add(NoteCode::EncodingGuessed, QString::fromLatin1(wide));
        const QString text = decode(bytes, wide).value_or(QString());
        noteReplaced(text, notes);
        return converted(text);
    }
    const QByteArray declared = declaredEncoding(bytes);
    const QByteArray encoding = declared.isEmpty() ? QByteArray("UTF-8") : usualName(declared);
    if (encoding != "UTF-8")
        notes.add(NoteCode::EncodingDeclared, QString::fromLatin1(declared));
    const bool stateful = encoding.startsWith("ISO-2022") || encoding.startsWith("iso-2022");
    if (isAscii(bytes) && !stateful) {
        if (bytes.contains('\x1b') && hasJisEscape(bytes)) {
            notes.add(NoteCode::EncodingGuessed, u"ISO-2022-JP"_s);
            return converted(decode(bytes, "ISO-2022-JP").value_or(QString::fromUtf8(bytes)));
        }
        return {bytes, 0, false};
    }
    if (encoding != "UTF-8")
        return byDeclaration(bytes, encoding, notes);
    return isUtf8(bytes) ? Utf8Text{bytes, 0, false} : guessed(bytes, notes);
}

} // namespace sekisho
