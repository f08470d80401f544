// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of every page, in both languages, light and dark, at two sizes, and of the Cases
// page for each case, into a folder: for looking at all of them after a change.
#include "analysis/cases/mailcase.h"
#include "main/pictures.h"
#include "session.h"
#include "widgets/programstyle.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
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
        if (MailCase(i) == MailCase::Undetermined)
            continue; // the samples leave no mail undetermined, see undeterminedPictures()
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

/// A report with one record, of a sender of whom nothing else is known.
QByteArray lonelyReport()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<feedback>
  <report_metadata>
    <org_name>receiver.example</org_name>
    <email>dmarc@receiver.example</email>
    <report_id>20260601-1</report_id>
    <date_range><begin>1780272000</begin><end>1780358399</end></date_range>
  </report_metadata>
  <policy_published><domain>example.com</domain><p>none</p></policy_published>
  <record>
    <row>
      <source_ip>192.0.2.123</source_ip><count>2</count>
      <policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated>
    </row>
    <identifiers><header_from>example.com</header_from></identifiers>
    <auth_results><spf><domain>example.net</domain><result>pass</result></spf></auth_results>
  </record>
</feedback>
)";
}

/// The Cases page for mail of which the evidence does not say what it is, out of a report in `home`.
QStringList undeterminedPictures(Session &session, const QString &folder, const QDir &home)
{
    QFile report(home.filePath(QStringLiteral("lonely.xml")));
    if (!report.open(QIODevice::WriteOnly) || report.write(lonelyReport()) < 0)
        return {};
    report.close();
    session.open({report.fileName()}, false);
    waitUntilIdle(session);
    QStringList written;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ja")}) {
        for (const bool dark : {false, true}) {
            Preferences preferences;
            preferences.language = language;
            preferences.theme = dark ? Preferences::Theme::Dark : Preferences::Theme::Light;
            session.setPreferences(preferences);
            Filter filter;
            filter.cases = {int(MailCase::Undetermined)};
            session.setFilter(filter);
            waitUntilIdle(session);
            const QString name = QStringLiteral("%1-%2-1440-cases-undetermined.png")
                                     .arg(language, dark ? QStringLiteral("dark") : QStringLiteral("light"));
            const bool found = !session.view().cases->senders.empty();
            if (found && savePicture(session.window(), PageId::Cases, QDir(folder).filePath(name)))
                written.append(QDir(folder).filePath(name));
        }
    }
    return written;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(programStyle());
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
    session.window().resize(1440, 900);
    written += undeterminedPictures(session, folder, QDir(home.path()));
    for (const QString &path : std::as_const(written))
        std::printf("%s\n", qPrintable(path));
    const int expected = 2 * 2 * (2 * pageCount + int(mailCaseCount) + 2);
    return written.size() == expected ? 0 : 1;
}
