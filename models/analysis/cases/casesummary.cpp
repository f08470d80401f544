// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/casesummary.h"

#include <algorithm>
#include <numeric>

namespace sekisho {

namespace {

/// Adds one record to what is known of its sender; certainty holds sums until the end.
void add(CaseSender &sender, const ShortVerdict &verdict, const Dataset &dataset, Row row)
{
    const auto at = size_t(verdict.mailCase);
    const qint64 count = dataset.records.count[row];
    if (sender.messages[at] == 0) {
        sender.example[at] = row;
        sender.pinned[at] = true;
    }
    if (count > dataset.records.count[sender.example[at]])
        sender.example[at] = row;
    sender.messages[at] += count;
    sender.certainty[at] += double(count) * double(verdict.probability);
    sender.pinned[at] = sender.pinned[at] && verdict.pinned;
    sender.replay |= verdict.replay;
}

void finish(CaseSummary &summary)
{
    std::erase_if(summary.senders, [](const CaseSender &sender) { return sender.total() == 0; });
    for (CaseSender &sender : summary.senders) {
        for (size_t i = 0; i < sender.messages.size(); ++i) {
            if (sender.messages[i] > 0)
                sender.certainty[i] /= double(sender.messages[i]);
        }
        const MailCase main = sender.mailCase();
        summary.needing += main == MailCase::Spoof || main == MailCase::Misconfigured;
    }
    std::stable_sort(summary.senders.begin(), summary.senders.end(),
        [](const CaseSender &a, const CaseSender &b) { return a.total() > b.total(); });
}

/// Those without messages are left out.
void addBySender(
    CaseSummary &summary, const Dataset &dataset, const std::vector<CaseCounts> &ofAddress)
{
    for (size_t i = 0; i < ofAddress.size(); ++i) {
        if (ofAddress[i] != CaseCounts{})
            summary.bySender.insert(dataset.addressText(AddressId{quint32(i)}), ofAddress[i]);
    }
    for (const CaseSender &sender : summary.senders)
        summary.bySender.insert(sender.key, sender.messages);
}

} // namespace

MailCase mainCase(const CaseCounts &messages)
{
    return MailCase(std::max_element(messages.begin(), messages.end()) - messages.begin());
}

bool isMixed(const CaseCounts &messages)
{
    const qint64 total = std::accumulate(messages.begin(), messages.end(), qint64(0));
    const qint64 rest = total - messages[size_t(mainCase(messages))];
    return rest > 0 && rest * 10 >= total;
}

qint64 CaseSender::total() const
{
    return std::accumulate(messages.begin(), messages.end(), qint64(0));
}

qint64 CaseSummary::total() const
{
    return std::accumulate(messages.begin(), messages.end(), qint64(0));
}

CaseSummary caseSummaryOf(const Judgement &judgement, const Dataset &dataset,
    const SenderIndex &senders, Filter filter, const Stop &stop)
{
    filter.cases.clear();
    CaseSummary summary;
    const std::vector<Row> rows = select(dataset, senders, filter, stop);
    summary.messages = caseCounts(judgement, dataset, rows);
    const auto groupOf = [&](Row row) { return senders.group[dataset.records.address[row].value]; };
    std::vector<bool> seen(senders.groups.size(), false);
    for (Row row : rows)
        seen[groupOf(row)] = true;
    std::vector<quint32> places(senders.groups.size(), 0);
    for (size_t group = 0; group < seen.size(); ++group) {
        if (!seen[group])
            continue;
        places[group] = quint32(summary.senders.size());
        CaseSender &sender = summary.senders.emplace_back();
        sender.key = senders.groups[group].key();
        sender.label = senders.groups[group].label();
    }
    std::vector<CaseCounts> ofAddress(dataset.addresses.size());
    for (Row row : rows) {
        const ShortVerdict &verdict = judgement.of(row);
        add(summary.senders[places[groupOf(row)]], verdict, dataset, row);
        ofAddress[dataset.records.address[row].value][size_t(verdict.mailCase)] += dataset.records.count[row];
    }
    finish(summary);
    addBySender(summary, dataset, ofAddress);
    return summary;
}

std::vector<Row> rowsOfCase(const Judgement &judgement, const Dataset &dataset,
    const SenderIndex &senders, Filter filter, const QString &sender,
    std::optional<MailCase> mailCase, size_t most, const Stop &stop)
{
    filter.cases.clear();
    const std::optional<quint32> group = senders.find(sender);
    std::vector<Row> rows = select(dataset, senders, filter, stop);
    std::erase_if(rows, [&](Row row) {
        return senders.group[dataset.records.address[row].value] != group ||
            (mailCase && judgement.of(row).mailCase != *mailCase);
    });
    const auto more = [&dataset](Row a, Row b) {
        return dataset.records.count[a] > dataset.records.count[b];
    };
    std::stable_sort(rows.begin(), rows.end(), more);
    rows.resize(std::min(rows.size(), most));
    return rows;
}

} // namespace sekisho
