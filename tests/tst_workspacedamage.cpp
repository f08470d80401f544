// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace file that is not what was written: it is said, and what can be is saved.
#include "archive/maintenance.h"
#include "archive/schema.h"
#include "support/contents.h"
#include "support/datasetcompare.h"
#include "support/workspacefolder.h"

#include <QRandomGenerator>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

class TestWorkspaceDamage final : public QObject, private WorkspaceFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void cleanup() { removeFolder(); }
    void truncated();
    void flippedBits();
};

void TestWorkspaceDamage::truncated()
{
    writeReports(300);
    QVERIFY(!importAll().problem);
    const QByteArray whole = contents(file());
    const qsizetype pages = whole.size() / workspacePageBytes;
    QVERIFY(pages > 20);
    for (const qsizetype size : {qsizetype(50), qsizetype(workspacePageBytes), whole.size() / 4,
             whole.size() / 2 + 77, whole.size() - workspacePageBytes}) {
        const QString cut = path(u"cut-%1.sekisho"_s.arg(size));
        QFile out(cut);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(whole.first(size)) == size);
        out.close();
        {
            const auto opened = Workspace::open(cut);
            if (opened) {
                const auto loaded = loadDataset(opened.value(), Stop());
                QVERIFY(!loaded);
                QCOMPARE(loaded.problem().trouble, WorkspaceTrouble::Damaged);
            } else {
                QVERIFY(opened.problem().trouble == WorkspaceTrouble::Damaged ||
                    opened.problem().trouble == WorkspaceTrouble::NoWorkspace);
            }
        }
        const auto saved = salvage(cut, path(u"saved-%1.sekisho"_s.arg(size)), Stop());
        QCOMPARE(contents(cut), whole.first(size));
        if (!saved)
            continue;
        const auto opened = Workspace::open(path(u"saved-%1.sekisho"_s.arg(size)));
        QVERIFY(opened);
        QVERIFY(loadDataset(opened.value(), Stop()));
        QVERIFY(verify(opened.value(), Limits(), Stop()).value().findings.isEmpty());
    }
}

void TestWorkspaceDamage::flippedBits()
{
    writeReports(300);
    const WorkspaceImport imported = importAll();
    QVERIFY(!imported.problem);
    const QByteArray exports = exportsOf(*imported.dataset);
    const QByteArray whole = contents(file());
    QRandomGenerator random(7);
    qint64 most = 0;
    for (int round = 0; round < 40; ++round) {
        QByteArray bytes = whole;
        // A whole block, or single bits.
        if (round % 2 == 0) {
            const qsizetype at = random.bounded(1, int(bytes.size() / 4096)) * qsizetype(4096);
            for (qsizetype i = at; i < std::min(at + 4096, bytes.size()); ++i)
                bytes[i] = char(random.bounded(256));
        } else {
            for (int i = 0; i < 20; ++i)
                bytes[qsizetype(random.bounded(int(bytes.size())))] ^= char(1 << random.bounded(8));
        }
        const QString flipped = path(u"flipped.sekisho"_s);
        QFile out(flipped);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        out.close();
        {
            const auto opened = Workspace::openToRead(flipped);
            if (opened) {
                const auto loaded = loadDataset(opened.value(), Stop());
                const auto found = verify(opened.value(), Limits(), Stop());
                // What nobody finds changes nothing: it is in a gap.
                if (found && found.value().findings.isEmpty())
                    QVERIFY(loaded && exportsOf(*loaded.value()) == exports);
            }
        }
        const QString saved = path(u"saved.sekisho"_s);
        const auto result = salvage(flipped, saved, Stop());
        QCOMPARE(contents(flipped), bytes);
        if (result) {
            const auto opened = Workspace::open(saved);
            QVERIFY(opened);
            const auto dataset = loadDataset(opened.value(), Stop());
            QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.problem().detail));
            most = std::max(most, result.value().reports);
        }
        for (const char *suffix : {"", "-wal", "-shm", ".lock"}) {
            QFile::remove(saved + QLatin1StringView(suffix));
            QFile::remove(flipped + QLatin1StringView(suffix));
        }
    }
    QVERIFY2(most >= 290, qPrintable(QString::number(most))); // one block is a few reports
}

QTEST_GUILESS_MAIN(TestWorkspaceDamage)
#include "tst_workspacedamage.moc"
