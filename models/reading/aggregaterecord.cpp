// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/aggregaterecord.h"

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

class RecordReader final {
public:
    RecordReader(FieldReader &fields, Record &record)
        : m_fields(fields)
        , m_record(record)
    {
    }

    RecordParts read(pugi::xml_node node);

private:
    void readRow(pugi::xml_node node);
    void readSource(pugi::xml_node node);
    void readCount(pugi::xml_node node);
    void readEvaluated(pugi::xml_node node);
    void readReason(pugi::xml_node node);
    void readIdentifiers(pugi::xml_node node);
    void readResults(pugi::xml_node node);
    void readDkim(pugi::xml_node node);
    void readSpf(pugi::xml_node node);
    void checkEvaluated(
        Evaluated value, const QString &text, QStringView element, pugi::xml_node node);
    void noteAbsent(pugi::xml_node node);

    FieldReader &m_fields;
    Record &m_record;
    RecordParts m_parts;
    FieldSet m_seen; // of policy_evaluated
    bool m_zero = false; // the count is a zero, not a text that is no number
};

RecordParts RecordReader::read(pugi::xml_node node)
{
    forEachField(node, m_fields, {Field::Extension}, [this](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::Row: readRow(child); return true;
        case Field::Identities:
            m_fields.note(NoteCode::ElementMisnamed, u"identities"_s, child);
            readIdentifiers(child);
            return true;
        case Field::Identifiers: readIdentifiers(child); return true;
        case Field::AuthResults: readResults(child); return true;
        case Field::Extension:
        case Field::Extensions: readExtensions(child, m_fields, m_record.extensions); return true;
        default: return false;
        }
    });
    noteAbsent(node);
    return m_parts;
}

void RecordReader::readRow(pugi::xml_node node)
{
    forEachField(node, m_fields, {}, [this](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::SourceIp: readSource(child); return true;
        case Field::Count: readCount(child); return true;
        case Field::PolicyEvaluated: readEvaluated(child); return true;
        default: return false;
        }
    });
}

void RecordReader::readSource(pugi::xml_node node)
{
    m_record.sourceIpText = m_fields.uniqueText(node, Field::SourceIp);
    m_parts.source = !m_record.sourceIpText.isEmpty();
    if (!m_parts.source)
        return;
    m_record.sourceIp = IpAddress::parse(m_record.sourceIpText);
    if (!m_record.sourceIp)
        m_fields.note(NoteCode::AddressInvalid, m_record.sourceIpText, node);
}

void RecordReader::readCount(pugi::xml_node node)
{
    m_parts.count = true;
    const std::optional<qint64> count = m_fields.number(node, Field::Count);
    m_zero = count == 0;
    m_record.count = count.value_or(0);
    if (m_record.count >= 0)
        return;
    m_fields.note(NoteCode::CountNegative, QString::number(m_record.count), node);
    m_record.count = 0;
}

void RecordReader::checkEvaluated(
    Evaluated value, const QString &text, QStringView element, pugi::xml_node node)
{
    if (value == Evaluated::Other)
        m_fields.noteValue(NoteCode::EvaluatedNotPassFail, element, text, node);
    else if (value == Evaluated::Missing)
        m_fields.note(NoteCode::ElementEmpty, u"policy_evaluated/" + element.toString(), node);
}

void RecordReader::readEvaluated(pugi::xml_node node)
{
    forEachField(node, m_fields, {Field::Reason}, [this](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::Disposition:
            m_record.dispositionText = m_fields.text(child, field);
            m_record.disposition = disposition(m_record.dispositionText);
            if (m_record.disposition == Disposition::Other)
                m_fields.noteValue(
                    NoteCode::ValueUnknown, u"disposition", m_record.dispositionText, child);
            return true;
        case Field::Dkim:
            m_seen.add(field);
            m_record.dkimEvaluatedText = m_fields.text(child, field);
            m_record.dkimEvaluated = evaluated(m_record.dkimEvaluatedText);
            checkEvaluated(m_record.dkimEvaluated, m_record.dkimEvaluatedText, u"dkim", child);
            return true;
        case Field::Spf:
            m_seen.add(field);
            m_record.spfEvaluatedText = m_fields.text(child, field);
            m_record.spfEvaluated = evaluated(m_record.spfEvaluatedText);
            checkEvaluated(m_record.spfEvaluated, m_record.spfEvaluatedText, u"spf", child);
            return true;
        case Field::Reason: readReason(child); return true;
        default: return false;
        }
    });
}

/// The standards' words for a policy override; those of RFC 7489 and RFC 9990 together.
constexpr std::array<QStringView, 7> reasonTypes{u"forwarded", u"sampled_out", u"trusted_forwarder",
    u"mailing_list", u"local_policy", u"other", u"policy_test_mode"};

void RecordReader::readReason(pugi::xml_node node)
{
    OverrideReason reason;
    forEachField(node, m_fields, {}, [&](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::Type: reason.type = m_fields.text(child, field); return true;
        case Field::Comment: reason.comment = m_fields.text(child, field); return true;
        default: return false;
        }
    });
    const bool typed = !reason.type.isEmpty();
    // Some reporters write the reason itself where its type should stand.
    if (!typed)
        reason.type = m_fields.looseText(node, Field::Reason);
    if (reason.type.isEmpty() && reason.comment.isEmpty()) {
        m_fields.note(NoteCode::ReasonEmpty, {}, node);
        return;
    }
    const auto standard = std::find_if(reasonTypes.begin(), reasonTypes.end(),
        [&](QStringView type) { return reason.type.compare(type, Qt::CaseInsensitive) == 0; });
    const bool known = standard != reasonTypes.end();
    if (!reason.type.isEmpty() && (!typed || !known))
        m_fields.note(NoteCode::ReasonText, reason.type, node);
    if (known)
        reason.type = standard->toString();
    m_record.reasons.push_back(std::move(reason));
}

void RecordReader::readIdentifiers(pugi::xml_node node)
{
    if (m_parts.identifiers)
        return;
    forEachField(node, m_fields, {}, [this](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::HeaderFrom: m_record.headerFrom = m_fields.text(child, field); break;
        case Field::EnvelopeFrom:
            m_record.envelopeFrom = m_fields.text(child, field);
            m_record.hasEnvelopeFrom = true;
            break;
        case Field::EnvelopeTo: m_record.envelopeTo = m_fields.text(child, field); break;
        default: return false;
        }
        m_parts.identifiers = true;
        return true;
    });
}

void RecordReader::readResults(pugi::xml_node node)
{
    m_record.hasAuthResults = true;
    forEachField(
        node, m_fields, {Field::Dkim, Field::Spf}, [this](Field field, pugi::xml_node child) {
            switch (field) {
            case Field::Dkim: readDkim(child); return true;
            case Field::Spf: readSpf(child); return true;
            default: return false;
            }
        });
    if (m_record.dkim.empty() && m_record.spf.empty())
        m_fields.note(NoteCode::ElementEmpty, u"auth_results"_s, node);
}

void RecordReader::readDkim(pugi::xml_node node)
{
    DkimEntry &entry = m_record.dkim.emplace_back();
    forEachField(node, m_fields, {}, [&](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::Domain: entry.domain = m_fields.text(child, field); return true;
        case Field::Selector: entry.selector = m_fields.text(child, field); return true;
        case Field::Result:
            entry.resultText = m_fields.text(child, field);
            entry.result = dkimResult(entry.resultText);
            return true;
        case Field::HumanResult: entry.humanResult = m_fields.text(child, field); return true;
        default: return false;
        }
    });
    if (entry.domain.isEmpty())
        m_fields.note(NoteCode::ElementEmpty, u"dkim/domain"_s, node);
    if (entry.result == AuthResult::Missing)
        m_fields.note(NoteCode::ElementEmpty, u"dkim/result"_s, node);
    else if (entry.result == AuthResult::Unknown)
        m_fields.noteValue(NoteCode::ValueUnknown, u"dkim", entry.resultText, node);
}

void RecordReader::readSpf(pugi::xml_node node)
{
    SpfEntry &entry = m_record.spf.emplace_back();
    forEachField(node, m_fields, {}, [&](Field field, pugi::xml_node child) {
        switch (field) {
        case Field::Domain: entry.domain = m_fields.text(child, field); return true;
        case Field::Scope: entry.scope = m_fields.text(child, field).toLower(); return true;
        case Field::Result:
            entry.resultText = m_fields.text(child, field);
            entry.result = spfResult(entry.resultText);
            return true;
        case Field::HumanResult: entry.humanResult = m_fields.text(child, field); return true;
        default: return false;
        }
    });
    if (!entry.scope.isEmpty() && entry.scope != u"mfrom" && entry.scope != u"helo")
        m_fields.noteValue(NoteCode::ValueUnknown, u"scope", entry.scope, node);
    if (entry.domain.isEmpty())
        m_fields.note(NoteCode::ElementEmpty, u"spf/domain"_s, node);
    if (entry.result == AuthResult::Missing)
        m_fields.note(NoteCode::ElementEmpty, u"spf/result"_s, node);
    else if (entry.result == AuthResult::Unknown)
        m_fields.noteValue(NoteCode::ValueUnknown, u"spf", entry.resultText, node);
}

void RecordReader::noteAbsent(pugi::xml_node node)
{
    if (!m_parts.source && m_record.count == 0) {
        m_fields.note(NoteCode::RecordEmpty, {}, node);
    } else {
        if (!m_parts.source)
            m_fields.note(NoteCode::AddressMissing, {}, node);
        if (!m_parts.count)
            m_fields.note(NoteCode::ElementMissing, u"count"_s, node);
        else if (m_zero)
            m_fields.note(NoteCode::CountZero, {}, node);
    }
    if (!m_seen.has(Field::Dkim))
        m_fields.note(NoteCode::ElementMissing, u"policy_evaluated/dkim"_s, node);
    if (!m_seen.has(Field::Spf))
        m_fields.note(NoteCode::ElementMissing, u"policy_evaluated/spf"_s, node);
    if (m_record.headerFrom.isEmpty())
        m_fields.note(NoteCode::ElementMissing, u"header_from"_s, node);
}

} // namespace

RecordParts readRecord(pugi::xml_node node, FieldReader &fields, Record &record)
{
    return RecordReader(fields, record).read(node);
}

void readExtensions(pugi::xml_node node, FieldReader &fields, QList<Extension> &extensions)
{
    if (fieldOf(node.name()) == Field::Extensions) {
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() != pugi::node_element)
                continue;
            if (fieldOf(child.name()) == Field::Extension)
                readExtensions(child, fields, extensions);
            else
                fields.skipUnknown(child);
        }
        return;
    }
    Extension extension{QString::fromUtf8(node.attribute("name").value()),
        QString::fromUtf8(node.attribute("definition").value())};
    // Without a name it is the container of RFC 9990, named by what it holds.
    if (!extension.name.isEmpty()) {
        extensions.push_back(std::move(extension));
        return;
    }
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element)
            extensions.push_back({QString::fromUtf8(child.name()), {}});
    }
}

} // namespace sekisho
