// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace sekisho {

/// A lock beside a file that one process has at a time. The system itself takes it back when a
/// process ends, however that ends: QLockFile cannot tell what a process left that was killed while
/// it made the lock.
class FileLock final {
public:
    enum class Failure : quint8 { Held, Forbidden, Other };

    struct Attempt {
        std::unique_ptr<FileLock> lock; ///< null: not had
        Failure failure = Failure::Other;
        QString detail; ///< who holds it, or what the system says
    };

    /// Does not wait.
    [[nodiscard]] static Attempt take(const QString &path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    FileLock(QByteArray path, int handle);

    const QByteArray m_path;
    const int m_handle;
};

} // namespace sekisho
