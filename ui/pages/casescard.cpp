// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/casescard.h"

#include "pages/panelparts.h"
#include "tables/casetext.h"
#include "widgets/casebutton.h"

#include <QVBoxLayout>

namespace sekisho {

CasesCard::CasesCard(QWidget *parent)
    : TitledCard(parent)
{
    for (size_t i = 0; i < mailCaseCount + 1; ++i) {
        auto *button = new CaseButton(MailCase(i), true, this);
        connect(button, &CaseButton::clicked, this, [this, i] { toggle(MailCase(i)); });
        body()->addWidget(button);
        m_buttons.push_back(button);
    }
    body()->addStretch(1);
}

void CasesCard::setView(const View &view)
{
    m_view = view;
    const qint64 total = view.cases->total();
    const bool judged = !view.judgement->isEmpty();
    setTitle(tr("Cases"),
        judged ? tr("Percent of %1 message(s)", nullptr, plural(total)).arg(view.format.number(total))
               : tr("Judging…"));
    for (CaseButton *button : m_buttons) {
        const qint64 messages = view.cases->messages[size_t(button->mailCase())];
        button->setTexts({caseName(button->mailCase()), view.format.number(messages),
                             view.format.percent(messages, total), {}},
            total > 0 ? double(messages) / double(total) : 0);
        button->setToolTip(caseMeaning(button->mailCase()));
        button->setChecked(view.filter.cases.contains(int(button->mailCase())));
        button->setVisible(messages > 0);
    }
    setMore(judged ? tr("Why each is what it is") : QString());
}

void CasesCard::toggle(MailCase mailCase)
{
    Filter filter = m_view.filter;
    const QList<int> alone{int(mailCase)};
    filter.cases = filter.cases == alone ? QList<int>() : alone;
    setView(m_view); // the button follows the filter, not the click
    Q_EMIT filterRequested(filter);
}

} // namespace sekisho
