// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"
#include "paint/pathdata.h"
#include "tables/casetext.h"

namespace sekisho {

/// What the panel of a sender shows beside its counts.
struct CaseDetail {
    std::vector<Row> rows; ///< records of the sender, and of the case where one is chosen
    Row row = 0; ///< the record explained
    QString domain; ///< policy domain of that record
    Verdict verdict;
    PathFacts path;
    AdviceFacts advice;
    std::optional<OwnSenders::Entry> entry; ///< as which it is registered
};

/// What to look at.
struct CaseQuestion {
    QString sender;
    std::optional<MailCase> mailCase;
    std::optional<Row> row; ///< that record, else one that stands for all

    bool operator==(const CaseQuestion &) const = default;
};

/// Answers a question about what a view shows; nothing where it shows no such record.
[[nodiscard]] std::optional<CaseDetail> caseDetailOf(
    const View &view, const CaseQuestion &question, const Stop &stop);

} // namespace sekisho
