// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QTextLayout>

namespace sekisho {

/// Lines of a text, from 0.
struct LineSpan {
    int first = 0;
    int count = 0;

    [[nodiscard]] bool isEmpty() const { return count <= 0; }
    [[nodiscard]] bool holds(int line) const { return line >= first && line < first + count; }
    bool operator==(const LineSpan &) const = default;
};

/// A place between characters of a text.
struct TextPlace {
    int line = 0;
    int column = 0; ///< in UTF-16 units

    auto operator<=>(const TextPlace &) const = default;
};

/// Plain text of any length for reading: only the lines in sight are ever laid out, so that a
/// hundred megabytes show as fast as a page. Select, copy and move by mouse and keyboard.
class LinesView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit LinesView(QWidget *parent = nullptr);

    enum class Scroll : quint8 { Stay, IntoSight };

    /// Lights up `outer`, and `inner` in it more strongly, and scrolls there if it is out of sight.
    void lightUp(LineSpan outer, LineSpan inner, Scroll scroll = Scroll::IntoSight);
    [[nodiscard]] LineSpan outer() const { return m_outer; }
    [[nodiscard]] LineSpan inner() const { return m_inner; }
    [[nodiscard]] TextPlace caret() const { return m_caret; }
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] LineSpan visibleLines() const;
    void selectAll();
    void copy() const;

    [[nodiscard]] virtual int lineCount() const = 0;
    [[nodiscard]] virtual QString lineText(int line) const = 0;

Q_SIGNALS:
    /// The user moved to a line.
    void lineChosen(int line);

protected:
    /// Text at the left of a line, such as its number.
    [[nodiscard]] virtual QString gutterText(int line) const;
    /// Colours of the parts of a line.
    [[nodiscard]] virtual QList<QTextLayout::FormatRange> colours(
        int line, const QString &text) const;
    /// Characters of the longest line, for the horizontal scroll bar.
    [[nodiscard]] virtual int longestLine() const = 0;
    /// The text has changed altogether: back to its start.
    void textChanged();
    [[nodiscard]] QFontMetrics metrics() const { return QFontMetrics(m_face); }
    /// Scrolls so that a line is the first in sight.
    void showLine(int line);
    /// Moves the caret without the user, and scrolls it into sight.
    void goTo(TextPlace place);

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layOut(QTextLayout &layout, int line) const;
    void paintLine(QPainter &painter, int line, qreal top, qreal left);
    [[nodiscard]] TextPlace placeAt(const QPoint &point) const;
    [[nodiscard]] TextPlace movedCaret(const QKeyEvent &event) const;
    [[nodiscard]] qreal gutterWidth() const;
    void moveCaret(TextPlace place, bool select);
    void scrollToCaret();
    void updateBars();

    QFont m_face; ///< the fixed-width one at the size of the widget's
    LineSpan m_outer;
    LineSpan m_inner;
    TextPlace m_caret;
    TextPlace m_anchor; ///< where the selection began; the caret's place without one
};

} // namespace sekisho
