// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.h"
#include "language.h"
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

struct WindowOptions {
    Q_DECLARE_TR_FUNCTIONS(WindowOptions)
};

/// What the program can be called with.
struct Options {
    Options()
        : parser(std::make_unique<QCommandLineParser>())
    {
        describe();
    }

    /// Says it again in the language of now; what was parsed is forgotten.
    void describe()
    {
        parser = std::make_unique<QCommandLineParser>();
        parser->addPositionalArgument(QStringLiteral("PATH"), WindowOptions::tr("Files or folders of reports, for a quick look; or a workspace."), QStringLiteral("[PATH…]"));
        parser->addOption({language, WindowOptions::tr("Language: ja or en."), QStringLiteral("ja|en")});
        parser->addOption({workspace, WindowOptions::tr("Open this workspace; PATHs are taken into it."), QStringLiteral("FILE")});
        parser->addOption({hosts, WindowOptions::tr("Host names: lines of address, tab, host name."), QStringLiteral("FILE")});
        parser->addOption({own, WindowOptions::tr("Own senders: read from this file and kept in it."), QStringLiteral("FILE")});
        parser->addOption({pictures, WindowOptions::tr("Write a picture of each page into a folder and quit."), QStringLiteral("FOLDER")});
        parser->addHelpOption();
        parser->addVersionOption();
    }

    const QString language = QStringLiteral("language");
    const QString workspace = QStringLiteral("workspace");
    const QString hosts = QStringLiteral("ptr");
    const QString own = QStringLiteral("own");
    const QString pictures = QStringLiteral("pictures");
    std::unique_ptr<QCommandLineParser> parser;
};

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
    Options options;
    {
        // The help speaks the language that is asked for, so that is looked for first.
        Language language;
        options.parser->parse(QApplication::arguments());
        language.set(options.parser->value(options.language));
        options.describe();
        options.parser->process(app);
    }

    QSettings settings;
    const std::unique_ptr<SecretStore> secrets = systemSecretStore();
    Session session(settings, options.parser->value(options.language));
    session.keepSendersIn(
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), options.parser->value(options.own));
    session.useServices(userServicesPath());
    session.useMailboxes(*secrets, fetchedMailFolder());
    session.keepHostNamesIn(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    // Pictures are of what is named, or of the samples, and leave nothing behind.
    if (!options.parser->isSet(options.pictures) || options.parser->isSet(options.workspace))
        session.useWorkspaces(defaultWorkspacePath());
    if (options.parser->isSet(options.hosts))
        session.loadHostNames(options.parser->value(options.hosts));
    if (options.parser->isSet(options.pictures))
        savePicturesAndQuit(session, options.parser->value(options.pictures));
    session.start(options.parser->positionalArguments(), options.parser->value(options.workspace));
    session.window().show();
    return QApplication::exec();
}
