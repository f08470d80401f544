// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explanationdelegate.h"

#include "pages/explanationmodel.h"
#include "paint/fonts.h"
#include "paint/marks.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

using Kind = ExplanationModel::Kind;

constexpr int side = 16; ///< left and right of the text
constexpr int barWidth = 3;
constexpr int gap = 12; ///< between a field and its value

/// Text broken into lines of a width, wherever a word is too long also within it.
class Wrapped final {
public:
    Wrapped(const QString &text, const QFont &font, qreal width)
        : m_layout(text, font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        if (text.isEmpty())
            return;
        m_layout.setCacheEnabled(true);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(1.0, width));
            line.setPosition({0, m_height});
            m_height += line.height() * lineSpacing;
        }
        m_layout.endLayout();
    }

    [[nodiscard]] qreal height() const { return m_height; }
    void paint(QPainter &painter, const QPointF &at, const QColor &color) const
    {
        painter.setPen(color);
        m_layout.draw(&painter, at);
    }

private:
    static constexpr qreal lineSpacing = 1.12;

    QTextLayout m_layout;
    qreal m_height = 0;
};

QColor mixed(const QColor &from, const QColor &to, qreal amount)
{
    const auto between = [amount](float a, float b) { return a + (b - a) * float(amount); };
    return QColor::fromRgbF(between(from.redF(), to.redF()), between(from.greenF(), to.greenF()),
        between(from.blueF(), to.blueF()));
}

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(ExplanationModel::LineRole).toInt());
}

QFont titleFont(const QFont &font)
{
    return sized(font, pixelSize(font) * 9 / 7, true);
}

QFont headingFont(const QFont &font)
{
    return sized(font, pixelSize(font), true);
}

/// The width of the column of field names: one for all lines, so that values stand below each
/// other.
qreal fieldWidth(const QFont &font, qreal width)
{
    constexpr qreal most = 0.42;
    return std::min(
        QFontMetricsF(fixedFace(font)).horizontalAdvance(u"spf[2]/human_result"_s), width * most);
}

/// The space above and below the text of a line.
QMargins marginsOf(Kind kind)
{
    switch (kind) {
    case Kind::Title: return {side, 12, side, 8};
    case Kind::Sentence: return {side, 3, side, 3};
    case Kind::Heading: return {side, 20, side, 6};
    case Kind::Fact: break;
    }
    return {side, 4, side, 4};
}

/// A fact laid out: field and value beside each other, the meaning below the value.
struct FactLines {
    FactLines(const QModelIndex &index, const QFont &font, qreal width)
        : left(fieldWidth(font, width))
        , field(index.data(ExplanationModel::FieldRole).toString(), fixedFace(font), left)
        , value(valueOf(index), fixedFace(font), width - left - gap)
        , meaning(
              index.data(ExplanationModel::MeaningTextRole).toString(), font, width - left - gap)
    {
    }

    [[nodiscard]] qreal height() const
    {
        return std::max(field.height(), value.height() + meaning.height());
    }

    static QString valueOf(const QModelIndex &index)
    {
        const QString text = index.data(ExplanationModel::ValueRole).toString();
        return text.isEmpty() ? u"–"_s : text;
    }

    qreal left;
    Wrapped field;
    Wrapped value;
    Wrapped meaning;
};

QString plainText(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString();
}

qreal markSpace(const QModelIndex &index, const QFont &font)
{
    return index.data(ExplanationModel::PassedRole).isValid() ? pixelSize(font) + 8 : 0;
}

void paintTitle(QPainter &painter, const QRectF &area, const QStyleOptionViewItem &option,
    const QModelIndex &index)
{
    const QFont font = titleFont(option.font);
    const qreal space = markSpace(index, option.font);
    if (space > 0) {
        const Meaning meaning =
            index.data(ExplanationModel::PassedRole).toBool() ? Meaning::Aligned : Meaning::Failed;
        const qreal size = pixelSize(option.font);
        const qreal top = area.top() + (QFontMetricsF(font).height() - size) / 2;
        paintMark(painter, {area.left(), top, size, size}, meaning, color(meaning, option.palette));
    }
    Wrapped(plainText(index), font, area.width() - space)
        .paint(painter, area.topLeft() + QPointF(space, 0), option.palette.color(QPalette::Text));
}

void paintHeading(QPainter &painter, const QRectF &area, const QStyleOptionViewItem &option,
    const QModelIndex &index)
{
    const QRectF line(area.left(), option.rect.top() + 8.5, area.width(), 0);
    painter.setPen(
        mixed(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text), 0.15));
    painter.drawLine(line.topLeft(), line.topRight());
    Wrapped(plainText(index), headingFont(option.font), area.width())
        .paint(painter, area.topLeft(), option.palette.color(QPalette::Text));
}

void paintFact(QPainter &painter, const QRectF &area, const QStyleOptionViewItem &option,
    const QModelIndex &index)
{
    const FactLines fact(index, option.font, area.width());
    const QColor faint = option.palette.color(QPalette::PlaceholderText);
    const QPointF right = area.topLeft() + QPointF(fact.left + gap, 0);
    fact.field.paint(painter, area.topLeft(), faint);
    fact.value.paint(painter, right, option.palette.color(QPalette::Text));
    fact.meaning.paint(painter, right + QPointF(0, fact.value.height()), faint);
}

} // namespace

void ExplanationDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QVariant block = index.data(ExplanationModel::BlockRole);
    const bool lit = m_lit && block.isValid() && BlockKind(block.toInt()) == *m_lit;
    const Kind kind = kindOf(index);
    const QColor base = option.palette.color(QPalette::Base);
    const QColor accent = option.palette.color(QPalette::Highlight);
    QRect area = option.rect;
    if (kind == Kind::Heading)
        area.setTop(area.top() + 12);
    if (lit) {
        painter->fillRect(area, mixed(base, accent, 0.10));
        painter->fillRect(QRect(area.left(), area.top(), barWidth, area.height()), accent);
    }
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(area.adjusted(lit ? barWidth : 0, 0, 0, 0), mixed(base, accent, 0.22));
    const QRectF inner = QRectF(option.rect.marginsRemoved(marginsOf(kind)));
    switch (kind) {
    case Kind::Title: paintTitle(*painter, inner, option, index); break;
    case Kind::Heading: paintHeading(*painter, inner, option, index); break;
    case Kind::Fact: paintFact(*painter, inner, option, index); break;
    case Kind::Sentence:
        Wrapped(plainText(index), option.font, inner.width())
            .paint(*painter, inner.topLeft(), option.palette.color(QPalette::Text));
        break;
    }
    painter->restore();
}

QSize ExplanationDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Kind kind = kindOf(index);
    const QMargins margins = marginsOf(kind);
    const qreal inner = width - margins.left() - margins.right();
    const auto height = [&]() -> qreal {
        switch (kind) {
        case Kind::Title:
            return Wrapped(
                plainText(index), titleFont(option.font), inner - markSpace(index, option.font))
                .height();
        case Kind::Heading:
            return Wrapped(plainText(index), headingFont(option.font), inner).height();
        case Kind::Fact: return FactLines(index, option.font, inner).height();
        case Kind::Sentence: break;
        }
        return Wrapped(plainText(index), option.font, inner).height();
    };
    return {width, int(std::ceil(height())) + margins.top() + margins.bottom()};
}

} // namespace sekisho
