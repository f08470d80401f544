// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/aggregatereport.h"

#include <random>

namespace sekisho {

/// Makes reports of realistic sizes: records per report follow a Pareto law, most have one to
/// three and a few have thousands. The same seed gives the same reports everywhere.
class ReportMaker final {
public:
    /// `addresses`: how many different ones send, a few of them much and most of them little; 0:
    /// nearly every record has its own, which is harder than what receivers report.
    ReportMaker(quint64 seed, int addresses);

    [[nodiscard]] AggregateReport next();
    [[nodiscard]] static QByteArray xmlOf(const AggregateReport &report);
    /// A name as reporters give it, without suffix.
    [[nodiscard]] static QString fileName(const AggregateReport &report, int number);
    /// From 0 to below 1.
    [[nodiscard]] double chance();

private:
    [[nodiscard]] quint32 below(quint32 limit) { return quint32(chance() * limit); }
    [[nodiscard]] qint64 pareto(double shape);
    [[nodiscard]] QString address();
    [[nodiscard]] QString randomAddress();
    [[nodiscard]] Record record(const QString &domain);

    std::mt19937_64 m_random;
    std::vector<QString> m_addresses;
    qint64 m_made = 0;
};

} // namespace sekisho
