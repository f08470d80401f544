// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/outcomekey.h"

#include "base/keyindex.h"

#include <algorithm>

namespace sekisho {

namespace {

template <typename Visit> void forEachTextColumn(const RecordColumns &columns, const Visit &visit)
{
    for (const auto *column : {&columns.headerFrom, &columns.envelopeFrom, &columns.envelopeTo,
             &columns.dispositionText, &columns.dkimEvaluatedText, &columns.spfEvaluatedText})
        visit(*column);
}

bool same(const ResultEntry &a, const ResultEntry &b)
{
    return a.domain == b.domain && a.label == b.label && a.human == b.human &&
        a.result == b.result && a.resultText == b.resultText;
}

bool same(const ReasonEntry &a, const ReasonEntry &b)
{
    return a.type == b.type && a.comment == b.comment;
}

template <typename T>
bool sameEntries(const std::vector<T> &entries, const std::vector<quint32> &firsts, Row a, Row b)
{
    const auto begin = entries.begin();
    return std::equal(begin + firsts[a], begin + firsts[a + 1], begin + firsts[b],
        begin + firsts[b + 1], [](const T &x, const T &y) { return same(x, y); });
}

} // namespace

quint64 outcomeHash(const Dataset &dataset, Row row)
{
    const RecordColumns &columns = dataset.records;
    quint64 hash = quint64(columns.disposition[row]) | quint64(columns.reportedCell[row]) << 8 |
        quint64(columns.computedCell[row]) << 16 | quint64(columns.dkimReason[row]) << 24 |
        quint64(columns.spfReason[row]) << 32 | quint64(columns.flags[row]) << 40;
    const auto add = [&hash](quint64 value) { hash = KeyIndex::mixed(hash ^ value); };
    forEachTextColumn(
        columns, [&](const std::vector<StringId> &column) { add(column[row].value); });
    const auto addResults = [&](const std::vector<ResultEntry> &entries,
                                const std::vector<quint32> &firsts) {
        add(firsts[row + 1] - firsts[row]);
        for (quint32 i = firsts[row]; i < firsts[row + 1]; ++i) {
            add(KeyIndex::pair(entries[i].domain.value, entries[i].label.value));
            add(KeyIndex::pair(entries[i].human.value, entries[i].resultText.value));
            add(quint64(entries[i].result));
        }
    };
    addResults(dataset.dkim, columns.dkimFirst);
    addResults(dataset.spf, columns.spfFirst);
    for (quint32 i = columns.reasonFirst[row]; i < columns.reasonFirst[row + 1]; ++i)
        add(KeyIndex::pair(dataset.reasons[i].type.value, dataset.reasons[i].comment.value));
    return hash;
}

bool sameOutcome(const Dataset &dataset, Row a, Row b)
{
    const RecordColumns &columns = dataset.records;
    bool equal = columns.disposition[a] == columns.disposition[b] &&
        columns.reportedCell[a] == columns.reportedCell[b] &&
        columns.computedCell[a] == columns.computedCell[b] &&
        columns.dkimReason[a] == columns.dkimReason[b] &&
        columns.spfReason[a] == columns.spfReason[b] && columns.flags[a] == columns.flags[b];
    forEachTextColumn(columns,
        [&](const std::vector<StringId> &column) { equal = equal && column[a] == column[b]; });
    return equal && sameEntries(dataset.dkim, columns.dkimFirst, a, b) &&
        sameEntries(dataset.spf, columns.spfFirst, a, b) &&
        sameEntries(dataset.reasons, columns.reasonFirst, a, b);
}

} // namespace sekisho
