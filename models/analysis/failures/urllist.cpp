// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/urllist.h"

#include "analysis/failures/urls.h"
#include "report/ipaddress.h"

#include <QUrl>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// What two spellings of a URL have in common: host and path, percent-encoding undone.
QString comparable(const QString &url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    QString rest = scheme < 0 ? url : url.sliced(scheme + 3);
    rest.truncate(rest.indexOf(u'#') < 0 ? rest.size() : rest.indexOf(u'#'));
    qsizetype path = 0;
    while (path < rest.size() && rest[path] != u'/' && rest[path] != u'?')
        ++path;
    QString tail = QUrl::fromPercentEncoding(rest.sliced(path).toUtf8());
    while (tail.endsWith(u'/'))
        tail.chop(1);
    return urlHost(url) + tail;
}

QString refanged(QString text)
{
    text.replace("[.]"_L1, "."_L1).replace("(.)"_L1, "."_L1).replace("[:]"_L1, ":"_L1);
    if (text.startsWith("hxxp"_L1, Qt::CaseInsensitive))
        text.replace(1, 2, u"tt"_s);
    return text;
}

bool isHost(const QString &text)
{
    return text.contains(u'.') && !text.contains(u' ') && !text.contains(u'/') && !text.contains(u'@');
}

/// The cells of a line of CSV that has no line ends within cells.
QStringList cellsOf(const QString &line)
{
    QStringList cells{QString()};
    bool quoted = false;
    for (QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    return cells;
}

class ListReader final {
public:
    ListReader(UrlList &list, Notes &notes)
        : m_list(list)
        , m_notes(notes)
    {
    }

    void take(QString line, int number)
    {
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';') || line.startsWith("//"_L1))
            return;
        if (line.startsWith(u'"') || line.count(u',') >= 3)
            takeCells(cellsOf(line), number);
        else
            takeWords(line, number);
    }

private:
    /// URLhaus: id, dateadded, url, …; others have the URL in another column.
    void takeCells(const QStringList &cells, int number)
    {
        for (const QString &cell : cells) {
            if (refanged(cell.trimmed()).contains("://"_L1)) {
                takeEntry(cell.trimmed(), number);
                return;
            }
        }
        if (number > 1) // the first line may be a head
            m_notes.add(NoteCode::ValueUnknown, {}, {-1, number, 0});
    }

    void takeWords(const QString &line, int number)
    {
        const QStringList words = line.section(u'#', 0, 0).simplified().split(u' ');
        if (words.size() >= 2 && IpAddress::parse(words.first())) { // a hosts file
            for (const QString &host : words.mid(1)) {
                if (isHost(host))
                    m_list.hosts.insert(normalizedDomain(host));
            }
            return;
        }
        takeEntry(line.contains("://"_L1) ? line.section(u' ', 0, 0) : words.first(), number);
    }

    void takeEntry(const QString &written, int number)
    {
        const QString entry = refanged(written);
        const bool hasPath = entry.indexOf(u'/', entry.contains("://"_L1) ? entry.indexOf("://"_L1) + 3 : 0) >= 0;
        if (entry.contains("://"_L1) || hasPath)
            m_list.urls.insert(comparable(entry));
        else if (isHost(entry))
            m_list.hosts.insert(urlHost(entry.startsWith("*."_L1) ? entry.sliced(2) : entry));
        else
            m_notes.add(NoteCode::ValueUnknown, {}, {-1, number, 0});
    }

    UrlList &m_list;
    Notes &m_notes;
};

} // namespace

QString UrlList::entryFor(const QString &url) const
{
    if (const QString whole = comparable(url); urls.contains(whole))
        return whole;
    for (QString host = urlHost(url); host.contains(u'.'); host = host.section(u'.', 1)) {
        if (hosts.contains(host))
            return host;
    }
    return {};
}

UrlList readUrlList(const QByteArray &bytes, const Limits &limits, Notes &notes)
{
    UrlList list;
    ListReader reader(list, notes);
    int number = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype feed = bytes.indexOf('\n', at);
        const qsizetype end = feed < 0 ? bytes.size() : feed;
        if (end - at <= limits.textChars)
            reader.take(QString::fromUtf8(QByteArrayView(bytes).sliced(at, end - at)), ++number);
        if (list.size() >= limits.records) {
            notes.add(NoteCode::LimitRecords);
            break;
        }
        at = end + 1;
    }
    return list;
}

} // namespace sekisho
