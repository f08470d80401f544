// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senders.h"

#include "base/parallel.h"

#include <QThread>
#include <QtEndian>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <span>

namespace sekisho {

namespace {

constexpr size_t mostOfACell = 8;

/// Messages of a group in one cell.
struct CellSum {
    quint32 group = 0;
    qint64 messages = 0;
    qint64 records = 0;
};

using Letters = std::array<char, 16>;

/// The first letters of a key (ASCII) as numbers in the same order: enough to sort most by their
/// keys without making these texts.
struct KeyStart {
    quint64 first = 0;
    quint64 next = 0;

    KeyStart() = default;
    explicit KeyStart(const Letters &letters)
        : first(qFromBigEndian<quint64>(letters.data()))
        , next(qFromBigEndian<quint64>(letters.data() + sizeof(quint64)))
    {
    }
    auto operator<=>(const KeyStart &) const = default;
};

/// A sender with what it is sorted by.
struct Ranked {
    SenderRows sender;
    KeyStart keyStart{};
};

/// A run of groups, and what one thread makes of it.
struct Portion {
    quint32 first = 0;
    quint32 end = 0;
    std::vector<Ranked> senders;
    std::array<std::vector<CellSum>, cellCount> top;
};

/// The same letters as IpNetwork::text() gives.
Letters lettersOf(const IpAddress &network)
{
    Letters start{};
    size_t size = 0;
    const auto putSign = [&](char sign) {
        if (size < start.size())
            start[size++] = sign;
    };
    const auto put = [&](unsigned number, int base) {
        char *const at = start.data() + size;
        size =
            size_t(std::to_chars(at, start.data() + start.size(), number, base).ptr - start.data());
    };
    const auto &bytes = network.bytes();
    if (network.isV4()) {
        for (size_t i = 12; i < 15; ++i) {
            put(bytes[i], 10);
            putSign('.');
        }
        putSign('0');
    } else {
        size_t end = 6;
        while (end > 0 && bytes[end - 2] == 0 && bytes[end - 1] == 0)
            end -= 2; // zeros at the end are left out
        for (size_t i = 0; i < end; i += 2) {
            put(unsigned(bytes[i]) << 8 | bytes[i + 1], 16);
            putSign(':');
        }
        for (size_t colons = end > 0 ? 1 : 2; colons > 0; --colons)
            putSign(':');
    }
    putSign('/');
    return start;
}

KeyStart keyStartOf(const SenderGroup &group)
{
    if (group.network)
        return KeyStart(lettersOf(*group.network));
    Letters start{};
    for (size_t i = 0; i < start.size() && i < size_t(group.name.size()); ++i) {
        const char16_t letter = group.name[qsizetype(i)].unicode();
        start[i] = letter < 0x7f ? char(letter) : '\x7f';
        if (letter >= 0x7f) // all of these alike: the whole keys tell
            break;
    }
    return KeyStart(start);
}

/// Keeps the few that come first.
void offer(const SenderIndex &index, std::vector<CellSum> &top, const CellSum &sum)
{
    const auto before = [&index](const CellSum &a, const CellSum &b) {
        return comesFirst(index, a.group, a.messages, b.group, b.messages);
    };
    if (top.size() == mostOfACell && !before(sum, top.back()))
        return;
    if (top.size() == mostOfACell)
        top.pop_back();
    top.insert(std::upper_bound(top.begin(), top.end(), sum, before), sum);
}

/// Runs of groups with about as many rows each.
std::vector<Portion> portionsOf(const std::vector<quint32> &starts)
{
    // With less to do a second thread costs more than it saves.
    constexpr size_t leastRows = 50'000;
    const auto threads = size_t(std::max(1, QThread::idealThreadCount()));
    const size_t rows = starts.back();
    const auto groups = quint32(starts.size() - 1);
    std::vector<Portion> portions(std::clamp(rows / leastRows, size_t(1), threads));
    quint32 group = 0;
    for (size_t i = 0; i < portions.size(); ++i) {
        portions[i].first = group;
        while (group < groups && starts[group] < rows * (i + 1) / portions.size())
            ++group;
        portions[i].end = group;
    }
    portions.back().end = groups;
    return portions;
}

/// Most messages first; of equal ones by key.
class RanksBefore final {
public:
    explicit RanksBefore(const SenderIndex &index)
        : m_index(index)
    {
    }
    bool operator()(const Ranked &a, const Ranked &b) const
    {
        if (a.sender.messages != b.sender.messages)
            return a.sender.messages > b.sender.messages;
        if (a.keyStart != b.keyStart)
            return a.keyStart < b.keyStart;
        return m_index.groups[a.sender.group].key() < m_index.groups[b.sender.group].key();
    }

private:
    const SenderIndex &m_index;
};

void gather(const Dataset &dataset, const SenderIndex &index, Basis basis,
    const std::vector<Row> &rows, const std::vector<quint32> &starts, Portion &portion)
{
    for (quint32 group = portion.first; group < portion.end; ++group) {
        if (starts[group] == starts[group + 1])
            continue;
        Matrix matrix;
        for (quint32 i = starts[group]; i < starts[group + 1]; ++i)
            matrix.add(cellOf(dataset, rows[i], basis), dataset.records.count[rows[i]]);
        for (size_t cell = 0; cell < portion.top.size(); ++cell) {
            if (matrix.records[cell] > 0)
                offer(
                    index, portion.top[cell], {group, matrix.messages[cell], matrix.records[cell]});
        }
        const quint32 count = starts[group + 1] - starts[group];
        portion.senders.push_back(
            {{group, starts[group], count, matrix.total()}, keyStartOf(index.groups[group])});
    }
    std::sort(portion.senders.begin(), portion.senders.end(), RanksBefore(index));
}

/// All senders in their order, which those of each portion are in already.
std::vector<SenderRows> ranked(const SenderIndex &index, const std::vector<Portion> &portions)
{
    std::vector<Ranked> all;
    for (const Portion &portion : portions) {
        const auto before = qptrdiff(all.size());
        all.insert(all.end(), portion.senders.begin(), portion.senders.end());
        std::inplace_merge(all.begin(), all.begin() + before, all.end(), RanksBefore(index));
    }
    std::vector<SenderRows> senders;
    senders.reserve(all.size());
    for (const Ranked &one : all)
        senders.push_back(one.sender);
    return senders;
}

Share shareOf(const SenderGroup &group, const Matrix &matrix)
{
    return {group.key(), group.label(), matrix.counts(), 0};
}

/// The first few senders.
std::vector<Share> topOf(
    const Dataset &dataset, const SenderIndex &index, Basis basis, const SenderList &list)
{
    constexpr size_t most = 10;
    std::vector<Share> shares;
    for (const SenderRows &sender :
        std::span(list.senders).first(std::min(most, list.senders.size()))) {
        Matrix matrix;
        for (Row row : std::span(list.rows).subspan(sender.first, sender.count))
            matrix.add(cellOf(dataset, row, basis), dataset.records.count[row]);
        shares.push_back(shareOf(index.groups[sender.group], matrix));
    }
    return shares;
}

std::vector<Share> topOfCell(
    const SenderIndex &index, const std::vector<Portion> &portions, int cell)
{
    std::vector<CellSum> top;
    for (const Portion &portion : portions) {
        for (const CellSum &sum : portion.top[size_t(cell)])
            offer(index, top, sum);
    }
    std::vector<Share> shares;
    for (const CellSum &sum : top) {
        Matrix matrix;
        matrix.messages[size_t(cell)] = sum.messages;
        matrix.records[size_t(cell)] = sum.records;
        shares.push_back(shareOf(index.groups[sum.group], matrix));
    }
    return shares;
}

} // namespace

bool comesFirst(
    const SenderIndex &index, quint32 a, qint64 messagesOfA, quint32 b, qint64 messagesOfB)
{
    return messagesOfA != messagesOfB ? messagesOfA > messagesOfB
                                      : index.groups[a].key() < index.groups[b].key();
}

SenderSums sendersOf(
    const Dataset &dataset, const SenderIndex &index, Basis basis, const std::vector<Row> &rows)
{
    const auto groupOf = [&](Row row) { return index.group[dataset.records.address[row].value]; };
    std::vector<quint32> starts(index.groups.size() + 1, 0); // per group; one more for the end
    for (Row row : rows)
        ++starts[groupOf(row) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    SenderSums sums;
    sums.list.rows.resize(rows.size());
    std::vector<quint32> next = starts;
    for (Row row : rows)
        sums.list.rows[next[groupOf(row)]++] = row;
    std::vector<Portion> portions = portionsOf(starts);
    inParallel(portions,
        [&](Portion &portion) { gather(dataset, index, basis, sums.list.rows, starts, portion); });
    sums.list.senders = ranked(index, portions);
    sums.top = topOf(dataset, index, basis, sums.list);
    for (int cell = 0; cell < cellCount; ++cell)
        sums.topOfCells[size_t(cell)] = topOfCell(index, portions, cell);
    return sums;
}

} // namespace sekisho
