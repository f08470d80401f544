// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/workspace.h"
#include "dataset/dataset.h"
#include "import/workspaceimport.h"
#include "support/contents.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sekisho::fixture {

/// Part of a test whose functions each begin with an empty workspace, in a folder of its own with
/// a folder "in" for what is read.
class NewWorkspace {
protected:
    [[nodiscard]] bool makeWorkspace()
    {
        using namespace Qt::StringLiterals;
        m_folder = std::make_unique<QTemporaryDir>();
        const auto made = Workspace::create(path(u"w.sekisho"_s));
        if (made)
            m_workspace = made.value();
        return bool(made);
    }
    void removeWorkspace()
    {
        m_workspace = {};
        m_folder.reset();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// Into "in". Files are of long ago, so that their date says whether they have changed.
    void write(const QString &name, const QByteArray &bytes) const
    {
        using namespace Qt::StringLiterals;
        QVERIFY(QDir().mkpath(path(u"in"_s)));
        QFile file(path(u"in/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        QVERIFY(file.flush()); // or closing it would make it new
        QVERIFY(file.setFileTime(
            QDateTime::currentDateTimeUtc().addDays(-9), QFileDevice::FileModificationTime));
    }
    [[nodiscard]] DatasetPtr loaded() const
    {
        const auto dataset = loadDataset(m_workspace, Stop());
        return dataset ? dataset.value() : std::make_shared<const Dataset>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Workspace m_workspace;
};

} // namespace sekisho::fixture
