// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/response.h"

#include <QByteArrayView>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sekisho::imap {

namespace {

bool isStatusWord(const QByteArray &word)
{
    return word == "OK" || word == "NO" || word == "BAD" || word == "BYE" || word == "PREAUTH";
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView takeWord(QByteArrayView &line)
{
    while (line.startsWith(' '))
        line = line.sliced(1);
    const qsizetype space = line.indexOf(' ');
    const QByteArrayView word = line.first(space < 0 ? line.size() : space);
    line = space < 0 ? QByteArrayView() : line.sliced(space + 1);
    return word;
}

} // namespace

bool Response::isStatus() const
{
    return isStatusWord(word);
}

QByteArray Response::value(const Token &token) const
{
    if (token.kind == Token::Kind::Streamed || token.kind == Token::Kind::Nil)
        return {};
    const QByteArray raw = bytes.mid(token.begin, token.size);
    if (token.kind != Token::Kind::Quoted || !raw.contains('\\'))
        return raw;
    QByteArray result;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size())
            ++i;
        result += raw[i];
    }
    return result;
}

bool Response::is(const Token &token, const char *atom) const
{
    return token.kind == Token::Kind::Atom &&
        QByteArrayView(bytes).sliced(token.begin, token.size).compare(atom, Qt::CaseInsensitive) ==
        0;
}

std::optional<quint64> numberIn(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 30 || !isDigit(text[0]))
        return std::nullopt;
    bool ok = false;
    const QByteArray copy = text.toByteArray();
    const quint64 number = copy.toULongLong(&ok);
    if (ok)
        return number;
    const double decimal = copy.toDouble(&ok);
    if (!ok || !std::isfinite(decimal) || decimal > 1e18)
        return std::nullopt;
    return quint64(decimal);
}

std::optional<LiteralMark> literalAtEnd(QByteArrayView line)
{
    if (!line.endsWith('}'))
        return std::nullopt;
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0)
        return std::nullopt;
    QByteArrayView digits = line.sliced(open + 1).chopped(1);
    if (digits.endsWith('+') || digits.endsWith('-'))
        digits = digits.chopped(1);
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool ok = false;
    const qint64 size = digits.toByteArray().toLongLong(&ok);
    const bool binary = open > 0 && line[open - 1] == '~';
    return LiteralMark{open - (binary ? 1 : 0), ok ? size : std::numeric_limits<qint64>::max()};
}

/// Tag, number and word at the beginning of a response.
void Tokenizer::beginLine(QByteArrayView &line)
{
    const QByteArrayView tag = takeWord(line);
    m_response.tag = tag.toByteArray();
    if (tag == "+") {
        m_response.kind = Response::Kind::Continuation;
        m_response.text = line.toByteArray();
        line = {};
        return;
    }
    m_response.kind = tag == "*" ? Response::Kind::Untagged : Response::Kind::Tagged;
    QByteArrayView word = takeWord(line);
    if (const auto number = numberIn(word)) {
        m_response.number =
            quint32(std::min<quint64>(*number, std::numeric_limits<quint32>::max()));
        word = takeWord(line);
    }
    m_response.word = word.toByteArray().toUpper();
    if (m_response.isStatus()) {
        takeStatus(line);
        line = {};
    }
}

void Tokenizer::takeStatus(QByteArrayView rest)
{
    if (rest.startsWith('[')) {
        const qsizetype end = rest.indexOf(']');
        QByteArrayView inside = rest.sliced(1, (end < 0 ? rest.size() : end) - 1);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        m_response.code = takeWord(inside).toByteArray().toUpper();
        m_response.codeText = inside.toByteArray();
    }
    m_response.text = rest.trimmed().toByteArray();
}

bool Tokenizer::add(Token::Kind kind, qsizetype begin, qsizetype size)
{
    m_response.tokens.push_back({kind, begin, size});
    return m_response.tokens.size() <= size_t(m_limits.tokens);
}

bool Tokenizer::addLine(QByteArrayView line)
{
    m_announced.reset();
    if (!m_begun) {
        m_begun = true;
        beginLine(line);
    }
    if (m_response.bytes.size() + line.size() > m_limits.responseBytes)
        return false;
    const auto mark = literalAtEnd(line);
    const qsizetype begin = m_response.bytes.size();
    m_response.bytes += mark ? line.first(mark->begin) : line;
    m_announced = mark;
    return tokenize(begin);
}

bool Tokenizer::addLiteral(const QByteArray &bytes)
{
    const qsizetype begin = m_response.bytes.size();
    if (begin + bytes.size() > m_limits.responseBytes)
        return false;
    m_response.bytes += bytes;
    return add(Token::Kind::Literal, begin, bytes.size());
}

void Tokenizer::addStreamed(qint64 size)
{
    m_response.tokens.push_back({Token::Kind::Streamed, m_response.bytes.size(), qsizetype(size)});
}

/// Behind the quote that ends a string. Some servers do not escape quotes within names: one with
/// something glued to it ends nothing. -1: none ends it.
qsizetype Tokenizer::quotedEnd(qsizetype begin) const
{
    const QByteArray &bytes = m_response.bytes;
    for (qsizetype i = begin; i < bytes.size(); ++i) {
        if (bytes[i] == '\\') {
            ++i;
        } else if (bytes[i] == '"') {
            const char next = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
            if (next == ' ' || next == ')' || next == '(')
                return i + 1;
        }
    }
    return -1;
}

/// Atoms may hold brackets with anything in them: BODY[HEADER.FIELDS (SUBJECT)]<0>.
qsizetype Tokenizer::atomEnd(qsizetype begin) const
{
    const QByteArray &bytes = m_response.bytes;
    int brackets = 0;
    qsizetype i = begin;
    for (; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '[')
            ++brackets;
        else if (c == ']')
            --brackets;
        else if (brackets <= 0 && (c == ' ' || c == '(' || c == ')'))
            break;
    }
    return i;
}

bool Tokenizer::tokenize(qsizetype begin)
{
    const QByteArray &bytes = m_response.bytes;
    for (qsizetype i = begin; i < bytes.size();) {
        const char c = bytes[i];
        if (c == ' ' || c == '\t') {
            ++i;
        } else if (c == '(' || c == ')') {
            m_depth += c == '(' ? 1 : -1;
            if (m_depth > m_limits.nesting)
                return false;
            m_response.damaged = m_response.damaged || m_depth < 0;
            if (!add(c == '(' ? Token::Kind::Open : Token::Kind::Close, i, 1))
                return false;
            ++i;
        } else if (c == '"') {
            const qsizetype end = quotedEnd(i + 1);
            m_response.damaged = m_response.damaged || end < 0;
            const qsizetype size = (end < 0 ? bytes.size() + 1 : end) - i - 2;
            if (!add(Token::Kind::Quoted, i + 1, size))
                return false;
            i = end < 0 ? bytes.size() : end;
        } else {
            const qsizetype end = atomEnd(i);
            const bool nil =
                QByteArrayView(bytes).sliced(i, end - i).compare("NIL", Qt::CaseInsensitive) == 0;
            if (!add(nil ? Token::Kind::Nil : Token::Kind::Atom, i, end - i))
                return false;
            i = end;
        }
    }
    return true;
}

Response Tokenizer::finish()
{
    m_response.damaged = m_response.damaged || m_depth != 0;
    Response response = std::move(m_response);
    m_response = {};
    m_announced.reset();
    m_depth = 0;
    m_begun = false;
    return response;
}

} // namespace sekisho::imap
