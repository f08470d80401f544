// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/workspacemenu.h"

#include "tables/visibletext.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace sekisho {

using namespace Qt::StringLiterals;

QString WorkspaceState::name() const
{
    return standard ? WorkspaceMenu::tr("My workspace") : visibleText(QFileInfo(path).completeBaseName());
}

WorkspaceMenu::WorkspaceMenu(QMenu *menu, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    const auto keep = [this](QAction *action) {
        m_top.append(action);
        return action;
    };
    keep(add(menu, QT_TR_NOOP("New &Workspace…"), false, [this] { chooseNew(); }));
    keep(add(menu, QT_TR_NOOP("Open Wor&kspace…"), false, [this] { chooseFile(); }));
    m_recent = new QMenu(window);
    m_recent->setToolTipsVisible(true);
    keep(menu->addMenu(m_recent));
    m_entries.append({m_recent->menuAction(), QT_TR_NOOP("Recent Works&paces"), false});
    m_copy = keep(add(menu, QT_TR_NOOP("Save a Cop&y…"), false, [this] { chooseCopy(); }));
    m_workspace = new QMenu(window);
    m_workspace->setToolTipsVisible(true);
    keep(menu->addMenu(m_workspace));
    m_entries.append({m_workspace->menuAction(), QT_TR_NOOP("Workspa&ce"), false});
    m_keep = keep(
        add(menu, QT_TR_NOOP("Keep in &the Workspace"), false, [this] { Q_EMIT keepRequested(); }));
    keep(menu->addSeparator());

    m_watch = add(m_workspace, QT_TR_NOOP("&Watch Folders"), true,
        [this] { Q_EMIT watchRequested(m_watch->isChecked()); });
    m_watch->setCheckable(true);
    m_workspace->addSeparator();
    add(m_workspace, QT_TR_NOOP("&Verify…"), false, [this] { Q_EMIT verifyRequested(); });
    add(m_workspace, QT_TR_NOOP("&Compact"), true, [this] { Q_EMIT compactRequested(); });
    add(m_workspace, QT_TR_NOOP("&Forget…"), true, [this] { Q_EMIT forgetRequested(); });
    m_workspace->addSeparator();
    add(m_workspace, QT_TR_NOOP("&Settings…"), true, [this] { Q_EMIT settingsRequested(); });
    update();
}

QAction *WorkspaceMenu::add(QMenu *menu, const char *text, bool writes, std::function<void()> run)
{
    auto *action = new QAction(this);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    menu->addAction(action);
    m_entries.append({action, text, writes});
    return action;
}

void WorkspaceMenu::setState(const WorkspaceState &state)
{
    m_state = state;
    update();
}

void WorkspaceMenu::retranslate()
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.action->setText(tr(entry.text));
    update();
}

void WorkspaceMenu::update()
{
    for (QAction *action : std::as_const(m_top))
        action->setVisible(m_state.available);
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.writes)
            continue;
        entry.action->setEnabled(m_state.canWrite());
        entry.action->setToolTip(m_state.readOnly.isEmpty() ? tr(entry.text).remove(u'&') : m_state.readOnly);
    }
    m_workspace->setEnabled(m_state.open);
    m_copy->setEnabled(m_state.open);
    m_keep->setVisible(m_state.available && m_state.quickLook);
    m_watch->setChecked(m_state.watching);
    updateRecent();
}

void WorkspaceMenu::updateRecent()
{
    m_recent->clear();
    for (const QString &path : std::as_const(m_state.recent)) {
        QString text = visibleText(QDir::toNativeSeparators(path));
        text.replace(u'&', u"&&"_s);
        QAction *action = m_recent->addAction(text, this, [this, path] { Q_EMIT openRequested(path); });
        action->setEnabled(!m_state.open || m_state.quickLook || path != m_state.path);
    }
    m_recent->setEnabled(!m_state.recent.isEmpty());
}

namespace {

QFileDialog *fileDialog(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({WorkspaceMenu::tr("Workspaces (*.sekisho)")});
    dialog->setDefaultSuffix(u"sekisho"_s);
    return dialog;
}

} // namespace

void WorkspaceMenu::chooseNew()
{
    QFileDialog *dialog = fileDialog(m_window, tr("New workspace"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // what is there is never written over
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceMenu::newRequested);
    dialog->open();
}

void WorkspaceMenu::chooseFile()
{
    QFileDialog *dialog = fileDialog(m_window, tr("Open a workspace"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceMenu::openRequested);
    dialog->open();
}

void WorkspaceMenu::chooseCopy()
{
    QFileDialog *dialog = fileDialog(m_window, tr("Save a copy of the workspace"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceMenu::copyRequested);
    dialog->open();
}

} // namespace sekisho
