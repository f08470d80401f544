// SPDX-License-Identifier: GPL-3.0-or-later
// What the user says of a sender: whose it is, and what its mail is.
#include "pages/casepanel.h"

#include "tables/casetext.h"

#include <QInputDialog>
#include <QMenu>
#include <QPushButton>

namespace sekisho {

void CasePanel::fillMenus()
{
    QMenu *own = m_own->menu();
    own->clear();
    own->addAction(
        tr("Internal: a server of ours"), this, [this] { requestOwn(SenderClass::Internal); });
    own->addAction(tr("Third party: a service that sends for us"), this,
        [this] { requestOwn(SenderClass::ThirdParty); });
    own->addSeparator();
    QAction *none = own->addAction(
        tr("None of ours"), this, [this] { Q_EMIT ownSenderRemoved(*m_detail->entry); });
    none->setEnabled(m_detail->entry.has_value());
    QMenu *pin = m_pin->menu();
    pin->clear();
    for (size_t i = 0; i < mailCaseCount; ++i) {
        QAction *action =
            pin->addAction(caseName(MailCase(i)), this, [this, i] { requestPin(MailCase(i)); });
        action->setCheckable(true);
        action->setChecked(m_detail->verdict.pin && m_detail->verdict.pin->mailCase == MailCase(i));
    }
    pin->addSeparator();
    QAction *note = pin->addAction(tr("Note…"), this, &CasePanel::askForNote);
    note->setEnabled(m_detail->verdict.pin.has_value());
    QAction *remove = pin->addAction(
        tr("Remove the pin"), this, [this] { Q_EMIT pinRemoved(*m_detail->verdict.pin); });
    remove->setEnabled(m_detail->verdict.pin.has_value());
}

void CasePanel::requestOwn(SenderClass senderClass)
{
    OwnSenders::Entry entry;
    entry.network = IpNetwork::parse(m_question.sender);
    if (!entry.network)
        entry.hostDomain = m_question.sender;
    entry.senderClass = senderClass;
    entry.domain = m_detail->domain;
    Q_EMIT ownSenderRequested(entry);
}

void CasePanel::requestPin(MailCase mailCase)
{
    const std::optional<Pin> &before = m_detail->verdict.pin;
    const bool same = before && before->sender == m_question.sender;
    Q_EMIT pinRequested(
        {m_question.sender, m_detail->domain, mailCase, same ? before->note : QString()});
}

/// Why the pin is there, in the user's words.
void CasePanel::askForNote()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note on the Pin"));
    dialog->setLabelText(tr("Why is it so?"));
    dialog->setTextValue(m_detail->verdict.pin->note);
    dialog->setOkButtonText(tr("OK"));
    dialog->setCancelButtonText(tr("Cancel"));
    constexpr qsizetype longest = 500;
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, pin = *m_detail->verdict.pin](const QString &text) mutable {
            pin.note = text.simplified().left(longest);
            Q_EMIT pinRequested(pin);
        });
    dialog->resize(440, 120);
    dialog->open();
}

} // namespace sekisho
