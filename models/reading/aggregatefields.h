// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/limits.h"
#include "base/note.h"

#include <QString>

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sekisho {

/// The elements of an aggregate report in any of its dialects.
enum class Field : quint8 {
    Unknown,
    Feedback,
    Version,
    ReportMetadata,
    OrgName,
    Email,
    ExtraContactInfo,
    ReportId,
    DateRange,
    Begin,
    End,
    Error,
    Generator,
    PolicyPublished,
    Domain,
    VersionPublished,
    Adkim,
    Aspf,
    P,
    Sp,
    Np,
    Pct,
    Fo,
    Testing,
    DiscoveryMethod,
    Extension,
    Extensions,
    Record,
    Row,
    SourceIp,
    Count,
    PolicyEvaluated,
    Disposition,
    Dkim,
    Spf,
    Reason,
    Type,
    Comment,
    Identifiers,
    Identities, ///< an old fork's name for identifiers
    EnvelopeTo,
    EnvelopeFrom,
    HeaderFrom,
    AuthResults,
    Selector,
    Result,
    HumanResult,
    Scope,
};
inline constexpr int fieldCount = int(Field::Scope) + 1;

/// By an element's name: exactly, else without its prefix and in any case.
[[nodiscard]] Field fieldOf(QByteArrayView name);
/// As the schema writes it.
[[nodiscard]] QLatin1StringView fieldName(Field field);
/// Whether the schema has nothing but text in it. dkim and spf are both, so they are not.
[[nodiscard]] bool isTextField(Field field);

/// Tells where in the original bytes something stands that was found in the text parsed.
class TextPlaces final {
public:
    /// Offsets in the text and in the original at which runs of equal bytes begin.
    struct Anchor {
        qint64 text = 0;
        qint64 original = 0;
    };

    /// `shift`: original offset minus text offset. Without `exact`, lines are told, not offsets.
    TextPlaces(QByteArrayView original, qint64 shift, bool exact);

    /// For text that was put together from runs of the original.
    void setAnchors(std::vector<Anchor> anchors) { m_anchors = std::move(anchors); }
    [[nodiscard]] Place at(qint64 textOffset);

private:
    QByteArrayView m_original;
    qint64 m_shift;
    bool m_exact;
    std::vector<Anchor> m_anchors;
    Place m_last{0, 1, 1}; // counting goes on from here as long as offsets grow
};

/// Takes texts and numbers out of elements, with every oddity noted. Equal texts share memory.
class FieldReader final {
public:
    FieldReader(const Limits &limits, Notes &notes, TextPlaces &places)
        : m_limits(limits)
        , m_notes(notes)
        , m_places(places)
    {
    }

    /// Trimmed, entities and CDATA sections joined; valid as long as this and the document are.
    [[nodiscard]] QByteArrayView bytes(pugi::xml_node node);
    [[nodiscard]] QString text(pugi::xml_node node, Field field);
    /// The same for texts that hardly repeat.
    [[nodiscard]] QString uniqueText(pugi::xml_node node, Field field);
    /// What stands in it beside its elements.
    [[nodiscard]] QString looseText(pugi::xml_node node, Field field);
    /// A whole number up to what fits a sum of many; nothing where there is none.
    [[nodiscard]] std::optional<qint64> number(pugi::xml_node node, Field field);

    void note(NoteCode code, const QString &detail, pugi::xml_node node);
    /// "element=value" as the detail.
    void noteValue(NoteCode code, QStringView element, const QString &value, pugi::xml_node node);
    /// Skips an element outside the schema; watches how deep it goes.
    void skipUnknown(pugi::xml_node node);
    [[nodiscard]] bool tooDeep() const { return m_tooDeep; }
    /// How often there was something to note.
    [[nodiscard]] qint64 noted() const { return m_noted; }
    [[nodiscard]] Place placeOf(pugi::xml_node node);
    /// Where in the whole text the part begins that the document was made from, and within how
    /// many elements.
    void setBase(qint64 base, int levelsAbove = 0)
    {
        m_base = base;
        m_levelsAbove = levelsAbove;
    }
    [[nodiscard]] qint64 textOffset(pugi::xml_node node) const;

private:
    void skipInside(pugi::xml_node node);
    [[nodiscard]] QString made(QByteArrayView bytes, pugi::xml_node node, Field field);

    const Limits &m_limits;
    Notes &m_notes;
    TextPlaces &m_places;
    std::string m_joined;
    qint64 m_base = 0;
    int m_levelsAbove = 0;
    qint64 m_noted = 0;
    bool m_tooDeep = false;
};

/// A set of fields.
class FieldSet final {
public:
    constexpr FieldSet(std::initializer_list<Field> fields = {})
    {
        for (const Field field : fields)
            m_bits |= bit(field);
    }
    [[nodiscard]] constexpr bool has(Field field) const { return m_bits & bit(field); }
    constexpr void add(Field field) { m_bits |= bit(field); }

private:
    static constexpr quint64 bit(Field field) { return quint64(1) << int(field); }

    quint64 m_bits = 0;
};
static_assert(fieldCount <= 64);

/// Calls `read(field, child)` for each child element and skips those it returns false for. Of the
/// fields in `repeatable` every one is read, of all others the first.
template <typename Read>
void forEachField(pugi::xml_node node, FieldReader &fields, FieldSet repeatable, Read read)
{
    FieldSet seen;
    repeatable.add(Field::Unknown);
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element)
            continue;
        const Field field = fieldOf(child.name());
        if (seen.has(field) && !repeatable.has(field)) {
            fields.note(NoteCode::ElementRepeated, fieldName(field), child);
            continue;
        }
        seen.add(field);
        if (!read(field, child))
            fields.skipUnknown(child);
    }
}

} // namespace sekisho
