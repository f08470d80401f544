// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/cellpanel.h"

#include "pages/celltext.h"
#include "paint/fonts.h"
#include "paint/heatmap.h"
#include "widgets/card.h"
#include "widgets/daybarsview.h"
#include "widgets/markview.h"
#include "widgets/sharebutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A line with a bullet; the text wraps beside it.
QWidget *bulletLine(QWidget *parent, const QString &bullet, const QString &text)
{
    auto *line = new QWidget(parent);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *sign = new QLabel(bullet, line);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(panelText(line, text), 1);
    return line;
}

} // namespace

CellPanel::CellPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_mark(nullptr)
    , m_bars(nullptr)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setViewportMargins(0, 0, 6, 0);
    viewport()->setAutoFillBackground(false);
    auto *card = new Card;
    m_layout = new QVBoxLayout(card);
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setSpacing(4);
    createHead();
    m_meaning = addPanelSection(m_layout);
    m_causes = addPanelSection(m_layout);
    m_actions = addPanelSection(m_layout);
    m_senders = addPanelSection(m_layout);
    m_reasons = addPanelSection(m_layout);
    m_days = addPanelSection(m_layout);
    m_bars = new DayBarsView(m_days.body);
    m_days.lines->addWidget(m_bars);
    connect(m_bars, &DayBarsView::spanActivated, this, &CellPanel::daysActivated);
    m_layout->addStretch(1);
    setWidget(card);
    card->setAutoFillBackground(false);
}

void CellPanel::createHead()
{
    QWidget *card = m_layout->parentWidget();
    const int base = pixelSize(font());
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    m_mark = new MarkView(Meaning::Unknown, card);
    m_title = panelText(card);
    m_title->setFont(sized(font(), base * 8 / 7, true));
    title->addWidget(m_mark, 0, Qt::AlignTop);
    title->addWidget(m_title, 1);
    m_verdict = panelText(card);

    auto *figures = new QHBoxLayout;
    figures->setSpacing(16);
    m_percent = panelText(card);
    m_percent->setWordWrap(false);
    m_percent->setFont(sized(font(), base * 2, true));
    m_messages = panelText(card);
    m_records = panelText(card);
    auto *counts = new QVBoxLayout;
    counts->setSpacing(0);
    counts->addWidget(m_messages);
    counts->addWidget(m_records);
    figures->addWidget(m_percent);
    figures->addLayout(counts, 1);

    m_toggle = new QPushButton(card);
    connect(m_toggle, &QPushButton::clicked, this, [this] { Q_EMIT cellToggled(m_cell); });
    m_layout->addLayout(title);
    m_layout->addWidget(m_verdict);
    m_layout->addSpacing(8);
    m_layout->addLayout(figures);
    m_layout->addSpacing(8);
    m_layout->addWidget(m_toggle, 0, Qt::AlignLeft);
}

bool CellPanel::viewportEvent(QEvent *event)
{
    // Text that wraps must get the width there is, whatever its words would like.
    if (event->type() == QEvent::Resize && widget())
        widget()->setMaximumWidth(viewport()->width());
    return QScrollArea::viewportEvent(event);
}

void CellPanel::showCell(const View &view, int cell)
{
    if (cell < 0 || cell >= cellCount)
        return;
    if (cell != m_cell)
        ensureVisible(0, 0);
    m_cell = cell;
    showFigures(view);
    showTexts();
    showShares(view);
    showDays(view);
}

void CellPanel::showFigures(const View &view)
{
    const Results &results = *view.results;
    const auto at = size_t(m_cell);
    const Cell cell = Cell::at(m_cell);
    const HeatmapData texts = heatmapData(results.matrix, view.format);
    m_mark->setMeaning(meaningOf(cell));
    //: title of a cell of the matrix: row and column
    m_title->setText(
        tr("%1\n%2", "cell").arg(texts.rows[size_t(cell.dkim)], texts.columns[size_t(cell.spf)]));
    m_percent->setText(texts.percents[at]);
    const qint64 messages = results.matrix.messages[at];
    const qint64 records = results.matrix.records[at];
    m_messages->setText(
        tr("%1 message(s)", nullptr, plural(messages)).arg(view.format.number(messages)));
    m_records->setText(
        tr("in %1 record(s)", nullptr, plural(records)).arg(view.format.number(records)));
    const bool alone = view.filter.cells == QList<int>{m_cell};
    m_toggle->setText(alone ? tr("Show all cells again") : tr("Show only these messages"));
    m_toggle->setMinimumWidth(m_toggle->fontMetrics().horizontalAdvance(m_toggle->text()) + 32);
    m_toggle->setMinimumHeight(m_toggle->fontMetrics().height() + 12);
    m_toggle->setEnabled(alone || messages > 0);
}

void CellPanel::showTexts()
{
    const CellText text = cellText(Cell::at(m_cell));
    m_verdict->setText(text.verdict);
    m_meaning.heading->setText(tr("What it means"));
    clearLines(m_meaning.lines);
    m_meaning.lines->addWidget(panelText(m_meaning.body, text.meaning));
    m_causes.heading->setText(tr("Main causes"));
    clearLines(m_causes.lines);
    for (const QString &cause : text.causes)
        m_causes.lines->addWidget(bulletLine(m_causes.body, u"•"_s, cause));
    m_actions.heading->setText(tr("What to do"));
    clearLines(m_actions.lines);
    for (const QString &action : text.actions)
        m_actions.lines->addWidget(bulletLine(m_actions.body, u"→"_s, action));
}

void CellPanel::showShares(const View &view)
{
    const CellDetail &detail = view.results->cells[size_t(m_cell)];
    const qint64 whole = view.results->matrix.messages[size_t(m_cell)];
    const Meaning meaning = meaningOf(Cell::at(m_cell));
    const auto fill = [&](const PanelSection &section, const std::vector<Share> &shares, bool isLink) {
        clearLines(section.lines);
        section.body->setVisible(!shares.empty());
        for (const Share &share : shares) {
            const ShareButton::Texts texts{share.label, view.format.number(share.counts.messages),
                view.format.percent(share.counts.messages, whole)};
            auto *button = new ShareButton(
                texts, percent(share.counts.messages, whole) / 100, meaning, isLink, section.body);
            if (isLink) {
                const QString key = share.key;
                connect(button, &QAbstractButton::clicked, this,
                    [this, key] { Q_EMIT senderActivated(key); });
            }
            section.lines->addWidget(button);
        }
    };
    m_senders.heading->setText(tr("Top senders"));
    fill(m_senders, detail.senders, true);
    m_reasons.heading->setText(tr("What the mechanisms said"));
    constexpr size_t mostReasons = 6;
    std::vector<Share> reasons = detail.reasons;
    reasons.resize(std::min(reasons.size(), mostReasons));
    fill(m_reasons, reasons, false);
}

void CellPanel::showDays(const View &view)
{
    const CellDetail &detail = view.results->cells[size_t(m_cell)];
    const Meaning meaning = meaningOf(Cell::at(m_cell));
    m_days.heading->setText(tr("Messages per day"));
    m_days.body->setVisible(!detail.days.empty());
    m_bars->setDays(daysOver(view.results->timeline, detail.days), view.format, meaning, meaning);
}

} // namespace sekisho
