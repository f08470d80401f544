// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/rowmatcher.h"

#include "base/parallel.h"

#include <QStringMatcher>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A domain as people write it, "日本語.example" for "xn--wgv71a119e.example".
QString unicodeDomain(const QString &domain)
{
    return QUrl::fromAce(domain.toLatin1(), QUrl::IgnoreIDNWhitelist);
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

/// Some of the reports, and the rows that one thread finds in them.
struct Piece {
    quint32 first = 0;
    quint32 end = 0;
    std::vector<Row> rows;
};

std::vector<Piece> piecesOf(const Dataset &dataset)
{
    // With less to do a second thread costs more than it saves.
    constexpr size_t leastRows = 50'000;
    const auto threads = size_t(std::max(1, QThread::idealThreadCount()));
    const auto count = std::clamp(dataset.records.size() / leastRows, size_t(1), threads * 4);
    std::vector<Piece> pieces(count);
    for (size_t i = 0; i < count; ++i) {
        pieces[i].first = quint32(dataset.reports.size() * i / count);
        pieces[i].end = quint32(dataset.reports.size() * (i + 1) / count);
    }
    return pieces;
}

/// The ids below `count` that pass, looked at by several threads where they are many.
template <typename Passes> std::vector<bool> maskOf(size_t count, const Passes &passes)
{
    // Of whole words, for a thread that sets a bit writes the word that it is in.
    constexpr size_t atOnce = 64 * 1024;
    std::vector<bool> mask(count, false);
    std::vector<size_t> begins((count + atOnce - 1) / atOnce);
    for (size_t i = 0; i < begins.size(); ++i)
        begins[i] = i * atOnce;
    inParallel(begins, [&](size_t begin) {
        for (size_t i = begin; i < std::min(count, begin + atOnce); ++i)
            mask[i] = passes(quint32(i));
    });
    return mask;
}

} // namespace

RowMatcher::RowMatcher(const Dataset &dataset, const SenderIndex &senders, const Filter &filter)
    : m_dataset(dataset)
    , m_filter(filter)
    , m_everything(filter == reportPart(filter))
    , m_senders(maskOfSenders(senders, filter.senders))
    , m_excluded(maskOfSenders(senders, filter.excludedSenders))
    , m_scope(maskOfScope(senders, filter.scope))
    , m_headerFroms(maskOfStrings(filter.headerFroms))
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

RowMatcher::Mask RowMatcher::maskOfStrings(const QStringList &wanted) const
{
    if (wanted.isEmpty())
        return {};
    Mask mask(m_dataset.strings.size(), false);
    for (const QString &text : wanted) {
        StringId id;
        if (m_dataset.strings.find(text, id))
            mask[id.value] = true;
    }
    return mask;
}

/// Marks the addresses that belong to one of the sender keys.
RowMatcher::Mask RowMatcher::maskOfSenders(
    const SenderIndex &senders, const QStringList &wanted) const
{
    if (wanted.isEmpty())
        return {};
    Mask groups(senders.groups.size(), false);
    std::vector<IpNetwork> networks;
    for (const QString &key : wanted) {
        if (const auto group = senders.find(key))
            groups[*group] = true;
        else if (const auto network = IpNetwork::parse(key))
            networks.push_back(*network);
    }
    Mask mask(m_dataset.addresses.size(), false);
    for (size_t i = 0; i < m_dataset.addresses.size(); ++i) {
        const Address &address = m_dataset.addresses[i];
        const auto holds = [&](const IpNetwork &network) { return network.contains(*address.ip); };
        mask[i] = groups[senders.group[i]] ||
            (address.ip ? std::any_of(networks.cbegin(), networks.cend(), holds)
                        : wanted.contains(m_dataset.text(address.text)));
    }
    return mask;
}

/// Marks the addresses whose class is in scope.
RowMatcher::Mask RowMatcher::maskOfScope(const SenderIndex &senders, Scope scope) const
{
    if (scope == Scope::All)
        return {};
    Mask mask(m_dataset.addresses.size(), false);
    for (quint32 i = 0; i < mask.size(); ++i)
        mask[i] = isInScope(senders.classOf({i}), scope);
    return mask;
}

/// Looks at every distinct text once.
void RowMatcher::prepareText(const SenderIndex &senders)
{
    const QStringMatcher wanted(m_filter.text, Qt::CaseInsensitive);
    const auto contains = [&wanted](const QString &text) {
        return wanted.indexIn(text) >= 0 ||
            (text.contains("xn--"_L1) && wanted.indexIn(unicodeDomain(text)) >= 0);
    };
    m_textIds = maskOf(m_dataset.strings.size(),
        [&](quint32 i) { return i > 0 && contains(m_dataset.strings.text({i})); });
    const Mask groups = maskOf(senders.groups.size(),
        [&](quint32 i) { return contains(senders.groups[i].label()); });
    const Mask hosts =
        maskOf(senders.names.size(), [&](quint32 i) { return contains(senders.names[i]); });
    // To make the texts of all addresses takes its time, and most searches are for names.
    const bool mayBeAddress = std::all_of(m_filter.text.cbegin(), m_filter.text.cend(),
        [](QChar c) { return c == u'.' || c == u':' || isHexDigit(c); });
    m_textAddresses = maskOf(m_dataset.addresses.size(), [&](quint32 i) {
        const Address &address = m_dataset.addresses[i];
        return groups[senders.group[i]] || hosts[senders.host[i].value] ||
            (address.ip ? mayBeAddress && contains(address.ip->text()) : hit(address.text));
    });
    m_textReports = maskOf(m_dataset.reports.size(), [&](quint32 i) {
        const ReportInfo &report = m_dataset.reports[i];
        return hit(report.orgName) || hit(report.reporter) || hit(report.reportId) ||
            hit(report.domain) || hit(report.email);
    });
}

bool RowMatcher::matches(Row row) const
{
    const RecordColumns &records = m_dataset.records;
    const quint32 address = records.address[row].value;
    const int cell = cellOf(m_dataset, row, m_filter.basis);
    return passes(m_senders, address) && (m_excluded.empty() || !m_excluded[address]) &&
        passes(m_scope, address) && passes(m_headerFroms, records.headerFrom[row].value) &&
        (m_cells == 0 || (m_cells >> cell & 1U)) && (m_caseBits == 0 || matchesCase(row)) &&
        (m_dispositions == 0 || (m_dispositions >> int(records.disposition[row]) & 1U)) &&
        (!m_filter.passed || *m_filter.passed == Cell::at(cell).passes()) &&
        (m_filter.text.isEmpty() || matchesText(row));
}

bool RowMatcher::matchesCase(Row row) const
{
    return m_cases && row < m_cases->size() && (m_caseBits >> (*m_cases)[row] & 1U);
}

bool RowMatcher::matchesText(Row row) const
{
    const RecordColumns &records = m_dataset.records;
    if (m_textReports[records.report[row]] || m_textAddresses[records.address[row].value] ||
        hit(records.headerFrom[row]) || hit(records.envelopeFrom[row]) ||
        hit(records.envelopeTo[row]))
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

void RowMatcher::addRows(quint32 report, std::vector<Row> &rows) const
{
    const Row first = m_dataset.reports[report].firstRow;
    const Row end = first + m_dataset.reports[report].rowCount;
    if (m_everything) {
        const size_t before = rows.size();
        rows.resize(before + (end - first));
        std::iota(rows.begin() + ptrdiff_t(before), rows.end(), first);
        return;
    }
    for (Row row = first; row < end; ++row) {
        if (matches(row))
            rows.push_back(row);
    }
}

std::vector<Row> RowMatcher::select(const Filter &reports, const Stop &stop) const
{
    std::vector<Piece> pieces = piecesOf(m_dataset);
    inParallel(pieces, [&](Piece &piece) {
        for (quint32 i = piece.first; i < piece.end && !stop.requested(); ++i) {
            if (m_dataset.reports[i].counted && matchesReport(m_dataset, i, reports))
                addRows(i, piece.rows);
        }
    });
    if (pieces.size() == 1)
        return std::move(pieces.front().rows);
    std::vector<Row> rows;
    rows.reserve(std::accumulate(pieces.begin(), pieces.end(), size_t(0),
        [](size_t sum, const Piece &piece) { return sum + piece.rows.size(); }));
    for (const Piece &piece : pieces)
        rows.insert(rows.end(), piece.rows.begin(), piece.rows.end());
    return rows;
}

} // namespace sekisho
