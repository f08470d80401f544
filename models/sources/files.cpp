// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/files.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace sekisho {

namespace {

FoundFile foundFile(const QFileInfo &info)
{
    FoundFile file;
    file.path = info.filePath();
    file.size = info.size();
    file.modified = info.lastModified().toSecsSinceEpoch();
    if (!info.exists())
        file.problem = Note{NoteCode::FileMissing, {}, 1, {}};
    else if (!info.isFile()) // reading a pipe or device would wait, or never end
        file.problem = Note{NoteCode::FileNotRegular, {}, 1, {}};
    return file;
}

std::vector<FoundFile> filesBelow(const QString &folder, const Stop &stop)
{
    std::vector<FoundFile> files;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (entries.hasNext() && !stop.requested()) {
        entries.next();
        const QFileInfo info = entries.fileInfo();
        if (!info.isDir()) {
            files.push_back(foundFile(info));
        } else if (!info.isReadable()) {
            files.push_back({info.filePath(), 0, 0, Note{NoteCode::FileUnreadable, {}, 1, {}}});
        }
    }
    std::sort(files.begin(), files.end(),
        [](const FoundFile &a, const FoundFile &b) { return a.path < b.path; });
    return files;
}

} // namespace

std::vector<FoundFile> findFiles(const QStringList &paths, const Stop &stop)
{
    std::vector<FoundFile> files;
    QSet<QString> known;
    const auto add = [&](FoundFile file) {
        const QString canonical = QFileInfo(file.path).canonicalFilePath();
        const QString &identity = canonical.isEmpty() ? file.path : canonical;
        if (!known.contains(identity)) {
            known.insert(identity);
            files.push_back(std::move(file));
        }
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            add(foundFile(info));
            continue;
        }
        std::vector<FoundFile> below = filesBelow(path, stop);
        if (below.empty()) {
            const NoteCode code = info.isReadable() ? NoteCode::FolderEmpty : NoteCode::FileUnreadable;
            below.push_back({path, 0, 0, Note{code, {}, 1, {}}});
        }
        // Within one folder paths differ, so that the costly look at the canonical path is only
        // needed where several paths were given.
        if (paths.size() == 1)
            return below;
        for (FoundFile &file : below)
            add(std::move(file));
    }
    return files;
}

Result<QByteArray> readFile(const FoundFile &found, const Limits &limits)
{
    if (found.problem)
        return *found.problem;
    if (found.size > limits.fileBytes)
        return Note{NoteCode::LimitFileBytes, {}, found.size, {}};
    QFile file(found.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const NoteCode code = file.exists() ? NoteCode::FileUnreadable : NoteCode::FileVanished;
        return Note{code, file.errorString(), 1, {}};
    }
    QByteArray bytes(found.size, Qt::Uninitialized);
    qint64 have = 0;
    while (have < bytes.size()) {
        const qint64 got = file.read(bytes.data() + have, bytes.size() - have);
        if (got < 0)
            return Note{NoteCode::FileUnreadable, file.errorString(), 1, {}};
        if (got == 0)
            break; // shorter than when it was listed: what is there is read, damage shows itself
        have += got;
    }
    bytes.truncate(have);
    return bytes;
}

} // namespace sekisho
