// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop is told: its files, the program and the type of workspaces name each other.
#include "archive/workspace.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"net.sekisho.Sekisho"_s;
const QString workspaceType = u"application/x-sekisho-workspace"_s;

QString installer(const QString &suffix)
{
    return QStringLiteral(SEKISHO_SOURCE_DIR "/installer/") + name + suffix;
}

QString text(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What stands in the elements of this name.
QStringList elements(const QString &xml, QStringView element)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            texts.append(reader.readElementText());
    }
    return texts;
}

} // namespace

class TestDesktopFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesAgree();
    void opensWhatItSays();
    void workspaceType_data();
    void workspaceType();

private:
    QTemporaryDir m_folder;
};

/// As if it were installed, beside the types that the system knows.
void TestDesktopFiles::initTestCase()
{
    const QString types = QStandardPaths::locate(
        QStandardPaths::GenericDataLocation, u"mime/packages/freedesktop.org.xml"_s);
    if (types.isEmpty())
        QSKIP("The system knows no types of files.");
    QVERIFY(QDir().mkpath(m_folder.filePath(u"mime/packages"_s)));
    QVERIFY(QFile::copy(types, m_folder.filePath(u"mime/packages/freedesktop.org.xml"_s)));
    QVERIFY(QFile::copy(installer(u".xml"_s), m_folder.filePath(u"mime/packages/sekisho.xml"_s)));
    qputenv("XDG_DATA_DIRS", m_folder.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"home"_s).toLocal8Bit());
}

/// Under Wayland a window has an icon only where its name is that of the desktop file.
void TestDesktopFiles::namesAgree()
{
    const QString main = text(QStringLiteral(SEKISHO_SOURCE_DIR "/app/main.cpp"));
    QVERIFY(main.contains(u"setDesktopFileName(QStringLiteral(\"%1\"))"_s.arg(name)));
    const QString meta = text(installer(u".metainfo.xml"_s));
    QCOMPARE(elements(meta, u"id"), QStringList{name});
    QCOMPARE(elements(meta, u"launchable"), QStringList{name + u".desktop"_s});
    QCOMPARE(elements(meta, u"mediatype"), QStringList{::workspaceType});
    const QString installed = text(QStringLiteral(SEKISHO_SOURCE_DIR "/installer/CMakeLists.txt"));
    for (const QString &suffix : {u".desktop"_s, u".metainfo.xml"_s, u".xml"_s})
        QVERIFY2(installed.contains(u"FILES "_s + name + suffix), qPrintable(suffix));
}

void TestDesktopFiles::opensWhatItSays()
{
    const QString entry = text(installer(u".desktop"_s));
    const QRegularExpression line(u"^MimeType=(.*)$"_s, QRegularExpression::MultilineOption);
    const QStringList types =
        line.match(entry).captured(1).split(u';', Qt::SkipEmptyParts);
    QVERIFY(types.contains(::workspaceType));
    for (const QString &type : types)
        QVERIFY2(QMimeDatabase().mimeTypeForName(type).isValid(), qPrintable(type));
}

void TestDesktopFiles::workspaceType_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("isWorkspace");
    QTest::newRow("a workspace") << u"client.sekisho"_s << true;
    QTest::newRow("a copy under another name") << u"client.sekisho.v1"_s << true;
    QTest::newRow("without a name's ending") << u"client"_s << true;
    QTest::newRow("another database") << u"other.db"_s << false;
}

void TestDesktopFiles::workspaceType()
{
    QFETCH(QString, file);
    QFETCH(bool, isWorkspace);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"w"_s);
    QVERIFY(Workspace::create(path));
    if (!isWorkspace) {
        QFile other(path);
        QVERIFY(other.open(QIODevice::ReadWrite) && other.seek(68));
        QCOMPARE(other.write("Mail"), 4);
    }
    const QString named = folder.filePath(file);
    QVERIFY(QFile::rename(path, named));
    const QMimeType type = QMimeDatabase().mimeTypeForFile(named);
    QCOMPARE(type.name() == ::workspaceType, isWorkspace);
    QVERIFY2(type.inherits(u"application/vnd.sqlite3"_s), qPrintable(type.name()));
}

QTEST_GUILESS_MAIN(TestDesktopFiles)
#include "tst_desktopfiles.moc"
