// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the page, of samples and of campaigns: how they are made and which row is meant.
#include "pages/failurespage.h"

#include "analysis/failures/recipients.h"
#include "pages/pageparts.h"
#include "tables/failuretable.h"
#include "tables/raworder.h"
#include "tables/visibletext.h"
#include "widgets/card.h"
#include "widgets/columnfit.h"
#include "widgets/linkbutton.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"

#include <QAction>
#include <QButtonGroup>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sekisho {

using namespace Qt::StringLiterals;

FailuresPage::List FailuresPage::createList(
    QAbstractItemModel *model, const QString &name, const QStringList &shownFirst)
{
    List list;
    list.view = new TableView(this);
    list.order = new RawOrder(this);
    list.order->setSourceModel(model);
    list.view->setModel(list.order);
    list.view->setRootIsDecorated(false);
    list.view->setSortingEnabled(true);
    list.view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.view->setFrameShape(QFrame::NoFrame);
    constexpr int leastRows = 8; // header and scroll bar included
    list.view->setMinimumHeight(leastRows * (list.view->fontMetrics().height() + 8));
    list.tools = new TableTools(list.view, name);
    list.fit = new ColumnFit(list.view, 260);
    for (int i = 0; i < model->columnCount(); ++i)
        list.view->setColumnHidden(i,
            !shownFirst.contains(model->headerData(i, Qt::Horizontal, ColumnKeyRole).toString()));
    return list;
}

QWidget *FailuresPage::createLists()
{
    m_samplesList = createList(m_table, u"failures"_s,
        {u"reporter"_s, u"ip"_s, u"date"_s, u"subject"_s, u"domain"_s, u"dkim"_s, u"spf"_s,
            u"links"_s});
    m_campaignsList = createList(m_campaigns, u"campaigns"_s,
        {u"subject"_s, u"samples"_s, u"volume"_s, u"addresses"_s, u"recipients"_s, u"first"_s,
            u"last"_s, u"hosts"_s, u"pattern"_s});
    m_samplesList.view->sortByColumn(-1, Qt::AscendingOrder); // newest first, as they come
    m_campaignsList.view->sortByColumn(-1, Qt::AscendingOrder);
    m_lists->addWidget(m_samplesList.view);
    m_lists->addWidget(m_campaignsList.view);
    const auto [card, layout] = tableCard(this);
    layout->addWidget(m_lists);
    return card;
}

/// Maybe at once, else when they are in order.
void FailuresPage::restoreRows(std::optional<FailureIndex> sample)
{
    m_campaignsList.order->whenOrdered([this] {
        const QScopedValueRollback changing(m_changing, true);
        m_campaignsList.view->setCurrentIndex(m_campaignsList.order->index(0, 0));
        m_campaignsList.fit->fit();
    });
    m_samplesList.order->whenOrdered([this, sample] {
        restoreSample(sample);
        m_samplesList.fit->fit();
        showCurrent();
    });
}

void FailuresPage::restoreSample(std::optional<FailureIndex> sample)
{
    const QScopedValueRollback changing(m_changing, true);
    const QModelIndex known =
        sample ? m_samplesList.order->mapFromSource(m_table->indexOf(*sample)) : QModelIndex();
    m_samplesList.view->setCurrentIndex(known.isValid() ? known : m_samplesList.order->index(0, 0));
}

std::optional<FailureIndex> FailuresPage::currentFailure() const
{
    if (m_mode->checkedId() == 1) {
        const Campaign *campaign = currentCampaign();
        return campaign && !campaign->samples.empty() ? std::optional(campaign->samples.front())
                                                      : std::nullopt;
    }
    const QModelIndex current =
        m_samplesList.order->mapToSource(m_samplesList.view->currentIndex());
    return current.isValid() ? std::optional(m_table->failureAt(current)) : std::nullopt;
}

const Campaign *FailuresPage::currentCampaign() const
{
    const QModelIndex current =
        m_campaignsList.order->mapToSource(m_campaignsList.view->currentIndex());
    return current.isValid() ? &m_campaigns->campaignAt(current) : nullptr;
}

void FailuresPage::showMode()
{
    m_lists->setCurrentIndex(m_mode->checkedId());
    showCurrent();
}

void FailuresPage::showSamplesOf(const Campaign &campaign)
{
    const QString &name = campaign.subject.isEmpty() ? campaign.senderPattern : campaign.subject;
    const QString shown =
        m_showRecipients->isChecked() ? name : maskedText(name, *m_view.dataset, campaign);
    m_only->setText(tr("Campaign “%1” – show all").arg(shortVisibleText(shown, 40)));
    m_only->show();
    {
        const QScopedValueRollback changing(m_changing, true);
        m_table->setOnly(campaign.samples);
        m_samplesList.view->setCurrentIndex(m_samplesList.order->index(0, 0));
        m_mode->button(0)->setChecked(true);
    }
    showMode();
}

void FailuresPage::showAllSamples()
{
    m_only->hide();
    {
        const QScopedValueRollback changing(m_changing, true);
        m_table->setOnly({});
        m_samplesList.view->setCurrentIndex(m_samplesList.order->index(0, 0));
    }
    showCurrent();
}

} // namespace sekisho
