// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other versions than ours, and of other programs.
#include "archive/migrations.h"

#include "archive/schema.h"
#include "archive/statement.h"
#include "support/contents.h"
#include "support/workspacefolder.h"

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

class TestMigrations final : public QObject, private WorkspaceFolder {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }
    void cleanup() { removeFolder(); }
    void newerVersion();
    void anotherProgramsFile();
    void migrates();
    void migrationFails();

private:
    [[nodiscard]] std::unique_ptr<Connection> connection(const QString &to) const
    {
        auto opened = Connection::open(to, ConnectionUse::Write);
        return opened ? std::move(opened).value() : nullptr;
    }
};

void TestMigrations::newerVersion()
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

void TestMigrations::anotherProgramsFile()
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

void TestMigrations::migrates()
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

void TestMigrations::migrationFails()
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

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
