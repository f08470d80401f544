// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filesaver.h"

#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

QFuture<QString> saveFile(const QString &path, const QByteArray &bytes)
{
    return QtConcurrent::run([path, bytes] {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) &&
            file.write(bytes) == bytes.size() && file.commit();
        return saved ? QString() : file.errorString();
    });
}

QString safeFileName(const QString &name, const QString &fallback)
{
    constexpr qsizetype mostChars = 120;
    const auto slash =
        std::find_if(name.crbegin(), name.crend(), [](QChar c) { return c == u'/' || c == u'\\'; });
    QString result;
    for (auto c = slash.base(); c != name.cend(); ++c) {
        const bool plain = c->isLetterOrNumber() || c->isMark() || u" -_.!@()+,="_s.contains(*c);
        if (plain && !c->isSurrogate())
            result += *c;
        else
            result += u'_';
    }
    // Neither hidden nor "..", and nothing that ends in blanks or dots, which Windows drops.
    while (result.startsWith(u'.') || result.startsWith(u' '))
        result.remove(0, 1);
    while (result.endsWith(u'.') || result.endsWith(u' '))
        result.chop(1);
    return result.isEmpty() ? fallback : result.right(mostChars);
}

} // namespace sekisho
