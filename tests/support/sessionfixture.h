// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/contents.h"
#include "support/samplefiles.h"
#include "support/sessionrun.h"

#include <QLabel>
#include <QTemporaryDir>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

inline constexpr qint64 july = 1719792000; // 2024-07-01 00:00:00 UTC

/// A home with settings, a folder of reports, and sessions over both.
struct Home {
    Home()
    {
        const auto add = [this](const QString &name, const QString &org, const QString &domain,
                             int day, const QString &ip, int count, bool passes) {
            QVERIFY(fixture::writeFile(reports() + u'/' + name,
                fixture::reportXml(
                    org, name, domain, july + day * secondsPerDay, ip, count, passes)));
        };
        add(u"a.xml"_s, u"google.com"_s, u"example.jp"_s, 0, u"192.0.2.1"_s, 1000, true);
        add(u"b.xml"_s, u"mail.ru"_s, u"example.jp"_s, 1, u"198.51.100.7"_s, 30, false);
        add(u"c.xml"_s, u"google.com"_s, u"example.com"_s, 40, u"192.0.2.9"_s, 4, true);
    }

    /// Reports of one message each, that take a moment to be read.
    void addMany(int count) const
    {
        for (int i = 0; i < count; ++i) {
            QVERIFY(fixture::writeFile(u"%1/many/%2.xml"_s.arg(reports()).arg(i),
                fixture::reportXml(u"yahoo.example"_s, QString::number(i), u"example.jp"_s, july,
                    u"192.0.2.5"_s, 1, true)));
        }
    }

    [[nodiscard]] QString reports() const { return folder.filePath(u"レポート"_s); }
    [[nodiscard]] QString settingsPath() const { return folder.filePath(u"settings.ini"_s); }

    QTemporaryDir folder;
};

/// The program as it runs in a home.
struct Run : SessionRun {
    explicit Run(const Home &home, const QString &language = u"en"_s)
        : SessionRun(home.settingsPath(), language)
    {
    }

    QString shownText()
    {
        QStringList texts;
        for (const QLabel *label : window().statusBar()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }
};

inline Filter withText(const QString &text)
{
    Filter filter;
    filter.text = text;
    return filter;
}

} // namespace sekisho::fixture
