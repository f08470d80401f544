// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/senderpanel.h"

#include "analysis/senderdetail.h"
#include "dataset/failures.h"
#include "pages/ownsendermenu.h"
#include "pages/panelparts.h"
#include "pages/recordsview.h"
#include "pages/sendersummary.h"
#include "paint/fonts.h"
#include "tables/sendername.h"
#include "tables/column.h"
#include "tables/sendertext.h"
#include "widgets/flowlayout.h"
#include "widgets/markview.h"
#include "widgets/segmentbutton.h"
#include "widgets/whendone.h"

#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr size_t mostRecords = 10000;
constexpr int summaryPart = 0;
constexpr int recordsPart = 1;

} // namespace

SenderPanel::SenderPanel(QWidget *parent)
    : Card(parent)
    , m_mark(new MarkView(Meaning::Unknown, this))
    , m_title(panelText(this))
    , m_verdict(panelText(this))
    , m_seen(panelText(this))
    , m_only(new QPushButton(this))
    , m_reports(new QPushButton(this))
    , m_samples(new QPushButton(this))
    , m_ours(new QPushButton(this))
    , m_oursMenu(new QMenu(m_ours))
    , m_parts(new QButtonGroup(this))
    , m_stack(new QStackedWidget(this))
    , m_summary(new SenderSummary(this))
    // Who reports it matters less here than when, how many and how well.
    , m_records(new RecordsView({u"period"_s, u"count"_s, u"dkim"_s, u"spf"_s, u"reporter"_s,
                                    u"source_ip"_s, u"disposition"_s, u"header_from"_s},
          this))
    , m_hint(panelText(this))
{
    constexpr int slowMilliseconds = 150;
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMilliseconds);
    m_stack->addWidget(m_summary);
    m_stack->addWidget(createRecords());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, margin, 1, 8);
    layout->setSpacing(8);
    layout->addWidget(createHead());
    layout->addWidget(m_stack, 1);
    connectParts();
    choosePart(summaryPart);
    retranslate();
}

SenderPanel::~SenderPanel()
{
    stopLookingUp();
}

QWidget *SenderPanel::createHead()
{
    auto *head = new QWidget(this);
    m_head = new QBoxLayout(QBoxLayout::TopToBottom, head);
    m_head->setContentsMargins(margin, 0, margin, 0);
    m_head->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    m_title->setFont(sized(fixedFace(font()), pixelSize(font()) * 9 / 7, true));
    title->addWidget(m_mark);
    title->addWidget(m_title, 1);
    m_seen->setForegroundRole(QPalette::PlaceholderText);
    words->addLayout(title);
    words->addWidget(m_verdict);
    words->addWidget(m_seen);
    m_head->addLayout(words, 1);
    m_head->addWidget(createTools());
    return head;
}

QWidget *SenderPanel::createTools()
{
    m_actions = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, m_actions);
    flow->setContentsMargins({});
    m_ours->setMenu(m_oursMenu);
    flow->addWidget(m_ours);
    flow->addWidget(m_only);
    flow->addWidget(m_reports);
    flow->addWidget(m_samples);
    auto *segments = new QWidget(m_actions);
    auto *sides = new QHBoxLayout(segments);
    sides->setContentsMargins({});
    sides->setSpacing(0);
    for (const int part : {summaryPart, recordsPart}) {
        auto *button = new SegmentButton(
            part == summaryPart ? SegmentButton::Side::Start : SegmentButton::Side::End, segments);
        m_parts->addButton(button, part);
        sides->addWidget(button);
    }
    flow->addWidget(segments);
    return m_actions;
}

void SenderPanel::arrange()
{
    // From this width on the buttons stand beside the words, in one line.
    constexpr int wideHead = 740;
    const bool wide = width() >= wideHead;
    int line = -8;
    for (const QWidget *part : {static_cast<QWidget *>(m_ours), static_cast<QWidget *>(m_only),
             static_cast<QWidget *>(m_reports),
             m_parts->button(summaryPart)->parentWidget()})
        line += part->sizeHint().expandedTo(part->minimumSize()).width() + 8;
    if (m_samples->isVisibleTo(this))
        line += m_samples->sizeHint().expandedTo(m_samples->minimumSize()).width() + 8;
    m_head->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_head->setAlignment(m_actions, wide ? Qt::AlignTop : Qt::Alignment());
    m_actions->setMinimumWidth(wide ? line : 0);
}

void SenderPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

QWidget *SenderPanel::createRecords()
{
    m_records->table()->setFrameShape(QFrame::NoFrame);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(margin, 8, margin, 0);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_records, 1);
    layout->addWidget(m_hint);
    return page;
}

void SenderPanel::connectParts()
{
    connect(m_parts, &QButtonGroup::idClicked, this, &SenderPanel::choosePart);
    connect(m_only, &QPushButton::clicked, this, &SenderPanel::toggleSender);
    connect(m_oursMenu, &QMenu::aboutToShow, this, &SenderPanel::fillOwnMenu);
    connect(m_reports, &QPushButton::clicked, this, &SenderPanel::openReports);
    connect(m_samples, &QPushButton::clicked, this, &SenderPanel::openSamples);
    connect(m_summary, &SenderSummary::filterRequested, this, &SenderPanel::filterRequested);
    connect(m_summary, &SenderSummary::senderChosen, this, &SenderPanel::senderChosen);
    connect(m_records, &RecordsView::filterRequested, this, &SenderPanel::filterRequested);
    connect(m_records, &RecordsView::pageRequested, this, &SenderPanel::pageRequested);
    connect(&m_slow, &QTimer::timeout, m_summary, &SenderSummary::clearDetail);
}

void SenderPanel::choosePart(int part)
{
    m_parts->button(part)->setChecked(true);
    m_stack->setCurrentIndex(part);
}

void SenderPanel::setSender(const View &view, const Sender &sender)
{
    const bool known = (m_detail || m_wanted || m_stop) && view.results == m_view.results &&
        sender.key == m_sender.key;
    m_view = view;
    m_sender = sender;
    m_records->setFilter(view.filter);
    showHead();
    m_summary->showSender(view, sender);
    if (known) { // another language or format only
        if (m_detail)
            showDetail(*m_detail);
        return;
    }
    stopLookingUp();
    m_wanted = true;
    if (isVisible())
        lookUp();
}

void SenderPanel::clear()
{
    stopLookingUp();
    m_wanted = false;
    m_view = {};
    m_sender = {};
    m_detail.reset();
    m_summary->clearDetail();
    m_records->setRecords(m_view, {});
}

void SenderPanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (m_wanted)
        lookUp();
}

void SenderPanel::stopLookingUp()
{
    if (m_stop)
        m_stop->request();
    m_stop.reset();
    m_detail.reset();
    m_slow.stop();
}

void SenderPanel::lookUp()
{
    m_wanted = false;
    m_slow.start();
    const auto stop = m_stop = std::make_shared<Stop>();
    const auto look = [view = m_view, key = m_sender.key, stop] {
        return senderDetailOf(
            *view.dataset, *view.senders, view.results->rows, view.filter, key, mostRecords, *stop);
    };
    whenDone(QtConcurrent::run(look), this, [this, stop](const auto &detail) {
        if (stop != m_stop)
            return;
        m_stop.reset();
        m_slow.stop();
        if (detail) {
            m_detail = std::make_shared<SenderDetail>(*detail);
            showDetail(*m_detail);
        }
    });
}

void SenderPanel::showHead()
{
    const Counts &counts = m_sender.counts;
    m_mark->setMeaning(Meaning(usualMeaning(m_sender)));
    m_title->setText(senderName(m_sender.label));
    if (counts.passed == counts.messages)
        m_verdict->setText(tr("All of its messages pass DMARC."));
    else if (counts.passed == 0)
        m_verdict->setText(tr("None of its messages passes DMARC."));
    else
        m_verdict->setText(tr("%1 of its messages pass DMARC.", "%1 is a percentage")
                               .arg(m_view.format.percent(counts.passed, counts.messages)));
    m_seen->setText(
        tr("%1, %2 reporter(s)", "%1 is a period", m_sender.reporters)
            .arg(m_view.format.period(m_sender.seen), m_view.format.number(m_sender.reporters)));
    const bool alone = m_view.filter.senders == QStringList{m_sender.key};
    m_only->setText(alone ? tr("All senders again") : tr("Only this sender"));
    m_parts->button(recordsPart)
        ->setText(tr("Records (%1)").arg(m_view.format.number(m_sender.counts.records)));
    m_ours->setText(ownSenderText(m_sender));
    fitButton(m_ours);
    fitButton(m_only);
    countSamples();
    arrange(); // as texts differ in width
}

void SenderPanel::showDetail(const SenderDetail &detail)
{
    m_summary->showDetail(detail);
    showRecords(detail);
}

void SenderPanel::showRecords(const SenderDetail &detail)
{
    m_records->setRecords(m_view, detail.rows);
    const bool cut = detail.records > qint64(detail.rows.size());
    m_hint->setVisible(cut);
    m_hint->setText(tr("The %1 records with most messages are shown, of %2.")
                        .arg(m_view.format.number(qint64(detail.rows.size())),
                            m_view.format.number(detail.records)));
}

void SenderPanel::fillOwnMenu()
{
    m_oursMenu->clear();
    addOwnSenderEntries(m_oursMenu, m_view, {m_sender},
        {[this](const OwnSenders::Entry &entry) { Q_EMIT ownSenderRequested(entry); },
            [this](const OwnSenders::Entry &entry) { Q_EMIT ownSenderRemoved(entry); },
            [this] { Q_EMIT ownSendersRequested(); }});
}

void SenderPanel::toggleSender()
{
    Filter filter = m_view.filter;
    if (filter.senders == QStringList{m_sender.key})
        filter.senders.clear();
    else
        narrowToSender(filter, m_sender.key, false);
    Q_EMIT filterRequested(filter);
}

void SenderPanel::openReports()
{
    Filter filter = m_view.filter;
    narrowToSender(filter, m_sender.key, false);
    if (filter != m_view.filter)
        Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Reports);
}

void SenderPanel::openSamples()
{
    Filter filter = m_view.filter;
    narrowToSender(filter, m_sender.key, false);
    if (filter != m_view.filter)
        Q_EMIT filterRequested(filter);
    Q_EMIT pageRequested(PageId::Failures);
}

/// Failure reports are rare; the button is there only where it leads to some.
void SenderPanel::countSamples()
{
    const int count = countFailuresOf(*m_view.dataset, *m_view.senders, m_sender.key);
    m_samples->setVisible(count > 0);
    m_samples->setText(tr("%n sample(s)", "failure reports of a sender", count));
    m_samples->setToolTip(tr("Goes to the failure reports about mail of this sender."));
    fitButton(m_samples);
}

QVariantMap SenderPanel::state() const
{
    return {{u"records"_s, m_records->state()}, {u"part"_s, m_parts->checkedId()}};
}

void SenderPanel::setState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    m_records->setState(state.value(u"records"_s).toMap());
    choosePart(state.value(u"part"_s).toInt() == recordsPart ? recordsPart : summaryPart);
}

void SenderPanel::retranslate()
{
    m_ours->setToolTip(tr("Says whose sender this is: yours, of a service that sends for you, or neither."));
    m_reports->setText(tr("Its reports"));
    m_reports->setToolTip(tr("Goes to the reports that speak of this sender."));
    fitButton(m_reports);
    m_parts->button(summaryPart)->setText(tr("Summary"));
    m_records->retranslate();
    if (m_sender.key.isEmpty())
        return;
    showHead();
    m_summary->showSender(m_view, m_sender);
    if (m_detail)
        showDetail(*m_detail);
}

} // namespace sekisho
