// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/infostrip.h"

#include "paint/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace sekisho {

InfoStrip::InfoStrip(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
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
    m_button->setVisible(!button.isEmpty());
}

void InfoStrip::setWarning(bool warning)
{
    m_warning = warning;
    updateIcon();
    update();
}

void InfoStrip::updateIcon()
{
    constexpr int side = 16;
    m_icon->setPixmap(symbolIcon(m_warning ? QStringLiteral("warning") : QStringLiteral("info"), palette())
                          .pixmap(QSize(side, side), devicePixelRatioF()));
}

void InfoStrip::paintEvent(QPaintEvent *)
{
    // A breath of the palette's highlight tells the strip from the window, light or dark.
    QColor tint = m_warning ? color(Meaning::Unaligned, palette()) : palette().color(QPalette::Highlight);
    tint.setAlphaF(m_warning ? 0.22F : 0.14F);
    QPainter painter(this);
    painter.fillRect(rect(), tint);
}

void InfoStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

} // namespace sekisho
