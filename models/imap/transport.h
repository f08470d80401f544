// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/stop.h"
#include "imap/account.h"
#include "imap/clientlimits.h"
#include "imap/problem.h"

#include <functional>
#include <memory>

namespace sekisho::imap {

/// Bytes to and from a server. Lives in one thread; nothing waits longer than a tenth of a second.
class Transport {
public:
    enum class Read : quint8 { Some, Nothing, Closed };

    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    /// Appends what there is, at most a limited piece; waits a moment when there is nothing.
    [[nodiscard]] virtual Read read(QByteArray &bytes) = 0;
    /// False: it is closed.
    [[nodiscard]] virtual bool write(const QByteArray &bytes) = 0;
    /// What has arrived and was not read yet; no waiting. After STARTTLS there must be none.
    [[nodiscard]] virtual bool hasMore() const = 0;
    [[nodiscard]] virtual Failure startTls() = 0;
    [[nodiscard]] virtual bool isEncrypted() const = 0;
    /// Milliseconds of a clock that only goes forward.
    [[nodiscard]] virtual qint64 now() const = 0;
    /// Lets time pass, less than a second.
    virtual void pause(int milliseconds) = 0;
    /// Why it was closed, in the system's words.
    [[nodiscard]] virtual QString closedBecause() const { return {}; }
};

/// A transport, or why there is none.
struct Opened {
    std::unique_ptr<Transport> transport;
    Failure failure;
};

using OpenTransport = std::function<Opened(const Account &, const ClientLimits &, const Stop &)>;

} // namespace sekisho::imap
