// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/packing.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// Part of a test whose functions each begin with a folder of two reports.
class TwoReports {
protected:
    void makeReports()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"r1.xml"_s, packing::report("R1"));
        // Another domain, on the next day, 40 messages from elsewhere that do not pass.
        write(u"r2.xml.gz"_s,
            packing::gzip(packing::report("R2")
                              .replace("example.com", "example.org")
                              .replace("1506211200", "1506297600")
                              .replace("1506297599", "1506383999")
                              .replace("<count>3<", "<count>40<")
                              .replace("192.0.2.1", "198.51.100.7")
                              .replace(">pass<", ">fail<")));
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace sekisho::fixture
