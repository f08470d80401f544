// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/failurespage.h"

#include "analysis/failures/recipients.h"
#include "pages/failureviewer.h"
#include "pages/pageparts.h"
#include "tables/failuretable.h"
#include "tables/notetext.h"
#include "tables/raworder.h"
#include "widgets/columnfit.h"
#include "widgets/emptystate.h"
#include "widgets/linkbutton.h"
#include "widgets/tabletools.h"
#include "widgets/whendone.h"

#include <QAction>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTreeView>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array scopes{Scope::All, Scope::Own, Scope::Unauthorised};

/// The number of a report in its mail, from its "[2]".
int numberOf(const Origin &origin)
{
    const QString last = origin.members.isEmpty() ? QString() : origin.members.last();
    if (!last.startsWith(u'[') || !last.endsWith(u']'))
        return 0;
    return std::max(0, last.sliced(1, last.size() - 2).toInt() - 1);
}

} // namespace

FailuresPage::FailuresPage(LoadOriginal loadOriginal, LoadFile loadFile, QWidget *parent)
    : Page(parent)
    , m_loadOriginal(std::move(loadOriginal))
    , m_loadFile(std::move(loadFile))
    , m_table(new FailureTable(this))
    , m_campaigns(new CampaignTable(this))
    , m_scopes(new QButtonGroup(this))
    , m_mode(new QButtonGroup(this))
    , m_only(new LinkButton(this))
    , m_more(new QPushButton(this))
    , m_note(new QLabel(this))
    , m_lists(new QStackedWidget(this))
    , m_viewer(new FailureViewer(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout(this))
{
    m_splitter->addWidget(createLists());
    m_splitter->addWidget(m_viewer);
    m_lists->setMinimumHeight(
        72); // a header and a row: the page must not make a small window larger
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({280, 480});
    m_stack->addWidget(splitContent(m_splitter, createBar()));
    m_stack->addWidget(m_empty);
    connectParts();
    retranslate();
    showEmpty();
}

FailuresPage::~FailuresPage()
{
    if (m_stop)
        m_stop->request();
}

void FailuresPage::setView(const View &view)
{
    m_view = view;
    m_samplesList.tools->setFilter(view.filter);
    m_campaignsList.tools->setFilter(view.filter);
    look();
}

/// Selects and groups off the UI thread; an answer that is out of date is dropped.
void FailuresPage::look()
{
    if (m_stop)
        m_stop->request();
    m_stop = std::make_shared<Stop>();
    if (m_view.dataset->failures.empty()) {
        takeResults(std::make_shared<const FailureResults>());
        return;
    }
    ++m_looks;
    const auto work = [view = m_view, urls = m_urls, stop = m_stop] {
        return std::make_shared<const FailureResults>(
            failureResults(*view.dataset, *view.senders, view.filter, urls, *stop));
    };
    whenDone(QtConcurrent::run(work), this,
        [this, stop = m_stop](const std::optional<std::shared_ptr<const FailureResults>> &done) {
            --m_looks;
            if (done && !stop->requested())
                takeResults(*done);
        });
}

void FailuresPage::takeResults(const std::shared_ptr<const FailureResults> &results)
{
    const std::optional<FailureIndex> before = currentFailure();
    m_results = results;
    {
        const QScopedValueRollback changing(m_changing, true);
        m_table->setOnly({});
        m_table->setFailures(
            m_view.dataset, m_view.senders, results, !m_showRecipients->isChecked(), m_view.format);
        m_campaigns->setCampaigns(
            m_view.dataset, results, !m_showRecipients->isChecked(), m_view.format);
        restoreRows(before);
    }
    m_only->hide();
    updateTexts();
    Q_EMIT countChanged(int(results->shown.size()));
    if (results->shown.empty() && results->inScope[0] == 0) {
        m_viewer->setMessage({});
        showEmpty();
        return;
    }
    m_stack->setCurrentIndex(0);
    updateOptions();
    showCurrent();
}

void FailuresPage::updateTexts()
{
    const QStringList titles{tr("All %1"), tr("My senders %1"), tr("Unauthorised %1")};
    for (int i = 0; i < titles.size(); ++i) {
        const int count = m_results->inScope[size_t(scopes[size_t(i)])];
        m_scopes->button(i)->setText(titles.at(i).arg(m_view.format.number(count)));
        m_scopes->button(i)->setChecked(m_view.filter.scope == scopes[size_t(i)]);
    }
    m_mode->button(0)->setText(tr("Samples"));
    m_mode->button(1)->setText(
        tr("Campaigns %1").arg(m_view.format.number(qint64(m_results->campaigns.size()))));
    QStringList notes;
    if (m_results->otherFeedback > 0)
        notes.append(tr("%n other feedback report(s), about abuse or the like, left aside", nullptr,
            m_results->otherFeedback));
    if (!m_urls.isEmpty()) {
        const auto hits = std::count(m_results->listed.begin(), m_results->listed.end(), true);
        notes.append(tr("%n sample(s) with a URL on your list", nullptr, int(hits)));
    }
    if (m_unknownLines > 0)
        notes.append(tr(
            "%n line(s) of the list are neither a URL nor a host", nullptr, int(m_unknownLines)));
    m_note->setText(notes.join(u" · "_s));
    m_forgetList->setEnabled(!m_listPath.isEmpty());
}

void FailuresPage::updateOptions()
{
    const bool masked = !m_showRecipients->isChecked();
    m_viewer->setOptions(
        {masked, !m_noBodies->isChecked(), m_urls, m_results->ownDomains, m_view.format});
    if (sender() == m_showRecipients) {
        const std::optional<FailureIndex> before = currentFailure();
        m_table->setFailures(m_view.dataset, m_view.senders, m_results, masked, m_view.format);
        const Campaign *campaign = currentCampaign();
        const QString key = campaign ? campaign->key : QString();
        m_campaigns->setCampaigns(m_view.dataset, m_results, masked, m_view.format);
        m_samplesList.order->whenOrdered([this, before] { restoreSample(before); });
        m_campaignsList.order->whenOrdered([this, key] {
            const QScopedValueRollback changing(m_changing, true);
            m_campaignsList.view->setCurrentIndex(
                m_campaignsList.order->mapFromSource(m_campaigns->indexOf(key)));
        });
    }
}

void FailuresPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showCurrent();
}

/// Samples are read only while somebody looks.
void FailuresPage::showCurrent()
{
    if (m_changing || !isVisible() || m_stack->currentWidget() == m_empty)
        return;
    const std::optional<FailureIndex> failure = currentFailure();
    const bool hasCampaign = m_mode->checkedId() == 1 && currentCampaign();
    m_draftJapanese->setEnabled(hasCampaign);
    m_draftEnglish->setEnabled(hasCampaign);
    if (failure)
        showSample(*failure);
    else
        m_viewer->setMessage(tr("Nothing to show in this scope."));
}

void FailuresPage::showSample(FailureIndex failure)
{
    const FailureInfo &info = m_view.dataset->failures[failure];
    const Origin origin = m_view.dataset->items[info.item].origin;
    const int request = ++m_request;
    const FailureViewer::Context context{verdictOn(info),
        int(recordsOf(*m_view.dataset, info).size()),
        samplesToSameHidden(*m_view.dataset, failure)};
    struct Answer {
        std::optional<Inspection> inspection;
        Note problem;
    };
    const auto show = [this, request, context](const std::optional<Answer> &answer) {
        if (request != m_request)
            return; // another one was chosen meanwhile
        if (answer && answer->inspection)
            m_viewer->setInspection(*answer->inspection, context);
        else
            m_viewer->setMessage(
                answer ? noteText(answer->problem) : tr("The sample cannot be read again."));
    };
    whenDone(m_loadOriginal(origin), this,
        [this, request, show, number = numberOf(origin)](const auto &loaded) {
            if (request != m_request || !loaded)
                return;
            if (!loaded->ok()) {
                show(Answer{std::nullopt, loaded->problem()});
                return;
            }
            const auto inspect = [bytes = loaded->value(), number] {
                Result<Inspection> result = inspectFailure(bytes, number, Limits());
                return result ? Answer{std::move(result).value(), {}}
                              : Answer{std::nullopt, result.problem()};
            };
            whenDone(QtConcurrent::run(inspect), this, show);
        });
}

std::optional<SenderVerdict> FailuresPage::verdictOn(const FailureInfo &failure) const
{
    if (!failure.address || !m_view.senders->cases)
        return std::nullopt;
    std::vector<Row> rows;
    const RecordColumns &records = m_view.dataset->records;
    for (Row row = 0; row < records.size(); ++row) {
        if (records.address[row] == *failure.address &&
            m_view.dataset->reports[records.report[row]].counted)
            rows.push_back(row);
    }
    if (rows.empty())
        return std::nullopt;
    return sumUp(*m_view.judgement, *m_view.dataset, rows);
}

void FailuresPage::chooseScope(int button)
{
    Filter filter = m_view.filter;
    filter.scope = scopes[size_t(button)];
    if (filter != m_view.filter)
        Q_EMIT filterRequested(filter);
}

/// The sender's aggregate records: the filter on its address, and the page that judges it.
void FailuresPage::followSender()
{
    const std::optional<FailureIndex> failure = currentFailure();
    if (!failure || !m_view.dataset->failures[*failure].address)
        return;
    const AddressId address = *m_view.dataset->failures[*failure].address;
    Filter filter = m_view.filter;
    filter.senders = {m_view.dataset->addressText(address)};
    Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Cases);
}

/// The records that count the mail, and those alone.
void FailuresPage::followRecords()
{
    const std::optional<FailureIndex> failure = currentFailure();
    if (!failure)
        return;
    const std::vector<Row> rows = recordsOf(*m_view.dataset, m_view.dataset->failures[*failure]);
    if (rows.empty())
        return;
    Q_EMIT filterRequested(recordsFilter(*m_view.dataset, rows, m_view.filter.basis));
    Q_EMIT pageRequested(PageId::Reports);
}

} // namespace sekisho
