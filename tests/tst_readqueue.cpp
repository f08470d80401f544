// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"
#include "import/readqueue.h"
#include "support/smallreport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QByteArray report(int id)
{
    return fixture::smallReport().replace("r-1", QByteArray("r-" + QByteArray::number(id)));
}

/// A line for each item, as it stands in the dataset.
QStringList told(const Dataset &dataset)
{
    QStringList lines;
    for (const LogItem &item : dataset.items)
        lines.append(u"%1 %2 %3 %4"_s.arg(item.origin.path.section(u'/', -1), item.origin.member())
                         .arg(item.origin.leaf)
                         .arg(int(item.status)));
    return lines;
}

} // namespace

class TestReadQueue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsAnImportDoes();
    void takesPieceByPiece();
    void givesUp();
    void stops();
};

/// Small and large ones by turns, so that the threads overtake one another.
void TestReadQueue::readsAsAnImportDoes()
{
    const QTemporaryDir folder;
    const Stop never;
    ReadQueue queue({}, never);
    for (int i = 0; i < 200; ++i) {
        const QByteArray bytes = i % 7 == 3 ? QByteArray("no report")
            : i % 5 == 0                    ? report(i) + QByteArray(500'000, '\n')
                                            : report(i % 50);
        const QString path = folder.filePath(u"%1.xml"_s.arg(i, 3, 10, QChar(u'0')));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        queue.add(bytes, path, 0);
    }
    DatasetBuilder builder = queue.take();
    const DatasetPtr read = builder.finish();
    const DatasetPtr imported = importPaths({folder.path()}, {}, Limits(), never);
    QCOMPARE(imported->items.size(), size_t(200));
    QCOMPARE(told(*read), told(*imported));
    QCOMPARE(read->reports.size(), imported->reports.size());
}

void TestReadQueue::takesPieceByPiece()
{
    const Stop never;
    ReadQueue queue({}, never);
    DatasetBuilder empty = queue.take();
    QVERIFY(empty.finish()->items.empty());
    queue.add(report(1), u"one"_s, 0);
    DatasetBuilder first = queue.take();
    queue.add(report(2), u"two"_s, 0);
    queue.add(report(3), u"three"_s, 0);
    DatasetBuilder second = queue.take();
    QCOMPARE(told(*first.finish()), QStringList{u"one  0 0"_s});
    QCOMPARE(told(*second.finish()), (QStringList{u"two  0 0"_s, u"three  0 0"_s}));
}

/// Nobody waits for what nobody wants any more.
void TestReadQueue::givesUp()
{
    const Stop never;
    ReadQueue queue({}, never);
    for (int i = 0; i < 1'000; ++i)
        queue.add(report(i), u"x"_s, 0);
}

void TestReadQueue::stops()
{
    Stop stop;
    stop.request();
    ReadQueue queue({}, stop);
    for (int i = 0; i < 100; ++i)
        queue.add(report(i), u"x"_s, 0);
    DatasetBuilder builder = queue.take();
    QVERIFY(builder.finish()->reports.empty());
}

QTEST_GUILESS_MAIN(TestReadQueue)
#include "tst_readqueue.moc"
