// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overviewpage.h"

#include "pages/casescard.h"
#include "pages/chartcard.h"
#include "pages/domaintiles.h"
#include "pages/figurestrip.h"
#include "pages/findingscard.h"
#include "pages/panelparts.h"
#include "pages/policycard.h"
#include "pages/sharescard.h"
#include "tables/sendername.h"
#include "tables/visibletext.h"
#include "widgets/columnslayout.h"
#include "widgets/emptystate.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
/// From this width on what needs the owner stands beside the chart.
constexpr int wideWidth = 1000;

std::vector<SharesCard::Line> linesOf(
    const std::vector<Share> &shares, QString (*name)(const Share &))
{
    std::vector<SharesCard::Line> lines;
    for (size_t i = 0; i < std::min(shares.size(), SharesCard::most); ++i)
        lines.push_back({shares[i].key, name(shares[i]), shares[i].counts});
    return lines;
}

/// Scrolls up and down only: everything gets the width that there is.
class PageScroll final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    bool viewportEvent(QEvent *event) override
    {
        if (event->type() == QEvent::Resize && widget())
            widget()->setMaximumWidth(viewport()->width());
        return QScrollArea::viewportEvent(event);
    }
};

} // namespace

QString dispositionText(const QString &key)
{
    if (key == "none"_L1)
        //: what a receiver did: nothing because of DMARC; "none" is the report's word
        return QCoreApplication::translate("Disposition", "Let through (none)");
    if (key == "quarantine"_L1)
        //: what a receiver did: into the folder for junk; "quarantine" is the report's word
        return QCoreApplication::translate("Disposition", "Put aside (quarantine)");
    if (key == "reject"_L1)
        //: what a receiver did; "reject" is the report's word
        return QCoreApplication::translate("Disposition", "Refused (reject)");
    if (key == "pass"_L1)
        //: the disposition "pass" of RFC 9990
        return QCoreApplication::translate("Disposition", "DMARC passed (pass)");
    if (key.isEmpty())
        return QCoreApplication::translate("Disposition", "Not reported");
    return QCoreApplication::translate("Disposition", "Another word");
}

OverviewPage::OverviewPage(QWidget *parent)
    : Page(parent)
    , m_stack(new QStackedLayout(this))
    , m_scroll(new PageScroll(this))
    , m_tiles(new DomainTiles)
    , m_figures(new FigureStrip)
    , m_chart(new ChartCard)
    , m_findings(new FindingsCard)
    , m_cases(new CasesCard)
    , m_senders(new SharesCard(true))
    , m_reporters(new SharesCard(false))
    , m_dispositions(new SharesCard(false))
    , m_policies(new PolicyCard)
    , m_empty(new EmptyState(this))
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(createContent());
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->widget()->setAutoFillBackground(false);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    connectParts();
    retranslate();
}

QWidget *OverviewPage::createContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    m_middle = new QBoxLayout(QBoxLayout::LeftToRight);
    m_middle->setSpacing(margin);
    m_middle->addWidget(m_chart, 2);
    m_middle->addWidget(m_findings, 1);
    auto *cards = new QWidget(content);
    auto *columns = new ColumnsLayout(264, 4, margin, cards);
    for (QWidget *card : std::initializer_list<QWidget *>{
             m_cases, m_senders, m_reporters, m_dispositions, m_policies})
        columns->addWidget(card);
    layout->addWidget(m_tiles);
    layout->addWidget(m_figures);
    layout->addLayout(m_middle, 1);
    layout->addWidget(cards);
    return content;
}

void OverviewPage::connectParts()
{
    connect(m_tiles, &DomainTiles::filterRequested, this, &OverviewPage::request);
    connect(m_figures, &FigureStrip::filterRequested, this, &OverviewPage::request);
    connect(m_figures, &FigureStrip::pageRequested, this, &Page::pageRequested);
    connect(m_findings, &FindingsCard::activated, this, &OverviewPage::follow);
    connect(m_policies, &PolicyCard::activated, this, &OverviewPage::showPolicyReports);
    connect(m_policies, &TitledCard::moreActivated, this,
        [this] { Q_EMIT pageRequested(PageId::Reports); });
    connect(m_cases, &CasesCard::filterRequested, this, &OverviewPage::request);
    connect(m_cases, &TitledCard::moreActivated, this,
        [this] { Q_EMIT pageRequested(PageId::Cases); });
    connect(m_senders, &TitledCard::moreActivated, this,
        [this] { Q_EMIT pageRequested(PageId::Senders); });
    connect(m_reporters, &TitledCard::moreActivated, this,
        [this] { Q_EMIT pageRequested(PageId::Reports); });
    connect(m_chart, &ChartCard::daysActivated, this, [this](const DateSpan &span) {
        Filter filter = m_view.filter;
        filter.period = span;
        request(filter);
    });
    const auto narrow = [this](SharesCard *card, QStringList Filter::*list) {
        connect(card, &SharesCard::activated, this, [this, list](const QString &key) {
            Filter filter = m_view.filter;
            filter.*list = QStringList{key};
            request(filter);
        });
    };
    narrow(m_senders, &Filter::senders);
    narrow(m_reporters, &Filter::reporters);
    narrow(m_dispositions, &Filter::dispositions);
    connect(m_empty, &EmptyState::triggered, this, &OverviewPage::leaveEmptyState);
    connect(m_empty, &EmptyState::secondTriggered, this, &Page::sampleRequested);
}

void OverviewPage::setView(const View &view)
{
    m_view = view;
    if (view.results->totals.counts.records > 0)
        showContent();
    else
        showEmpty();
}

void OverviewPage::showContent()
{
    m_stack->setCurrentWidget(m_scroll);
    m_tiles->setView(m_view);
    m_figures->setView(m_view);
    m_chart->setView(m_view);
    m_findings->setView(m_view);
    m_cases->setView(m_view);
    showSenders();
    showReporters();
    showDispositions();
    m_policies->setView(m_view);
}

void OverviewPage::showSenders()
{
    const Results &results = *m_view.results;
    const qint64 messages = results.totals.counts.messages;
    std::vector<SharesCard::Line> lines;
    for (size_t i = 0; i < std::min(results.topSenders.size(), SharesCard::most); ++i) {
        const Share &sender = results.topSenders[i];
        lines.push_back({sender.key, senderName(sender.label), sender.counts});
    }
    m_senders->setTitle(tr("Top senders"),
        tr("Percent of %1 message(s)", nullptr, plural(messages))
            .arg(m_view.format.number(messages)));
    m_senders->setLines(lines, messages, m_view.format);
    const int senders = int(results.senders.senders.size());
    m_senders->setMore(results.senders.senders.size() > lines.size()
            ? tr("All %1 sender(s)", nullptr, senders).arg(m_view.format.number(senders))
            : QString());
}

void OverviewPage::showReporters()
{
    const Results &results = *m_view.results;
    const qint64 messages = results.totals.counts.messages;
    const auto lines = linesOf(results.reporters, [](const Share &share) { return share.label; });
    m_reporters->setTitle(tr("Reporters"),
        tr("Percent of %1 message(s)", nullptr, plural(messages))
            .arg(m_view.format.number(messages)));
    m_reporters->setLines(lines, messages, m_view.format);
    const int more = int(results.reporters.size() - lines.size());
    m_reporters->setMore(more > 0 ? tr("%n more in the reports", nullptr, more) : QString());
}

void OverviewPage::showDispositions()
{
    const Results &results = *m_view.results;
    const qint64 messages = results.totals.counts.messages;
    m_dispositions->setTitle(tr("What receivers did"),
        tr("Percent of %1 message(s)", nullptr, plural(messages))
            .arg(m_view.format.number(messages)));
    m_dispositions->setLines(linesOf(results.dispositions,
                                 [](const Share &share) { return dispositionText(share.key); }),
        messages, m_view.format);
}

void OverviewPage::showEmpty()
{
    m_empty->setSecond({});
    if (m_view.dataset->reports.empty()) {
        m_empty->setTexts(u"overview"_s, tr("No reports yet"),
            tr("Here you would see at a glance who sends mail as your domain, how much of it "
               "passes DMARC, and what needs you. Open a folder of reports, or drop files "
               "anywhere on this window."),
            tr("Open Folder…"));
        m_empty->setSecond(tr("Look at Sample Reports"));
    } else if (m_view.filter.isEmpty()) {
        m_empty->setTexts(u"overview"_s, tr("No messages yet"),
            tr("The reports that are open tell of no messages."), tr("Show the Reports"));
    } else {
        m_empty->setTexts(u"overview"_s, tr("No messages match"),
            tr("There are messages, but the filter above leaves all of them out."),
            tr("Show Everything"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void OverviewPage::leaveEmptyState()
{
    if (m_view.dataset->reports.empty()) {
        Q_EMIT openRequested();
    } else if (m_view.filter.isEmpty()) {
        Q_EMIT pageRequested(PageId::Reports);
    } else {
        Filter everything;
        everything.basis = m_view.filter.basis;
        Q_EMIT filterRequested(everything);
    }
}

void OverviewPage::request(const Filter &filter)
{
    if (filter != m_view.filter)
        Q_EMIT filterRequested(filter);
}

void OverviewPage::follow(const FindingLink &link)
{
    request(link.filter);
    Q_EMIT pageRequested(link.page);
}

void OverviewPage::showPolicyReports(const QString &domain, const DateSpan &seen)
{
    Filter filter = m_view.filter;
    filter.domains = {domain};
    // The end is what a report says, most often the last second: the period ends after it.
    filter.period = DateSpan{seen.begin, seen.end + 1};
    request(filter);
    Q_EMIT pageRequested(PageId::Reports);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::arrange()
{
    // One above the other, what needs the owner comes first.
    m_middle->setDirection(
        width() >= wideWidth ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
}

void OverviewPage::retranslate()
{
    setView(m_view);
}

} // namespace sekisho
