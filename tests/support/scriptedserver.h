// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/mailstore.h"
#include "imap/transport.h"

#include <QMap>
#include <QStringList>

namespace sekisho::imap {

/// A conversation as a server would lead it, a line each:
///   S: text       the server says it, with CRLF
///   S+ text       the same without CRLF, "\r" and "\n" written out
///   C: text       the client has to say it; what begins with "~" is a regular expression
///   zeros N       the server sends so many bytes
///   cut           the server hangs up
///   silence N     nothing comes for so many milliseconds
///   drip N text   text comes byte by byte, one each N milliseconds
///   tls           the client starts encryption here
///   stop          what the user does: the stop is requested
using Script = QStringList;

/// What went wrong with a script, and what was said.
struct ScriptRecord {
    QStringList faults;
    int connections = 0;
    bool encryptedNow = false;
};

/// Opens one script after the other; a connection more than there are scripts fails.
[[nodiscard]] OpenTransport openScripts(
    const QList<Script> &scripts, ScriptRecord &record, Stop *stop = nullptr);

/// Keeps messages in memory.
class MemoryStore final : public MailStore {
public:
    [[nodiscard]] Failure open(const QString &) override { return {}; }
    void close() override { }
    [[nodiscard]] FolderState state(const QString &folder) const override
    {
        return states.value(folder);
    }
    void begin() override { m_bytes.clear(); }
    [[nodiscard]] bool append(QByteArrayView bytes) override;
    bool keep(const QString &folder, quint32 uidValidity, quint32 uid) override;
    [[nodiscard]] Failure commit(const QString &folder, const FolderState &state) override;
    [[nodiscard]] Failure problem() const override { return failing; }

    /// "INBOX/7/12" to the message, once it is safe.
    QMap<QString, QByteArray> messages;
    QMap<QString, FolderState> states;
    Failure failing;
    int commits = 0;

private:
    QByteArray m_bytes;
    QMap<QString, QByteArray> m_kept;
};

} // namespace sekisho::imap
