// SPDX-License-Identifier: GPL-3.0-or-later
// What the answer shows, section by section.
#include "pages/casepanel.h"

#include "pages/evidencelines.h"
#include "pages/recordsview.h"
#include "widgets/casebutton.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEvidence = 8;

} // namespace

void CasePanel::showEvidence()
{
    // Of an undetermined record: of the case that would be said next.
    const Verdict &verdict = m_detail->verdict;
    size_t best = 0;
    for (size_t i = 1; i < mailCaseCount; ++i)
        best = verdict.probabilities[i] > verdict.probabilities[best] ? i : best;
    const MailCase about =
        verdict.mailCase == MailCase::Undetermined ? MailCase(best) : verdict.mailCase;
    const QString name = caseName(about);
    m_for.heading->setText(tr("What speaks for “%1”", "%1 is the name of a case").arg(name));
    m_against.heading->setText(tr("What speaks against it"));
    for (const bool forIt : {true, false}) {
        PanelSection &section = forIt ? m_for : m_against;
        clearLines(section.lines);
        const int found =
            addEvidence(section.lines, verdict.evidence, about, forIt, mostEvidence, m_view.format);
        if (found == 0)
            section.lines->addWidget(
                panelText(section.body, tr("Nothing.", "no evidence for, or against")));
        else if (found > mostEvidence)
            section.lines->addWidget(
                panelText(section.body, tr("and %n more", nullptr, found - mostEvidence)));
    }
}

void CasePanel::showOthers()
{
    const Verdict &verdict = m_detail->verdict;
    m_others.heading->setText(
        verdict.pin ? tr("What the reports say without your word") : tr("What it could be"));
    clearLines(m_others.lines);
    std::vector<size_t> order(mailCaseCount);
    for (size_t i = 0; i < mailCaseCount; ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&verdict](size_t a, size_t b) {
        return verdict.probabilities[a] > verdict.probabilities[b];
    });
    constexpr size_t most = 3;
    for (size_t i = 0; i < most; ++i) {
        const double chance = verdict.probabilities[order[i]];
        auto *line = new CaseButton(MailCase(order[i]), false, m_others.body);
        line->setTexts({caseName(MailCase(order[i])), {},
                           m_view.format.percent(qint64(chance * 1e9), qint64(1e9)), {}},
            chance);
        m_others.lines->addWidget(line);
    }
}

void CasePanel::showAdvice()
{
    m_advice.heading->setText(tr("What to do next"));
    clearLines(m_advice.lines);
    const QString name = m_label;
    for (const Advice advice : adviceFor(m_detail->verdict, m_detail->advice))
        m_advice.lines->addWidget(panelText(m_advice.body, u"• "_s + adviceText(advice, name)));
}

void CasePanel::showRecords()
{
    m_recordsPart.heading->setText(tr("Its records (%1)", "%1 is a number")
                                       .arg(m_view.format.number(qint64(m_detail->rows.size()))));
    m_records->setRecords(m_view, m_detail->rows);
    m_records->choose(m_detail->row);
}

void CasePanel::explainRecord(Row row)
{
    CaseQuestion question = m_question;
    question.row = row;
    setQuestion(m_view, question, m_label);
}

} // namespace sekisho
