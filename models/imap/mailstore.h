// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/account.h"
#include "imap/problem.h"
#include "imap/uidset.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

namespace sekisho::imap {

/// A message that is not fetched, and why.
struct LeftOut {
    enum class Reason : quint8 {
        TooLarge,
        Refused, ///< the server says NO to it
        NotSent, ///< the server says OK, but nothing comes
        Breaks, ///< each time it comes, the connection breaks
    };

    quint32 uid = 0;
    qint64 size = 0; ///< 0: unknown
    Reason reason = Reason::TooLarge;

    bool operator==(const LeftOut &) const = default;
};

/// How far a folder of the server has been fetched.
struct FolderState {
    quint32 uidValidity = 0; ///< the numbers mean something only as long as this is the same
    QDate since; ///< what was searched for
    quint32 searchedTo = 0;
    UidSet done; ///< stored, durably
    UidSet pending; ///< found, not stored yet
    QList<LeftOut> leftOut;
    std::array<UidSet, outcomes> after = {}; ///< stored, but not marked or moved yet; by MailOutcome

    bool operator==(const FolderState &) const = default;
};

/// Keeps fetched messages and the state of their folders. One account at a time, one message at a
/// time; what was kept counts only after commit.
class MailStore {
public:
    MailStore() = default;
    virtual ~MailStore() = default;
    Q_DISABLE_COPY_MOVE(MailStore)

    [[nodiscard]] virtual Failure open(const QString &accountId) = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual FolderState state(const QString &folder) const = 0;

    /// Begins a message; what another one has left unfinished is dropped.
    virtual void begin() = 0;
    [[nodiscard]] virtual bool append(QByteArrayView bytes) = 0;
    /// The message is whole. False: it was there already, from this folder or another one.
    virtual bool keep(const QString &folder, quint32 uidValidity, quint32 uid) = 0;
    /// Makes durable all that was kept, then the state.
    [[nodiscard]] virtual Failure commit(const QString &folder, const FolderState &state) = 0;
    /// What went wrong with begin, append or keep.
    [[nodiscard]] virtual Failure problem() const = 0;
};

} // namespace sekisho::imap
