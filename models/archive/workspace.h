// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspaceproblem.h"
#include "dataset/dataset.h"

#include <memory>
#include <optional>

namespace sekisho {

/// An import that did not come to its end: the program was killed, or the disk was full.
struct InterruptedImport {
    qint64 begun = 0; ///< UTC seconds
    qint64 lastBatch = 0; ///< when the last of it was made durable
    int files = 0; ///< that are in the workspace because of it

    bool operator==(const InterruptedImport &) const = default;
};

/// How much there is in a workspace.
struct WorkspaceSize {
    qint64 fileBytes = 0; ///< with journal
    qint64 sources = 0; ///< files and mails
    qint64 reports = 0;
    qint64 records = 0;
    qint64 failures = 0;
    qint64 tlsReports = 0;
    qint64 originals = 0;
    qint64 originalBytes = 0; ///< as they are kept
    qint64 created = 0; ///< UTC seconds
    qint64 lastImport = 0; ///< UTC seconds; 0: never

    bool operator==(const WorkspaceSize &) const = default;
};

/// A workspace file (*.sekisho): everything kept, in one SQLite file. A cheap handle that may be
/// copied and used from any thread: every operation opens a connection of its own. The handle that
/// may write, with its copies, holds a lock beside the file, so that one process writes at a time;
/// others read, and `whyReadOnly` says why they do no more. Blocking; work off the UI thread.
class Workspace final {
public:
    Workspace() = default; ///< none

    /// Makes a new one; never in place of a file.
    [[nodiscard]] static WorkspaceResult<Workspace> create(const QString &path);
    /// Opens one. An older one is brought up to date first, after a copy of it was put beside it.
    /// Where it cannot be written to, it is opened for reading alone.
    [[nodiscard]] static WorkspaceResult<Workspace> open(const QString &path);
    /// Never writes: no lock is taken, nothing is brought up to date.
    [[nodiscard]] static WorkspaceResult<Workspace> openToRead(const QString &path);
    /// Opens it where there is one, makes it where there is none.
    [[nodiscard]] static WorkspaceResult<Workspace> openOrCreate(const QString &path);

    explicit operator bool() const { return m_state != nullptr; }
    [[nodiscard]] QString path() const; ///< absolute
    [[nodiscard]] bool isWritable() const;
    /// Why it is open for reading alone; none where it is not.
    [[nodiscard]] WorkspaceProblem whyReadOnly() const;
    /// The copy that was kept of an older version; empty where none was made.
    [[nodiscard]] QString formerCopy() const;
    /// Set where an import before this session did not end; importing the same again goes on.
    [[nodiscard]] std::optional<InterruptedImport> interruptedImport() const;

    [[nodiscard]] WorkspaceResult<WorkspaceSize> size() const;

    /// Both are none, or handles of the same opened file.
    bool operator==(const Workspace &) const = default;

    struct State; ///< of the archive's own
    [[nodiscard]] const State &state() const { return *m_state; }

private:
    explicit Workspace(std::shared_ptr<const State> state)
        : m_state(std::move(state))
    {
    }

    std::shared_ptr<const State> m_state;
};

/// Where the workspace is that opens by itself: "Default.sekisho" among the application's data.
[[nodiscard]] QString defaultWorkspacePath();

/// Everything in a workspace, equal to what importing the same files in memory gives. When stopped,
/// WorkspaceTrouble::Stopped.
[[nodiscard]] WorkspaceResult<DatasetPtr> loadDataset(const Workspace &workspace, const Stop &stop);

} // namespace sekisho
