// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/xmloutline.h"

#include "reading/encoding.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Name {
    QLatin1StringView name;
    BlockKind kind;
};

constexpr std::array names{Name{"report_metadata"_L1, BlockKind::Metadata},
    Name{"policy_published"_L1, BlockKind::Policy}, Name{"record"_L1, BlockKind::Record},
    Name{"row"_L1, BlockKind::SourceRow}, Name{"policy_evaluated"_L1, BlockKind::PolicyEvaluated},
    Name{"identifiers"_L1, BlockKind::Identifiers}, Name{"auth_results"_L1, BlockKind::AuthResults},
    Name{"extension"_L1, BlockKind::Extension}};

QStringView localName(QStringView name)
{
    return name.sliced(name.lastIndexOf(u':') + 1);
}

bool isFeedback(QStringView localName)
{
    return localName.compare("feedback"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<BlockKind> kindOf(QStringView localName)
{
    const auto found = std::find_if(names.cbegin(), names.cend(), [localName](const Name &name) {
        return localName.compare(name.name, Qt::CaseInsensitive) == 0;
    });
    return found == names.cend() ? std::nullopt : std::optional(found->kind);
}

/// Parts that stand directly below a feedback element.
bool isOuter(const Block &block)
{
    return block.kind == BlockKind::Metadata || block.kind == BlockKind::Policy ||
        block.kind == BlockKind::Record || block.record < 0;
}

/// Collects lines within the limits and the blocks between them.
class Collector final {
public:
    explicit Collector(const OutlineLimits &limits)
        : m_limits(limits)
    {
    }

    /// Adds text as one or more lines.
    void add(int indent, const QString &text) { addText(indent, text); }
    void addText(int indent, QStringView text)
    {
        while (!m_outline.cut) {
            const qsizetype end = text.indexOf(u'\n');
            addLine(indent, end < 0 ? text : text.first(end));
            if (end < 0)
                return;
            text = text.sliced(end + 1);
        }
    }

    /// An element begins with the next line; whatever is returned goes to close().
    size_t open(QStringView localName)
    {
        if (isFeedback(localName)) {
            ++m_report;
            m_record = -1;
            m_inRecord = false;
        }
        const std::optional<BlockKind> kind = kindOf(localName);
        if (!kind || m_outline.cut || m_outline.blocks.size() >= 2 * size_t(m_limits.lines))
            return none;
        if (*kind == BlockKind::Record) {
            ++m_record;
            m_inRecord = true;
        }
        m_outline.blocks.push_back(
            {*kind, std::max(m_report, 0), m_inRecord ? m_record : -1, m_outline.lines, 0});
        return m_outline.blocks.size() - 1;
    }

    /// The element's last line has been added.
    void close(size_t block)
    {
        if (block == none)
            return;
        Block &closed = m_outline.blocks[block];
        closed.lines = m_outline.lines - closed.firstLine;
        if (closed.kind == BlockKind::Record && closed.record == m_record)
            m_inRecord = false;
    }

    [[nodiscard]] bool isFull() const { return m_outline.cut; }
    [[nodiscard]] int line() const { return m_outline.lines; }
    [[nodiscard]] XmlOutline take() { return std::move(m_outline); }

    static constexpr size_t none = size_t(-1);

private:
    void addLine(int indent, QStringView line)
    {
        do {
            if (m_outline.lines >= m_limits.lines || m_outline.text.size() >= m_limits.chars) {
                m_outline.cut = true;
                return;
            }
            qsizetype length = std::min<qsizetype>(line.size(), m_limits.lineChars);
            if (length < line.size() && line[length].isLowSurrogate())
                --length;
            m_outline.text.resize(m_outline.text.size() + indent * 2, u' ');
            m_outline.text += line.first(length);
            m_outline.text += u'\n';
            ++m_outline.lines;
            line = line.sliced(length);
        } while (!line.isEmpty());
    }

    OutlineLimits m_limits;
    XmlOutline m_outline;
    int m_report = -1;
    int m_record = -1;
    bool m_inRecord = false;
};

/// Writes parsed XML with one element per line. Escapes were left as they were, so nothing is
/// escaped here.
class Writer final {
public:
    Writer(Collector &collector, int depth)
        : m_collector(collector)
        , m_depth(depth)
    {
    }

    /// False: the document is nested too deeply.
    bool write(const pugi::xml_node &parent, int depth = 0)
    {
        if (depth > m_depth)
            return false;
        for (const pugi::xml_node &node : parent.children()) {
            if (m_collector.isFull())
                return true;
            if (!writeNode(node, depth))
                return false;
        }
        return true;
    }

private:
    bool writeNode(const pugi::xml_node &node, int depth)
    {
        const QString value = QString::fromUtf8(node.value());
        switch (node.type()) {
        case pugi::node_element: return writeElement(node, depth);
        case pugi::node_pcdata: m_collector.add(depth, value); break;
        case pugi::node_cdata: m_collector.add(depth, u"<![CDATA["_s + value + u"]]>"_s); break;
        case pugi::node_comment: m_collector.add(depth, u"<!--"_s + value + u"-->"_s); break;
        case pugi::node_pi:
            m_collector.add(depth, u"<?%1 %2?>"_s.arg(QString::fromUtf8(node.name()), value));
            break;
        case pugi::node_declaration:
            m_collector.add(
                depth, u"<?%1%2?>"_s.arg(QString::fromUtf8(node.name()), attributes(node)));
            break;
        case pugi::node_doctype: m_collector.add(depth, u"<!DOCTYPE "_s + value + u'>'); break;
        case pugi::node_null:
        case pugi::node_document: break;
        }
        return true;
    }

    bool writeElement(const pugi::xml_node &node, int depth)
    {
        const QString name = QString::fromUtf8(node.name());
        const QString start = u'<' + name + attributes(node);
        const size_t block = m_collector.open(localName(name));
        const pugi::xml_node child = node.first_child();
        bool written = true;
        if (!child) {
            m_collector.add(depth, start + u"/>"_s);
        } else if (child == node.last_child() && child.type() == pugi::node_pcdata) {
            m_collector.add(
                depth, start + u'>' + QString::fromUtf8(child.value()) + u"</"_s + name + u'>');
        } else {
            m_collector.add(depth, QString(start + u'>'));
            written = write(node, depth + 1);
            m_collector.add(depth, QString(u"</"_s + name + u'>'));
        }
        m_collector.close(block);
        return written;
    }

    static QString attributes(const pugi::xml_node &node)
    {
        QString text;
        for (const pugi::xml_attribute &attribute : node.attributes()) {
            const QString value = QString::fromUtf8(attribute.value());
            const QChar quote = value.contains(u'"') ? u'\'' : u'"';
            text += u' ' + QString::fromUtf8(attribute.name()) + u'=' + quote + value + quote;
        }
        return text;
    }

    Collector &m_collector;
    int m_depth;
};

/// Adds damaged XML line by line and watches out for the tags that begin and end blocks.
class RawReader final {
public:
    explicit RawReader(Collector &collector)
        : m_collector(collector)
    {
    }

    void read(QStringView text)
    {
        while (!text.isEmpty() && !m_collector.isFull()) {
            const qsizetype end = text.indexOf(u'\n');
            const QStringView line = end < 0 ? text : text.first(end);
            openTags(line);
            m_collector.addText(0, line);
            for (size_t block : m_closing)
                m_collector.close(block);
            m_closing.clear();
            text = end < 0 ? QStringView() : text.sliced(end + 1);
        }
        // What is never closed reaches to the end.
        for (auto open = m_open.crbegin(); open != m_open.crend(); ++open)
            m_collector.close(open->block);
    }

private:
    struct Open {
        QString name;
        size_t block;
    };

    void openTags(QStringView line)
    {
        for (qsizetype at = line.indexOf(u'<'); at >= 0; at = line.indexOf(u'<', at + 1)) {
            const bool closing = line.sliced(at + 1).startsWith(u'/');
            const QStringView rest = line.sliced(at + (closing ? 2 : 1));
            const auto end = std::find_if(rest.begin(), rest.end(),
                [](QChar c) { return !c.isLetter() && c != u'_' && c != u':'; });
            const QString name = localName(rest.first(end - rest.begin())).toString().toLower();
            if (closing)
                closeTag(name);
            else if (kindOf(name) || isFeedback(name))
                openTag(name);
        }
    }

    void openTag(const QString &name)
    {
        // A record within a record means that the end of the first is missing.
        if (name == "record"_L1)
            closeTag(name);
        const size_t block = m_open.size() < mostOpen ? m_collector.open(name) : Collector::none;
        if (block != Collector::none)
            m_open.push_back({name, block});
    }

    void closeTag(const QString &name)
    {
        const auto found = std::find_if(m_open.crbegin(), m_open.crend(),
            [&name](const Open &open) { return open.name == name; });
        if (found == m_open.crend())
            return;
        while (m_open.back().name != name)
            closeLast();
        closeLast();
    }

    void closeLast()
    {
        m_closing.push_back(m_open.back().block);
        m_open.pop_back();
    }

    /// More than any report has within each other.
    static constexpr size_t mostOpen = 64;

    Collector &m_collector;
    std::vector<Open> m_open;
    std::vector<size_t> m_closing; ///< end with the line at hand
};

std::optional<XmlOutline> formatted(const QByteArray &utf8, const OutlineLimits &limits)
{
    if (utf8.size() > limits.formatBytes)
        return {};
    constexpr unsigned int flags = pugi::parse_cdata | pugi::parse_comments | pugi::parse_pi |
        pugi::parse_declaration | pugi::parse_doctype | pugi::parse_eol | pugi::parse_fragment |
        pugi::parse_trim_pcdata;
    pugi::xml_document document;
    if (!document.load_buffer(utf8.constData(), size_t(utf8.size()), flags, pugi::encoding_utf8))
        return {};
    Collector collector(limits);
    if (!document.document_element() || !Writer(collector, limits.depth).write(document))
        return {};
    XmlOutline outline = collector.take();
    outline.formatted = true;
    return outline;
}

XmlOutline asItIs(const QByteArray &utf8, const OutlineLimits &limits)
{
    // Each character takes one byte at least, and what is far behind the limit is never shown.
    const qsizetype most = std::min<qsizetype>(utf8.size(), limits.chars * 4);
    QString text = QString::fromUtf8(QByteArrayView(utf8).first(most));
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    Collector collector(limits);
    RawReader(collector).read(text);
    XmlOutline outline = collector.take();
    outline.cut = outline.cut || most < utf8.size();
    return outline;
}

} // namespace

const Block *XmlOutline::blockAt(int line) const
{
    auto block = std::upper_bound(blocks.cbegin(), blocks.cend(), line,
        [](int wanted, const Block &candidate) { return wanted < candidate.firstLine; });
    while (block != blocks.cbegin()) {
        --block;
        if (block->holds(line))
            return &*block;
        if (isOuter(*block))
            break;
    }
    return nullptr;
}

const Block *XmlOutline::find(BlockKind kind, int report, int record) const
{
    const auto found = std::find_if(blocks.cbegin(), blocks.cend(), [&](const Block &block) {
        return block.kind == kind && block.report == report && block.record == record;
    });
    return found == blocks.cend() ? nullptr : &*found;
}

XmlOutline outlineOf(const QByteArray &bytes, const OutlineLimits &limits)
{
    Notes notes;
    const Utf8Text utf8 = toUtf8(bytes, notes);
    if (std::optional<XmlOutline> outline = formatted(utf8.bytes, limits))
        return std::move(*outline);
    return asItIs(utf8.bytes, limits);
}

} // namespace sekisho
