// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/senderspage.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sekisho {

SendersPage::SendersPage(QWidget *parent)
    : Page(parent)
    , m_text(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
}

void SendersPage::setView(const View &view)
{
    m_view = view;
    retranslate();
}

void SendersPage::retranslate()
{
    m_text->setText(m_view.format.number(m_view.results->totals.counts.messages));
}

} // namespace sekisho
