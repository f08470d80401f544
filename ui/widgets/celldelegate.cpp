// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/celldelegate.h"

#include "paint/fonts.h"
#include "paint/marks.h"
#include "paint/sparkline.h"
#include "report/ipaddress.h"
#include "tables/column.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8; ///< left and right of a cell
constexpr int lineGap = 8; ///< added to the height of a line
constexpr int markGap = 6;
constexpr int sparklineWidth = 140;
constexpr int barMargin = 3;

// Models, which know no Meaning, give an Outcome as the mark of a cell.
static_assert(int(Meaning::Aligned) == int(Outcome::Aligned));
static_assert(int(Meaning::Unaligned) == int(Outcome::Unaligned));
static_assert(int(Meaning::Failed) == int(Outcome::Failed));

int markSize(const QFont &font)
{
    return pixelSize(font) * 2 / 3;
}

/// Where the parts of a cell stand.
struct CellPlaces {
    QRect mark; ///< empty without one
    QRect text;
};

CellPlaces placesOf(const QStyleOptionViewItem &option, bool marked)
{
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    if (!marked)
        return {{}, inner};
    const int size = markSize(option.font);
    const QRect mark(inner.left(), inner.center().y() - size / 2, size, size);
    const QRect text = inner.adjusted(size + markGap, 0, 0, 0);
    return {QStyle::visualRect(option.direction, inner, mark),
        QStyle::visualRect(option.direction, inner, text)};
}

bool isMarked(const QModelIndex &index)
{
    return index.data(MeaningRole).isValid() || index.data(ClassRole).isValid() ||
        index.data(CaseRole).isValid();
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QColor textColor(const QStyleOptionViewItem &option)
{
    const QPalette::ColorGroup group = !option.state.testFlag(QStyle::State_Enabled)
        ? QPalette::Disabled
        : option.state.testFlag(QStyle::State_Active) ? QPalette::Normal
                                                      : QPalette::Inactive;
    return option.palette.color(
        group, isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

/// A bar behind the number: its length is the share, the rest of its way is faint.
void paintShare(QPainter &painter, const QStyleOptionViewItem &option, double share)
{
    const QRectF way =
        QRectF(option.rect).adjusted(margin / 2.0, barMargin, -margin / 2.0, -barMargin);
    QColor rest = textColor(option);
    rest.setAlphaF(0.06F);
    QColor bar = isSelected(option) ? textColor(option) : color(Meaning::Aligned, option.palette);
    bar.setAlphaF(isSelected(option) ? 0.25F : 0.28F);
    painter.fillRect(way, rest);
    QRectF part = way;
    part.setWidth(way.width() * std::clamp(share, 0.0, 1.0));
    if (share > 0)
        part.setWidth(std::max(part.width(), 1.0));
    if (option.direction == Qt::RightToLeft)
        part.moveRight(way.right());
    painter.fillRect(part, bar);
}

void paintSeries(QPainter &painter, const QStyleOptionViewItem &option, const QVariantList &series)
{
    std::vector<double> values;
    values.reserve(size_t(series.size()));
    for (const QVariant &value : series)
        values.push_back(value.toDouble());
    const QRectF area =
        QRectF(option.rect).adjusted(margin, barMargin + 1, -margin, -barMargin - 1);
    QColor ink = textColor(option);
    ink.setAlphaF(0.65F);
    paintSparkline(painter, SparklineLayout(values, area), ink);
}

QStyleOptionViewItem prepared(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem result = option;
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    result.displayAlignment =
        alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    if (index.data(FixedRole).toBool())
        result.font = fixedFace(option.font);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    result.font.setFeature("tnum", 1);
#endif
    result.fontMetrics = QFontMetrics(result.font);
    return result;
}

QString elided(const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &place)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const Qt::TextElideMode mode = elideModeOf(text, index.data(FixedRole).toBool());
    return mode == Qt::ElideNone ? text : option.fontMetrics.elidedText(text, mode, place.width());
}

} // namespace

Qt::TextElideMode elideModeOf(const QString &text, bool fixed)
{
    if (!fixed)
        return Qt::ElideRight;
    const bool group = text.endsWith(u".*"_s) || text.endsWith(u":*"_s);
    return group || IpAddress::parse(text) ? Qt::ElideNone : Qt::ElideLeft;
}

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyleOptionViewItem cell = prepared(option, index);
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, widget);

    painter->save();
    painter->setClipRect(cell.rect);
    const QVariant share = index.data(ShareRole);
    if (share.isValid())
        paintShare(*painter, cell, share.toDouble());
    const QVariant series = index.data(SeriesRole);
    if (series.isValid())
        paintSeries(*painter, cell, series.toList());

    const QVariant meaning = index.data(MeaningRole);
    const QVariant senderClass = index.data(ClassRole);
    const CellPlaces places = placesOf(cell, isMarked(index));
    const QVariant mailCase = index.data(CaseRole);
    if (meaning.isValid()) {
        const Meaning said = Meaning(std::clamp(meaning.toInt(), 0, int(Meaning::Unknown)));
        paintMark(*painter, places.mark, said,
            isSelected(cell) ? textColor(cell) : color(said, cell.palette));
    }
    if (senderClass.isValid())
        paintClassMark(*painter, places.mark, SenderClass(senderClass.toInt()), textColor(cell));
    if (mailCase.isValid()) {
        const MailCase said = MailCase(std::clamp(mailCase.toInt(), 0, int(MailCase::Undetermined)));
        paintMark(*painter, places.mark, said,
            isSelected(cell) ? textColor(cell) : color(said, cell.palette));
    }
    painter->setFont(cell.font);
    painter->setPen(textColor(cell));
    painter->drawText(places.text, int(cell.displayAlignment | Qt::TextSingleLine),
        elided(cell, index, places.text));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyleOptionViewItem cell = prepared(option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    int width = cell.fontMetrics.horizontalAdvance(text) + 2 * margin;
    if (isMarked(index))
        width += markSize(cell.font) + markGap;
    if (index.data(SeriesRole).isValid())
        width = std::max(width, sparklineWidth);
    // One height for all cells, so that every table has the same rhythm.
    const int height = std::max(option.fontMetrics.height(), cell.fontMetrics.height()) + lineGap;
    return {width, height};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!event || !view || event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QStyleOptionViewItem cell = prepared(option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString help = index.data(Qt::ToolTipRole).toString();
    const QRect place = placesOf(cell, isMarked(index)).text;
    const bool cut = cell.fontMetrics.horizontalAdvance(text) > place.width();
    if (help.isEmpty() || (help == text && !cut))
        QToolTip::hideText();
    else
        // Marked as rich text, because a guess could take hostile text for it.
        QToolTip::showText(event->globalPos(), u"<qt>%1</qt>"_s.arg(help.toHtmlEscaped()), view);
    return true;
}

} // namespace sekisho
