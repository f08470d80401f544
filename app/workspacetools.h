// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main/mainwindow.h"
#include "workspacedesk.h"

namespace sekisho {

/// What a user does with the workspace that is open, besides looking at it: copy, verify, compact,
/// forget, settings, salvage. Connects the window's menu and dialogs with the desk.
class WorkspaceTools final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    WorkspaceTools(MainWindow &window, WorkspaceDesk &desk, QObject *parent = nullptr);

    /// Says what is wrong, and offers to save what can be read where the file is damaged.
    void tell(const WorkspaceProblem &problem);

Q_SIGNALS:
    /// A new workspace was made that the user wants to see.
    void openRequested(const QString &path);

private:
    void saveCopyAs(const QString &path);
    void verifyAll();
    void compactAll();
    void openForget();
    void forgetAll(const ForgetRequest &request);
    void openSettings();
    void setWatch(bool watch);
    void chooseSalvage(const QString &from);
    void salvageInto(const QString &from, const QString &to);
    void say(const QString &text, bool warning);
    [[nodiscard]] QString name() const { return m_window.workspaceMenu().state().name(); }

    MainWindow &m_window;
    WorkspaceDesk &m_desk;
};

} // namespace sekisho
