// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/sidelist.h"

#include <QApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace sekisho {

namespace {

constexpr int CountRole = Qt::UserRole;
constexpr int margin = 12;
constexpr int gap = 8;

class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
        QRect icon({}, option.decorationSize);
        icon.moveCenter(inner.center());
        icon.moveLeft(inner.left());
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QStyle::visualRect(option.direction, inner, icon), Qt::AlignCenter,
                selected ? QIcon::Selected : QIcon::Normal);
        painter->save();
        painter->setPen(option.palette.color(
            selected ? QPalette::HighlightedText : QPalette::Text));
        const QRect text = inner.adjusted(icon.width() + gap, 0, 0, 0);
        const QString count = index.data(CountRole).toString();
        const int countWidth = option.fontMetrics.horizontalAdvance(count);
        painter->drawText(QStyle::visualRect(option.direction, inner, text),
            int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
            count);
        const QRect title = text.adjusted(0, 0, count.isEmpty() ? 0 : -countWidth - gap, 0);
        painter->drawText(QStyle::visualRect(option.direction, inner, title),
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            option.fontMetrics.elidedText(
                index.data().toString(), Qt::ElideRight, title.width()));
        painter->restore();
        if (option.state.testFlag(QStyle::State_HasFocus) &&
            option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            QStyleOptionFocusRect focus;
            focus.QStyleOption::operator=(option);
            focus.backgroundColor = option.palette.color(QPalette::Highlight);
            style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
        }
    }

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int texts = option.fontMetrics.horizontalAdvance(index.data().toString()) +
            option.fontMetrics.horizontalAdvance(index.data(CountRole).toString());
        return {2 * margin + option.decorationSize.width() + 3 * gap + texts,
            std::max(option.fontMetrics.height(), option.decorationSize.height()) + 2 * gap};
    }
};

} // namespace

SideList::SideList(int rows, QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new EntryDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setIconSize({20, 20});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int i = 0; i < rows; ++i)
        addItem(QString());
}

void SideList::warn(int row)
{
    QListWidgetItem *entry = item(row);
    entry->setData(CountRole, QStringLiteral("⚠ %1").arg(entry->data(CountRole).toString()));
}

void SideList::setEntry(int row, const QString &title, const QString &count, const QString &help)
{
    QListWidgetItem *entry = item(row);
    entry->setText(title);
    entry->setData(CountRole, count);
    entry->setToolTip(count.isEmpty() ? QString() : help);
    entry->setData(Qt::AccessibleTextRole,
        count.isEmpty() ? title : title + QStringLiteral(": ") + help);
}

} // namespace sekisho
