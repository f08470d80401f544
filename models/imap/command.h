// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/responsereader.h"

namespace sekisho::imap {

enum class Verb : quint8 {
    Capability,
    StartTls,
    Login,
    Authenticate,
    Compress,
    Namespace,
    List,
    Examine,
    Search,
    Fetch,
    Change,
    Noop,
    Idle,
    Logout,
};

/// One command: what is sent, and what it takes of the answers. Knows no connection.
class Command {
public:
    Command() = default;
    virtual ~Command() = default;
    Q_DISABLE_COPY_MOVE(Command)

    [[nodiscard]] virtual Verb verb() const = 0;
    /// The command without its tag.
    [[nodiscard]] virtual QByteArray text() const = 0;
    /// Whether the text, and what follows it, is kept out of the log.
    [[nodiscard]] virtual bool isSecret() const { return false; }
    /// An untagged response that may be for it.
    virtual void take(const Response &) { }
    [[nodiscard]] virtual LiteralPlan plan(const Response &, qint64) { return {}; }
    /// What the server gets when it says "+"; empty: the command did not expect that.
    [[nodiscard]] virtual std::optional<QByteArray> answer(const QByteArray &)
    {
        return std::nullopt;
    }
};

/// How the server ends a command.
struct Reply {
    enum class Status : quint8 { Ok, No, Bad, Lost };

    Status status = Status::Lost;
    QByteArray code; ///< as in [TRYCREATE]
    QByteArray codeText;
    QString text; ///< the server's words

    [[nodiscard]] bool ok() const { return status == Status::Ok; }
};

/// As a quoted string; text that cannot be one gives nothing and needs a literal.
[[nodiscard]] std::optional<QByteArray> quoted(const QByteArray &text);

} // namespace sekisho::imap
