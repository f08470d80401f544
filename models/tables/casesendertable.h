// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/casesummary.h"
#include "tables/tablemodel.h"

#include <memory>

namespace sekisho {

/// A sender of one case, or with all that it sends.
struct CaseSenderLine {
    const CaseSender *sender = nullptr; ///< of the summary that the table keeps alive
    std::optional<MailCase> chosen;

    /// The case that the line is about.
    [[nodiscard]] MailCase mailCase() const { return chosen.value_or(sender->mailCase()); }
    [[nodiscard]] qint64 messages() const
    {
        return chosen ? sender->messages[size_t(*chosen)] : sender->total();
    }
};

/// The senders of a case, one per line.
class CaseSenderTable final : public TableModel<CaseSenderLine> {
public:
    /// The columns, in the order of the column table.
    enum Column { Name, Messages, Case, Certainty, Remarks };

    explicit CaseSenderTable(QObject *parent = nullptr);

    void setSenders(std::shared_ptr<const CaseSummary> summary, std::optional<MailCase> mailCase,
        const Format &format);
    /// The index of a sender by its key; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    /// A summary has most messages first.
    [[nodiscard]] bool isInOrder(int column, Qt::SortOrder order) const override;

private:
    bool m_ofAllCases = true;
};

} // namespace sekisho
