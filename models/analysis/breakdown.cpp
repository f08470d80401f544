// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/breakdown.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Days to counts; kept sorted, because days come in nearly sorted and are few.
using Days = std::map<qint64, DayCount>;

void addToDays(Days &days, const DateSpan &period, qint64 passed, qint64 failed)
{
    const auto add = [&days](qint64 messages, const DateSpan &span, qint64 DayCount::*member) {
        for (const auto &[day, part] : spreadOverDays(span, messages))
            days[day].*member += part;
    };
    add(passed, period, &DayCount::passed);
    add(failed, period, &DayCount::failed);
}

/// The days of each cell. Spread report by report: to do so for each record would take longer than
/// all else.
std::array<Days, cellCount> daysOfCells(const Dataset &dataset, Basis basis, const std::vector<Row> &rows)
{
    std::array<Days, cellCount> days;
    for (size_t first = 0; first < rows.size();) {
        const quint32 report = dataset.records.report[rows[first]];
        std::array<qint64, cellCount> messages{};
        for (; first < rows.size() && dataset.records.report[rows[first]] == report; ++first)
            messages[size_t(cellOf(dataset, rows[first], basis))] += dataset.records.count[rows[first]];
        for (int cell = 0; cell < cellCount; ++cell) {
            const qint64 count = messages[size_t(cell)];
            const bool pass = Cell::at(cell).passes();
            if (count > 0 && dataset.reports[report].period.isGiven())
                addToDays(days[size_t(cell)], dataset.reports[report].period, pass ? count : 0, pass ? 0 : count);
        }
    }
    return days;
}

/// All days from the first to the last, empty ones included.
std::vector<DayCount> filledDays(const Days &days)
{
    // Reports of forged dates must not make a line of millions of days: then only those there are.
    constexpr qint64 mostDays = 20'000;
    std::vector<DayCount> line;
    if (days.empty())
        return line;
    const qint64 first = days.begin()->first;
    const qint64 last = days.rbegin()->first;
    for (const auto &[day, counts] : days) {
        const qint64 from = line.empty() ? first : line.back().day + 1;
        for (qint64 empty = from; empty < day && last - first < mostDays; ++empty)
            line.push_back({empty, 0, 0});
        line.push_back({day, counts.passed, counts.failed});
    }
    return line;
}

std::vector<Share> sortedShares(const QHash<QString, Share> &shares)
{
    std::vector<Share> sorted(shares.cbegin(), shares.cend());
    std::sort(sorted.begin(), sorted.end(), [](const Share &a, const Share &b) {
        return a.counts.messages != b.counts.messages ? a.counts.messages > b.counts.messages : a.key < b.key;
    });
    return sorted;
}

bool samePolicy(const PublishedPolicy &a, const PublishedPolicy &b)
{
    return a.pText == b.pText && a.spText == b.spText && a.npText == b.npText && a.adkim == b.adkim
        && a.aspf == b.aspf && a.pct == b.pct && a.testing == b.testing;
}

void addPolicy(std::vector<PolicySpan> &policies, const QString &domain, const ReportInfo &report, qint64 messages)
{
    for (PolicySpan &span : policies) {
        if (span.domain == domain && samePolicy(span.policy, report.policy)) {
            span.seen = span.seen.united(report.period);
            ++span.reports;
            span.messages += messages;
            return;
        }
    }
    policies.push_back({domain, report.policy, report.period, 1, messages});
}

/// The few groups with most messages, without sorting all of them.
std::vector<Share> topSenders(const SenderIndex &senders, const std::vector<Counts> &counts)
{
    constexpr size_t most = 8;
    std::vector<size_t> groups;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i].records > 0)
            groups.push_back(i);
    }
    const auto end = groups.begin() + ptrdiff_t(std::min(most, groups.size()));
    std::partial_sort(groups.begin(), end, groups.end(), [&](size_t a, size_t b) {
        return counts[a].messages != counts[b].messages ? counts[a].messages > counts[b].messages
                                                        : senders.keys[a] < senders.keys[b];
    });
    std::vector<Share> top;
    for (auto group = groups.begin(); group != end; ++group)
        top.push_back({senders.keys[*group], senders.labels[*group], counts[*group], 0});
    return top;
}

} // namespace

std::vector<DayCount> timelineOf(
    const Dataset &dataset, const Filter &filter, const std::vector<Row> &rows)
{
    Days days;
    for (size_t first = 0; first < rows.size();) {
        const quint32 report = dataset.records.report[rows[first]];
        qint64 passed = 0;
        qint64 failed = 0;
        for (; first < rows.size() && dataset.records.report[rows[first]] == report; ++first) {
            const bool pass = Cell::at(cellOf(dataset, rows[first], filter.basis)).passes();
            (pass ? passed : failed) += dataset.records.count[rows[first]];
        }
        // Without dates there is no day; 1970 would make a line of half a century.
        if (const DateSpan &period = dataset.reports[report].period; period.isGiven())
            addToDays(days, period, passed, failed);
    }
    return filledDays(days);
}

std::vector<DateSpan> binsOf(const std::vector<DayCount> &timeline)
{
    constexpr qint64 mostBins = 60;
    std::vector<DateSpan> bins;
    if (timeline.empty())
        return bins;
    const qint64 first = timeline.front().day;
    const qint64 days = timeline.back().day - first + 1;
    const qint64 width = (days + mostBins - 1) / mostBins;
    for (qint64 day = first; day < first + days; day += width)
        bins.push_back({day * secondsPerDay, (day + width) * secondsPerDay});
    return bins;
}

void addBreakdowns(const Dataset &dataset, const Filter &filter, Results &results)
{
    QHash<QString, Share> reporters;
    std::array<Share, 6> dispositions;
    const std::vector<Row> &rows = results.rows;
    for (size_t first = 0; first < rows.size();) {
        const quint32 index = dataset.records.report[rows[first]];
        const ReportInfo &report = dataset.reports[index];
        Counts counts;
        for (; first < rows.size() && dataset.records.report[rows[first]] == index; ++first) {
            const Row row = rows[first];
            const Cell cell = Cell::at(cellOf(dataset, row, filter.basis));
            counts.add(dataset.records.count[row], cell);
            dispositions[size_t(dataset.records.disposition[row])].counts.add(dataset.records.count[row], cell);
        }
        Share &share = reporters[dataset.text(report.reporter)];
        if (share.reports++ == 0) {
            share.key = dataset.text(report.reporter);
            share.label = dataset.text(report.orgName).isEmpty() ? share.key : dataset.text(report.orgName);
        }
        share.counts += counts;
        addPolicy(results.policies, dataset.text(report.domain), report, counts.messages);
    }
    results.reporters = sortedShares(reporters);
    for (size_t i = 0; i < dispositions.size(); ++i) {
        dispositions[i].key = dispositions[i].label = word(Disposition(i));
        if (dispositions[i].counts.records > 0)
            results.dispositions.push_back(dispositions[i]);
    }
    std::stable_sort(results.policies.begin(), results.policies.end(), [](const PolicySpan &a, const PolicySpan &b) {
        return a.domain != b.domain ? a.domain < b.domain : a.seen.begin > b.seen.begin;
    });
}

QString failWord(FailReason reason)
{
    switch (reason) {
    case FailReason::Passed: return u"pass"_s;
    case FailReason::Fail: return u"fail"_s;
    case FailReason::SoftFail: return u"softfail"_s;
    case FailReason::PermError: return u"permerror"_s;
    case FailReason::TempError: return u"temperror"_s;
    case FailReason::Policy: return u"policy"_s;
    case FailReason::Neutral: return u"neutral"_s;
    case FailReason::None: return u"none"_s;
    case FailReason::Unknown: return u"unknown"_s;
    case FailReason::Missing: return u"missing"_s;
    case FailReason::NotReported: return u"not reported"_s;
    }
    return {};
}

std::array<CellDetail, cellCount> cellDetailsOf(const Dataset &dataset, const SenderIndex &senders,
    Basis basis, const std::vector<Row> &rows)
{
    constexpr size_t reasonCount = size_t(FailReason::NotReported) + 1;
    std::array<std::vector<Counts>, cellCount> bySender;
    std::array<std::array<Counts, reasonCount * reasonCount>, cellCount> byReason;
    for (auto &counts : bySender)
        counts.resize(senders.keys.size());
    const RecordColumns &records = dataset.records;
    for (Row row : rows) {
        const int index = cellOf(dataset, row, basis);
        const size_t cell = size_t(index);
        const qint64 count = records.count[row];
        bySender[cell][senders.group[records.address[row].value]].add(count, Cell::at(index));
        byReason[cell][size_t(records.dkimReason[row]) * reasonCount + size_t(records.spfReason[row])].add(
            count, Cell::at(index));
    }
    const std::array<Days, cellCount> days = daysOfCells(dataset, basis, rows);
    std::array<CellDetail, cellCount> details;
    for (size_t cell = 0; cell < details.size(); ++cell) {
        QHash<QString, Share> shares;
        details[cell].senders = topSenders(senders, bySender[cell]);
        for (size_t i = 0; i < byReason[cell].size(); ++i) {
            if (byReason[cell][i].records == 0)
                continue;
            const QString key = u"dkim=%1 spf=%2"_s.arg(
                failWord(FailReason(i / reasonCount)), failWord(FailReason(i % reasonCount)));
            shares.insert(key, {key, key, byReason[cell][i], 0});
        }
        details[cell].reasons = sortedShares(shares);
        details[cell].days = filledDays(days[cell]);
    }
    return details;
}

std::vector<DomainTile> domainTilesOf(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop)
{
    std::vector<StringId> domains;
    for (const ReportInfo &report : dataset.reports) {
        if (std::find(domains.cbegin(), domains.cend(), report.domain) == domains.cend())
            domains.push_back(report.domain);
        // Tiles are for a handful of domains; a consultant's hundreds are for the list.
        constexpr size_t mostTiles = 24;
        if (domains.size() > mostTiles)
            return {};
    }
    std::vector<DomainTile> tiles;
    if (domains.size() < 2)
        return tiles;
    for (StringId domain : domains) {
        Filter one = filter;
        one.domains = {dataset.text(domain)};
        const std::vector<Row> rows = select(dataset, senders, one, stop);
        DomainTile tile;
        tile.domain = dataset.text(domain);
        tile.timeline = timelineOf(dataset, one, rows);
        qint64 newest = 0;
        quint32 last = quint32(-1);
        for (Row row : rows) {
            tile.totals.counts.add(dataset.records.count[row], Cell::at(cellOf(dataset, row, one.basis)));
            tile.totals.reports += dataset.records.report[row] != last;
            last = dataset.records.report[row];
            const ReportInfo &report = dataset.reports[last];
            if (report.period.end > newest) {
                newest = report.period.end;
                tile.policy = report.policy.pText;
            }
        }
        tiles.push_back(std::move(tile));
    }
    std::stable_sort(tiles.begin(), tiles.end(), [](const DomainTile &a, const DomainTile &b) {
        return a.totals.counts.messages > b.totals.counts.messages;
    });
    return tiles;
}

} // namespace sekisho
