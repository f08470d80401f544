// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"

#include <QHash>

namespace sekisho {

/// The case of most messages; of equal ones the first.
[[nodiscard]] MailCase mainCase(const CaseCounts &messages);
/// A tenth of the messages or more are of other cases.
[[nodiscard]] bool isMixed(const CaseCounts &messages);

/// What a group of addresses sends, by case.
struct CaseSender {
    QString key; ///< as in Filter::senders
    QString label;
    CaseCounts messages{};
    std::array<double, mailCaseCount + 1> certainty{}; ///< mean probability over these messages
    std::array<Row, mailCaseCount + 1> example{}; ///< a record of the case, where it has messages
    std::array<bool, mailCaseCount + 1> pinned{}; ///< all of these messages by the user's word
    bool replay = false; ///< some of it looks like a replay

    [[nodiscard]] MailCase mailCase() const { return mainCase(messages); }
    [[nodiscard]] bool isMixed() const { return sekisho::isMixed(messages); }
    [[nodiscard]] qint64 total() const;
    bool operator==(const CaseSender &) const = default;
};

/// What is shown, by case and by sender.
struct CaseSummary {
    CaseCounts messages{};
    std::vector<CaseSender> senders; ///< most messages first
    /// The same by Sender::key, of groups and of the addresses in them.
    QHash<QString, CaseCounts> bySender;
    int needing = 0; ///< senders that are mostly spoofs or misconfigured

    [[nodiscard]] qint64 total() const;
    bool operator==(const CaseSummary &) const = default;
};

/// Sums up the rows that a filter shows, whichever cases it is narrowed to: a list of all cases to
/// choose from.
[[nodiscard]] CaseSummary caseSummaryOf(const Judgement &judgement, const Dataset &dataset,
    const SenderIndex &senders, Filter filter, const Stop &stop);

/// The rows of one sender and, unless none is given, one case: most messages first, at most `most`.
[[nodiscard]] std::vector<Row> rowsOfCase(const Judgement &judgement, const Dataset &dataset,
    const SenderIndex &senders, Filter filter, const QString &sender,
    std::optional<MailCase> mailCase, size_t most, const Stop &stop);

} // namespace sekisho
