// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"
#include "support/samplefiles.h"

#include <QAction>
#include <QMessageBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// A home with a folder of two reports of 1,030 messages, and places for workspaces.
struct WorkspaceHome {
    WorkspaceHome()
    {
        add(u"a.xml"_s, u"google.com"_s, u"192.0.2.1"_s, 1000);
        add(u"b.xml"_s, u"mail.ru"_s, u"198.51.100.7"_s, 30);
    }

    void add(const QString &name, const QString &org, const QString &ip, int count) const
    {
        constexpr qint64 july = 1719792000; // 2024-07-01 00:00:00 UTC
        QVERIFY(writeFile(
            reports() + u'/' + name, reportXml(org, name, u"example.jp"_s, july, ip, count, true)));
    }

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString reports() const { return path(u"レポート"_s); }
    [[nodiscard]] QString standard() const { return path(u"data/Default.sekisho"_s); }

    QTemporaryDir folder;
};

/// The program as it runs in a home, with workspaces.
struct WorkspaceRun {
    explicit WorkspaceRun(const WorkspaceHome &home)
        : settings(home.path(u"settings.ini"_s), QSettings::IniFormat)
        , session(settings, u"en"_s)
    {
        session.keepSendersIn(home.path(u"data"_s));
        session.keepHostNamesIn(home.path(u"cache"_s));
        session.useWorkspaces(home.standard());
    }

    void wait() const { QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 60000); }
    void start(const QStringList &paths = {}, const QString &workspace = {})
    {
        session.start(paths, workspace);
        wait();
    }
    void open(const QString &path)
    {
        session.open({path}, false);
        wait();
    }
    void close()
    {
        window().show();
        window().close();
    }
    [[nodiscard]] qint64 messages() const { return session.view().results->totals.counts.messages; }
    MainWindow &window() { return session.window(); }
    QString said() { return window().statusBar()->currentMessage(); }
    const WorkspaceState &state() { return window().workspaceMenu().state(); }
    QAction *action(const QString &text)
    {
        for (QAction *action : window().findChildren<QAction *>()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    QString boxText()
    {
        const auto *box = window().findChild<QMessageBox *>();
        return box ? box->text() : QString();
    }

    QSettings settings;
    Session session;
};

} // namespace sekisho::fixture
