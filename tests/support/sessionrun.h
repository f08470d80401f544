// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <QAction>
#include <QStatusBar>
#include <QTest>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// The program as it runs with settings of its own.
struct SessionRun {
    explicit SessionRun(const QString &settingsPath, const QString &language = u"en"_s)
        : settings(settingsPath, QSettings::IniFormat)
        , session(settings, language)
    {
    }

    void wait() const { QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 60'000); }
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

    QSettings settings;
    Session session;
};

} // namespace sekisho::fixture
