// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/command.h"

#include <QSet>

#include <vector>

namespace sekisho::imap {

/// A conversation with a server: sends commands, one or several ahead, and gives each its answers.
class Connection final {
public:
    enum class Stage : quint8 { Greeting, SignedOut, SignedIn, FolderOpen, Ended };

    Connection(std::unique_ptr<Transport> transport, const ClientLimits &limits, ProtocolLog &log,
        const Stop &stop);
    Q_DISABLE_COPY_MOVE(Connection)

    /// Waits for the server's first words. Signed in already (PREAUTH) is fine only where encrypted
    /// or where nothing has to be.
    [[nodiscard]] Failure greet(bool preAuthAllowed);
    [[nodiscard]] Stage stage() const { return m_stage; }

    /// Sends a command and waits until it is done.
    [[nodiscard]] Reply run(Command &command);
    /// Sends a command without waiting. It has to live until next() gives it back.
    [[nodiscard]] bool send(Command &command);
    struct Done {
        Command *command = nullptr; ///< null: the connection has failed
        Reply reply;
    };
    /// Waits until one of the commands is done.
    [[nodiscard]] Done next();
    [[nodiscard]] qsizetype running() const { return qsizetype(m_running.size()); }
    /// IDLE until there is news (true), or the time is over (false). Empty: it failed or was refused.
    [[nodiscard]] std::optional<bool> idle(qint64 milliseconds);

    /// STARTTLS with all that has to follow: nothing said before counts.
    [[nodiscard]] Failure startTls();
    [[nodiscard]] bool isEncrypted() const { return m_stream.isEncrypted(); }
    void startCompression() { m_stream.startCompression(); }

    /// What the server can; asks for it when it is not known.
    [[nodiscard]] bool can(const char *capability);
    [[nodiscard]] QByteArrayList mechanisms();
    /// What the server wants the user to read; only once it is certain who it is.
    [[nodiscard]] const QStringList &alerts() const { return m_alerts; }
    [[nodiscard]] const Failure &problem() const { return m_stream.problem(); }

private:
    struct Running {
        QByteArray tag;
        Command *command = nullptr;
    };

    [[nodiscard]] bool answer(const Response &response);
    void takeUntagged(const Response &response);
    void takeCapabilities(const QByteArray &words);
    [[nodiscard]] LiteralPlan plan(const Response &response, qint64 size);
    [[nodiscard]] std::optional<Response> read();
    void enter(Verb verb, const Reply &reply);

    const ClientLimits m_limits;
    ProtocolLog &m_log;
    Stream m_stream;
    ResponseReader m_reader;
    Stage m_stage = Stage::Greeting;
    std::vector<Running> m_running;
    std::optional<QSet<QByteArray>> m_capabilities;
    QStringList m_alerts;
    int m_tags = 0;
    int m_unasked = 0;
};

} // namespace sekisho::imap
