// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/tablemodel.h"

namespace sekisho {

/// A part of a report that can be explained: the report, its policy, or one record.
struct PartLine {
    enum class Kind : quint8 { Report, Policy, Record };

    const Dataset *dataset = nullptr;
    Kind kind = Kind::Report;
    quint32 report = 0;
    Row row = 0; ///< of a record
};

/// The parts of one report: the report itself, its policy, and its records in the order of the XML,
/// with the outcomes as reported.
class PartTable final : public TableModel<PartLine> {
public:
    explicit PartTable(QObject *parent = nullptr);

    void setReport(DatasetPtr dataset, quint32 report, const Format &format);
    void clear();
    /// The index of a record by its number in the XML, from 0; of the report for -1; of the policy
    /// for -2. Invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(int record) const;

    /// Parts come by their numbers.
    [[nodiscard]] bool isInOrder(int column, Qt::SortOrder order) const override;

    static constexpr int reportPart = -1;
    static constexpr int policyPart = -2;
};

} // namespace sekisho
