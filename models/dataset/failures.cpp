// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/failures.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Whether an address is one of the senders that these keys name, as in Filter::senders.
bool isOneOf(const Dataset &dataset, const SenderIndex &senders, AddressId address, const QStringList &keys)
{
    const Address &known = dataset.addresses[address.value];
    const QString group = senders.keyOf(address);
    return std::any_of(keys.cbegin(), keys.cend(), [&](const QString &key) {
        if (key == group || (!known.ip && key == dataset.text(known.text)))
            return true;
        // The key of a group means the group, not addresses that a host name puts elsewhere.
        const auto network = known.ip ? IpNetwork::parse(key) : std::nullopt;
        return network && network->contains(*known.ip) && !senders.find(key);
    });
}

/// Delivery-Result (RFC 6591 §3.2.2) in the words of aggregate reports.
QString dispositionOf(const FailureReport &report)
{
    const QString result = report.claim.deliveryResult.toLower();
    if (result == "delivered"_L1)
        return u"none"_s;
    if (result == "spam"_L1)
        return u"quarantine"_s;
    return result == "reject"_L1 ? result : QString();
}

class FailureMatcher final {
public:
    FailureMatcher(const Dataset &dataset, const SenderIndex &senders, const Filter &filter)
        : m_dataset(dataset)
        , m_senders(senders)
        , m_filter(filter)
    {
        if (!filter.cases.isEmpty() && senders.cases)
            markCases();
    }

    [[nodiscard]] bool matches(const FailureInfo &failure) const
    {
        // A filter on single aggregate reports shows nothing else.
        return failure.counted && m_filter.reportKeys.isEmpty() && matchesReport(failure) &&
            matchesSender(failure) && matchesMail(*failure.report) &&
            (m_filter.text.isEmpty() || matchesText(failure));
    }

private:
    void markCases()
    {
        m_caseAddresses.resize(m_dataset.addresses.size(), false);
        for (Row row = 0; row < m_dataset.records.size(); ++row) {
            if (m_filter.cases.contains(int((*m_senders.cases)[row])))
                m_caseAddresses[m_dataset.records.address[row].value] = true;
        }
    }

    [[nodiscard]] bool matchesReport(const FailureInfo &failure) const
    {
        const QString &domain = m_dataset.text(failure.domain);
        const auto covers = [&domain](const QString &policy) { return isSameOrBelow(domain, policy); };
        const qint64 arrival = failure.report->arrival;
        return (m_filter.domains.isEmpty() ||
                   std::any_of(m_filter.domains.cbegin(), m_filter.domains.cend(), covers)) &&
            (m_filter.reporters.isEmpty() || m_filter.reporters.contains(m_dataset.text(failure.reporter))) &&
            (!m_filter.period || (arrival >= m_filter.period->begin && arrival < m_filter.period->end));
    }

    [[nodiscard]] bool matchesSender(const FailureInfo &failure) const
    {
        if (!failure.address)
            return m_filter.senders.isEmpty() && m_filter.cases.isEmpty() &&
                isInScope(SenderClass::Unauthorised, m_filter.scope);
        const AddressId address = *failure.address;
        return isInScope(m_senders.classOf(address), m_filter.scope) &&
            (m_filter.senders.isEmpty() || isOneOf(m_dataset, m_senders, address, m_filter.senders)) &&
            !isOneOf(m_dataset, m_senders, address, m_filter.excludedSenders) &&
            (m_filter.cases.isEmpty() ||
                (address.value < m_caseAddresses.size() && m_caseAddresses[address.value]));
    }

    [[nodiscard]] bool matchesMail(const FailureReport &report) const
    {
        const Cell cell = report.alignment.computed();
        return (m_filter.headerFroms.isEmpty() || m_filter.headerFroms.contains(report.domain)) &&
            (m_filter.cells.isEmpty() || m_filter.cells.contains(cell.index())) &&
            (!m_filter.passed || *m_filter.passed == cell.passes()) &&
            (m_filter.dispositions.isEmpty() || m_filter.dispositions.contains(dispositionOf(report)));
    }

    [[nodiscard]] bool matchesText(const FailureInfo &failure) const
    {
        const auto hit = [this](const QString &text) { return text.contains(m_filter.text, Qt::CaseInsensitive); };
        const auto anyHit = [&hit](const QStringList &texts) { return std::any_of(texts.cbegin(), texts.cend(), hit); };
        const FailureReport &report = *failure.report;
        const bool bySender = failure.address &&
            (hit(m_dataset.addressText(*failure.address)) ||
                hit(m_senders.hostOf(*failure.address)) ||
                hit(m_senders.groups[m_senders.group[failure.address->value]].label()));
        const auto inAddress = [&hit](const MailAddress &address) { return hit(addressText(address)); };
        return bySender || hit(report.subject) || hit(report.domain) || hit(report.reporter) ||
            hit(report.messageId) || hit(report.mailFrom) || anyHit(report.urls) ||
            std::any_of(report.from.begin(), report.from.end(), inAddress) ||
            std::any_of(report.attachments.begin(), report.attachments.end(),
                [&hit](const Attachment &attachment) { return hit(attachment.name); });
    }

    const Dataset &m_dataset;
    const SenderIndex &m_senders;
    const Filter &m_filter;
    std::vector<bool> m_caseAddresses;
};

/// When mail of a report can have been received.
std::optional<DateSpan> widened(const DateSpan &period)
{
    if (!period.isGiven())
        return std::nullopt;
    return DateSpan{period.begin - secondsPerDay, period.end + secondsPerDay};
}

bool belongs(const Dataset &dataset, const FailureInfo &failure, Row row)
{
    const RecordColumns &records = dataset.records;
    if (!failure.address || *failure.address != records.address[row] || failure.domain != records.headerFrom[row])
        return false;
    const auto span = widened(dataset.reports[records.report[row]].period);
    const qint64 arrival = failure.report->arrival;
    return !span || (arrival >= span->begin && arrival < span->end);
}

} // namespace

std::vector<FailureIndex> failuresOf(const Dataset &dataset, Row row)
{
    std::vector<FailureIndex> found;
    for (FailureIndex i = 0; i < dataset.failures.size(); ++i) {
        if (dataset.failures[i].counted && belongs(dataset, dataset.failures[i], row))
            found.push_back(i);
    }
    return found;
}

Filter failuresFilter(const Dataset &dataset, Row row, Basis basis)
{
    const RecordColumns &records = dataset.records;
    Filter filter;
    filter.basis = basis;
    filter.senders = {dataset.addressText(records.address[row])};
    filter.headerFroms = {dataset.text(records.headerFrom[row])};
    filter.period = widened(dataset.reports[records.report[row]].period);
    return filter;
}

std::vector<Row> recordsOf(const Dataset &dataset, const FailureInfo &failure)
{
    std::vector<Row> found;
    for (Row row = 0; row < dataset.records.size(); ++row) {
        if (belongs(dataset, failure, row) && dataset.reports[dataset.records.report[row]].counted)
            found.push_back(row);
    }
    return found;
}

Filter recordsFilter(const Dataset &dataset, const std::vector<Row> &rows, Basis basis)
{
    Filter filter;
    filter.basis = basis;
    for (Row row : rows) {
        const QString key = reportKey(dataset, dataset.records.report[row]);
        if (!filter.reportKeys.contains(key))
            filter.reportKeys.append(key);
        filter.senders = {dataset.addressText(dataset.records.address[row])};
        filter.headerFroms = {dataset.text(dataset.records.headerFrom[row])};
    }
    return filter;
}

int countFailuresOf(const Dataset &dataset, const SenderIndex &senders, const QString &sender)
{
    const auto &failures = dataset.failures;
    return int(std::count_if(failures.begin(), failures.end(), [&](const FailureInfo &failure) {
        return failure.counted && failure.address &&
            isOneOf(dataset, senders, *failure.address, {sender});
    }));
}

std::vector<FailureIndex> selectFailures(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop)
{
    const FailureMatcher matcher(dataset, senders, filter);
    std::vector<FailureIndex> shown;
    for (FailureIndex i = 0; i < dataset.failures.size() && !stop.requested(); ++i) {
        if (matcher.matches(dataset.failures[i]))
            shown.push_back(i);
    }
    std::stable_sort(shown.begin(), shown.end(), [&dataset](FailureIndex a, FailureIndex b) {
        return dataset.failures[a].report->arrival > dataset.failures[b].report->arrival;
    });
    return shown;
}

} // namespace sekisho
