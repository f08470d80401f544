// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/filter.h"

#include "dataset/rowmatcher.h"

namespace sekisho {

using namespace Qt::StringLiterals;

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
    return RowMatcher(dataset, senders, filter).select(filter, stop);
}

} // namespace sekisho
