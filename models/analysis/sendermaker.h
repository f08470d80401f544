// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/results.h"

#include <span>

namespace sekisho {

/// Messages per id of a table, cleared in the time of what was added.
class Tally final {
public:
    explicit Tally(size_t ids)
        : m_messages(ids, -1)
    {
    }

    void add(quint32 id, qint64 messages)
    {
        qint64 &sum = m_messages[id];
        if (sum < 0) {
            sum = 0;
            m_seen.push_back(id);
        }
        sum += messages;
    }
    [[nodiscard]] const std::vector<quint32> &seen() const { return m_seen; }
    [[nodiscard]] qint64 messages(quint32 id) const { return m_messages[id]; }
    [[nodiscard]] int size() const { return int(m_seen.size()); }
    void clear()
    {
        for (quint32 id : m_seen)
            m_messages[id] = -1;
        m_seen.clear();
    }

private:
    std::vector<qint64> m_messages;
    std::vector<quint32> m_seen;
};

/// Makes senders of results as they are asked for, so that a change of the filter costs nothing for
/// those that nobody looks at. Everything given must outlive it.
class SenderMaker final {
public:
    SenderMaker(const Dataset &dataset, const SenderIndex &index, const Results &results);

    /// A sender by its place in the results, without Sender::addresses.
    [[nodiscard]] Sender groupAt(size_t place);
    /// Its addresses, most messages first.
    [[nodiscard]] std::vector<Sender> addressesAt(size_t place);
    /// Both.
    [[nodiscard]] Sender wholeAt(size_t place);

private:
    /// What the rows of a sender need of their report.
    struct ReportFacts {
        DateSpan period;
        quint32 reporter = 0;
        quint32 bin = 0; ///< by the middle of the period; as many as there are bins: none
    };

    [[nodiscard]] ReportFacts factsOf(const ReportInfo &report) const;
    [[nodiscard]] Sender senderOf(std::span<const Row> rows);
    [[nodiscard]] Sender addressOf(AddressId address, std::span<const Row> rows);
    void addHosts(Sender &sender, std::span<const Row> rows);

    const Dataset &m_dataset;
    const SenderIndex &m_index;
    const Results &m_results;
    std::vector<ReportFacts> m_reports;
    Tally m_headerFroms;
    Tally m_reporters;
    Tally m_addresses;
};

} // namespace sekisho
