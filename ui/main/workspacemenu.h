// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace sekisho {

/// What the window shows of the workspace.
struct WorkspaceState {
    bool available = false; ///< the program keeps workspaces at all
    bool open = false;
    bool quickLook = false; ///< what is shown is read in memory and not kept
    bool standard = false; ///< the one that is there without being made
    bool watching = false;
    QString path;
    QString readOnly; ///< why nothing can be written, a sentence; empty: it can
    QString interrupted; ///< what was not finished, a sentence; the user may go on with it
    QStringList recent; ///< files, newest first

    [[nodiscard]] bool canWrite() const { return open && readOnly.isEmpty(); }
    /// Reports that are opened join those of the workspace.
    [[nodiscard]] bool takesReports() const { return open && !quickLook; }
    /// As people call it.
    [[nodiscard]] QString name() const;
    bool operator==(const WorkspaceState &) const = default;
};

/// The entries of the menu File that have to do with workspaces. Says what the user wants.
class WorkspaceMenu final : public QObject {
    Q_OBJECT
public:
    /// Appends its entries to the menu; hidden until a state says that there are workspaces.
    WorkspaceMenu(QMenu *menu, QWidget *window);

    void setState(const WorkspaceState &state);
    [[nodiscard]] const WorkspaceState &state() const { return m_state; }
    void retranslate();

Q_SIGNALS:
    void newRequested(const QString &path);
    void openRequested(const QString &path);
    void copyRequested(const QString &path);
    void verifyRequested();
    void compactRequested();
    /// What can be forgotten is to be listed, for the dialog.
    void forgetRequested();
    void settingsRequested();
    void watchRequested(bool watch);
    void keepRequested();

private:
    struct Entry {
        QAction *action;
        const char *text;
        bool writes; ///< disabled where nothing can be written
    };

    QAction *add(QMenu *menu, const char *text, bool writes, std::function<void()> run);
    void chooseNew();
    void chooseFile();
    void chooseCopy();
    void updateRecent();
    void update();

    QWidget *m_window;
    QList<QAction *> m_top; ///< in the menu File itself
    QList<Entry> m_entries;
    QMenu *m_recent = nullptr;
    QMenu *m_workspace = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_watch = nullptr;
    QAction *m_keep = nullptr;
    WorkspaceState m_state;
};

} // namespace sekisho
