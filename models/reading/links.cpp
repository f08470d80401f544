// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/links.h"

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUrl = 4096;
constexpr std::array schemes{
    "http"_L1, "https"_L1, "ftp"_L1, "ftps"_L1, "hxxp"_L1, "hxxps"_L1, "file"_L1};

bool isAscii(QChar c)
{
    return c.unicode() > 0x20 && c.unicode() < 0x7f;
}

bool isUrlChar(QChar c)
{
    return isAscii(c) && !QStringView(u"<>\"{}|\\^`").contains(c);
}

/// Whether a character may stand in a host name written in its own letters. Kana and kanji may;
/// full-width punctuation and brackets may not.
bool isHostChar(QChar c)
{
    if (c.unicode() < 0x80)
        return isUrlChar(c) && !QStringView(u"/?#,;()'").contains(c);
    return c.isLetterOrNumber() || c == u'\u30fc' || c == u'\u3002' || c == u'\uff0e';
}

/// The end of the host in text that starts with one. "example.jpを" ends before the kana: a label
/// that starts in ASCII does not go on in Japanese.
qsizetype hostEnd(QStringView text)
{
    qsizetype end = 0;
    bool labelIsAscii = true;
    bool labelStarts = true;
    for (; end < text.size() && isHostChar(text[end]); ++end) {
        const QChar c = text[end];
        if (c == u'.' || c == u'@' || c == u':') {
            labelStarts = true;
            continue;
        }
        if (labelStarts)
            labelIsAscii = c.unicode() < 0x80;
        else if (labelIsAscii && c.unicode() >= 0x80)
            break;
        labelStarts = false;
    }
    return end;
}

/// Without what belongs to the sentence around it.
QStringView withoutTail(QStringView url)
{
    while (!url.isEmpty() && QStringView(u".,;:!?'*_~").contains(url.back()))
        url.chop(1);
    for (const auto &[open, close] : {std::pair{u'(', u')'}, std::pair{u'[', u']'}}) {
        while (url.endsWith(close) && url.count(close) > url.count(open))
            url.chop(1);
    }
    return url;
}

QStringView urlAt(QStringView text, qsizetype hostStart)
{
    text = text.first(std::min(text.size(), hostStart + longestUrl));
    qsizetype end = hostStart + hostEnd(text.sliced(hostStart));
    if (end == hostStart)
        return {};
    while (end < text.size() && isUrlChar(text[end]))
        ++end;
    return withoutTail(text.first(end));
}

void add(QStringList &list, const QString &text, qsizetype most)
{
    if (list.size() < most && !list.contains(text))
        list.append(text);
}

void findUrls(QStringView text, qsizetype most, Links &links)
{
    for (qsizetype at = text.indexOf("://"_L1); at >= 0 && links.urls.size() < most;
         at = text.indexOf("://"_L1, at + 3)) {
        qsizetype start = at;
        while (start > 0 && at - start < 6 && text[start - 1].unicode() < 0x80 && text[start - 1].isLetter())
            --start;
        const QString scheme = text.sliced(start, at - start).toString().toLower();
        // "xhttp://" is what is left of something else; the end of the word counts.
        const auto known = std::find_if(schemes.begin(), schemes.end(),
            [&scheme](QLatin1StringView name) { return scheme == name; });
        const auto tail = known != schemes.end() ? known
                                                 : std::find_if(schemes.begin(), schemes.end(),
                                                       [&scheme](QLatin1StringView name) { return scheme.endsWith(name); });
        if (tail == schemes.end())
            continue;
        start = at - tail->size();
        const QStringView url = urlAt(text.sliced(start), at + 3 - start);
        if (!url.isEmpty())
            add(links.urls, url.toString(), most);
    }
    for (qsizetype at = text.indexOf("www."_L1, 0, Qt::CaseInsensitive); at >= 0 && links.urls.size() < most;
         at = text.indexOf("www."_L1, at + 4, Qt::CaseInsensitive)) {
        const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
        if (before == u'/' || before == u'.' || before == u'@' || (before.unicode() < 0x80 && before.isLetterOrNumber()))
            continue;
        const QStringView url = urlAt(text.sliced(at), 0);
        if (url.size() > 4 && url.sliced(4).contains(u'.'))
            add(links.urls, url.toString(), most);
    }
}

bool isLocalChar(QChar c)
{
    return isAscii(c) && (c.isLetterOrNumber() || QStringView(u".+-_=%&'*/!#$").contains(c));
}

void findAddresses(QStringView text, qsizetype most, Links &links)
{
    constexpr qsizetype longestLocal = 64;
    constexpr qsizetype longestDomain = 255;
    for (qsizetype at = text.indexOf(u'@'); at >= 0 && links.addresses.size() < most;
         at = text.indexOf(u'@', at + 1)) {
        qsizetype start = at;
        while (start > 0 && at - start < longestLocal && isLocalChar(text[start - 1]))
            --start;
        qsizetype end = at + 1;
        while (end < text.size() && end - at < longestDomain && text[end].unicode() < 0x80 &&
            (text[end].isLetterOrNumber() || text[end] == u'-' || text[end] == u'.'))
            ++end;
        while (end > at && (text[end - 1] == u'.' || text[end - 1] == u'-'))
            --end;
        const QStringView domain = text.sliced(at + 1, std::max<qsizetype>(0, end - at - 1));
        const QStringView local = text.sliced(start, at - start);
        // "//user:password@host" is a URL, not an address.
        if (!local.isEmpty() && !local.contains("//"_L1) && domain.contains(u'.'))
            add(links.addresses, text.sliced(start, end - start).toString(), most);
    }
}

} // namespace

void findLinks(QStringView text, qsizetype most, Links &links)
{
    findUrls(text, most, links);
    findAddresses(text, most, links);
}

void addLink(const QString &value, qsizetype most, Links &links)
{
    if (value.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        findAddresses(value.sliced(7), most, links);
        return;
    }
    const bool isRelative = value.startsWith("//"_L1);
    const qsizetype colon = value.indexOf("://"_L1);
    if (isRelative)
        add(links.urls, u"http:"_s + value.left(longestUrl), most);
    else if (colon > 0 && colon <= 10)
        add(links.urls, value.left(longestUrl), most);
}

} // namespace sekisho
