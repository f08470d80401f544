// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/htmltext.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// The named references that mails use; others stay as they are.
const QHash<QString, QString> &namedCharacters()
{
    static const QHash<QString, QString> names{{u"amp"_s, u"&"_s}, {u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s},
        {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u" "_s}, {u"copy"_s, u"©"_s}, {u"reg"_s, u"®"_s},
        {u"yen"_s, u"¥"_s}, {u"hellip"_s, u"…"_s}, {u"ndash"_s, u"–"_s}, {u"mdash"_s, u"—"_s},
        {u"lsquo"_s, u"‘"_s}, {u"rsquo"_s, u"’"_s}, {u"ldquo"_s, u"“"_s}, {u"rdquo"_s, u"”"_s},
        {u"bull"_s, u"•"_s}, {u"middot"_s, u"·"_s}, {u"laquo"_s, u"«"_s}, {u"raquo"_s, u"»"_s},
        {u"trade"_s, u"™"_s}, {u"euro"_s, u"€"_s}, {u"zwnj"_s, QString(QChar(0x200c))},
        {u"zwj"_s, QString(QChar(0x200d))}, {u"shy"_s, QString(QChar(0xad))}, {u"colon"_s, u":"_s},
        {u"sol"_s, u"/"_s}, {u"period"_s, u"."_s}, {u"commat"_s, u"@"_s}, {u"num"_s, u"#"_s},
        {u"Tab"_s, u"\t"_s}, {u"NewLine"_s, u"\n"_s}};
    return names;
}

QString character(QStringView reference)
{
    if (!reference.startsWith(u'#'))
        return namedCharacters().value(reference.toString());
    const bool isHex = reference.size() > 1 && (reference[1] == u'x' || reference[1] == u'X');
    bool ok = false;
    const uint code = reference.sliced(isHex ? 2 : 1).toUInt(&ok, isHex ? 16 : 10);
    if (!ok || code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return {};
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
}

QString withReferences(QStringView text)
{
    constexpr qsizetype longest = 12;
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&') {
            const qsizetype end = text.sliced(i, std::min(longest, text.size() - i)).indexOf(u';');
            const QString found = end > 1 ? character(text.sliced(i + 1, end - 1)) : QString();
            if (!found.isEmpty()) {
                result += found;
                i += end;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}

bool isLinkAttribute(const QString &name)
{
    static const QSet<QString> names{u"href"_s, u"src"_s, u"action"_s, u"formaction"_s, u"background"_s,
        u"cite"_s, u"data"_s, u"poster"_s, u"longdesc"_s, u"srcset"_s, u"content"_s, u"xlink:href"_s,
        u"manifest"_s, u"ping"_s, u"lowsrc"_s, u"dynsrc"_s};
    return names.contains(name);
}

bool breaksLine(const QString &element)
{
    static const QSet<QString> names{u"br"_s, u"p"_s, u"div"_s, u"tr"_s, u"li"_s, u"h1"_s, u"h2"_s, u"h3"_s,
        u"h4"_s, u"h5"_s, u"h6"_s, u"table"_s, u"ul"_s, u"ol"_s, u"blockquote"_s, u"hr"_s, u"pre"_s,
        u"section"_s, u"article"_s, u"header"_s, u"footer"_s, u"form"_s};
    return names.contains(element);
}

/// Goes through a document once, from front to back.
class HtmlReader final {
public:
    HtmlReader(QStringView html, qsizetype mostLinks)
        : m_html(html)
        , m_mostLinks(mostLinks)
    {
    }

    HtmlText read()
    {
        while (m_at < m_html.size()) {
            const qsizetype tag = m_html.indexOf(u'<', m_at);
            text(m_html.sliced(m_at, (tag < 0 ? m_html.size() : tag) - m_at));
            if (tag < 0)
                break;
            m_at = tag;
            markup();
        }
        return std::move(m_result);
    }

private:
    void text(QStringView raw)
    {
        for (QChar c : withReferences(raw)) {
            const bool blank = c == u' ' || c == u'\n' || c == u'\r' || c == u'\t' || c == u'\f';
            if (!blank)
                m_result.text += c;
            else if (!m_result.text.isEmpty() && m_result.text.back() != u' ' && m_result.text.back() != u'\n')
                m_result.text += u' ';
        }
    }

    void newLine()
    {
        while (m_result.text.endsWith(u' '))
            m_result.text.chop(1);
        if (!m_result.text.isEmpty() && !m_result.text.endsWith("\n\n"_L1))
            m_result.text += u'\n';
    }

    void markup()
    {
        if (m_html.sliced(m_at).startsWith("<!--"_L1)) {
            skipPast(u"-->");
            return;
        }
        const QChar next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        if (next == u'!' || next == u'?') {
            skipPast(u">");
        } else if (next == u'/' || next.isLetter()) {
            tag();
        } else {
            m_result.text += u'<';
            ++m_at;
        }
    }

    void skipPast(QStringView end)
    {
        const qsizetype found = m_html.indexOf(end, m_at);
        m_at = found < 0 ? m_html.size() : found + end.size();
    }

    void tag()
    {
        const bool closes = m_html[m_at + 1] == u'/';
        m_at += closes ? 2 : 1;
        const qsizetype start = m_at;
        while (m_at < m_html.size() && (m_html[m_at].isLetterOrNumber() || m_html[m_at] == u':'))
            ++m_at;
        const QString element = m_html.sliced(start, m_at - start).toString().toLower();
        attributes();
        if (breaksLine(element))
            newLine();
        else if (element == "td"_L1 || element == "th"_L1)
            text(u" ");
        if (!closes && (element == "script"_L1 || element == "style"_L1))
            dropped(element);
    }

    /// Until the tag's ">"; quoted values may hold one.
    void attributes()
    {
        while (m_at < m_html.size() && m_html[m_at] != u'>') {
            if (m_html[m_at].isSpace() || m_html[m_at] == u'/') {
                ++m_at;
                continue;
            }
            const qsizetype start = m_at;
            while (m_at < m_html.size() && !m_html[m_at].isSpace() && m_html[m_at] != u'=' && m_html[m_at] != u'>')
                ++m_at;
            const QString name = m_html.sliced(start, m_at - start).toString().toLower();
            skipBlanks();
            if (m_at < m_html.size() && m_html[m_at] == u'=')
                attribute(name, value());
        }
        ++m_at;
        m_at = std::min(m_at, m_html.size());
    }

    void skipBlanks()
    {
        while (m_at < m_html.size() && m_html[m_at].isSpace())
            ++m_at;
    }

    QStringView value()
    {
        ++m_at; // "="
        skipBlanks();
        if (m_at >= m_html.size())
            return {};
        const QChar quote = m_html[m_at];
        const bool quoted = quote == u'"' || quote == u'\'';
        m_at += quoted ? 1 : 0;
        const qsizetype start = m_at;
        if (quoted) {
            const qsizetype end = m_html.indexOf(quote, m_at);
            m_at = end < 0 ? m_html.size() : end + 1;
            return m_html.sliced(start, (end < 0 ? m_html.size() : end) - start);
        }
        while (m_at < m_html.size() && !m_html[m_at].isSpace() && m_html[m_at] != u'>')
            ++m_at;
        return m_html.sliced(start, m_at - start);
    }

    void attribute(const QString &name, QStringView raw)
    {
        if (isLinkAttribute(name)) {
            QString value = withReferences(raw);
            if (name == "content"_L1) { // <meta http-equiv=refresh content="0; url=…">
                const qsizetype url = value.indexOf("url="_L1, 0, Qt::CaseInsensitive);
                if (url < 0)
                    return;
                value = value.sliced(url + 4);
            }
            link(value);
        } else if (name == "style"_L1) {
            styleLinks(withReferences(raw));
        }
    }

    void styleLinks(const QString &style)
    {
        for (qsizetype at = style.indexOf("url("_L1, 0, Qt::CaseInsensitive); at >= 0 && !full();
             at = style.indexOf("url("_L1, at + 4, Qt::CaseInsensitive)) {
            const qsizetype end = style.indexOf(u')', at);
            if (end < 0)
                return;
            QString value = style.sliced(at + 4, end - at - 4).trimmed();
            value.remove(u'"').remove(u'\'');
            link(value);
        }
    }

    /// Browsers drop line ends and tabs within a link; whoever hides one there counts on it.
    void link(QString value)
    {
        value.remove(u'\n').remove(u'\r').remove(u'\t');
        value = value.trimmed();
        if (!value.isEmpty() && !full())
            m_result.links.append(value);
    }

    [[nodiscard]] bool full() const { return m_result.links.size() >= m_mostLinks; }

    void dropped(const QString &element)
    {
        const qsizetype end = m_html.indexOf(QString(u"</"_s + element), m_at, Qt::CaseInsensitive);
        if (element == "style"_L1)
            styleLinks(m_html.sliced(m_at, (end < 0 ? m_html.size() : end) - m_at).toString());
        m_at = end < 0 ? m_html.size() : end;
    }

    QStringView m_html;
    qsizetype m_mostLinks;
    qsizetype m_at = 0;
    HtmlText m_result;
};

} // namespace

HtmlText htmlText(QStringView html, qsizetype mostLinks)
{
    return HtmlReader(html, mostLinks).read();
}

} // namespace sekisho
