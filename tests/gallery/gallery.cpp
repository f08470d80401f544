// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of every page, in both languages, light and dark, at two sizes, and of the Cases
// page for each case, into a folder: for looking at all of them after a change.
#include "analysis/cases/mailcase.h"
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

/// The Cases page for each case, for a sender with the user's word, and the guide.
QStringList casePicturesOf(Session &session, const QString &folder, const QString &prefix)
{
    QStringList written;
    const auto save = [&](const QString &name) {
        waitUntilIdle(session);
        const QString path = QDir(folder).filePath(prefix + QStringLiteral("cases-") + name + QStringLiteral(".png"));
        if (savePicture(session.window(), PageId::Cases, path))
            written.append(path);
    };
    session.window().resize(1440, 900);
    for (int i = 0; i <= int(mailCaseCount); ++i) {
        Filter filter;
        filter.cases = {i};
        session.setFilter(filter);
        save(caseKey(MailCase(i)));
    }
    Filter filter;
    filter.cases = {int(MailCase::ListOther)};
    session.setFilter(filter);
    waitUntilIdle(session);
    QString list;
    for (const CaseSender &sender : session.view().cases->senders)
        list = sender.mailCase() == MailCase::ListOther ? sender.key : list;
    const Pin pin{list, {}, MailCase::ListOther, QStringLiteral("example of a note")};
    Q_EMIT session.window().pinRequested(pin);
    save(QStringLiteral("pin"));
    Q_EMIT session.window().pinRemoved(pin);
    session.setFilter({});
    waitUntilIdle(session);
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
        for (const bool dark : {false, true}) {
            written += picturesOf(session, folder, language, dark);
            const QString theme = dark ? QStringLiteral("dark") : QStringLiteral("light");
            written += casePicturesOf(session, folder, language + u'-' + theme + QStringLiteral("-1440-"));
        }
    }
    for (const QString &path : std::as_const(written))
        std::printf("%s\n", qPrintable(path));
    const int expected = 2 * 2 * (2 * pageCount + int(mailCaseCount) + 2);
    return written.size() == expected ? 0 : 1;
}
