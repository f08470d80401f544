// SPDX-License-Identifier: GPL-3.0-or-later
// The session's part in mailboxes: what was fetched is opened, and new strangers are announced.
#include "session.h"

#include "tables/visibletext.h"

#include <QApplication>
#include <QDir>
#include <QSystemTrayIcon>
#include <QTimer>

#include <algorithm>

namespace sekisho {

namespace {

/// A notification of the desktop, where there is a place for it; gone by itself.
void notify(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    constexpr int shown = 10'000; // milliseconds
    auto *icon = new QSystemTrayIcon(QApplication::windowIcon(), qApp);
    icon->show();
    icon->showMessage(title, text, QApplication::windowIcon(), shown);
    QTimer::singleShot(shown, icon, &QObject::deleteLater);
}

} // namespace

void Session::useMailboxes(SecretStore &secrets, const QString &folder)
{
    m_mailboxes = std::make_unique<Mailboxes>(m_settings, secrets, folder);
    Mailboxes *mailboxes = m_mailboxes.get();
    const auto show = [this] { m_window.setMailboxes(m_mailboxes->statuses()); };
    connect(mailboxes, &Mailboxes::changed, this, show);
    connect(mailboxes, &Mailboxes::fetched, this, &Session::mailFetched);
    connect(mailboxes, &Mailboxes::secretNeeded, &m_window, &MainWindow::askSecret);
    connect(mailboxes, &Mailboxes::secretNotKept, this, [this](const QString &why) {
        m_window.showMessage(tr("The system's key store did not take the password (%1). Sekisho "
                                "keeps it until it is closed.")
                                 .arg(why));
    });
    connect(&m_window, &MainWindow::mailboxChosen, mailboxes, &Mailboxes::keep);
    connect(&m_window, &MainWindow::mailboxRemoved, mailboxes, &Mailboxes::remove);
    connect(&m_window, &MainWindow::fetchCancelled, mailboxes, &Mailboxes::cancel);
    connect(&m_window, &MainWindow::fetchRequested, mailboxes, [mailboxes](const QString &id) {
        if (id.isEmpty())
            mailboxes->fetchAll();
        else
            mailboxes->fetch(id);
    });
    connect(&m_window, &MainWindow::secretGiven, mailboxes,
        [mailboxes](const QString &id, const QByteArray &secret) {
            mailboxes->setSecret(id, secret, true);
            mailboxes->fetch(id);
        });
    m_window.setMailboxServices(
        [mailboxes](const imap::Account &account, const QByteArray &secret, QObject *context,
            Mailboxes::Tested tested) {
            mailboxes->test(account, secret, context, std::move(tested));
        },
        [mailboxes](const QString &id) { return mailboxes->log(id); },
        [mailboxes](const imap::Account &account, const QByteArray &clientSecret, QObject *context,
            Mailboxes::SignedInAs answer) {
            return mailboxes->signIn(account, clientSecret, context, std::move(answer));
        });
    show();
    placeMails();
}

/// Mails go where everything goes: into the workspace, as long as one is shown that takes them.
void Session::placeMails()
{
    if (m_mailboxes)
        m_mailboxes->storeIn(
            takesReports() && m_desk->canWrite() ? m_desk->shared() : nullptr);
}

/// New mails are read at once: beside what is open, or anew where their folder is open already.
void Session::mailFetched(const QString &id, qint64 stored)
{
    const auto mail = m_mailboxes->takeMail(id);
    const bool inWorkspace = mail && !mail->workspace.isEmpty();
    if (inWorkspace && (stored > 0 || mail->fromFolder))
        mailStored(mail->workspace);
    if (inWorkspace || stored == 0)
        return;
    const QString folder = m_mailboxes->folder(id);
    if (takesReports() && !m_desk->canWrite()) {
        m_window.showMessage(tr("This workspace can only be read. The new mails are in %1.")
                                 .arg(visibleText(QDir::toNativeSeparators(folder))));
        return;
    }
    if (!m_sample && !m_paths.isEmpty()) // else everybody is new
        m_strangersBefore = strangers();
    if (takesReports()) { // it keeps the mails, and reads them from their folder
        takeIn({folder});
        return;
    }
    const bool add = !m_sample && !m_paths.isEmpty();
    const bool isOpen = add && m_paths.contains(folder);
    if (mail && !m_importStop && (isOpen || mail->everything))
        addMail(mail, folder, add);
    else if (isOpen)
        reload();
    else
        open({folder}, add);
}

/// They are in the workspace, and shown as after an import.
void Session::mailStored(const QString &workspace)
{
    if (workspace != m_desk->workspace().path())
        return; // another one is open by now
    if (!m_sampleShown && !m_view.dataset->items.empty()) // else everybody is new
        m_strangersBefore = strangers();
    ++m_mailsToShow;
    m_desk->takeAdded(this, [this, workspace](const DatasetPtr &before) {
        --m_mailsToShow;
        const DatasetPtr now = m_desk->dataset();
        const bool isOpen = takesReports() && workspace == m_desk->workspace().path();
        if (isOpen && (m_sample || m_dataset != now)) {
            // First, for new strangers are told of once it is computed, which may be at once.
            if (now->reports.size() > before->reports.size())
                m_window.showMessage(tr("%n new report(s).", nullptr,
                    int(now->reports.size() - before->reports.size())));
            showWorkspaceContent();
        }
        if (!m_computeStop)
            announceStrangers();
    });
}

/// What was read while it was fetched goes to what is open, or takes its place.
void Session::addMail(const std::shared_ptr<FetchedMail> &mail, const QString &folder, bool add)
{
    if (add && m_paths.contains(folder))
        m_reportsBefore = m_dataset->reports.size();
    else
        remember({folder}, add);
    import([mail, earlier = add ? m_dataset : DatasetPtr()](const Stop &, const ReportProgress &) {
        DatasetBuilder builder = earlier ? DatasetBuilder(*earlier) : DatasetBuilder();
        builder.append(std::move(mail->read));
        return builder.finish();
    });
}

/// The senders of what is read that nobody has registered; none where nobody is registered at all.
QStringList Session::strangers() const
{
    const auto senders = m_view.senders;
    if (!senders || senders->classes.empty() || m_sampleShown)
        return {};
    QStringList keys;
    for (size_t address = 0; address < senders->classes.size(); ++address) {
        if (senders->classes[address] == SenderClass::Unauthorised)
            keys.append(senders->keyOf({quint32(address)}));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

/// After fetched mails were read: who sends now that did not before.
void Session::announceStrangers()
{
    if (!m_strangersBefore || m_importStop || m_mailsToShow > 0 ||
        (m_desk && m_desk->imports() > 0))
        return;
    const QStringList before = *std::exchange(m_strangersBefore, {});
    QStringList fresh;
    const QStringList now = strangers();
    std::set_difference(
        now.cbegin(), now.cend(), before.cbegin(), before.cend(), std::back_inserter(fresh));
    if (fresh.isEmpty())
        return;
    const QString first =
        fresh.first(std::min<qsizetype>(fresh.size(), 3)).join(QStringLiteral(", "));
    //: %1 names some of them
    const QString text =
        tr("%n new unauthorised sender(s): %1", nullptr, int(fresh.size())).arg(first);
    m_window.showMessage(text);
    notify(tr("New unauthorised senders"), text);
}

} // namespace sekisho
