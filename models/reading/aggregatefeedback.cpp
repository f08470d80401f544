// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/aggregatefeedback.h"

#include "reading/aggregatechecks.h"
#include "reading/aggregaterecord.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView namespace01 = "http://dmarc.org/dmarc-xml/0.1";
constexpr QByteArrayView namespace20 = "urn:ietf:params:xml:ns:dmarc-2.0";

/// The part of a repaired document that an offset falls into.
const RepairedPart *partAt(const RepairedXml &repaired, qint64 offset)
{
    const auto after = std::upper_bound(repaired.parts.cbegin(), repaired.parts.cend(), offset,
        [](qint64 at, const RepairedPart &part) { return at < part.begin; });
    return after == repaired.parts.cbegin() ? nullptr : &*std::prev(after);
}

} // namespace

FeedbackReader::FeedbackReader(
    FieldReader &fields, const Limits &limits, Notes &notes, const RepairedXml *repaired)
    : m_fields(fields)
    , m_limits(limits)
    , m_notes(notes)
    , m_repaired(repaired)
{
}

void FeedbackReader::readFeedback(pugi::xml_node node)
{
    m_place = m_fields.placeOf(node);
    readNamespace(node);
    readChildren(node);
}

void FeedbackReader::readChildren(pugi::xml_node parent)
{
    for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element)
            continue;
        const Field field = fieldOf(child.name());
        const bool repeatable = field == Field::Record || field == Field::Extension ||
            field == Field::Unknown || field == Field::Error;
        if (m_given.has(field) && !repeatable) {
            m_fields.note(NoteCode::ElementRepeated, fieldName(field), child);
            continue;
        }
        m_given.add(field);
        if (!readChild(field, child))
            m_fields.skipUnknown(child);
    }
}

bool FeedbackReader::readChild(Field field, pugi::xml_node node)
{
    switch (field) {
    case Field::Record: readNextRecord(node); return true;
    case Field::Version: m_report.version = m_fields.text(node, field); return true;
    case Field::ReportMetadata: readMetadata(node); return true;
    case Field::PolicyPublished: readPolicy(node); return true;
    case Field::Error: m_report.errors.append(m_fields.text(node, field)); return true;
    case Field::Extension:
    case Field::Extensions: readExtensions(node, m_fields, m_report.extensions); return true;
    default: return false;
    }
}

void FeedbackReader::readNamespace(pugi::xml_node node)
{
    // The namespace of the element's own prefix, as in <x:feedback xmlns:x="…">.
    const QByteArrayView name = node.name();
    const qsizetype colon = name.indexOf(':');
    const QByteArray attribute =
        colon < 0 ? QByteArray("xmlns") : "xmlns:" + name.first(colon).toByteArray();
    const QByteArrayView value = node.attribute(attribute.constData()).value();
    m_report.xmlNamespace = QString::fromUtf8(value.first(std::min<qsizetype>(value.size(), 200)));
    if (!value.isEmpty() && value != namespace01 && value != namespace20)
        m_fields.note(NoteCode::NamespaceOdd, m_report.xmlNamespace, node);
}

void FeedbackReader::readMetadata(pugi::xml_node node)
{
    forEachField(node, m_fields, {Field::Error}, [this](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::OrgName: m_report.orgName = m_fields.text(child, field); break;
        case Field::Email: m_report.email = m_fields.text(child, field); break;
        case Field::ExtraContactInfo:
            m_report.extraContactInfo = m_fields.text(child, field);
            break;
        case Field::ReportId: m_report.reportId = m_fields.text(child, field); break;
        case Field::DateRange: readDateRange(child); break;
        case Field::Error: m_report.errors.append(m_fields.text(child, field)); break;
        case Field::Generator: m_report.generator = m_fields.text(child, field); break;
        default: return false;
        }
        m_given.add(field);
        return true;
    });
    m_report.errors.removeAll(QString());
}

void FeedbackReader::readDateRange(pugi::xml_node node)
{
    forEachField(node, m_fields, {}, [this](Field field, pugi::xml_node child) {
        if (field == Field::Begin)
            m_report.period.begin = readDate(field, child);
        else if (field == Field::End)
            m_report.period.end = readDate(field, child);
        else
            return false;
        m_given.add(field);
        return true;
    });
}

qint64 FeedbackReader::readDate(Field field, pugi::xml_node node)
{
    constexpr qint64 endOfYear9999 = 253'402'300'799;
    const qint64 date = m_fields.number(node, field).value_or(0);
    if (date >= 0 && date <= endOfYear9999)
        return date;
    m_fields.noteValue(
        NoteCode::ValueNotNumber, fieldName(field).toString(), QString::number(date), node);
    return 0;
}

QString FeedbackReader::readWord(
    Field field, pugi::xml_node node, std::initializer_list<QStringView> words)
{
    const QString text = m_fields.text(node, field);
    const auto known = std::find_if(words.begin(), words.end(),
        [&](QStringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
    if (known != words.end())
        return known->toString();
    if (!text.isEmpty())
        m_fields.noteValue(NoteCode::ValueUnknown, fieldName(field).toString(), text, node);
    return text;
}

void FeedbackReader::readPolicyWord(Field field, pugi::xml_node node, Policy &value, QString &text)
{
    text = m_fields.text(node, field);
    value = policy(text);
    if (value == Policy::Other)
        m_fields.noteValue(NoteCode::ValueUnknown, fieldName(field).toString(), text, node);
    else if (value == Policy::Missing)
        m_fields.note(NoteCode::ElementEmpty, fieldName(field), node);
}

void FeedbackReader::readPolicy(pugi::xml_node node)
{
    PublishedPolicy &policy = m_report.policy;
    forEachField(node, m_fields, {}, [&](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::Domain: policy.domain = m_fields.text(child, field); break;
        case Field::VersionPublished: policy.versionPublished = m_fields.text(child, field); break;
        case Field::Adkim: policy.adkim = readWord(field, child, {u"r", u"s"}); break;
        case Field::Aspf: policy.aspf = readWord(field, child, {u"r", u"s"}); break;
        case Field::P: readPolicyWord(field, child, policy.p, policy.pText); break;
        case Field::Sp: readPolicyWord(field, child, policy.sp, policy.spText); break;
        case Field::Np: readPolicyWord(field, child, policy.np, policy.npText); break;
        case Field::Pct: policy.pct = m_fields.text(child, field); break;
        case Field::Fo: policy.fo = m_fields.text(child, field); break;
        case Field::Testing: policy.testing = readWord(field, child, {u"y", u"n"}); break;
        case Field::DiscoveryMethod:
            policy.discoveryMethod = readWord(field, child, {u"psl", u"treewalk"});
            break;
        default: return false;
        }
        m_given.add(field);
        return true;
    });
}

void FeedbackReader::readNextRecord(pugi::xml_node node)
{
    const int row = m_rows++;
    if (isFull()) {
        m_fields.note(NoteCode::LimitRecords, {}, node);
        return;
    }
    const RepairedPart *part =
        m_repaired ? partAt(*m_repaired, m_fields.textOffset(node)) : nullptr;
    Record &record = m_report.records.emplace_back();
    const RecordParts parts = readRecord(node, m_fields, record);
    m_report.findings.emplace_back();
    record.row = row;
    record.repaired = part && part->repaired;
    if (record.repaired && !parts.source && !parts.count && !parts.identifiers) {
        m_fields.note(NoteCode::RecordLost, {}, node);
        m_report.records.pop_back();
        m_report.findings.pop_back();
        return;
    }
    if (record.repaired)
        m_fields.note(NoteCode::RecordRepaired, {}, node);
    hintDialect(record);
}

bool FeedbackReader::isFull() const
{
    return m_report.records.size() >= size_t(m_limits.records);
}

bool FeedbackReader::takesKnown() const
{
    constexpr int longestAddress = 64;
    return !m_repaired && !isFull() && m_limits.textChars >= longestAddress;
}

void FeedbackReader::addKnown(const KnownRecords::Found &found)
{
    Record &record = m_report.records.emplace_back(*found.like);
    m_report.findings.push_back({found.sameAs, {}});
    record.row = m_rows++;
    record.sourceIpText = found.sourceIpText;
    record.sourceIp = found.sourceIp;
    record.count = found.count;
    hintDialect(record);
}

void FeedbackReader::hintDialect(const Record &record)
{
    const auto isTestMode = [](const OverrideReason &reason) {
        return reason.type == u"policy_test_mode";
    };
    const bool from9990 = record.disposition == Disposition::Pass || !record.extensions.empty() ||
        std::any_of(record.reasons.cbegin(), record.reasons.cend(), isTestMode);
    if (from9990)
        m_report.dialect = Dialect::Rfc9990;
    if (m_hasSpecific7489)
        return;
    m_hasSpecific7489 = record.hasEnvelopeFrom ||
        std::any_of(record.dkim.cbegin(), record.dkim.cend(),
            [](const DkimEntry &entry) { return !entry.selector.isEmpty(); }) ||
        std::any_of(record.spf.cbegin(), record.spf.cend(),
            [](const SpfEntry &entry) { return !entry.scope.isEmpty(); });
}

void FeedbackReader::require(const QString &text, Field field)
{
    if (!m_given.has(field))
        m_notes.add(NoteCode::ElementMissing, fieldName(field), m_place);
    else if (text.isEmpty())
        m_notes.add(NoteCode::ElementEmpty, fieldName(field), m_place);
}

void FeedbackReader::expectRecords(qint64 records)
{
    m_report.records.reserve(size_t(std::clamp<qint64>(records, 0, m_limits.records)));
    m_report.findings.reserve(m_report.records.capacity());
}

AggregateReport FeedbackReader::finish()
{
    require(m_report.orgName, Field::OrgName);
    require(m_report.reportId, Field::ReportId);
    require(m_report.policy.domain, Field::Domain);
    // These note it themselves where they are there without a text.
    for (const Field field : {Field::Begin, Field::End, Field::P}) {
        if (!m_given.has(field))
            m_notes.add(NoteCode::ElementMissing, fieldName(field), m_place);
    }
    if (m_report.records.empty())
        m_notes.add(NoteCode::NoRecords, {}, m_place);
    const bool from9990 = m_report.xmlNamespace.toUtf8() == namespace20 ||
        m_given.has(Field::Generator) || m_given.has(Field::Testing) ||
        m_given.has(Field::DiscoveryMethod) || !m_report.extensions.empty();
    if (from9990)
        m_report.dialect = Dialect::Rfc9990;
    else if (m_report.dialect == Dialect::Draft01 &&
        (m_report.version == u"1.0" || m_given.has(Field::Fo) || m_hasSpecific7489))
        m_report.dialect = Dialect::Rfc7489;
    checkReport(m_report, m_notes);
    return std::move(m_report);
}

} // namespace sekisho
