// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"
#include "widgets/linesview.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace sekisho {

/// Bytes cut into lines for showing them as text; made off the UI thread, shared without locks.
struct ByteLines {
    /// A line, or a piece of a long one.
    struct Piece {
        qint64 start = 0;
        int length = 0; ///< bytes, without the line end
        int number = 0; ///< of the line, from 1 as in Place
        bool first = true; ///< of its line
    };

    QByteArray bytes;
    std::vector<Piece> pieces;
    bool isText = true; ///< false: better shown as hexadecimal numbers
    bool cut = false; ///< there are more lines than are shown as text

    [[nodiscard]] static ByteLines of(const QByteArray &bytes);
    /// The piece that a byte belongs to; line ends belong to the piece before.
    [[nodiscard]] int pieceAt(qint64 offset) const;
};

/// Shows bytes as text or in hexadecimal with one spot marked.
class BytesView final : public LinesView {
    Q_OBJECT
public:
    enum class Mode : quint8 { Text, Hex };

    explicit BytesView(QWidget *parent = nullptr);

    /// Shows the bytes in the mode that fits them; offset -1: no spot to mark.
    void setBytes(std::shared_ptr<const ByteLines> lines, qint64 spot);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    void goToSpot();

    [[nodiscard]] int lineCount() const override;
    [[nodiscard]] QString lineText(int line) const override;

protected:
    [[nodiscard]] QString gutterText(int line) const override;
    [[nodiscard]] QList<QTextLayout::FormatRange> colours(
        int line, const QString &text) const override;
    [[nodiscard]] int longestLine() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int fittingBytes() const;
    [[nodiscard]] QString hexLine(int line) const;
    [[nodiscard]] QString pieceText(const ByteLines::Piece &piece, int length) const;
    [[nodiscard]] std::optional<TextPlace> spotPlace() const;

    std::shared_ptr<const ByteLines> m_lines = std::make_shared<ByteLines>();
    qint64 m_spot = -1;
    Mode m_mode = Mode::Text;
    int m_perLine = 16; ///< bytes of a line in hexadecimal
};

} // namespace sekisho
