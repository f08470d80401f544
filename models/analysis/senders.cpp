// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senders.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sekisho {

namespace {

/// What is collected of an address or group before it becomes a Sender.
struct Gathered {
    Sender sender;
    QHash<quint32, qint64> headerFroms; ///< string id to messages
    QSet<quint32> reporters; ///< string ids
};

void addRow(Gathered &gathered, const Dataset &dataset, Row row, int cell, size_t bin, size_t bins)
{
    const RecordColumns &records = dataset.records;
    const ReportInfo &report = dataset.reports[records.report[row]];
    const qint64 count = records.count[row];
    Sender &sender = gathered.sender;
    if (sender.counts.records == 0)
        sender.days.assign(bins, 0);
    sender.seen = sender.seen.united(report.period);
    sender.counts.add(count, Cell::at(cell));
    sender.matrix.messages[size_t(cell)] += count;
    ++sender.matrix.records[size_t(cell)];
    if (bin < bins)
        sender.days[bin] += count;
    gathered.headerFroms[records.headerFrom[row].value] += count;
    gathered.reporters.insert(report.reporter.value);
}

void settle(Gathered &gathered, const Dataset &dataset)
{
    qint64 most = -1;
    quint32 best = 0;
    for (auto it = gathered.headerFroms.cbegin(); it != gathered.headerFroms.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < best)) {
            most = it.value();
            best = it.key();
        }
    }
    gathered.sender.headerFrom = dataset.text({best});
    gathered.sender.headerFroms = int(gathered.headerFroms.size());
    gathered.sender.reporters = int(gathered.reporters.size());
}

void merge(Gathered &group, const Gathered &address)
{
    Sender &into = group.sender;
    const Sender &from = address.sender;
    if (into.counts.records == 0)
        into.days.assign(from.days.size(), 0);
    into.seen = into.seen.united(from.seen);
    into.counts += from.counts;
    for (size_t i = 0; i < into.matrix.messages.size(); ++i) {
        into.matrix.messages[i] += from.matrix.messages[i];
        into.matrix.records[i] += from.matrix.records[i];
    }
    for (size_t i = 0; i < into.days.size(); ++i)
        into.days[i] += from.days[i];
    for (auto it = address.headerFroms.cbegin(); it != address.headerFroms.cend(); ++it)
        group.headerFroms[it.key()] += it.value();
    group.reporters.unite(address.reporters);
}

bool comesFirst(const Sender &a, const Sender &b)
{
    return a.counts.messages != b.counts.messages ? a.counts.messages > b.counts.messages : a.key < b.key;
}

/// The bin of each report, by its middle.
std::vector<size_t> binsOfReports(const Dataset &dataset, const std::vector<DateSpan> &bins)
{
    std::vector<size_t> result(dataset.reports.size(), bins.size());
    if (bins.empty())
        return result;
    const qint64 start = bins.front().begin;
    const qint64 width = bins.front().length();
    for (size_t i = 0; i < result.size(); ++i) {
        const qint64 offset = dataset.reports[i].period.middle() - start;
        if (offset >= 0 && offset / width < qint64(bins.size()))
            result[i] = size_t(offset / width);
    }
    return result;
}

} // namespace

std::vector<Sender> sendersOf(const Dataset &dataset, const SenderIndex &index, Basis basis,
    const std::vector<Row> &rows, const std::vector<DateSpan> &bins)
{
    const std::vector<size_t> binOf = binsOfReports(dataset, bins);
    std::vector<qint32> slot(dataset.addresses.size(), -1);
    std::vector<Gathered> addresses;
    std::vector<quint32> addressIds;
    for (Row row : rows) {
        const quint32 address = dataset.records.address[row].value;
        if (slot[address] < 0) {
            slot[address] = qint32(addresses.size());
            addresses.emplace_back();
            addressIds.push_back(address);
        }
        addRow(addresses[size_t(slot[address])], dataset, row, cellOf(dataset, row, basis),
            binOf[dataset.records.report[row]], bins.size());
    }
    std::vector<Gathered> groups(index.keys.size());
    for (size_t i = 0; i < addresses.size(); ++i) {
        Gathered &address = addresses[i];
        settle(address, dataset);
        const quint32 group = index.group[addressIds[i]];
        address.sender.key = address.sender.label = dataset.text(dataset.addresses[addressIds[i]].text);
        address.sender.host = index.hostOf({addressIds[i]});
        address.sender.hosts = address.sender.host.isEmpty() ? 0 : 1;
        merge(groups[group], address);
        groups[group].sender.addresses.push_back(std::move(address.sender));
    }
    std::vector<Sender> senders;
    for (size_t i = 0; i < groups.size(); ++i) {
        Sender &sender = groups[i].sender;
        if (sender.addresses.empty())
            continue;
        settle(groups[i], dataset);
        sender.key = index.keys[i];
        sender.label = index.labels[i];
        std::sort(sender.addresses.begin(), sender.addresses.end(), comesFirst);
        QSet<QString> hosts;
        for (const Sender &address : sender.addresses) {
            if (!address.host.isEmpty())
                hosts.insert(address.host);
        }
        sender.hosts = int(hosts.size());
        for (const Sender &address : sender.addresses) {
            if (sender.host.isEmpty())
                sender.host = address.host;
        }
        senders.push_back(std::move(sender));
    }
    std::sort(senders.begin(), senders.end(), comesFirst);
    return senders;
}

} // namespace sekisho
