// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.h"
#include "secretstore.h"
#include "session.h"

#include "main/pictures.h"
#include "widgets/programstyle.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>

using namespace sekisho;

namespace {

/// Writes the pages as pictures once everything is loaded, says where, and ends the program.
void savePicturesAndQuit(Session &session, const QString &folder)
{
    QDir().mkpath(folder);
    QObject::connect(&session, &Session::idle, &session, [&session, folder] {
        const QStringList written = savePictures(session.window(), folder, {});
        for (const QString &path : written)
            std::printf("%s\n", qPrintable(path));
        QCoreApplication::exit(written.size() == pageCount ? 0 : 1);
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(programStyle());
    QApplication::setOrganizationName(QStringLiteral("Sekisho"));
    QApplication::setApplicationName(QStringLiteral("Sekisho"));
    QApplication::setApplicationVersion(QStringLiteral(SEKISHO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("net.sekisho.Sekisho"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/sekisho.svg")));
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Files or folders of reports."), QStringLiteral("[PATH…]"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language: ja or en."), QStringLiteral("ja|en"));
    const QCommandLineOption hosts(QStringLiteral("ptr"), QStringLiteral("Host names: lines of address, tab, host name."), QStringLiteral("FILE"));
    const QCommandLineOption own(QStringLiteral("own"), QStringLiteral("Own senders: read from this file and kept in it."), QStringLiteral("FILE"));
    const QCommandLineOption pictures(QStringLiteral("pictures"), QStringLiteral("Write a picture of each page into a folder and quit."), QStringLiteral("FOLDER"));
    parser.addOptions({language, hosts, own, pictures});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    QSettings settings;
    const std::unique_ptr<SecretStore> secrets = systemSecretStore();
    Session session(settings, parser.value(language));
    session.keepSendersIn(
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), parser.value(own));
    session.useServices(userServicesPath());
    session.useMailboxes(*secrets, fetchedMailFolder());
    session.keepHostNamesIn(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    if (parser.isSet(hosts))
        session.loadHostNames(parser.value(hosts));
    if (parser.isSet(pictures))
        savePicturesAndQuit(session, parser.value(pictures));
    session.start(parser.positionalArguments());
    session.window().show();
    return QApplication::exec();
}
