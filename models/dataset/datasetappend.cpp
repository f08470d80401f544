// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/datasetbuilder.h"

#include <algorithm>

namespace sekisho {

namespace {

template <typename T, typename Change>
void extend(std::vector<T> &column, const std::vector<T> &more, const Change &change)
{
    const size_t before = column.size();
    column.resize(before + more.size());
    std::transform(more.begin(), more.end(), column.begin() + qptrdiff(before), change);
}

template <typename T> void extend(std::vector<T> &column, const std::vector<T> &more)
{
    column.insert(column.end(), more.begin(), more.end());
}

/// For columns of first entries, which are one longer than the others: the end of one part is the
/// beginning of the next.
void extendFirst(std::vector<quint32> &column, const std::vector<quint32> &more)
{
    const quint32 end = column.empty() ? 0 : column.back();
    if (!column.empty() && !more.empty())
        column.pop_back();
    extend(column, more, [end](quint32 n) { return n + end; });
}

} // namespace

void DatasetBuilder::append(DatasetBuilder &&part)
{
    Dataset &from = *part.m_data;
    const std::vector<StringId> strings = m_data->strings.merge(from.strings);
    const std::vector<AddressId> addresses = addressesOf(from);
    appendRecords(from, strings, addresses); // while the number of reports is that before them
    const auto firstItem = quint32(m_data->items.size());
    const auto firstReport = qint32(m_data->reports.size());
    const auto firstFailure = qint32(m_data->failures.size());
    const auto firstRow = quint32(m_data->records.size() - from.records.size());
    for (LogItem &item : from.items) {
        if (item.report >= 0)
            item.report += firstReport;
        if (item.failure >= 0)
            item.failure += firstFailure;
        m_data->items.push_back(std::move(item));
    }
    for (ReportInfo &report : from.reports) {
        report.item += firstItem;
        report.firstRow += firstRow;
        for (StringId *id : {&report.orgName, &report.reporter, &report.email, &report.reportId,
                 &report.domain})
            *id = strings[id->value];
        m_data->reports.push_back(std::move(report));
    }
    for (TlsReport &report : from.tlsReports)
        m_data->tlsReports.push_back(std::move(report));
    for (FailureInfo &failure : from.failures) {
        failure.item += firstItem;
        failure.reporter = strings[failure.reporter.value];
        failure.domain = strings[failure.domain.value];
        if (failure.address)
            failure.address = addresses[failure.address->value];
        m_data->failures.push_back(std::move(failure));
    }
    part = {};
}

void DatasetBuilder::appendRecords(const Dataset &part, const std::vector<StringId> &strings,
    const std::vector<AddressId> &addresses)
{
    const auto sameText = [&strings](StringId id) { return strings[id.value]; };
    const auto sameResult = [&](ResultEntry entry) {
        for (StringId *id : {&entry.domain, &entry.label, &entry.human, &entry.resultText})
            *id = sameText(*id);
        return entry;
    };
    const auto sameReason = [&](const ReasonEntry &entry) {
        return ReasonEntry{sameText(entry.type), sameText(entry.comment)};
    };
    const auto shifted = [](size_t by) { return [by](quint32 n) { return n + quint32(by); }; };

    RecordColumns &to = m_data->records;
    const RecordColumns &from = part.records;
    extend(to.report, from.report, shifted(m_data->reports.size()));
    extend(to.row, from.row);
    extend(to.address, from.address, [&](AddressId id) { return addresses[id.value]; });
    extend(to.count, from.count);
    for (const auto column : {&RecordColumns::headerFrom, &RecordColumns::envelopeFrom,
             &RecordColumns::envelopeTo, &RecordColumns::dispositionText,
             &RecordColumns::dkimEvaluatedText, &RecordColumns::spfEvaluatedText})
        extend(to.*column, from.*column, sameText);
    extend(to.disposition, from.disposition);
    extend(to.reportedCell, from.reportedCell);
    extend(to.computedCell, from.computedCell);
    extend(to.dkimReason, from.dkimReason);
    extend(to.spfReason, from.spfReason);
    extend(to.flags, from.flags);
    extendFirst(to.dkimFirst, from.dkimFirst);
    extendFirst(to.spfFirst, from.spfFirst);
    extendFirst(to.reasonFirst, from.reasonFirst);
    extend(m_data->dkim, part.dkim, sameResult);
    extend(m_data->spf, part.spf, sameResult);
    extend(m_data->reasons, part.reasons, sameReason);
}

} // namespace sekisho
