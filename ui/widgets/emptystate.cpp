// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "paint/fonts.h"
#include "paint/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sekisho {

namespace {

/// A button that is easy to hit.
void fit(QPushButton *button)
{
    const QFontMetrics metrics = button->fontMetrics();
    button->setMinimumWidth(metrics.horizontalAdvance(button->text()) + 48);
    button->setMinimumHeight(metrics.height() + 14);
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    constexpr int widest = 460;
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
    }
    m_title->setFont(sized(font(), pixelSize(font()) * 3 / 2, true));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
    connect(m_second, &QPushButton::clicked, this, &EmptyState::secondTriggered);
    m_second->hide();

    auto *column = new QWidget(this);
    column->setMaximumWidth(widest);
    auto *lines = new QVBoxLayout(column);
    lines->setSpacing(12);
    for (QLabel *label : {m_icon, m_title, m_text})
        lines->addWidget(label);
    lines->addSpacing(4);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addStretch(1);
    ways->addWidget(m_button);
    ways->addWidget(m_second);
    ways->addStretch(1);
    lines->addLayout(ways);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 100);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
}

void EmptyState::setTexts(
    const QString &icon, const QString &title, const QString &text, const QString &button)
{
    constexpr int side = 48;
    const QIcon symbol = symbolIcon(icon, palette());
    m_icon->setPixmap(symbol.pixmap(QSize(side, side), devicePixelRatioF()));
    m_icon->setVisible(!symbol.isNull());
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(button);
    fit(m_button);
}

void EmptyState::setSecond(const QString &button)
{
    m_second->setText(button);
    m_second->setVisible(!button.isEmpty());
    fit(m_second);
}

} // namespace sekisho
