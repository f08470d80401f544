// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/originals.h"
#include "archive/workspace.h"
#include "dataset/datasetbuilder.h"

namespace sekisho {

/// Where a mail is in a mailbox.
struct MailboxPlace {
    QString account; ///< as the program calls it
    QString folder;
    quint32 uidValidity = 0;
    quint32 uid = 0;

    bool operator==(const MailboxPlace &) const = default;
};

/// The path that stands in the origins of what a mail brought: "mailbox:account/folder/7/42".
[[nodiscard]] QString mailPath(const MailboxPlace &place);

/// A file or mail to be stored.
struct SourceToStore {
    QString path; ///< absolute, or mailPath()
    qint64 size = 0;
    qint64 modified = 0; ///< UTC seconds
    std::optional<PackedOriginal> original; ///< none: it could not be read; its items say why
    std::optional<MailboxPlace> place; ///< of a mail
};

/// Stores what was read. Begun, used and given up in one thread. What was added is durable, and
/// seen by others, after commit(); until then nobody else can write. One that is given up takes
/// back what came after the last commit().
class WorkspaceWriter final {
public:
    /// `earlier`: what is in the workspace, where the caller has it, so that finish() need not load
    /// it.
    [[nodiscard]] static WorkspaceResult<std::unique_ptr<WorkspaceWriter>> begin(
        const Workspace &workspace, const DatasetPtr &earlier = {});
    ~WorkspaceWriter();
    Q_DISABLE_COPY_MOVE(WorkspaceWriter)

    /// Whether these bytes came before, from wherever.
    [[nodiscard]] bool knowsOriginal(const QByteArray &sha256);
    /// Adds files or mails with what was read out of them: the paths of the items are theirs. What
    /// an earlier import read at the same path is replaced; its original stays.
    [[nodiscard]] WorkspaceProblem add(std::vector<SourceToStore> &&sources, DatasetBuilder &&read);
    /// Reads a mail and adds it.
    [[nodiscard]] WorkspaceProblem addMail(
        const QByteArray &bytes, const MailboxPlace &place, const Limits &limits, const Stop &stop);
    /// A file has another date, but holds what it held.
    [[nodiscard]] WorkspaceProblem touch(const QString &path, qint64 modified);
    /// Takes away what was said of a file that could not be read.
    [[nodiscard]] WorkspaceProblem drop(const QString &path);
    /// Becomes durable with the mails added before it.
    [[nodiscard]] WorkspaceProblem saveMailboxState(
        const QString &account, const QString &folder, const QByteArray &state);
    /// Makes durable what was added.
    [[nodiscard]] WorkspaceProblem commit();
    /// Commits, marks the import as ended, applies the rule of retention, and gives everything that
    /// is in the workspace then.
    [[nodiscard]] WorkspaceResult<DatasetPtr> finish(const Stop &stop);

private:
    class Private;
    explicit WorkspaceWriter(std::unique_ptr<Private> self);
    std::unique_ptr<Private> m_self;
};

} // namespace sekisho
