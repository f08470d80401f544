// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sendermaker.h"

#include <algorithm>

namespace sekisho {

namespace {

/// The one with most messages; of equal ones the first known.
StringId mostOf(const Tally &tally)
{
    const auto &seen = tally.seen();
    const auto most = std::min_element(seen.begin(), seen.end(), [&tally](quint32 a, quint32 b) {
        const qint64 ofA = tally.messages(a);
        const qint64 ofB = tally.messages(b);
        return ofA != ofB ? ofA > ofB : a < b;
    });
    return most == seen.end() ? StringId() : StringId{*most};
}

} // namespace

SenderClass Sender::senderClass() const
{
    const auto most = std::max_element(classes.begin(), classes.end());
    // Records may report no message at all.
    return *most > 0 ? SenderClass(most - classes.begin()) : SenderClass::Unauthorised;
}

bool Sender::isOfSeveralClasses() const
{
    return std::count(classes.begin(), classes.end(), 0) < std::ptrdiff_t(classes.size()) - 1;
}

SenderMaker::SenderMaker(const Dataset &dataset, const SenderIndex &index, const Results &results)
    : m_dataset(dataset)
    , m_index(index)
    , m_results(results)
    , m_headerFroms(dataset.strings.size())
    , m_reporters(dataset.strings.size())
    , m_addresses(dataset.addresses.size())
{
    m_reports.reserve(dataset.reports.size());
    for (const ReportInfo &report : dataset.reports)
        m_reports.push_back(factsOf(report));
}

SenderMaker::ReportFacts SenderMaker::factsOf(const ReportInfo &report) const
{
    const std::vector<DateSpan> &bins = m_results.bins;
    auto bin = quint32(bins.size());
    if (!bins.empty()) {
        const qint64 offset = report.period.middle() - bins.front().begin;
        const qint64 width = bins.front().length();
        if (offset >= 0 && offset / width < qint64(bins.size()))
            bin = quint32(offset / width);
    }
    return {report.period, report.reporter.value, bin};
}

Sender SenderMaker::senderOf(std::span<const Row> rows)
{
    const RecordColumns &records = m_dataset.records;
    Sender sender;
    sender.days.assign(m_results.bins.size(), 0);
    for (Row row : rows) {
        const ReportFacts &report = m_reports[records.report[row]];
        const qint64 count = records.count[row];
        sender.seen = sender.seen.united(report.period);
        sender.matrix.add(cellOf(m_dataset, row, m_results.basis), count);
        sender.classes[size_t(m_index.classOf(records.address[row]))] += count;
        if (report.bin < sender.days.size())
            sender.days[report.bin] += count;
        m_headerFroms.add(records.headerFrom[row].value, count);
        m_reporters.add(report.reporter, 0);
    }
    sender.counts = sender.matrix.counts();
    sender.headerFrom = m_dataset.text(mostOf(m_headerFroms));
    sender.headerFroms = m_headerFroms.size();
    sender.reporters = m_reporters.size();
    m_headerFroms.clear();
    m_reporters.clear();
    return sender;
}

/// The name of the address with most messages that has one, and how many names there are.
void SenderMaker::addHosts(Sender &sender, std::span<const Row> rows)
{
    for (Row row : rows) {
        const AddressId address = m_dataset.records.address[row];
        if (m_index.host[address.value].value != 0)
            m_addresses.add(address.value, m_dataset.records.count[row]);
    }
    std::vector<quint32> addresses = m_addresses.seen();
    const auto text = [this](quint32 address) {
        return m_dataset.addressText(m_dataset.addresses[address]);
    };
    const auto first =
        std::min_element(addresses.begin(), addresses.end(), [&](quint32 a, quint32 b) {
            const qint64 ofA = m_addresses.messages(a);
            const qint64 ofB = m_addresses.messages(b);
            return ofA != ofB ? ofA > ofB : text(a) < text(b);
        });
    if (first != addresses.end())
        sender.host = m_index.hostOf({*first});
    for (quint32 &address : addresses)
        address = m_index.host[address].value;
    std::sort(addresses.begin(), addresses.end());
    sender.hosts = int(std::unique(addresses.begin(), addresses.end()) - addresses.begin());
    m_addresses.clear();
}

Sender SenderMaker::groupAt(size_t place)
{
    const SenderRows &where = m_results.senders.senders[place];
    const auto rows = std::span(m_results.senders.rows).subspan(where.first, where.count);
    const SenderGroup &group = m_index.groups[where.group];
    Sender sender = senderOf(rows);
    sender.key = group.key();
    sender.label = group.label();
    if (m_index.names.size() > 1)
        addHosts(sender, rows);
    return sender;
}

Sender SenderMaker::addressOf(AddressId address, std::span<const Row> rows)
{
    Sender sender = senderOf(rows);
    sender.key = sender.label = m_dataset.addressText(address);
    sender.host = m_index.hostOf(address);
    sender.hosts = sender.host.isEmpty() ? 0 : 1;
    return sender;
}

std::vector<Sender> SenderMaker::addressesAt(size_t place)
{
    const SenderRows &where = m_results.senders.senders[place];
    const auto begin = m_results.senders.rows.begin() + where.first;
    std::vector<Row> rows(begin, begin + where.count);
    const auto addressOfRow = [this](Row row) { return m_dataset.records.address[row]; };
    std::stable_sort(
        rows.begin(), rows.end(), [&](Row a, Row b) { return addressOfRow(a) < addressOfRow(b); });
    std::vector<Sender> addresses;
    for (size_t first = 0; first < rows.size();) {
        const AddressId address = addressOfRow(rows[first]);
        size_t end = first;
        while (end < rows.size() && addressOfRow(rows[end]) == address)
            ++end;
        addresses.push_back(addressOf(address, std::span(rows).subspan(first, end - first)));
        first = end;
    }
    std::sort(addresses.begin(), addresses.end(), [](const Sender &a, const Sender &b) {
        return a.counts.messages != b.counts.messages ? a.counts.messages > b.counts.messages
                                                      : a.key < b.key;
    });
    return addresses;
}

Sender SenderMaker::wholeAt(size_t place)
{
    Sender sender = groupAt(place);
    sender.addresses = addressesAt(place);
    return sender;
}

} // namespace sekisho
