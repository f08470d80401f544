// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A sender whose mail mostly fails, with a share of all failures that is worth a line.
void addFailingSenders(const Results &results, std::vector<Finding> &findings)
{
    constexpr double notableShare = 10.0;
    constexpr size_t most = 3;
    const qint64 allFailed = results.totals.counts.messages - results.totals.counts.passed;
    std::vector<Finding> found;
    for (const Sender &sender : results.senders) {
        const qint64 failed = sender.counts.messages - sender.counts.passed;
        const bool mostlyFails = failed * 2 > sender.counts.messages;
        if (mostlyFails && percent(failed, allFailed) >= notableShare)
            found.push_back({Finding::Kind::FailingSender, sender.key, sender.label, failed});
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Finding &a, const Finding &b) { return a.number > b.number; });
    found.resize(std::min(found.size(), most));
    findings.insert(findings.end(), found.begin(), found.end());
}

/// A sender that passes by SPF but has some, not all, mail without aligned DKIM: a signer that
/// stopped. The reverse, SPF, breaks by forwarding and is no sign of that.
void addLostMechanisms(const Results &results, std::vector<Finding> &findings)
{
    constexpr qint64 enough = 50;
    constexpr double little = 2.0;
    for (const Sender &sender : results.senders) {
        const qint64 lost = sender.matrix.messages[size_t(Cell{Outcome::Failed, Outcome::Aligned}.index())];
        const double share = percent(lost, sender.counts.messages);
        if (lost >= enough && share > little && sender.counts.dkimAligned * 2 > sender.counts.messages)
            findings.push_back({Finding::Kind::LostMechanism, sender.key, u"DKIM"_s, lost});
    }
}

qint64 countItems(const Dataset &dataset, ItemStatus status)
{
    return std::count_if(dataset.items.cbegin(), dataset.items.cend(),
        [status](const LogItem &item) { return item.status == status; });
}

/// p=none although nearly everything passes: the owner could go on.
void addWeakPolicies(const Results &results, std::vector<Finding> &findings)
{
    constexpr double nearlyAll = 98.0;
    for (const PolicySpan &span : results.policies) {
        const bool latest = std::none_of(results.policies.cbegin(), results.policies.cend(), [&](const PolicySpan &other) {
            return other.domain == span.domain && other.seen.end > span.seen.end;
        });
        if (latest && span.policy.p == Policy::None
            && percent(results.totals.counts.passed, results.totals.counts.messages) >= nearlyAll)
            findings.push_back({Finding::Kind::WeakPolicy, span.domain, {}, span.messages});
    }
}

} // namespace

std::vector<Finding> findingsOf(const Dataset &dataset, const Results &results)
{
    std::vector<Finding> findings;
    if (results.totals.counts.messages == 0)
        return findings;
    addFailingSenders(results, findings);
    addLostMechanisms(results, findings);
    if (const qint64 conflicts = countItems(dataset, ItemStatus::Conflict))
        findings.push_back({Finding::Kind::ReportConflicts, {}, {}, conflicts});
    if (const qint64 unreadable = countItems(dataset, ItemStatus::Unreadable))
        findings.push_back({Finding::Kind::UnreadableItems, {}, {}, unreadable});
    addWeakPolicies(results, findings);
    const qint64 empty = std::count_if(results.timeline.cbegin(), results.timeline.cend(),
        [](const DayCount &day) { return day.passed + day.failed == 0; });
    if (empty > 0)
        findings.push_back({Finding::Kind::NoReports, {}, {}, empty});
    return findings;
}

} // namespace sekisho
