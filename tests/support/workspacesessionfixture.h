// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/samplefiles.h"
#include "support/sessionrun.h"

#include <QMessageBox>
#include <QTemporaryDir>

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

    /// Reports of one message each, that take a moment to be read.
    void addMany(int count) const
    {
        for (int i = 0; i < count; ++i)
            add(u"many/%1.xml"_s.arg(i), u"yahoo.example"_s, u"192.0.2.5"_s, 1);
    }

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString reports() const { return path(u"レポート"_s); }
    [[nodiscard]] QString standard() const { return path(u"data/Default.sekisho"_s); }

    QTemporaryDir folder;
};

/// The program as it runs in a home, with workspaces.
struct WorkspaceRun : SessionRun {
    explicit WorkspaceRun(const WorkspaceHome &home)
        : SessionRun(home.path(u"settings.ini"_s))
    {
        session.keepSendersIn(home.path(u"data"_s));
        session.keepHostNamesIn(home.path(u"cache"_s));
        session.useWorkspaces(home.standard());
    }

    QString boxText()
    {
        const auto *box = window().findChild<QMessageBox *>();
        return box ? box->text() : QString();
    }
};

/// The same, started, and with the home's reports in its workspace.
struct FilledRun : WorkspaceRun {
    explicit FilledRun(const WorkspaceHome &home)
        : WorkspaceRun(home)
    {
        start();
        open(home.reports());
    }
};

} // namespace sekisho::fixture
