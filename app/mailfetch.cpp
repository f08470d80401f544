// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailfetch.h"

#include "archive/userdata.h"
#include "imap/foldermailstore.h"
#include "import/readqueue.h"
#include "import/workspacemailstore.h"
#include "workspacepaths.h"

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

/// Earlier versions fetched into the account's folder, which the workspace then read. All that has come
/// that way is in the workspace after this, and need not be fetched again. True: there was such a folder.
bool takeOverFolder(
    const QString &accountId, const QString &root, SharedWorkspace &shared, const Stop &stop)
{
    const Workspace &workspace = shared.workspace();
    const auto known = loadMailboxState(workspace, accountId);
    const QString folder = imap::FolderMailStore(root).accountFolder(accountId);
    if (!known || !known.value().isEmpty() || !workspacePaths(workspace).folders.contains(folder))
        return false;
    const QMap<QString, imap::FolderState> states = imap::statesKeptIn(folder);
    const auto turn = shared.turn(stop);
    if (states.isEmpty() || !turn)
        return false;
    const WorkspaceImport import =
        importAndRemember(workspace, {folder}, shared.dataset(), Limits(), stop);
    if (import.dataset)
        shared.setDataset(import.dataset);
    if (import.problem || stop.requested())
        return true;
    // Where that fails, what is there is fetched once more.
    static_cast<void>(adoptMailboxState(workspace, accountId, states));
    return true;
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
    mail.fromFolder = takeOverFolder(account.id, place.root, *place.workspace, stop);
    WorkspaceMailStore store(place.workspace, Limits(), stop);
    return imap::fetchAccount(account, store, setup, stop);
}

} // namespace sekisho
