// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/infostrip.h"

#include "paint/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sekisho {

InfoStrip::InfoStrip(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &InfoStrip::triggered);
    updateIcon();
}

void InfoStrip::setTexts(const QString &text, const QString &button)
{
    m_text->setText(text);
    m_button->setText(button);
}

void InfoStrip::updateIcon()
{
    constexpr int side = 16;
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, ink.color(QPalette::ToolTipText));
    ink.setColor(QPalette::Text, ink.color(QPalette::ToolTipText));
    m_icon->setPixmap(symbolIcon(QStringLiteral("info"), ink).pixmap(side, devicePixelRatio()));
}

void InfoStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

} // namespace sekisho
