// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/xmlrepair.h"

#include "reading/fieldhome.h"
#include "reading/xmlprologue.h"

#include <algorithm>

namespace sekisho {

namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || quint8(c) >= 0x80;
}

bool isNameChar(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The next place of something, remembered: asked again and again it costs one pass in all.
class NextPlace final {
public:
    NextPlace(QByteArrayView text, QByteArrayView what)
        : m_text(text)
        , m_what(what)
    {
    }
    /// The end of the text where there is none; `from` may only grow.
    qint64 from(qint64 from)
    {
        if (m_at < from) {
            m_at = m_text.indexOf(m_what, from);
            if (m_at < 0)
                m_at = m_text.size();
        }
        return m_at;
    }

private:
    QByteArrayView m_text;
    QByteArrayView m_what;
    qint64 m_at = -1;
};

class Repair final {
public:
    Repair(QByteArrayView text, const Limits &limits)
        : m_text(text)
        , m_limits(limits)
        , m_commentEnd(text, "-->")
        , m_cdataEnd(text, "]]>")
        , m_piEnd(text, "?>")
        , m_recordStart(text, "<record")
    {
        m_result.text.reserve(text.size() + text.size() / 16);
        m_result.parts.push_back({});
    }
    RepairedXml run();

private:
    struct Open {
        Field field = Field::Unknown;
        QByteArray name;
        bool leaf = false;
    };

    void readText(qint64 end);
    void readMarkup();
    void readCdata();
    void readEndTag();
    void readStartTag();
    void skip(qint64 openSize, qint64 end, qint64 closeSize);
    void escapeStray();
    void dropToClose();
    void dropRest();
    [[nodiscard]] qint64 nameEnd(qint64 from) const;
    [[nodiscard]] qint64 tagEnd(qint64 from) const;
    [[nodiscard]] QByteArray attributes(qint64 from, qint64 to) const;
    void startElement(Field field, const QByteArray &name, const QByteArray &attributes);
    void makeRoomFor(Field field);
    void push(Field field, const QByteArray &name, const QByteArray &attributes);
    void pop();
    void popTo(size_t depth);
    [[nodiscard]] size_t depthOf(Field field) const;
    [[nodiscard]] bool unknownOpen() const;
    [[nodiscard]] bool inLeaf() const { return !m_open.empty() && m_open.back().leaf; }
    void markRepaired() { m_result.parts.back().repaired = true; }

    QByteArrayView m_text;
    const Limits &m_limits;
    NextPlace m_commentEnd;
    NextPlace m_cdataEnd;
    NextPlace m_piEnd;
    NextPlace m_recordStart;
    RepairedXml m_result;
    std::vector<Open> m_open;
    qint64 m_at = 0;
    qint64 m_tokenStart = 0;
    bool m_ended = false; // the end tag of the report was seen
    FieldSet m_inRecord; // what the open record has already
};

RepairedXml Repair::run()
{
    while (m_at < m_text.size() && !m_result.tooDeep) {
        m_tokenStart = m_at;
        if (m_text[m_at] == '<') {
            readMarkup();
            continue;
        }
        const qint64 next = m_text.indexOf('<', m_at);
        readText(next < 0 ? m_text.size() : next);
    }
    m_result.truncated = m_result.truncated || !m_ended;
    // Only the report itself is left open where all went well.
    if (m_open.size() > 1)
        markRepaired();
    popTo(0);
    m_result.text.replace('\0', ' ');
    return std::move(m_result);
}

void Repair::readText(qint64 end)
{
    QByteArray text = m_text.sliced(m_at, end - m_at).toByteArray();
    m_at = end;
    if (m_open.empty())
        return;
    if (text.contains('\0'))
        markRepaired();
    // An end tag that lost its "<": what follows it is not the element's.
    const QByteArray broken = '/' + m_open.back().name + '>';
    const qsizetype cut = inLeaf() ? text.indexOf(broken) : -1;
    if (cut < 0) {
        m_result.text += text;
        return;
    }
    m_result.text += text.first(cut);
    markRepaired();
    pop();
    m_result.text += text.sliced(cut + broken.size());
}

void Repair::readMarkup()
{
    const QByteArrayView rest = m_text.sliced(m_at);
    if (rest.startsWith("<!--"))
        skip(4, m_commentEnd.from(m_at), 3);
    else if (rest.startsWith("<![CDATA["))
        readCdata();
    else if (rest.startsWith("<?"))
        skip(2, m_piEnd.from(m_at), 2);
    else if (rest.startsWith("<!"))
        dropToClose();
    else if (rest.startsWith("</"))
        readEndTag();
    else if (rest.size() > 1 && isNameStart(rest[1]))
        readStartTag();
    else if (rest.size() == 1)
        dropRest();
    else
        escapeStray();
}

/// For a tag that the end of the text cuts off.
void Repair::dropRest()
{
    markRepaired();
    m_at = m_text.size();
}

void Repair::skip(qint64 openSize, qint64 end, qint64 closeSize)
{
    if (end < m_text.size()) {
        m_at = end + closeSize;
        return;
    }
    // Opened and never closed: nothing but the opening itself is dropped.
    markRepaired();
    m_at += openSize;
}

void Repair::readCdata()
{
    constexpr qint64 openSize = 9;
    const qint64 end = m_cdataEnd.from(m_at);
    m_at += openSize;
    // One that reaches into the next record was never closed.
    if (end >= m_text.size() || m_recordStart.from(m_at) < end) {
        markRepaired();
        return;
    }
    if (!m_open.empty())
        m_result.text += m_text.sliced(m_tokenStart, end + 3 - m_tokenStart);
    m_at = end + 3;
}

void Repair::escapeStray()
{
    markRepaired();
    if (!m_open.empty())
        m_result.text += "&lt;";
    ++m_at;
}

void Repair::dropToClose()
{
    markRepaired();
    const qint64 close = tagEnd(m_at + 2);
    if (close < 0)
        escapeStray();
    else
        m_at = close + 1;
}

qint64 Repair::nameEnd(qint64 from) const
{
    while (from < m_text.size() && isNameChar(m_text[from]))
        ++from;
    return from;
}

/// The ">" of a tag; -1 where another tag or the end of the text comes before it.
qint64 Repair::tagEnd(qint64 from) const
{
    char quote = 0;
    qint64 firstClose = -1;
    for (qint64 at = from; at < m_text.size() && m_text[at] != '<'; ++at) {
        const char c = m_text[at];
        if (c == '>' && !quote)
            return at;
        if (c == '>' && firstClose < 0)
            firstClose = at;
        if (quote ? c == quote : c == '"' || c == '\'')
            quote = quote ? 0 : c;
    }
    return firstClose;
}

/// The attributes as far as they are well-formed.
QByteArray Repair::attributes(qint64 from, qint64 to) const
{
    qint64 good = from;
    for (qint64 at = from; at < to;) {
        while (at < to && isBlank(m_text[at]))
            ++at;
        const qint64 name = nameEnd(at);
        if (name == at || name + 1 >= to || !isNameStart(m_text[at]) || m_text[name] != '=')
            break;
        const char quote = m_text[name + 1];
        const qint64 close = quote == '"' || quote == '\'' ? m_text.indexOf(quote, name + 2) : -1;
        if (close < 0 || close >= to)
            break;
        at = close + 1;
        good = at;
    }
    return m_text.sliced(from, good - from).toByteArray();
}

void Repair::readEndTag()
{
    const qint64 begin = m_at + 2;
    const qint64 name = nameEnd(begin);
    const qint64 close = tagEnd(name);
    if (close < 0) {
        m_result.truncated = m_result.truncated || m_text.indexOf('<', begin) < 0;
        markRepaired();
    }
    const QByteArrayView local = localNameAt(m_text.first(name), begin);
    m_at = close < 0 ? name : close + 1;
    const Field field = fieldOf(local);
    if (field == Field::Feedback) {
        // What follows may still belong to it, as when the end came too early.
        const size_t depth = depthOf(field);
        if (depth + 1 < m_open.size()) {
            markRepaired();
            popTo(depth + 1);
        }
        m_ended = true;
        return;
    }
    size_t depth = m_open.size();
    while (depth > 0) {
        const Open &open = m_open[depth - 1];
        if (field == Field::Unknown ? open.name == local : open.field == field)
            break;
        --depth;
    }
    if (depth == 0 || depth < m_open.size())
        markRepaired();
    if (depth > 0)
        popTo(depth - 1);
}

void Repair::readStartTag()
{
    const qint64 begin = m_at + 1;
    const qint64 name = nameEnd(begin);
    const QByteArray local = localNameAt(m_text.first(name), begin).toByteArray();
    const Field field = fieldOf(local);
    const qint64 close = tagEnd(name);
    const bool proper = name < m_text.size() &&
        (isBlank(m_text[name]) || m_text[name] == '>' || m_text[name] == '/');
    if (field == Field::Unknown && name == m_text.size()) {
        dropRest();
        return;
    }
    if (field == Field::Unknown && (inLeaf() || !proper || close < 0)) {
        escapeStray();
        return;
    }
    if (close < 0) {
        markRepaired();
        // Cut off in the middle of the tag: there is nothing in it.
        if (m_text.indexOf('<', name) < 0) {
            dropRest();
            return;
        }
    }
    const bool empty = close > name && m_text[close - 1] == '/';
    m_at = close < 0 ? name : close + 1;
    if (field == Field::Unknown && m_open.empty())
        return;
    const qint64 attributesEnd = close < 0 ? name : empty ? close - 1 : close;
    const QByteArray kept = attributes(name, attributesEnd);
    startElement(
        field, field == Field::Unknown ? local : QByteArray(fieldName(field).data()), kept);
    if (kept.size() < m_text.first(attributesEnd).sliced(name).toByteArray().trimmed().size())
        markRepaired();
    if (empty && !m_open.empty() && !m_result.tooDeep)
        pop();
}

bool Repair::unknownOpen() const
{
    return std::any_of(m_open.cbegin(), m_open.cend(),
        [](const Open &open) { return open.field == Field::Unknown; });
}

/// The index of the innermost open element of that kind; the number of open ones where none is.
size_t Repair::depthOf(Field field) const
{
    for (size_t depth = m_open.size(); depth > 0; --depth) {
        if (m_open[depth - 1].field == field)
            return depth - 1;
    }
    return m_open.size();
}

/// Closes what must have ended before an element of that kind begins, and opens what must have
/// begun.
void Repair::makeRoomFor(Field field)
{
    if (inLeaf()) {
        markRepaired();
        pop();
    }
    if (field == Field::Feedback) {
        if (!m_open.empty() && !m_ended)
            markRepaired();
        popTo(0);
        m_ended = false;
        return;
    }
    const bool secondRow = field == Field::Row || field == Field::SourceIp;
    if (secondRow && m_inRecord.has(field) && depthOf(Field::Record) < m_open.size()) {
        markRepaired();
        popTo(depthOf(Field::Record));
    }
    const FieldHome home = homeOf(field);
    for (size_t depth = m_open.size(); depth > 0 && home.first != Field::Unknown; --depth) {
        const Field open = m_open[depth - 1].field;
        if (open == Field::Unknown ||
            (open != home.first && open != home.second && open != home.third))
            continue;
        if (depth < m_open.size())
            markRepaired();
        popTo(depth);
        return;
    }
    if (!home.belongs || (unknownOpen() && home.first != Field::Feedback))
        return;
    makeRoomFor(home.first);
    push(home.first, fieldName(home.first).data(), {});
    markRepaired();
}

void Repair::startElement(Field field, const QByteArray &name, const QByteArray &attributes)
{
    if (field != Field::Unknown)
        makeRoomFor(field);
    push(field, name, attributes);
}

void Repair::push(Field field, const QByteArray &name, const QByteArray &attributes)
{
    if (m_open.size() >= size_t(m_limits.xmlDepth)) {
        m_result.tooDeep = true;
        return;
    }
    if (field == Field::Record) {
        m_result.parts.push_back({m_result.text.size(), m_tokenStart, true, false});
        m_inRecord = {};
    }
    m_inRecord.add(field);
    const bool evaluated = !m_open.empty() && m_open.back().field == Field::PolicyEvaluated;
    const bool leaf =
        isTextField(field) || (evaluated && (field == Field::Dkim || field == Field::Spf));
    m_result.text += '<' + name + attributes + '>';
    m_open.push_back({field, name, leaf});
}

void Repair::pop()
{
    const Open open = std::move(m_open.back());
    m_open.pop_back();
    m_result.text += "</" + open.name + '>';
    if (open.field == Field::Record)
        m_result.parts.push_back({m_result.text.size(), m_at, false, false});
}

void Repair::popTo(size_t depth)
{
    while (m_open.size() > depth)
        pop();
}

} // namespace

RepairedXml repairXml(QByteArrayView utf8, const Limits &limits)
{
    return Repair(utf8, limits).run();
}

} // namespace sekisho
