// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include "analysis/days.h"
#include "analysis/senders.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// From so many messages on, shares say something.
constexpr qint64 enough = 50;

/// What tells whether a sender needs the owner.
struct SenderSigns {
    qint64 messages = 0;
    qint64 passed = 0;
    qint64 signedWell = 0; ///< DKIM aligned
    qint64 lost = 0; ///< by its own servers, without a good signature
};

/// A sender and the number that its finding gives.
struct Found {
    quint32 group = 0;
    qint64 messages = 0; ///< of the sender
    qint64 number = 0;
};

/// Per group.
std::vector<SenderSigns> signsOf(
    const Dataset &dataset, const SenderIndex &senders, Basis basis, const std::vector<Row> &rows)
{
    constexpr int unsignedByOwn = Cell{Outcome::Failed, Outcome::Aligned}.index();
    std::vector<SenderSigns> signs(senders.groups.size());
    for (Row row : rows) {
        const int index = cellOf(dataset, row, basis);
        const Cell cell = Cell::at(index);
        const qint64 count = dataset.records.count[row];
        SenderSigns &sender = signs[senders.group[dataset.records.address[row].value]];
        sender.messages += count;
        sender.passed += cell.passes() ? count : 0;
        sender.signedWell += cell.dkim == Outcome::Aligned ? count : 0;
        sender.lost += index == unsignedByOwn ? count : 0;
    }
    return signs;
}

/// In the order of lists of senders.
void sortAsListed(const SenderIndex &senders, std::vector<Found> &found)
{
    std::sort(found.begin(), found.end(), [&senders](const Found &a, const Found &b) {
        return comesFirst(senders, a.group, a.messages, b.group, b.messages);
    });
}

/// A sender whose mail mostly fails, with a share of all failures that is worth a line. One stray
/// message among thousands is not.
void addFailingSenders(const SenderIndex &senders, const std::vector<SenderSigns> &signs,
    const Counts &all, std::vector<Finding> &findings)
{
    constexpr double notableShare = 10.0;
    constexpr double stray = 0.1;
    constexpr size_t most = 3;
    std::vector<Found> found;
    for (quint32 group = 0; group < signs.size(); ++group) {
        const qint64 messages = signs[group].messages;
        const qint64 failed = messages - signs[group].passed;
        const bool mostlyFails = failed * 2 > messages;
        if (mostlyFails && percent(failed, all.messages - all.passed) >= notableShare &&
            percent(failed, all.messages) >= stray)
            found.push_back({group, messages, failed});
    }
    sortAsListed(senders, found);
    std::stable_sort(found.begin(), found.end(),
        [](const Found &a, const Found &b) { return a.number > b.number; });
    found.resize(std::min(found.size(), most));
    for (const Found &one : found) {
        const SenderGroup &group = senders.groups[one.group];
        findings.push_back({Finding::Kind::FailingSender, group.key(), group.label(), one.number});
    }
}

/// A sender that signs most of its mail, but some goes out by its own servers without a good
/// signature: a signer that stopped. The reverse, SPF, breaks by forwarding and is no sign of that.
void addLostMechanisms(const SenderIndex &senders, const std::vector<SenderSigns> &signs,
    std::vector<Finding> &findings)
{
    constexpr double little = 2.0;
    std::vector<Found> found;
    for (quint32 group = 0; group < signs.size(); ++group) {
        const SenderSigns &sender = signs[group];
        if (sender.lost >= enough && percent(sender.lost, sender.messages) > little &&
            sender.signedWell * 2 > sender.messages)
            found.push_back({group, sender.messages, sender.lost});
    }
    sortAsListed(senders, found);
    for (const Found &one : found) {
        const QString key = senders.groups[one.group].key();
        findings.push_back({Finding::Kind::LostMechanism, key, u"DKIM"_s, one.number});
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

QHash<QString, Counts> countsByDomain(const Dataset &dataset, const Sums &sums)
{
    QHash<StringId, Counts> counts;
    for (const ReportSums &report : sums.reports)
        counts[dataset.reports[report.report].domain] += report.counts;
    QHash<QString, Counts> named;
    for (auto domain = counts.cbegin(); domain != counts.cend(); ++domain)
        named.insert(dataset.text(domain.key()), domain.value());
    return named;
}

/// p=none although nearly everything of the domain passes: the owner could go on.
void addWeakPolicies(const Dataset &dataset, const Results &results, const Sums &sums,
    std::vector<Finding> &findings)
{
    constexpr double nearlyAll = 98.0;
    QHash<QString, const PolicySpan *> latest;
    for (const PolicySpan &span : results.policies) {
        const PolicySpan *&last = latest[span.domain];
        if (!last || span.seen.end > last->seen.end)
            last = &span;
    }
    const QHash<QString, Counts> counts = countsByDomain(dataset, sums);
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
    qint64 last = 0; // most reports are of the same day as the one before
    for (quint32 report : results.reports) {
        const DateSpan &period = dataset.reports[report].period;
        if (!period.isGiven())
            continue;
        forEachDay(period, 0, [&](qint64 day, qint64) {
            if (days.empty() || day != last)
                days.insert(day);
            last = day;
        });
    }
    return days.empty() ? 0 : *days.rbegin() - *days.begin() + 1 - qint64(days.size());
}

} // namespace

std::vector<Finding> findingsOf(const Dataset &dataset, const SenderIndex &senders,
    const Filter &filter, const Results &results, const Sums &sums)
{
    const std::vector<SenderSigns> signs = signsOf(dataset, senders, filter.basis, results.rows);
    std::vector<Finding> findings;
    addFailingSenders(senders, signs, results.totals.counts, findings);
    addLostMechanisms(senders, signs, findings);
    if (const qint64 conflicts = conflictsOf(dataset, filter))
        findings.push_back({Finding::Kind::ReportConflicts, {}, {}, conflicts});
    if (const qint64 unreadable = unreadableItems(dataset))
        findings.push_back({Finding::Kind::UnreadableItems, {}, {}, unreadable});
    addWeakPolicies(dataset, results, sums, findings);
    if (const qint64 days = daysWithoutReports(dataset, results))
        findings.push_back({Finding::Kind::NoReports, {}, {}, days});
    return findings;
}

} // namespace sekisho
