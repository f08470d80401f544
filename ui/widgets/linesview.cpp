// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linesview.h"

#include "paint/fonts.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace sekisho {

namespace {

constexpr int side = 10; ///< left and right of the text
constexpr int barWidth = 3;
/// What goes to the clipboard at most; more would only make other programs hang.
constexpr qsizetype copyChars = qsizetype(16) << 20;

bool isWordPart(QChar c)
{
    return !c.isSpace() && c != u'<' && c != u'>' && c != u'"' && c != u'\'' && c != u'=';
}

} // namespace

LinesView::LinesView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_face(fixedFace(font()))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::IBeamCursor);
    horizontalScrollBar()->setSingleStep(metrics().averageCharWidth() * 4);
}

QString LinesView::gutterText(int) const
{
    return {};
}

QList<QTextLayout::FormatRange> LinesView::colours(int, const QString &) const
{
    return {};
}

void LinesView::textChanged()
{
    m_outer = m_inner = {};
    m_caret = m_anchor = {};
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateBars();
    viewport()->update();
}

void LinesView::updateBars()
{
    const LineSpan visible = visibleLines();
    verticalScrollBar()->setRange(0, std::max(0, lineCount() - visible.count));
    verticalScrollBar()->setPageStep(std::max(1, visible.count));
    // East Asian characters take two columns; bars need no more than a good guess.
    const qreal text =
        metrics().averageCharWidth() * qreal(longestLine()) + gutterWidth() + 2 * side;
    horizontalScrollBar()->setRange(0, std::max(0, int(text) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

LineSpan LinesView::visibleLines() const
{
    return {
        verticalScrollBar()->value(), std::max(1, viewport()->height() / metrics().lineSpacing())};
}

qreal LinesView::gutterWidth() const
{
    const QString last = gutterText(std::max(0, lineCount() - 1));
    return last.isEmpty() ? 0 : metrics().horizontalAdvance(last) + side;
}

void LinesView::lightUp(LineSpan outer, LineSpan inner, Scroll scroll)
{
    m_outer = outer;
    m_inner = inner;
    viewport()->update();
    const LineSpan wanted = inner.isEmpty() ? outer : inner;
    if (scroll == Scroll::Stay || wanted.isEmpty() || wanted.first >= lineCount())
        return;
    if (!wanted.holds(m_caret.line))
        m_caret = m_anchor = {wanted.first, 0};
    // A little of what stands before, and as much as possible of the part itself.
    constexpr int before = 2;
    const LineSpan visible = visibleLines();
    const int end = wanted.first + std::min(wanted.count, visible.count - before);
    if (wanted.first < visible.first || end > visible.first + visible.count)
        verticalScrollBar()->setValue(std::max(0, wanted.first - before));
    horizontalScrollBar()->setValue(0);
}

void LinesView::showLine(int line)
{
    verticalScrollBar()->setValue(line);
}

void LinesView::goTo(TextPlace place)
{
    m_caret = m_anchor = place;
    const LineSpan visible = visibleLines();
    if (!visible.holds(place.line))
        verticalScrollBar()->setValue(std::max(0, place.line - visible.count / 3));
    scrollToCaret();
    viewport()->update();
}

void LinesView::layOut(QTextLayout &layout, int line) const
{
    const QString text = lineText(line);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setText(text);
    layout.setFont(m_face);
    layout.setTextOption(option);
    layout.setFormats(colours(line, text));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

void LinesView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(m_face);
    painter.setClipRect(event->rect());
    const int height = metrics().lineSpacing();
    const qreal left = side + gutterWidth() - horizontalScrollBar()->value();
    const int first = verticalScrollBar()->value();
    const int last = std::min(lineCount() - 1, first + viewport()->height() / height + 1);
    for (int line = first; line <= last; ++line)
        paintLine(painter, line, (line - first) * height, left);
}

void LinesView::paintLine(QPainter &painter, int line, qreal top, qreal left)
{
    const qreal height = metrics().lineSpacing();
    const QColor accent = palette().color(QPalette::Highlight);
    if (m_inner.holds(line) || m_outer.holds(line)) {
        QColor tint = accent;
        tint.setAlphaF(m_inner.holds(line) ? 0.20F : 0.08F);
        painter.fillRect(QRectF(0, top, viewport()->width(), height), tint);
        painter.fillRect(QRectF(0, top, barWidth, height), accent);
    }
    QTextLayout layout;
    layOut(layout, line);
    const auto [start, end] = std::minmax(m_anchor, m_caret);
    QList<QTextLayout::FormatRange> selections;
    if (start != end && line >= start.line && line <= end.line) {
        QTextLayout::FormatRange range;
        range.start = line == start.line ? start.column : 0;
        range.length = (line == end.line ? end.column : int(layout.text().size())) - range.start;
        range.format.setBackground(accent);
        range.format.setForeground(palette().color(QPalette::HighlightedText));
        if (range.length > 0)
            selections.append(range);
    }
    painter.setPen(palette().color(QPalette::Text));
    layout.draw(&painter, {left, top}, selections);
    if (hasFocus() && line == m_caret.line)
        layout.drawCursor(&painter, {left, top}, m_caret.column, 1);
    const QString gutter = gutterText(line);
    if (gutter.isEmpty())
        return;
    const QRectF place(0, top, side + gutterWidth() - side / 2.0, height);
    if (left < place.right())
        painter.fillRect(place, palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(
        place.adjusted(0, 0, -side / 2.0, 0), Qt::AlignRight | Qt::AlignVCenter, gutter);
}

TextPlace LinesView::placeAt(const QPoint &point) const
{
    if (lineCount() == 0)
        return {};
    const int offset = int(std::floor(point.y() / double(metrics().lineSpacing())));
    const int line = std::clamp(verticalScrollBar()->value() + offset, 0, lineCount() - 1);
    QTextLayout layout;
    layOut(layout, line);
    const qreal x = point.x() - side - gutterWidth() + horizontalScrollBar()->value();
    return {line, layout.lineCount() > 0 ? layout.lineAt(0).xToCursor(x) : 0};
}

void LinesView::moveCaret(TextPlace place, bool select)
{
    const bool otherLine = place.line != m_caret.line;
    m_caret = place;
    if (!select)
        m_anchor = place;
    scrollToCaret();
    viewport()->update();
    setAccessibleDescription(lineCount() > 0 ? lineText(m_caret.line) : QString());
    if (otherLine)
        Q_EMIT lineChosen(m_caret.line);
}

void LinesView::scrollToCaret()
{
    if (lineCount() == 0)
        return;
    const LineSpan visible = visibleLines();
    if (m_caret.line < visible.first)
        verticalScrollBar()->setValue(m_caret.line);
    else if (m_caret.line >= visible.first + visible.count)
        verticalScrollBar()->setValue(m_caret.line - visible.count + 1);
    QTextLayout layout;
    layOut(layout, m_caret.line);
    const int at = int(layout.lineAt(0).cursorToX(m_caret.column) + gutterWidth());
    const int from = horizontalScrollBar()->value();
    const int width = viewport()->width() - 2 * side;
    if (at - gutterWidth() < from)
        horizontalScrollBar()->setValue(std::max(0, at - width / 2));
    else if (at > from + width)
        horizontalScrollBar()->setValue(at - width / 2);
}

TextPlace LinesView::movedCaret(const QKeyEvent &event) const
{
    const bool far = event.modifiers().testFlag(Qt::ControlModifier);
    const int last = lineCount() - 1;
    const auto down = [&](int lines) {
        const int line = std::clamp(m_caret.line + lines, 0, last);
        return TextPlace{line, std::min(m_caret.column, int(lineText(line).size()))};
    };
    const auto along = [&](int direction) -> TextPlace {
        const QString text = lineText(m_caret.line);
        QTextLayout layout(text, m_face);
        if (direction < 0 && m_caret.column == 0)
            return m_caret.line == 0
                ? m_caret
                : TextPlace{m_caret.line - 1, int(lineText(m_caret.line - 1).size())};
        if (direction > 0 && m_caret.column >= text.size())
            return m_caret.line == last ? m_caret : TextPlace{m_caret.line + 1, 0};
        return {m_caret.line,
            direction < 0 ? layout.previousCursorPosition(m_caret.column)
                          : layout.nextCursorPosition(m_caret.column)};
    };
    switch (event.key()) {
    case Qt::Key_Up: return down(-1);
    case Qt::Key_Down: return down(1);
    case Qt::Key_PageUp: return down(-visibleLines().count);
    case Qt::Key_PageDown: return down(visibleLines().count);
    case Qt::Key_Left: return along(-1);
    case Qt::Key_Right: return along(1);
    case Qt::Key_Home: return {far ? 0 : m_caret.line, 0};
    default: break;
    }
    const int line = far ? last : m_caret.line;
    return {line, int(lineText(line).size())};
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (lineCount() > 0 && !event->modifiers().testFlag(Qt::AltModifier)) {
            moveCaret(movedCaret(*event), event->modifiers().testFlag(Qt::ShiftModifier));
            return;
        }
        break;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void LinesView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveCaret(placeAt(event->pos()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LinesView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveCaret(placeAt(event->pos()), true);
}

void LinesView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPlace place = placeAt(event->pos());
    const QString text = lineCount() > 0 ? lineText(place.line) : QString();
    int start = place.column;
    int end = place.column;
    while (start > 0 && isWordPart(text[start - 1]))
        --start;
    while (end < text.size() && isWordPart(text[end]))
        ++end;
    moveCaret({place.line, start}, false);
    moveCaret({place.line, end}, true);
}

void LinesView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copyAction = menu.addAction(tr("&Copy"), this, &LinesView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(m_anchor != m_caret);
    QAction *all = menu.addAction(tr("Select &All"), this, &LinesView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    menu.exec(event->globalPos());
}

void LinesView::selectAll()
{
    if (lineCount() == 0)
        return;
    m_anchor = {};
    m_caret = {lineCount() - 1, int(lineText(lineCount() - 1).size())};
    viewport()->update();
}

QString LinesView::selectedText() const
{
    const auto [start, end] = std::minmax(m_anchor, m_caret);
    QString text;
    for (int line = start.line; start != end && line <= end.line && text.size() < copyChars;
         ++line) {
        const QString whole = lineText(line);
        const qsizetype from = line == start.line ? start.column : 0;
        const qsizetype to = line == end.line ? end.column : whole.size();
        text += QStringView(whole).sliced(from, to - from);
        if (line < end.line)
            text += u'\n';
    }
    return text;
}

void LinesView::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LinesView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void LinesView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_face = fixedFace(font());
        updateBars();
    }
}

} // namespace sekisho
