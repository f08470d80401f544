// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/urls.h"

#include <QHash>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Where the host, with user and port, stands in a URL.
struct Authority {
    qsizetype start = 0;
    qsizetype end = 0;
};

Authority authorityOf(const QString &url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    const qsizetype start = scheme < 0 ? 0 : scheme + 3;
    qsizetype end = start;
    // Browsers take a backslash for a slash.
    while (end < url.size() && !QStringView(u"/?#\\").contains(url[end]))
        ++end;
    return {start, end};
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// Letters of other scripts, and digits, that pass for Latin ones.
QChar plainLetter(QChar c)
{
    static const QHash<QChar, QChar> table{{u'а', u'a'}, {u'е', u'e'}, {u'о', u'o'}, {u'р', u'p'}, {u'с', u'c'},
        {u'у', u'y'}, {u'х', u'x'}, {u'і', u'i'}, {u'ј', u'j'}, {u'ѕ', u's'}, {u'һ', u'h'}, {u'ԁ', u'd'},
        {u'ԛ', u'q'}, {u'ԝ', u'w'}, {u'ɡ', u'g'}, {u'ո', u'n'}, {u'ս', u'u'}, {u'α', u'a'}, {u'ο', u'o'},
        {u'ρ', u'p'}, {u'ν', u'v'}, {u'ι', u'i'}, {u'κ', u'k'}, {u'τ', u't'}, {u'υ', u'u'}, {u'к', u'k'},
        {u'т', u't'}, {u'м', u'm'}, {u'н', u'h'}, {u'в', u'b'}, {u'ı', u'i'}, {u'ł', u'l'}, {u'ø', u'o'},
        {u'0', u'o'}, {u'1', u'l'}, {u'3', u'e'}, {u'5', u's'}, {u'7', u't'}};
    const auto found = table.constFind(c);
    return found == table.cend() ? c : *found;
}

/// What a name looks like at a glance.
QString skeleton(const QString &name)
{
    QString result;
    for (QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (!c.isMark() && c != u'-')
            result += plainLetter(c);
    }
    return result.replace("rn"_L1, "m"_L1).replace("vv"_L1, "w"_L1).replace(u'i', u'l');
}

/// One letter more, less, other, or two swapped.
bool isNear(const QString &a, const QString &b)
{
    if (std::abs(a.size() - b.size()) > 1)
        return false;
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start])
        ++start;
    qsizetype end = 0;
    while (end < a.size() - start && end < b.size() - start && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    const qsizetype leftA = a.size() - start - end;
    const qsizetype leftB = b.size() - start - end;
    const bool swapped = leftA == 2 && leftB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    return (leftA <= 1 && leftB <= 1) || swapped;
}

/// The label that is the owner's: "example" of "example.co.jp".
QString ownLabel(const QString &registrable)
{
    return registrable.section(u'.', 0, 0);
}

bool passesFor(const QString &host, const QString &registrable, const QString &own)
{
    constexpr qsizetype leastToCompare = 5; // shorter names are near to many
    constexpr qsizetype leastToContain = 4;
    const QString readable = readableHost(registrable);
    const QString label = ownLabel(own);
    const QString theirs = ownLabel(readable);
    if (skeleton(theirs) == skeleton(label))
        return true;
    if (label.size() >= leastToCompare && isNear(theirs.toLower(), label))
        return true;
    // "example.jp.evil.example", "example-jp.evil.example", "example-login.jp"
    const QString text = u'.' + readableHost(host) + u'.';
    if (text.contains(u'.' + own + u'.') || text.contains(QString(own).replace(u'.', u'-')))
        return true;
    return label.size() >= leastToContain && theirs.split(u'-').contains(label);
}

} // namespace

QString urlHost(const QString &url)
{
    const Authority authority = authorityOf(url);
    QString host = decoded(url.sliced(authority.start, authority.end - authority.start));
    host = host.sliced(host.lastIndexOf(u'@') + 1);
    if (host.startsWith(u'['))
        return host.section(u']', 0, 0).sliced(1).toLower();
    host.replace(u'\u3002', u'.').replace(u'\uff0e', u'.').replace("[.]"_L1, "."_L1);
    return normalizedDomain(host.section(u':', 0, 0));
}

QString readableHost(const QString &host)
{
    if (!host.contains("xn--"_L1))
        return host;
    return QUrl::fromAce(host.toLatin1(), QUrl::IgnoreIDNWhitelist);
}

QString defanged(const QString &text)
{
    const bool isUrl = text.contains("://"_L1);
    if (!isUrl && text.contains(u'@'))
        return QString(text).replace(u'@', "[@]"_L1).replace(u'.', "[.]"_L1);
    QString result = text;
    const Authority authority = authorityOf(text);
    QString host = text.sliced(authority.start, authority.end - authority.start);
    host.replace("[.]"_L1, "."_L1).replace(u'.', "[.]"_L1);
    result = text.first(authority.start) + host + text.sliced(authority.end);
    if (result.startsWith("http"_L1, Qt::CaseInsensitive))
        result.replace(1, 2, u"xx"_s);
    else if (result.startsWith("ftp"_L1, Qt::CaseInsensitive))
        result.replace(1, 1, u"x"_s);
    // URLs within it are links too, for whoever makes links out of text.
    return result.replace("=http"_L1, "=hxxp"_L1).replace("/http"_L1, "/hxxp"_L1);
}

QStringList unfolded(const QString &url)
{
    constexpr int deepest = 5;
    QStringList targets;
    QString current = url;
    for (int depth = 0; depth < deepest; ++depth) {
        const qsizetype start = authorityOf(current).end;
        QString found;
        const QString rest = current.sliced(start);
        for (const QString &piece : rest.split(QChar(u'?')).join(u'&').split(u'&')) {
            const QString value = decoded(piece.sliced(piece.indexOf(u'=') + 1));
            if (value.startsWith("http://"_L1, Qt::CaseInsensitive) || value.startsWith("https://"_L1, Qt::CaseInsensitive)) {
                found = value;
            } else if (const auto bytes = QByteArray::fromBase64Encoding(value.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
                       bytes && (bytes.decoded.startsWith("http://") || bytes.decoded.startsWith("https://"))) {
                found = QString::fromUtf8(bytes.decoded);
            }
            if (!found.isEmpty())
                break;
        }
        if (found.isEmpty()) { // "https://redirector.example/https://target.example/"
            const qsizetype inner = decoded(rest).indexOf("http"_L1, 0, Qt::CaseInsensitive);
            const QString tail = inner >= 0 ? decoded(rest).sliced(inner) : QString();
            if (tail.startsWith("http://"_L1) || tail.startsWith("https://"_L1))
                found = tail;
        }
        if (found.isEmpty() || targets.contains(found))
            break;
        targets.append(found);
        current = found;
    }
    return targets;
}

QString lookAlikeOf(const QString &host, const QStringList &ownDomains)
{
    thread_local const OrganizationalDomains domains;
    if (host.isEmpty())
        return {};
    const QString registrable = domains.of(host);
    const auto isOwn = [&registrable](const QString &own) { return registrable == domains.of(own); };
    if (std::any_of(ownDomains.cbegin(), ownDomains.cend(), isOwn))
        return {};
    for (const QString &own : ownDomains) {
        if (passesFor(host, registrable, domains.of(own)))
            return own;
    }
    return {};
}

} // namespace sekisho
