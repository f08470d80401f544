// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/messagecommands.h"

#include "imap/modifiedutf7.h"

#include <QLocale>

#include <limits>

namespace sekisho::imap {

namespace {

/// The items of "* n FETCH (NAME value NAME value)", each name with its value's first token. False:
/// a name without a value, as when a literal is longer than announced.
template <typename Use> bool forItems(const Response &response, Use use)
{
    const std::vector<Token> &tokens = response.tokens;
    int depth = 0;
    bool isName = true;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token::Kind kind = tokens[i].kind;
        if (kind == Token::Kind::Close) {
            if (--depth == 1)
                isName = true;
            continue;
        }
        if (kind == Token::Kind::Open) {
            ++depth;
            continue;
        }
        if (depth != 1)
            continue;
        if (isName && i + 1 < tokens.size())
            use(tokens[i], tokens[i + 1]);
        isName = !isName;
    }
    return isName;
}

bool isMessageName(const Response &response, const Token &token)
{
    return response.is(token, "BODY[]") || response.is(token, "BODY[]<0>") ||
        response.is(token, "RFC822") || response.is(token, "BODY.PEEK[]");
}

quint32 uidIn(const Response &response)
{
    quint32 uid = 0;
    forItems(response, [&](const Token &name, const Token &value) {
        if (!response.is(name, "UID"))
            return;
        const auto number = numberIn(response.value(value));
        uid = number && *number <= std::numeric_limits<quint32>::max() ? quint32(*number) : 0;
    });
    return uid;
}

} // namespace

/// SINCE goes by the server's day without a zone: one day more, so that none is missed.
SearchCommand::SearchCommand(UidSet among, const QDate &since, bool extended)
    : m_among(std::move(among))
    , m_text(extended ? "UID SEARCH RETURN (ALL)" : "UID SEARCH")
{
    const bool all = m_among.first() <= 1;
    const bool open = m_among.last() == std::numeric_limits<quint32>::max();
    if (!all || !open)
        m_text += " UID " + (open ? QByteArray::number(m_among.first()) + ":*" : m_among.text());
    if (since.isValid())
        m_text += " SINCE " +
            QLocale::c().toString(since.addDays(-1), QStringLiteral("d-MMM-yyyy")).toLatin1();
    else if (all && open)
        m_text += " ALL";
}

void SearchCommand::take(const Response &response)
{
    if (response.word == "SEARCH") {
        for (const Token &token : response.tokens) {
            if (token.kind == Token::Kind::Open) // "(MODSEQ 12)"
                break;
            const auto uid = numberIn(response.value(token));
            if (uid && *uid <= std::numeric_limits<quint32>::max())
                m_found.add(quint32(*uid));
        }
    } else if (response.word == "ESEARCH") {
        for (size_t i = 0; i + 1 < response.tokens.size(); ++i) {
            if (response.is(response.tokens[i], "ALL"))
                m_found.unite(UidSet::fromText(response.value(response.tokens[i + 1])));
        }
    }
}

/// "n:*" finds the last message even where its number is below n.
UidSet SearchCommand::found() const
{
    UidSet outside = m_found;
    outside.subtract(m_among);
    UidSet inside = m_found;
    inside.subtract(outside);
    return inside;
}

void FetchSizesCommand::take(const Response &response)
{
    const quint32 uid = response.word == "FETCH" ? uidIn(response) : 0;
    if (!m_uids.contains(uid))
        return;
    forItems(response, [&](const Token &name, const Token &value) {
        if (!response.is(name, "RFC822.SIZE"))
            return;
        const auto size = numberIn(response.value(value));
        if (size && *size <= quint64(std::numeric_limits<qint64>::max()))
            m_sizes.insert(uid, qint64(*size));
    });
}

ChangeCommand::ChangeCommand(Kind kind, const UidSet &uids, const QString &folder)
{
    const QByteArray set = uids.text();
    const QByteArray target = ' ' + quoted(toModifiedUtf7(folder)).value_or("\"\"");
    switch (kind) {
    case Kind::MarkSeen: m_text = "UID STORE " + set + " +FLAGS.SILENT (\\Seen)"; break;
    case Kind::MarkDeleted: m_text = "UID STORE " + set + " +FLAGS.SILENT (\\Deleted)"; break;
    case Kind::Copy: m_text = "UID COPY " + set + target; break;
    case Kind::Move: m_text = "UID MOVE " + set + target; break;
    case Kind::Expunge: m_text = "UID EXPUNGE " + set; break;
    }
}

quint32 FetchMessagesCommand::uidOf(const Response &response) const
{
    const quint32 uid = uidIn(response);
    return uid > 0 ? uid : m_uidOfNumber.value(response.number.value_or(0));
}

LiteralPlan FetchMessagesCommand::plan(const Response &response, qint64 size)
{
    if (response.word != "FETCH" || response.tokens.empty() ||
        !isMessageName(response, response.tokens.back()))
        return {};
    const quint32 uid = uidOf(response);
    if (size > m_messageBytes) {
        if (m_uids.contains(uid))
            m_tooLarge = uid;
        return {LiteralPlan::Way::Refuse, nullptr};
    }
    if (uid > 0 && !m_uids.contains(uid))
        return {}; // of another command
    m_sink.begin(size);
    return {LiteralPlan::Way::Stream, &m_sink};
}

void FetchMessagesCommand::take(const Response &response)
{
    if (response.word == "EXPUNGE" || response.word == "VANISHED")
        m_uidOfNumber.clear(); // numbers have moved
    if (response.word != "FETCH" || response.damaged || !forItems(response, [](auto, auto) {}))
        return;
    const quint32 uid = uidOf(response);
    if (uid > 0 && response.number && m_uids.contains(uid))
        m_uidOfNumber.insert(*response.number, uid);
    if (!m_uids.contains(uid) || m_received.contains(uid))
        return;
    forItems(response, [&](const Token &name, const Token &value) {
        if (!isMessageName(response, name) || value.kind == Token::Kind::Nil ||
            m_received.contains(uid))
            return;
        if (value.kind == Token::Kind::Quoted) { // as "" of an empty message
            const QByteArray text = response.value(value);
            m_sink.begin(text.size());
            if (!m_sink.append(text))
                return;
        } else if (value.kind != Token::Kind::Streamed || !m_sink.isOpen()) {
            return;
        }
        m_sink.keep(uid);
        m_received.add(uid);
    });
}

} // namespace sekisho::imap
