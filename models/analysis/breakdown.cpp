// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/breakdown.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

void sortShares(std::vector<Share> &shares)
{
    std::sort(shares.begin(), shares.end(), [](const Share &a, const Share &b) {
        return a.counts.messages != b.counts.messages ? a.counts.messages > b.counts.messages : a.key < b.key;
    });
}

bool samePolicy(const PublishedPolicy &a, const PublishedPolicy &b)
{
    return a.pText == b.pText && a.spText == b.spText && a.npText == b.npText && a.adkim == b.adkim
        && a.aspf == b.aspf && a.pct == b.pct && a.testing == b.testing;
}

/// What the mechanisms said of the messages in one cell.
std::vector<Share> reasonsOf(const Sums &sums, int cell)
{
    std::vector<Share> shares;
    for (size_t i = 0; i < sums.reasons.size(); ++i) {
        const Counts counts = sums.reasons[i].counts(cell);
        if (counts.records == 0)
            continue;
        const QString key = u"dkim=%1 spf=%2"_s.arg(
            failWord(FailReason(i / reasonCount)), failWord(FailReason(i % reasonCount)));
        shares.push_back({key, key, counts, 0});
    }
    sortShares(shares);
    return shares;
}

/// Makes a tile of the reports of one domain.
DomainTile tileOf(const Dataset &dataset, StringId domain, const std::vector<ReportSums> &reports)
{
    DomainTile tile;
    tile.domain = dataset.text(domain);
    tile.timeline = timelineOf(daysOf(dataset, reports));
    tile.totals.reports = int(reports.size());
    qint64 newest = 0;
    for (const ReportSums &sums : reports) {
        tile.totals.counts += sums.counts;
        const ReportInfo &report = dataset.reports[sums.report];
        if (report.period.end > newest) {
            newest = report.period.end;
            tile.policy = report.policy.pText;
        }
    }
    return tile;
}

} // namespace

std::vector<Share> reportersOf(const Dataset &dataset, const Sums &sums)
{
    std::vector<Share> shares;
    std::vector<quint32> places(dataset.strings.size(), 0); // in `shares` plus one, by reporter
    for (const ReportSums &one : sums.reports) {
        const ReportInfo &report = dataset.reports[one.report];
        quint32 &place = places[report.reporter.value];
        if (place == 0) {
            const QString &key = dataset.text(report.reporter);
            const QString &name = dataset.text(report.orgName);
            shares.push_back({key, name.isEmpty() ? key : name, {}, 0});
            place = quint32(shares.size());
        }
        Share &share = shares[place - 1];
        share.counts += one.counts;
        ++share.reports;
    }
    sortShares(shares);
    return shares;
}

std::vector<Share> dispositionsOf(const Sums &sums)
{
    std::vector<Share> shares;
    for (size_t i = 0; i < sums.dispositions.size(); ++i) {
        const Counts counts = sums.dispositions[i].counts();
        const QString key = word(Disposition(i));
        if (counts.records > 0)
            shares.push_back({key, key, counts, 0});
    }
    return shares;
}

std::vector<PolicySpan> policiesOf(const Dataset &dataset, const Sums &sums)
{
    std::vector<PolicySpan> spans;
    size_t last = 0; // most reports say the same as the one before
    for (const ReportSums &one : sums.reports) {
        const ReportInfo &report = dataset.reports[one.report];
        const QString &domain = dataset.text(report.domain);
        const auto says = [&](const PolicySpan &span) {
            return span.domain == domain && samePolicy(span.policy, report.policy);
        };
        if (last >= spans.size() || !says(spans[last]))
            last = size_t(std::find_if(spans.begin(), spans.end(), says) - spans.begin());
        if (last == spans.size())
            spans.push_back({domain, report.policy, report.period, 0, 0});
        spans[last].seen = spans[last].seen.united(report.period);
        ++spans[last].reports;
        spans[last].messages += one.counts.messages;
    }
    std::stable_sort(spans.begin(), spans.end(), [](const PolicySpan &a, const PolicySpan &b) {
        return a.domain != b.domain ? a.domain < b.domain : a.seen.begin > b.seen.begin;
    });
    return spans;
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

std::array<CellDetail, cellCount> cellDetailsOf(const Sums &sums, const Days &days)
{
    std::array<CellDetail, cellCount> details;
    for (int cell = 0; cell < cellCount; ++cell) {
        details[size_t(cell)].reasons = reasonsOf(sums, cell);
        details[size_t(cell)].days = timelineOf(days, cell);
    }
    return details;
}

std::vector<StringId> domainsForTiles(const Dataset &dataset)
{
    // Tiles are for a handful of domains; a consultant's hundreds are for the list.
    constexpr size_t mostTiles = 24;
    std::vector<StringId> domains;
    for (const ReportInfo &report : dataset.reports) {
        if (std::find(domains.cbegin(), domains.cend(), report.domain) == domains.cend())
            domains.push_back(report.domain);
        if (domains.size() > mostTiles)
            return {};
    }
    return domains.size() < 2 ? std::vector<StringId>() : domains;
}

std::vector<DomainTile> domainTilesOf(
    const Dataset &dataset, const std::vector<StringId> &domains, const Sums &sums)
{
    std::vector<std::vector<ReportSums>> reports(domains.size());
    for (const ReportSums &one : sums.reports) {
        const auto domain =
            std::find(domains.cbegin(), domains.cend(), dataset.reports[one.report].domain);
        if (domain != domains.cend())
            reports[size_t(domain - domains.cbegin())].push_back(one);
    }
    std::vector<DomainTile> tiles;
    for (size_t i = 0; i < domains.size(); ++i)
        tiles.push_back(tileOf(dataset, domains[i], reports[i]));
    std::stable_sort(tiles.begin(), tiles.end(), [](const DomainTile &a, const DomainTile &b) {
        return a.totals.counts.messages > b.totals.counts.messages;
    });
    return tiles;
}

} // namespace sekisho
