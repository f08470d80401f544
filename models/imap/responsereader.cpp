// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/responsereader.h"

namespace sekisho::imap {

/// Lines end with LF; a CR before it belongs to the end.
bool ResponseReader::readLine()
{
    m_line.resize(0);
    for (;;) {
        const QByteArrayView there = m_stream.peek();
        if (there.isEmpty())
            return false;
        const qsizetype end = there.indexOf('\n');
        m_line += there.first(end < 0 ? there.size() : end);
        m_stream.take(end < 0 ? there.size() : end + 1);
        if (m_line.size() > m_limits.responseBytes) {
            m_stream.fail(ProblemCode::TooLong);
            return false;
        }
        if (end >= 0)
            break;
    }
    while (m_line.endsWith('\r'))
        m_line.chop(1);
    m_log.received(m_line);
    return true;
}

bool ResponseReader::pass(qint64 size, LiteralTarget *target)
{
    while (size > 0) {
        const QByteArrayView there = m_stream.peek();
        if (there.isEmpty())
            return false;
        const qsizetype part = qsizetype(std::min<qint64>(size, there.size()));
        if (target && !target->append(there.first(part)))
            target = nullptr;
        m_stream.take(part);
        size -= part;
    }
    return true;
}

std::optional<QByteArray> ResponseReader::kept(qint64 size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        const QByteArrayView there = m_stream.peek();
        if (there.isEmpty())
            return std::nullopt;
        const qsizetype part = qsizetype(std::min<qint64>(size - bytes.size(), there.size()));
        bytes += there.first(part);
        m_stream.take(part);
    }
    return bytes;
}

bool ResponseReader::readLiteral(const LiteralMark &mark, const PlanLiteral &plan)
{
    LiteralPlan planned;
    if (plan)
        planned = plan(m_tokenizer.response(), mark.size);
    if (planned.way == LiteralPlan::Way::Keep && mark.size > m_limits.literalBytes)
        planned.way =
            mark.size > m_limits.messageBytes ? LiteralPlan::Way::Refuse : LiteralPlan::Way::Drop;
    switch (planned.way) {
    case LiteralPlan::Way::Keep: {
        const auto bytes = kept(mark.size);
        if (bytes && !m_tokenizer.addLiteral(*bytes))
            m_stream.fail(ProblemCode::TooLong);
        return bytes && !m_stream.problem();
    }
    case LiteralPlan::Way::Stream:
    case LiteralPlan::Way::Drop:
        m_tokenizer.addStreamed(mark.size);
        return pass(mark.size, planned.way == LiteralPlan::Way::Stream ? planned.target : nullptr);
    case LiteralPlan::Way::Refuse: break;
    }
    m_stream.fail(ProblemCode::TooLong);
    return false;
}

std::optional<Response> ResponseReader::read(const PlanLiteral &plan)
{
    do {
        if (!readLine())
            return std::nullopt;
    } while (m_line.isEmpty()); // one server sends an empty line too many
    bool afterLiteral = false;
    for (;;) {
        if (!m_tokenizer.addLine(m_line)) {
            m_stream.fail(ProblemCode::TooLong);
            return std::nullopt;
        }
        if (const auto mark = m_tokenizer.announced()) {
            if (!readLiteral(*mark, plan))
                return std::nullopt;
            afterLiteral = true;
        } else if (afterLiteral && m_line.isEmpty() && m_tokenizer.isOpen()) {
            afterLiteral = false; // announced one or two bytes short: a line's end is still to come
        } else {
            break;
        }
        if (!readLine())
            return std::nullopt;
    }
    m_stream.refresh();
    return m_tokenizer.finish();
}

} // namespace sekisho::imap
