// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sums.h"

#include "base/parallel.h"

#include <QThread>

#include <algorithm>
#include <span>

namespace sekisho {

namespace {

/// Some of the rows, all of whole reports, and what one thread adds up of them.
struct Piece {
    std::span<const Row> rows;
    Sums sums;
};

std::vector<Piece> piecesOf(const Dataset &dataset, const std::vector<Row> &rows)
{
    // With less to do a second thread costs more than it saves.
    constexpr size_t leastRows = 50'000;
    const auto threads = size_t(std::max(1, QThread::idealThreadCount()));
    const size_t count = std::clamp(rows.size() / leastRows, size_t(1), threads);
    std::vector<Piece> pieces(count);
    size_t first = 0;
    for (size_t i = 0; i < count; ++i) {
        size_t end = std::max(first, rows.size() * (i + 1) / count);
        while (end > first && end < rows.size() &&
            dataset.records.report[rows[end]] == dataset.records.report[rows[end - 1]])
            ++end;
        pieces[i].rows = std::span(rows).subspan(first, end - first);
        first = end;
    }
    return pieces;
}

void sumUp(const Dataset &dataset, Basis basis, Piece &piece)
{
    const RecordColumns &records = dataset.records;
    const std::vector<quint8> &cells =
        basis == Basis::Reported ? records.reportedCell : records.computedCell;
    Sums &sums = piece.sums;
    sums.addresses.assign(dataset.addresses.size(), 0);
    for (Row row : piece.rows) {
        if (sums.reports.empty() || sums.reports.back().report != records.report[row])
            sums.reports.push_back({records.report[row], {}, {}});
        const int cell = cells[row];
        const qint64 count = records.count[row];
        const size_t reason =
            size_t(records.dkimReason[row]) * reasonCount + size_t(records.spfReason[row]);
        sums.reports.back().matrix.add(cell, count);
        sums.dispositions[size_t(records.disposition[row])].add(cell, count);
        sums.reasons[reason].add(cell, count);
        sums.addresses[records.address[row].value] = 1;
    }
    for (ReportSums &report : sums.reports)
        report.counts = report.matrix.counts();
}

void merge(Sums &into, const Sums &from)
{
    into.reports.insert(into.reports.end(), from.reports.begin(), from.reports.end());
    for (size_t i = 0; i < into.dispositions.size(); ++i)
        into.dispositions[i] += from.dispositions[i];
    for (size_t i = 0; i < into.reasons.size(); ++i)
        into.reasons[i] += from.reasons[i];
    for (size_t i = 0; i < into.addresses.size(); ++i)
        into.addresses[i] |= from.addresses[i];
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

} // namespace

Matrix Sums::matrix() const
{
    Matrix all;
    for (const ReportSums &report : reports)
        all += report.matrix;
    return all;
}

Sums sumsOf(const Dataset &dataset, Basis basis, const std::vector<Row> &rows)
{
    std::vector<Piece> pieces = piecesOf(dataset, rows);
    inParallel(pieces, [&](Piece &piece) { sumUp(dataset, basis, piece); });
    Sums sums = std::move(pieces.front().sums);
    for (size_t i = 1; i < pieces.size(); ++i)
        merge(sums, pieces[i].sums);
    return sums;
}

Totals totalsOf(const Dataset &dataset, const SenderIndex &senders, const Sums &sums)
{
    Totals totals;
    totals.reports = int(sums.reports.size());
    std::vector<bool> reporters(dataset.strings.size(), false);
    for (const ReportSums &one : sums.reports) {
        const ReportInfo &report = dataset.reports[one.report];
        totals.counts += one.counts;
        totals.reporters += !reporters[report.reporter.value];
        reporters[report.reporter.value] = true;
        widen(totals.period, report.period);
    }
    std::vector<bool> groups(senders.groups.size(), false);
    for (size_t address = 0; address < sums.addresses.size(); ++address) {
        if (!sums.addresses[address])
            continue;
        ++totals.addresses;
        totals.senders += !groups[senders.group[address]];
        groups[senders.group[address]] = true;
    }
    return totals;
}

} // namespace sekisho
