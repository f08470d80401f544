// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/pathdata.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace sekisho {

/// A piece of the picture: where it stands, in which size, and what it belongs to.
struct PathPiece {
    enum class Kind : quint8 {
        Symbol,
        Title,
        Name,
        Heading,
        CheckMark,
        CheckName,
        CheckWord,
        CheckDomain,
        NoteMark,
        Note,
        Caption
    };
    Kind kind = Kind::Symbol;
    int station = 0; ///< of a caption: the station before the leg
    int index = 0; ///< of the check or note
    QRectF area;

    bool operator==(const PathPiece &) const = default;
};

/// Where everything of a path stands: pure geometry in the painter's units. The stations stand side
/// by side where there is room, else one below the other.
class PathLayout final {
public:
    PathLayout() = default;
    PathLayout(const PathData &data, const QFont &font, qreal width);

    [[nodiscard]] Qt::Orientation orientation() const { return m_orientation; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] const std::vector<PathPiece> &pieces() const { return m_pieces; }
    /// The card with the texts of a station.
    [[nodiscard]] const std::vector<QRectF> &cards() const { return m_cards; }
    [[nodiscard]] const std::vector<QRectF> &symbols() const { return m_symbols; }
    /// The line between two symbols, from edge to edge.
    [[nodiscard]] const std::vector<QLineF> &lines() const { return m_lines; }
    /// The envelope on it.
    [[nodiscard]] const std::vector<QRectF> &envelopes() const { return m_envelopes; }
    /// The piece at a point, or null.
    [[nodiscard]] const PathPiece *pieceAt(const QPointF &point) const;

private:
    void placeSideBySide(const PathData &data, const QFont &font);
    void placeBelow(const PathData &data, const QFont &font);
    [[nodiscard]] qreal placeTexts(
        const PathStation &station, int index, const QFont &font, const QRectF &room);
    [[nodiscard]] qreal placeChecks(
        const PathStation &station, int index, const QFont &font, const QRectF &room);
    [[nodiscard]] qreal placeNotes(
        const PathStation &station, int index, const QFont &font, const QRectF &room);
    void add(PathPiece::Kind kind, int station, int index, const QRectF &area);

    Qt::Orientation m_orientation = Qt::Horizontal;
    QSizeF m_size;
    std::vector<PathPiece> m_pieces;
    std::vector<QRectF> m_cards;
    std::vector<QRectF> m_symbols;
    std::vector<QLineF> m_lines;
    std::vector<QRectF> m_envelopes;
};

/// The text of a piece, empty for those that are drawn.
[[nodiscard]] QString textOf(const PathData &data, const PathPiece &piece);
/// The font that a piece is set in.
[[nodiscard]] QFont fontOf(PathPiece::Kind kind, const QFont &font);
/// The whole way in words, for those who cannot see the picture.
[[nodiscard]] QString pathInWords(const PathData &data);

/// Draws the path into the layout's area, from the painter's origin.
void paintPath(QPainter &painter, const PathData &data, const PathLayout &layout,
    const QPalette &palette, const QFont &font);

} // namespace sekisho
