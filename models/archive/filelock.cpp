// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/filelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Whether the file that was opened is the one that has this name now.
bool isStillThere(int handle, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(handle, &opened) == 0 && ::stat(path.constData(), &named) == 0 &&
        opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/// Says who has it, for those who do not get it. That it cannot be written is no harm.
void sign(int handle)
{
    const QByteArray text =
        u"%1, %2, %3\n"_s
            .arg(QCoreApplication::applicationName(),
                QString::number(QCoreApplication::applicationPid()), QSysInfo::machineHostName())
            .toUtf8();
    if (::ftruncate(handle, 0) == 0 && ::write(handle, text.constData(), size_t(text.size())) > 0)
        return;
}

QString signatureIn(int handle)
{
    constexpr size_t most = 300;
    char text[most];
    const ssize_t size = ::pread(handle, text, most, 0);
    return QString::fromUtf8(text, std::max<ssize_t>(0, size)).trimmed();
}

} // namespace

FileLock::FileLock(QByteArray path, int handle)
    : m_path(std::move(path))
    , m_handle(handle)
{
}

FileLock::~FileLock()
{
    if (isStillThere(m_handle, m_path))
        ::unlink(m_path.constData());
    ::close(m_handle);
}

FileLock::Attempt FileLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // One that goes takes the file with it: then it is made again.
    constexpr int mostAttempts = 100;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const int handle =
            ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (handle < 0) {
            const bool forbidden = errno == EACCES || errno == EPERM || errno == EROFS;
            return {nullptr, forbidden ? Failure::Forbidden : Failure::Other,
                QString::fromLocal8Bit(std::strerror(errno))};
        }
        if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            const QString who = signatureIn(handle);
            ::close(handle);
            if (error == EWOULDBLOCK)
                return {nullptr, Failure::Held, who};
            return {nullptr, Failure::Other, QString::fromLocal8Bit(std::strerror(error))};
        }
        if (isStillThere(handle, name)) {
            sign(handle);
            return {std::unique_ptr<FileLock>(new FileLock(name, handle)), Failure::Other, {}};
        }
        ::close(handle);
    }
    return {nullptr, Failure::Other, {}};
}

} // namespace sekisho
