// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderwatch.h"

#include "support/samplefiles.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestFolderWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatAFileCame();
    void watchesFoldersBelow();
    void manyChangesAreOne();
    void looksNowAndThenAnyway();
    void saysNothingOnceItIsOff();
};

void TestFolderWatch::saysThatAFileCame()
{
    const QTemporaryDir folder;
    FolderWatch watch;
    QSignalSpy changed(&watch, &FolderWatch::changed);
    watch.watch({folder.path()});
    QVERIFY(watch.isWatching());
    QTRY_VERIFY(watch.watched().contains(folder.path()));
    QVERIFY(fixture::writeFile(folder.filePath(u"a.xml"_s), "a"));
    QTRY_COMPARE(changed.count(), 1);
}

void TestFolderWatch::watchesFoldersBelow()
{
    const QTemporaryDir folder;
    const QString below = folder.filePath(u"2026/六月"_s);
    QVERIFY(QDir().mkpath(below));
    FolderWatch watch;
    QSignalSpy changed(&watch, &FolderWatch::changed);
    watch.watch({folder.path()});
    QTRY_VERIFY(watch.watched().contains(below));
    QVERIFY(fixture::writeFile(below + u"/a.xml"_s, "a"));
    QTRY_COMPARE(changed.count(), 1);
    // A folder that came later, once it was looked for.
    const QString later = folder.filePath(u"2027"_s);
    QVERIFY(QDir().mkpath(later));
    QTRY_COMPARE(changed.count(), 2);
    watch.look();
    QTRY_VERIFY(watch.watched().contains(later));
    // And one that went.
    QVERIFY(QDir(later).removeRecursively());
    watch.look();
    QTRY_VERIFY(!watch.watched().contains(later));
}

void TestFolderWatch::manyChangesAreOne()
{
    const QTemporaryDir folder;
    FolderWatch watch;
    QSignalSpy changed(&watch, &FolderWatch::changed);
    watch.watch({folder.path()});
    QTRY_VERIFY(!watch.watched().isEmpty());
    for (int i = 0; i < 50; ++i)
        QVERIFY(fixture::writeFile(folder.filePath(QString::number(i)), "a"));
    QTRY_COMPARE(changed.count(), 1);
    QTest::qWait(100);
    QCOMPARE(changed.count(), 1);
}

void TestFolderWatch::looksNowAndThenAnyway()
{
    const QTemporaryDir folder;
    FolderWatch watch;
    watch.setInterval(10);
    QSignalSpy changed(&watch, &FolderWatch::changed);
    watch.watch({folder.path()});
    QTRY_VERIFY(changed.count() >= 2);
}

void TestFolderWatch::saysNothingOnceItIsOff()
{
    const QTemporaryDir folder;
    FolderWatch watch;
    watch.setInterval(10);
    watch.watch({folder.path()});
    QTRY_VERIFY(!watch.watched().isEmpty());
    watch.watch({});
    QVERIFY(!watch.isWatching());
    QVERIFY(watch.watched().isEmpty());
    QSignalSpy changed(&watch, &FolderWatch::changed);
    QVERIFY(fixture::writeFile(folder.filePath(u"a.xml"_s), "a"));
    QTest::qWait(100);
    QCOMPARE(changed.count(), 0);
}

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "tst_folderwatch.moc"
