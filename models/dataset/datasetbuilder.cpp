// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/datasetbuilder.h"

#include <algorithm>

namespace sekisho {

namespace {

struct Identity {
    StringId reporter;
    StringId domain;
    StringId reportId;
    DateSpan period;

    bool operator==(const Identity &) const = default;
};

size_t qHash(const Identity &identity, size_t seed)
{
    return qHashMulti(seed, identity.reporter.value, identity.domain.value, identity.reportId.value,
        identity.period.begin, identity.period.end);
}

size_t hashOf(const IpAddress &ip)
{
    return qHash(ip, QHashSeed::globalSeed());
}

quint16 flagsOf(const Record &record, const RecordAlignment &alignment)
{
    quint16 flags = 0;
    const auto set = [&flags](bool on, RecordFlag flag) { flags |= on ? flag : 0; };
    set(alignment.ownSignatureBroken, OwnSignatureBroken);
    set(alignment.dkim.passWithoutResult, DkimPassWithoutResult);
    set(alignment.spf.passWithoutResult, SpfPassWithoutResult);
    set(alignment.dkim.alignedButFail, DkimAlignedButFail);
    set(alignment.spf.alignedButFail, SpfAlignedButFail);
    set(alignment.dkim.evaluatedUnknown, DkimEvaluatedUnknown);
    set(alignment.spf.evaluatedUnknown, SpfEvaluatedUnknown);
    set(record.hasEnvelopeFrom, HasEnvelopeFrom);
    set(record.repaired, RepairedRecord);
    return flags;
}

/// Without an id and a period there is nothing to tell two reports of a day from two versions of
/// one: damaged reports, and both may count.
bool identifies(const ReportInfo &report)
{
    return report.reportId != StringId() || report.period != DateSpan();
}

void addNote(LogItem &item, NoteCode code, const Origin &other)
{
    const QString detail
        = other.members.isEmpty() ? other.path : other.path + QStringLiteral(" → ") + other.member();
    item.notes.append({code, detail, 1, {}});
}

/// Gives back the room for more, which is up to as much again as the dataset takes.
void shrink(Dataset &dataset)
{
    const auto shrinkAll = [](auto &...columns) { (columns.shrink_to_fit(), ...); };
    RecordColumns &records = dataset.records;
    shrinkAll(records.report, records.row, records.address, records.count, records.headerFrom,
        records.envelopeFrom, records.envelopeTo, records.disposition, records.dispositionText,
        records.dkimEvaluatedText, records.spfEvaluatedText, records.reportedCell,
        records.computedCell, records.dkimReason, records.spfReason, records.flags,
        records.dkimFirst, records.spfFirst, records.reasonFirst);
    shrinkAll(dataset.dkim, dataset.spf, dataset.reasons, dataset.addresses);
}

/// The entries of one more row, the same as those of an earlier one.
template <typename T>
void repeatEntries(std::vector<T> &entries, std::vector<quint32> &firsts, Row row)
{
    for (quint32 i = firsts[row]; i < firsts[row + 1]; ++i)
        entries.push_back(T(entries[i]));
    firsts.push_back(quint32(entries.size()));
}

} // namespace

DatasetBuilder::DatasetBuilder(const Dataset &earlier)
    : m_data(std::make_shared<Dataset>(earlier))
{
    for (size_t i = 0; i < m_data->addresses.size(); ++i) {
        const Address &address = m_data->addresses[i];
        if (address.ip)
            m_addresses.add(hashOf(*address.ip), quint32(i));
        else
            m_oddAddresses.insert(m_data->text(address.text), quint32(i));
    }
}

void DatasetBuilder::add(ReadItem &&item, qint64 when)
{
    LogItem line;
    line.origin = std::move(item.origin);
    line.kind = item.kind;
    line.status = item.status;
    line.notes = item.notes.list();
    line.when = item.mailDate ? item.mailDate : when;
    const quint32 index = quint32(m_data->items.size());
    if (const auto *report = std::get_if<AggregateReport>(&item.content)) {
        line.report = qint32(m_data->reports.size());
        addReport(*report, index);
    } else if (auto *tls = std::get_if<TlsReport>(&item.content)) {
        m_data->tlsReports.push_back(std::move(*tls));
    } else if (auto *failure = std::get_if<FailureReport>(&item.content)) {
        line.failure = qint32(m_data->failures.size());
        addFailure(std::move(*failure), index);
    }
    m_data->items.push_back(std::move(line));
}

void DatasetBuilder::addReport(const AggregateReport &report, quint32 item)
{
    StringPool &strings = m_data->strings;
    ReportInfo info;
    info.item = item;
    info.orgName = strings.intern(report.orgName);
    info.reporter = strings.intern(reporterDomain(report));
    info.email = strings.intern(report.email);
    info.reportId = strings.intern(report.reportId);
    info.domain = strings.intern(normalizedDomain(report.policy.domain));
    info.period = report.period;
    info.policy = report.policy;
    info.generator = report.generator;
    info.extraContactInfo = report.extraContactInfo;
    info.version = report.version;
    info.errors = report.errors;
    info.dialect = report.dialect;
    info.firstRow = quint32(m_data->records.size());
    info.rowCount = quint32(report.records.size());
    info.contentHash = contentHash(report);
    const bool haveFindings = report.findings.size() == report.records.size();
    for (size_t i = 0; i < report.records.size(); ++i) {
        const Record &record = report.records[i];
        info.messages += record.count;
        if (record.dkimEvaluated == Evaluated::Pass || record.spfEvaluated == Evaluated::Pass)
            info.passMessages += record.count;
        if (!haveFindings)
            addRecord(record, alignmentOf(record, report.policy, m_domains));
        else if (const qint32 same = report.findings[i].sameAs; same >= 0)
            addSameRecord(record, info.firstRow + quint32(same));
        else
            addRecord(record, report.findings[i].alignment);
    }
    m_data->reports.push_back(std::move(info));
}

void DatasetBuilder::addRecord(const Record &record, const RecordAlignment &alignment)
{
    StringPool &strings = m_data->strings;
    RecordColumns &columns = m_data->records;
    columns.report.push_back(quint32(m_data->reports.size()));
    columns.row.push_back(quint32(record.row));
    columns.address.push_back(addressOf(record.sourceIp, record.sourceIpText));
    columns.count.push_back(record.count);
    columns.headerFrom.push_back(strings.intern(normalizedDomain(record.headerFrom)));
    columns.envelopeFrom.push_back(strings.intern(record.envelopeFrom));
    columns.envelopeTo.push_back(strings.intern(record.envelopeTo));
    columns.disposition.push_back(record.disposition);
    columns.dispositionText.push_back(strings.intern(record.dispositionText));
    columns.dkimEvaluatedText.push_back(strings.intern(record.dkimEvaluatedText.toLower()));
    columns.spfEvaluatedText.push_back(strings.intern(record.spfEvaluatedText.toLower()));
    columns.reportedCell.push_back(quint8(alignment.reported().index()));
    columns.computedCell.push_back(quint8(alignment.computed().index()));
    columns.dkimReason.push_back(alignment.dkim.reason);
    columns.spfReason.push_back(alignment.spf.reason);
    columns.flags.push_back(flagsOf(record, alignment));
    addResults(record);
}

void DatasetBuilder::addSameRecord(const Record &record, Row row)
{
    RecordColumns &columns = m_data->records;
    columns.report.push_back(columns.report[row]);
    columns.row.push_back(quint32(record.row));
    columns.address.push_back(addressOf(record.sourceIp, record.sourceIpText));
    columns.count.push_back(record.count);
    for (const auto column : {&RecordColumns::headerFrom, &RecordColumns::envelopeFrom,
             &RecordColumns::envelopeTo, &RecordColumns::dispositionText,
             &RecordColumns::dkimEvaluatedText, &RecordColumns::spfEvaluatedText})
        (columns.*column).push_back((columns.*column)[row]);
    columns.disposition.push_back(columns.disposition[row]);
    columns.reportedCell.push_back(columns.reportedCell[row]);
    columns.computedCell.push_back(columns.computedCell[row]);
    columns.dkimReason.push_back(columns.dkimReason[row]);
    columns.spfReason.push_back(columns.spfReason[row]);
    columns.flags.push_back(columns.flags[row]);
    repeatEntries(m_data->dkim, columns.dkimFirst, row);
    repeatEntries(m_data->spf, columns.spfFirst, row);
    repeatEntries(m_data->reasons, columns.reasonFirst, row);
}

void DatasetBuilder::addResults(const Record &record)
{
    StringPool &strings = m_data->strings;
    RecordColumns &columns = m_data->records;
    if (columns.dkimFirst.empty()) {
        columns.dkimFirst.push_back(0);
        columns.spfFirst.push_back(0);
        columns.reasonFirst.push_back(0);
    }
    for (const DkimEntry &entry : record.dkim) {
        m_data->dkim.push_back({strings.intern(entry.domain), strings.intern(entry.selector),
            strings.intern(entry.humanResult), entry.result, strings.intern(entry.resultText)});
    }
    for (const SpfEntry &entry : record.spf) {
        m_data->spf.push_back({strings.intern(entry.domain), strings.intern(entry.scope),
            strings.intern(entry.humanResult), entry.result, strings.intern(entry.resultText)});
    }
    for (const OverrideReason &reason : record.reasons)
        m_data->reasons.push_back({strings.intern(reason.type), strings.intern(reason.comment)});
    columns.dkimFirst.push_back(quint32(m_data->dkim.size()));
    columns.spfFirst.push_back(quint32(m_data->spf.size()));
    columns.reasonFirst.push_back(quint32(m_data->reasons.size()));
}

void DatasetBuilder::addFailure(FailureReport &&report, quint32 item)
{
    FailureInfo info;
    info.item = item;
    info.reporter = m_data->strings.intern(report.reporter);
    info.domain = m_data->strings.intern(report.domain);
    if (report.sourceIp)
        info.address = addressOf(report.sourceIp, {});
    info.report = std::make_shared<const FailureReport>(std::move(report));
    m_data->failures.push_back(std::move(info));
}

AddressId DatasetBuilder::addressOf(const std::optional<IpAddress> &ip, const QString &text)
{
    const quint32 next = quint32(m_data->addresses.size());
    if (ip) {
        const size_t hash = hashOf(*ip);
        const auto isSame = [&](quint32 number) { return m_data->addresses[number].ip == ip; };
        if (const auto found = m_addresses.find(hash, isSame))
            return {*found};
        m_addresses.add(hash, next);
        m_data->addresses.push_back({ip, {}});
        return {next};
    }
    const auto found = m_oddAddresses.constFind(text);
    if (found != m_oddAddresses.cend())
        return {*found};
    m_oddAddresses.insert(text, next);
    m_data->addresses.push_back({std::nullopt, m_data->strings.intern(text)});
    return {next};
}

/// Where the addresses of a part are here, in its order.
std::vector<AddressId> DatasetBuilder::addressesOf(const Dataset &part)
{
    for (const Address &address : part.addresses) {
        if (address.ip)
            m_addresses.prepare(hashOf(*address.ip));
    }
    std::vector<AddressId> addresses;
    addresses.reserve(part.addresses.size());
    for (const Address &address : part.addresses)
        addresses.push_back(addressOf(address.ip, part.text(address.text)));
    return addresses;
}

DatasetPtr DatasetBuilder::finish()
{
    markDuplicates(*m_data);
    markDuplicateFailures(*m_data);
    shrink(*m_data);
    m_addresses = {};
    m_oddAddresses.clear();
    return std::exchange(m_data, std::make_shared<Dataset>());
}

void markDuplicates(Dataset &dataset)
{
    QHash<Identity, QList<quint32>> byIdentity;
    for (size_t i = 0; i < dataset.reports.size(); ++i) {
        const ReportInfo &report = dataset.reports[i];
        byIdentity[{report.reporter, report.domain, report.reportId, report.period}].append(quint32(i));
    }
    const auto itemOf = [&dataset](quint32 report) -> LogItem & {
        return dataset.items[dataset.reports[report].item];
    };
    for (const QList<quint32> &same : std::as_const(byIdentity)) {
        if (same.size() < 2)
            continue;
        QList<quint32> distinct; // one report per content, the first of each
        for (quint32 report : same) {
            const auto first = std::find_if(distinct.cbegin(), distinct.cend(), [&](quint32 other) {
                return dataset.reports[other].contentHash == dataset.reports[report].contentHash;
            });
            if (first == distinct.cend()) {
                distinct.append(report);
                continue;
            }
            if (itemOf(report).status == ItemStatus::Duplicate)
                continue; // known from an earlier run
            dataset.reports[report].counted = false;
            itemOf(report).status = ItemStatus::Duplicate;
            addNote(itemOf(report), NoteCode::DuplicateOf, itemOf(*first).origin);
        }
        if (distinct.size() < 2 || !identifies(dataset.reports[distinct.first()]))
            continue;
        const quint32 newest = *std::max_element(distinct.cbegin(), distinct.cend(),
            [&](quint32 a, quint32 b) { return itemOf(a).when < itemOf(b).when || (itemOf(a).when == itemOf(b).when && a < b); });
        for (quint32 report : std::as_const(distinct)) {
            dataset.reports[report].counted = report == newest;
            if (itemOf(report).status == ItemStatus::Conflict)
                continue;
            itemOf(report).status = ItemStatus::Conflict;
            addNote(itemOf(report), NoteCode::ConflictWith,
                itemOf(distinct[report == distinct.first() ? 1 : 0]).origin);
        }
    }
}

void markDuplicateFailures(Dataset &dataset)
{
    QHash<quint64, quint32> first;
    for (quint32 i = 0; i < dataset.failures.size(); ++i) {
        FailureInfo &failure = dataset.failures[i];
        LogItem &item = dataset.items[failure.item];
        const auto known = first.constFind(failure.report->contentHash);
        if (known == first.cend()) {
            first.insert(failure.report->contentHash, i);
            continue;
        }
        if (item.status == ItemStatus::Duplicate)
            continue; // known from an earlier run
        failure.counted = false;
        item.status = ItemStatus::Duplicate;
        addNote(item, NoteCode::DuplicateOf, dataset.items[dataset.failures[*known].item].origin);
    }
}

} // namespace sekisho
