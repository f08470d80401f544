// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/aggregatefields.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Name {
    QByteArrayView text;
    Field field;
};

// In the order of their length, so that a look-up only meets names as long as its own.
constexpr Name names[] = {
    {"p", Field::P},
    {"sp", Field::Sp},
    {"np", Field::Np},
    {"fo", Field::Fo},
    {"spf", Field::Spf},
    {"row", Field::Row},
    {"end", Field::End},
    {"pct", Field::Pct},
    {"dkim", Field::Dkim},
    {"type", Field::Type},
    {"aspf", Field::Aspf},
    {"count", Field::Count},
    {"scope", Field::Scope},
    {"begin", Field::Begin},
    {"email", Field::Email},
    {"adkim", Field::Adkim},
    {"error", Field::Error},
    {"domain", Field::Domain},
    {"result", Field::Result},
    {"record", Field::Record},
    {"reason", Field::Reason},
    {"comment", Field::Comment},
    {"version", Field::Version},
    {"testing", Field::Testing},
    {"selector", Field::Selector},
    {"feedback", Field::Feedback},
    {"org_name", Field::OrgName},
    {"source_ip", Field::SourceIp},
    {"report_id", Field::ReportId},
    {"generator", Field::Generator},
    {"extension", Field::Extension},
    {"date_range", Field::DateRange},
    {"identities", Field::Identities},
    {"extensions", Field::Extensions},
    {"header_from", Field::HeaderFrom},
    {"identifiers", Field::Identifiers},
    {"disposition", Field::Disposition},
    {"envelope_to", Field::EnvelopeTo},
    {"auth_results", Field::AuthResults},
    {"human_result", Field::HumanResult},
    {"envelope_from", Field::EnvelopeFrom},
    {"report_metadata", Field::ReportMetadata},
    {"policy_published", Field::PolicyPublished},
    {"policy_evaluated", Field::PolicyEvaluated},
    {"discovery_method", Field::DiscoveryMethod},
    {"version_published", Field::VersionPublished},
    {"extra_contact_info", Field::ExtraContactInfo},
};
static_assert(std::size(names) == size_t(fieldCount) - 1);

constexpr qsizetype longestName = names[std::size(names) - 1].text.size();

/// Where the names of each length begin.
constexpr auto lengthStarts = [] {
    std::array<quint8, size_t(longestName) + 2> starts{};
    for (qsizetype length = 0; length <= longestName + 1; ++length) {
        quint8 start = 0;
        while (start < std::size(names) && names[start].text.size() < length)
            ++start;
        starts[size_t(length)] = start;
    }
    return starts;
}();

template <typename Word> bool sameEnds(const char *a, const char *b, size_t size)
{
    const auto load = [](const char *from) {
        Word word;
        std::memcpy(&word, from, sizeof word);
        return word;
    };
    return load(a) == load(b) && load(a + size - sizeof(Word)) == load(b + size - sizeof(Word));
}

/// memcmp for texts that are mostly shorter than a call of it costs.
bool sameBytes(const char *a, const char *b, size_t size)
{
    if (size > 16)
        return std::memcmp(a, b, size) == 0;
    if (size >= 8)
        return sameEnds<quint64>(a, b, size);
    if (size >= 4)
        return sameEnds<quint32>(a, b, size);
    return size >= 2 ? sameEnds<quint16>(a, b, size) : *a == *b;
}

Field exactField(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > longestName)
        return Field::Unknown;
    const size_t length = size_t(name.size());
    for (size_t i = lengthStarts[length]; i < lengthStarts[length + 1]; ++i) {
        if (sameBytes(names[i].text.data(), name.data(), length))
            return names[i].field;
    }
    return Field::Unknown;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
}

QByteArrayView trimmed(const char *data, size_t size)
{
    while (size > 0 && isBlank(data[size - 1]))
        --size;
    while (size > 0 && isBlank(*data)) {
        ++data;
        --size;
    }
    return {data, qsizetype(size)};
}

bool isText(pugi::xml_node node)
{
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// Sums over millions of these still fit 64 bits; dates reach far beyond the year 9999.
constexpr qint64 largestNumber = 1'000'000'000'000;

/// Seconds of an RFC 3339 date, or the whole part of a decimal number.
bool oddNumber(const QString &text, qint64 &value)
{
    bool ok = false;
    const double decimal = text.toDouble(&ok);
    if (ok && std::isfinite(decimal) && std::abs(decimal) <= double(largestNumber)) {
        value = qint64(decimal);
        return true;
    }
    const QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    if (!date.isValid() || !text.contains(u'T'))
        return false;
    // A time without a zone is meant as UTC, as all times of a report.
    value = date.timeSpec() == Qt::LocalTime
        ? QDateTime(date.date(), date.time(), QTimeZone::utc()).toSecsSinceEpoch()
        : date.toSecsSinceEpoch();
    return true;
}

/// Levels below an element, counted without recursion up to `most`.
int depthBelow(pugi::xml_node top, int most)
{
    int depth = 0;
    int deepest = 0;
    pugi::xml_node node = top;
    while (deepest < most) {
        if (node.first_child()) {
            node = node.first_child();
            deepest = std::max(deepest, ++depth);
            continue;
        }
        while (node != top && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == top)
            break;
        node = node.next_sibling();
    }
    return deepest;
}

/// A text that was met lately.
struct Known {
    std::string bytes;
    QString text;
};

/// Where to look for the text; one place for all documents of a thread, as they say the same.
Known &knownAt(QByteArrayView bytes)
{
    thread_local std::array<Known, 512> known;
    const size_t hash = size_t(bytes.size()) * 31 + quint8(bytes.front()) * 7 +
        quint8(bytes[bytes.size() / 2]) * 13 + quint8(bytes.back());
    return known[hash % known.size()];
}

int depthOf(pugi::xml_node node)
{
    int depth = 0;
    for (node = node.parent(); node; node = node.parent())
        ++depth;
    return depth;
}

} // namespace

Field fieldOf(QByteArrayView name)
{
    if (const Field field = exactField(name); field != Field::Unknown)
        return field;
    const QByteArrayView local = name.sliced(name.lastIndexOf(':') + 1);
    return local.size() > longestName ? Field::Unknown : exactField(local.toByteArray().toLower());
}

QLatin1StringView fieldName(Field field)
{
    for (const Name &name : names) {
        if (name.field == field)
            return QLatin1StringView(name.text.data(), name.text.size());
    }
    return {};
}

bool isTextField(Field field)
{
    switch (field) {
    case Field::Unknown:
    case Field::Feedback:
    case Field::ReportMetadata:
    case Field::DateRange:
    case Field::PolicyPublished:
    case Field::Extension:
    case Field::Extensions:
    case Field::Record:
    case Field::Row:
    case Field::PolicyEvaluated:
    case Field::Dkim:
    case Field::Spf:
    case Field::Reason:
    case Field::Identifiers:
    case Field::Identities:
    case Field::AuthResults: return false;
    default: return true;
    }
}

TextPlaces::TextPlaces(QByteArrayView original, qint64 shift, bool exact)
    : m_original(original)
    , m_shift(shift)
    , m_exact(exact)
{
}

Place TextPlaces::at(qint64 textOffset)
{
    if (textOffset < 0)
        return {};
    qint64 shift = 0;
    const auto after = std::upper_bound(m_anchors.cbegin(), m_anchors.cend(), textOffset,
        [](qint64 offset, const Anchor &anchor) { return offset < anchor.text; });
    if (after != m_anchors.cbegin())
        shift = std::prev(after)->original - std::prev(after)->text;
    const qint64 offset = std::clamp<qint64>(textOffset + shift + m_shift, 0, m_original.size());
    if (offset < m_last.offset)
        m_last = {0, 1, 1};
    // The same rules as sekisho::placeOf, counted from the last place on.
    const Place step = placeOf(m_original.sliced(m_last.offset), offset - m_last.offset);
    m_last = {offset, m_last.line + step.line - 1,
        step.line == 1 ? m_last.column + step.column - 1 : step.column};
    return m_exact ? m_last : Place{-1, m_last.line, m_last.column};
}

QByteArrayView FieldReader::bytes(pugi::xml_node node)
{
    const pugi::xml_node child = node.first_child();
    const char *value = node.value();
    if (!child)
        return trimmed(value, std::strlen(value));
    m_joined = value;
    for (pugi::xml_node part = child; part; part = part.next_sibling()) {
        if (isText(part))
            m_joined += part.value();
    }
    return trimmed(m_joined.data(), m_joined.size());
}

QString FieldReader::made(QByteArrayView bytes, pugi::xml_node node, Field field)
{
    QString text = QString::fromUtf8(bytes);
    if (text.size() > m_limits.textChars) {
        text.truncate(m_limits.textChars);
        if (text.back().isHighSurrogate())
            text.chop(1);
        note(NoteCode::LimitText, fieldName(field), node);
    }
    return text;
}

QString FieldReader::text(pugi::xml_node node, Field field)
{
    // Texts worth sharing are short: words, domains, selectors.
    constexpr qsizetype longestShared = 120;
    skipInside(node);
    const QByteArrayView found = bytes(node);
    if (found.isEmpty())
        return {};
    if (found.size() > std::min<qsizetype>(longestShared, m_limits.textChars))
        return made(found, node, field);
    Known &known = knownAt(found);
    const bool same = known.bytes.size() == size_t(found.size()) &&
        sameBytes(known.bytes.data(), found.data(), known.bytes.size());
    if (!same) {
        known.bytes.assign(found.data(), size_t(found.size()));
        known.text = made(found, node, field);
    }
    return known.text;
}

QString FieldReader::uniqueText(pugi::xml_node node, Field field)
{
    skipInside(node);
    return looseText(node, field);
}

QString FieldReader::looseText(pugi::xml_node node, Field field)
{
    return made(bytes(node), node, field);
}

std::optional<qint64> FieldReader::number(pugi::xml_node node, Field field)
{
    skipInside(node);
    const QByteArrayView found = bytes(node);
    if (found.isEmpty()) {
        note(NoteCode::ElementEmpty, fieldName(field), node);
        return std::nullopt;
    }
    const char *first = found.data() + (found.front() == '+' ? 1 : 0);
    const char *last = found.data() + found.size();
    qint64 value = 0;
    const auto parsed = std::from_chars(first, last, value);
    if (parsed.ec == std::errc() && parsed.ptr == last) {
        if (value >= -largestNumber && value <= largestNumber)
            return value;
    } else if (const QString text = QString::fromUtf8(found); oddNumber(text, value)) {
        noteValue(NoteCode::ValueDecimal, fieldName(field).toString(), text, node);
        return value;
    }
    noteValue(
        NoteCode::ValueNotNumber, fieldName(field).toString(), QString::fromUtf8(found), node);
    return std::nullopt;
}

qint64 FieldReader::textOffset(pugi::xml_node node) const
{
    const ptrdiff_t offset = node.offset_debug();
    // The name begins behind "<".
    return offset < 0 ? -1 : m_base + offset - 1;
}

Place FieldReader::placeOf(pugi::xml_node node)
{
    return m_places.at(textOffset(node));
}

void FieldReader::note(NoteCode code, const QString &detail, pugi::xml_node node)
{
    constexpr qsizetype longestDetail = 200;
    ++m_noted;
    const QString operand = detail.size() > longestDetail ? detail.left(longestDetail) : detail;
    const auto same = [&](const Note &note) { return note.code == code && note.detail == operand; };
    const auto &list = m_notes.list();
    // The place of the first one counts, so only that is worth looking for.
    const bool known = std::any_of(list.cbegin(), list.cend(), same);
    m_notes.add(code, operand, known ? Place{} : placeOf(node));
}

void FieldReader::noteValue(
    NoteCode code, QStringView element, const QString &value, pugi::xml_node node)
{
    note(code, element + u'=' + value, node);
}

void FieldReader::skipUnknown(pugi::xml_node node)
{
    note(NoteCode::ElementUnknown, QString::fromUtf8(node.name()), node);
    if (!node.first_child())
        return;
    const int above = m_levelsAbove + depthOf(node);
    if (above + depthBelow(node, m_limits.xmlDepth) > m_limits.xmlDepth)
        m_tooDeep = true;
}

void FieldReader::skipInside(pugi::xml_node node)
{
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element)
            skipUnknown(child);
    }
}

} // namespace sekisho
