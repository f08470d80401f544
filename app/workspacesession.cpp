// SPDX-License-Identifier: GPL-3.0-or-later
// The session's part in workspaces: which one is open, what is shown of it, what joins it.
#include "session.h"

#include "import/original.h"
#include "tables/visibletext.h"
#include "tables/workspacetext.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

const QString suffix = u".sekisho"_s;
const QString lastKey = u"workspace/last"_s;
const QString recentKey = u"workspace/recent"_s;
constexpr qsizetype mostRecent = 10;

} // namespace

void Session::useWorkspaces(const QString &standard)
{
    m_standardWorkspace = QFileInfo(standard).absoluteFilePath();
    m_desk = std::make_unique<WorkspaceDesk>(m_limits);
    m_tools = std::make_unique<WorkspaceTools>(m_window, *m_desk);
    connect(m_desk.get(), &WorkspaceDesk::opened, this, &Session::workspaceOpened);
    connect(m_desk.get(), &WorkspaceDesk::openFailed, this, &Session::workspaceFailed);
    connect(m_desk.get(), &WorkspaceDesk::imported, this, &Session::takenIn);
    connect(m_desk.get(), &WorkspaceDesk::changed, this, [this] {
        if (showsWorkspace())
            showDataset(m_desk->dataset());
    });
    connect(m_desk.get(), &WorkspaceDesk::stateChanged, this, &Session::showWorkspace);
    connect(m_desk.get(), &WorkspaceDesk::progressed, this,
        [this](const ImportProgress &progress, bool quiet) {
            if (!quiet)
                m_window.setProgress(progress);
        });
    connect(m_desk.get(), &WorkspaceDesk::idle, this, &Session::tellIdle);
    connect(&m_watch, &FolderWatch::changed, this, [this] {
        // One that is running may have passed by what is new.
        if (m_desk->imports() < 2)
            m_desk->look(true);
    });
    const WorkspaceMenu *menu = &m_window.workspaceMenu();
    connect(menu, &WorkspaceMenu::newRequested, this,
        [this](const QString &path) { openWorkspace(path, WorkspaceDesk::How::Create); });
    connect(menu, &WorkspaceMenu::openRequested, this,
        [this](const QString &path) { openWorkspace(path, WorkspaceDesk::How::Open); });
    connect(menu, &WorkspaceMenu::keepRequested, this, &Session::keepQuickLook);
    connect(m_tools.get(), &WorkspaceTools::openRequested, this,
        [this](const QString &path) { openWorkspace(path, WorkspaceDesk::How::Open); });
    connect(&m_window, &MainWindow::resumeRequested, this, [this] {
        m_window.startProgress();
        m_desk->look(false);
    });
    connect(&m_window, &MainWindow::retryRequested, this,
        [this] { openWorkspace(m_desk->workspace().path(), WorkspaceDesk::How::Open); });
    showWorkspace();
}

/// What is opened joins the workspace; else it is a quick look or the samples.
bool Session::takesReports() const
{
    return m_desk && m_desk->isOpen() && !m_quick;
}

bool Session::showsWorkspace() const
{
    return takesReports() && !m_sample;
}

void Session::startWorkspace(const QString &file, const QStringList &paths)
{
    const QString last = m_settings.value(lastKey).toString();
    const bool lastIsThere = !last.isEmpty() && QFileInfo::exists(last);
    if (file.isEmpty() && !last.isEmpty() && !lastIsThere && last != m_standardWorkspace)
        m_window.showMessage(tr("The workspace %1 is not there any more.")
                                 .arg(visibleText(QDir::toNativeSeparators(last))));
    const QString path = !file.isEmpty() ? file : lastIsThere ? last : m_standardWorkspace;
    m_starting = file.isEmpty();
    m_toTakeIn = paths;
    const bool mayMake = path == m_standardWorkspace || !paths.isEmpty();
    openWorkspace(path, mayMake ? WorkspaceDesk::How::OpenOrCreate : WorkspaceDesk::How::Open);
}

void Session::openWorkspace(const QString &given, WorkspaceDesk::How how)
{
    const QString path = QFileInfo(given).absoluteFilePath();
    if (m_desk->canWrite() && path == m_desk->workspace().path() && how != WorkspaceDesk::How::Create) {
        m_quick = false;
        m_history = FilterHistory();
        showWorkspaceContent();
        return;
    }
    if (m_importStop)
        m_importStop->request();
    m_desk->cancel();
    m_window.startProgress(tr("Opening %1 …").arg(visibleText(QFileInfo(path).fileName())));
    m_desk->open(path, how, formerFor(path));
}

/// What was kept in files before there were workspaces goes into the one that is there by itself.
FormerFiles Session::formerFor(const QString &workspace) const
{
    FormerFiles former;
    former.ownApart = m_ownFileGiven;
    const bool standard = workspace == m_standardWorkspace;
    if (!m_ownPath.isEmpty() && (standard || m_ownFileGiven))
        former.own = ownSenderFile(m_ownPath, m_limits);
    if (!m_pinPath.isEmpty() && standard)
        former.pins = pinFile(m_pinPath, m_limits);
    if (!m_hostPath.isEmpty() && standard)
        former.hosts = hostFile(m_hostPath, m_limits);
    return former;
}

void Session::workspaceOpened(const OpenedWorkspace &opened)
{
    m_window.endProgress(false);
    const Workspace &workspace = opened.workspace;
    m_quick = m_quick && !m_toTakeIn.isEmpty() && !workspace.isWritable();
    if (!m_starting && !m_quick)
        m_history = FilterHistory();
    m_userBook.replace(
        opened.ownShelf, opened.own, pinsIn(workspace), opened.pins);
    m_hosts.replace(workspace.isWritable() ? hostsIn(workspace) : Shelf<HostCache>(), opened.hosts);
    rememberWorkspace(workspace.path());
    if (!workspace.formerCopy().isEmpty())
        m_window.showMessage(formerCopyText(workspace.formerCopy()));
    const bool starting = std::exchange(m_starting, false);
    const QStringList toTakeIn = std::exchange(m_toTakeIn, {});
    const bool empty = opened.dataset->items.empty();
    if (m_quick) { // it was to be kept here
        showWorkspace();
        recompute();
        tellNothingKept();
        return;
    }
    if (starting && empty && toTakeIn.isEmpty() && !m_desk->interrupted())
        showForEmptyStart();
    else
        showWorkspaceContent();
    if (!toTakeIn.isEmpty())
        takeIn(toTakeIn);
    else if (m_desk->paths().watch && m_desk->canWrite())
        m_desk->look(true); // what came while the program was closed
}

/// There is nothing in the workspace yet: what was open before there were workspaces, or samples.
void Session::showForEmptyStart()
{
    const QStringList last = lastPaths();
    m_quick = !last.isEmpty();
    showWorkspace();
    if (m_quick)
        reopen(last);
    else
        openSample();
}

void Session::workspaceFailed(const WorkspaceProblem &problem)
{
    m_window.endProgress(false);
    m_starting = false;
    // What was to go into it is looked at all the same.
    const QStringList toTakeIn = std::exchange(m_toTakeIn, {});
    if (problem.trouble != WorkspaceTrouble::Stopped)
        m_tools->tell(problem);
    if (!toTakeIn.isEmpty() && !m_desk->isOpen())
        openInMemory(toTakeIn, false);
    else if (!m_desk->isOpen() && m_dataset->items.empty())
        openSample();
}

void Session::rememberWorkspace(const QString &path)
{
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(recentKey, recent.first(std::min(mostRecent, recent.size())));
    m_settings.setValue(lastKey, path);
}

void Session::showWorkspaceContent()
{
    m_sample = false;
    m_paths = m_desk->paths().folders;
    m_window.setPaths(m_paths, false);
    showWorkspace();
    showDataset(m_desk->dataset());
}

void Session::showDataset(const DatasetPtr &dataset)
{
    if (m_importStop) {
        m_importStop->request();
        m_importStop.reset(); // what it reads is not wanted any more
    }
    m_dataset = dataset;
    m_senders.reset();
    m_sampleShown = m_sample;
    recompute();
}

/// Tells the window which workspace there is, and watches its folders.
void Session::showWorkspace()
{
    if (!m_desk)
        return;
    WorkspaceState state;
    state.available = true;
    state.open = m_desk->isOpen();
    state.quickLook = m_quick;
    state.recent = m_settings.value(recentKey).toStringList();
    if (state.open) {
        const Workspace &workspace = m_desk->workspace();
        state.path = workspace.path();
        state.standard = state.path == m_standardWorkspace;
        state.readOnly = readOnlyText(workspace.whyReadOnly());
        state.watching = m_desk->paths().watch;
        if (m_desk->interrupted())
            state.interrupted = interruptedText(*m_desk->interrupted(), m_view.format);
    }
    placeMails();
    m_userBook.setReadOnly(state.readOnly);
    m_window.setWorkspace(state);
    m_watch.watch(state.watching && m_desk->canWrite() ? m_desk->paths().folders : QStringList());
    m_watch.look();
}

void Session::takeIn(const QStringList &paths)
{
    if (!m_desk->canWrite()) {
        fail(readOnlyText(m_desk->workspace().whyReadOnly()));
        return;
    }
    m_window.startProgress();
    m_desk->import(paths, false);
}

/// An import into the workspace has ended.
void Session::takenIn(const WorkspaceImport &result, bool quiet)
{
    const bool stopped = result.problem.trouble == WorkspaceTrouble::Stopped;
    if (m_desk->imports() == 0 && !quiet)
        m_window.endProgress(stopped);
    const bool news = result.counts.files > 0;
    if (takesReports() && (!quiet || news)) {
        m_paths = m_desk->paths().folders;
        m_sample = m_sample && quiet;
        if (!m_sample)
            m_window.setPaths(m_paths, false);
        if (!m_sample && (m_sampleShown || m_dataset != m_desk->dataset()))
            showDataset(m_desk->dataset());
    }
    showWorkspace();
    if (result.problem && !stopped) {
        if (quiet)
            m_window.showMessage(workspaceText(result.problem));
        else
            m_tools->tell(result.problem);
    } else if (!stopped && (news || !quiet)) {
        m_window.showMessage(importText(result.counts, m_view.format));
    }
}

/// What is looked at stays; another workspace can be opened or made for it.
void Session::tellNothingKept()
{
    fail(tr("Nothing was kept. %1").arg(readOnlyText(m_desk->workspace().whyReadOnly())));
}

/// What is looked at goes into the workspace that was open last.
void Session::keepQuickLook()
{
    const QStringList paths = m_paths;
    if (m_desk->isOpen() && !m_desk->canWrite()) {
        tellNothingKept();
        return;
    }
    if (m_desk->isOpen()) {
        m_quick = false;
        takeIn(paths);
        showWorkspace();
        return;
    }
    startWorkspace({}, paths);
}

LoadOriginal Session::originalLoader()
{
    return [this](const Origin &origin) {
        const Workspace workspace =
            takesReports() && !m_sampleShown ? m_desk->workspace() : Workspace();
        return QtConcurrent::run(&m_pool, [origin, workspace, limits = m_limits] {
            return workspace ? loadOriginal(workspace, origin, limits)
                             : loadOriginal(origin, limits);
        });
    };
}

} // namespace sekisho
