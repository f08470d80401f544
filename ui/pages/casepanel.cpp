// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casepanel.h"

#include "dataset/failures.h"
#include "pages/recordsview.h"
#include "tables/visibletext.h"
#include "widgets/casebadge.h"
#include "widgets/infostrip.h"
#include "widgets/pathview.h"
#include "widgets/whendone.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QtConcurrentRun>

namespace sekisho {

CasePanel::~CasePanel()
{
    stopLookingUp();
}

void CasePanel::setQuestion(const View &view, const CaseQuestion &question, const QString &label)
{
    const bool same = view.judgement == m_view.judgement && view.results == m_view.results &&
        question == m_question && (m_detail || m_stop || m_wanted);
    m_view = view;
    m_question = question;
    m_label = label;
    m_records->setFilter(view.filter);
    m_scroll->show();
    if (same) {
        if (m_detail)
            showDetail();
        return;
    }
    stopLookingUp();
    m_wanted = true;
    if (isVisible())
        lookUp();
}

void CasePanel::clear()
{
    stopLookingUp();
    m_wanted = false;
    m_detail.reset();
    m_question = {};
    m_scroll->hide();
}

void CasePanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (m_wanted)
        lookUp();
}

void CasePanel::stopLookingUp()
{
    if (m_stop)
        m_stop->request();
    m_stop.reset();
}

void CasePanel::lookUp()
{
    m_wanted = false;
    const auto stop = m_stop = std::make_shared<Stop>();
    const auto look = [view = m_view, question = m_question, stop] {
        return caseDetailOf(view, question, *stop);
    };
    whenDone(QtConcurrent::run(look), this, [this, stop](const auto &answer) {
        if (stop != m_stop)
            return;
        m_stop.reset();
        if (!answer || !*answer)
            return;
        m_detail = std::make_shared<CaseDetail>(**answer);
        showDetail();
    });
}

void CasePanel::showDetail()
{
    const Verdict &verdict = m_detail->verdict;
    m_badge->setCase(verdict.mailCase);
    m_title->setText(visibleText(m_question.row ? m_detail->path.address : m_label));
    m_sentence->setText(verdictText(verdict, m_question.row ? m_detail->path.address : m_label,
        m_detail->path.from, m_view.format));
    const QString note = verdict.pin ? verdict.pin->note : QString();
    m_note->setText(note.isEmpty() ? QString() : tr("Your note: %1").arg(visibleText(note)));
    m_note->setVisible(!note.isEmpty());
    m_replay->setVisible(verdict.replay);
    m_path->setPath(pathData(verdict.mailCase, m_detail->path));
    fillMenus();
    showEvidence();
    showOthers();
    showAdvice();
    showRecords();
    const bool alone = m_view.filter.senders == QStringList{m_question.sender};
    m_only->setText(alone ? tr("All senders again") : tr("Only this sender"));
    fitButton(m_only);
    countSamples();
    arrange();
}

/// Failure reports are rare; the button is there only where it leads to some.
void CasePanel::countSamples()
{
    const int count = m_question.row
        ? int(failuresOf(*m_view.dataset, *m_question.row).size())
        : countFailuresOf(*m_view.dataset, *m_view.senders, m_question.sender);
    m_samples->setVisible(count > 0);
    m_samples->setText(m_question.row
            ? tr("%n sample(s)", "failure reports of a record", count)
            : tr("%n sample(s)", "failure reports of a sender", count));
    m_samples->setToolTip(m_question.row
            ? tr("Goes to the failure reports about mail of this record: the same address and From "
                 "domain, at that time.")
            : tr("Goes to the failure reports about mail of this sender."));
    fitButton(m_samples);
}

void CasePanel::openSamples()
{
    Filter filter;
    if (m_question.row) {
        filter = failuresFilter(*m_view.dataset, *m_question.row, m_view.filter.basis);
    } else {
        filter.basis = m_view.filter.basis;
        filter.senders = {m_question.sender};
    }
    Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Failures);
}

} // namespace sekisho
