// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of every page, in both languages, light and dark, at two sizes, into a folder:
// for looking at all of them after a change.
#include "main/pictures.h"
#include "session.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>

using namespace sekisho;

namespace {

void waitUntilIdle(Session &session)
{
    while (!session.isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

QStringList picturesOf(Session &session, const QString &folder, const QString &language, bool dark)
{
    Preferences preferences;
    preferences.language = language;
    preferences.theme = dark ? Preferences::Theme::Dark : Preferences::Theme::Light;
    session.setPreferences(preferences);
    QStringList written;
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        session.window().resize(size);
        const QString prefix = QStringLiteral("%1-%2-%3-")
                                   .arg(language, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                   .arg(size.width());
        written += savePictures(session.window(), folder, prefix);
    }
    return written;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("gallery");
    QDir().mkpath(folder);
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Session session(settings, QStringLiteral("en"));
    session.window().show();
    session.openSample();
    waitUntilIdle(session);
    QStringList written;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ja")}) {
        for (const bool dark : {false, true})
            written += picturesOf(session, folder, language, dark);
    }
    for (const QString &path : std::as_const(written))
        std::printf("%s\n", qPrintable(path));
    const int expected = 2 * 2 * 2 * pageCount;
    return written.size() == expected ? 0 : 1;
}
