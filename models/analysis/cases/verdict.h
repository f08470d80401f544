// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/evidence.h"
#include "analysis/cases/pins.h"
#include "analysis/cases/rules.h"
#include "base/stop.h"

#include <memory>

namespace sekisho {

/// A verdict without its reasons: what lists, charts and exports need, for every record at hand.
struct ShortVerdict {
    MailCase mailCase = MailCase::Undetermined;
    MailCase runnerUp =
        MailCase::Undetermined; ///< the next likely case; of a pin: what the rules say
    float probability = 0; ///< of the most likely case, 0…1; 1 of a pin
    float runnerUpProbability = 0;
    bool pinned = false; ///< the user's word
    bool replay = false; ///< warn: looks like the replay of a signed message

    bool operator==(const ShortVerdict &) const = default;
};

/// Messages per MailCase, Undetermined last.
using CaseCounts = std::array<qint64, mailCaseCount + 1>;

/// What a record is, how sure that is, and why. A value; words are made from it by who shows it.
struct Verdict {
    MailCase mailCase = MailCase::Undetermined;
    double probability = 0; ///< of the most likely case, 0…1, also where that is not likely enough
    MailCase runnerUp = MailCase::Undetermined;
    double runnerUpProbability = 0;
    CaseScores probabilities{}; ///< of all cases; they add up to 1
    std::vector<Evidence> evidence; ///< what bears on the likely cases, strongest first
    std::optional<Pin> pin; ///< set: the user's word, which wins; the rest is what the rules say
    bool replay = false;

    bool operator==(const Verdict &) const = default;
};

/// The verdict of several records: of an address, or of a group of addresses.
struct SenderVerdict {
    /// The case of most messages; of forward and forward_broken together the larger part.
    MailCase mailCase = MailCase::Undetermined;
    double probability = 0; ///< mean over the messages of the probability of that case
    bool mixed = false; ///< a tenth of the messages or more are of other cases
    CaseCounts messages{};
    bool pinned = false; ///< all of it is the user's word
    bool replay = false; ///< some of it looks like a replay

    bool operator==(const SenderVerdict &) const = default;
};

/// Below this probability the best case is not said: MailCase::Undetermined.
inline constexpr double leastProbability = 0.45;

/// The verdicts of all records of a dataset, whatever the filter shows. Immutable; made anew when
/// the dataset, host names, own senders, known services or pins change, not when the filter does.
class Judgement final {
public:
    Judgement() = default;

    /// Of a row of the dataset; undetermined for rows beyond it.
    [[nodiscard]] const ShortVerdict &of(Row row) const
    {
        return row < m_ofRow.size() ? m_verdicts[m_ofRow[row]] : m_none;
    }
    [[nodiscard]] size_t size() const { return m_ofRow.size(); }
    [[nodiscard]] bool isEmpty() const { return m_ofRow.empty(); }
    /// The case of each row, as SenderIndex::cases holds it.
    [[nodiscard]] std::shared_ptr<const std::vector<quint8>> casesOfRows() const;
    /// What it learned from the dataset; null before anything was judged.
    [[nodiscard]] const std::shared_ptr<const LookBack> &lookBack() const { return m_lookBack; }

private:
    friend Judgement judge(const Dataset &, const SenderIndex &,
        const std::shared_ptr<const LookBack> &, const OwnSenders &, const KnownServices &,
        const Pins &, const Stop &);

    std::shared_ptr<const LookBack> m_lookBack;
    std::vector<quint32> m_ofRow;
    std::vector<ShortVerdict> m_verdicts; ///< per pattern
    ShortVerdict m_none;
};

/// Judges all records. The look-back may be kept from an earlier judgement of the same dataset,
/// host names and services; null: it is made. A stop leaves an empty judgement.
[[nodiscard]] Judgement judge(const Dataset &dataset, const SenderIndex &senders,
    const std::shared_ptr<const LookBack> &lookBack, const OwnSenders &own,
    const KnownServices &services, const Pins &pins, const Stop &stop);

/// The whole verdict of one record, with its evidence: made when it is shown. Everything must be
/// what the judgement was made with.
[[nodiscard]] Verdict explain(const Judgement &judgement, const Dataset &dataset,
    const SenderIndex &senders, const OwnSenders &own, const KnownServices &services,
    const Pins &pins, Row row);

/// Sums up records, usually those of Results::rows that a sender has.
[[nodiscard]] SenderVerdict sumUp(
    const Judgement &judgement, const Dataset &dataset, const std::vector<Row> &rows);

/// The row among these that stands for a case best: most messages, then highest probability.
[[nodiscard]] std::optional<Row> exampleOf(const Judgement &judgement, const Dataset &dataset,
    const std::vector<Row> &rows, MailCase mailCase);

/// Messages per case over rows.
[[nodiscard]] CaseCounts caseCounts(
    const Judgement &judgement, const Dataset &dataset, const std::vector<Row> &rows);

} // namespace sekisho
