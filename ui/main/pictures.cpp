// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/pictures.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>

namespace sekisho {

namespace {

constexpr const char *names[pageCount] = {"overview", "senders", "alignment", "cases", "failures", "reports", "importlog"};

/// Lets layouts, charts and the reading of originals finish.
void settle()
{
    constexpr qint64 enough = 400;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < enough)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

} // namespace

bool savePicture(MainWindow &window, PageId page, const QString &path)
{
    window.showPage(page);
    settle();
    return window.grab().save(path);
}

QStringList savePictures(MainWindow &window, const QString &folder, const QString &prefix)
{
    QStringList written;
    for (int i = 0; i < pageCount; ++i) {
        const QString path = QDir(folder).filePath(prefix + QString::fromLatin1(names[i]) + QStringLiteral(".png"));
        if (savePicture(window, PageId(i), path))
            written.append(path);
    }
    return written;
}

} // namespace sekisho
