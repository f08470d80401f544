// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explanationview.h"

#include "pages/explanationdelegate.h"
#include "pages/explanationmodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

ExplanationView::ExplanationView(QWidget *parent)
    : QListView(parent)
    , m_model(new ExplanationModel(this))
    , m_delegate(new ExplanationDelegate(this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The text wraps at the width that is left beside the scroll bar, so it must not come and go.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setSingleStep(fontMetrics().height());
}

void ExplanationView::setExplanation(const Explanation &explanation)
{
    if (explanation == m_model->explanation())
        return;
    m_changing = true;
    m_model->setExplanation(explanation);
    scrollToTop();
    m_changing = false;
}

void ExplanationView::lightUp(std::optional<BlockKind> block)
{
    m_delegate->setLit(block);
    viewport()->update();
    if (!block)
        return;
    const QModelIndex first = m_model->firstOf(*block);
    if (first.isValid() && !viewport()->rect().contains(visualRect(first)))
        scrollTo(first, PositionAtTop);
}

void ExplanationView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const QVariant block = current.data(ExplanationModel::BlockRole);
    if (m_changing || !block.isValid())
        return;
    if (const int sentence = m_model->sentenceAt(current); sentence >= 0)
        Q_EMIT sentenceChosen(sentence);
    Q_EMIT blockChosen(BlockKind(block.toInt()));
}

void ExplanationView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QListView::keyPressEvent(event);
}

void ExplanationView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    // Lines wrap at the width, which QListView takes for a change only where items flow along it.
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
}

void ExplanationView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copy = menu.addAction(tr("&Copy"), this, &ExplanationView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selectionModel()->hasSelection());
    QAction *all = menu.addAction(tr("Select &All"), this, &ExplanationView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    menu.exec(event->globalPos());
}

void ExplanationView::copySelection() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(indexes))
        lines.append(index.data().toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace sekisho
