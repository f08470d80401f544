// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/files.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <filesystem>
#include <span>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sekisho {

namespace {

/// What Sekisho itself keeps beside fetched mails.
constexpr char ownFolder[] = ".sekisho";

/// What Qt puts where bytes of a file name are no UTF-8, as in names in Shift_JIS.
bool hasLostBytes(const QString &path)
{
    return path.contains(QChar(QChar::ReplacementCharacter));
}

/// The name of the entry that Qt shows as `name`; where there are several, of the first one.
QByteArray encodedName(const QByteArray &folder, const QString &name)
{
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder.toStdString(), error), end;
         !error && it != end; it.increment(error)) {
        const std::string entry = it->path().filename().string();
        const QByteArray bytes(entry.data(), qsizetype(entry.size()));
        if (QFile::decodeName(bytes) == name)
            return bytes;
    }
    return QFile::encodeName(name);
}

/// The path as the system knows it. Qt cannot say names that are no UTF-8, so that they are looked
/// for in their folders.
QByteArray encodedPath(const QString &path)
{
    QByteArray encoded;
    const QStringList parts = path.split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray folder = encoded.isEmpty() ? (i > 0 ? "/" : ".") : encoded;
        if (i > 0)
            encoded += '/';
        encoded +=
            hasLostBytes(parts[i]) ? encodedName(folder, parts[i]) : QFile::encodeName(parts[i]);
    }
    return encoded;
}

/// The file that the system knows by `name`, shown as `path`.
FoundFile namedFile(const char *name, const QString &path)
{
    FoundFile file;
    file.path = path;
    struct stat status = {};
    if (::stat(name, &status) != 0) {
        file.problem = Note{NoteCode::FileMissing, {}, 1, {}};
    } else {
        file.size = status.st_size;
        file.modified = status.st_mtime;
        if (!S_ISREG(status.st_mode)) // reading a pipe or device would wait, or never end
            file.problem = Note{NoteCode::FileNotRegular, {}, 1, {}};
    }
    return file;
}

FoundFile foundFile(const QFileInfo &info)
{
    if (!info.exists() && hasLostBytes(info.filePath()))
        return namedFile(encodedPath(info.filePath()).constData(), info.filePath());
    FoundFile file;
    file.path = info.filePath();
    file.size = info.size();
    file.modified = info.lastModified().toSecsSinceEpoch();
    if (!info.exists())
        file.problem = Note{NoteCode::FileMissing, {}, 1, {}};
    else if (!info.isFile())
        file.problem = Note{NoteCode::FileNotRegular, {}, 1, {}};
    return file;
}

/// Opens, reads and closes the file, with nothing between; false where that is not all there is
/// to it.
bool readAtOnce(const QString &path, QByteArray &bytes)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool whole = ::read(handle, bytes.data(), size_t(bytes.size())) == bytes.size();
    ::close(handle);
    return whole;
}

bool open(QFile &file)
{
    constexpr auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (file.open(mode) || !hasLostBytes(file.fileName()))
        return file.isOpen();
    const int handle = ::open(encodedPath(file.fileName()).constData(), O_RDONLY | O_CLOEXEC);
    return handle >= 0 && file.open(handle, mode, QFile::AutoCloseHandle);
}

/// Finds out what the files are that so far have only their paths.
void lookAt(std::span<FoundFile> files)
{
    for (FoundFile &file : files) {
        // Of names that Qt cannot say, the one that is shown counts: it is what is read later.
        if (!file.problem)
            file = hasLostBytes(file.path)
                ? fileAt(file.path)
                : namedFile(QFile::encodeName(file.path).constData(), file.path);
    }
}

/// The same on several threads where they are many: the system takes its time for each.
void lookAtAll(std::vector<FoundFile> &files)
{
    constexpr size_t worthAThread = 1000;
    const size_t threads = std::clamp<size_t>(
        files.size() / worthAThread, 1, size_t(std::clamp(QThread::idealThreadCount(), 1, 8)));
    const auto share = [&](size_t i) {
        const size_t begin = files.size() * i / threads;
        return std::span(files).subspan(begin, files.size() * (i + 1) / threads - begin);
    };
    std::vector<std::jthread> others;
    for (size_t i = 1; i < threads; ++i)
        others.emplace_back([part = share(i)] { lookAt(part); });
    lookAt(share(0));
}

/// A folder as the system knows it, and as it is shown.
struct Folder {
    std::filesystem::path path;
    QString shown;
};

/// What a folder has in it; a link to a folder is one, too.
struct Entry {
    std::string name;
    bool isLink = false;
    bool isFolder = false;
};

/// What is in a folder. QDirIterator passes over names that are no UTF-8.
class Walk final {
public:
    explicit Walk(const Stop &stop)
        : m_stop(stop)
    {
    }

    void through(const QString &folder)
    {
        m_open.push_back({encodedPath(folder).toStdString(), folder});
        while (!m_open.empty() && !m_stop.requested()) {
            const Folder next = std::move(m_open.back());
            m_open.pop_back();
            list(next);
        }
        const auto isBefore = [](const FoundFile &a, const FoundFile &b) { return a.path < b.path; };
        // One folder is in order already, nearly always; and to compare is cheaper than to move.
        if (!std::is_sorted(m_files.begin(), m_files.end(), isBefore))
            std::sort(m_files.begin(), m_files.end(), isBefore);
        lookAtAll(m_files);
    }
    [[nodiscard]] std::vector<FoundFile> take() { return std::move(m_files); }
    [[nodiscard]] bool sawLinks() const { return m_sawLinks; }

private:
    void list(const Folder &folder)
    {
        std::error_code error;
        std::error_code ignored;
        std::vector<Entry> entries;
        std::filesystem::directory_iterator it(folder.path, error);
        for (const std::filesystem::directory_iterator end;
             !error && it != end && !m_stop.requested(); it.increment(error))
            entries.push_back({it->path().filename().string(), it->is_symlink(ignored),
                it->is_directory(ignored)});
        std::sort(entries.begin(), entries.end(),
            [](const Entry &a, const Entry &b) { return a.name < b.name; });
        for (const Entry &entry : entries)
            add(entry, folder);
        if (error)
            m_files.push_back({folder.shown, 0, 0,
                Note{NoteCode::FileUnreadable, QString::fromStdString(error.message()), 1, {}}});
    }

    void add(const Entry &entry, const Folder &folder)
    {
        const QString name =
            QFile::decodeName(QByteArray::fromRawData(entry.name.data(), qsizetype(entry.name.size())));
        const QString shown = folder.shown + QLatin1StringView(folder.shown.endsWith(u'/') ? "" : "/") + name;
        m_sawLinks = m_sawLinks || entry.isLink;
        if (!entry.isFolder)
            m_files.push_back({shown, 0, 0, {}});
        else if (!entry.isLink && entry.name != ownFolder)
            m_open.push_back({folder.path / entry.name, shown});
    }

    const Stop &m_stop;
    std::vector<Folder> m_open;
    std::vector<FoundFile> m_files;
    bool m_sawLinks = false;
};

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
        Walk walk(stop);
        walk.through(path);
        std::vector<FoundFile> below = walk.take();
        if (below.empty())
            below.push_back({path, 0, 0, Note{NoteCode::FolderEmpty, {}, 1, {}}});
        // Without links files within one folder differ, so that the costly look at the canonical
        // path is not needed.
        if (paths.size() == 1 && !walk.sawLinks())
            return below;
        for (FoundFile &file : below)
            add(std::move(file));
    }
    return files;
}

FoundFile fileAt(const QString &path)
{
    return foundFile(QFileInfo(path));
}

Result<QByteArray> readFile(const FoundFile &found, const Limits &limits)
{
    if (found.problem)
        return *found.problem;
    if (found.size > limits.fileBytes)
        return Note{NoteCode::LimitFileBytes, {}, found.size, {}};
    QByteArray bytes(found.size, Qt::Uninitialized);
    if (readAtOnce(found.path, bytes))
        return bytes;
    QFile file(found.path);
    if (!open(file)) {
        const NoteCode code = file.exists() ? NoteCode::FileUnreadable : NoteCode::FileVanished;
        return Note{code, file.errorString(), 1, {}};
    }
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
