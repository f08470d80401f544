// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/knownsources.h"
#include "archive/maintenance.h"
#include "archive/statement.h"
#include "archive/storedwords.h"
#include "archive/userdata.h"
#include "archive/workspacestate.h"
#include "archive/workspacewriter.h"
#include "base/sha256.h"
#include "import/workspaceimport.h"
#include "support/datasetcompare.h"
#include "support/failurefixture.h"
#include "support/newworkspace.h"
#include "support/packing.h"
#include "support/smallreport.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using sekisho::fixture::contents;
using namespace Qt::StringLiterals;

class TestWorkspaceFile final : public QObject, private fixture::NewWorkspace {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(makeWorkspace()); }
    void cleanup() { removeWorkspace(); }
    void firstVersion();
    void wordsAreThose();
    void queriesOfTheReadme_data();
    void queriesOfTheReadme();
    void mails();
    void givenUp();
    void twoWritersInTurn();
    void hostileNumbers_data();
    void hostileNumbers();

private:
    [[nodiscard]] QString fromFixture() const
    {
        const QString file = path(u"old.sekisho"_s);
        const auto made = Connection::open(file, ConnectionUse::Create);
        const QByteArray sql =
            contents(QStringLiteral(SEKISHO_SOURCE_DIR "/tests/data/workspace-1.sql"));
        if (!made || sql.isEmpty() || made.value()->execute(sql))
            return {};
        return file;
    }
};

/// A file that version 1 wrote opens for ever, and says what it said.
void TestWorkspaceFile::firstVersion()
{
    const QString file = fromFixture();
    QVERIFY(!file.isEmpty());
    const auto opened = Workspace::open(file);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.problem().detail));
    QVERIFY(opened.value().isWritable());
    QVERIFY(!opened.value().interruptedImport());
    const auto dataset = loadDataset(opened.value(), Stop());
    QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.problem().detail));
    const Dataset &data = *dataset.value();
    QCOMPARE(data.items.size(), size_t(6));
    QCOMPARE(data.items[0].origin.path, u"/reports/in/a.xml"_s);
    QCOMPARE(data.reports.size(), size_t(3));
    QCOMPARE(data.records.count, (std::vector<qint64>{7, 5, 7}));
    QCOMPARE(data.items[2].status, ItemStatus::Duplicate);
    QCOMPARE(data.addressText(data.records.address[1]), u"2001:db8::1"_s);
    QCOMPARE(data.text(data.reasons[0].comment), u"list"_s);
    QCOMPARE(data.tlsReports.size(), size_t(1));
    QCOMPARE(data.tlsReports[0].policies[0].failedSessions, 1);
    QCOMPARE(data.failures.size(), size_t(1));
    QCOMPARE(data.failures[0].report->subject, u"Parcel"_s);
    QCOMPARE(data.items[5].status, ItemStatus::NotAReport);
    // Its originals give the same today.
    const auto found = verify(opened.value(), Limits(), Stop());
    QVERIFY(found);
    QVERIFY2(found.value().findings.isEmpty(),
        qPrintable(found.value().findings.value(0).path + found.value().findings.value(0).detail));
    QCOMPARE(found.value().originals, 6);
}

/// The numbers of our enumerations are those that files hold: a changed one needs a migration.
void TestWorkspaceFile::wordsAreThose()
{
    const auto old = Connection::open(fromFixture(), ConnectionUse::Read);
    QVERIFY(old);
    for (const StoredWords &words : storedWords()) {
        for (const auto &[id, word] : words.words) {
            const auto stored = old.value()->text(
                "SELECT word FROM " + words.table + " WHERE id = " + QByteArray::number(id));
            QVERIFY(stored);
            QCOMPARE(stored.value(), word);
        }
    }
}

void TestWorkspaceFile::queriesOfTheReadme_data()
{
    QTest::addColumn<QString>("heading");
    QTest::newRow("English") << u"## The workspace file\n"_s;
    QTest::newRow("Japanese") << u"### ワークスペースのファイル\n"_s;
}

void TestWorkspaceFile::queriesOfTheReadme()
{
    QFETCH(QString, heading);
    const QString readme =
        QString::fromUtf8(contents(QStringLiteral(SEKISHO_SOURCE_DIR "/README.md")));
    const qsizetype begin = readme.indexOf(heading);
    QVERIFY(begin >= 0);
    const qsizetype sql = readme.indexOf(u"```sql\n"_s, begin);
    const QStringList queries = readme.mid(sql + 7, readme.indexOf(u"```"_s, sql + 7) - sql - 7)
                                    .split(u";\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(queries.size(), 5);

    write(u"a.xml"_s, fixture::smallReport());
    write(u"b.xml"_s, fixture::smallReport()); // a duplicate: not counted
    QByteArray failing = fixture::smallReport();
    failing.replace("r-1", "r-2")
        .replace("<result>pass<", "<result>fail<")
        .replace("<dkim>pass<", "<dkim>fail<");
    write(u"c.xml"_s, failing);
    write(u"d.gz"_s, gzip("x").first(11));
    QVERIFY(!importInto(m_workspace, {path(u"in"_s)}, {}, Limits(), Stop()).problem);
    // Any tool will do, so not our own connection.
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"readme"_s);
        database.setDatabaseName(m_workspace.path());
        QVERIFY(database.open());
        const auto rowsOf = [&](const QString &query) {
            QStringList rows;
            QSqlQuery answer(database);
            if (!answer.exec(query))
                qWarning() << answer.lastError().text() << query;
            while (answer.next()) {
                QStringList cells;
                for (int i = 0; i < answer.record().count(); ++i)
                    cells.append(answer.value(i).toString());
                rows.append(cells.join(u'|'));
            }
            return rows;
        };
        QCOMPARE(rowsOf(queries[0]), QStringList{u"example.com|2023-11|14|50"_s});
        QCOMPARE(rowsOf(queries[1]), QStringList{u"192.0.2.1|7|1"_s});
        QCOMPARE(rowsOf(queries[2]),
            (QStringList{u"example.com|s1|fail|7"_s, u"example.com|s1|pass|7"_s}));
        QCOMPARE(rowsOf(queries[3]).size(), 1);
        QVERIFY(rowsOf(queries[3]).first().startsWith(path(u"in/d.gz"_s)));
        QStringList sums = rowsOf(queries[4]);
        QCOMPARE(sums.size(), 4);
        QVERIFY(sums.contains(QString::fromLatin1(sha256Hex(contents(path(u"in/a.xml"_s)))) +
            u"  "_s + path(u"in/a.xml"_s)));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"readme"_s);
}

void TestWorkspaceFile::mails()
{
    const QByteArray mail = mailOf(gzip(report("by mail")));
    const QByteArray failure = fixture::FailureMail().bytes();
    const MailboxPlace first{u"work"_s, u"INBOX/DMARC"_s, 7, 42};
    const MailboxPlace second{u"work"_s, u"INBOX/DMARC"_s, 7, 43};
    {
        const auto writer = WorkspaceWriter::begin(m_workspace);
        QVERIFY(writer);
        QVERIFY(!writer.value()->knowsOriginal(sha256Hex(mail)));
        QVERIFY(!writer.value()->addMail(mail, first, Limits(), Stop()));
        QVERIFY(writer.value()->knowsOriginal(sha256Hex(mail)));
        QVERIFY(!writer.value()->saveMailboxState(u"work"_s, u"INBOX/DMARC"_s, "to 42"));
        QVERIFY(!writer.value()->commit());
        QCOMPARE(loaded()->reports.size(), size_t(1)); // seen by others before the end
        QVERIFY(!writer.value()->addMail(failure, second, Limits(), Stop()));
        QVERIFY(
            !writer.value()->saveMailboxState(u"work"_s, u"INBOX/DMARC"_s, QByteArray("\0\1", 2)));
        const auto all = writer.value()->finish(Stop());
        QVERIFY(all);
        QCOMPARE(all.value()->items.size(), size_t(2));
        QCOMPARE(fixture::differences(*loaded(), *all.value()), QStringList());
    }
    const LogItem item = loaded()->items.front();
    QCOMPARE(item.origin.path, u"mailbox:work/INBOX/DMARC/7/42"_s);
    QCOMPARE(item.origin.path, mailPath(first));
    QCOMPARE(storedOriginal(m_workspace, item.origin).value(), mail);
    const auto state = loadMailboxState(m_workspace, u"work"_s);
    QVERIFY(state);
    QCOMPARE(state.value(), (QMap<QString, QByteArray>{{u"INBOX/DMARC"_s, QByteArray("\0\1", 2)}}));
    QVERIFY(loadMailboxState(m_workspace, u"home"_s).value().isEmpty());
    QVERIFY(!forgetMailboxState(m_workspace, u"work"_s));
    QVERIFY(loadMailboxState(m_workspace, u"work"_s).value().isEmpty());
    QVERIFY(verify(m_workspace, Limits(), Stop()).value().findings.isEmpty());
}

void TestWorkspaceFile::givenUp()
{
    {
        const auto writer = WorkspaceWriter::begin(m_workspace);
        QVERIFY(!writer.value()->addMail(report("a"), {u"x"_s, u"y"_s, 1, 1}, Limits(), Stop()));
        QVERIFY(!writer.value()->commit());
        QVERIFY(!writer.value()->addMail(report("b"), {u"x"_s, u"y"_s, 1, 2}, Limits(), Stop()));
        QVERIFY(!writer.value()->saveMailboxState(u"x"_s, u"y"_s, "2"));
    }
    QCOMPARE(loaded()->reports.size(), size_t(1));
    QVERIFY(loadMailboxState(m_workspace, u"x"_s).value().isEmpty());
}

/// A mailbox is fetched while a folder is read: each notices what the other has written.
void TestWorkspaceFile::twoWritersInTurn()
{
    const auto a = WorkspaceWriter::begin(m_workspace);
    const auto b = WorkspaceWriter::begin(m_workspace);
    QVERIFY(a && b);
    for (quint32 i = 0; i < 6; ++i) {
        WorkspaceWriter &writer = i % 2 == 0 ? *a.value() : *b.value();
        const QByteArray id = "r-" + QByteArray::number(i);
        QVERIFY(!writer.addMail(
            fixture::smallReport().replace("r-1", id), {u"x"_s, u"y"_s, 1, i}, Limits(), Stop()));
        QVERIFY(!writer.commit());
    }
    const auto all = a.value()->finish(Stop());
    QVERIFY(all);
    QCOMPARE(all.value()->reports.size(), size_t(6));
    QCOMPARE(fixture::differences(*b.value()->finish(Stop()).value(), *all.value()), QStringList());
    QVERIFY(verify(m_workspace, Limits(), Stop()).value().findings.isEmpty());
}

void TestWorkspaceFile::hostileNumbers_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto add = [](const char *sql) { QTest::newRow(sql) << QByteArray(sql); };
    add("UPDATE item SET kind = 77");
    add("UPDATE item SET status = -1");
    add("UPDATE note SET code = 'nonsense'");
    add("UPDATE report SET domain = 999999");
    add("UPDATE report SET dialect = 3");
    add("UPDATE record SET report = 5");
    add("UPDATE record SET authentication = 9223372036854775807");
    add("UPDATE authentication SET computed = 9");
    add("UPDATE authentication SET reported = -1");
    add("UPDATE authentication SET disposition = 100");
    add("UPDATE authentication SET header_from = -5");
    add("UPDATE dkim_result SET result = 10");
    add("UPDATE dkim_result SET authentication = 3");
    add("UPDATE spf_result SET result_text = 99999");
    add("UPDATE override_reason SET comment = 99999");
    add("UPDATE failure SET details = '{'");
    add("UPDATE tls_report SET details = '[]'");
}

void TestWorkspaceFile::hostileNumbers()
{
    QFETCH(QByteArray, sql);
    const QString file = fromFixture();
    {
        const auto connection = Connection::open(file, ConnectionUse::Write);
        QVERIFY(connection);
        if (const auto problem = connection.value()->execute("PRAGMA foreign_keys = OFF; " + sql))
            QFAIL(qPrintable(problem.detail));
    }
    const auto opened = Workspace::open(file);
    QVERIFY(opened);
    const auto dataset = loadDataset(opened.value(), Stop());
    QVERIFY(!dataset);
    QCOMPARE(dataset.problem().trouble, WorkspaceTrouble::Damaged);
    const auto found = verify(opened.value(), Limits(), Stop());
    QVERIFY(found && !found.value().findings.isEmpty());
    // Its originals are whole, so that all of it can be had back.
    const auto saved = salvage(file, path(u"saved.sekisho"_s), Stop());
    QVERIFY2(saved, saved ? "" : qPrintable(saved.problem().detail));
    QCOMPARE(saved.value().reports, 3);
    QCOMPARE(saved.value().records, 3);
}

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
