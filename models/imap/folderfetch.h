// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/fetcher.h"
#include "imap/messagecommands.h"

#include <deque>

namespace sekisho::imap {

/// Fetches one folder, over as many connections as it takes.
class FolderFetch final : private MessageSink {
public:
    FolderFetch(const QString &folder, const Account &account, MailStore &store,
        const FetchSetup &setup, const Stop &stop);

    /// Goes on over this connection. A failure that may pass: call it again with another one.
    [[nodiscard]] Failure run(Connection &connection);
    [[nodiscard]] const FolderResult &result() const { return m_result; }
    void setFailure(const Failure &failed) { m_result.failure = failed; }
    /// Grows with whatever gets done, so that one sees whether trying again makes sense.
    [[nodiscard]] qint64 progress() const;

private:
    using Work = std::deque<UidSet>;

    [[nodiscard]] Failure openFolder(Connection &connection);
    [[nodiscard]] Failure search(Connection &connection);
    [[nodiscard]] Failure fetchPart(Connection &connection, const UidSet &uids);
    [[nodiscard]] UidSet leaveOutLarge(Connection &connection, const UidSet &uids);
    [[nodiscard]] Failure fetchAll(Connection &connection, Work work, int ahead);
    void finished(const FetchMessagesCommand &command, const Reply &reply, Work &work);
    [[nodiscard]] Failure fetchMissing(Connection &connection);
    [[nodiscard]] Failure fetchSuspects(Connection &connection);
    void blame(const std::vector<std::unique_ptr<FetchMessagesCommand>> &running);
    [[nodiscard]] Failure changeAll(Connection &connection);
    void leaveOut(quint32 uid, qint64 size, LeftOut::Reason reason);
    [[nodiscard]] Failure commitIfMany(bool any = false);
    void report();

    void begin(qint64 size) override;
    [[nodiscard]] bool append(QByteArrayView bytes) override;
    [[nodiscard]] bool isOpen() const override { return m_open; }
    void keep(quint32 uid) override;

    const QString m_folder;
    const QDate m_since;
    const AfterActions m_actions; ///< of what is read from now on
    const bool m_changes; ///< there are any
    MailStore &m_store;
    const FetchSetup &m_setup;
    const Stop &m_stop;
    FolderState m_state;
    FolderResult m_result;
    UidSet m_kept; ///< not durable yet
    qint64 m_keptBytes = 0;
    UidSet m_missing; ///< asked for, but not sent
    QHash<quint32, int> m_blamed; ///< how often the connection broke with it
    std::array<UidSet, outcomes> m_keptAfter; ///< of those, what is to be changed
    qint64 m_size = 0; ///< of the message that is coming
    QByteArray m_message; ///< it, where it has to be judged
    bool m_open = false;
    bool m_searched = false;
    bool m_readOnly = false; ///< the server says so
};

} // namespace sekisho::imap
