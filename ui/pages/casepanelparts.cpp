// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel is put together: its parts, texts, and what a restart brings back.
#include "pages/casepanel.h"

#include "pages/recordsview.h"
#include "paint/fonts.h"
#include "tables/column.h"
#include "widgets/casebadge.h"
#include "widgets/flowlayout.h"
#include "widgets/infostrip.h"
#include "widgets/pathview.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
/// From this width on, what speaks against stands beside what speaks for it.
constexpr int twoColumns = 620;

QBoxLayout *addColumns(QVBoxLayout *layout, PanelSection &left, PanelSection &right)
{
    auto *columns = new QBoxLayout(QBoxLayout::TopToBottom);
    columns->setSpacing(0);
    for (PanelSection *section : {&left, &right}) {
        auto *holder = new QWidget(layout->parentWidget());
        auto *column = new QVBoxLayout(holder);
        column->setContentsMargins({});
        *section = addPanelSection(column);
        column->addStretch(1);
        columns->addWidget(holder, 1);
    }
    layout->addLayout(columns);
    return columns;
}

} // namespace

CasePanel::CasePanel(QWidget *parent)
    : Card(parent)
    , m_badge(new CaseBadge(this))
    , m_title(panelText(this))
    , m_sentence(panelText(this))
    , m_note(panelText(this))
    , m_replay(new InfoStrip(this))
    , m_own(new QPushButton(this))
    , m_pin(new QPushButton(this))
    , m_only(new QPushButton(this))
    , m_samples(new QPushButton(this))
    , m_path(new PathView(this))
    , m_scroll(new QScrollArea(this))
    , m_records(new RecordsView({u"source_ip"_s, u"count"_s, u"dkim"_s, u"spf"_s, u"disposition"_s,
                                    u"period"_s, u"reporter"_s},
          this))
{
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(margin, 0, margin, margin);
    inner->setSpacing(0);
    inner->addWidget(createHead());
    createSections(inner);
    inner->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, margin, 1, 8);
    layout->addWidget(m_scroll);
    connectParts();
    retranslate();
    clear();
}

QWidget *CasePanel::createHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    auto *title = new QHBoxLayout;
    title->setSpacing(12);
    m_title->setFont(sized(fixedFace(font()), pixelSize(font()) * 9 / 7, true));
    title->addWidget(m_badge);
    title->addWidget(m_title, 1);
    m_sentence->setFont(sized(font(), pixelSize(font()) * 15 / 14));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *actions = new QWidget(head);
    auto *flow = new FlowLayout(8, 8, actions);
    flow->setContentsMargins({});
    for (QPushButton *button : {m_own, m_pin, m_only, m_samples})
        flow->addWidget(button);
    m_own->setMenu(new QMenu(m_own));
    m_pin->setMenu(new QMenu(m_pin));
    layout->addLayout(title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_note);
    layout->addWidget(m_replay);
    layout->addWidget(actions);
    return head;
}

void CasePanel::createSections(QVBoxLayout *layout)
{
    m_way = addPanelSection(layout);
    m_way.lines->addWidget(m_path);
    m_consequences = addColumns(layout, m_advice, m_others);
    m_evidence = addColumns(layout, m_for, m_against);
    m_recordsPart = addPanelSection(layout);
    m_records->table()->setMinimumHeight(190);
    m_recordsPart.lines->addWidget(m_records);
}

void CasePanel::connectParts()
{
    connect(m_only, &QPushButton::clicked, this, [this] {
        Filter filter = m_view.filter;
        if (filter.senders == QStringList{m_question.sender})
            filter.senders.clear();
        else
            narrowToSender(filter, m_question.sender, false);
        Q_EMIT filterRequested(filter);
    });
    connect(m_samples, &QPushButton::clicked, this, &CasePanel::openSamples);
    connect(m_records, &RecordsView::filterRequested, this, &CasePanel::filterRequested);
    connect(m_records, &RecordsView::pageRequested, this, &CasePanel::pageRequested);
    connect(m_records, &RecordsView::recordChosen, this, &CasePanel::explainRecord);
}

void CasePanel::arrange()
{
    const bool wide = width() >= twoColumns;
    for (QBoxLayout *columns : {m_evidence, m_consequences}) {
        columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        columns->setSpacing(wide ? 2 * margin : 0);
    }
}

void CasePanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
    // Text that wraps must get the width there is, whatever its words would like.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    m_scroll->widget()->setMaximumWidth(std::max(1, width() - bar - 2));
}

QVariantMap CasePanel::state() const
{
    return {{u"records"_s, m_records->state()}};
}

void CasePanel::setState(const QVariantMap &state)
{
    m_records->setState(state.value(u"records"_s).toMap());
}

void CasePanel::retranslate()
{
    m_own->setText(tr("This Is Ours"));
    m_own->setToolTip(tr("Registers the whole sender as yours."));
    m_pin->setText(tr("Pin As"));
    m_pin->setToolTip(tr("Your word on this sender wins over what the reports say."));
    constexpr int arrow = 20; // both have a menu
    for (QPushButton *button : {m_own, m_pin})
        fitButton(button, arrow);
    m_way.heading->setText(tr("The way of its mail"));
    m_replay->setTexts(tr("Looks like a DKIM replay: one signed message came from many unrelated "
                          "addresses at once. It is not "
                          "counted as a forward."),
        {});
    m_records->retranslate();
    if (m_detail)
        showDetail();
}

} // namespace sekisho
