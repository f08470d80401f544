// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/alignmentpage.h"

#include "pages/cellpanel.h"
#include "paint/fonts.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/flowlayout.h"
#include "widgets/heatmapview.h"
#include "widgets/markview.h"
#include "widgets/segmentbutton.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;

/// The cell with most messages.
int largestCell(const Matrix &matrix)
{
    const auto largest = std::max_element(matrix.messages.cbegin(), matrix.messages.cend());
    return int(largest - matrix.messages.cbegin());
}

} // namespace

AlignmentPage::AlignmentPage(QWidget *parent)
    : Page(parent)
    , m_stack(new QStackedLayout(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_heatmap(new HeatmapView(this))
    , m_panel(new CellPanel(this))
    , m_empty(new EmptyState(this))
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(margin);
    column->addWidget(createHead());
    column->addWidget(createMatrix(), 1);

    m_splitter->addWidget(left);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(margin);
    m_panel->setMinimumWidth(272);
    m_splitter->setSizes({600, 400});
    auto *content = new QWidget(this);
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(margin, margin, margin, margin);
    outer->addWidget(m_splitter);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    connectParts();
    retranslate();
}

QWidget *AlignmentPage::createHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(margin);
    m_title = new QLabel(head);
    m_title->setFont(sized(font(), pixelSize(font()) * 9 / 7, true));
    m_title->setWordWrap(true);
    m_subtitle = new QLabel(head);
    m_subtitle->setWordWrap(true);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    row->addLayout(texts, 1);

    m_basis = new QButtonGroup(this);
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (Basis basis : {Basis::Reported, Basis::Computed}) {
        auto *button = new SegmentButton(
            basis == Basis::Reported ? SegmentButton::Side::Start : SegmentButton::Side::End, head);
        m_basis->addButton(button, int(basis));
        segments->addWidget(button);
    }
    row->addLayout(segments);
    return head;
}

QWidget *AlignmentPage::createMatrix()
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(m_heatmap, 1);
    layout->addWidget(createLegend());
    return card;
}

QWidget *AlignmentPage::createLegend()
{
    auto *legend = new QWidget(this);
    auto *flow = new FlowLayout(margin, 4, legend);
    flow->setContentsMargins(0, 0, 0, 0);
    const QFont small = sized(font(), std::max(10, pixelSize(font()) - 1));
    for (int i = 0; i < outcomeCount; ++i) {
        auto *item = new QWidget(legend);
        auto *row = new QHBoxLayout(item);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        auto *mark = new MarkView(Meaning(i), item);
        mark->setFont(small);
        m_legend[size_t(i)] = new QLabel(item);
        m_legend[size_t(i)]->setFont(small);
        row->addWidget(mark);
        row->addWidget(m_legend[size_t(i)]);
        flow->addWidget(item);
    }
    m_shadeNote = new QLabel(legend);
    m_shadeNote->setFont(small);
    m_shadeNote->setForegroundRole(QPalette::PlaceholderText);
    flow->addWidget(m_shadeNote);
    return legend;
}

void AlignmentPage::connectParts()
{
    connect(m_heatmap, &HeatmapView::currentChanged, this,
        [this](int cell) { m_panel->showCell(m_view, cell); });
    connect(m_heatmap, &HeatmapView::activated, this, &AlignmentPage::toggleCell);
    connect(m_panel, &CellPanel::cellToggled, this, &AlignmentPage::toggleCell);
    connect(m_panel, &CellPanel::senderActivated, this, [this](const QString &key) {
        Filter filter = m_view.filter;
        filter.senders = {key};
        Q_EMIT filterRequested(filter);
    });
    connect(m_panel, &CellPanel::daysActivated, this, [this](const DateSpan &span) {
        Filter filter = m_view.filter;
        filter.period = span;
        Q_EMIT filterRequested(filter);
    });
    connect(m_basis, &QButtonGroup::idClicked, this, [this](int id) { chooseBasis(Basis(id)); });
    connect(m_empty, &EmptyState::triggered, this, &AlignmentPage::leaveEmptyState);
}

void AlignmentPage::setView(const View &view)
{
    m_view = view;
    if (m_view.results->matrix.total() > 0)
        showContent();
    else
        showEmpty();
}

void AlignmentPage::showContent()
{
    const Matrix &matrix = m_view.results->matrix;
    m_stack->setCurrentIndex(0);
    m_basis->button(int(m_view.filter.basis))->setChecked(true);
    m_heatmap->setMatrix(matrix, m_view.format);
    m_heatmap->setSelected(m_view.filter.cells);
    if (m_view.filter.cells.size() == 1)
        m_heatmap->setCurrent(m_view.filter.cells.front());
    else if (m_heatmap->current() < 0)
        m_heatmap->setCurrent(largestCell(matrix));
    m_panel->showCell(m_view, m_heatmap->current());
}

void AlignmentPage::showEmpty()
{
    m_stack->setCurrentIndex(1);
    if (m_view.filter.isEmpty()) {
        m_empty->setTexts(u"alignment"_s, tr("No messages yet"),
            tr("Here you would see how the messages in your reports authenticate: how many pass "
               "DKIM and SPF, how many pass for your own domain, and why the rest does not."),
            tr("Open Reports…"));
    } else {
        m_empty->setTexts(u"alignment"_s, tr("No messages match"),
            tr("The filter leaves out all messages. Take some of it away to see how messages "
               "authenticate."),
            tr("Show All Messages"));
    }
}

void AlignmentPage::leaveEmptyState()
{
    if (m_view.filter.isEmpty()) {
        Q_EMIT openRequested();
        return;
    }
    Filter everything;
    everything.basis = m_view.filter.basis;
    Q_EMIT filterRequested(everything);
}

void AlignmentPage::toggleCell(int cell)
{
    Filter filter = m_view.filter;
    if (filter.cells == QList<int>{cell})
        filter.cells.clear();
    else if (m_view.results->matrix.messages[size_t(cell)] > 0)
        filter.cells = {cell};
    else
        return;
    Q_EMIT filterRequested(filter);
}

void AlignmentPage::chooseBasis(Basis basis)
{
    if (basis == m_view.filter.basis)
        return;
    Filter filter = m_view.filter;
    filter.basis = basis;
    Q_EMIT filterRequested(filter);
}

void AlignmentPage::resizeEvent(QResizeEvent *event)
{
    // In a low window the matrix needs the line more.
    constexpr int leastHeight = 620;
    m_shadeNote->setVisible(height() >= leastHeight);
    Page::resizeEvent(event);
}

QVariantMap AlignmentPage::state() const
{
    return {{u"splitter"_s, m_splitter->saveState()}};
}

void AlignmentPage::setState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
}

void AlignmentPage::retranslate()
{
    m_title->setText(tr("Authentication results"));
    m_subtitle->setText(tr("Percent and count of messages"));
    m_basis->button(int(Basis::Reported))->setText(tr("As reported"));
    m_basis->button(int(Basis::Reported))
        ->setToolTip(tr("What the receivers say: a mechanism counts as aligned where their report "
                        "evaluated it as pass. This is what they acted on."));
    m_basis->button(int(Basis::Computed))->setText(tr("Recomputed"));
    m_basis->button(int(Basis::Computed))
        ->setToolTip(tr("What follows from the raw results in the reports: a mechanism counts as "
                        "aligned where it passed for a domain that matches the From header under "
                        "the published alignment mode. Differences show receivers that judge in "
                        "their own way or leave results out."));
    m_legend[size_t(Meaning::Aligned)]->setText(tr("DMARC passes"));
    m_legend[size_t(Meaning::Unaligned)]->setText(tr("Passed for other domains only"));
    m_legend[size_t(Meaning::Failed)]->setText(tr("Nothing passed"));
    m_shadeNote->setText(tr("The deeper the colour, the larger the share."));
    setView(m_view);
}

} // namespace sekisho
