// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pageparts.h"

#include "widgets/card.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace sekisho {

QWidget *splitContent(QSplitter *splitter, QWidget *bar)
{
    constexpr int margin = 12;
    splitter->setHandleWidth(margin);
    splitter->setChildrenCollapsible(false);
    auto *content = new QWidget(splitter->parentWidget());
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    if (bar)
        layout->addWidget(bar);
    layout->addWidget(splitter, 1);
    return content;
}

TableCard tableCard(QWidget *parent)
{
    auto *card = new Card(parent);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 8, 1, 8);
    return {card, layout};
}

} // namespace sekisho
