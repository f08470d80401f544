// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/patterns.h"

#include "base/keyindex.h"

#include <algorithm>
#include <bit>

namespace sekisho {

namespace {

/// What a reporter did so far.
struct Conduct {
    quint32 direct = 0; ///< records whose SPF is aligned: no hop in between, no reason to override
    quint32 directArc = 0;
    quint32 directReason = 0;
    quint32 unaligned = 0; ///< records with results and without an aligned signature
    quint32 brokenListed = 0; ///< of these with a signature that did not pass
    quint32 enforceable =
        0; ///< failing records under a policy of quarantine or reject, without a reason
    quint32 spared = 0; ///< of these with disposition none
};

bool spfAligned(const RecordColumns &records, Row row)
{
    return Cell::at(records.computedCell[row]).spf == Outcome::Aligned ||
        Cell::at(records.reportedCell[row]).spf == Outcome::Aligned;
}

void observe(const Dataset &dataset, Row row, bool enforcing, Conduct &conduct)
{
    const RecordColumns &records = dataset.records;
    const bool reasons = records.reasonFirst[row] != records.reasonFirst[row + 1];
    if (spfAligned(records, row)) {
        ++conduct.direct;
        for (quint32 i = records.reasonFirst[row]; i < records.reasonFirst[row + 1]; ++i) {
            const bool arc = isArcComment(dataset.text(dataset.reasons[i].comment));
            ++(arc ? conduct.directArc : conduct.directReason);
            if (arc)
                break;
        }
    }
    const Cell cell = Cell::at(records.computedCell[row]);
    if (cell.dkim != Outcome::Aligned && records.spfFirst[row] != records.spfFirst[row + 1]) {
        ++conduct.unaligned;
        for (quint32 i = records.dkimFirst[row]; i < records.dkimFirst[row + 1]; ++i) {
            const ResultEntry &entry = dataset.dkim[i];
            if (entry.domain.value != 0 && entry.result != AuthResult::Pass &&
                entry.result != AuthResult::None && entry.result != AuthResult::Missing) {
                ++conduct.brokenListed;
                break;
            }
        }
    }
    if (enforcing && !reasons && !cell.passes() && !Cell::at(records.reportedCell[row]).passes()) {
        ++conduct.enforceable;
        conduct.spared += records.disposition[row] == Disposition::None;
    }
}

quint8 habitsOf(const Conduct &conduct)
{
    quint8 habits = 0;
    if (conduct.directArc >= 2 && conduct.directArc * 10 >= conduct.direct)
        habits |= ArcEverywhere;
    if (conduct.directReason >= 2 && conduct.directReason * 10 >= conduct.direct)
        habits |= ReasonsEverywhere;
    if (conduct.unaligned >= 30 && conduct.brokenListed == 0)
        habits |= HidesSignatures;
    if (conduct.enforceable >= 10 && conduct.spared * 2 >= conduct.enforceable)
        habits |= NeverEnforces;
    return habits;
}

bool isEnforcing(const PublishedPolicy &policy)
{
    return policy.p == Policy::Quarantine || policy.p == Policy::Reject;
}

class Grouping final {
public:
    explicit Grouping(const Dataset &dataset)
        : m_dataset(dataset)
        , m_records(dataset.records)
    {
        m_slots.assign(1024, 0);
        m_result.ofRow.assign(dataset.records.size(), 0);
    }

    void add(Row row, const Pattern &context, bool counted)
    {
        if ((m_result.patterns.size() + 1) * 2 > m_slots.size())
            grow();
        const quint64 hash = hashOf(row, context.habits);
        quint32 &slot = m_slots[slotOf(hash, row, context.habits)];
        if (slot == 0) {
            m_result.patterns.push_back(context);
            m_result.patterns.back().first = row;
            m_result.patterns.back().reporters = m_result.patterns.back().days = 0;
            m_hashes.push_back(hash);
            slot = quint32(m_hashes.size());
        }
        m_result.ofRow[row] = slot - 1;
        if (!counted)
            return; // a duplicate must not count twice as a witness
        Pattern &pattern = m_result.patterns[slot - 1];
        ++pattern.records;
        pattern.messages += m_records.count[row];
        pattern.reporters |= context.reporters;
        pattern.days |= context.days;
    }
    [[nodiscard]] Patterns &result() { return m_result; }

private:
    [[nodiscard]] quint64 hashOf(Row row, quint8 habits) const
    {
        quint64 hash = KeyIndex::mixed(
            KeyIndex::pair(m_records.address[row].value, m_records.headerFrom[row].value));
        const auto add = [&hash](quint32 a, quint32 b) {
            hash = KeyIndex::mixed(hash ^ KeyIndex::pair(a, b));
        };
        add(m_records.envelopeFrom[row].value, m_records.envelopeTo[row].value);
        add(quint32(m_records.reportedCell[row]) << 16 | quint32(m_records.computedCell[row]) << 8 |
                habits,
            quint32(m_records.disposition[row]) << 16 | m_records.flags[row]);
        for (quint32 i = m_records.dkimFirst[row]; i < m_records.dkimFirst[row + 1]; ++i) {
            add(m_dataset.dkim[i].domain.value, m_dataset.dkim[i].label.value);
            add(quint32(m_dataset.dkim[i].result), m_dataset.dkim[i].human.value);
        }
        for (quint32 i = m_records.spfFirst[row]; i < m_records.spfFirst[row + 1]; ++i) {
            add(m_dataset.spf[i].domain.value, m_dataset.spf[i].label.value);
            hash ^= quint64(m_dataset.spf[i].result) << 56;
        }
        for (quint32 i = m_records.reasonFirst[row]; i < m_records.reasonFirst[row + 1]; ++i)
            add(m_dataset.reasons[i].type.value, m_dataset.reasons[i].comment.value);
        return hash;
    }

    template <typename Entry, typename Same>
    [[nodiscard]] static bool sameEntries(const std::vector<Entry> &entries,
        const std::vector<quint32> &first, Row a, Row b, Same same)
    {
        return std::equal(entries.begin() + first[a], entries.begin() + first[a + 1],
            entries.begin() + first[b], entries.begin() + first[b + 1], same);
    }

    [[nodiscard]] bool same(Row a, Row b) const
    {
        const auto results = [](const ResultEntry &x, const ResultEntry &y) {
            return x.domain == y.domain && x.label == y.label && x.result == y.result &&
                x.human == y.human;
        };
        const auto reasons = [](const ReasonEntry &x, const ReasonEntry &y) {
            return x.type == y.type && x.comment == y.comment;
        };
        return m_records.address[a] == m_records.address[b] &&
            m_records.headerFrom[a] == m_records.headerFrom[b] &&
            m_records.envelopeFrom[a] == m_records.envelopeFrom[b] &&
            m_records.envelopeTo[a] == m_records.envelopeTo[b] &&
            m_records.reportedCell[a] == m_records.reportedCell[b] &&
            m_records.computedCell[a] == m_records.computedCell[b] &&
            m_records.disposition[a] == m_records.disposition[b] &&
            m_records.flags[a] == m_records.flags[b] &&
            sameEntries(m_dataset.dkim, m_records.dkimFirst, a, b, results) &&
            sameEntries(m_dataset.spf, m_records.spfFirst, a, b, results) &&
            sameEntries(m_dataset.reasons, m_records.reasonFirst, a, b, reasons);
    }

    [[nodiscard]] size_t slotOf(quint64 hash, Row row, quint8 habits) const
    {
        size_t slot = hash & (m_slots.size() - 1);
        while (m_slots[slot] != 0) {
            const quint32 index = m_slots[slot] - 1;
            if (m_hashes[index] == hash && m_result.patterns[index].habits == habits &&
                same(m_result.patterns[index].first, row))
                break;
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        return slot;
    }

    void grow()
    {
        m_slots.assign(m_slots.size() * 2, 0);
        for (size_t i = 0; i < m_hashes.size(); ++i) {
            size_t slot = m_hashes[i] & (m_slots.size() - 1);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = quint32(i + 1);
        }
    }

    const Dataset &m_dataset;
    const RecordColumns &m_records;
    Patterns m_result;
    std::vector<quint64> m_hashes; ///< per pattern
    std::vector<quint32> m_slots; ///< index of a pattern plus one; 0: free
};

void setBins(const Dataset &dataset, Patterns &patterns)
{
    std::vector<qint64> days;
    for (const ReportInfo &report : dataset.reports) {
        if (report.counted && report.rowCount > 0)
            days.push_back(dayOf(report.period.middle()));
    }
    if (days.empty())
        return;
    // One report with a wrong year must not squeeze all others into one bin.
    std::sort(days.begin(), days.end());
    const size_t trim = days.size() / 100;
    patterns.firstDay = days[trim];
    const qint64 span = days[days.size() - 1 - trim] - patterns.firstDay + 1;
    patterns.daysPerBin = (span + 63) / 64;
    patterns.bins = int((span + patterns.daysPerBin - 1) / patterns.daysPerBin);
}

} // namespace

bool isArcComment(QStringView comment)
{
    return comment.trimmed().startsWith(u"arc=", Qt::CaseInsensitive);
}

std::vector<quint8> reporterHabits(const Dataset &dataset)
{
    KeyIndex reporters;
    std::vector<Conduct> conducts;
    for (const ReportInfo &report : dataset.reports) {
        const quint32 index = reporters.of(report.reporter.value);
        conducts.resize(reporters.size());
        for (Row row = report.firstRow; report.counted && row < report.firstRow + report.rowCount;
             ++row)
            observe(dataset, row, isEnforcing(report.policy), conducts[index]);
    }
    std::vector<quint8> habits(dataset.strings.size(), 0);
    for (quint32 i = 0; i < conducts.size(); ++i)
        habits[reporters.key(i)] = habitsOf(conducts[i]);
    return habits;
}

Patterns patternsOf(const Dataset &dataset)
{
    const std::vector<quint8> habits = reporterHabits(dataset);
    KeyIndex reporters;
    Grouping grouping(dataset);
    Patterns &result = grouping.result();
    setBins(dataset, result);
    for (const ReportInfo &report : dataset.reports) {
        Pattern context;
        context.habits = habits[report.reporter.value];
        context.reporters = quint64(1) << (reporters.of(report.reporter.value) % 64);
        const qint64 bin = (dayOf(report.period.middle()) - result.firstDay) / result.daysPerBin;
        context.days = quint64(1) << std::clamp<qint64>(bin, 0, result.bins - 1);
        for (Row row = report.firstRow; row < report.firstRow + report.rowCount; ++row)
            grouping.add(row, context, report.counted);
    }
    return std::move(result);
}

} // namespace sekisho
