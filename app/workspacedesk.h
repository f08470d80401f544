// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/forget.h"
#include "archive/maintenance.h"
#include "archive/userdata.h"
#include "import/sharedworkspace.h"
#include "workspacepaths.h"
#include "workspaceshelves.h"

#include <QPointer>
#include <QSet>
#include <QThreadPool>

namespace sekisho {

/// A workspace with all that is wanted of it at once.
struct OpenedWorkspace {
    Workspace workspace;
    DatasetPtr dataset;
    WorkspaceSettings settings;
    WorkspacePaths paths;
    Shelf<OwnSenders> ownShelf;
    Taken<OwnSenders> own;
    Taken<Pins> pins;
    Taken<HostCache> hosts;
    WorkspaceProblem problem; ///< set: it could not be opened
};

/// Files of the time before workspaces, which a workspace takes over; none without functions.
struct FormerFiles {
    Shelf<OwnSenders> own;
    Shelf<Pins> pins;
    Shelf<HostCache> hosts;
    bool ownApart = false; ///< own senders stay in their file
};

/// The workspace of the window: opened, filled and looked after off the UI thread, one thing after
/// the other, and in turn with those who fetch mails into it. Knows no widgets; answers come in the caller's thread.
class WorkspaceDesk final : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceDesk(const Limits &limits, QObject *parent = nullptr);
    ~WorkspaceDesk() override;
    Q_DISABLE_COPY_MOVE(WorkspaceDesk)

    enum class How : quint8 { Open, Create, OpenOrCreate };
    /// What was open before stays so until this has succeeded.
    void open(const QString &path, How how, const FormerFiles &former = {});

    [[nodiscard]] bool isOpen() const { return bool(m_workspace); }
    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] bool canWrite() const { return isOpen() && m_workspace.isWritable(); }
    /// For others who write into it; null where none is open.
    [[nodiscard]] const std::shared_ptr<SharedWorkspace> &shared() const { return m_shared; }
    /// Everything in it, as far as is known here.
    [[nodiscard]] const DatasetPtr &dataset() const { return m_dataset; }
    [[nodiscard]] const WorkspaceSettings &settings() const { return m_settings; }
    [[nodiscard]] const WorkspacePaths &paths() const { return m_paths; }
    /// Set until it was gone on with.
    [[nodiscard]] const std::optional<InterruptedImport> &interrupted() const { return m_interrupted; }
    /// Something is going on, or waits for its turn.
    [[nodiscard]] bool isBusy() const { return m_work > 0; }
    /// That are running or wait.
    [[nodiscard]] int imports() const { return m_imports; }

    /// Takes in what is new or has changed there. Quiet: nobody has asked for it just now.
    void import(const QStringList &paths, bool quiet);
    /// The folders again, and what was not finished.
    void look(bool quiet);
    /// Others have added to what is shared. Answers with what was there, as far as was known here.
    template <typename T> using Answer = std::function<void(const T &)>;
    void takeAdded(QObject *context, Answer<DatasetPtr> answer);
    /// All that is going on or waits ends; what was taken in until then is kept.
    void cancel();

    /// No answer comes once the context is gone.
    void setWatch(bool watch, QObject *context, Answer<WorkspaceProblem> answer);
    void setSettings(
        const WorkspaceSettings &settings, QObject *context, Answer<WorkspaceProblem> answer);
    void saveCopyAs(const QString &path, QObject *context, Answer<WorkspaceProblem> answer);
    void makeCompact(QObject *context, Answer<WorkspaceResult<qint64>> answer);
    void check(const StepProgress &progress, QObject *context,
        Answer<WorkspaceResult<VerifyResult>> answer);
    void count(const ForgetRequest &request, QObject *context,
        Answer<WorkspaceResult<ForgetResult>> answer);
    /// Afterwards the dataset is another; see changed().
    void forgetAll(const ForgetRequest &request, QObject *context,
        Answer<WorkspaceResult<ForgetResult>> answer);
    void salvageInto(const QString &from, const QString &to, QObject *context,
        Answer<WorkspaceResult<SalvageResult>> answer);

Q_SIGNALS:
    void opened(const sekisho::OpenedWorkspace &opened);
    void openFailed(const sekisho::WorkspaceProblem &problem);
    void progressed(const sekisho::ImportProgress &progress, bool quiet);
    void imported(const sekisho::WorkspaceImport &result, bool quiet);
    /// The dataset is another now, by something else than an import.
    void changed();
    /// Settings, folders or what is watched are others now.
    void stateChanged();
    void idle();

private:
    template <typename T, typename Work> void run(Work work, QObject *context, Answer<T> answer);
    void takeOpened(const OpenedWorkspace &opened);
    void takeImport(const WorkspaceImport &result, bool quiet);

    Limits m_limits;
    QThreadPool m_thread; ///< one thread: one thing after the other
    std::shared_ptr<Stop> m_stop = std::make_shared<Stop>(); ///< of all that is going on
    std::shared_ptr<SharedWorkspace> m_shared; ///< its dataset is ahead of the window's
    QSet<QString> m_closed; ///< where somebody may write for a moment still
    Workspace m_workspace;
    DatasetPtr m_dataset;
    WorkspaceSettings m_settings;
    WorkspacePaths m_paths;
    std::optional<InterruptedImport> m_interrupted;
    int m_imports = 0;
    int m_work = 0;
};

} // namespace sekisho
