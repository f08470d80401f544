// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/panelparts.h"

#include "paint/fonts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace sekisho {

PanelSection addPanelSection(QVBoxLayout *layout)
{
    QWidget *parent = layout->parentWidget();
    PanelSection section;
    section.body = new QWidget(parent);
    auto *outer = new QVBoxLayout(section.body);
    outer->setContentsMargins(0, 16, 0, 0);
    outer->setSpacing(6);
    section.heading = panelText(section.body);
    section.heading->setFont(sized(parent->font(), pixelSize(parent->font()), true));
    outer->addWidget(section.heading);
    section.lines = new QVBoxLayout;
    section.lines->setSpacing(6);
    outer->addLayout(section.lines);
    layout->addWidget(section.body);
    return section;
}

QLabel *panelText(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void clearLines(QLayout *lines)
{
    while (QLayoutItem *item = lines->takeAt(0)) {
        // A line may be the sender of the very signal that leads here.
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void fitButton(QPushButton *button, int beside)
{
    const int text = button->fontMetrics().horizontalAdvance(button->text());
    button->setMinimumWidth(text + 32 + beside);
    button->setMinimumHeight(button->fontMetrics().height() + 12);
}

int plural(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

std::vector<DayCount> daysOver(const std::vector<DayCount> &timeline, std::vector<DayCount> days)
{
    if (timeline.empty() || days.empty())
        return days;
    if (timeline.front().day < days.front().day)
        days.insert(days.begin(), DayCount{timeline.front().day, 0, 0});
    if (timeline.back().day > days.back().day)
        days.push_back({timeline.back().day, 0, 0});
    return days;
}

} // namespace sekisho
