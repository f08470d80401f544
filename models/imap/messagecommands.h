// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/command.h"
#include "imap/uidset.h"

#include <QDate>
#include <QHash>

namespace sekisho::imap {

/// Which messages there are: from a number on, and since a day.
class SearchCommand final : public Command {
public:
    /// `extended`: the server knows ESEARCH, whose answer is short.
    SearchCommand(UidSet among, const QDate &since, bool extended);

    [[nodiscard]] Verb verb() const override { return Verb::Search; }
    [[nodiscard]] QByteArray text() const override { return m_text; }
    void take(const Response &response) override;
    [[nodiscard]] UidSet found() const;

private:
    const UidSet m_among;
    QByteArray m_text;
    UidSet m_found;
};

/// How large messages are.
class FetchSizesCommand final : public Command {
public:
    explicit FetchSizesCommand(UidSet uids)
        : m_uids(std::move(uids))
    {
    }

    [[nodiscard]] Verb verb() const override { return Verb::Fetch; }
    [[nodiscard]] QByteArray text() const override
    {
        return "UID FETCH " + m_uids.text() + " (UID RFC822.SIZE)";
    }
    void take(const Response &response) override;
    [[nodiscard]] const QHash<quint32, qint64> &sizes() const { return m_sizes; }
    [[nodiscard]] const UidSet &uids() const { return m_uids; }

private:
    const UidSet m_uids;
    QHash<quint32, qint64> m_sizes;
};

/// Changes messages of a folder that was opened for it.
class ChangeCommand final : public Command {
public:
    enum class Kind : quint8 { MarkSeen, MarkDeleted, Copy, Move, Expunge };

    /// `folder`: where they are copied or moved to. Expunge removes these messages alone (UIDPLUS).
    ChangeCommand(Kind kind, const UidSet &uids, const QString &folder = {});

    [[nodiscard]] Verb verb() const override { return Verb::Change; }
    [[nodiscard]] QByteArray text() const override { return m_text; }

private:
    QByteArray m_text;
};

/// Takes messages as they arrive, one at a time.
class MessageSink : public LiteralTarget {
public:
    virtual void begin(qint64 size) = 0;
    /// Whether a message has begun and was not kept yet.
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// The message is whole.
    virtual void keep(quint32 uid) = 0;
};

/// Messages as they are, without marking them as seen.
class FetchMessagesCommand final : public Command {
public:
    FetchMessagesCommand(UidSet uids, MessageSink &sink, qint64 messageBytes)
        : m_uids(std::move(uids))
        , m_sink(sink)
        , m_messageBytes(messageBytes)
    {
    }

    [[nodiscard]] Verb verb() const override { return Verb::Fetch; }
    [[nodiscard]] QByteArray text() const override
    {
        return "UID FETCH " + m_uids.text() + " (UID BODY.PEEK[])";
    }
    void take(const Response &response) override;
    [[nodiscard]] LiteralPlan plan(const Response &response, qint64 size) override;
    [[nodiscard]] const UidSet &uids() const { return m_uids; }
    [[nodiscard]] const UidSet &received() const { return m_received; }
    /// Larger than allowed, although its size was said to be less.
    [[nodiscard]] std::optional<quint32> tooLarge() const { return m_tooLarge; }

private:
    [[nodiscard]] quint32 uidOf(const Response &response) const;

    const UidSet m_uids;
    MessageSink &m_sink;
    const qint64 m_messageBytes;
    UidSet m_received;
    std::optional<quint32> m_tooLarge;
    QHash<quint32, quint32> m_uidOfNumber; ///< where a server says it apart from the message
};

} // namespace sekisho::imap
