// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptfile.h"

#include "sources/files.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

Result<QByteArray> contentOf(const QString &path, Limits limits, qint64 mostBytes)
{
    if (!QFileInfo::exists(path))
        return QByteArray();
    limits.fileBytes = std::min(limits.fileBytes, mostBytes);
    return readFile(fileAt(path), limits);
}

QString writeWhole(const QString &path, const QByteArray &content, bool keepOld)
{
    QDir().mkpath(QFileInfo(path).path());
    if (keepOld) {
        const QString copy = path + u".bak"_s;
        QFile::remove(copy);
        QFile::copy(path, copy);
    }
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return written ? QString() : file.errorString();
}

} // namespace sekisho
