// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pathview.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace sekisho {

PathView::PathView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PathView::setPath(const PathData &path)
{
    if (path == m_data)
        return;
    m_data = path;
    setAccessibleName(tr("The way of the mail"));
    setAccessibleDescription(pathInWords(path));
    relayout();
}

QSize PathView::sizeHint() const
{
    constexpr int usual = 640;
    return {usual, heightForWidth(usual)};
}

int PathView::heightForWidth(int width) const
{
    return int(std::ceil(PathLayout(m_data, font(), width).size().height())) + 1;
}

void PathView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPath(painter, m_data, m_layout, palette(), font());
}

void PathView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void PathView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
}

void PathView::relayout()
{
    m_layout = PathLayout(m_data, font(), width());
    // Layouts ask for the height of a width only when they are told to, and may give less then.
    setMinimumHeight(int(std::ceil(m_layout.size().height())) + 1);
    updateGeometry();
    update();
}

bool PathView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const PathPiece *piece = m_layout.pieceAt(help->pos());
    const QString text = piece ? textOf(m_data, *piece) : QString();
    const bool cut = piece &&
        QFontMetricsF(fontOf(piece->kind, font())).horizontalAdvance(text) > piece->area.width();
    // Names come from reports: never let them be taken for rich text.
    QToolTip::showText(help->globalPos(), cut ? text.toHtmlEscaped() : QString(), this);
    return true;
}

} // namespace sekisho
