// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"
#include "import/workspaceimport.h"
#include "support/smallreport.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sekisho::fixture {

/// Part of a test whose functions each have a folder of their own, with a place for a workspace and
/// a folder "in" for what is read.
class WorkspaceFolder {
protected:
    void makeFolder() { m_folder = std::make_unique<QTemporaryDir>(); }
    void removeFolder() { m_folder.reset(); }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString file() const { return path(QStringLiteral("w.sekisho")); }
    /// Into "in". Files are of long ago, so that their date says whether they have changed.
    void write(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(path(QStringLiteral("in"))));
        QFile out(path(QStringLiteral("in/") + name));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        QVERIFY(out.flush()); // or closing it would make it new
        QVERIFY(out.setFileTime(
            QDateTime::currentDateTimeUtc().addDays(-9), QFileDevice::FileModificationTime));
    }
    /// 00000.xml and so on, with the reports r-0 and so on.
    void writeReports(int count) const
    {
        for (int i = 0; i < count; ++i) {
            const QByteArray id = "r-" + QByteArray::number(i);
            write(QStringLiteral("%1.xml").arg(i, 5, 10, QChar(u'0')),
                smallReport().replace("r-1", id));
        }
    }
    /// Into the workspace, or into another one.
    [[nodiscard]] WorkspaceImport importAll(const QString &to = {}) const
    {
        const auto opened = Workspace::openOrCreate(to.isEmpty() ? file() : to);
        if (!opened)
            return {{}, {}, {}, opened.problem()};
        return importInto(opened.value(), {path(QStringLiteral("in"))}, {}, Limits(), Stop());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace sekisho::fixture
