// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/tablemodel.h"

namespace sekisho {

/// A report to be shown: an index into a dataset, which the table keeps alive.
struct ReportLine {
    const Dataset *dataset = nullptr;
    quint32 report = 0;
};

/// Aggregate reports, one per line.
class ReportTable final : public TableModel<ReportLine> {
public:
    explicit ReportTable(QObject *parent = nullptr);

    /// `reports` are indices into Dataset::reports, in the order to show them.
    void setReports(DatasetPtr dataset, const std::vector<quint32> &reports, const Format &format);
    /// The report shown at an index.
    [[nodiscard]] quint32 reportAt(const QModelIndex &index) const { return rowAt(index).report; }
    /// The index of a report; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(quint32 report) const;
};

/// The name of an item's file and the way to it inside: "mail.eml → report.xml.gz".
[[nodiscard]] QString fileText(const Origin &origin);

/// The other reports that claim to be the same one: equal reporter, domain, id and period.
[[nodiscard]] std::vector<quint32> namesakes(const Dataset &dataset, quint32 report);

} // namespace sekisho
