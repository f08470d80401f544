// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the command-line program as a script would.
#include "support/commandline.h"
#include "support/tworeports.h"

#include <QDir>

#include <sys/stat.h>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

/// How a line on stderr begins that speaks of a file.
QByteArray lineOf(const QString &path)
{
    return path.toUtf8().append(": ");
}

} // namespace

class TestCli final : public QObject, private TwoReports {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeReports(); }
    void wrongUsage_data();
    void wrongUsage();
    void help();
    void summary();
    void summaryInJapanese();
    void missingDatesAreNoPeriod();
    void writesToAFile();
    void oneBadFileAmongGoodOnes();
    void saysWhatIsNoFile();
    void sideFilesThatCannotBeRead();
    void theUsersServices();
};

void TestCli::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QStringList() << u"A command is missing."_s;
    QTest::newRow("no file") << QStringList{u"summary"_s} << u"A file or folder is missing."_s;
    QTest::newRow("no file to export")
        << QStringList{u"export"_s, u"reports"_s} << u"A file or folder is missing."_s;
    QTest::newRow("unknown command")
        << QStringList{u"sum"_s, u"."_s} << u"“sum” is not a command."_s;
    QTest::newRow("unknown table")
        << QStringList{u"export"_s, u"all"_s, u"."_s} << u"“all” is not a table"_s;
    QTest::newRow("no table") << QStringList{u"export"_s} << u"is not a table"_s;
    QTest::newRow("unknown format")
        << QStringList{u"export"_s, u"reports"_s, u"."_s, u"--format"_s, u"xls"_s}
        << u"“xls” is not a format"_s;
    QTest::newRow("no date") << QStringList{u"summary"_s, u"."_s, u"--since"_s, u"yesterday"_s}
                             << u"“yesterday” is not a date"_s;
    QTest::newRow("unknown language") << QStringList{u"summary"_s, u"."_s, u"--language"_s, u"fr"_s}
                                      << u"“fr” is not a language"_s;
    QTest::newRow("unknown option")
        << QStringList{u"summary"_s, u"."_s, u"--wrong"_s} << u"wrong"_s;
    QTest::newRow("option without value")
        << QStringList{u"summary"_s, u"."_s, u"--since"_s} << u"since"_s;
}

void TestCli::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    qputenv("LC_ALL", "C.UTF-8");
    const Ended outcome = run(arguments, false);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY2(outcome.errors.contains(says.toUtf8()), outcome.errors.constData());
    QVERIFY(outcome.errors.contains("Usage:"));
}

void TestCli::help()
{
    const Ended help = run({u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.contains("sekisho-cli summary"));
    QCOMPARE(help.errors, QByteArray());
    const Ended version = run({u"--version"_s});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.output, QByteArray("sekisho-cli " SEKISHO_VERSION "\n"));
}

void TestCli::summary()
{
    const Ended outcome = run({u"summary"_s, m_folder->path()});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QByteArray());
    const QString text = QString::fromUtf8(outcome.output).simplified();
    // 3 of 43 messages pass: 6.98 %.
    for (const QString &part : {u"Reports 2"_s, u"Reporters 1"_s, u"Records 2"_s,
             u"Messages across all domains 43"_s, u"DMARC aligned messages 3 (6.98 %)"_s,
             u"SPF aligned messages 3"_s, u"Messages not DMARC aligned 40 (93.02 %)"_s})
        QVERIFY2(text.contains(part), outcome.output.constData());
    // The cases as every other export counts them.
    const QByteArray table = run({u"export"_s, u"summary"_s, m_folder->path()}).output;
    QCOMPARE(column(table, u"case_direct"_s), QStringList{u"3"_s});
    QVERIFY2(text.contains(u"Direct 3 (6.98 %)"_s), outcome.output.constData());
    QCOMPARE(column(table, u"case_forward"_s), QStringList{u"0"_s});
    QVERIFY2(text.contains(u"Forward 0 (0.00 %)"_s), outcome.output.constData());
    const QString spoofs = column(table, u"case_spoof"_s).value(0);
    QVERIFY2(text.contains(u"Spoof %1 ("_s.arg(spoofs)), outcome.output.constData());
}

void TestCli::summaryInJapanese()
{
    const Ended outcome = run({u"summary"_s, m_folder->path(), u"--language"_s, u"ja"_s}, false);
    QCOMPARE(outcome.status, 0);
    const QString text = QString::fromUtf8(outcome.output);
    QVERIFY2(text.contains(u"レポート"_s), outcome.output.constData());
    QVERIFY(!text.contains(u"Reports"_s));
    QVERIFY(text.contains(u"93.02"_s));
}

void TestCli::missingDatesAreNoPeriod()
{
    QByteArray dateless = packing::report("R3");
    dateless.replace("<begin>1506211200</begin>", "<begin></begin>");
    write(u"r3.xml"_s, dateless);
    const Ended table = run({u"export"_s, u"summary"_s, m_folder->path()});
    QCOMPARE(column(table.output, u"begin"_s), QStringList{u"2017-09-24T00:00:00Z"_s});
    QCOMPARE(column(table.output, u"end"_s), QStringList{u"2017-09-25T23:59:59Z"_s});
    const Ended text = run({u"summary"_s, m_folder->path()});
    QVERIFY2(!text.output.contains("1970"), text.output.constData());
    QVERIFY2(!text.output.contains("from –"), text.output.constData());
    dateless.replace("<end>1506297599</end>", "");
    write(u"r4.xml"_s, dateless);
    const Ended none = run({u"export"_s, u"summary"_s, path(u"r4.xml"_s)});
    QCOMPARE(column(none.output, u"begin"_s), QStringList{QString()});
    QCOMPARE(column(none.output, u"messages"_s), QStringList{u"3"_s});
}

void TestCli::writesToAFile()
{
    const Ended outcome =
        run({u"export"_s, u"records"_s, path(u"r1.xml"_s), u"--output"_s, path(u"out.csv"_s)});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, QByteArray());
    QFile file(path(u"out.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), run({u"export"_s, u"records"_s, path(u"r1.xml"_s)}).output);
    const Ended failed =
        run({u"summary"_s, path(u"r1.xml"_s), u"--output"_s, path(u"none/out.txt"_s)});
    QCOMPARE(failed.status, 1);
    QVERIFY(failed.errors.contains("none/out.txt"));
}

void TestCli::oneBadFileAmongGoodOnes()
{
    write(u"bad.bz2"_s, packing::bzip2(packing::report("R3")).replace(20, 30, QByteArray(30, 'x')));
    const Ended outcome = run({u"export"_s, u"records"_s, m_folder->path()});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(csvRows(outcome.output).size(), 3);
    QCOMPARE(outcome.errors.count('\n'), 1);
    QVERIFY2(outcome.errors.startsWith(lineOf(path(u"bad.bz2"_s))), outcome.errors.constData());
    const Ended quiet = run({u"export"_s, u"problems"_s, m_folder->path(), u"--quiet"_s});
    QCOMPARE(quiet.status, 1);
    QCOMPARE(quiet.errors, QByteArray());
    QCOMPARE(column(quiet.output, u"reason"_s), QStringList{u"container-damaged"_s});
}

void TestCli::saysWhatIsNoFile()
{
    const Ended missing = run({u"summary"_s, path(u"none"_s), path(u"r1.xml"_s)});
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.errors.startsWith(lineOf(path(u"none"_s))), missing.errors.constData());
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    const Ended empty = run({u"summary"_s, path(u"empty"_s)});
    QCOMPARE(empty.status, 1);
    QVERIFY2(empty.errors.startsWith(lineOf(path(u"empty"_s))), empty.errors.constData());
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    write(u"photo.jpg"_s, "\xff\xd8\xff\xe0 JFIF");
    const Ended odd = run({u"summary"_s, m_folder->path()});
    QCOMPARE(odd.status, 0); // nothing that was a report is missing
    QVERIFY2(odd.errors.contains(lineOf(path(u"pipe"_s))), odd.errors.constData());
    QVERIFY2(odd.errors.contains(lineOf(path(u"photo.jpg"_s))), odd.errors.constData());
}

void TestCli::sideFilesThatCannotBeRead()
{
    for (const QString &option : {u"--own"_s, u"--ptr"_s}) {
        for (const QString &name : {path(u"none.tsv"_s), m_folder->path()}) {
            const Ended outcome = run({u"summary"_s, path(u"r1.xml"_s), option, name});
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.errors.startsWith(lineOf(name)), outcome.errors.constData());
        }
    }
    write(u"own.tsv"_s, "example.net\tinternal\n\nexample.org\tmine\n");
    const Ended line = run({u"summary"_s, path(u"r1.xml"_s), u"--own"_s, path(u"own.tsv"_s)});
    QVERIFY2(line.errors.startsWith(lineOf(path(u"own.tsv"_s) + u":3"_s)), line.errors.constData());
}

void TestCli::theUsersServices()
{
    const QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkpath(u"Sekisho"_s));
    QFile file(home.filePath(u"Sekisho/senders.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"services\": [\n{\"name\": \"A\", \"kind\": \"club\"}]}");
    file.close();
    const int status = run({u"summary"_s, u"--sample"_s}).status;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    const Ended outcome = run({u"summary"_s, u"--sample"_s});
    qunsetenv("XDG_CONFIG_HOME");
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.errors.contains("senders.json: Line 2, column 1: ") &&
            outcome.errors.contains("kind: club"),
        outcome.errors.constData());
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
