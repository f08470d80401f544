// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/tablemodel.h"

#include <memory>

namespace sekisho {

/// A record to be shown: a row of a dataset, which the table keeps alive.
struct RecordLine {
    const Dataset *dataset = nullptr;
    const SenderIndex *senders = nullptr;
    Row row = 0;
    Basis basis = Basis::Reported;
};

/// Records in full, one per line.
class RecordTable final : public TableModel<RecordLine> {
public:
    explicit RecordTable(QObject *parent = nullptr);

    void setRecords(DatasetPtr dataset, std::shared_ptr<const SenderIndex> senders,
        const std::vector<Row> &rows, Basis basis, const Format &format);
    /// The row of the dataset shown at an index.
    [[nodiscard]] Row recordAt(const QModelIndex &index) const { return rowAt(index).row; }
    /// The index of a row of the dataset; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(Row row) const;
};

/// One word for what became of a mechanism: "aligned", "not aligned", "fail".
[[nodiscard]] QString outcomeText(Outcome outcome);

} // namespace sekisho
