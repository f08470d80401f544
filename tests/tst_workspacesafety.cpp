// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/maintenance.h"
#include "archive/migrations.h"
#include "archive/schema.h"
#include "archive/statement.h"
#include "archive/workspacestate.h"
#include "import/workspaceimport.h"
#include "support/datasetcompare.h"
#include "support/packing.h"
#include "support/smallreport.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

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

class TestWorkspaceSafety final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }
    void killedAnyTime();
    void oneWriterAtATime();
    void readsWhileAnotherWrites();
    void withoutRights_data();
    void withoutRights();
    void readOnlyVolume();
    void noRoom();
    void fullVolume();
    void gone();
    void pulledOut();
    void truncated();
    void flippedBits();
    void newerVersion();
    void anotherProgramsFile();
    void migrates();
    void migrationFails();
    void clockJumps();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString file() const { return path(u"w.sekisho"_s); }
    void writeReports(int count) const
    {
        QVERIFY(QDir().mkpath(path(u"in"_s)));
        for (int i = 0; i < count; ++i) {
            QFile out(path(u"in/%1.xml"_s.arg(i, 5, 10, QChar(u'0'))));
            QVERIFY(out.open(QIODevice::WriteOnly));
            const QByteArray id = "r-" + QByteArray::number(i);
            out.write(fixture::smallReport().replace("r-1", id));
            QVERIFY(out.flush()); // or closing it would make it new
            QVERIFY(out.setFileTime(
                QDateTime::currentDateTimeUtc().addDays(-9), QFileDevice::FileModificationTime));
        }
    }
    [[nodiscard]] WorkspaceImport importAll(const QString &to = {}) const
    {
        const auto opened = Workspace::openOrCreate(to.isEmpty() ? file() : to);
        if (!opened)
            return {{}, {}, {}, opened.problem()};
        return importInto(opened.value(), {path(u"in"_s)}, {}, Limits(), Stop());
    }
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral(SEKISHO_WORKSPACE_CHILD), arguments);
        return process;
    }
    [[nodiscard]] QByteArray outputOf(const QStringList &arguments) const
    {
        const auto process = start(arguments);
        return process->waitForFinished(60'000) ? process->readAllStandardOutput().trimmed()
                                                : QByteArray("no end");
    }
    [[nodiscard]] std::unique_ptr<Connection> connection(const QString &to) const
    {
        auto opened = Connection::open(to, ConnectionUse::Write);
        return opened ? std::move(opened).value() : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspaceSafety::killedAnyTime()
{
    const int rounds = qEnvironmentVariableIntValue("SEKISHO_KILLS") > 0
        ? qEnvironmentVariableIntValue("SEKISHO_KILLS")
        : 200;
    constexpr int files = 250;
    writeReports(files);
    QRandomGenerator random(20261128);
    int interrupted = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto child = start({u"import"_s, file(), path(u"in"_s)});
        QVERIFY(child->waitForStarted());
        if (round % 4 != 0) // else perhaps even before the file is there
            QVERIFY(child->waitForReadyRead(30'000) || child->state() == QProcess::NotRunning);
        QTest::qSleep(random.bounded(30));
        child->kill();
        QVERIFY(child->waitForFinished(30'000));
        const QList<QByteArray> lines = child->readAllStandardOutput().split('\n');
        QVERIFY(!lines.first().startsWith("problem"));
        const int durable = lines.size() < 2 ? 0 : lines.at(lines.size() - 2).toInt();
        if (!QFile::exists(file())) {
            QCOMPARE(durable, 0);
            continue;
        }
        const auto opened = Workspace::open(file());
        QVERIFY(opened);
        QVERIFY(opened.value().isWritable());
        const auto dataset = loadDataset(opened.value(), Stop());
        QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.problem().detail));
        QVERIFY2(int(dataset.value()->items.size()) >= durable, "something durable was lost");
        QCOMPARE(dataset.value()->reports.size(), dataset.value()->items.size());
        interrupted += opened.value().interruptedImport().has_value();
        if (round % 20 == 0) {
            const auto found = verify(opened.value(), Limits(), Stop());
            QVERIFY(found && found.value().findings.isEmpty());
        }
        if (int(dataset.value()->items.size()) == files)
            QVERIFY(QFile::remove(file()));
    }
    QVERIFY(interrupted > rounds / 10);
    const WorkspaceImport rest = importAll();
    QVERIFY(!rest.problem);
    QCOMPARE(
        fixture::differences(*rest.dataset, *importPaths({path(u"in"_s)}, {}, Limits(), Stop())),
        QStringList());
    QVERIFY(verify(Workspace::open(file()).value(), Limits(), Stop()).value().findings.isEmpty());
}

void TestWorkspaceSafety::oneWriterAtATime()
{
    writeReports(3);
    QVERIFY(!importAll().problem);
    const auto child = start({u"hold"_s, file()});
    QVERIFY(child->waitForReadyRead(30'000));
    QCOMPARE(child->readLine().trimmed(), QByteArray("held"));
    {
        const auto second = Workspace::open(file());
        QVERIFY(second);
        QVERIFY(!second.value().isWritable());
        QCOMPARE(second.value().whyReadOnly().trouble, WorkspaceTrouble::InUse);
        QVERIFY(second.value().whyReadOnly().detail.contains(QString::number(child->processId())));
        QCOMPARE(loadDataset(second.value(), Stop()).value()->reports.size(), size_t(3));
        QCOMPARE(importAll().problem.trouble, WorkspaceTrouble::InUse);
        QCOMPARE(compact(second.value()).problem().trouble, WorkspaceTrouble::InUse);
    }
    child->kill();
    QVERIFY(child->waitForFinished());
    const auto third = Workspace::open(file());
    QVERIFY(third && third.value().isWritable());
    // In one process, too.
    QCOMPARE(Workspace::open(file()).value().whyReadOnly().trouble, WorkspaceTrouble::InUse);
    const Workspace copy = third.value();
    QVERIFY(copy.isWritable());
}

void TestWorkspaceSafety::readsWhileAnotherWrites()
{
    writeReports(200);
    QVERIFY(Workspace::create(file()));
    const auto child = start({u"import"_s, file(), path(u"in"_s)});
    QVERIFY(child->waitForReadyRead(30'000));
    const auto opened = Workspace::openToRead(file());
    QVERIFY(opened);
    size_t before = 0;
    while (child->state() != QProcess::NotRunning) {
        const auto dataset = loadDataset(opened.value(), Stop());
        QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.problem().detail));
        QVERIFY(dataset.value()->items.size() >= before);
        before = dataset.value()->items.size();
        child->waitForFinished(5);
    }
    QCOMPARE(child->exitCode(), 0);
    QCOMPARE(loadDataset(opened.value(), Stop()).value()->items.size(), size_t(200));
}

void TestWorkspaceSafety::withoutRights_data()
{
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("trouble");
    QTest::newRow("file") << 0444 << 0777 << int(WorkspaceTrouble::ReadOnlyFile);
    QTest::newRow("folder") << 0666 << 0555 << int(WorkspaceTrouble::ReadOnlyFolder);
    QTest::newRow("both") << 0444 << 0555 << int(WorkspaceTrouble::ReadOnlyFile);
    QTest::newRow("none") << 0666 << 0777 << 0;
}

void TestWorkspaceSafety::withoutRights()
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
    const QByteArray output = outputOf(arguments);
    QCOMPARE(
        output, QByteArray::number(int(trouble == 0)) + ' ' + QByteArray::number(trouble) + " 2");
    QVERIFY(mode(path(u"there"_s), 0777));
    QCOMPARE(contents(to), before);
}

void TestWorkspaceSafety::readOnlyVolume()
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
void TestWorkspaceSafety::noRoom()
{
    writeReports(400);
    const QByteArray output = outputOf({u"import"_s, file(), path(u"in"_s), u"450000"_s});
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

void TestWorkspaceSafety::fullVolume()
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
    QCOMPARE(fixture::differences(*loadDataset(made.value(), Stop()).value(), *full.dataset),
        QStringList());
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

void TestWorkspaceSafety::gone()
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

void TestWorkspaceSafety::pulledOut()
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

void TestWorkspaceSafety::truncated()
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

void TestWorkspaceSafety::flippedBits()
{
    writeReports(300);
    const WorkspaceImport imported = importAll();
    QVERIFY(!imported.problem);
    const QByteArray exports = fixture::exportsOf(*imported.dataset);
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
                    QVERIFY(loaded && fixture::exportsOf(*loaded.value()) == exports);
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

void TestWorkspaceSafety::newerVersion()
{
    QVERIFY(Workspace::create(file()));
    QVERIFY(!connection(file())->execute("PRAGMA user_version = 99"));
    const QByteArray before = contents(file());
    const auto opened = Workspace::open(file());
    QVERIFY(!opened);
    QCOMPARE(opened.problem().trouble, WorkspaceTrouble::Newer);
    QCOMPARE(opened.problem().detail, u"99"_s);
    QCOMPARE(contents(file()), before);
}

void TestWorkspaceSafety::anotherProgramsFile()
{
    {
        const auto made = Connection::open(file(), ConnectionUse::Create);
        QVERIFY(made);
        QVERIFY(!made.value()->execute("CREATE TABLE bookmarks(url); PRAGMA user_version = 1"));
    }
    const QByteArray before = contents(file());
    QCOMPARE(Workspace::open(file()).problem().trouble, WorkspaceTrouble::NoWorkspace);
    QCOMPARE(contents(file()), before);
}

void TestWorkspaceSafety::migrates()
{
    writeReports(3);
    QVERIFY(!importAll().problem);
    const std::vector<Migration> steps{
        {workspaceVersion,
            [](Connection &to) {
                return to.execute("ALTER TABLE import_run ADD COLUMN remark TEXT; "
                                  "UPDATE import_run SET remark = 'old'");
            }},
        {workspaceVersion + 1,
            [](Connection &to) {
                return to.execute("CREATE TABLE extra(id INTEGER PRIMARY KEY)");
            }},
    };
    const auto to = connection(file());
    const auto copy = migrate(*to, steps, workspaceVersion + 2);
    QVERIFY(copy);
    QCOMPARE(copy.value(), file() + u".v%1"_s.arg(workspaceVersion));
    QCOMPARE(to->number("PRAGMA user_version").value(), workspaceVersion + 2);
    QCOMPARE(to->text("SELECT remark FROM import_run").value(), u"old"_s);
    QCOMPARE(to->number("SELECT count(*) FROM extra").value(), 0);
    // The copy is what it was, and opens.
    const auto former = Workspace::open(copy.value());
    QVERIFY(former);
    QCOMPARE(loadDataset(former.value(), Stop()).value()->reports.size(), size_t(3));
    // Another copy does not take its place.
    QVERIFY(!to->execute("PRAGMA user_version = " + QByteArray::number(workspaceVersion)));
    const auto again = migrate(*to, {}, workspaceVersion);
    QVERIFY(again);
    QCOMPARE(again.value(), copy.value() + u"-2"_s);
}

void TestWorkspaceSafety::migrationFails()
{
    QVERIFY(Workspace::create(file()));
    const std::vector<Migration> steps{
        {workspaceVersion, [](Connection &to) {
             return to.execute("CREATE TABLE half(id); INSERT INTO nowhere VALUES (1)");
         }}};
    const auto to = connection(file());
    const auto failed = migrate(*to, steps, workspaceVersion + 1);
    QVERIFY(!failed);
    QCOMPARE(failed.problem().trouble, WorkspaceTrouble::NotMigrated);
    QVERIFY(failed.problem().detail.contains(u"nowhere"_s));
    QCOMPARE(to->number("PRAGMA user_version").value(), workspaceVersion);
    QCOMPARE(to->number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").value(), 0);
    // A step that there is not.
    QVERIFY(!migrate(*to, steps, workspaceVersion + 3));
}

/// Files from the future are read again each time, but found to be what they were.
void TestWorkspaceSafety::clockJumps()
{
    writeReports(2);
    QFile file(path(u"in/00001.xml"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(
        QDateTime::currentDateTimeUtc().addYears(3), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(!importAll().problem);
    const WorkspaceImport again = importAll();
    QCOMPARE(again.counts.skipped, 2);
    QCOMPARE(again.counts.files, 0);
    QCOMPARE(again.dataset->reports.size(), size_t(2));
    // The same size and the same second, but something else in it.
    const auto time = QFileInfo(file).lastModified();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fixture::smallReport().replace("r-1", "r-2"));
    QVERIFY(file.flush());
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    const WorkspaceImport changed = importAll();
    QCOMPARE(changed.counts.changed, 1);
    QCOMPARE(changed.dataset->text(changed.dataset->reports.back().reportId), u"r-2"_s);
}

QTEST_GUILESS_MAIN(TestWorkspaceSafety)
#include "tst_workspacesafety.moc"
