// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filesaver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestFileSaver final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saves();
    void saysWhyNot();
    void names_data();
    void names();
};

void TestFileSaver::saves()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.bin"_s);
    QCOMPARE(saveFile(path, QByteArray("first, longer")).result(), QString());
    QCOMPARE(saveFile(path, QByteArray("ab\0c", 4)).result(), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("ab\0c", 4));
}

void TestFileSaver::saysWhyNot()
{
    QTemporaryDir folder;
    QVERIFY(!saveFile(folder.filePath(u"no/such/folder/a"_s), "x").result().isEmpty());
}

void TestFileSaver::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"google.com!example.com!1!2.xml"_s
                           << u"google.com!example.com!1!2.xml"_s;
    QTest::newRow("japanese") << u"報告.xml"_s << u"報告.xml"_s;
    QTest::newRow("path") << u"/etc/passwd"_s << u"passwd"_s;
    QTest::newRow("upwards") << u"../../a"_s << u"a"_s;
    QTest::newRow("windows") << u"C:\\x\\a.exe"_s << u"a.exe"_s;
    QTest::newRow("folder") << u"a/"_s << u"item.bin"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots") << u".."_s << u"item.bin"_s;
    QTest::newRow("nothing") << QString() << u"item.bin"_s;
    QTest::newRow("override") << u"a\u202Egpj.exe"_s << u"a_gpj.exe"_s;
    QTest::newRow("control") << u"a\n\0b"_s << u"a__b"_s;
    QTest::newRow("ends in a dot") << u"a. ."_s << u"a"_s;
    QTest::newRow("long") << QString(500, u'x') + u".xml" << QString(116, u'x') + u".xml";
}

void TestFileSaver::names()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name, u"item.bin"_s), "safe");
}

QTEST_GUILESS_MAIN(TestFileSaver)
#include "tst_filesaver.moc"
