// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/aggregatefields.h"
#include "reading/knownrecords.h"
#include "reading/xmlrepair.h"
#include "report/aggregatereport.h"

namespace sekisho {

/// Turns a feedback element into a report; its records may come in several documents.
class FeedbackReader final {
public:
    /// `repaired`: what the document was made from, or null where it is as it came.
    FeedbackReader(FieldReader &fields, const Limits &limits, Notes &notes,
        const RepairedXml *repaired = nullptr);

    /// The element itself with all that is in it.
    void readFeedback(pugi::xml_node node);
    /// More of its children, in `parent`.
    void readChildren(pugi::xml_node parent);
    /// One more record, which is like an earlier one, as long as it takes those: where every record
    /// has something to note, they do not do.
    void addKnown(const KnownRecords::Found &found);
    [[nodiscard]] bool takesKnown() const;
    /// How many there will be, about; saves moving them.
    void expectRecords(qint64 records);
    [[nodiscard]] const std::vector<Record> &records() const { return m_report.records; }
    /// The report with what only shows when all of it is read.
    [[nodiscard]] AggregateReport finish();

private:
    bool readChild(Field field, pugi::xml_node node);
    void readNamespace(pugi::xml_node node);
    void readMetadata(pugi::xml_node node);
    void readDateRange(pugi::xml_node node);
    [[nodiscard]] qint64 readDate(Field field, pugi::xml_node node);
    void readPolicy(pugi::xml_node node);
    [[nodiscard]] QString readWord(
        Field field, pugi::xml_node node, std::initializer_list<QStringView> words);
    void readPolicyWord(Field field, pugi::xml_node node, Policy &value, QString &text);
    void readNextRecord(pugi::xml_node node);
    [[nodiscard]] bool isFull() const;
    void hintDialect(const Record &record);
    void require(const QString &text, Field field);

    FieldReader &m_fields;
    const Limits &m_limits;
    Notes &m_notes;
    const RepairedXml *m_repaired;
    AggregateReport m_report;
    FieldSet m_given;
    Place m_place; // of the feedback element
    int m_rows = 0;
    bool m_hasSpecific7489 = false;
};

} // namespace sekisho
