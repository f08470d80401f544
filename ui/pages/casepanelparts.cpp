// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel is put together: its parts, texts, and what a restart brings back.
#include "pages/casepanel.h"

#include "paint/fonts.h"
#include "tables/column.h"
#include "tables/raworder.h"
#include "tables/recordtable.h"
#include "widgets/casebadge.h"
#include "widgets/celldelegate.h"
#include "widgets/columnfit.h"
#include "widgets/flowlayout.h"
#include "widgets/infostrip.h"
#include "widgets/pathview.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
/// From this width on, what speaks against stands beside what speaks for it.
constexpr int twoColumns = 620;

/// Columns of the records that are shown at first; the header's menu offers the others.
bool isShownFirst(const QString &key)
{
    return QStringList{u"reporter"_s, u"period"_s, u"source_ip"_s, u"count"_s, u"dkim"_s, u"spf"_s,
        u"disposition"_s}
        .contains(key);
}

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
    , m_records(new RecordTable(this))
    , m_order(new RawOrder(this))
    , m_recordsView(new TableView(this))
    , m_fit(new ColumnFit(m_recordsView, 180))
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
    m_recordsPart.lines->addWidget(createRecords());
}

QWidget *CasePanel::createRecords()
{
    m_order->setSourceModel(m_records);
    m_recordsView->setModel(m_order);
    m_tools = new TableTools(m_recordsView, u"records"_s);
    m_recordsView->setRootIsDecorated(false);
    m_recordsView->setSortingEnabled(true);
    m_recordsView->setAllColumnsShowFocus(true);
    m_recordsView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_recordsView->setMinimumHeight(190);
    QStringList keys;
    for (int i = 0; i < m_records->columnCount(); ++i) {
        const QString key = m_records->headerData(i, Qt::Horizontal, ColumnKeyRole).toString();
        keys.append(key);
        m_recordsView->setColumnHidden(i, !isShownFirst(key));
        if (key == "count"_L1)
            m_recordsView->sortByColumn(i, Qt::DescendingOrder);
    }
    int place = 0;
    for (const QString &key :
        {u"source_ip"_s, u"count"_s, u"dkim"_s, u"spf"_s, u"disposition"_s, u"period"_s}) {
        QHeaderView *header = m_recordsView->header();
        header->moveSection(header->visualIndex(int(keys.indexOf(key))), place++);
    }
    return m_recordsView;
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
    connect(m_tools, &TableTools::filterRequested, this, &CasePanel::filterRequested);
    connect(m_recordsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CasePanel::explainRecord);
    connect(m_recordsView, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        const Row row = m_records->recordAt(m_order->mapToSource(index));
        Filter filter = m_view.filter;
        filter.reportKeys = {reportKey(*m_view.dataset, m_view.dataset->records.report[row])};
        Q_EMIT filterRequested(filter);
        Q_EMIT pageRequested(PageId::Reports);
    });
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
    return {{u"records"_s, m_tools->state()}};
}

void CasePanel::setState(const QVariantMap &state)
{
    if (m_tools->setState(state.value(u"records"_s).toMap()))
        m_fit->keep();
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
    m_recordsView->setAccessibleName(tr("Records of the sender"));
    m_records->retranslate();
    if (m_detail)
        showDetail();
}

} // namespace sekisho
