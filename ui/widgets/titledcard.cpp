// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/titledcard.h"

#include "paint/fonts.h"
#include "widgets/linkbutton.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int margin = 8;
/// Links are drawn this much within their widget, and stand in line with the title so.
constexpr int linkInset = 4;

} // namespace

TitledCard::TitledCard(QWidget *parent)
    : Card(parent)
    , m_head(new QWidget(this))
    , m_title(new QLabel(m_head))
    , m_subtitle(new QLabel(m_head))
    , m_body(new QVBoxLayout)
    , m_more(new LinkButton(this))
{
    const int base = pixelSize(font());
    m_title->setFont(sized(font(), base, true));
    m_subtitle->setFont(sized(font(), std::max(10, base - 1)));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_subtitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(TitledCard::inset, 0, TitledCard::inset, 0);
    head->setSpacing(0);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    m_body->setSpacing(0);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(TitledCard::inset - linkInset, 0, 0, 0);
    foot->addWidget(m_more);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin + 4, margin, margin + 4);
    layout->setSpacing(8);
    layout->addWidget(m_head);
    layout->addLayout(m_body, 1);
    layout->addLayout(foot);
    m_subtitle->hide();
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, &TitledCard::moreActivated);
}

void TitledCard::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleName(title);
}

void TitledCard::setMore(const QString &text)
{
    m_more->setText(text);
    m_more->setVisible(!text.isEmpty());
    m_more->updateGeometry();
}

QString TitledCard::title() const
{
    return m_title->text();
}

QString TitledCard::subtitle() const
{
    return m_subtitle->text();
}

} // namespace sekisho
