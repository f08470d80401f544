// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/aggregatexml.h"

#include "reading/aggregatefeedback.h"
#include "reading/encoding.h"
#include "reading/xmlprologue.h"
#include "reading/xmlrepair.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <optional>
#include <string_view>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using Reports = std::vector<AggregateReport>;

/// Why a document was not read: the parser's word for it, and where in the text.
struct Fault {
    QString what;
    qint64 offset = 0;
};

/// A buffer and the document parsed in it, both used again and again by all that a thread reads.
class Parser final {
public:
    /// Parses what `append` put together.
    [[nodiscard]] std::optional<Fault> parse();
    [[nodiscard]] pugi::xml_node root() const { return m_document; }
    void clear()
    {
        constexpr size_t worthKeeping = size_t(1) << 20;
        if (m_buffer.capacity() > worthKeeping)
            m_buffer = {};
        m_buffer.clear();
    }
    void append(QByteArrayView text) { m_buffer.insert(m_buffer.end(), text.begin(), text.end()); }

private:
    std::vector<char> m_buffer;
    pugi::xml_document m_document;
};

/// What a document tree of hostile density ("<a/><a/>…") would take, against what real reports do.
bool isTooDense(const std::vector<char> &text)
{
    constexpr size_t alwaysFine = size_t(16) << 20;
    constexpr qint64 most = qint64(2) << 30;
    constexpr qint64 nodeBytes = 64;
    constexpr qint64 attributeBytes = 40;
    if (text.size() < alwaysFine)
        return false;
    return std::count(text.begin(), text.end(), '<') * nodeBytes +
        std::count(text.begin(), text.end(), '=') * attributeBytes >
        most;
}

std::optional<Fault> Parser::parse()
{
    constexpr unsigned options =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_embed_pcdata;
    if (isTooDense(m_buffer))
        return Fault{u"Too many elements"_s, 0};
    // The parser takes it for the end of the text.
    if (const void *nul = std::memchr(m_buffer.data(), '\0', m_buffer.size()))
        return Fault{u"NUL character"_s, static_cast<const char *>(nul) - m_buffer.data()};
    const pugi::xml_parse_result parsed = m_document.load_buffer_inplace(
        m_buffer.data(), m_buffer.size(), options, pugi::encoding_utf8);
    if (parsed)
        return std::nullopt;
    return Fault{QString::fromLatin1(parsed.description()), parsed.offset};
}

Parser &parserOfThread()
{
    thread_local Parser parser;
    return parser;
}

/// How much text of records is parsed at once.
constexpr qint64 partBytes = 1 << 16;

/// Reads the reports of one text that is well-formed, or says that it is not.
class DocumentReader final {
public:
    /// `base`: where the text begins in the document; `repaired`: what it was made from, or null.
    DocumentReader(QByteArrayView text, qint64 base, const Limits &limits, const Notes &notes,
        TextPlaces &places, const RepairedXml *repaired)
        : m_text(text)
        , m_base(base)
        , m_limits(limits)
        , m_notes(notes)
        , m_fields(limits, m_notes, places)
        , m_repaired(repaired)
        , m_parser(parserOfThread())
    {
        m_parser.clear();
    }

    [[nodiscard]] std::optional<Fault> readWhole();
    /// The same in parts of some records each, so that large documents take little memory and
    /// stay near the processor. False where a part is not well-formed by itself.
    [[nodiscard]] bool readInParts();

    [[nodiscard]] bool tooDeep() const { return m_fields.tooDeep(); }
    [[nodiscard]] Reports takeReports() { return std::move(m_reports); }
    /// The notes given, with those about the text.
    [[nodiscard]] const Notes &notes() const { return m_notes; }

private:
    [[nodiscard]] bool readHead(qint64 end, QByteArrayView endTag, FeedbackReader &reader);
    [[nodiscard]] bool readPart(qint64 begin, qint64 end, FeedbackReader &reader);

    QByteArrayView m_text;
    qint64 m_base;
    const Limits &m_limits;
    Notes m_notes;
    FieldReader m_fields;
    const RepairedXml *m_repaired;
    Parser &m_parser;
    Reports m_reports;
};

bool isFeedback(pugi::xml_node node)
{
    return node.type() == pugi::node_element && fieldOf(node.name()) == Field::Feedback;
}

std::optional<Fault> DocumentReader::readWhole()
{
    m_parser.append(m_text);
    if (auto fault = m_parser.parse())
        return fault;
    m_fields.setBase(m_base);
    for (pugi::xml_node node = m_parser.root().first_child(); node; node = node.next_sibling()) {
        if (!isFeedback(node))
            continue;
        FeedbackReader reader(m_fields, m_limits, m_notes, m_repaired);
        reader.readFeedback(node);
        m_reports.push_back(reader.finish());
    }
    if (m_reports.size() > 1)
        m_notes.add(NoteCode::XmlSeveralReports, {}, {}, qint64(m_reports.size()));
    return std::nullopt;
}

bool DocumentReader::readHead(qint64 end, QByteArrayView endTag, FeedbackReader &reader)
{
    m_parser.append(m_text.first(end));
    m_parser.append(endTag); // the parser sees whether it fits
    if (m_parser.parse())
        return false;
    const pugi::xml_node feedback = m_parser.root().first_child();
    if (!isFeedback(feedback) || feedback.next_sibling())
        return false;
    m_fields.setBase(m_base);
    reader.readFeedback(feedback);
    return true;
}

/// Where the next record begins, or `end`.
qint64 recordFrom(QByteArrayView text, qint64 from, qint64 end)
{
    constexpr std::string_view start = "<record>";
    static const std::boyer_moore_horspool_searcher searcher(start.begin(), start.end());
    const auto *first = text.begin() + std::min(from, end);
    return std::search(first, text.begin() + end, searcher) - text.begin();
}

/// Those of the thread's earlier documents; what was read within other limits does not count.
KnownRecords &knownRecords(const Limits &limits)
{
    thread_local KnownRecords known;
    thread_local Limits limitsThen;
    if (limits != limitsThen) {
        known = {};
        limitsThen = limits;
    }
    return known;
}

bool DocumentReader::readInParts()
{
    // Where nothing repeats, looking at each record alone does not pay.
    constexpr int mostStrangers = 8;
    constexpr qint64 usualRecordBytes = 600;
    const qint64 end = m_text.lastIndexOf("</");
    qint64 at = end < 0 ? end : recordFrom(m_text, 0, end);
    if (at == end || !m_text.startsWith('<'))
        return false;
    FeedbackReader reader(m_fields, m_limits, m_notes, m_repaired);
    if (!readHead(at, m_text.sliced(end), reader))
        return false;
    reader.expectRecords((end - at) / usualRecordBytes);
    KnownRecords &known = knownRecords(m_limits);
    known.beginReport();
    for (int strangers = 0; at < end;) {
        const bool mayBeKnown = reader.takesKnown();
        const auto number = qint32(reader.records().size());
        if (const auto found = mayBeKnown ? known.find(m_text.sliced(at, end - at), number)
                                          : std::nullopt) {
            reader.addKnown(*found);
            at += found->size;
            strangers = 0;
            continue;
        }
        const bool alone = mayBeKnown && strangers++ < mostStrangers;
        if (!alone)
            strangers = 0;
        const qint64 partEnd = recordFrom(m_text, at + (alone ? 1 : partBytes), end);
        const qint64 notedBefore = m_fields.noted();
        if (!readPart(at, partEnd, reader))
            return false;
        const pugi::xml_node first = m_parser.root().first_child();
        if (alone && m_fields.noted() == notedBefore && !first.next_sibling())
            known.add(m_text.sliced(at, partEnd - at), reader.records().back(), number);
        at = partEnd;
    }
    m_reports.push_back(reader.finish());
    return true;
}

bool DocumentReader::readPart(qint64 begin, qint64 end, FeedbackReader &reader)
{
    m_parser.clear();
    m_parser.append(m_text.sliced(begin, end - begin));
    if (m_parser.parse())
        return false;
    m_fields.setBase(m_base + begin, 1);
    reader.readChildren(m_parser.root());
    return true;
}

/// What all the ways to read a document share.
struct Job {
    const Limits &limits;
    Notes &notes;
    TextPlaces &places;
};

/// Reads the text if it is well-formed.
std::optional<Fault> readWellFormed(QByteArrayView text, qint64 base, const Job &job,
    const RepairedXml *repaired, Result<Reports> &result)
{
    const auto take = [&](DocumentReader &reader) {
        job.notes = reader.notes();
        if (reader.tooDeep())
            result = Note{NoteCode::LimitXmlDepth, {}, 1, {}};
        else
            result = reader.takeReports();
    };
    DocumentReader parts(text, base, job.limits, job.notes, job.places, repaired);
    if (parts.readInParts()) {
        take(parts);
        return std::nullopt;
    }
    DocumentReader whole(text, base, job.limits, job.notes, job.places, repaired);
    if (auto fault = whole.readWhole())
        return fault;
    take(whole);
    return std::nullopt;
}

Result<Reports> readRepaired(QByteArrayView text, qint64 base, const Job &job)
{
    const RepairedXml repaired = repairXml(text, job.limits);
    if (repaired.tooDeep)
        return Note{NoteCode::LimitXmlDepth, {}, 1, {}};
    if (repaired.truncated)
        job.notes.add(NoteCode::XmlTruncated, {}, job.places.at(base + text.size()));
    std::vector<TextPlaces::Anchor> anchors;
    for (const RepairedPart &part : repaired.parts)
        anchors.push_back({part.begin, base + part.original});
    job.places.setAnchors(std::move(anchors));
    Result<Reports> result = Reports();
    if (const auto fault = readWellFormed(repaired.text, 0, job, &repaired, result))
        return Note{NoteCode::XmlNotWellFormed, fault->what, 1, job.places.at(fault->offset)};
    return result;
}

} // namespace

Result<std::vector<AggregateReport>> readAggregateXml(
    const QByteArray &xml, const Limits &limits, Notes &notes)
{
    const Utf8Text text = toUtf8(xml, notes);
    const QByteArrayView original = text.converted ? text.bytes : xml;
    TextPlaces places(original, text.skipped, !text.converted);
    const Result<ReportSpan> found = findReports(text.bytes);
    if (!found) {
        Note problem = found.problem();
        problem.place = places.at(problem.place.offset);
        return problem;
    }
    const ReportSpan &span = found.value();
    const auto noteBytes = [&](NoteCode code, qint64 offset, qint64 bytes) {
        if (bytes > 0)
            notes.add(code, {}, places.at(offset), bytes);
    };
    noteBytes(NoteCode::XmlPrologueSkipped, span.begin - span.skipped, span.skipped);
    noteBytes(NoteCode::XmlTrailingBytes, span.end, span.trailing);
    const QByteArrayView body(text.bytes.constData() + span.begin, span.end - span.begin);
    const Job job{limits, notes, places};
    Fault fault{u"No feedback element"_s, 0};
    if (!span.headLost) {
        Result<Reports> result = Reports();
        const auto damage = readWellFormed(body, span.begin, job, nullptr, result);
        if (!damage)
            return result;
        fault = *damage;
    }
    notes.add(NoteCode::XmlNotWellFormed, fault.what, places.at(span.begin + fault.offset));
    return readRepaired(body, span.begin, job);
}

} // namespace sekisho
