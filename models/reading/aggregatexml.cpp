// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/aggregatexml.h"

#include "reading/aggregatefeedback.h"
#include "reading/encoding.h"
#include "reading/xmlprologue.h"
#include "reading/xmlrepair.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned parseOptions =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_embed_pcdata;

using Reports = std::vector<AggregateReport>;

/// All that reading one document shares.
struct Job {
    const Limits &limits;
    Notes &notes;
    TextPlaces &places;
};

Result<Reports> convert(
    const pugi::xml_document &document, const Job &job, qint64 base, const RepairedXml *repaired)
{
    Reports reports;
    FieldReader fields(job.limits, job.notes, job.places);
    fields.setBase(base);
    for (pugi::xml_node node = document.first_child(); node; node = node.next_sibling()) {
        if (node.type() != pugi::node_element || fieldOf(node.name()) != Field::Feedback)
            continue;
        FeedbackReader reader(fields, job.limits, job.notes, repaired);
        reader.readFeedback(node);
        reports.push_back(reader.finish());
    }
    if (fields.tooDeep())
        return Note{NoteCode::LimitXmlDepth, {}, 1, {}};
    if (reports.size() > 1)
        job.notes.add(NoteCode::XmlSeveralReports, {}, {}, qint64(reports.size()));
    return reports;
}

Result<Reports> readRepaired(QByteArrayView text, qint64 begin, const Job &job)
{
    RepairedXml repaired = repairXml(text, job.limits);
    if (repaired.tooDeep)
        return Note{NoteCode::LimitXmlDepth, {}, 1, {}};
    if (repaired.truncated)
        job.notes.add(NoteCode::XmlTruncated, {}, job.places.at(begin + text.size()));
    std::vector<TextPlaces::Anchor> anchors;
    for (const RepairedPart &part : repaired.parts)
        anchors.push_back({part.begin, begin + part.original});
    job.places.setAnchors(std::move(anchors));
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer_inplace(
        repaired.text.data(), size_t(repaired.text.size()), parseOptions, pugi::encoding_utf8);
    if (!parsed)
        return Note{NoteCode::XmlNotWellFormed, QString::fromLatin1(parsed.description()), 1,
            job.places.at(parsed.offset)};
    return convert(document, job, 0, &repaired);
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
    if (span.skipped > 0)
        notes.add(
            NoteCode::XmlPrologueSkipped, {}, places.at(span.begin - span.skipped), span.skipped);
    const QByteArrayView body(text.bytes.constData() + span.begin, span.end - span.begin);
    const Job job{limits, notes, places};
    std::vector<char> buffer(body.begin(), body.end());
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer_inplace(
        buffer.data(), buffer.size(), parseOptions, pugi::encoding_utf8);
    if (span.trailing > 0)
        notes.add(NoteCode::XmlTrailingBytes, {}, places.at(span.end), span.trailing);
    if (parsed && !span.headLost)
        return convert(document, job, span.begin, nullptr);
    notes.add(NoteCode::XmlNotWellFormed,
        parsed ? u"No feedback element"_s : QString::fromLatin1(parsed.description()),
        places.at(span.begin + (parsed ? 0 : parsed.offset)));
    return readRepaired(body, span.begin, job);
}

} // namespace sekisho
