// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

namespace sekisho {

/// Says when something may be new in some folders: as the system tells, and now and then anyway,
/// for folders of other computers tell nothing. Looks at no file itself.
class FolderWatch final : public QObject {
    Q_OBJECT
public:
    explicit FolderWatch(QObject *parent = nullptr);
    ~FolderWatch() override;
    Q_DISABLE_COPY_MOVE(FolderWatch)

    /// These and the folders below them; none: nothing is watched.
    void watch(const QStringList &folders);
    [[nodiscard]] bool isWatching() const { return !m_folders.isEmpty(); }
    /// What the system was asked to tell of.
    [[nodiscard]] QStringList watched() const { return m_watcher.directories() + m_watcher.files(); }
    /// The folders below may be others now; after each import.
    void look();
    /// How often it asks anyway.
    void setInterval(int milliseconds) { m_rescan.setInterval(milliseconds); }

Q_SIGNALS:
    /// Once for many changes that follow one another.
    void changed();

private:
    void take(const QStringList &below);

    QStringList m_folders;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< a file that is being written changes several times
    QTimer m_rescan;
    QThreadPool m_thread;
    bool m_looking = false;
};

} // namespace sekisho
