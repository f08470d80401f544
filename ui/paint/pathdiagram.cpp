// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/pathdiagram.h"

#include "paint/fonts.h"
#include "paint/marks.h"
#include "paint/pathsymbols.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using Kind = PathPiece::Kind;

constexpr qreal symbolSide = 52;
constexpr qreal padding = 12;
constexpr qreal gap = 12; ///< between cards
constexpr qreal lineGap = 6; ///< between lines of a card
constexpr QSizeF envelopeSize(30, 21);
/// A card narrower than this holds no sentence well.
constexpr qreal leastCard = 176;

qreal textHeight(const QFont &font, const QString &text, qreal width)
{
    constexpr qreal endless = 1e6;
    const int flags = wrapFlags(font, text, width);
    return std::ceil(
        QFontMetricsF(font).boundingRect(QRectF(0, 0, width, endless), flags, text).height());
}

qreal lineHeight(const QFont &font)
{
    return std::ceil(QFontMetricsF(font).height());
}

bool isFixed(Kind kind)
{
    return kind == Kind::Name || kind == Kind::CheckDomain;
}

/// Where a mark stands before a line of text.
QRectF markArea(const QPointF &corner, qreal line)
{
    const qreal side = std::round(line * 0.55);
    return {corner.x(), corner.y() + std::round((line - side) / 2), side, side};
}

} // namespace

QFont fontOf(Kind kind, const QFont &font)
{
    const int base = pixelSize(font);
    const auto fixed = [](int pixels) {
        return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), pixels);
    };
    switch (kind) {
    case Kind::Title: return sized(font, base, true);
    case Kind::Name: return fixed(base - 1);
    case Kind::CheckDomain: return fixed(std::max(base - 2, 9));
    case Kind::CheckName: return sized(font, base - 1, true);
    case Kind::Heading:
    case Kind::Caption: return sized(font, std::max(base - 2, 9));
    case Kind::Symbol:
    case Kind::CheckMark:
    case Kind::CheckWord:
    case Kind::NoteMark:
    case Kind::Note: break;
    }
    return sized(font, base - 1);
}

QString textOf(const PathData &data, const PathPiece &piece)
{
    const PathStation &station = data.stations[size_t(piece.station)];
    const auto check = [&]() -> const PathCheck & { return station.checks[size_t(piece.index)]; };
    switch (piece.kind) {
    case Kind::Title: return station.title;
    case Kind::Name: return station.name;
    case Kind::Heading: return station.checksHeading;
    case Kind::CheckName: return check().name;
    case Kind::CheckWord: return check().word;
    case Kind::CheckDomain: return check().domain;
    case Kind::Note: return station.notes[size_t(piece.index)].text;
    case Kind::Caption: return data.legs[size_t(piece.station)].caption;
    case Kind::Symbol:
    case Kind::CheckMark:
    case Kind::NoteMark: break;
    }
    return {};
}

PathLayout::PathLayout(const PathData &data, const QFont &font, qreal width)
    : m_size(width, 0)
{
    const qreal count = qreal(data.stations.size());
    if (count == 0)
        return;
    const qreal card = (width - (count - 1) * gap) / count;
    // Larger letters need wider cards.
    const bool wide = card >= leastCard * pixelSize(font) / 14;
    m_orientation = wide ? Qt::Horizontal : Qt::Vertical;
    if (wide)
        placeSideBySide(data, font);
    else
        placeBelow(data, font);
}

void PathLayout::add(Kind kind, int station, int index, const QRectF &area)
{
    m_pieces.push_back({kind, station, index, area});
}

void PathLayout::placeSideBySide(const PathData &data, const QFont &font)
{
    const int count = int(data.stations.size());
    const qreal card = (m_size.width() - (count - 1) * gap) / count;
    const QFont caption = fontOf(Kind::Caption, font);
    // The captions under the envelopes stand higher than the cards, which may be as wide as all of
    // it.
    const qreal captionTop = symbolSide / 2 + envelopeSize.height() / 2 + 4;
    const qreal captionWidth = card + gap - symbolSide - 12;
    qreal top = symbolSide + 10;
    for (const PathLeg &leg : data.legs)
        top = std::max(top, captionTop + textHeight(caption, leg.caption, captionWidth) + 6);
    qreal tallest = 0;
    for (int i = 0; i < count; ++i) {
        const qreal left = i * (card + gap);
        m_symbols.emplace_back(left + (card - symbolSide) / 2, 0, symbolSide, symbolSide);
        add(Kind::Symbol, i, 0, m_symbols.back());
        const QRectF room(left + padding, top + padding, card - 2 * padding, 0);
        tallest =
            std::max(tallest, placeTexts(data.stations[size_t(i)], i, font, room) + padding - top);
        m_cards.emplace_back(left, top, card, 0);
    }
    for (QRectF &area : m_cards)
        area.setHeight(tallest);
    m_size.setHeight(top + tallest);
    constexpr qreal distance = 8;
    for (int i = 0; i + 1 < count; ++i) {
        const QPointF from(m_symbols[size_t(i)].right() + distance, symbolSide / 2);
        const QPointF to(m_symbols[size_t(i) + 1].left() - distance, symbolSide / 2);
        m_lines.emplace_back(from, to);
        QRectF envelope({}, envelopeSize);
        envelope.moveCenter((from + to) / 2);
        m_envelopes.push_back(envelope);
        const QString &text = data.legs[size_t(i)].caption;
        if (!text.isEmpty())
            add(Kind::Caption, i, 0,
                {envelope.center().x() - captionWidth / 2, captionTop, captionWidth,
                    textHeight(caption, text, captionWidth)});
    }
}

void PathLayout::placeBelow(const PathData &data, const QFont &font)
{
    constexpr qreal gutter = symbolSide + 12;
    const QFont caption = fontOf(Kind::Caption, font);
    const int count = int(data.stations.size());
    qreal top = 0;
    for (int i = 0; i < count; ++i) {
        m_symbols.emplace_back(0, top, symbolSide, symbolSide);
        add(Kind::Symbol, i, 0, m_symbols.back());
        const QRectF room(
            gutter + padding, top + padding, m_size.width() - gutter - 2 * padding, 0);
        const qreal bottom = placeTexts(data.stations[size_t(i)], i, font, room) + padding;
        m_cards.emplace_back(
            gutter, top, m_size.width() - gutter, std::max(bottom - top, symbolSide));
        top = m_cards.back().bottom();
        if (i + 1 == count)
            break;
        constexpr qreal leg = 52;
        constexpr qreal distance = 6;
        const QLineF line(symbolSide / 2, m_symbols.back().bottom() + distance, symbolSide / 2,
            top + leg - distance);
        m_lines.push_back(line);
        QRectF envelope({}, envelopeSize);
        envelope.moveCenter({symbolSide / 2, top + leg / 2 - 6});
        m_envelopes.push_back(envelope);
        const QString &text = data.legs[size_t(i)].caption;
        const qreal height = textHeight(caption, text, m_size.width() - gutter);
        if (!text.isEmpty())
            add(Kind::Caption, i, 0,
                {gutter, envelope.center().y() - height / 2, m_size.width() - gutter, height});
        top += leg;
    }
    m_size.setHeight(top);
}

/// Places title, name, checks and notes from the top of the room; gives the end.
qreal PathLayout::placeTexts(
    const PathStation &station, int index, const QFont &font, const QRectF &room)
{
    const qreal width = room.width();
    qreal top = room.top();
    const qreal title = textHeight(fontOf(Kind::Title, font), station.title, width);
    add(Kind::Title, index, 0, {room.left(), top, width, title});
    top += title;
    if (!station.name.isEmpty()) {
        const qreal height = lineHeight(fontOf(Kind::Name, font));
        add(Kind::Name, index, 0, {room.left(), top + 2, width, height});
        top += height + 2;
    }
    const QRectF below = room.translated(0, top + 10 - room.top());
    if (!station.checks.empty())
        top = placeChecks(station, index, font, below);
    if (!station.notes.empty())
        top = placeNotes(station, index, font, room.translated(0, top + 10 - room.top()));
    return top;
}

qreal PathLayout::placeChecks(
    const PathStation &station, int index, const QFont &font, const QRectF &room)
{
    qreal top = room.top();
    const qreal heading =
        textHeight(fontOf(Kind::Heading, font), station.checksHeading, room.width());
    add(Kind::Heading, index, 0, {room.left(), top, room.width(), heading});
    top += heading + 4;
    const QFont nameFont = fontOf(Kind::CheckName, font);
    const QFont wordFont = fontOf(Kind::CheckWord, font);
    const qreal line = std::max(lineHeight(nameFont), lineHeight(wordFont));
    const qreal small = lineHeight(fontOf(Kind::CheckDomain, font));
    qreal names = 0;
    for (const PathCheck &check : station.checks)
        names =
            std::max(names, std::ceil(QFontMetricsF(nameFont).horizontalAdvance(check.name)) + 1);
    for (int i = 0; i < int(station.checks.size()); ++i) {
        const PathCheck &check = station.checks[size_t(i)];
        const QRectF mark = markArea({room.left(), top}, line);
        const qreal nameLeft = mark.right() + 6;
        const qreal wordLeft = nameLeft + names + 6;
        const qreal wordWidth = room.right() - wordLeft;
        const qreal height = std::max(line, textHeight(wordFont, check.word, wordWidth));
        add(Kind::CheckMark, index, i, mark);
        add(Kind::CheckName, index, i, {nameLeft, top, names, line});
        add(Kind::CheckWord, index, i, {wordLeft, top, wordWidth, height});
        top += height;
        if (!check.domain.isEmpty()) {
            add(Kind::CheckDomain, index, i, {wordLeft, top, wordWidth, small});
            top += small;
        }
        top += i + 1 < int(station.checks.size()) ? lineGap - 2 : 0;
    }
    return top;
}

qreal PathLayout::placeNotes(
    const PathStation &station, int index, const QFont &font, const QRectF &room)
{
    const QFont noteFont = fontOf(Kind::Note, font);
    const qreal line = lineHeight(noteFont);
    qreal top = room.top();
    for (int i = 0; i < int(station.notes.size()); ++i) {
        const QRectF mark = markArea({room.left(), top}, line);
        const qreal left = mark.right() + 6;
        const qreal height =
            textHeight(noteFont, station.notes[size_t(i)].text, room.right() - left);
        add(Kind::NoteMark, index, i, mark);
        add(Kind::Note, index, i, {left, top, room.right() - left, height});
        top += height + (i + 1 < int(station.notes.size()) ? lineGap - 2 : 0);
    }
    return top;
}

const PathPiece *PathLayout::pieceAt(const QPointF &point) const
{
    const auto found = std::find_if(m_pieces.begin(), m_pieces.end(),
        [&point](const PathPiece &piece) { return piece.area.contains(point); });
    return found == m_pieces.end() ? nullptr : &*found;
}

QString pathInWords(const PathData &data)
{
    QStringList lines;
    for (size_t i = 0; i < data.stations.size(); ++i) {
        const PathStation &station = data.stations[i];
        lines.append(
            station.name.isEmpty() ? station.title : u"%1 (%2)"_s.arg(station.title, station.name));
        if (!station.checksHeading.isEmpty())
            lines.append(station.checksHeading);
        for (const PathCheck &check : station.checks)
            lines.append(u"%1: %2 %3"_s.arg(check.name, check.word, check.domain).trimmed());
        for (const PathNote &note : station.notes)
            lines.append(note.text);
        if (i < data.legs.size() && !data.legs[i].caption.isEmpty())
            lines.append(u"→ %1"_s.arg(data.legs[i].caption));
    }
    return lines.join(u'\n');
}

namespace {

QColor quiet(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

void paintCard(QPainter &painter, const PathStation &station, const QRectF &card, MailCase mailCase,
    const QPalette &palette)
{
    const QColor accent = color(mailCase, palette);
    QPen pen(palette.color(QPalette::Mid), 1);
    QColor fill = palette.color(QPalette::AlternateBase);
    if (station.focus) {
        pen = QPen(accent, 1.5);
        fill = shade(mailCase, palette, 0.07);
    } else if (station.ghost) {
        pen.setStyle(Qt::DashLine);
        fill = Qt::transparent;
    }
    painter.setPen(pen);
    painter.setBrush(fill);
    const qreal half = pen.widthF() / 2;
    painter.drawRoundedRect(card.adjusted(half, half, -half, -half), 8, 8);
}

void paintSymbol(QPainter &painter, const PathStation &station, const QRectF &area,
    MailCase mailCase, const QPalette &palette)
{
    const QColor accent = station.focus ? color(mailCase, palette) : quiet(palette);
    QPen pen(accent, station.focus ? 2 : 1.25);
    if (station.ghost)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(
        station.focus ? shade(mailCase, palette, 0.14) : palette.color(QPalette::Base));
    painter.drawEllipse(area.adjusted(1, 1, -1, -1));
    const qreal inset = area.width() * 0.23;
    const QColor ink = station.ghost ? quiet(palette) : palette.color(QPalette::Text);
    paintStation(painter, area.adjusted(inset, inset, -inset, -inset), station.kind,
        station.focus ? accent : ink);
}

void paintLeg(QPainter &painter, const PathLeg &leg, const QLineF &line, const QRectF &envelope,
    MailCase mailCase, const QPalette &palette)
{
    const QColor ink = leg.ghost ? quiet(palette) : palette.color(QPalette::Text);
    QPen pen(ink, 1.75, leg.ghost ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.drawLine(line);
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    const QLineF unit = line.unitVector();
    const QPointF along(unit.dx(), unit.dy());
    const QPointF across(-along.y(), along.x());
    constexpr qreal head = 7;
    if (!leg.ghost)
        painter.drawPolyline(QPolygonF{line.p2() - head * (along - 0.6 * across), line.p2(),
            line.p2() - head * (along + 0.6 * across)});
    if (!leg.ghost) {
        paintEnvelope(painter, envelope, leg.seal, palette);
        return;
    }
    QRectF mark(0, 0, 18, 18);
    mark.moveCenter(envelope.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(mark.adjusted(-4, -4, 4, 4));
    if (mailCase == MailCase::Spoof)
        paintMark(
            painter, mark.adjusted(2, 2, -2, -2), Meaning::Failed, color(Meaning::Failed, palette));
    else
        paintStation(painter, mark, StationKind::Unknown, quiet(palette));
}

QColor inkOf(const PathData &data, const PathPiece &piece, const QPalette &palette)
{
    const PathStation &station = data.stations[size_t(piece.station)];
    if (piece.kind == Kind::Heading || piece.kind == Kind::CheckDomain ||
        piece.kind == Kind::Caption)
        return quiet(palette);
    return station.ghost ? quiet(palette) : palette.color(QPalette::Text);
}

void paintPiece(QPainter &painter, const PathData &data, const PathPiece &piece,
    Qt::Orientation orientation, const QPalette &palette, const QFont &font)
{
    const PathStation &station = data.stations[size_t(piece.station)];
    if (piece.kind == Kind::Symbol)
        return;
    if (piece.kind == Kind::CheckMark || piece.kind == Kind::NoteMark) {
        const Meaning meaning = piece.kind == Kind::CheckMark
            ? station.checks[size_t(piece.index)].meaning
            : station.notes[size_t(piece.index)].meaning;
        paintMark(painter, piece.area, meaning, color(meaning, palette));
        return;
    }
    const QFont own = fontOf(piece.kind, font);
    painter.setFont(own);
    painter.setPen(inkOf(data, piece, palette));
    const bool head =
        piece.kind == Kind::Title || piece.kind == Kind::Name || piece.kind == Kind::Caption;
    const int across = orientation == Qt::Horizontal && head ? Qt::AlignHCenter : Qt::AlignLeft;
    QString text = textOf(data, piece);
    if (isFixed(piece.kind))
        text = QFontMetricsF(own).elidedText(text, Qt::ElideLeft, piece.area.width());
    const int lines =
        isFixed(piece.kind) ? int(Qt::TextSingleLine) : wrapFlags(own, text, piece.area.width());
    painter.drawText(piece.area, across | Qt::AlignTop | lines, text);
}

} // namespace

void paintPath(QPainter &painter, const PathData &data, const PathLayout &layout,
    const QPalette &palette, const QFont &font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t i = 0; i < layout.cards().size(); ++i)
        paintCard(painter, data.stations[i], layout.cards()[i], data.mailCase, palette);
    for (size_t i = 0; i < layout.lines().size(); ++i)
        paintLeg(painter, data.legs[i], layout.lines()[i], layout.envelopes()[i], data.mailCase,
            palette);
    for (size_t i = 0; i < layout.symbols().size(); ++i)
        paintSymbol(painter, data.stations[i], layout.symbols()[i], data.mailCase, palette);
    for (const PathPiece &piece : layout.pieces())
        paintPiece(painter, data, piece, layout.orientation(), palette, font);
    painter.restore();
}

} // namespace sekisho
