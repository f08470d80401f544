// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspacedesk.h"

#include "base/freedelsewhere.h"
#include "widgets/whendone.h"

#include <QFileInfo>
#include <QThread>
#include <QtConcurrentRun>

#include <utility>

namespace sekisho {

namespace {

WorkspaceResult<Workspace> opened(const QString &path, WorkspaceDesk::How how)
{
    switch (how) {
    case WorkspaceDesk::How::Open: return Workspace::open(path);
    case WorkspaceDesk::How::Create: return Workspace::create(path);
    case WorkspaceDesk::How::OpenOrCreate: return Workspace::openOrCreate(path);
    }
    return WorkspaceProblem{};
}

/// One that was closed just now may still be in the hands of those who write there, and are about to
/// end: then its lock is waited for.
WorkspaceResult<Workspace> openedAgain(
    const QString &path, WorkspaceDesk::How how, bool wasOpen, const Stop &stop)
{
    constexpr int rounds = 150;
    constexpr unsigned long between = 20; // milliseconds
    for (int i = 0;; ++i) {
        WorkspaceResult<Workspace> result = opened(path, how);
        const bool held =
            result && result.value().whyReadOnly().trouble == WorkspaceTrouble::InUse;
        if (!held || !wasOpen || i == rounds || stop.requested())
            return result;
        QThread::msleep(between);
    }
}

OpenedWorkspace openWhole(const QString &path, WorkspaceDesk::How how, const FormerFiles &former,
    bool wasOpen, const Stop &stop)
{
    OpenedWorkspace result;
    const WorkspaceResult<Workspace> workspace = openedAgain(path, how, wasOpen, stop);
    if (!workspace) {
        result.problem = workspace.problem();
        return result;
    }
    result.workspace = workspace.value();
    const WorkspaceResult<DatasetPtr> dataset = loadDataset(result.workspace, stop);
    const WorkspaceResult<WorkspaceSettings> settings = loadSettings(result.workspace);
    if (!dataset || !settings) {
        result.problem = dataset ? settings.problem() : dataset.problem();
        return result;
    }
    result.dataset = freedElsewhere(dataset.value());
    result.settings = settings.value();
    result.paths = workspacePaths(result.workspace);
    result.ownShelf = former.ownApart ? former.own : ownSendersIn(result.workspace, former.own);
    result.own = result.ownShelf.take();
    result.pins = pinsIn(result.workspace, former.pins).take();
    result.hosts = hostsIn(result.workspace, former.hosts).take();
    return result;
}

} // namespace

WorkspaceDesk::WorkspaceDesk(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_thread.setMaxThreadCount(1);
}

WorkspaceDesk::~WorkspaceDesk()
{
    m_stop->request();
    m_thread.clear();
    m_thread.waitForDone();
}

/// Runs work in the thread and hands its result over in this one.
template <typename T, typename Work>
void WorkspaceDesk::run(Work work, QObject *context, Answer<T> answer)
{
    ++m_work;
    auto inTurn = [work = std::move(work), shared = m_shared]() mutable {
        const auto turn = shared ? shared->turn() : SharedWorkspace::Turn();
        return work();
    };
    whenDone(QtConcurrent::run(&m_thread, std::move(inTurn)), this,
        [this, context = QPointer<QObject>(context), answer](const std::optional<T> &result) {
            --m_work;
            if (result && context)
                answer(*result);
            if (m_work == 0)
                Q_EMIT idle();
        });
}

void WorkspaceDesk::open(const QString &path, How how, const FormerFiles &former)
{
    const bool wasOpen = m_closed.contains(QFileInfo(path).absoluteFilePath());
    run<OpenedWorkspace>(
        [path, how, former, wasOpen, stop = m_stop] {
            return openWhole(path, how, former, wasOpen, *stop);
        },
        this, [this](const OpenedWorkspace &opened) { takeOpened(opened); });
}

void WorkspaceDesk::takeOpened(const OpenedWorkspace &result)
{
    if (result.problem) {
        Q_EMIT openFailed(result.problem);
        return;
    }
    if (isOpen())
        m_closed.insert(m_workspace.path());
    m_workspace = result.workspace;
    m_dataset = result.dataset;
    m_shared = std::make_shared<SharedWorkspace>(result.workspace, result.dataset);
    m_settings = result.settings;
    m_paths = result.paths;
    // Another process may be importing just now.
    m_interrupted = canWrite() ? m_workspace.interruptedImport() : std::nullopt;
    if (canWrite() && !m_interrupted && !m_paths.unfinished.isEmpty())
        m_interrupted = InterruptedImport(); // ended before anything of it was stored
    Q_EMIT opened(result);
}

void WorkspaceDesk::import(const QStringList &paths, bool quiet)
{
    if (!isOpen())
        return;
    ++m_imports;
    const auto progress = [this, quiet, workspace = m_workspace](const ImportProgress &now) {
        QMetaObject::invokeMethod(this, [this, quiet, workspace, now] {
            if (workspace == m_workspace)
                Q_EMIT progressed(now, quiet);
        });
    };
    struct Done {
        WorkspaceImport result;
        WorkspacePaths paths;
    };
    run<Done>(
        [paths, progress, workspace = m_workspace, shared = m_shared, limits = m_limits,
            stop = m_stop]() -> Done {
            WorkspaceImport result =
                importAndRemember(workspace, paths, shared->dataset(), limits, *stop, progress);
            if (result.dataset) {
                shared->setDataset(result.dataset);
                result.dataset = shared->dataset();
            }
            return {result, workspacePaths(workspace)};
        },
        this,
        [this, quiet, workspace = m_workspace](const Done &done) {
            --m_imports;
            if (workspace != m_workspace)
                return; // another one is open by now
            m_paths = done.paths;
            takeImport(done.result, quiet);
        });
}

void WorkspaceDesk::takeImport(const WorkspaceImport &result, bool quiet)
{
    if (result.dataset)
        m_dataset = result.dataset;
    if (!result.problem)
        m_interrupted.reset();
    if (result.problem.trouble == WorkspaceTrouble::Stopped) {
        // By the user, who knows; an import that ends with the window does not come here.
        m_paths.unfinished.clear();
        run<bool>(
            [workspace = m_workspace] {
                giveUpUnfinished(workspace);
                return true;
            },
            this, [](bool) {});
    }
    Q_EMIT stateChanged();
    Q_EMIT imported(result, quiet);
}

void WorkspaceDesk::look(bool quiet)
{
    QStringList paths = m_paths.folders;
    for (const QString &path : m_paths.unfinished) {
        if (!paths.contains(path))
            paths.append(path);
    }
    if (!quiet || !paths.isEmpty())
        import(paths, quiet);
}

void WorkspaceDesk::takeAdded(QObject *context, Answer<DatasetPtr> answer)
{
    run<DatasetPtr>([shared = m_shared] { return shared->wholeDataset(); }, context,
        [this, answer, shared = m_shared](const DatasetPtr &dataset) {
            const DatasetPtr before = m_dataset;
            if (dataset && shared == m_shared)
                m_dataset = dataset;
            answer(before);
        });
}

void WorkspaceDesk::cancel()
{
    m_stop->request();
    m_stop = std::make_shared<Stop>();
}

void WorkspaceDesk::setWatch(bool watch, QObject *context, Answer<WorkspaceProblem> answer)
{
    m_paths.watch = watch;
    Q_EMIT stateChanged();
    run<WorkspaceProblem>(
        [watch, workspace = m_workspace] { return saveWatch(workspace, watch); }, context, answer);
}

void WorkspaceDesk::setSettings(
    const WorkspaceSettings &settings, QObject *context, Answer<WorkspaceProblem> answer)
{
    run<WorkspaceProblem>(
        [settings, workspace = m_workspace] { return saveSettings(workspace, settings); }, context,
        [this, settings, answer](const WorkspaceProblem &problem) {
            if (!problem)
                m_settings = settings;
            Q_EMIT stateChanged();
            answer(problem);
        });
}

void WorkspaceDesk::saveCopyAs(const QString &path, QObject *context, Answer<WorkspaceProblem> answer)
{
    run<WorkspaceProblem>(
        [path, workspace = m_workspace] { return saveCopy(workspace, path); }, context, answer);
}

void WorkspaceDesk::makeCompact(QObject *context, Answer<WorkspaceResult<qint64>> answer)
{
    run<WorkspaceResult<qint64>>(
        [workspace = m_workspace] { return compact(workspace); }, context, answer);
}

void WorkspaceDesk::check(
    const StepProgress &progress, QObject *context, Answer<WorkspaceResult<VerifyResult>> answer)
{
    const auto tell = [this, progress, guard = QPointer<QObject>(context)](qint64 done, qint64 all) {
        QMetaObject::invokeMethod(this, [progress, guard, done, all] {
            if (guard)
                progress(done, all);
        });
    };
    run<WorkspaceResult<VerifyResult>>(
        [tell, workspace = m_workspace, limits = m_limits, stop = m_stop] {
            return verify(workspace, limits, *stop, tell);
        },
        context, answer);
}

void WorkspaceDesk::count(
    const ForgetRequest &request, QObject *context, Answer<WorkspaceResult<ForgetResult>> answer)
{
    run<WorkspaceResult<ForgetResult>>(
        [request, workspace = m_workspace] { return countForgotten(workspace, request); }, context,
        answer);
}

void WorkspaceDesk::forgetAll(
    const ForgetRequest &request, QObject *context, Answer<WorkspaceResult<ForgetResult>> answer)
{
    struct Done {
        WorkspaceResult<ForgetResult> result;
        DatasetPtr dataset;
    };
    run<Done>(
        [request, workspace = m_workspace, shared = m_shared]() -> Done {
            const WorkspaceResult<ForgetResult> result = forget(workspace, request);
            shared->setDataset({});
            return {result, shared->wholeDataset()};
        },
        context,
        [this, answer, workspace = m_workspace](const Done &done) {
            if (done.dataset && workspace == m_workspace) {
                m_dataset = done.dataset;
                Q_EMIT changed();
            }
            answer(done.result);
        });
}

void WorkspaceDesk::salvageInto(const QString &from, const QString &to, QObject *context,
    Answer<WorkspaceResult<SalvageResult>> answer)
{
    run<WorkspaceResult<SalvageResult>>(
        [from, to, stop = m_stop] { return salvage(from, to, *stop); }, context, answer);
}

} // namespace sekisho
