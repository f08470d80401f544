// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senders.h"

#include <QSet>
#include <QThread>
#include <QtConcurrentMap>

#include <algorithm>
#include <numeric>
#include <span>

namespace sekisho {

namespace {

/// What the rows of a sender need of their report.
struct ReportFacts {
    DateSpan period;
    StringId reporter;
    quint32 bin = 0; ///< by the middle of the period; as many as there are bins: none
};

/// What a sender needs of a row.
struct RowFacts {
    qint64 count = 0;
    quint32 report = 0;
    StringId headerFrom;
    quint8 cell = 0;
};

/// The rows sorted by address, the addresses sorted by group: what belongs together is gathered
/// without looking anything up.
struct Order {
    std::vector<quint32> addresses; ///< by group
    std::vector<quint32> groupStarts; ///< per group where its addresses begin; one more for the end
    std::vector<RowFacts> rows;
    std::vector<quint32> rowStarts; ///< per place in `addresses` where its rows begin; likewise
};

/// Messages per string, cleared in the time of what was added.
class Tally final {
public:
    explicit Tally(size_t strings)
        : m_messages(strings, -1)
    {
    }

    void add(StringId id, qint64 messages)
    {
        qint64 &sum = m_messages[id.value];
        if (sum < 0) {
            sum = 0;
            m_seen.push_back(id);
        }
        sum += messages;
    }
    /// The one with most messages; of equal ones the first known.
    [[nodiscard]] StringId most() const
    {
        return *std::min_element(m_seen.begin(), m_seen.end(), [this](StringId a, StringId b) {
            const qint64 ofA = m_messages[a.value];
            const qint64 ofB = m_messages[b.value];
            return ofA != ofB ? ofA > ofB : a < b;
        });
    }
    [[nodiscard]] int size() const { return int(m_seen.size()); }
    void clear()
    {
        for (StringId id : m_seen)
            m_messages[id.value] = -1;
        m_seen.clear();
    }

private:
    std::vector<qint64> m_messages;
    std::vector<StringId> m_seen;
};

/// Where the items of each key begin when sorted by key; one more for the end.
template <typename KeyOf> std::vector<quint32> startsOf(size_t items, size_t keys, KeyOf keyOf)
{
    std::vector<quint32> starts(keys + 1, 0);
    for (size_t i = 0; i < items; ++i)
        ++starts[keyOf(i) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    return starts;
}

Order orderOf(
    const Dataset &dataset, const SenderIndex &index, Basis basis, const std::vector<Row> &rows)
{
    const RecordColumns &records = dataset.records;
    const size_t count = dataset.addresses.size();
    Order order;
    order.groupStarts =
        startsOf(count, index.keys.size(), [&](size_t i) { return index.group[i]; });
    order.addresses.resize(count);
    std::vector<quint32> placeOf(count);
    std::vector<quint32> next = order.groupStarts;
    for (quint32 address = 0; address < count; ++address) {
        placeOf[address] = next[index.group[address]]++;
        order.addresses[placeOf[address]] = address;
    }
    const auto place = [&](size_t i) { return placeOf[records.address[rows[i]].value]; };
    order.rowStarts = startsOf(rows.size(), count, place);
    order.rows.resize(rows.size());
    next = order.rowStarts;
    for (size_t i = 0; i < rows.size(); ++i) {
        const Row row = rows[i];
        order.rows[next[place(i)]++] = {records.count[row], records.report[row],
            records.headerFrom[row], quint8(cellOf(dataset, row, basis))};
    }
    return order;
}

std::vector<ReportFacts> factsOf(const Dataset &dataset, const std::vector<DateSpan> &bins)
{
    std::vector<ReportFacts> facts;
    facts.reserve(dataset.reports.size());
    for (const ReportInfo &report : dataset.reports) {
        quint32 bin = quint32(bins.size());
        if (!bins.empty()) {
            const qint64 offset = report.period.middle() - bins.front().begin;
            const qint64 width = bins.front().length();
            if (offset >= 0 && offset / width < qint64(bins.size()))
                bin = quint32(offset / width);
        }
        facts.push_back({report.period, report.reporter, bin});
    }
    return facts;
}

bool comesFirst(const Sender &a, const Sender &b)
{
    return a.counts.messages != b.counts.messages ? a.counts.messages > b.counts.messages
                                                  : a.key < b.key;
}

std::vector<Sender *> pointersTo(std::vector<Sender> &senders)
{
    std::vector<Sender *> pointers;
    for (Sender &sender : senders)
        pointers.push_back(&sender);
    return pointers;
}

/// Takes senders in their order; they are large, so that only pointers are sorted.
std::vector<Sender> sorted(std::vector<Sender *> senders)
{
    std::sort(senders.begin(), senders.end(),
        [](const Sender *a, const Sender *b) { return comesFirst(*a, *b); });
    std::vector<Sender> result;
    result.reserve(senders.size());
    for (Sender *sender : senders)
        result.push_back(std::move(*sender));
    return result;
}

/// Makes the senders of some of the groups.
class Gatherer final {
public:
    Gatherer(const Dataset &dataset, const SenderIndex &index, const Order &order,
        const std::vector<ReportFacts> &reports, size_t bins)
        : m_dataset(dataset)
        , m_index(index)
        , m_order(order)
        , m_reports(reports)
        , m_bins(bins)
        , m_headerFroms(dataset.strings.size())
        , m_reporters(dataset.strings.size())
        , m_groupHeaderFroms(dataset.strings.size())
        , m_groupReporters(dataset.strings.size())
    {
    }

    [[nodiscard]] bool hasRows(quint32 group) const
    {
        return m_order.rowStarts[m_order.groupStarts[group]] <
            m_order.rowStarts[m_order.groupStarts[group + 1]];
    }
    [[nodiscard]] Sender groupOf(quint32 group);

private:
    [[nodiscard]] Sender addressAt(quint32 place);
    void addRow(Sender &sender, const RowFacts &row);
    void settle(Sender &sender, Tally &headerFroms, Tally &reporters) const;

    const Dataset &m_dataset;
    const SenderIndex &m_index;
    const Order &m_order;
    const std::vector<ReportFacts> &m_reports;
    size_t m_bins;
    Tally m_headerFroms; // of the address, as those below of its group
    Tally m_reporters;
    Tally m_groupHeaderFroms;
    Tally m_groupReporters;
};

void Gatherer::addRow(Sender &sender, const RowFacts &row)
{
    const ReportFacts &report = m_reports[row.report];
    sender.seen = sender.seen.united(report.period);
    sender.counts.add(row.count, Cell::at(row.cell));
    sender.matrix.messages[row.cell] += row.count;
    ++sender.matrix.records[row.cell];
    if (report.bin < m_bins)
        sender.days[report.bin] += row.count;
    m_headerFroms.add(row.headerFrom, row.count);
    m_groupHeaderFroms.add(row.headerFrom, row.count);
    m_reporters.add(report.reporter, 0);
    m_groupReporters.add(report.reporter, 0);
}

void Gatherer::settle(Sender &sender, Tally &headerFroms, Tally &reporters) const
{
    sender.headerFrom = m_dataset.text(headerFroms.most());
    sender.headerFroms = headerFroms.size();
    sender.reporters = reporters.size();
    headerFroms.clear();
    reporters.clear();
}

Sender Gatherer::addressAt(quint32 place)
{
    const quint32 address = m_order.addresses[place];
    const auto rows = std::span(m_order.rows)
                          .subspan(m_order.rowStarts[place],
                              m_order.rowStarts[place + 1] - m_order.rowStarts[place]);
    Sender sender;
    sender.key = sender.label = m_dataset.addressText(m_dataset.addresses[address]);
    sender.host = m_index.hostOf({address});
    sender.hosts = sender.host.isEmpty() ? 0 : 1;
    sender.days.assign(m_bins, 0);
    for (const RowFacts &row : rows)
        addRow(sender, row);
    sender.classes[size_t(m_index.classOf({address}))] = sender.counts.messages;
    settle(sender, m_headerFroms, m_reporters);
    return sender;
}

void merge(Sender &into, const Sender &from)
{
    into.seen = into.seen.united(from.seen);
    into.counts += from.counts;
    for (size_t i = 0; i < into.matrix.messages.size(); ++i) {
        into.matrix.messages[i] += from.matrix.messages[i];
        into.matrix.records[i] += from.matrix.records[i];
    }
    for (size_t i = 0; i < into.classes.size(); ++i)
        into.classes[i] += from.classes[i];
    for (size_t i = 0; i < into.days.size(); ++i)
        into.days[i] += from.days[i];
}

Sender Gatherer::groupOf(quint32 group)
{
    Sender sender;
    for (quint32 place = m_order.groupStarts[group]; place < m_order.groupStarts[group + 1];
         ++place) {
        if (m_order.rowStarts[place] < m_order.rowStarts[place + 1])
            sender.addresses.push_back(addressAt(place));
    }
    sender.key = m_index.keys[group];
    sender.label = m_index.labels[group];
    sender.days.assign(m_bins, 0);
    for (const Sender &address : sender.addresses)
        merge(sender, address);
    settle(sender, m_groupHeaderFroms, m_groupReporters);
    sender.addresses = sorted(pointersTo(sender.addresses));
    QSet<QString> hosts;
    for (const Sender &address : sender.addresses) {
        if (sender.host.isEmpty())
            sender.host = address.host;
        if (!address.host.isEmpty())
            hosts.insert(address.host);
    }
    sender.hosts = int(hosts.size());
    return sender;
}

/// A run of groups and what one thread makes of it.
struct Portion {
    quint32 first = 0;
    quint32 end = 0;
    std::vector<Sender> senders;
};

/// Runs of groups with about as many rows each.
std::vector<Portion> portionsOf(const Order &order, size_t count)
{
    const auto groups = quint32(order.groupStarts.size() - 1);
    std::vector<Portion> portions(count);
    quint32 group = 0;
    for (size_t i = 0; i < count; ++i) {
        portions[i].first = group;
        while (group < groups &&
            order.rowStarts[order.groupStarts[group]] < order.rows.size() * (i + 1) / count)
            ++group;
        portions[i].end = group;
    }
    portions.back().end = groups;
    return portions;
}

} // namespace

SenderClass Sender::senderClass() const
{
    return SenderClass(std::max_element(classes.begin(), classes.end()) - classes.begin());
}

bool Sender::isOfSeveralClasses() const
{
    return std::count(classes.begin(), classes.end(), 0) < std::ptrdiff_t(classes.size()) - 1;
}

std::vector<Sender> sendersOf(const Dataset &dataset, const SenderIndex &index, Basis basis,
    const std::vector<Row> &rows, const std::vector<DateSpan> &bins)
{
    // Below this a second thread would have little to do.
    constexpr size_t leastRows = 4096;
    if (rows.empty())
        return {};
    const Order order = orderOf(dataset, index, basis, rows);
    const std::vector<ReportFacts> reports = factsOf(dataset, bins);
    const auto threads = size_t(std::max(1, QThread::idealThreadCount()));
    std::vector<Portion> portions =
        portionsOf(order, std::clamp(rows.size() / leastRows, size_t(1), threads));
    QtConcurrent::blockingMap(portions, [&](Portion &portion) {
        Gatherer gatherer(dataset, index, order, reports, bins.size());
        for (quint32 group = portion.first; group < portion.end; ++group) {
            if (gatherer.hasRows(group))
                portion.senders.push_back(gatherer.groupOf(group));
        }
    });
    std::vector<Sender *> senders;
    for (Portion &portion : portions) {
        for (Sender &sender : portion.senders)
            senders.push_back(&sender);
    }
    return sorted(std::move(senders));
}

} // namespace sekisho
