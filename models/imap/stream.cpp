// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/stream.h"

#include "imap/deflate.h"

namespace sekisho::imap {

Stream::Stream(std::unique_ptr<Transport> transport, const ClientLimits &limits, const Stop &stop)
    : m_transport(std::move(transport))
    , m_limits(limits)
    , m_stop(stop)
    , m_silence(limits.silence)
{
    refresh();
}

Stream::~Stream() = default;

void Stream::fail(ProblemCode code, const QString &detail)
{
    if (!m_problem)
        m_problem = Problem{code, detail, {}};
}

void Stream::refresh()
{
    m_since = m_transport->now();
    m_bytes = 0;
}

void Stream::take(qsizetype bytes)
{
    m_begin += bytes;
    if (m_begin == m_buffer.size()) {
        m_buffer.resize(0); // keeps the memory
        m_begin = 0;
    }
}

bool Stream::inflate()
{
    const qsizetype before = m_buffer.size();
    if (!m_deflate->inflate(m_packed, m_buffer))
        fail(ProblemCode::Malformed, QStringLiteral("DEFLATE"));
    return m_buffer.size() > before;
}

/// Waits a moment for bytes. True: there are some.
bool Stream::fill()
{
    if (m_problem)
        return false;
    if (m_stop.requested()) {
        fail(ProblemCode::Cancelled);
        return false;
    }
    if (m_deflate && !m_packed.isEmpty() && inflate())
        return true;
    QByteArray &into = m_deflate ? m_packed : m_buffer;
    const qsizetype before = into.size();
    switch (m_transport->read(into)) {
    case Transport::Read::Closed:
        fail(ProblemCode::ConnectionLost, m_transport->closedBecause());
        return false;
    case Transport::Read::Nothing: return false;
    case Transport::Read::Some: break;
    }
    m_bytes += into.size() - before;
    return m_deflate ? inflate() : true;
}

QByteArrayView Stream::peek()
{
    while (m_begin == m_buffer.size() && !m_problem) {
        if (fill())
            break;
        const qint64 now = m_transport->now();
        if (m_problem || now - m_since < m_silence)
            continue;
        if (m_bytes < m_limits.leastBytes)
            fail(ProblemCode::TooSlow);
        refresh();
    }
    // A byte now and then keeps the buffer from being empty, but is no answer either.
    if (m_transport->now() - m_since >= m_silence) {
        if (m_bytes < m_limits.leastBytes)
            fail(ProblemCode::TooSlow);
        refresh();
    }
    return m_problem ? QByteArrayView() : QByteArrayView(m_buffer).sliced(m_begin);
}

QByteArrayView Stream::peekWithin(qint64 milliseconds)
{
    const qint64 begin = m_transport->now();
    while (m_begin == m_buffer.size() && !m_problem && m_transport->now() - begin < milliseconds) {
        if (fill())
            break;
    }
    refresh();
    return m_problem ? QByteArrayView() : QByteArrayView(m_buffer).sliced(m_begin);
}

bool Stream::write(const QByteArray &bytes)
{
    if (m_problem)
        return false;
    refresh();
    if (!m_transport->write(m_deflate ? m_deflate->deflated(bytes) : bytes))
        fail(ProblemCode::ConnectionLost, m_transport->closedBecause());
    return !m_problem;
}

Failure Stream::startTls()
{
    if (m_begin < m_buffer.size() || m_transport->hasMore()) {
        fail(ProblemCode::StartTlsInjected);
    } else if (Failure failed = m_transport->startTls()) {
        m_problem = failed;
    }
    refresh();
    return m_problem;
}

void Stream::startCompression()
{
    m_deflate = std::make_unique<Deflate>();
    m_packed = m_buffer.mid(m_begin);
    m_buffer.clear();
    m_begin = 0;
}

} // namespace sekisho::imap
