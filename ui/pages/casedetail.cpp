// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casedetail.h"

#include <algorithm>

namespace sekisho {

namespace {

constexpr size_t mostRows = 10000;

/// The policy that a receiver applied to the From domain of a record.
Policy policyFor(const Dataset &dataset, Row row)
{
    const ReportInfo &report = dataset.reports[dataset.records.report[row]];
    const bool below =
        dataset.records.headerFrom[row] != report.domain && report.policy.sp != Policy::Missing;
    return below ? report.policy.sp : report.policy.p;
}

AdviceFacts adviceFacts(const View &view, const CaseDetail &detail)
{
    AdviceFacts facts;
    facts.cell = detail.path.cell;
    facts.ownSignature = detail.path.seal == Seal::Intact || detail.path.seal == Seal::Broken;
    facts.registered = detail.entry.has_value() ||
        std::any_of(detail.verdict.evidence.begin(), detail.verdict.evidence.end(),
            [](const Evidence &evidence) {
                return evidence.rule == RuleId::RegisteredInternal ||
                    evidence.rule == RuleId::RegisteredThirdParty;
            });
    facts.hostNames = view.senders->names.size() > 1;
    facts.policy = policyFor(*view.dataset, detail.row);
    return facts;
}

} // namespace

std::optional<CaseDetail> caseDetailOf(
    const View &view, const CaseQuestion &question, const Stop &stop)
{
    const Dataset &dataset = *view.dataset;
    CaseDetail detail;
    detail.rows = rowsOfCase(*view.judgement, dataset, *view.senders, view.filter, question.sender,
        question.mailCase, mostRows, stop);
    if (detail.rows.empty() || stop.requested())
        return std::nullopt;
    const bool known = question.row &&
        std::find(detail.rows.begin(), detail.rows.end(), *question.row) != detail.rows.end();
    const SenderVerdict all = sumUp(*view.judgement, dataset, detail.rows);
    const MailCase main = question.mailCase.value_or(all.mailCase);
    detail.row = known
        ? *question.row
        : exampleOf(*view.judgement, dataset, detail.rows, main).value_or(detail.rows.front());
    detail.domain = dataset.text(dataset.reports[dataset.records.report[detail.row]].domain);
    detail.verdict = explain(
        *view.judgement, dataset, *view.senders, *view.own, *view.services, *view.pins, detail.row);
    detail.path = pathFacts(dataset, *view.senders, detail.row, view.filter.basis, detail.verdict);
    const AddressId address = dataset.records.address[detail.row];
    if (const auto *entry = view.own->find(
            dataset.addresses[address.value], view.senders->hostOf(address), detail.domain))
        detail.entry = *entry;
    detail.advice = adviceFacts(view, detail);
    return detail;
}

} // namespace sekisho
