// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// From so many messages on, shares say something.
constexpr qint64 enough = 50;

/// A sender whose mail mostly fails, with a share of all failures that is worth a line. One stray
/// message among thousands is not.
void addFailingSenders(const Results &results, std::vector<Finding> &findings)
{
    constexpr double notableShare = 10.0;
    constexpr double stray = 0.1;
    constexpr size_t most = 3;
    const Counts &all = results.totals.counts;
    std::vector<Finding> found;
    for (const Sender &sender : results.senders) {
        const qint64 failed = sender.counts.messages - sender.counts.passed;
        const bool mostlyFails = failed * 2 > sender.counts.messages;
        if (mostlyFails && percent(failed, all.messages - all.passed) >= notableShare &&
            percent(failed, all.messages) >= stray)
            found.push_back({Finding::Kind::FailingSender, sender.key, sender.label, failed});
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Finding &a, const Finding &b) { return a.number > b.number; });
    found.resize(std::min(found.size(), most));
    findings.insert(findings.end(), found.begin(), found.end());
}

/// A sender that signs most of its mail, but some goes out by its own servers without a good
/// signature: a signer that stopped. The reverse, SPF, breaks by forwarding and is no sign of that.
void addLostMechanisms(const Results &results, std::vector<Finding> &findings)
{
    constexpr double little = 2.0;
    for (const Sender &sender : results.senders) {
        const qint64 lost =
            sender.matrix.messages[size_t(Cell{Outcome::Failed, Outcome::Aligned}.index())];
        const double share = percent(lost, sender.counts.messages);
        if (lost >= enough && share > little &&
            sender.counts.dkimAligned * 2 > sender.counts.messages)
            findings.push_back({Finding::Kind::LostMechanism, sender.key, u"DKIM"_s, lost});
    }
}

/// Conflicts among the reports shown: of each, one report counts.
qint64 conflictsOf(const Dataset &dataset, const Filter &filter)
{
    qint64 conflicts = 0;
    for (quint32 i = 0; i < dataset.reports.size(); ++i) {
        const ReportInfo &report = dataset.reports[i];
        const bool conflict = dataset.items[report.item].status == ItemStatus::Conflict;
        conflicts += conflict && report.counted && matchesReport(dataset, i, filter);
    }
    return conflicts;
}

/// What could not be read belongs to no domain, so no filter leaves it out.
qint64 unreadableItems(const Dataset &dataset)
{
    return std::count_if(dataset.items.cbegin(), dataset.items.cend(),
        [](const LogItem &item) { return item.status == ItemStatus::Unreadable; });
}

QHash<QString, Counts> countsByDomain(
    const Dataset &dataset, const Filter &filter, const Results &results)
{
    std::vector<Counts> byReport(dataset.reports.size());
    for (Row row : results.rows) {
        byReport[dataset.records.report[row]].add(
            dataset.records.count[row], Cell::at(cellOf(dataset, row, filter.basis)));
    }
    QHash<QString, Counts> counts;
    for (size_t i = 0; i < byReport.size(); ++i) {
        if (byReport[i].records > 0)
            counts[dataset.text(dataset.reports[i].domain)] += byReport[i];
    }
    return counts;
}

/// p=none although nearly everything of the domain passes: the owner could go on.
void addWeakPolicies(const Dataset &dataset, const Filter &filter, const Results &results,
    std::vector<Finding> &findings)
{
    constexpr double nearlyAll = 98.0;
    QHash<QString, const PolicySpan *> latest;
    for (const PolicySpan &span : results.policies) {
        const PolicySpan *&last = latest[span.domain];
        if (!last || span.seen.end > last->seen.end)
            last = &span;
    }
    const QHash<QString, Counts> counts = countsByDomain(dataset, filter, results);
    for (const PolicySpan &span : results.policies) {
        const Counts domain = counts.value(span.domain);
        if (latest.value(span.domain) == &span && span.policy.p == Policy::None &&
            domain.messages >= enough && percent(domain.passed, domain.messages) >= nearlyAll)
            findings.push_back({Finding::Kind::WeakPolicy, span.domain, {}, domain.messages});
    }
}

/// Days between the first and the last report that none of them covers.
qint64 daysWithoutReports(const Dataset &dataset, const Results &results)
{
    std::set<qint64> days;
    for (quint32 report : results.reports) {
        const DateSpan &period = dataset.reports[report].period;
        if (!period.isGiven())
            continue;
        for (const auto &[day, part] : spreadOverDays(period, 0))
            days.insert(day);
    }
    return days.empty() ? 0 : *days.rbegin() - *days.begin() + 1 - qint64(days.size());
}

} // namespace

std::vector<Finding> findingsOf(
    const Dataset &dataset, const Filter &filter, const Results &results)
{
    std::vector<Finding> findings;
    addFailingSenders(results, findings);
    addLostMechanisms(results, findings);
    if (const qint64 conflicts = conflictsOf(dataset, filter))
        findings.push_back({Finding::Kind::ReportConflicts, {}, {}, conflicts});
    if (const qint64 unreadable = unreadableItems(dataset))
        findings.push_back({Finding::Kind::UnreadableItems, {}, {}, unreadable});
    addWeakPolicies(dataset, filter, results, findings);
    if (const qint64 days = daysWithoutReports(dataset, results))
        findings.push_back({Finding::Kind::NoReports, {}, {}, days});
    return findings;
}

} // namespace sekisho
