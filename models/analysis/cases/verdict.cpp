// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/verdict.h"

#include <algorithm>
#include <future>

namespace sekisho {

namespace {

/// The two likeliest cases.
std::pair<MailCase, MailCase> topTwo(const CaseScores &probabilities)
{
    size_t first = 0;
    size_t second = 1;
    if (probabilities[1] > probabilities[0])
        std::swap(first, second);
    for (size_t i = 2; i < mailCaseCount; ++i) {
        if (probabilities[i] > probabilities[first])
            second = std::exchange(first, i);
        else if (probabilities[i] > probabilities[second])
            second = i;
    }
    return {MailCase(first), MailCase(second)};
}

ShortVerdict shortVerdict(const CaseScores &probabilities, const Pin *pin, bool replay)
{
    const auto [first, second] = topTwo(probabilities);
    ShortVerdict verdict;
    verdict.probability = float(probabilities[size_t(first)]);
    verdict.mailCase =
        double(verdict.probability) >= leastProbability ? first : MailCase::Undetermined;
    verdict.runnerUp = second;
    verdict.runnerUpProbability = float(probabilities[size_t(second)]);
    verdict.replay = replay;
    if (pin) {
        verdict.runnerUp = first;
        verdict.runnerUpProbability = verdict.probability;
        verdict.mailCase = pin->mailCase;
        verdict.probability = 1;
        verdict.pinned = true;
    }
    return verdict;
}

/// Judges the patterns from `begin` to `end`; each thread has its own registry to remember in.
void judgePart(const CaseContext &context, const Pins &pins, quint32 begin, quint32 end,
    std::vector<ShortVerdict> &verdicts, const Stop &stop)
{
    Registry registry(context.dataset, context.senders, context.own);
    const RecordColumns &records = context.dataset.records;
    for (quint32 i = begin; i < end && !((i % 1024) == 0 && stop.requested()); ++i) {
        const Facts facts = factsOf(context, i, registry);
        const Row row = context.lookBack.patterns().patterns[i].first;
        const AddressId address = records.address[row];
        const Pin *pin = pins.list.empty()
            ? nullptr
            : pins.find(context.dataset.addresses[address.value], context.senders.hostOf(address),
                  context.dataset.text(records.headerFrom[row]));
        verdicts[i] = shortVerdict(probabilitiesOf(scoresOf(facts, rules())), pin, facts.replay);
    }
}

} // namespace

std::shared_ptr<const std::vector<quint8>> Judgement::casesOfRows() const
{
    auto cases = std::make_shared<std::vector<quint8>>(m_ofRow.size());
    std::transform(m_ofRow.begin(), m_ofRow.end(), cases->begin(),
        [this](quint32 pattern) { return quint8(m_verdicts[pattern].mailCase); });
    return cases;
}

Judgement judge(const Dataset &dataset, const SenderIndex &senders,
    const std::shared_ptr<const LookBack> &lookBack, const OwnSenders &own,
    const KnownServices &services, const Pins &pins, const Stop &stop)
{
    Judgement judgement;
    judgement.m_lookBack =
        lookBack ? lookBack : std::make_shared<const LookBack>(dataset, senders, services);
    const CaseContext context{dataset, senders, *judgement.m_lookBack, own, services};
    const quint32 count = quint32(judgement.m_lookBack->patterns().patterns.size());
    judgement.m_verdicts.resize(count);
    const quint32 half = count > 2000 ? count / 2 : 0;
    auto other = std::async(
        std::launch::async, [&] { judgePart(context, pins, 0, half, judgement.m_verdicts, stop); });
    judgePart(context, pins, half, count, judgement.m_verdicts, stop);
    other.get();
    if (stop.requested())
        return {};
    judgement.m_ofRow = judgement.m_lookBack->patterns().ofRow;
    return judgement;
}

Verdict explain(const Judgement &judgement, const Dataset &dataset, const SenderIndex &senders,
    const OwnSenders &own, const KnownServices &services, const Pins &pins, Row row)
{
    if (row >= judgement.size())
        return {};
    const CaseContext context{dataset, senders, *judgement.lookBack(), own, services};
    const quint32 pattern = judgement.lookBack()->patterns().ofRow[row];
    Registry registry(dataset, senders, own);
    const Facts facts = factsOf(context, pattern, registry);
    Verdict verdict;
    verdict.probabilities = probabilitiesOf(scoresOf(facts, rules()));
    const auto [first, second] = topTwo(verdict.probabilities);
    verdict.probability = verdict.probabilities[size_t(first)];
    verdict.runnerUp = second;
    verdict.runnerUpProbability = verdict.probabilities[size_t(second)];
    verdict.mailCase = verdict.probability >= leastProbability ? first : MailCase::Undetermined;
    verdict.evidence = evidenceOf(context, pattern, facts);
    verdict.replay = facts.replay;
    const AddressId address = dataset.records.address[row];
    const Pin *pin = pins.find(dataset.addresses[address.value], senders.hostOf(address),
        dataset.text(dataset.records.headerFrom[row]));
    if (pin) {
        verdict.pin = *pin;
        verdict.runnerUp = first;
        verdict.runnerUpProbability = verdict.probability;
        verdict.mailCase = pin->mailCase;
        verdict.probability = 1;
    }
    return verdict;
}

CaseCounts caseCounts(
    const Judgement &judgement, const Dataset &dataset, const std::vector<Row> &rows)
{
    CaseCounts counts{};
    for (Row row : rows)
        counts[size_t(judgement.of(row).mailCase)] += dataset.records.count[row];
    return counts;
}

SenderVerdict sumUp(
    const Judgement &judgement, const Dataset &dataset, const std::vector<Row> &rows)
{
    SenderVerdict result;
    if (rows.empty())
        return result;
    result.messages = caseCounts(judgement, dataset, rows);
    const auto top = std::max_element(result.messages.begin(), result.messages.end());
    result.mailCase = MailCase(top - result.messages.begin());
    result.pinned = true;
    qint64 all = 0;
    double sum = 0;
    for (Row row : rows) {
        const ShortVerdict &verdict = judgement.of(row);
        const qint64 count = dataset.records.count[row];
        all += count;
        if (verdict.mailCase == result.mailCase)
            sum += double(count) * double(verdict.probability);
        else if (verdict.runnerUp == result.mailCase && !verdict.pinned)
            sum += double(count) * double(verdict.runnerUpProbability);
        result.pinned &= verdict.pinned;
        result.replay |= verdict.replay;
    }
    result.probability = all > 0 ? sum / double(all) : 0;
    result.mixed = (all - *top) * 10 >= all && all > *top;
    return result;
}

std::optional<Row> exampleOf(const Judgement &judgement, const Dataset &dataset,
    const std::vector<Row> &rows, MailCase mailCase)
{
    std::optional<Row> best;
    for (Row row : rows) {
        if (judgement.of(row).mailCase != mailCase)
            continue;
        const auto rank = [&](Row r) {
            return std::pair(dataset.records.count[r], judgement.of(r).probability);
        };
        if (!best || rank(row) > rank(*best))
            best = row;
    }
    return best;
}

} // namespace sekisho
