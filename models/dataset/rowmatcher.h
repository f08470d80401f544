// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/filter.h"

namespace sekisho {

/// What a filter asks of records, prepared for a dataset: what can be decided per address, string
/// or report is decided once, so that a row costs a few look-ups. Everything given must outlive it.
class RowMatcher final {
public:
    RowMatcher(const Dataset &dataset, const SenderIndex &senders, const Filter &filter);

    /// The rows that match, of the reports that `reports` shows (see reportPart()).
    [[nodiscard]] std::vector<Row> select(const Filter &reports, const Stop &stop) const;

private:
    /// For each id of a table whether it passes; empty: all do.
    using Mask = std::vector<bool>;

    [[nodiscard]] static bool passes(const Mask &mask, quint32 id)
    {
        return mask.empty() || mask[id];
    }
    void prepareText(const SenderIndex &senders);
    [[nodiscard]] Mask maskOfStrings(const QStringList &wanted) const;
    [[nodiscard]] Mask maskOfSenders(const SenderIndex &senders, const QStringList &wanted) const;
    [[nodiscard]] Mask maskOfScope(const SenderIndex &senders, Scope scope) const;
    [[nodiscard]] bool matches(Row row) const;
    [[nodiscard]] bool matchesCase(Row row) const;
    [[nodiscard]] bool matchesText(Row row) const;
    [[nodiscard]] bool hit(StringId id) const { return m_textIds[id.value]; }
    void addRows(quint32 report, std::vector<Row> &rows) const;

    const Dataset &m_dataset;
    const Filter m_filter;
    bool m_everything = false; ///< all rows match
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

} // namespace sekisho
