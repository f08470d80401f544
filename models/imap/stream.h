// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/transport.h"

#include <memory>

namespace sekisho::imap {

class Deflate;

/// A transport with a buffer, with patience that ends, and with compression if asked for.
class Stream final {
public:
    Stream(std::unique_ptr<Transport> transport, const ClientLimits &limits, const Stop &stop);
    ~Stream();
    Q_DISABLE_COPY_MOVE(Stream)

    /// What was read and not taken yet: at least one byte, or none when it failed.
    [[nodiscard]] QByteArrayView peek();
    void take(qsizetype bytes);
    /// As peek, but waits for at most so long, in which silence is no fault; none then: nothing
    /// came.
    [[nodiscard]] QByteArrayView peekWithin(qint64 milliseconds);
    [[nodiscard]] bool write(const QByteArray &bytes);
    /// A whole response has come: time starts anew.
    void refresh();

    /// Refuses when bytes stand already behind the server's consent.
    [[nodiscard]] Failure startTls();
    [[nodiscard]] bool isEncrypted() const { return m_transport->isEncrypted(); }
    /// From here on both ways are compressed.
    void startCompression();

    [[nodiscard]] const Failure &problem() const { return m_problem; }
    void fail(ProblemCode code, const QString &detail = {});
    /// How patient it is, for the steps before the signing in.
    void setSilence(int milliseconds) { m_silence = milliseconds; }

private:
    [[nodiscard]] bool fill();
    [[nodiscard]] bool inflate();

    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Deflate> m_deflate;
    const ClientLimits m_limits;
    const Stop &m_stop;
    Failure m_problem;
    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< of what was not taken
    QByteArray m_packed; ///< read, not inflated yet
    int m_silence = 0;
    qint64 m_since = 0; ///< when the count of bytes began
    qint64 m_bytes = 0;
};

} // namespace sekisho::imap
