// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/caseguide.h"

#include "pages/panelparts.h"
#include "paint/fonts.h"
#include "tables/casetext.h"
#include "widgets/card.h"
#include "widgets/casebadge.h"
#include "widgets/pathview.h"

#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace sekisho {

namespace {

constexpr int margin = 16;

QWidget *chapter(MailCase mailCase, QWidget *parent)
{
    auto *card = new Card(parent);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    auto *badge = new CaseBadge(card);
    badge->setCase(mailCase);
    head->addWidget(badge, 0, Qt::AlignTop);
    QLabel *meaning = panelText(card, caseMeaning(mailCase));
    meaning->setFont(sized(card->font(), pixelSize(card->font()), true));
    head->addWidget(meaning, 1);
    layout->addLayout(head);
    layout->addWidget(panelText(card, caseExplanation(mailCase)));
    auto *path = new PathView(card);
    path->setPath(pathData(mailCase, exampleFacts(mailCase)));
    layout->addWidget(path);
    return card;
}

} // namespace

CaseGuide::CaseGuide(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    fill();
}

void CaseGuide::fill()
{
    auto *content = new QWidget(this);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(12);
    layout->addWidget(panelText(content,
        tr("Every mail that receivers report is one of these cases. The pictures show the way that "
           "it takes, what is "
           "checked where, and where the proof is lost that it is yours. Example: example.jp asks "
           "receivers to reject "
           "what fails.")));
    for (size_t i = 0; i <= mailCaseCount; ++i)
        layout->addWidget(chapter(MailCase(i), content));
    layout->addStretch(1);
    setWidget(content);
    content->setMaximumWidth(viewport()->width());
}

void CaseGuide::retranslate()
{
    fill();
}

void CaseGuide::resizeEvent(QResizeEvent *event)
{
    // Text that wraps must get the width there is, whatever its words would like.
    widget()->setMaximumWidth(event->size().width());
    QScrollArea::resizeEvent(event);
}

} // namespace sekisho
