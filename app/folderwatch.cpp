// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderwatch.h"

#include "widgets/whendone.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <QtConcurrentRun>

namespace sekisho {

namespace {

constexpr int settling = 1'500; // milliseconds
constexpr int betweenRescans = 300'000;
/// Systems allow a user only so many watches; what is not watched is found by the rescan.
constexpr qsizetype mostFolders = 2'000;

/// The folders and those below them, and what is a file; links left out lest they lead in circles.
QStringList foldersBelow(const QStringList &folders)
{
    QStringList all;
    for (const QString &folder : folders) {
        const QFileInfo info(folder);
        if (info.exists())
            all.append(folder);
        if (!info.isDir())
            continue;
        QDirIterator below(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
            QDirIterator::Subdirectories);
        while (below.hasNext() && all.size() < mostFolders)
            all.append(below.next());
    }
    return all;
}

} // namespace

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settling);
    m_rescan.setInterval(betweenRescans);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &FolderWatch::changed);
    connect(&m_rescan, &QTimer::timeout, this, &FolderWatch::changed);
}

FolderWatch::~FolderWatch()
{
    m_thread.waitForDone();
}

void FolderWatch::watch(const QStringList &folders)
{
    if (folders == m_folders)
        return;
    m_folders = folders;
    if (m_folders.isEmpty()) {
        m_settle.stop();
        m_rescan.stop();
        take({});
        return;
    }
    m_rescan.start();
    look();
}

void FolderWatch::look()
{
    if (m_looking || m_folders.isEmpty())
        return;
    m_looking = true;
    const auto found =
        QtConcurrent::run(&m_thread, [folders = m_folders] { return foldersBelow(folders); });
    whenDone(found, this, [this, folders = m_folders](const std::optional<QStringList> &below) {
        m_looking = false;
        if (folders == m_folders)
            take(below.value_or(QStringList()));
        else
            look();
    });
}

void FolderWatch::take(const QStringList &below)
{
    const QStringList now = watched();
    const QSet<QString> known(now.cbegin(), now.cend());
    const QSet<QString> wanted(below.cbegin(), below.cend());
    const QStringList gone = (known - wanted).values();
    const QStringList fresh = (wanted - known).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

} // namespace sekisho
