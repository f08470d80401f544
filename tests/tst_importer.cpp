// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"

#include "import/original.h"
#include "support/packing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

class TestImporter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }
    void everyFileHasAnItem();
    void beginningsOfReports();
    void photos();
    void orderDoesNotDependOnThreads();
    void countsProgress();
    void stopsInTheMiddle();
    void stoppedBeforeItBegins();
    void filesVanishWhileReading();
    void addsToAnEarlierDataset();
    void nothingThere_data();
    void nothingThere();
    void findsOriginalsAgain();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void writeMany(int count) const
    {
        for (int i = 0; i < count; ++i)
            write(u"%1.xml"_s.arg(i, 5, 10, QChar(u'0')), report(QByteArray::number(i)));
    }
    [[nodiscard]] DatasetPtr import(
        const QStringList &names = {}, const DatasetPtr &earlier = {}) const
    {
        QStringList paths;
        for (const QString &name : names)
            paths.append(path(name));
        return importPaths(
            paths.isEmpty() ? QStringList{m_folder->path()} : paths, earlier, Limits(), Stop());
    }
    [[nodiscard]] QStringList linesOf(const Dataset &dataset) const
    {
        QStringList lines;
        for (const LogItem &item : dataset.items) {
            QString line = QDir(m_folder->path()).relativeFilePath(item.origin.path);
            if (!item.origin.members.isEmpty())
                line += u" > "_s + item.origin.members.join(u" > "_s);
            line += u": "_s + statusKey(item.status);
            for (const Note &note : item.notes)
                line += u' ' + noteKey(note.code);
            lines.append(line);
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImporter::everyFileHasAnItem()
{
    write(u"a.xml"_s, report("R1"));
    write(u"b.zip"_s, zip({{"1.xml", report("R2")}, {"2.xml", report("R1")}}));
    write(u"c.gz"_s, gzip(report("R3")).first(12));
    write(u"d.txt"_s, "Just text");
    write(u"e"_s, {});
    write(u"f.eml"_s, "From: a@b.example\n\nHello\n");
    QCOMPARE(mkfifo(QFile::encodeName(path(u"g"_s)).constData(), 0600), 0);
    write(u"h"_s, {});
    QCOMPARE(truncate(QFile::encodeName(path(u"h"_s)).constData(), qint64(10) << 30), 0);
    QVERIFY(QFile::link(u"/dev/zero"_s, path(u"i"_s)));
    write(u"j.json"_s,
        "{\"organization-name\":\"x\",\"policies\":[],\"date-range\":{\"start-datetime\":"
        "\"2026-01-01T00:00:00Z\",\"end-datetime\":\"2026-01-01T23:59:59Z\"}}");
    const QStringList expected{
        u"a.xml: read"_s,
        u"b.zip > 1.xml: read"_s,
        u"b.zip > 2.xml: duplicate duplicate-of"_s,
        u"c.gz: unreadable container-damaged"_s,
        u"d.txt: not_a_report unknown-content"_s,
        u"e: unreadable empty-file"_s,
        u"f.eml: not_a_report mail-without-report"_s,
        u"g: not_a_report file-not-regular"_s,
        u"h: unreadable limit-file-bytes"_s,
        u"i: not_a_report file-not-regular"_s,
        u"j.json: read"_s,
    };
    QCOMPARE(linesOf(*import()), expected);
}

/// What was cut off before it said what it is about is no report, and not the same as another such.
void TestImporter::beginningsOfReports()
{
    write(u"a.xml"_s, "<feedback><broken");
    write(u"b.xml"_s, "<feedback><report_metadata><org_name>x");
    write(u"c.xml"_s, "<feedback></feedback>");
    write(u"d.xml"_s, "<feedback><report_metadata><report_id>7</report_id></report_metadata>");
    const DatasetPtr dataset = import();
    QStringList statuses;
    for (const LogItem &item : dataset->items) {
        statuses.append(statusKey(item.status));
        QVERIFY(!item.notes.isEmpty());
    }
    QCOMPARE(statuses,
        (QStringList{u"unreadable"_s, u"unreadable"_s, u"unreadable"_s, u"read_with_notes"_s}));
    QCOMPARE(dataset->reports.size(), size_t(1));
}

void TestImporter::photos()
{
    write(u"a.jpg"_s, QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9", 22));
    write(u"b.png"_s,
        QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde", 33));
    write(u"c.heic"_s,
        QByteArray("\0\0\0\x18"
                   "ftypheic\0\0\0\0mif1heic",
            24));
    write(u"d.webp"_s, QByteArray("RIFF\x24\0\0\0WEBPVP8 ", 16));
    const QStringList lines = linesOf(*import());
    QCOMPARE(lines.size(), 4);
    for (const QString &line : lines)
        QVERIFY2(line.endsWith(u": not_a_report unknown-content"_s), qPrintable(line));
}

void TestImporter::orderDoesNotDependOnThreads()
{
    writeMany(1500); // several windows of files ahead
    write(u"00000a.zip"_s, zip({{"1", report("z1")}, {"2", report("z2")}}));
    const DatasetPtr first = import();
    QCOMPARE(first->items.size(), size_t(1502));
    QVERIFY(std::is_sorted(first->items.cbegin(), first->items.cend(),
        [](const LogItem &a, const LogItem &b) { return a.origin.path < b.origin.path; }));
    for (int i = 0; i < 3; ++i)
        QVERIFY(import()->items == first->items);
}

void TestImporter::countsProgress()
{
    writeMany(20);
    write(u"bad.gz"_s, gzip("x").first(11));
    write(u"text"_s, "text");
    ImportProgress last;
    int calls = 0;
    const DatasetPtr dataset =
        importPaths({m_folder->path()}, {}, Limits(), Stop(), [&](const ImportProgress &progress) {
            QVERIFY(progress.files >= last.files && progress.files <= progress.filesInAll);
            last = progress;
            ++calls;
        });
    QVERIFY(calls >= 1);
    qint64 bytes = 0;
    for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files))
        bytes += info.size();
    QCOMPARE(last, (ImportProgress{22, 22, bytes, 20, 20, 1}));
}

void TestImporter::stopsInTheMiddle()
{
    writeMany(3000);
    Stop stop;
    const DatasetPtr dataset = importPaths({m_folder->path()}, {}, Limits(), stop,
        [&stop](const ImportProgress &) { stop.request(); });
    QVERIFY(!dataset->items.empty());
    QVERIFY(dataset->items.size() < 3000);
    QCOMPARE(dataset->reports.size(), dataset->items.size());
}

void TestImporter::stoppedBeforeItBegins()
{
    writeMany(10);
    Stop stop;
    stop.request();
    QVERIFY(importPaths({m_folder->path()}, {}, Limits(), stop)->items.empty());
}

void TestImporter::filesVanishWhileReading()
{
    writeMany(3000);
    bool removed = false;
    const DatasetPtr dataset =
        importPaths({m_folder->path()}, {}, Limits(), Stop(), [&](const ImportProgress &) {
            if (!std::exchange(removed, true))
                QDir(m_folder->path()).removeRecursively();
        });
    QCOMPARE(dataset->items.size(), size_t(3000));
    const LogItem &last = dataset->items.back();
    QCOMPARE(last.status, ItemStatus::Unreadable);
    QCOMPARE(last.notes.front().code, NoteCode::FileVanished);
}

void TestImporter::addsToAnEarlierDataset()
{
    write(u"a.xml"_s, report("R1"));
    write(u"b.xml"_s, report("R2"));
    write(u"c.xml"_s, report("R1"));
    const DatasetPtr first = import({u"a.xml"_s});
    const DatasetPtr second = import({u"b.xml"_s, u"c.xml"_s}, first);
    QCOMPARE(linesOf(*second),
        (QStringList{u"a.xml: read"_s, u"b.xml: read"_s, u"c.xml: duplicate duplicate-of"_s}));
    QCOMPARE(first->items.size(), size_t(1)); // untouched
    QCOMPARE(second->reports.size(), size_t(3));
    QCOMPARE(second->records.size(), size_t(3));
}

void TestImporter::nothingThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    QTest::newRow("no such file") << u"none"_s << u"none: unreadable file-missing"_s;
    QTest::newRow("empty folder") << u"empty"_s << u"empty: unreadable folder-empty"_s;
}

void TestImporter::nothingThere()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    QCOMPARE(linesOf(*import({name})), QStringList{line});
}

void TestImporter::findsOriginalsAgain()
{
    write(u"a.zip"_s,
        zip({{"1.gz", gzip(report("R1"))}, {"2.gz", gzip("x").first(11)},
            {"3.xml", report("R3")}}));
    const DatasetPtr dataset = import();
    QCOMPARE(dataset->items.size(), size_t(3));
    QCOMPARE(loadOriginal(dataset->items[0].origin, Limits()).value(), report("R1"));
    QCOMPARE(loadOriginal(dataset->items[1].origin, Limits()).value(), gzip("x").first(11));
    QCOMPARE(loadOriginal(dataset->items[2].origin, Limits()).value(), report("R3"));
    QVERIFY(QFile::remove(path(u"a.zip"_s)));
    QCOMPARE(
        loadOriginal(dataset->items[0].origin, Limits()).problem().code, NoteCode::FileMissing);
    QVERIFY(QDir(m_folder->path()).mkpath(u"a.zip"_s)); // a folder in its place, with another file
    write(u"a.zip/other"_s, report("R4"));
    QVERIFY(!loadOriginal(dataset->items[0].origin, Limits()).ok());
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
