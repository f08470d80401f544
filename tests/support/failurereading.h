// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reader.h"

namespace sekisho::fixture {

inline std::vector<ReadItem> itemsOf(const QByteArray &bytes, const Limits &limits = {})
{
    using namespace Qt::StringLiterals;
    std::vector<ReadItem> items;
    const Stop never;
    read(bytes, u"x.eml"_s, limits, never,
        [&items](ReadItem &&item) { items.push_back(std::move(item)); });
    return items;
}

/// The failure reports that reading the bytes gives.
inline std::vector<FailureReport> failuresOf(const QByteArray &bytes, const Limits &limits = {})
{
    std::vector<FailureReport> reports;
    for (ReadItem &item : itemsOf(bytes, limits)) {
        if (auto *report = std::get_if<FailureReport>(&item.content))
            reports.push_back(std::move(*report));
    }
    return reports;
}

inline QString outcomes(const FailureReport &report)
{
    using namespace Qt::StringLiterals;
    static const QStringList words{u"aligned"_s, u"unaligned"_s, u"fail"_s};
    const Cell cell = report.alignment.computed();
    return words.at(int(cell.dkim)) + u'/' + words.at(int(cell.spf));
}

/// "reporter ip domain dkim/spf from subject".
inline QString brief(const FailureReport &report)
{
    using namespace Qt::StringLiterals;
    return QStringList{report.reporter, report.sourceIp ? report.sourceIp->text() : u"-"_s,
        report.domain, outcomes(report), report.from.empty() ? u"-"_s : report.from.front().address,
        report.subject}
        .join(u' ');
}

} // namespace sekisho::fixture
