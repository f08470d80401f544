// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/protocollog.h"
#include "imap/response.h"
#include "imap/stream.h"

#include <functional>

namespace sekisho::imap {

/// Where a large literal goes, piece by piece, while it arrives.
class LiteralTarget {
public:
    virtual ~LiteralTarget() = default;
    /// False: it cannot be kept; the rest is read and thrown away.
    [[nodiscard]] virtual bool append(QByteArrayView bytes) = 0;
};

/// What to do with a literal that comes.
struct LiteralPlan {
    enum class Way : quint8 {
        Keep, ///< as a token, if it is small
        Stream, ///< to the target
        Drop, ///< read and throw away
        Refuse, ///< too large even for that: the connection ends
    };
    Way way = Way::Keep;
    LiteralTarget *target = nullptr;
};

/// Asked with the response so far, whose next token is the literal.
using PlanLiteral = std::function<LiteralPlan(const Response &, qint64 size)>;

/// Reads responses from a stream: lines, and literals by their count.
class ResponseReader final {
public:
    ResponseReader(Stream &stream, const ClientLimits &limits, ProtocolLog &log)
        : m_stream(stream)
        , m_limits(limits)
        , m_log(log)
        , m_tokenizer(limits)
    {
    }

    /// Empty: the stream says why.
    [[nodiscard]] std::optional<Response> read(const PlanLiteral &plan = {});
    /// Forgets what has begun to come.
    void reset() { static_cast<void>(m_tokenizer.finish()); }

private:
    [[nodiscard]] bool readLine();
    [[nodiscard]] bool readLiteral(const LiteralMark &mark, const PlanLiteral &plan);
    [[nodiscard]] bool pass(qint64 size, LiteralTarget *target);
    [[nodiscard]] std::optional<QByteArray> kept(qint64 size);

    Stream &m_stream;
    const ClientLimits m_limits;
    ProtocolLog &m_log;
    Tokenizer m_tokenizer;
    QByteArray m_line;
};

} // namespace sekisho::imap
