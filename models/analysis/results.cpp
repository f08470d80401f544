// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/results.h"

#include "analysis/breakdown.h"
#include "analysis/findings.h"
#include "analysis/senders.h"
#include "dataset/rowmatcher.h"

#include <algorithm>
#include <future>
#include <numeric>

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

Matrix &Matrix::operator+=(const Matrix &other)
{
    for (size_t i = 0; i < messages.size(); ++i) {
        messages[i] += other.messages[i];
        records[i] += other.records[i];
    }
    return *this;
}

Counts Matrix::counts() const
{
    Counts sum;
    for (int i = 0; i < cellCount; ++i)
        sum += counts(i);
    return sum;
}

Counts Matrix::counts(int cell) const
{
    const Cell outcome = Cell::at(cell);
    const qint64 count = messages[size_t(cell)];
    return {count, records[size_t(cell)], outcome.passes() ? count : 0,
        outcome.spf == Outcome::Aligned ? count : 0, outcome.dkim == Outcome::Aligned ? count : 0};
}

qint64 Matrix::total() const
{
    return std::accumulate(messages.begin(), messages.end(), qint64(0));
}

double percent(qint64 part, qint64 whole)
{
    return whole > 0 ? 100.0 * double(part) / double(whole) : 0.0;
}

namespace {

/// The reports that a filter on rows leaves are those with rows; one that speaks of reports alone
/// also leaves empty ones, duplicates and conflicts. The newest first.
std::vector<quint32> reportsOf(const Dataset &dataset, const Filter &filter, const Sums &sums)
{
    std::vector<std::pair<qint64, quint32>> reports;
    const auto add = [&](quint32 i) { reports.emplace_back(dataset.reports[i].period.begin, i); };
    for (const ReportSums &report : sums.reports)
        add(report.report);
    if (filter == reportPart(filter)) {
        for (quint32 i = 0; i < dataset.reports.size(); ++i) {
            const bool withoutRows = !dataset.reports[i].counted || dataset.reports[i].rowCount == 0;
            if (withoutRows && matchesReport(dataset, i, filter))
                add(i);
        }
    }
    std::stable_sort(reports.begin(), reports.end(),
        [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<quint32> sorted(reports.size());
    std::transform(reports.begin(), reports.end(), sorted.begin(),
        [](const auto &report) { return report.second; });
    return sorted;
}

/// What needs the owner is judged by all records of the reports shown: among the failures alone
/// every sender would fail.
std::vector<Finding> findingsFor(const Dataset &dataset, const SenderIndex &senders,
    const Filter &filter, const Results &results, const Sums &sums, const Stop &stop)
{
    const Filter part = reportPart(filter);
    if (part == filter)
        return findingsOf(dataset, senders, part, results, sums);
    Results all;
    all.rows = select(dataset, senders, part, stop);
    if (stop.requested())
        return {};
    const Sums allSums = sumsOf(dataset, part.basis, all.rows);
    all.basis = part.basis;
    all.totals = totalsOf(dataset, senders, allSums);
    all.reports = reportsOf(dataset, part, allSums);
    all.policies = policiesOf(dataset, allSums);
    return findingsOf(dataset, senders, part, all, allSums);
}

std::optional<Totals> totalsBefore(const Dataset &dataset, const SenderIndex &senders,
    const RowMatcher &matcher, Filter filter, const Stop &stop)
{
    if (!filter.period)
        return std::nullopt;
    const qint64 length = filter.period->length();
    filter.period = DateSpan{filter.period->begin - length, filter.period->begin};
    const Sums sums = sumsOf(dataset, filter.basis, matcher.select(filter, stop));
    if (sums.reports.empty())
        return std::nullopt;
    return totalsOf(dataset, senders, sums);
}

/// Tiles show all domains, whichever of them the filter chooses.
std::vector<DomainTile> tilesFor(const Dataset &dataset, const RowMatcher &matcher, Filter filter,
    const Sums &sums, const Stop &stop)
{
    const std::vector<StringId> domains = domainsForTiles(dataset);
    if (domains.empty() || filter.domains.isEmpty())
        return domainTilesOf(dataset, domains, sums);
    filter.domains.clear();
    return domainTilesOf(
        dataset, domains, sumsOf(dataset, filter.basis, matcher.select(filter, stop)));
}

} // namespace

Results compute(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop)
{
    const RowMatcher matcher(dataset, senders, filter);
    Results results;
    results.basis = filter.basis;
    results.rows = matcher.select(filter, stop);
    if (stop.requested())
        return {};
    // The senders take about as long as all the rest.
    auto sendersLater = std::async(std::launch::async,
        [&] { return sendersOf(dataset, senders, filter.basis, results.rows); });
    const Sums sums = sumsOf(dataset, filter.basis, results.rows);
    results.totals = totalsOf(dataset, senders, sums);
    results.matrix = sums.matrix();
    results.before = totalsBefore(dataset, senders, matcher, filter, stop);
    results.reports = reportsOf(dataset, filter, sums);
    if (stop.requested())
        return {};
    const Days days = daysOf(dataset, sums.reports);
    results.timeline = timelineOf(days);
    results.bins = binsOf(results.timeline);
    results.reporters = reportersOf(dataset, sums);
    results.dispositions = dispositionsOf(sums);
    results.policies = policiesOf(dataset, sums);
    results.cells = cellDetailsOf(sums, days);
    if (stop.requested())
        return {};
    results.domains = tilesFor(dataset, matcher, filter, sums, stop);
    results.findings = findingsFor(dataset, senders, filter, results, sums, stop);
    SenderSums bySender = sendersLater.get();
    results.senders = std::move(bySender.list);
    results.topSenders = std::move(bySender.top);
    for (size_t cell = 0; cell < results.cells.size(); ++cell)
        results.cells[cell].senders = std::move(bySender.topOfCells[cell]);
    return results;
}

} // namespace sekisho
