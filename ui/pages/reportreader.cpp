// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/reportreader.h"

#include "dataset/failures.h"
#include "pages/explanationview.h"
#include "paint/fonts.h"
#include "tables/notetext.h"
#include "tables/raworder.h"
#include "tables/reporttable.h"
#include "tables/visibletext.h"
#include "widgets/card.h"
#include "widgets/columnfit.h"
#include "widgets/elidedlabel.h"
#include "widgets/plaintip.h"
#include "widgets/tabletools.h"
#include "widgets/tableview.h"
#include "widgets/whendone.h"
#include "widgets/xmlview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

#include <utility>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;

/// Which report of its document: items of one document stand one after the other.
int ordinalOf(const Dataset &dataset, const ReportInfo &report)
{
    const Origin &origin = dataset.items[report.item].origin;
    int before = 0;
    for (qint64 i = qint64(report.item) - 1; i >= 0 && dataset.items[size_t(i)].origin == origin;
         --i)
        before += dataset.items[size_t(i)].report >= 0 ? 1 : 0;
    return before;
}

LineSpan spanOf(const Block *block)
{
    return block ? LineSpan{block->firstLine, block->lines} : LineSpan{};
}

QLabel *paneTitle(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(sized(parent->font(), pixelSize(parent->font()), true));
    return label;
}

/// A card whose content touches its border on the sides.
std::pair<Card *, QVBoxLayout *> pane(QWidget *parent)
{
    auto *card = new Card(parent);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(0);
    return {card, layout};
}

} // namespace

ReportReader::ReportReader(LoadOriginal loadOriginal, QWidget *parent)
    : QWidget(parent)
    , m_loadOriginal(std::move(loadOriginal))
    , m_parts(new PartTable(this))
    , m_order(new RawOrder(this))
    , m_partsView(new TableView(this))
    , m_tools(new TableTools(m_partsView, u"records"_s))
    , m_fit(new ColumnFit(m_partsView, 280))
    , m_words(new ExplanationView(this))
    , m_xml(new XmlView(this))
    , m_message(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_wordsTitle(paneTitle(this))
    , m_xmlTitle(paneTitle(this))
    , m_file(new ElidedLabel(this))
    , m_only(new QPushButton(this))
    , m_samples(new QPushButton(this))
    , m_panes(new QSplitter(Qt::Horizontal, this))
    , m_wordsSplitter(new QSplitter(Qt::Vertical, this))
{
    m_panes->addWidget(createWords());
    m_panes->addWidget(createXml());
    m_panes->setChildrenCollapsible(true);
    m_panes->setHandleWidth(margin);
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_panes);
    connectParts();
    retranslate();
}

QWidget *ReportReader::createWords()
{
    m_order->setSourceModel(m_parts);
    m_partsView->setModel(m_order);
    m_partsView->setRootIsDecorated(false);
    m_partsView->setSortingEnabled(true);
    m_partsView->sortByColumn(0, Qt::AscendingOrder);
    m_partsView->setFrameShape(QFrame::NoFrame);
    m_wordsSplitter->addWidget(m_partsView);
    m_wordsSplitter->addWidget(m_words);
    m_wordsSplitter->setStretchFactor(0, 1);
    m_wordsSplitter->setStretchFactor(1, 3);
    m_wordsSplitter->setChildrenCollapsible(false);
    const auto [card, layout] = pane(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(margin + 3, 8, 8, 8);
    head->addWidget(m_wordsTitle, 1);
    m_only->setObjectName(u"onlyThisReport"_s);
    m_samples->setObjectName(u"samples"_s);
    m_samples->hide();
    head->addWidget(m_samples);
    head->addWidget(m_only);
    layout->addLayout(head);
    layout->addWidget(m_wordsSplitter, 1);
    return card;
}

QWidget *ReportReader::createXml()
{
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(margin * 2);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(margin + 3, 0, margin, 8);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_file->setForegroundRole(QPalette::PlaceholderText);
    const auto [card, layout] = pane(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(margin + 3, 8, margin, 8);
    head->setSpacing(margin);
    head->addWidget(m_xmlTitle);
    head->addWidget(m_file, 1);
    // As high as the head with the button beside it, so that both panes begin on one line.
    head->addItem(new QSpacerItem(0, m_only->sizeHint().height()));
    m_xmlStack = new QStackedLayout;
    m_xmlStack->addWidget(m_xml);
    m_xmlStack->addWidget(m_message);
    layout->addLayout(head);
    layout->addWidget(m_hint);
    layout->addLayout(m_xmlStack, 1);
    return card;
}

void ReportReader::connectParts()
{
    connect(m_partsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (m_linking || !current.isValid())
                return;
            const QModelIndex source = m_order->mapToSource(current);
            const PartLine &line = m_parts->rowAt(source);
            choosePart(line.kind == PartLine::Kind::Record
                    ? int(line.dataset->records.row[line.row])
                    : line.kind == PartLine::Kind::Policy ? PartTable::policyPart
                                                          : PartTable::reportPart);
        });
    connect(m_words, &ExplanationView::blockChosen, this, &ReportReader::chooseBlock);
    connect(m_xml, &LinesView::lineChosen, this, &ReportReader::chooseLine);
    connect(m_only, &QPushButton::clicked, this, &ReportReader::requestThisReport);
    connect(m_samples, &QPushButton::clicked, this, &ReportReader::openSamples);
    connect(m_tools, &TableTools::filterRequested, this, &ReportReader::filterRequested);
}

bool ReportReader::isShown(const View &view, quint32 wanted) const
{
    if (m_report < 0)
        return false;
    const auto originOf = [](const View &of, quint32 index) -> const Origin & {
        return of.dataset->items[of.dataset->reports[index].item].origin;
    };
    return originOf(m_view, quint32(m_report)) == originOf(view, wanted) &&
        reportKey(*m_view.dataset, quint32(m_report)) == reportKey(*view.dataset, wanted);
}

void ReportReader::setReport(const View &view, quint32 report)
{
    const bool same = isShown(view, report);
    const bool sameWords = same && m_view.dataset == view.dataset && m_view.format == view.format;
    m_view = view;
    m_report = report;
    m_tools->setFilter(view.filter);
    m_only->setEnabled(view.filter.reportKeys != QStringList{reportKey(*view.dataset, report)});
    if (sameWords)
        return;
    const QScopedValueRollback linking(m_linking, true);
    m_parts->setReport(view.dataset, report, view.format);
    m_fit->fit();
    if (!same) {
        m_part = PartTable::reportPart;
        m_block = BlockKind::Metadata;
        m_ordinal = ordinalOf(*view.dataset, view.dataset->reports[report]);
        load();
    }
    m_partsView->setCurrentIndex(m_order->mapFromSource(m_parts->indexOf(m_part)));
    explain();
}

void ReportReader::clear()
{
    ++m_request;
    m_report = -1;
    m_view = {};
    m_original = {};
    m_parts->clear();
    m_words->setExplanation({});
    m_samples->hide();
    m_xml->setLines(std::make_shared<TextLines>());
}

const ReportInfo *ReportReader::report() const
{
    return m_report < 0 ? nullptr : &m_view.dataset->reports[size_t(m_report)];
}

ReportReader::Original ReportReader::prepared(const Result<QByteArray> &bytes)
{
    Original original;
    if (!bytes) {
        original.problem = bytes.problem();
        return original;
    }
    XmlOutline outline = outlineOf(bytes.value());
    original.lines = std::make_shared<TextLines>(
        TextLines::of(visibleText(std::exchange(outline.text, {}), LineEnds::Keep)));
    original.outline = std::make_shared<XmlOutline>(std::move(outline));
    return original;
}

void ReportReader::load()
{
    const int request = ++m_request;
    m_original = {};
    const Origin &origin = m_view.dataset->items[report()->item].origin;
    m_file->setText(fileText(origin));
    m_file->setToolTip(plainTip(visibleText(origin.path)));
    showMessage(tr("Reading the original…"));
    whenMade(m_loadOriginal(origin), this, prepared,
        [this, request](const std::optional<Original> &done) {
            if (request != m_request)
                return;
            if (done)
                showOriginal(*done);
            else
                showMessage(tr("The original was not read."));
        });
}

void ReportReader::showOriginal(const Original &original)
{
    m_original = original;
    if (original.problem) {
        showMessage(
            tr("The original cannot be shown. %1 The explanation is not lost: it comes from "
               "what was read before.")
                .arg(noteText(*original.problem)));
        return;
    }
    m_xml->setLines(original.lines);
    m_xmlStack->setCurrentWidget(m_xml);
    showHint();
    lightUp(true);
}

void ReportReader::showMessage(const QString &text)
{
    m_hint->hide();
    m_message->setText(text);
    m_xmlStack->setCurrentWidget(m_message);
}

void ReportReader::showHint()
{
    const XmlOutline *outline = m_original.outline.get();
    QString text;
    if (outline && outline->cut)
        text = tr("Only the first %Ln line(s) are shown; the original is longer.", nullptr,
            outline->lines);
    else if (outline && !outline->formatted)
        text = tr("The XML is damaged, so it stands as it is, without indentation.");
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

Explanation ReportReader::explanation() const
{
    const ReportInfo &info = *report();
    if (m_part == PartTable::policyPart)
        return explainPolicy(info.policy);
    const QModelIndex index = m_parts->indexOf(m_part);
    if (m_part == PartTable::reportPart || !index.isValid())
        return explainMetadata(*m_view.dataset, info, m_view.format);
    return explainRecord(recordAt(*m_view.dataset, m_parts->rowAt(index).row), info.policy,
        m_domains, m_view.format);
}

void ReportReader::explain()
{
    if (!report())
        return;
    m_words->setExplanation(explanation());
    m_words->lightUp(m_block == BlockKind::Record ? std::nullopt : std::optional(m_block));
    countSamples();
}

void ReportReader::choosePart(int part)
{
    m_part = part;
    m_block = part == PartTable::reportPart ? BlockKind::Metadata
        : part == PartTable::policyPart     ? BlockKind::Policy
                                            : BlockKind::Record;
    explain();
    lightUp(true);
}

void ReportReader::chooseBlock(BlockKind block)
{
    if (m_linking)
        return;
    m_block = block;
    m_words->lightUp(block);
    lightUp(true);
}

void ReportReader::chooseLine(int line)
{
    const Block *block = m_original.outline ? m_original.outline->blockAt(line) : nullptr;
    if (!block || block->report != m_ordinal)
        return;
    const int part = block->kind == BlockKind::Metadata ? PartTable::reportPart
        : block->kind == BlockKind::Policy              ? PartTable::policyPart
                                                        : block->record;
    const QModelIndex index = m_parts->indexOf(part);
    if (!index.isValid())
        return;
    const QScopedValueRollback linking(m_linking, true);
    m_part = part;
    m_block = block->kind;
    const QModelIndex shown = m_order->mapFromSource(index);
    m_partsView->setCurrentIndex(shown);
    m_partsView->scrollTo(shown);
    explain();
    lightUp(false);
}

void ReportReader::lightUp(bool scroll)
{
    const XmlOutline *outline = m_original.outline.get();
    if (!outline)
        return;
    const bool record = m_part >= 0;
    const LineSpan outer = spanOf(
        outline->find(record ? BlockKind::Record : m_block, m_ordinal, record ? m_part : -1));
    const LineSpan inner = record && m_block != BlockKind::Record
        ? spanOf(outline->find(m_block, m_ordinal, m_part))
        : LineSpan{};
    m_xml->lightUp(outer, inner, scroll ? LinesView::Scroll::IntoSight : LinesView::Scroll::Stay);
}

void ReportReader::requestThisReport()
{
    if (!report())
        return;
    Filter filter = m_view.filter;
    filter.reportKeys = {reportKey(*m_view.dataset, quint32(m_report))};
    Q_EMIT filterRequested(filter);
}

/// The record that is explained.
std::optional<Row> ReportReader::record() const
{
    const QModelIndex index = report() ? m_parts->indexOf(m_part) : QModelIndex();
    if (!index.isValid() || m_part < 0)
        return std::nullopt;
    return m_parts->rowAt(index).row;
}

/// Failure reports are rare; the button is there only where it leads to some.
void ReportReader::countSamples()
{
    const std::optional<Row> row = record();
    const size_t count = row ? failuresOf(*m_view.dataset, *row).size() : 0;
    m_samples->setVisible(count > 0);
    m_samples->setText(tr("%n sample(s)", "failure reports of a record", int(count)));
    m_samples->setToolTip(tr("Goes to the failure reports about mail of this record: the same address and From domain, at that time."));
}

void ReportReader::openSamples()
{
    const std::optional<Row> row = record();
    if (!row)
        return;
    Q_EMIT filterRequested(failuresFilter(*m_view.dataset, *row, m_view.filter.basis));
    Q_EMIT pageRequested(PageId::Failures);
}

QVariantMap ReportReader::state() const
{
    return {{u"panes"_s, m_panes->saveState()}, {u"words"_s, m_wordsSplitter->saveState()},
        {u"parts"_s, m_tools->state()}};
}

void ReportReader::setState(const QVariantMap &state)
{
    m_panes->restoreState(state.value(u"panes"_s).toByteArray());
    m_wordsSplitter->restoreState(state.value(u"words"_s).toByteArray());
    if (m_tools->setState(state.value(u"parts"_s).toMap()))
        m_fit->keep();
}

void ReportReader::retranslate()
{
    m_wordsTitle->setText(tr("In words"));
    m_xmlTitle->setText(tr("XML"));
    m_only->setText(tr("Only this report"));
    m_only->setToolTip(tr("Shows on all pages what this report says, and nothing else."));
    m_partsView->setAccessibleName(tr("Parts of the report"));
    m_words->setAccessibleName(tr("Explanation"));
    m_xml->setAccessibleName(tr("XML of the report"));
    m_parts->retranslate();
    explain();
    showHint();
    if (m_original.problem)
        showOriginal(Original(m_original));
}

} // namespace sekisho
