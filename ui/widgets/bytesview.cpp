// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bytesview.h"

#include "paint/theme.h"
#include "tables/visibletext.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int gutterDigits = 8;

/// Characters of a line in hexadecimal before its bytes as text.
int hexWidth(int perLine)
{
    return perLine * 3 + 1;
}

/// Longer lines are shown in pieces; reports are often one line of a megabyte.
constexpr int pieceBytes = 512;
constexpr size_t mostPieces = 4'000'000;

/// Bytes that text has no use for; UTF-16 has many.
bool isBinary(uchar byte)
{
    return byte == 0x7f ||
        (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f');
}

bool looksLikeText(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 8192));
    const auto odd =
        std::count_if(start.begin(), start.end(), [](char byte) { return isBinary(uchar(byte)); });
    return odd * 50 <= start.size();
}

/// A piece ends before a byte that continues a character of UTF-8.
int wholeCharacters(QByteArrayView rest, int length)
{
    int end = length;
    while (end > length - 4 && end > 0 && end < rest.size() && (uchar(rest[end]) & 0xc0) == 0x80)
        --end;
    return end > 0 && end > length - 4 ? end : length;
}

QString decoded(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return text.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(bytes) : text;
}

char printable(char byte)
{
    return byte >= 0x20 && byte < 0x7f ? byte : '.';
}

} // namespace

ByteLines ByteLines::of(const QByteArray &bytes)
{
    ByteLines lines;
    lines.bytes = bytes;
    lines.isText = looksLikeText(bytes);
    const QByteArrayView all = bytes;
    int number = 1;
    qint64 at = 0;
    while (at < all.size()) {
        const auto ends = [](char c) { return c == '\n' || c == '\r'; };
        const qint64 end = std::find_if(all.begin() + at, all.end(), ends) - all.begin();
        bool first = true;
        do {
            if (lines.pieces.size() >= mostPieces) {
                lines.cut = true;
                return lines;
            }
            const qint64 left = end - at;
            const int length = left <= pieceBytes
                ? int(left)
                : wholeCharacters(all.sliced(at, qsizetype(left)), pieceBytes);
            lines.pieces.push_back({at, length, number, first});
            at += length;
            first = false;
        } while (at < end);
        ++number;
        at = end + 1;
        if (end + 1 < all.size() && all[end] == '\r' && all[end + 1] == '\n')
            ++at;
    }
    return lines;
}

int ByteLines::pieceAt(qint64 offset) const
{
    const auto found = std::upper_bound(pieces.cbegin(), pieces.cend(), offset,
        [](qint64 wanted, const Piece &piece) { return wanted < piece.start; });
    return std::max(0, int(found - pieces.cbegin()) - 1);
}

BytesView::BytesView(QWidget *parent)
    : LinesView(parent)
{
}

void BytesView::setBytes(std::shared_ptr<const ByteLines> lines, qint64 spot)
{
    m_lines = std::move(lines);
    m_spot = spot < m_lines->bytes.size() ? spot : m_lines->bytes.size() - 1;
    m_mode = m_lines->isText ? Mode::Text : Mode::Hex;
    textChanged();
    goToSpot();
}

void BytesView::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    textChanged();
    goToSpot();
}

void BytesView::goToSpot()
{
    const std::optional<TextPlace> place = spotPlace();
    if (!place)
        return;
    goTo(*place);
    lightUp({place->line, 1}, {});
}

int BytesView::fittingBytes() const
{
    constexpr int most = 16;
    constexpr int least = 8;
    // The bytes as text beside the numbers, the offset before them, and some air.
    const int characters = gutterDigits + hexWidth(most) + most + 4;
    const bool fits = metrics().averageCharWidth() * characters <= viewport()->width();
    return fits ? most : least;
}

void BytesView::resizeEvent(QResizeEvent *event)
{
    const int perLine = fittingBytes();
    if (perLine != m_perLine && m_mode == Mode::Hex) {
        const qint64 top = qint64(visibleLines().first) * m_perLine;
        m_perLine = perLine;
        textChanged();
        goToSpot();
        showLine(int(top / perLine));
    }
    m_perLine = perLine;
    LinesView::resizeEvent(event);
}

int BytesView::lineCount() const
{
    if (m_mode == Mode::Text)
        return int(m_lines->pieces.size());
    return int((m_lines->bytes.size() + m_perLine - 1) / m_perLine);
}

QString BytesView::pieceText(const ByteLines::Piece &piece, int length) const
{
    return visibleText(
        decoded(QByteArrayView(m_lines->bytes).sliced(piece.start, length)), LineEnds::Keep);
}

QString BytesView::hexLine(int line) const
{
    const QByteArrayView bytes = QByteArrayView(m_lines->bytes).sliced(qsizetype(line) * m_perLine);
    const qsizetype count = std::min<qsizetype>(bytes.size(), m_perLine);
    constexpr char digits[] = "0123456789abcdef";
    QString hex;
    QString text;
    for (qsizetype i = 0; i < count; ++i) {
        const auto byte = uchar(bytes[i]);
        hex += QLatin1Char(digits[byte >> 4]);
        hex += QLatin1Char(digits[byte & 0xf]);
        hex += u' ';
        text += QLatin1Char(printable(bytes[i]));
    }
    return hex.leftJustified(hexWidth(m_perLine)) + text;
}

QString BytesView::lineText(int line) const
{
    if (m_mode == Mode::Hex)
        return hexLine(line);
    const ByteLines::Piece &piece = m_lines->pieces[size_t(line)];
    return pieceText(piece, piece.length);
}

QString BytesView::gutterText(int line) const
{
    if (line >= lineCount())
        return {};
    if (m_mode == Mode::Hex)
        return u"%1"_s.arg(qint64(line) * m_perLine, gutterDigits, 16, QChar(u'0'));
    const ByteLines::Piece &piece = m_lines->pieces[size_t(line)];
    // A mark that the line goes on; a number needs no thousands here, as notes give it without.
    return piece.first || line == lineCount() - 1 ? QString::number(piece.number) : u"·"_s;
}

int BytesView::longestLine() const
{
    if (m_mode == Mode::Hex)
        return hexWidth(m_perLine) + m_perLine;
    int longest = 0;
    for (const ByteLines::Piece &piece : m_lines->pieces) {
        longest = std::max(longest, piece.length);
        if (longest >= pieceBytes)
            break;
    }
    return longest;
}

std::optional<TextPlace> BytesView::spotPlace() const
{
    if (m_spot < 0)
        return {};
    if (m_mode == Mode::Hex)
        return TextPlace{int(m_spot / m_perLine), int(m_spot % m_perLine) * 3};
    const int line = m_lines->pieceAt(m_spot);
    if (line >= lineCount())
        return {};
    const ByteLines::Piece &piece = m_lines->pieces[size_t(line)];
    const int before = int(std::clamp<qint64>(m_spot - piece.start, 0, piece.length));
    return TextPlace{line, int(pieceText(piece, before).size())};
}

QList<QTextLayout::FormatRange> BytesView::colours(int line, const QString &text) const
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&ranges](int start, int length, const QTextCharFormat &format) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format = format;
        ranges.append(range);
    };
    if (m_mode == Mode::Hex) {
        QTextCharFormat quiet;
        quiet.setForeground(palette().color(QPalette::PlaceholderText));
        add(hexWidth(m_perLine), int(text.size()) - hexWidth(m_perLine), quiet);
    }
    const std::optional<TextPlace> spot = spotPlace();
    if (!spot || spot->line != line)
        return ranges;
    QTextCharFormat marked;
    const QColor background = color(Meaning::Failed, palette());
    marked.setBackground(background);
    marked.setForeground(textOn(background));
    if (m_mode == Mode::Hex) {
        add(spot->column, 2, marked);
        add(hexWidth(m_perLine) + int(m_spot % m_perLine), 1, marked);
    } else if (spot->column < text.size()) {
        const bool pair = text[spot->column].isHighSurrogate();
        add(spot->column, pair ? 2 : 1, marked);
    }
    return ranges;
}

} // namespace sekisho
