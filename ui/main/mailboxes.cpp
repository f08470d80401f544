// SPDX-License-Identifier: GPL-3.0-or-later
// The window's part in mailboxes: the side bar's entries, their dialogs and questions.
#include "dialogs/mailboxlog.h"
#include "main/mailboxbar.h"
#include "main/mainwindow.h"
#include "tables/visibletext.h"

#include <QAction>
#include <QInputDialog>
#include <QMessageBox>

namespace sekisho {

void MainWindow::connectMailboxes()
{
    connect(m_mailboxBar, &MailboxBar::addRequested, this, [this] { editMailbox({}); });
    connect(m_mailboxBar, &MailboxBar::editRequested, this, &MainWindow::editMailbox);
    connect(m_mailboxBar, &MailboxBar::fetchRequested, this, &MainWindow::fetchRequested);
    connect(m_mailboxBar, &MailboxBar::cancelRequested, this, &MainWindow::fetchCancelled);
    connect(m_mailboxBar, &MailboxBar::removeRequested, this, &MainWindow::removeMailbox);
    connect(m_mailboxBar, &MailboxBar::logRequested, this, [this](const QString &id) {
        if (m_mailboxLog)
            showMailboxLog(
                mailbox(id).name(), [lines = m_mailboxLog, id] { return lines(id); }, this);
    });
}

void MainWindow::setMailboxServices(TestMailbox test, MailboxLog log, SignInMailbox signIn)
{
    m_testMailbox = std::move(test);
    m_signInMailbox = std::move(signIn);
    m_mailboxLog = std::move(log);
    m_mailboxBar->show();
}

void MainWindow::setMailboxes(const QList<MailboxStatus> &statuses)
{
    if (&statuses != &m_mailboxes)
        m_mailboxes = statuses;
    m_mailboxBar->setStatuses(statuses, m_view.format);
    m_fetchAction->setEnabled(!statuses.isEmpty());
}

MailboxStatus MainWindow::mailbox(const QString &id) const
{
    for (const MailboxStatus &status : m_mailboxes) {
        if (status.account.id == id)
            return status;
    }
    return {};
}

/// Without an id, a new one.
void MainWindow::editMailbox(const QString &id)
{
    if (!m_testMailbox)
        return;
    auto *dialog = new AccountDialog(
        mailbox(id).account, m_testMailbox, m_signInMailbox, m_view.format, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AccountDialog::accountChosen, this, &MainWindow::mailboxChosen);
    dialog->open();
}

void MainWindow::removeMailbox(const QString &id)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove Mailbox"),
        tr("Remove the mailbox “%1” from Sekisho? The messages on the server and those that were "
           "fetched stay where they are.")
            .arg(visibleText(mailbox(id).name())),
        QMessageBox::Yes | QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::accepted, this, [this, id] { Q_EMIT mailboxRemoved(id); });
    box->open();
}

void MainWindow::askSecret(const imap::Account &account)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Password"));
    dialog->setLabelText(
        tr("Password of %1 on %2:").arg(visibleText(account.user), visibleText(account.host)));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, id = account.id](const QString &text) {
            if (!text.isEmpty())
                Q_EMIT secretGiven(id, text.toUtf8());
        });
    dialog->open();
}

} // namespace sekisho
