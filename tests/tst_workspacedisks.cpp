// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace where not everything may be written, where there is no room, and where the disk goes.
#include "archive/maintenance.h"
#include "support/contents.h"
#include "support/datasetcompare.h"
#include "support/workspacechild.h"
#include "support/workspacefolder.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

/// A volume of so many bytes, where the system lets us have one.
class SmallVolume final {
public:
    SmallVolume(const QString &path, const QByteArray &options)
        : m_path(QFile::encodeName(path))
    {
        QDir().mkpath(path);
        m_there = ::mount("none", m_path.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallVolume()
    {
        if (m_there)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallVolume)

    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount(nullptr, m_path.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }
    void pullOut()
    {
        ::umount2(m_path.constData(), MNT_DETACH);
        m_there = false;
    }

private:
    const QByteArray m_path;
    bool m_there = false;
};

} // namespace

class TestWorkspaceDisks final : public QObject, private WorkspaceFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void cleanup() { removeFolder(); }
    void withoutRights_data();
    void withoutRights();
    void readOnlyVolume();
    void noRoom();
    void fullVolume();
    void gone();
    void pulledOut();
};

void TestWorkspaceDisks::withoutRights_data()
{
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("trouble");
    QTest::newRow("file") << 0444 << 0777 << int(WorkspaceTrouble::ReadOnlyFile);
    QTest::newRow("folder") << 0666 << 0555 << int(WorkspaceTrouble::ReadOnlyFolder);
    QTest::newRow("both") << 0444 << 0555 << int(WorkspaceTrouble::ReadOnlyFile);
    QTest::newRow("none") << 0666 << 0777 << 0;
}

void TestWorkspaceDisks::withoutRights()
{
    QFETCH(int, fileMode);
    QFETCH(int, folderMode);
    QFETCH(int, trouble);
    writeReports(2);
    QVERIFY(QDir().mkpath(path(u"there"_s)));
    const QString to = path(u"there/w.sekisho"_s);
    QVERIFY(!importAll(to).problem);
    const QByteArray before = contents(to);
    const auto mode = [](const QString &name, int bits) {
        return ::chmod(QFile::encodeName(name).constData(), mode_t(bits)) == 0;
    };
    QVERIFY(mode(to, fileMode) && mode(path(u"there"_s), folderMode));
    QStringList arguments{u"open"_s, to};
    if (::geteuid() == 0) { // nothing is forbidden to root
        QVERIFY(mode(m_folder->path(), 0755));
        arguments.append(u"65534"_s);
    }
    const QByteArray output = outputOfChild(arguments);
    QCOMPARE(
        output, QByteArray::number(int(trouble == 0)) + ' ' + QByteArray::number(trouble) + " 2");
    QVERIFY(mode(path(u"there"_s), 0777));
    QCOMPARE(contents(to), before);
}

void TestWorkspaceDisks::readOnlyVolume()
{
    SmallVolume volume(path(u"volume"_s), "size=8m");
    if (!volume.isThere())
        QSKIP("No volume can be mounted here");
    writeReports(2);
    const QString to = path(u"volume/w.sekisho"_s);
    QVERIFY(!importAll(to).problem);
    QVERIFY(volume.makeReadOnly());
    const auto opened = Workspace::open(to);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.problem().detail));
    QVERIFY(!opened.value().isWritable());
    QVERIFY(opened.value().whyReadOnly().trouble == WorkspaceTrouble::ReadOnlyFile ||
        opened.value().whyReadOnly().trouble == WorkspaceTrouble::ReadOnlyFolder);
    QCOMPARE(loadDataset(opened.value(), Stop()).value()->reports.size(), size_t(2));
    QVERIFY(verify(opened.value(), Limits(), Stop()).value().findings.isEmpty());
}

/// A limit of the system on how large a file may become stands for a disk that is full.
void TestWorkspaceDisks::noRoom()
{
    writeReports(400);
    const QByteArray output = outputOfChild({u"import"_s, file(), path(u"in"_s), u"450000"_s});
    QVERIFY2(output.contains("\nproblem "), output.constData());
    const QList<QByteArray> lines = output.split('\n');
    const int trouble = lines.last().split(' ').value(1).toInt();
    QVERIFY2(trouble == int(WorkspaceTrouble::Full) || trouble == int(WorkspaceTrouble::Unwritable),
        lines.last().constData());
    const int durable = lines.at(lines.size() - 2).toInt();
    QVERIFY(durable > 0 && durable < 400);
    const auto opened = Workspace::open(file());
    QVERIFY(opened);
    QCOMPARE(int(loadDataset(opened.value(), Stop()).value()->items.size()), durable);
    QVERIFY(opened.value().interruptedImport());
    QVERIFY(verify(opened.value(), Limits(), Stop()).value().findings.isEmpty());
}

void TestWorkspaceDisks::fullVolume()
{
    SmallVolume volume(path(u"volume"_s), "size=1m");
    if (!volume.isThere())
        QSKIP("No volume can be mounted here");
    writeReports(1500);
    const QString to = path(u"volume/w.sekisho"_s);
    const auto made = Workspace::create(to);
    QVERIFY(made);
    const WorkspaceImport full =
        importInto(made.value(), {path(u"in"_s)}, {}, Limits(), Stop(), {}, {100, 1 << 20, 60'000});
    QCOMPARE(full.problem.trouble, WorkspaceTrouble::Full);
    QVERIFY(full.dataset->items.size() >= 100 && full.dataset->items.size() < 1500);
    QCOMPARE(differences(*loadDataset(made.value(), Stop()).value(), *full.dataset), QStringList());
    QVERIFY(verify(made.value(), Limits(), Stop()).value().findings.isEmpty());
    // There is room again: it goes on.
    QCOMPARE(::mount(nullptr, QFile::encodeName(path(u"volume"_s)).constData(), nullptr, MS_REMOUNT,
                 "size=64m"),
        0);
    const WorkspaceImport rest =
        importInto(made.value(), {path(u"in"_s)}, full.dataset, Limits(), Stop());
    QVERIFY(!rest.problem);
    QCOMPARE(rest.counts.skipped, int(full.dataset->items.size()));
    QCOMPARE(rest.dataset->items.size(), size_t(1500));
}

void TestWorkspaceDisks::gone()
{
    writeReports(3);
    const auto opened = Workspace::create(file());
    QVERIFY(opened);
    QVERIFY(QFile::remove(file()));
    const WorkspaceImport result =
        importInto(opened.value(), {path(u"in"_s)}, {}, Limits(), Stop());
    QCOMPARE(result.problem.trouble, WorkspaceTrouble::Gone);
    QVERIFY(!QFile::exists(file()));
}

void TestWorkspaceDisks::pulledOut()
{
    SmallVolume volume(path(u"volume"_s), "size=8m");
    if (!volume.isThere())
        QSKIP("No volume can be mounted here");
    writeReports(3);
    const auto opened = Workspace::create(path(u"volume/w.sekisho"_s));
    QVERIFY(opened);
    volume.pullOut();
    QCOMPARE(loadDataset(opened.value(), Stop()).problem().trouble, WorkspaceTrouble::Gone);
}

QTEST_GUILESS_MAIN(TestWorkspaceDisks)
#include "tst_workspacedisks.moc"
