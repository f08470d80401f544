// SPDX-License-Identifier: GPL-3.0-or-later
// How the page is put together: its parts, texts, and what a restart brings back.
#include "pages/failurespage.h"

#include "pages/failureviewer.h"
#include "tables/failuretable.h"
#include "widgets/columnfit.h"
#include "widgets/emptystate.h"
#include "widgets/flowlayout.h"
#include "widgets/linkbutton.h"
#include "widgets/segmentbutton.h"
#include "widgets/tabletools.h"

#include <QAction>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>
#include <QHBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

QWidget *FailuresPage::createBar()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, bar);
    flow->setContentsMargins({});
    const auto addSegments = [&](QButtonGroup *group, int count) {
        auto *holder = new QWidget(bar);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins({});
        row->setSpacing(0);
        for (int i = 0; i < count; ++i) {
            const auto side = i == 0 ? SegmentButton::Side::Start
                : i == count - 1     ? SegmentButton::Side::End
                                     : SegmentButton::Side::Middle;
            auto *button = new SegmentButton(side, holder);
            button->setCheckable(true);
            button->setChecked(i == 0);
            group->addButton(button, i);
            row->addWidget(button);
        }
        flow->addWidget(holder);
    };
    addSegments(m_scopes, scopeChoices);
    addSegments(m_mode, 2);
    m_more->setMenu(createMenu());
    m_more->setMinimumHeight(m_scopes->button(0)->sizeHint().height());
    flow->addWidget(m_more);
    flow->addWidget(m_only);
    m_only->hide();
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    flow->addWidget(m_note);
    return bar;
}

void FailuresPage::connectParts()
{
    connect(m_scopes, &QButtonGroup::idClicked, this, &FailuresPage::chooseScope);
    connect(m_mode, &QButtonGroup::idClicked, this, &FailuresPage::showMode);
    connect(m_only, &QAbstractButton::clicked, this, &FailuresPage::showAllSamples);
    connect(m_viewer, &FailureViewer::senderRequested, this, &FailuresPage::followSender);
    connect(m_viewer, &FailureViewer::recordsRequested, this, &FailuresPage::followRecords);
    connect(m_empty, &EmptyState::triggered, this, &FailuresPage::leaveEmptyState);
    for (const List &list : {m_samplesList, m_campaignsList}) {
        connect(list.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FailuresPage::showCurrent);
        connect(list.tools, &TableTools::filterRequested, this, &Page::filterRequested);
    }
    connect(m_campaignsList.view, &QTreeView::activated, this, [this] {
        if (const Campaign *campaign = currentCampaign())
            showSamplesOf(*campaign);
    });
    connect(m_showRecipients, &QAction::toggled, this, &FailuresPage::updateOptions);
    connect(m_noBodies, &QAction::toggled, this, &FailuresPage::updateOptions);
    connect(m_chooseList, &QAction::triggered, this, &FailuresPage::chooseList);
    connect(m_forgetList, &QAction::triggered, this, [this] { loadList({}); });
    connect(m_saveCsv, &QAction::triggered, this, [this] { saveIndicators(false); });
    connect(m_saveStix, &QAction::triggered, this, [this] { saveIndicators(true); });
    connect(m_draftJapanese, &QAction::triggered, this, [this] { showDraft(true); });
    connect(m_draftEnglish, &QAction::triggered, this, [this] { showDraft(false); });
}

void FailuresPage::showEmpty()
{
    if (m_view.dataset->failures.empty()) {
        m_empty->setTexts(u"failures"_s, tr("No failure reports"),
            tr("Some receivers send a sample of each mail that failed, where the policy asks for "
               "it (ruf). They are rare. "
               "Those that are opened stand here, with a viewer that shows them safely."),
            tr("Open Folder…"));
    } else {
        m_empty->setTexts(u"failures"_s, tr("No failure report matches the filter"),
            tr("There are failure reports, but the filter above leaves all of them out."),
            tr("Show everything"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void FailuresPage::leaveEmptyState()
{
    if (m_view.dataset->failures.empty()) {
        Q_EMIT openRequested();
        return;
    }
    Filter everything;
    everything.basis = m_view.filter.basis;
    Q_EMIT filterRequested(everything);
}

QVariantMap FailuresPage::state() const
{
    return {{u"list"_s, m_samplesList.tools->state()},
        {u"campaigns"_s, m_campaignsList.tools->state()}, {u"splitter"_s, m_splitter->saveState()},
        {u"noBodies"_s, m_noBodies->isChecked()}, {u"urlList"_s, m_listPath}};
}

void FailuresPage::setState(const QVariantMap &state)
{
    if (m_samplesList.tools->setState(state.value(u"list"_s).toMap()))
        m_samplesList.fit->keep();
    if (m_campaignsList.tools->setState(state.value(u"campaigns"_s).toMap()))
        m_campaignsList.fit->keep();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_noBodies->setChecked(state.value(u"noBodies"_s).toBool());
    if (const QString path = state.value(u"urlList"_s).toString(); !path.isEmpty())
        loadList(path);
}

void FailuresPage::retranslate()
{
    m_samplesList.view->setAccessibleName(tr("Samples"));
    m_campaignsList.view->setAccessibleName(tr("Campaigns"));
    m_more->setText(tr("Options"));
    m_showRecipients->setText(tr("Show recipients"));
    m_noBodies->setText(tr("Do not keep bodies"));
    m_saveCsv->setText(tr("Save indicators as CSV…"));
    m_saveStix->setText(tr("Save indicators as STIX 2.1…"));
    m_chooseList->setText(tr("Check URLs against a list…"));
    m_forgetList->setText(tr("Forget the list"));
    m_draftJapanese->setText(tr("Takedown draft for the campaign in Japanese…"));
    m_draftEnglish->setText(tr("Takedown draft for the campaign in English…"));
    m_table->retranslate();
    m_campaigns->retranslate();
    m_viewer->retranslate();
    updateTexts();
    if (m_stack->currentWidget() == m_empty)
        showEmpty();
}

} // namespace sekisho
