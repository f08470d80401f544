// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/statusprogress.h"

#include "paint/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <limits>

namespace sekisho {

StatusProgress::StatusProgress(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setMaximumWidth(200);
    m_bar->setTextVisible(false);
    m_cancel->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &StatusProgress::cancelled);
}

void StatusProgress::set(qint64 done, qint64 total, const QString &text)
{
    const auto bounded = [](qint64 value) {
        return int(std::min(value, qint64(std::numeric_limits<int>::max())));
    };
    m_bar->setRange(0, bounded(total));
    m_bar->setValue(bounded(done));
    m_text->setText(text);
}

void StatusProgress::setCancelTexts(const QString &text, const QString &help)
{
    m_cancel->setText(text);
    m_cancel->setToolTip(help);
    m_cancel->setAccessibleName(help);
}

void StatusProgress::updateIcon()
{
    m_cancel->setIcon(symbolIcon(QStringLiteral("cancel"), palette()));
}

} // namespace sekisho
