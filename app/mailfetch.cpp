// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailfetch.h"

#include "imap/foldermailstore.h"
#include "import/readqueue.h"
#include "import/workspacemailstore.h"

#include <QDateTime>

namespace sekisho {

namespace {

imap::FetchResult fetchIntoFolder(const imap::Account &account, const QString &root,
    const imap::FetchSetup &setup, const Stop &stop, FetchedMail &mail)
{
    const Stop never; // what was stored is read in any case
    ReadQueue queue({}, never);
    imap::FolderMailStore store(root);
    store.setWritten([&queue](const QString &path, const QByteArray &bytes) {
        queue.add(bytes, path, QDateTime::currentSecsSinceEpoch());
    });
    const imap::FetchResult result = imap::fetchAccount(account, store, setup, stop);
    mail.read = queue.take();
    mail.everything = store.wasEmpty();
    return result;
}

} // namespace

void LogLines::add(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    m_lines.push_back(line);
    if (m_lines.size() > most)
        m_lines.pop_front();
}

QStringList LogLines::lines() const
{
    const std::lock_guard lock(m_mutex);
    return {m_lines.cbegin(), m_lines.cend()};
}

imap::FetchResult fetchAndRead(const imap::Account &account, const MailPlace &place,
    const imap::FetchSetup &setup, const Stop &stop, FetchedMail &mail)
{
    if (!place.workspace)
        return fetchIntoFolder(account, place.root, setup, stop, mail);
    mail.workspace = place.workspace->workspace().path();
    WorkspaceMailStore store(place.workspace, Limits(), stop);
    return imap::fetchAccount(account, store, setup, stop);
}

} // namespace sekisho
