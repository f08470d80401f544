// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/charset.h"

#include <QStringConverter>
#include <QUtf8StringView>

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr char escape = '\x1b';
constexpr char shiftOut = '\x0e';

struct Alias {
    QByteArrayView name;
    const char *charset;
};

/// Names in use, and what is meant by them: Japanese mailers write Microsoft's characters whatever
/// they declare, and Latin-1 is windows-1252 in practice.
constexpr std::array<Alias, 26> aliases{{
    {"utf8", "UTF-8"},
    {"utf-8", "UTF-8"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"sjis-win", "windows-31j"},
    {"ms932", "windows-31j"},
    {"cp932", "windows-31j"},
    {"windows-31j", "windows-31j"},
    {"windows-932", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"euc-jp", "EUC-JP"},
    {"eucjp", "EUC-JP"},
    {"x-euc-jp", "EUC-JP"},
    {"eucjp-ms", "EUC-JP"},
    {"cp51932", "EUC-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"cp50220", "ISO-2022-JP"},
    {"cp50221", "ISO-2022-JP"},
    {"cp50222", "ISO-2022-JP"},
}};

QByteArray usualName(QByteArrayView declared)
{
    QByteArray lower = declared.toByteArray().trimmed().toLower();
    lower.replace('"', QByteArray());
    if (const qsizetype language = lower.indexOf('*'); language >= 0)
        lower.truncate(language); // RFC 2231 §5
    for (const Alias &alias : aliases) {
        if (lower == alias.name)
            return alias.charset;
    }
    if (lower.startsWith("iso-2022-jp") || lower.startsWith("iso2022jp"))
        return "ISO-2022-JP";
    return lower;
}

struct Decoded {
    QString text;
    bool known = true; ///< there is a converter
    bool damaged = false;
};

/// Half a pair is no character, but decoders let it pass.
void replaceLoneSurrogates(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
}

Decoded convert(QByteArrayView bytes, const QByteArray &charset)
{
    QStringDecoder decoder(charset.constData(), QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return {{}, false, true};
    Decoded result;
    result.text = decoder(bytes);
    if (decoder.hasError()) {
        // The Japanese decoders write SUB for what they cannot read.
        if (!bytes.contains('\x1a'))
            result.text.replace(QChar(0x1a), QChar::ReplacementCharacter);
        result.damaged = true;
    }
    replaceLoneSurrogates(result.text);
    result.damaged = result.damaged || result.text.contains(QChar::ReplacementCharacter);
    return result;
}

/// A character of JIS X 0208 in the numbering of Shift_JIS, which has the rows of NEC and IBM too.
void appendShifted(QByteArray &out, uchar row, uchar cell)
{
    uchar lead = uchar(((row - 0x21) >> 1) + 0x81);
    if (lead > 0x9f)
        lead += 0x40;
    uchar trail = 0;
    if (row % 2 == 1)
        trail = uchar(cell + 0x1f + (cell >= 0x60 ? 1 : 0));
    else
        trail = uchar(cell + 0x7e);
    out += char(lead);
    out += char(trail);
}

/// Reads ISO-2022-JP escape by escape. Everything but JIS X 0212 fits into Shift_JIS, for which
/// there is a converter that knows the vendors' characters.
class EscapeReader final {
public:
    Decoded read(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i < bytes.size();) {
            const uchar byte = uchar(bytes[i]);
            if (byte == uchar(escape))
                i += take(bytes.sliced(i));
            else if (byte == '\n' || byte == '\r')
                i += plain(byte, true);
            else if (byte == 0x0e || byte == 0x0f)
                i += shift(byte == 0x0e);
            else
                i += character(bytes, i);
        }
        flush();
        return std::move(m_result);
    }

private:
    enum class Set : quint8 { Ascii, Kana, Kanji, Supplement };

    qsizetype take(QByteArrayView rest)
    {
        struct Sequence {
            QByteArrayView bytes;
            Set set;
        };
        static constexpr std::array<Sequence, 12> sequences{{
            {"\x1b(B", Set::Ascii},
            {"\x1b(J", Set::Ascii},
            {"\x1b(H", Set::Ascii}, // wrong, but in use
            {"\x1b(I", Set::Kana},
            {"\x1b$(D", Set::Supplement},
            {"\x1b$(B", Set::Kanji},
            {"\x1b$(@", Set::Kanji},
            {"\x1b$(O", Set::Kanji}, // JIS X 0213: mostly the same characters
            {"\x1b$(Q", Set::Kanji},
            {"\x1b$B", Set::Kanji},
            {"\x1b$@", Set::Kanji},
            {"\x1b&@", Set::Kanji},
        }};
        for (const Sequence &sequence : sequences) {
            if (rest.startsWith(sequence.bytes)) {
                m_set = sequence.set;
                return sequence.bytes.size();
            }
        }
        return plain(uchar(rest[0]), false); // an escape of another kind: stays visible
    }

    qsizetype plain(uchar byte, bool endsSet)
    {
        if (endsSet)
            m_set = Set::Ascii; // RFC 1468: lines end in ASCII
        m_bytes += char(byte);
        return 1;
    }

    qsizetype shift(bool out)
    {
        m_set = out ? Set::Kana : Set::Ascii;
        return 1;
    }

    qsizetype character(QByteArrayView bytes, qsizetype at)
    {
        const uchar byte = uchar(bytes[at]);
        const bool isSeven = byte >= 0x21 && byte <= 0x7e;
        if (m_set == Set::Kana && isSeven && byte <= 0x5f)
            return plain(byte | 0x80, false);
        const bool isPair = (m_set == Set::Kanji || m_set == Set::Supplement) && isSeven &&
            at + 1 < bytes.size() && uchar(bytes[at + 1]) >= 0x21 && uchar(bytes[at + 1]) <= 0x7e;
        if (!isPair)
            return plain(byte, false);
        if (m_set == Set::Kanji) {
            appendShifted(m_bytes, byte, uchar(bytes[at + 1]));
        } else {
            flush();
            const std::array<char, 3> three{
                '\x8f', char(byte | 0x80), char(uchar(bytes[at + 1]) | 0x80)};
            append(convert(QByteArrayView(three.data(), 3), "EUC-JP"));
        }
        return 2;
    }

    void flush()
    {
        if (!m_bytes.isEmpty())
            append(convert(m_bytes, "windows-31j"));
        m_bytes.clear();
    }

    void append(const Decoded &part)
    {
        m_result.text += part.text;
        m_result.damaged = m_result.damaged || part.damaged;
    }

    Set m_set = Set::Ascii;
    QByteArray m_bytes;
    Decoded m_result;
};

Decoded decode(QByteArrayView bytes, const QByteArray &charset)
{
    return charset == "ISO-2022-JP" ? EscapeReader().read(bytes) : convert(bytes, charset);
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) < 0x80; });
}

/// Encodings whose bytes may look like ASCII or UTF-8 and are not.
bool isOtherUnicode(const QByteArray &charset)
{
    return charset == "utf-7" || charset.startsWith("utf-16") || charset.startsWith("utf-32");
}

bool hasEscapes(QByteArrayView bytes)
{
    return bytes.contains("\x1b$") || bytes.contains("\x1b(I");
}

/// How much a text looks like one that somebody wrote.
qint64 likeness(const Decoded &decoded)
{
    qint64 points = 0;
    for (QChar c : decoded.text) {
        if (c == QChar::ReplacementCharacter)
            points -= 30;
        else if (c < u' ' && c != u'\n' && c != u'\r' && c != u'\t')
            points -= 5;
        else if (c >= u'\x80' && c < u'\xa0')
            points -= 10;
        else if (c >= u'\u3041' && c <= u'\u30fe')
            points += 4; // kana: in every Japanese sentence
        else if (c >= u'\u4e00' && c <= u'\u9fff')
            points += 2;
        else if (c >= u'\uff61' && c <= u'\uff9f')
            points -= 3; // half-width kana: what wrong guesses are made of
    }
    return points;
}

CharsetText guess(QByteArrayView bytes)
{
    CharsetText best;
    qint64 most = 0;
    for (const char *charset : {"windows-1252", "windows-31j", "EUC-JP"}) {
        const Decoded decoded = decode(bytes, charset);
        const qint64 points = likeness(decoded);
        if (best.charset.isEmpty() || points > most) {
            most = points;
            best = {decoded.text, charset, true, decoded.damaged};
        }
    }
    return best;
}

/// Whether what the declared charset gives is worse than a guess by more than chance.
bool isWrong(const Decoded &declared, const CharsetText &guessed)
{
    const qint64 better = likeness({guessed.text, true, false}) - likeness(declared);
    return declared.damaged ? better > 0 : better > 3 * 4;
}

CharsetText asGuessed(QByteArrayView bytes, const char *charset)
{
    const Decoded decoded = decode(bytes, charset);
    return {decoded.text, charset, true, decoded.damaged};
}

} // namespace

CharsetText mailText(QByteArrayView bytes, QByteArrayView declaredName)
{
    const QByteArray charset = usualName(declaredName);
    if (isAscii(bytes)) {
        if (hasEscapes(bytes) || (charset == "ISO-2022-JP" && bytes.contains(shiftOut))) {
            CharsetText text = asGuessed(bytes, "ISO-2022-JP");
            text.guessed = charset != "ISO-2022-JP";
            return text;
        }
        if (!isOtherUnicode(charset))
            return {QString::fromLatin1(bytes), charset.isEmpty() ? "US-ASCII" : charset, false, false};
    }
    const bool isUtf8 = QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
    if (isUtf8 && !isOtherUnicode(charset)) {
        const bool declared = charset == "UTF-8";
        Decoded decoded = convert(bytes, "UTF-8");
        return {std::move(decoded.text), "UTF-8", !declared, decoded.damaged};
    }
    if (charset.isEmpty())
        return guess(bytes);
    const Decoded decoded = decode(bytes, charset);
    if (!decoded.known)
        return guess(bytes);
    const bool isJapanese =
        charset == "windows-31j" || charset == "EUC-JP" || charset == "ISO-2022-JP";
    if (decoded.damaged || isJapanese || charset == "windows-1252") {
        const CharsetText guessed = guess(bytes);
        if (guessed.charset != charset && isWrong(decoded, guessed))
            return guessed;
    }
    return {decoded.text, charset, false, decoded.damaged};
}

} // namespace sekisho
