// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/clientlimits.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace sekisho::imap {

/// A piece of a response; its bytes stand in the response.
struct Token {
    enum class Kind : quint8 { Atom, Quoted, Literal, Streamed, Nil, Open, Close };

    Kind kind = Kind::Atom;
    qsizetype begin = 0;
    qsizetype size = 0; ///< of a streamed literal: as announced
};

/// What the server says at once: a line, with the literals in it.
struct Response {
    enum class Kind : quint8 { Untagged, Tagged, Continuation };

    Kind kind = Kind::Untagged;
    QByteArray tag;
    QByteArray word; ///< in capitals: OK, NO, BAD, BYE, PREAUTH, FETCH, EXISTS, LIST…
    std::optional<quint32> number; ///< what stood before the word: "* 12 FETCH"
    QByteArray code; ///< of OK, NO…: the name in [CODE arguments], in capitals
    QByteArray codeText; ///< its arguments
    QByteArray text; ///< of OK, NO…, and after "+": the rest of the line
    QByteArray bytes; ///< what the tokens refer to
    std::vector<Token> tokens; ///< after the word; none for OK, NO…
    bool damaged = false; ///< quotes or parentheses do not match

    [[nodiscard]] bool isStatus() const;
    /// A token's value; quotes and backslashes are resolved.
    [[nodiscard]] QByteArray value(const Token &token) const;
    [[nodiscard]] bool is(const Token &token, const char *atom) const;
};

/// A number as servers write it: "12", and "9.3e+06" as one large provider does.
[[nodiscard]] std::optional<quint64> numberIn(QByteArrayView text);

/// The literal that a line ends with: "…{12}", "{12+}", "~{12}"; size saturates.
struct LiteralMark {
    qsizetype begin = 0; ///< in the line
    qint64 size = 0;
};
[[nodiscard]] std::optional<LiteralMark> literalAtEnd(QByteArrayView line);

/// Takes lines and literals of one response and cuts them into tokens. Knows bytes only.
class Tokenizer final {
public:
    explicit Tokenizer(const ClientLimits &limits)
        : m_limits(limits)
    {
    }

    /// A line without its end. The first one begins a response. False: above the limits.
    [[nodiscard]] bool addLine(QByteArrayView line);
    /// The literal that the last line announced.
    [[nodiscard]] bool addLiteral(const QByteArray &bytes);
    void addStreamed(qint64 size);
    /// What the last line announced; empty: the response is complete.
    [[nodiscard]] std::optional<LiteralMark> announced() const { return m_announced; }
    /// Whether parentheses are open yet.
    [[nodiscard]] bool isOpen() const { return m_depth > 0; }
    [[nodiscard]] const Response &response() const { return m_response; }
    [[nodiscard]] Response finish();

private:
    void beginLine(QByteArrayView &line);
    void takeStatus(QByteArrayView rest);
    [[nodiscard]] bool tokenize(qsizetype begin);
    [[nodiscard]] qsizetype quotedEnd(qsizetype begin) const;
    [[nodiscard]] qsizetype atomEnd(qsizetype begin) const;
    [[nodiscard]] bool add(Token::Kind kind, qsizetype begin, qsizetype size);

    const ClientLimits m_limits;
    Response m_response;
    std::optional<LiteralMark> m_announced;
    int m_depth = 0;
    bool m_begun = false;
};

} // namespace sekisho::imap
