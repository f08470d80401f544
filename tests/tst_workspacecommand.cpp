// SPDX-License-Identifier: GPL-3.0-or-later
// The command-line program on a workspace, as a script would run it.
#include "archive/userdata.h"
#include "support/commandline.h"
#include "support/samplefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using fixture::Ended;
using fixture::run;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 july = 1719792000; // 2024-07-01 00:00:00 UTC

const QStringList tables{u"reports"_s, u"records"_s, u"sources"_s, u"matrix"_s, u"summary"_s,
    u"failures"_s, u"problems"_s};

} // namespace

class TestWorkspaceCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsAndShows();
    void saysWhatIsNew();
    void corpusIsTheSame();
    void isMissing();
    void isNone();
    void isInUse();
    void knowsOwnSenders();
    void aWorkspaceIsAPathToo();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString file() const { return path(u"client.sekisho"_s); }
    void add(const QString &name, const QString &ip, int count) const
    {
        QVERIFY(fixture::writeFile(path(u"in/"_s + name),
            fixture::reportXml(
                u"google.com"_s, name, u"example.jp"_s, july, ip, count, true)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspaceCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    add(u"a.xml"_s, u"192.0.2.1"_s, 1000);
    add(u"b.xml"_s, u"198.51.100.7"_s, 30);
}

void TestWorkspaceCommand::importsAndShows()
{
    const Ended direct = run({u"summary"_s, path(u"in"_s)});
    QVERIFY(direct.output.contains("1,030"));
    const Ended first = run({u"summary"_s, path(u"in"_s), u"--workspace"_s, file()});
    QCOMPARE(first.status, 0);
    QCOMPARE(first.output, direct.output);
    // The folder is not needed any more.
    QVERIFY(QDir(path(u"in"_s)).removeRecursively());
    const Ended again = run({u"summary"_s, u"--workspace"_s, file()});
    QCOMPARE(again.status, 0);
    QCOMPARE(again.output, direct.output);
    QCOMPARE(again.errors, QByteArray());
}

void TestWorkspaceCommand::saysWhatIsNew()
{
    const QStringList words{u"summary"_s, path(u"in"_s), u"--workspace"_s, file()};
    QCOMPARE(run(words).errors, QByteArray("Files: 2 new, 0 changed, 0 known.\n"));
    add(u"c.xml"_s, u"192.0.2.9"_s, 4);
    add(u"b.xml"_s, u"198.51.100.7"_s, 310); // another size
    const Ended outcome = run(words);
    QCOMPARE(outcome.errors, QByteArray("Files: 1 new, 1 changed, 1 known.\n"));
    QVERIFY(outcome.output.contains("1,314"));
    QCOMPARE(run(words + QStringList{u"--quiet"_s}).errors, QByteArray());
}

void TestWorkspaceCommand::corpusIsTheSame()
{
    const QString corpus = QDir::cleanPath(QStringLiteral(SEKISHO_CORPUS));
    if (!QDir(corpus).exists())
        QSKIP("no corpus here");
    const Ended imported = run({u"summary"_s, corpus, u"--workspace"_s, file()});
    const Ended direct = run({u"summary"_s, corpus});
    QCOMPARE(imported.status, direct.status);
    QCOMPARE(imported.output, direct.output);
    QVERIFY(direct.output.size() > 1000);
    for (const QString &table : tables) {
        const Ended there = run({u"export"_s, table, u"--workspace"_s, file()});
        const Ended here = run({u"export"_s, table, corpus});
        QCOMPARE(there.status, here.status);
        QVERIFY2(there.output == here.output, qPrintable(table));
        QCOMPARE(there.errors, here.errors);
    }
}

void TestWorkspaceCommand::isMissing()
{
    const Ended outcome = run({u"summary"_s, u"--workspace"_s, path(u"none.sekisho"_s)});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.errors.contains("There is no workspace") && outcome.errors.contains("none.sekisho"),
        outcome.errors.constData());
    QVERIFY(!QFile::exists(path(u"none.sekisho"_s)));
}

void TestWorkspaceCommand::isNone()
{
    QVERIFY(fixture::writeFile(file(), "This is no database, however long it may be."));
    for (const QStringList &more : {QStringList(), QStringList{path(u"in"_s)}}) {
        const Ended outcome = run(QStringList{u"summary"_s, u"--workspace"_s, file()} + more);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains("is not a workspace"), outcome.errors.constData());
    }
    QFile left(file());
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), QByteArray("This is no database, however long it may be."));
}

void TestWorkspaceCommand::isInUse()
{
    QCOMPARE(run({u"summary"_s, path(u"in"_s), u"--workspace"_s, file()}).status, 0);
    const auto held = Workspace::open(file());
    QVERIFY(held && held.value().isWritable());
    // It can be read …
    const Ended reading = run({u"summary"_s, u"--workspace"_s, file()});
    QCOMPARE(reading.status, 0);
    QVERIFY(reading.output.contains("1,030"));
    // … but not filled.
    const Ended filling = run({u"summary"_s, path(u"in"_s), u"--workspace"_s, file()});
    QCOMPARE(filling.status, 1);
    QVERIFY2(filling.errors.contains("in use by another Sekisho"), filling.errors.constData());
}

void TestWorkspaceCommand::knowsOwnSenders()
{
    QCOMPARE(run({u"summary"_s, path(u"in"_s), u"--workspace"_s, file()}).status, 0);
    {
        const auto workspace = Workspace::open(file());
        QVERIFY(workspace);
        OwnSenders own;
        OwnSenders::Entry entry;
        entry.network = IpNetwork::parse(u"192.0.2.0/24"_s);
        own.entries.push_back(entry);
        QVERIFY(!saveOwnSenders(workspace.value(), own));
    }
    const QByteArray kept = run({u"export"_s, u"sources"_s, u"--workspace"_s, file()}).output;
    QVERIFY2(kept.contains("192.0.2.1,,192.0.2.0/24,internal"), kept.constData());
    QVERIFY(fixture::writeFile(path(u"own.tsv"_s), "192.0.2.1\tthird_party\n"));
    const QByteArray given =
        run({u"export"_s, u"sources"_s, u"--workspace"_s, file(), u"--own"_s, path(u"own.tsv"_s)}).output;
    QVERIFY2(given.contains("192.0.2.1,,192.0.2.0/24,third_party"), given.constData());
}

void TestWorkspaceCommand::aWorkspaceIsAPathToo()
{
    QCOMPARE(run({u"summary"_s, path(u"in"_s), u"--workspace"_s, file()}).status, 0);
    const Ended outcome = run({u"summary"_s, file()});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains("1,030"));
}

QTEST_GUILESS_MAIN(TestWorkspaceCommand)
#include "tst_workspacecommand.moc"
