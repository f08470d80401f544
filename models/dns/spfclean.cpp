// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfclean.h"

#include <QStringList>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView version = u"v=spf1";

bool isInvisible(QChar c)
{
    return (c >= u'\u200b' && c <= u'\u200f') || c == u'\u2060' || c == u'\ufeff' || c == u'\u00ad';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e' || c == u'\uff02';
}

/// Blanks of all kinds as blanks, quotation marks of all kinds as '"', invisible ones left out.
QString plain(const QString &text, int &invisible)
{
    QString result;
    for (const QChar c : text) {
        const bool wraps = c == u'\t' || c == u'\n' || c == u'\r';
        const bool odd = !wraps && c != u' ' && c.isSpace();
        invisible += odd || isInvisible(c) ? 1 : 0;
        if (wraps || c.isSpace())
            result += u' ';
        else if (!isInvisible(c))
            result += isQuote(c) ? u'"' : c;
    }
    return result;
}

/// The strings between quotation marks, joined as receivers join them (RFC 7208 §3.3). A record
/// that begins in a string of its own is kept apart.
QString joinedStrings(const QString &text)
{
    const QStringList parts = text.split(u'"');
    QString result;
    for (qsizetype i = 1; i < parts.size(); i += 2) {
        if (!result.isEmpty() && parts[i].startsWith(version, Qt::CaseInsensitive))
            result += u' ';
        result += parts[i];
    }
    return result;
}

} // namespace

CleanedSpf cleanSpf(const QString &text)
{
    CleanedSpf cleaned;
    cleaned.text = plain(text, cleaned.invisible);
    if (cleaned.text.contains(u'"')) {
        cleaned.quotes = true;
        cleaned.text = cleaned.text.trimmed().startsWith(version, Qt::CaseInsensitive)
            ? cleaned.text.remove(u'"') // only the closing one was copied
            : joinedStrings(cleaned.text);
    }
    // "example.com. 3600 IN TXT v=spf1 …"
    const qsizetype start = cleaned.text.indexOf(u" "_s + version, 0, Qt::CaseInsensitive);
    if (!cleaned.text.startsWith(version, Qt::CaseInsensitive) && start >= 0) {
        cleaned.quotes =
            cleaned.quotes || !QStringView(cleaned.text).first(start).trimmed().isEmpty();
        cleaned.text = cleaned.text.sliced(start + 1);
    }
    cleaned.text = cleaned.text.trimmed();
    return cleaned;
}

} // namespace sekisho
