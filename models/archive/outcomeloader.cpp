// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/outcomeloader.h"

#include "archive/statement.h"
#include "archive/storedwords.h"

#include <algorithm>

namespace sekisho {

void OutcomeLoader::damaged(const char *what)
{
    if (ok())
        m_problem = {WorkspaceTrouble::Damaged, m_connection.path(), QString::fromLatin1(what)};
}

void OutcomeLoader::ended(const Statement &statement)
{
    if (ok() && statement.failed())
        m_problem = statement.problem();
}

StringId OutcomeLoader::text(qint64 id)
{
    if (const auto text = m_texts.find(id))
        return *text;
    damaged("text");
    return {};
}

WorkspaceResult<LoadedOutcomes> OutcomeLoader::load()
{
    loadOutcomes();
    RecordColumns &columns = m_outcomes.columns;
    loadResults("SELECT authentication, domain, selector, human_result, result, result_text "
                "FROM dkim_result ORDER BY authentication, position",
        m_outcomes.dkim, columns.dkimFirst);
    loadResults("SELECT authentication, domain, scope, human_result, result, result_text "
                "FROM spf_result ORDER BY authentication, position",
        m_outcomes.spf, columns.spfFirst);
    loadReasons();
    if (!ok())
        return m_problem;
    return std::move(m_outcomes);
}

void OutcomeLoader::loadOutcomes()
{
    Statement outcomes(m_connection,
        "SELECT id, header_from, envelope_from, envelope_to, disposition, disposition_text, "
        "dkim_evaluated, spf_evaluated, reported, computed, dkim_reason, spf_reason, flags "
        "FROM authentication ORDER BY id");
    RecordColumns &columns = m_outcomes.columns;
    while (outcomes.next() && ok()) {
        m_outcomes.ids.add(outcomes.number(0));
        columns.headerFrom.push_back(text(outcomes.number(1)));
        columns.envelopeFrom.push_back(text(outcomes.number(2)));
        columns.envelopeTo.push_back(text(outcomes.number(3)));
        columns.dispositionText.push_back(text(outcomes.number(5)));
        columns.dkimEvaluatedText.push_back(text(outcomes.number(6)));
        columns.spfEvaluatedText.push_back(text(outcomes.number(7)));
        const auto disposition = storedValue(outcomes.number(4), Disposition::Other);
        const qint64 reported = outcomes.number(8);
        const qint64 computed = outcomes.number(9);
        const auto dkim = storedValue(outcomes.number(10), FailReason::NotReported);
        const auto spf = storedValue(outcomes.number(11), FailReason::NotReported);
        if (!disposition || !dkim || !spf || reported < 0 || reported >= cellCount ||
            computed < 0 || computed >= cellCount)
            return damaged("authentication");
        columns.disposition.push_back(*disposition);
        columns.reportedCell.push_back(quint8(reported));
        columns.computedCell.push_back(quint8(computed));
        columns.dkimReason.push_back(*dkim);
        columns.spfReason.push_back(*spf);
        columns.flags.push_back(quint16(outcomes.number(12)));
    }
    ended(outcomes);
}

void OutcomeLoader::loadResults(
    const char *sql, std::vector<ResultEntry> &entries, std::vector<quint32> &firsts)
{
    firsts.assign(1, 0);
    Statement results(m_connection, sql);
    while (results.next() && ok()) {
        const auto outcome = m_outcomes.ids.find(results.number(0));
        const auto result = storedValue(results.number(4), AuthResult::Unknown);
        if (!outcome || !result)
            return damaged("result");
        firsts.resize(std::max<size_t>(firsts.size(), *outcome + 1), quint32(entries.size()));
        entries.push_back({text(results.number(1)), text(results.number(2)),
            text(results.number(3)), *result, text(results.number(5))});
    }
    firsts.resize(m_outcomes.ids.size() + 1, quint32(entries.size()));
    ended(results);
}

void OutcomeLoader::loadReasons()
{
    std::vector<quint32> &firsts = m_outcomes.columns.reasonFirst;
    firsts.assign(1, 0);
    Statement reasons(m_connection,
        "SELECT authentication, type, comment FROM override_reason "
        "ORDER BY authentication, position");
    while (reasons.next() && ok()) {
        const auto outcome = m_outcomes.ids.find(reasons.number(0));
        if (!outcome)
            return damaged("reason");
        firsts.resize(
            std::max<size_t>(firsts.size(), *outcome + 1), quint32(m_outcomes.reasons.size()));
        m_outcomes.reasons.push_back({text(reasons.number(1)), text(reasons.number(2))});
    }
    firsts.resize(m_outcomes.ids.size() + 1, quint32(m_outcomes.reasons.size()));
    ended(reasons);
}

} // namespace sekisho
