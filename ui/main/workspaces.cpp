// SPDX-License-Identifier: GPL-3.0-or-later
// The window's part in workspaces: which one is shown, and what may be done with it.
#include "main/mainwindow.h"
#include "widgets/infostrip.h"

#include <QAction>

namespace sekisho {

void MainWindow::setWorkspace(const WorkspaceState &state)
{
    m_workspaceMenu->setState(state);
    updateWorkspace();
    updateTitle();
}

void MainWindow::updateWorkspace()
{
    const WorkspaceState &state = m_workspaceMenu->state();
    const bool writable = !state.takesReports() || state.canWrite();
    for (QAction *action : std::as_const(m_openActions)) {
        action->setEnabled(writable);
        action->setToolTip(writable ? QString() : state.readOnly);
    }
    const bool takes = state.takesReports();
    m_openActions[0]->setText(takes ? tr("&Add Folder to the Workspace…") : tr("&Open Folder…"));
    m_openActions[1]->setText(takes ? tr("Add F&iles to the Workspace…") : tr("Open F&iles…"));
    m_addAction->setVisible(!state.takesReports());

    m_workspaceStrip->setWarning(false);
    m_workspaceStrip->show();
    if (state.takesReports() && !state.readOnly.isEmpty()) {
        m_workspaceStrip->setWarning(true);
        m_workspaceStrip->setTexts(state.readOnly, tr("Try Again"));
    } else if (state.takesReports() && !state.interrupted.isEmpty()) {
        m_workspaceStrip->setTexts(state.interrupted, tr("Go On"));
    } else if (state.available && state.quickLook && !m_sample) {
        m_workspaceStrip->setTexts(
            tr("A quick look: these reports are read into memory and not kept."),
            tr("Keep in the Workspace"));
    } else {
        m_workspaceStrip->hide();
    }
}

/// The strip's button, whatever it says.
void MainWindow::takeStrip()
{
    const WorkspaceState &state = m_workspaceMenu->state();
    if (state.quickLook)
        Q_EMIT m_workspaceMenu->keepRequested();
    else if (!state.readOnly.isEmpty())
        Q_EMIT retryRequested();
    else
        Q_EMIT resumeRequested();
}

} // namespace sekisho
