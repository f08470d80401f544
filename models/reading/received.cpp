// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/received.h"

#include "reading/gmimeparts.h"

#include <QRegularExpression>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A word of the field, or a comment.
struct Token {
    QString text;
    bool comment = false;
};

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            tokens.push_back({std::exchange(word, QString()), false});
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'(') {
            endWord();
            int depth = 1;
            const qsizetype start = i + 1;
            for (++i; i < text.size() && depth > 0; ++i)
                depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
            const qsizetype end = depth == 0 ? i - 1 : i;
            tokens.push_back({text.sliced(start, end - start).trimmed().toString(), true});
            --i;
        } else if (text[i].isSpace()) {
            endWord();
        } else {
            word += text[i];
        }
    }
    endWord();
    return tokens;
}

QString withoutBrackets(QString text)
{
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.sliced(1, text.size() - 2);
    return text;
}

/// "host.example [192.0.2.1]", "[192.0.2.1:4227] helo=host", "192.0.2.1", "HELO host" …
void readPeer(const QString &comment, ReceivedHop &hop)
{
    static const QRegularExpression bracketed(
        u"\\[(?:IPv6:)?([0-9A-Fa-f:.]+)\\]"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression helo(
        u"\\bhelo[= ]\\s*([^\\s()]+)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto take = [&hop](const QString &text) {
        auto ip = IpAddress::parse(text);
        if (!ip) // a port behind it
            ip = IpAddress::parse(text.first(std::max<qsizetype>(0, text.lastIndexOf(u':'))));
        if (ip && !hop.ip)
            hop.ip = ip;
    };
    QRegularExpressionMatch match = bracketed.match(comment);
    if (match.hasMatch())
        take(match.captured(1));
    const QString first = comment.section(u' ', 0, 0);
    if (IpAddress::parse(first))
        take(first);
    else if (hop.host.isEmpty() && first.contains(u'.') && !first.contains(u'=') && !first.contains(u'['))
        hop.host = first.section(u'@', -1);
    match = helo.match(comment);
    if (match.hasMatch())
        hop.from = match.captured(1);
}

QString tlsOf(const QString &comment)
{
    static const QRegularExpression tls(
        u"TLS ?v?1[._]?\\d?[^)\\s;,]*|version=TLS\\S*|\\bSSLv3|cipher[= ]\\S+"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto matches = tls.globalMatch(comment); matches.hasNext();)
        found.append(matches.next().captured());
    return found.join(u' ');
}

/// Which clause the words that follow belong to.
QString *clauseOf(const QString &word, ReceivedHop &hop)
{
    const QString lower = word.toLower();
    if (lower == "from"_L1)
        return &hop.from;
    if (lower == "by"_L1)
        return &hop.by;
    if (lower == "with"_L1 || lower == "via"_L1)
        return &hop.with;
    if (lower == "id"_L1)
        return &hop.id;
    return lower == "for"_L1 ? &hop.forAddress : nullptr;
}

} // namespace

qint64 mailTime(const QString &text)
{
    if (text.isEmpty())
        return 0;
    gmime::init();
    GDateTime *date = g_mime_utils_header_decode_date(text.toLatin1().constData());
    if (!date)
        return 0;
    const qint64 seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    return seconds;
}

ReceivedHop readReceived(const QString &value)
{
    ReceivedHop hop;
    hop.raw = value;
    const qsizetype semicolon = value.lastIndexOf(u';');
    if (semicolon >= 0)
        hop.time = mailTime(value.sliced(semicolon + 1).trimmed());
    QString *clause = nullptr;
    bool inFrom = false;
    for (const Token &token : tokensOf(QStringView(value).first(semicolon < 0 ? value.size() : semicolon))) {
        if (token.comment) {
            if (inFrom)
                readPeer(token.text, hop);
            if (const QString tls = tlsOf(token.text); !tls.isEmpty() && hop.tls.isEmpty())
                hop.tls = tls;
            continue;
        }
        if (QString *next = clauseOf(token.text, hop)) {
            clause = next;
            inFrom = next == &hop.from;
        } else if (clause && clause->isEmpty()) {
            *clause = token.text;
            if (inFrom)
                hop.ip = IpAddress::parse(withoutBrackets(token.text));
        } else if (clause == &hop.with) {
            *clause += u' ' + token.text; // "Microsoft SMTP Server"
        }
    }
    hop.ipText = hop.ip ? hop.ip->text() : QString();
    return hop;
}

} // namespace sekisho
