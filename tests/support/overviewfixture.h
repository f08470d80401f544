// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/figurestrip.h"
#include "pages/overviewpage.h"
#include "support/pagefixture.h"
#include "support/reportfixture.h"
#include "widgets/linkbutton.h"

#include <vector>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

using Figure = FigureStrip::Figure;

inline constexpr qint64 firstDay = 1506211200; ///< 2017-09-24 00:00 UTC

inline Record failingRecord(int row, const QString &ip, qint64 count)
{
    Record record = fixture::passingRecord(row, ip, count);
    record.dkimEvaluated = record.spfEvaluated = Evaluated::Fail;
    record.dkimEvaluatedText = record.spfEvaluatedText = u"fail"_s;
    record.dkim.clear();
    record.spf[0].result = AuthResult::Fail;
    record.disposition = Disposition::Reject;
    record.dispositionText = u"reject"_s;
    return record;
}

/// A record that passes by DKIM alone.
inline Record dkimRecord(int row, const QString &ip, qint64 count)
{
    Record record = fixture::passingRecord(row, ip, count);
    record.spfEvaluated = Evaluated::Fail;
    record.spfEvaluatedText = u"fail"_s;
    record.spf[0].result = AuthResult::Fail;
    return record;
}

inline AggregateReport reportOn(int day, const QString &org, std::vector<Record> records)
{
    AggregateReport report = fixture::report(org, u"id-%1"_s.arg(day));
    report.period.begin += day * secondsPerDay;
    report.period.end += day * secondsPerDay;
    report.records = std::move(records);
    return report;
}

/// On the 22nd 50 messages of example.com, 30 of them pass; on the 24th 80, 60 of them pass by
/// both; on the 25th 20 of example.net that pass by DKIM.
inline View sample()
{
    DatasetBuilder builder;
    builder.add(fixture::item(reportOn(-2, u"alpha.example"_s,
                                  {fixture::passingRecord(0, u"192.0.2.1"_s, 30),
                                      failingRecord(1, u"198.51.100.7"_s, 20)}),
                    u"/1.xml"_s),
        0);
    builder.add(fixture::item(reportOn(0, u"alpha.example"_s,
                                  {fixture::passingRecord(0, u"192.0.2.1"_s, 60),
                                      failingRecord(1, u"198.51.100.7"_s, 20)}),
                    u"/2.xml"_s),
        0);
    AggregateReport other = reportOn(1, u"beta.example"_s, {dkimRecord(0, u"192.0.2.9"_s, 20)});
    other.policy.domain = u"example.net"_s;
    other.policy.p = Policy::Reject;
    other.policy.pText = u"reject"_s;
    other.records[0].headerFrom = u"example.net"_s;
    other.records[0].dkim[0].domain = u"example.net"_s;
    builder.add(fixture::item(other, u"/3.xml"_s), 0);
    return fixture::viewOf(builder);
}

/// The 24th and the 25th.
inline View twoDays()
{
    Filter filter;
    filter.period = DateSpan{firstDay, firstDay + 2 * secondsPerDay};
    return fixture::filtered(sample(), filter);
}

inline FigureCard *card(const OverviewPage &page, Figure figure)
{
    return page.findChild<FigureStrip *>()->card(figure);
}

/// Links of a card that are shown.
inline QList<LinkButton *> linksOf(const QWidget &parent)
{
    QList<LinkButton *> links;
    for (LinkButton *link : parent.findChildren<LinkButton *>()) {
        if (!link->isHidden())
            links << link;
    }
    return links;
}

/// What is asked for, in its order.
struct Asked {
    explicit Asked(OverviewPage &page)
    {
        QObject::connect(&page, &Page::filterRequested, &page,
            [this](const Filter &filter) { filters.push_back(filter); });
        QObject::connect(&page, &Page::pageRequested, &page, [this](PageId id) {
            pages.push_back(id);
            filtersBefore = filters.size();
        });
    }

    std::vector<Filter> filters;
    std::vector<PageId> pages;
    size_t filtersBefore = 0; ///< how many filters were asked for before the last page
};

} // namespace sekisho::fixture
