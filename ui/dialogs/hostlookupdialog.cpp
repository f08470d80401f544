// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/hostlookupdialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sekisho {

namespace {

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

HostLookupDialog::HostLookupDialog(const LookupOffer &offer, const Format &format, QWidget *parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_format(format)
    , m_explanation(wrapped(this))
    , m_shown(new QRadioButton(this))
    , m_all(new QRadioButton(this))
    , m_known(wrapped(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_shown->setEnabled(offer.shownUnknown > 0);
    m_all->setEnabled(offer.allUnknown > 0);
    (offer.shownUnknown > 0 ? m_shown : m_all)->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addWidget(m_shown);
    layout->addWidget(m_all);
    layout->addWidget(m_known);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(offer.allUnknown > 0);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT lookupChosen(m_all->isChecked());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    resize(560, 300);
}

void HostLookupDialog::retranslate()
{
    setWindowTitle(tr("Look Up Host Names"));
    m_explanation->setText(
        tr("Sekisho asks the DNS server that this computer is set up with for the host name of "
           "each address, and whether that name leads back to the address. This server, and those "
           "that it asks in turn, learn which addresses are asked for; nothing else leaves this "
           "computer, and nothing is asked before you choose “Look Up”."));
    m_shown->setText(tr("&Addresses shown under the present filter: %1 to ask for, of %2")
                         .arg(m_format.number(m_offer.shownUnknown),
                             m_format.number(m_offer.shown)));
    m_all->setText(tr("All addresses in the &open reports: %1 to ask for, of %2")
                       .arg(m_format.number(m_offer.allUnknown), m_format.number(m_offer.all)));
    m_known->setText(m_offer.allUnknown > 0
            ? tr("Those with most messages are asked for first. Answers are kept, so that no "
                 "address is asked for again for weeks. You can stop at any time and keep what "
                 "was found.")
            : tr("All of these addresses have a name already, or were asked for not long ago."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Look Up"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void HostLookupDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sekisho
