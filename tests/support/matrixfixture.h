// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/facts.h"
#include "analysis/sendermaker.h"
#include "support/reportfixture.h"

namespace sekisho::fixture {

/// Messages per cell, row by row as in Cell::index().
using Table = std::array<qint64, cellCount>;

/// A record of example.com whose mechanisms end as the cell says, reported as computed.
inline Record cellRecord(int cell, const QString &ip, qint64 count)
{
    Record record = passingRecord(0, ip, count);
    const Cell outcome = Cell::at(cell);
    if (outcome.dkim != Outcome::Aligned) {
        const bool passed = outcome.dkim == Outcome::Unaligned;
        record.dkim = {{passed ? u"relay.example.net"_s : u"example.com"_s, u"s1"_s,
            passed ? AuthResult::Pass : AuthResult::Fail, passed ? u"pass"_s : u"fail"_s, {}}};
        record.dkimEvaluated = Evaluated::Fail;
        record.dkimEvaluatedText = u"fail"_s;
    }
    if (outcome.spf != Outcome::Aligned) {
        const bool passed = outcome.spf == Outcome::Unaligned;
        record.spf = {
            {u"relay.example.net"_s, u"mfrom"_s, passed ? AuthResult::Pass : AuthResult::SoftFail,
                passed ? u"pass"_s : u"softfail"_s, {}}};
        record.spfEvaluated = Evaluated::Fail;
        record.spfEvaluatedText = u"fail"_s;
    }
    return record;
}

/// Adds the records of a table, all from one address; empty cells give none.
inline void addTable(AggregateReport &report, const Table &table, const QString &ip)
{
    for (int cell = 0; cell < cellCount; ++cell) {
        if (table[size_t(cell)] == 0)
            continue;
        report.records.push_back(cellRecord(cell, ip, table[size_t(cell)]));
        report.records.back().row = int(report.records.size()) - 1;
    }
}

inline DatasetPtr datasetOf(const std::vector<AggregateReport> &reports)
{
    DatasetBuilder builder;
    for (size_t i = 0; i < reports.size(); ++i)
        builder.add(item(reports[i], u"/mail/%1.xml"_s.arg(i)), qint64(i) + 1);
    return builder.finish();
}

/// A dataset with what is computed of it.
struct View {
    DatasetPtr dataset;
    SenderIndex senders;
    Results results;
};

inline View viewOf(const DatasetPtr &dataset, const Filter &filter = {},
    const HostNames &hosts = {}, const OwnSenders &own = {})
{
    View view{dataset, makeSenderIndex(*dataset, hosts), {}};
    view.senders.classes = classesOf(*view.dataset, view.senders, own);
    view.results = compute(*dataset, view.senders, filter, Stop());
    return view;
}

/// All senders of a view with their addresses.
inline std::vector<Sender> wholeSenders(const View &view)
{
    SenderMaker maker(*view.dataset, view.senders, view.results);
    std::vector<Sender> senders;
    for (size_t i = 0; i < view.results.senders.senders.size(); ++i)
        senders.push_back(maker.wholeAt(i));
    return senders;
}

// The tables of the talk.
inline constexpr Table talkInternal{13231, 1006, 238, 1532, 861, 28, 64256, 626, 1841};
inline constexpr Table talkThirdParty{0, 51722, 2, 0, 0, 0, 0, 5, 0};
inline constexpr Table talkOwn{13231, 52728, 240, 1532, 861, 28, 64256, 631, 1841};
inline constexpr Table talkUnregistered{0, 37013, 40918, 0, 69108, 27898, 0, 25701, 59034};
inline constexpr Table talkUnauthorised{177902, 12107, 37998, 0, 1491, 1563, 532, 5116, 12910};

} // namespace sekisho::fixture
