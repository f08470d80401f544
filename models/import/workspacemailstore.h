// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspacewriter.h"
#include "imap/mailstore.h"
#include "import/readqueue.h"
#include "import/sharedworkspace.h"

#include <QSet>

namespace sekisho {

/// Keeps fetched mails in a workspace, with what they say: they are read on several threads while
/// others are on their way, and stored together with how far their folder has been fetched. The same
/// bytes are there once, wherever they came from. Writes in its turn, where others write too, and is
/// no longer waiting for it once stopped: what could not be made durable then is fetched again.
class WorkspaceMailStore final : public imap::MailStore {
public:
    /// `earlier`: what is in the workspace, where the caller has it. Nobody else writes there.
    WorkspaceMailStore(Workspace workspace, DatasetPtr earlier, const Limits &limits);
    /// `stop` must outlive it.
    WorkspaceMailStore(
        std::shared_ptr<SharedWorkspace> workspace, const Limits &limits, const Stop &stop);
    ~WorkspaceMailStore() override;

    [[nodiscard]] imap::Failure open(const QString &accountId) override;
    void close() override;
    [[nodiscard]] imap::FolderState state(const QString &folder) const override
    {
        return m_states.value(folder);
    }
    void begin() override { m_bytes.resize(0); }
    [[nodiscard]] bool append(QByteArrayView bytes) override;
    bool keep(const QString &folder, quint32 uidValidity, quint32 uid) override;
    [[nodiscard]] imap::Failure commit(
        const QString &folder, const imap::FolderState &state) override;
    [[nodiscard]] imap::Failure problem() const override { return m_problem; }

    /// After close(): everything that is in the workspace, where something has been added; null
    /// otherwise, or where it could not be put together. What is shared knows it too.
    [[nodiscard]] const DatasetPtr &dataset() const { return m_dataset; }

private:
    [[nodiscard]] imap::Failure fail(const WorkspaceProblem &problem);
    [[nodiscard]] WorkspaceProblem write(const QString &folder, const imap::FolderState &state);

    [[nodiscard]] const Workspace &workspace() const { return m_shared->workspace(); }

    const std::shared_ptr<SharedWorkspace> m_shared;
    const Limits m_limits;
    const Stop m_never; ///< what has come is read in any case
    const Stop &m_stop;
    QString m_account;
    QMap<QString, imap::FolderState> m_states;
    std::unique_ptr<WorkspaceWriter> m_writer;
    std::unique_ptr<ReadQueue> m_queue;
    QByteArray m_bytes; ///< of the message that is coming
    QSet<QByteArray> m_hashes; ///< of what was kept since the last commit
    std::vector<std::unique_ptr<SourceToStore>> m_kept; ///< likewise; filled by the queue
    DatasetBuilder m_read; ///< what these say, as far as it was read
    bool m_added = false;
    imap::Failure m_problem;
    DatasetPtr m_dataset;
};

/// Takes over how far the folders of an account have been fetched at a time when its mails went
/// elsewhere, and were read from there. For the one whose turn it is.
[[nodiscard]] WorkspaceProblem adoptMailboxState(const Workspace &workspace,
    const QString &accountId, const QMap<QString, imap::FolderState> &states);

} // namespace sekisho
