// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/results.h"

#include "analysis/breakdown.h"
#include "analysis/findings.h"
#include "analysis/senders.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace sekisho {

void Counts::add(qint64 count, Cell cell)
{
    messages += count;
    ++records;
    passed += cell.passes() ? count : 0;
    spfAligned += cell.spf == Outcome::Aligned ? count : 0;
    dkimAligned += cell.dkim == Outcome::Aligned ? count : 0;
}

Counts &Counts::operator+=(const Counts &other)
{
    messages += other.messages;
    records += other.records;
    passed += other.passed;
    spfAligned += other.spfAligned;
    dkimAligned += other.dkimAligned;
    return *this;
}

qint64 Matrix::total() const
{
    return std::accumulate(messages.begin(), messages.end(), qint64(0));
}

double percent(qint64 part, qint64 whole)
{
    return whole > 0 ? 100.0 * double(part) / double(whole) : 0.0;
}

std::vector<std::pair<qint64, qint64>> spreadOverDays(const DateSpan &period, qint64 messages)
{
    constexpr qint64 oneReport = 25 * 3600;
    // A hostile report may span millennia; beyond this its middle has to do.
    constexpr qint64 mostDays = 3660;
    const qint64 firstDay = dayOf(period.begin);
    const qint64 lastDay = dayOf(std::max(period.begin, period.end - 1));
    const qint64 days = lastDay - firstDay + 1;
    if (period.length() <= oneReport || days > mostDays)
        return {{dayOf(period.middle()), messages}};
    std::vector<std::pair<qint64, qint64>> parts;
    for (qint64 i = 0; i < days; ++i) // differences of running shares: they add up exactly
        parts.emplace_back(firstDay + i, messages * (i + 1) / days - messages * i / days);
    return parts;
}

namespace {

/// Adds rows report by report, as they come in order.
template <typename Visit>
void forEachReport(const Dataset &dataset, const std::vector<Row> &rows, Visit visit)
{
    size_t first = 0;
    while (first < rows.size()) {
        const quint32 report = dataset.records.report[rows[first]];
        size_t end = first + 1;
        while (end < rows.size() && dataset.records.report[rows[end]] == report)
            ++end;
        visit(report, std::span(rows).subspan(first, end - first));
        first = end;
    }
}

/// Makes a period that covers another one too, whose dates may be missing (0).
void widen(std::optional<DateSpan> &period, const DateSpan &other)
{
    for (const qint64 date : {other.begin, other.end}) {
        if (date == 0)
            continue;
        if (!period)
            period = DateSpan{date, date};
        period->begin = std::min(period->begin, date);
        period->end = std::max(period->end, date);
    }
}

Totals totalsOf(const Dataset &dataset, const SenderIndex &senders, const Filter &filter,
    const std::vector<Row> &rows, Matrix *matrix)
{
    Totals totals;
    std::vector<bool> addresses(dataset.addresses.size(), false);
    std::vector<bool> groups(senders.keys.size(), false);
    std::vector<bool> reporters(dataset.strings.size(), false);
    forEachReport(dataset, rows, [&](quint32 index, std::span<const Row> part) {
        const ReportInfo &report = dataset.reports[index];
        ++totals.reports;
        totals.reporters += !reporters[report.reporter.value];
        reporters[report.reporter.value] = true;
        widen(totals.period, report.period);
        for (Row row : part) {
            const int cell = cellOf(dataset, row, filter.basis);
            const qint64 count = dataset.records.count[row];
            totals.counts.add(count, Cell::at(cell));
            if (matrix) {
                matrix->messages[size_t(cell)] += count;
                ++matrix->records[size_t(cell)];
            }
            const quint32 address = dataset.records.address[row].value;
            totals.addresses += !addresses[address];
            addresses[address] = true;
            totals.senders += !groups[senders.group[address]];
            groups[senders.group[address]] = true;
        }
    });
    return totals;
}

/// The reports that a filter on rows leaves are those with rows; one that speaks of reports alone
/// also leaves empty ones, duplicates and conflicts.
std::vector<quint32> reportsOf(const Dataset &dataset, const Filter &filter, const std::vector<Row> &rows)
{
    std::vector<quint32> reports;
    forEachReport(dataset, rows, [&](quint32 index, std::span<const Row>) { reports.push_back(index); });
    if (filter == reportPart(filter)) {
        for (quint32 i = 0; i < dataset.reports.size(); ++i) {
            const bool withoutRows = !dataset.reports[i].counted || dataset.reports[i].rowCount == 0;
            if (withoutRows && matchesReport(dataset, i, filter))
                reports.push_back(i);
        }
    }
    std::stable_sort(reports.begin(), reports.end(), [&](quint32 a, quint32 b) {
        return dataset.reports[a].period.begin > dataset.reports[b].period.begin;
    });
    return reports;
}

/// What needs the owner is judged by all records of the reports shown: among the failures alone
/// every sender would fail.
std::vector<Finding> findingsFor(const Dataset &dataset, const SenderIndex &senders, const Filter &filter,
    const Results &results, const Stop &stop)
{
    const Filter part = reportPart(filter);
    if (part == filter)
        return findingsOf(dataset, part, results);
    Results all;
    all.rows = select(dataset, senders, part, stop);
    if (stop.requested())
        return {};
    all.totals = totalsOf(dataset, senders, part, all.rows, nullptr);
    all.reports = reportsOf(dataset, part, all.rows);
    addBreakdowns(dataset, part, all);
    all.senders = sendersOf(dataset, senders, part.basis, all.rows, {});
    return findingsOf(dataset, part, all);
}

std::optional<Totals> totalsBefore(
    const Dataset &dataset, const SenderIndex &senders, Filter filter, const Stop &stop)
{
    if (!filter.period)
        return std::nullopt;
    const qint64 length = filter.period->length();
    filter.period = DateSpan{filter.period->begin - length, filter.period->begin};
    const std::vector<Row> rows = select(dataset, senders, filter, stop);
    if (rows.empty())
        return std::nullopt;
    return totalsOf(dataset, senders, filter, rows, nullptr);
}

} // namespace

Results compute(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop)
{
    Results results;
    results.rows = select(dataset, senders, filter, stop);
    if (stop.requested())
        return results;
    results.totals = totalsOf(dataset, senders, filter, results.rows, &results.matrix);
    results.before = totalsBefore(dataset, senders, filter, stop);
    results.reports = reportsOf(dataset, filter, results.rows);
    if (stop.requested())
        return results;
    results.timeline = timelineOf(dataset, filter, results.rows);
    results.bins = binsOf(results.timeline);
    addBreakdowns(dataset, filter, results);
    if (stop.requested())
        return results;
    results.senders = sendersOf(dataset, senders, filter.basis, results.rows, results.bins);
    results.cells = cellDetailsOf(dataset, senders, filter.basis, results.rows);
    if (stop.requested())
        return results;
    results.domains = domainTilesOf(dataset, senders, filter, stop);
    results.findings = findingsFor(dataset, senders, filter, results, stop);
    return results;
}

} // namespace sekisho
