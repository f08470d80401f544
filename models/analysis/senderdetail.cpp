// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senderdetail.h"

#include "analysis/breakdown.h"

#include <QHash>

#include <algorithm>

namespace sekisho {

namespace {

struct ResultKey {
    SeenResult::Mechanism mechanism;
    StringId domain;
    StringId label;
    AuthResult result;
    StringId written; ///< only of words outside the standards

    bool operator==(const ResultKey &) const = default;
};

size_t qHash(const ResultKey &key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.mechanism), key.domain.value, key.label.value, int(key.result),
        key.written.value);
}

struct ResultCount {
    qint64 messages = 0;
    Row last = 0; ///< row counted last plus one, so that a result given twice counts once
};

/// Counts by string ids; texts come in at the end.
struct Gathered {
    QHash<quint32, Counts> hosts; ///< by index into SenderIndex::names
    QHash<quint32, Counts> headerFroms;
    QHash<quint32, Counts> reporters;
    QHash<ResultKey, ResultCount> results;
};

/// Which addresses a sender's key covers: those of its group, or the one address.
std::vector<bool> addressesOf(
    const Dataset &dataset, const SenderIndex &senders, const QString &key)
{
    const std::optional<quint32> group = senders.find(key);
    const std::optional<IpAddress> ip = IpAddress::parse(key);
    std::vector<bool> covered(dataset.addresses.size());
    for (size_t i = 0; i < covered.size(); ++i) {
        covered[i] = group ? senders.group[i] == *group
                           : dataset.isNamed(dataset.addresses[i], key, ip);
    }
    return covered;
}

void addResults(Gathered &gathered, const std::vector<ResultEntry> &entries,
    const std::vector<quint32> &first, SeenResult::Mechanism mechanism, Row row, qint64 messages)
{
    for (quint32 i = first[row]; i < first[row + 1]; ++i) {
        const ResultEntry &entry = entries[i];
        const StringId written =
            entry.result == AuthResult::Unknown ? entry.resultText : StringId();
        ResultCount &count =
            gathered.results[{mechanism, entry.domain, entry.label, entry.result, written}];
        if (count.last == row + 1)
            continue;
        count.last = row + 1;
        count.messages += messages;
    }
}

template <typename TextOf>
std::vector<Share> sharesOf(const QHash<quint32, Counts> &counts, TextOf textOf)
{
    std::vector<Share> shares;
    shares.reserve(size_t(counts.size()));
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        shares.push_back({textOf(it.key()), textOf(it.key()), it.value(), 0});
    std::sort(shares.begin(), shares.end(), [](const Share &a, const Share &b) {
        return a.counts.messages != b.counts.messages ? a.counts.messages > b.counts.messages
                                                      : a.key < b.key;
    });
    shares.resize(std::min(shares.size(), SenderDetail::mostLines));
    return shares;
}

std::vector<SeenResult> resultsOf(
    const Dataset &dataset, const QHash<ResultKey, ResultCount> &counts)
{
    std::vector<SeenResult> results;
    results.reserve(size_t(counts.size()));
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const ResultKey &key = it.key();
        const QString said =
            key.result == AuthResult::Unknown ? dataset.text(key.written) : word(key.result);
        results.push_back({key.mechanism, dataset.text(key.domain), dataset.text(key.label), said,
            key.result == AuthResult::Pass, it.value().messages});
    }
    const auto rest = [](const SeenResult &result) {
        return std::tie(result.mechanism, result.domain, result.label, result.result);
    };
    std::sort(results.begin(), results.end(), [&rest](const SeenResult &a, const SeenResult &b) {
        return a.messages != b.messages ? a.messages > b.messages : rest(a) < rest(b);
    });
    results.resize(std::min(results.size(), SenderDetail::mostLines));
    return results;
}

/// The rows with most messages, in their order.
std::vector<Row> largest(const Dataset &dataset, std::vector<Row> rows, size_t most)
{
    if (rows.size() <= most)
        return rows;
    const std::vector<qint64> &count = dataset.records.count;
    std::nth_element(rows.begin(), rows.begin() + ptrdiff_t(most), rows.end(),
        [&count](Row a, Row b) { return count[a] != count[b] ? count[a] > count[b] : a < b; });
    rows.resize(most);
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace

SenderDetail senderDetailOf(const Dataset &dataset, const SenderIndex &senders,
    const std::vector<Row> &rows, const Filter &filter, const QString &key, size_t mostRows,
    const Stop &stop)
{
    const std::vector<bool> covered = addressesOf(dataset, senders, key);
    const RecordColumns &records = dataset.records;
    SenderDetail detail;
    detail.key = key;
    std::vector<Row> own;
    Gathered gathered;
    for (Row row : rows) {
        const quint32 address = records.address[row].value;
        if (!covered[address])
            continue;
        if (stop.requested())
            return detail;
        const qint64 count = records.count[row];
        const Cell cell = Cell::at(cellOf(dataset, row, filter.basis));
        own.push_back(row);
        detail.messages += count;
        if (const quint32 host = senders.host[address].value)
            gathered.hosts[host].add(count, cell);
        gathered.headerFroms[records.headerFrom[row].value].add(count, cell);
        gathered.reporters[dataset.reports[records.report[row]].reporter.value].add(count, cell);
        addResults(
            gathered, dataset.dkim, records.dkimFirst, SeenResult::Mechanism::Dkim, row, count);
        addResults(gathered, dataset.spf, records.spfFirst, SeenResult::Mechanism::Spf, row, count);
    }
    const auto text = [&dataset](quint32 id) { return dataset.text({id}); };
    detail.records = qint64(own.size());
    detail.hosts = sharesOf(gathered.hosts, [&senders](quint32 id) { return senders.names[id]; });
    detail.headerFroms = sharesOf(gathered.headerFroms, text);
    detail.reporters = sharesOf(gathered.reporters, text);
    detail.results = resultsOf(dataset, gathered.results);
    detail.days = timelineOf(daysOf(dataset, sumsOf(dataset, filter.basis, own).reports));
    detail.rows = largest(dataset, std::move(own), mostRows);
    return detail;
}

} // namespace sekisho
