// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/foldercommands.h"

#include "imap/modifiedutf7.h"

namespace sekisho::imap {

namespace {

FolderUse useFor(const QByteArray &attribute)
{
    static const std::pair<const char *, FolderUse> uses[] = {
        {"\\all", FolderUse::All},
        {"\\archive", FolderUse::Archive},
        {"\\drafts", FolderUse::Drafts},
        {"\\flagged", FolderUse::Flagged},
        {"\\junk", FolderUse::Junk},
        {"\\spam", FolderUse::Junk},
        {"\\sent", FolderUse::Sent},
        {"\\trash", FolderUse::Trash},
    };
    for (const auto &[name, use] : uses) {
        if (attribute == name)
            return use;
    }
    return FolderUse::None;
}

void takeAttribute(FolderInfo &folder, const QByteArray &attribute)
{
    if (attribute == "\\noselect" || attribute == "\\nonexistent")
        folder.selectable = false;
    if (const FolderUse use = useFor(attribute); use != FolderUse::None)
        folder.use = use;
}

bool isText(const Token &token)
{
    return token.kind != Token::Kind::Open && token.kind != Token::Kind::Close &&
        token.kind != Token::Kind::Streamed;
}

} // namespace

/// Three lists of (prefix delimiter …), or NIL; which is which does not matter for finding folders.
void NamespaceCommand::take(const Response &response)
{
    if (response.word != "NAMESPACE")
        return;
    int depth = 0;
    bool first = false;
    for (const Token &token : response.tokens) {
        if (token.kind == Token::Kind::Open) {
            first = ++depth == 2;
        } else if (token.kind == Token::Kind::Close) {
            --depth;
        } else if (std::exchange(first, false) && isText(token)) {
            m_prefixes.append(response.value(token));
        }
    }
}

ListCommand::ListCommand(QByteArray prefix, bool askForUse, int most)
    : m_prefix(std::move(prefix))
    , m_askForUse(askForUse)
    , m_most(most)
{
}

QByteArray ListCommand::text() const
{
    const QByteArray pattern = quoted(m_prefix + '*').value_or("\"*\"");
    return "LIST \"\" " + pattern + (m_askForUse ? " RETURN (SPECIAL-USE)" : "");
}

void ListCommand::take(const Response &response)
{
    const std::vector<Token> &tokens = response.tokens;
    if (response.word != "LIST" || m_folders.size() >= m_most || tokens.empty() ||
        tokens[0].kind != Token::Kind::Open)
        return;
    FolderInfo folder;
    size_t i = 1;
    for (; i < tokens.size() && tokens[i].kind != Token::Kind::Close; ++i)
        takeAttribute(folder, response.value(tokens[i]).toLower());
    if (i + 2 >= tokens.size() || !isText(tokens[i + 1]) || !isText(tokens[i + 2]))
        return;
    const QByteArray delimiter = response.value(tokens[i + 1]);
    folder.delimiter = delimiter.isEmpty() ? QChar() : QChar(QLatin1Char(delimiter[0]));
    QByteArray name = response.value(tokens[i + 2]);
    // One large provider puts names with spaces there without quotes.
    if (tokens[i + 2].kind == Token::Kind::Atom)
        name = response.bytes.mid(tokens[i + 2].begin).trimmed();
    folder.name = fromModifiedUtf7(name);
    if (folder.name.compare(QLatin1StringView("INBOX"), Qt::CaseInsensitive) == 0)
        folder.name = QStringLiteral("INBOX");
    if (!folder.name.isEmpty())
        m_folders.append(folder);
}

ExamineCommand::ExamineCommand(const QString &folder, bool change)
    : m_text((change ? "SELECT " : "EXAMINE ") + quoted(toModifiedUtf7(folder)).value_or("\"\""))
{
}

void ExamineCommand::take(const Response &response)
{
    if (response.word == "EXISTS" && response.number)
        m_messages = *response.number;
    else if (response.word == "OK" && response.code == "UIDVALIDITY")
        m_uidValidity = quint32(numberIn(response.codeText).value_or(0));
}

} // namespace sekisho::imap
