// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/filter.h"

#include <QUrl>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// For each id of a table whether it passes; empty: all do.
using Mask = std::vector<bool>;

bool passes(const Mask &mask, quint32 id)
{
    return mask.empty() || mask[id];
}

Mask maskOfStrings(const Dataset &dataset, const QStringList &wanted)
{
    if (wanted.isEmpty())
        return {};
    Mask mask(dataset.strings.size(), false);
    for (const QString &text : wanted) {
        StringId id;
        if (dataset.strings.find(text, id))
            mask[id.value] = true;
    }
    return mask;
}

/// Marks the addresses that belong to one of the sender keys.
Mask maskOfSenders(const Dataset &dataset, const SenderIndex &senders, const QStringList &wanted)
{
    if (wanted.isEmpty())
        return {};
    std::vector<IpNetwork> networks;
    for (const QString &key : wanted) {
        const bool isGroup = std::find(senders.keys.cbegin(), senders.keys.cend(), key) != senders.keys.cend();
        if (const auto network = IpNetwork::parse(key); network && !isGroup)
            networks.push_back(*network);
    }
    Mask mask(dataset.addresses.size(), false);
    for (size_t i = 0; i < dataset.addresses.size(); ++i) {
        const Address &address = dataset.addresses[i];
        mask[i] = wanted.contains(senders.keys[senders.group[i]])
            || (!address.ip && wanted.contains(dataset.text(address.text)))
            || (address.ip && std::any_of(networks.cbegin(), networks.cend(), [&](const IpNetwork &network) {
                   return network.contains(*address.ip);
               }));
    }
    return mask;
}

/// A domain as people write it, "日本語.example" for "xn--wgv71a119e.example".
QString unicodeDomain(const QString &domain)
{
    return QUrl::fromAce(domain.toLatin1(), QUrl::IgnoreIDNWhitelist);
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

/// Marks the addresses whose class is in scope.
Mask maskOfScope(const Dataset &dataset, const SenderIndex &senders, Scope scope)
{
    if (scope == Scope::All)
        return {};
    Mask mask(dataset.addresses.size(), false);
    for (quint32 i = 0; i < mask.size(); ++i)
        mask[i] = isInScope(senders.classOf({i}), scope);
    return mask;
}

/// The filter prepared for a dataset: what can be decided per report, address or string is decided
/// once, so that a row costs a few look-ups.
class Matcher final {
public:
    Matcher(const Dataset &dataset, const SenderIndex &senders, const Filter &filter)
        : m_dataset(dataset)
        , m_filter(filter)
        , m_senders(maskOfSenders(dataset, senders, filter.senders))
        , m_excluded(maskOfSenders(dataset, senders, filter.excludedSenders))
        , m_scope(maskOfScope(dataset, senders, filter.scope))
        , m_headerFroms(maskOfStrings(dataset, filter.headerFroms))
    {
        for (int cell : filter.cells)
            m_cells |= 1U << cell;
        for (int mailCase : filter.cases)
            m_caseBits |= 1U << mailCase;
        m_cases = senders.cases.get();
        for (const QString &text : filter.dispositions)
            m_dispositions |= 1U << int(disposition(text));
        if (!filter.text.isEmpty())
            prepareText(senders);
    }

    [[nodiscard]] bool matchesRow(Row row) const
    {
        const RecordColumns &records = m_dataset.records;
        const quint32 address = records.address[row].value;
        const int cell = cellOf(m_dataset, row, m_filter.basis);
        return passes(m_senders, address) && (m_excluded.empty() || !m_excluded[address])
            && passes(m_scope, address) && passes(m_headerFroms, records.headerFrom[row].value)
            && (m_cells == 0 || (m_cells >> cell & 1U))
            && (m_caseBits == 0 || matchesCase(row))
            && (m_dispositions == 0 || (m_dispositions >> int(records.disposition[row]) & 1U))
            && (!m_filter.passed || *m_filter.passed == Cell::at(cell).passes())
            && (m_filter.text.isEmpty() || matchesText(row));
    }

private:
    void prepareText(const SenderIndex &senders)
    {
        const auto contains = [this](const QString &text) {
            return text.contains(m_filter.text, Qt::CaseInsensitive)
                || (text.contains("xn--"_L1) && unicodeDomain(text).contains(m_filter.text, Qt::CaseInsensitive));
        };
        m_textIds.resize(m_dataset.strings.size());
        for (quint32 i = 0; i < m_dataset.strings.size(); ++i)
            m_textIds[i] = i != 0 && contains(m_dataset.strings.text({i}));
        // To make the texts of all addresses takes its time, and most searches are for names.
        const bool mayBeAddress = std::all_of(m_filter.text.cbegin(), m_filter.text.cend(),
            [](QChar c) { return c == u'.' || c == u':' || isHexDigit(c); });
        m_textAddresses.resize(m_dataset.addresses.size());
        for (size_t i = 0; i < m_dataset.addresses.size(); ++i) {
            const Address &address = m_dataset.addresses[i];
            m_textAddresses[i] = (address.ip ? mayBeAddress && contains(address.ip->text()) : hit(address.text))
                || contains(senders.names[senders.host[i].value]) || contains(senders.labels[senders.group[i]]);
        }
        m_textReports.resize(m_dataset.reports.size());
        for (size_t i = 0; i < m_dataset.reports.size(); ++i) {
            const ReportInfo &report = m_dataset.reports[i];
            m_textReports[i] = hit(report.orgName) || hit(report.reporter) || hit(report.reportId)
                || hit(report.domain) || hit(report.email);
        }
    }

    [[nodiscard]] bool matchesCase(Row row) const
    {
        return m_cases && row < m_cases->size() && (m_caseBits >> (*m_cases)[row] & 1U);
    }

    [[nodiscard]] bool hit(StringId id) const { return m_textIds[id.value]; }

    [[nodiscard]] bool matchesText(Row row) const
    {
        const RecordColumns &records = m_dataset.records;
        if (m_textReports[records.report[row]] || m_textAddresses[records.address[row].value]
            || hit(records.headerFrom[row]) || hit(records.envelopeFrom[row])
            || hit(records.envelopeTo[row]))
            return true;
        for (quint32 i = records.dkimFirst[row]; i < records.dkimFirst[row + 1]; ++i) {
            const ResultEntry &entry = m_dataset.dkim[i];
            if (hit(entry.domain) || hit(entry.label) || hit(entry.human))
                return true;
        }
        for (quint32 i = records.spfFirst[row]; i < records.spfFirst[row + 1]; ++i) {
            if (hit(m_dataset.spf[i].domain) || hit(m_dataset.spf[i].human))
                return true;
        }
        for (quint32 i = records.reasonFirst[row]; i < records.reasonFirst[row + 1]; ++i) {
            if (hit(m_dataset.reasons[i].type) || hit(m_dataset.reasons[i].comment))
                return true;
        }
        return false;
    }

    const Dataset &m_dataset;
    const Filter &m_filter;
    Mask m_senders;
    Mask m_excluded;
    Mask m_scope;
    Mask m_headerFroms;
    Mask m_textIds;
    Mask m_textAddresses;
    Mask m_textReports;
    quint32 m_cells = 0;
    quint32 m_caseBits = 0;
    const std::vector<quint8> *m_cases = nullptr;
    quint32 m_dispositions = 0;
};

} // namespace

bool isInScope(SenderClass senderClass, Scope scope)
{
    switch (scope) {
    case Scope::All: return true;
    case Scope::Own: return senderClass != SenderClass::Unauthorised;
    case Scope::Internal: return senderClass == SenderClass::Internal;
    case Scope::ThirdParty: return senderClass == SenderClass::ThirdParty;
    case Scope::Unauthorised: return senderClass == SenderClass::Unauthorised;
    }
    return false;
}

QLatin1StringView scopeKey(Scope scope)
{
    switch (scope) {
    case Scope::All: return "all"_L1;
    case Scope::Own: return "own"_L1;
    case Scope::Internal: return "internal"_L1;
    case Scope::ThirdParty: return "third_party"_L1;
    case Scope::Unauthorised: return "unauthorised"_L1;
    }
    return {};
}

bool Filter::isEmpty() const
{
    Filter everything;
    everything.basis = basis;
    return *this == everything;
}

bool inPeriod(const DateSpan &report, const DateSpan &period)
{
    const qint64 middle = report.middle();
    return middle >= period.begin && middle < period.end;
}

Filter reportPart(const Filter &filter)
{
    Filter part;
    part.domains = filter.domains;
    part.period = filter.period;
    part.reporters = filter.reporters;
    part.reportKeys = filter.reportKeys;
    part.basis = filter.basis;
    return part;
}

bool matchesReport(const Dataset &dataset, quint32 report, const Filter &filter)
{
    const ReportInfo &info = dataset.reports[report];
    const auto wants = [](const QStringList &list, const QString &text) {
        return list.isEmpty() || list.contains(text);
    };
    return wants(filter.domains, dataset.text(info.domain)) && wants(filter.reporters, dataset.text(info.reporter))
        && (!filter.period || inPeriod(info.period, *filter.period))
        && (filter.reportKeys.isEmpty() || filter.reportKeys.contains(reportKey(dataset, report)));
}

QString reportKey(const Dataset &dataset, quint32 report)
{
    const ReportInfo &info = dataset.reports[report];
    return u"%1!%2!%3!%4!%5"_s.arg(dataset.text(info.reporter), dataset.text(info.domain),
        QString::number(info.period.begin), QString::number(info.period.end), dataset.text(info.reportId));
}

std::vector<Row> select(
    const Dataset &dataset, const SenderIndex &senders, const Filter &filter, const Stop &stop)
{
    const Matcher matcher(dataset, senders, filter);
    std::vector<Row> rows;
    rows.reserve(filter.isEmpty() ? dataset.records.size() : 0);
    for (quint32 i = 0; i < dataset.reports.size() && !stop.requested(); ++i) {
        const ReportInfo &report = dataset.reports[i];
        if (!report.counted || !matchesReport(dataset, i, filter))
            continue;
        for (Row row = report.firstRow; row < report.firstRow + report.rowCount; ++row) {
            if (matcher.matchesRow(row))
                rows.push_back(row);
        }
    }
    return rows;
}

} // namespace sekisho
