// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the command-line program as a script would.
#include "support/failurefixture.h"
#include "support/packing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Outcome run(QStringList arguments, bool english = true)
{
    if (english)
        arguments += {u"--language"_s, u"en"_s};
    QProcess process;
    process.start(QStringLiteral(SEKISHO_CLI), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        process.readAllStandardOutput(), process.readAllStandardError()};
}

/// How a line on stderr begins that speaks of a file.
QByteArray lineOf(const QString &path)
{
    return path.toUtf8().append(": ");
}

/// RFC 4180, by the book: quotes, doubled quotes, CRLF.
QList<QStringList> csvRows(const QByteArray &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\""_s)
            cell += text[i++];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\r'))
            row.append(std::exchange(cell, {}));
        else if (!quoted && c == u'\n')
            rows.append(std::exchange(row, {}));
        else
            cell += c;
    }
    return rows;
}

/// The cells of one column, without its title.
QStringList column(const QByteArray &csv, const QString &title)
{
    const QList<QStringList> rows = csvRows(csv);
    const qsizetype index = rows.value(0).indexOf(title);
    QStringList cells;
    for (const QStringList &row : rows.mid(1))
        cells.append(row.value(index));
    return index < 0 ? QStringList{u"no such column"_s} : cells;
}

} // namespace

class TestCli final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpOfTheWindow();
    void urlHits();
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void help();
    void summary();
    void summaryInJapanese();
    void missingDatesAreNoPeriod();
    void exportsEachTable_data();
    void exportsEachTable();
    void records();
    void filters_data();
    void filters();
    void hostNamesAndOwnSenders();
    void writesToAFile();
    void oneBadFileAmongGoodOnes();
    void saysWhatIsNoFile();
    void sideFilesThatCannotBeRead();
    void neutralisesFormulas();
    void samples();
    void theUsersServices();
    void corpus();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"r1.xml"_s, packing::report("R1"));
    // Another domain, on the next day, 40 messages from elsewhere that do not pass.
    write(u"r2.xml.gz"_s,
        packing::gzip(packing::report("R2")
                          .replace("example.com", "example.org")
                          .replace("1506211200", "1506297600")
                          .replace("1506297599", "1506383999")
                          .replace("<count>3<", "<count>40<")
                          .replace("192.0.2.1", "198.51.100.7")
                          .replace(">pass<", ">fail<")));
}

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
    const Outcome outcome = run(arguments, false);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY2(outcome.errors.contains(says.toUtf8()), outcome.errors.constData());
    QVERIFY(outcome.errors.contains("Usage:"));
}

void TestCli::help()
{
    const Outcome help = run({u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.contains("sekisho-cli summary"));
    QCOMPARE(help.errors, QByteArray());
    const Outcome version = run({u"--version"_s});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.output, QByteArray("sekisho-cli " SEKISHO_VERSION "\n"));
}

void TestCli::summary()
{
    const Outcome outcome = run({u"summary"_s, m_folder->path()});
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
    const Outcome outcome = run({u"summary"_s, m_folder->path(), u"--language"_s, u"ja"_s}, false);
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
    const Outcome table = run({u"export"_s, u"summary"_s, m_folder->path()});
    QCOMPARE(column(table.output, u"begin"_s), QStringList{u"2017-09-24T00:00:00Z"_s});
    QCOMPARE(column(table.output, u"end"_s), QStringList{u"2017-09-25T23:59:59Z"_s});
    const Outcome text = run({u"summary"_s, m_folder->path()});
    QVERIFY2(!text.output.contains("1970"), text.output.constData());
    QVERIFY2(!text.output.contains("from –"), text.output.constData());
    dateless.replace("<end>1506297599</end>", "");
    write(u"r4.xml"_s, dateless);
    const Outcome none = run({u"export"_s, u"summary"_s, path(u"r4.xml"_s)});
    QCOMPARE(column(none.output, u"begin"_s), QStringList{QString()});
    QCOMPARE(column(none.output, u"messages"_s), QStringList{u"3"_s});
}

void TestCli::exportsEachTable_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("columns"); // those that design promises
    QTest::addColumn<int>("rows");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    QTest::newRow("reports")
        << u"reports"_s
        << words(
               "file org report_id domain begin end p records messages pass_messages status notes")
        << 2;
    QTest::newRow("records")
        << u"records"_s
        << words(
               "file org report_id row source_ip count disposition policy_dkim policy_spf dkim spf "
               "header_from envelope_from")
        << 2;
    QTest::newRow("sources") << u"sources"_s
                             << words("source_ip host group class messages pass_messages "
                                      "spf_aligned dkim_aligned first last "
                                      "reporters")
                             << 2;
    QTest::newRow("matrix") << u"matrix"_s << words("scope dkim spf messages percent") << 36;
    QTest::newRow("summary") << u"summary"_s
                             << words("begin end reports reporters records messages pass_messages")
                             << 1;
    QTest::newRow("problems") << u"problems"_s << words("file member status reason line column")
                              << 0;
}

void TestCli::exportsEachTable()
{
    QFETCH(QString, table);
    QFETCH(QStringList, columns);
    QFETCH(int, rows);
    const Outcome csv = run({u"export"_s, table, m_folder->path()});
    QCOMPARE(csv.status, 0);
    QCOMPARE(csv.errors, QByteArray());
    const QList<QStringList> cells = csvRows(csv.output);
    QCOMPARE(cells.size(), rows + 1);
    for (const QString &name : columns)
        QVERIFY2(cells.front().contains(name), qPrintable(name));
    const Outcome json = run({u"export"_s, table, m_folder->path(), u"--format"_s, u"json"_s});
    QCOMPARE(json.status, 0);
    const QJsonArray objects = QJsonDocument::fromJson(json.output).array();
    QCOMPARE(objects.size(), rows);
    if (rows > 0) {
        QStringList keys = objects.first().toObject().keys();
        QStringList titles = cells.front();
        titles.sort();
        keys.sort();
        QCOMPARE(keys, titles);
    }
}

void TestCli::records()
{
    const QByteArray csv = run({u"export"_s, u"records"_s, m_folder->path()}).output;
    QCOMPARE(column(csv, u"file"_s), (QStringList{path(u"r1.xml"_s), path(u"r2.xml.gz"_s)}));
    QCOMPARE(column(csv, u"source_ip"_s), (QStringList{u"192.0.2.1"_s, u"198.51.100.7"_s}));
    QCOMPARE(column(csv, u"count"_s), (QStringList{u"3"_s, u"40"_s}));
    QCOMPARE(column(csv, u"dkim"_s), (QStringList{u"aligned"_s, u"fail"_s}));
    QCOMPARE(column(csv, u"policy_spf"_s), (QStringList{u"pass"_s, u"fail"_s}));
}

void TestCli::filters_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("ids");
    const QStringList first{u"R1"_s};
    const QStringList second{u"R2"_s};
    QTest::newRow("none") << QStringList() << QStringList{u"R1"_s, u"R2"_s};
    QTest::newRow("domain") << QStringList{u"--domain"_s, u"EXAMPLE.org."_s} << second;
    QTest::newRow("two domains") << QStringList{u"--domain"_s, u"example.org"_s, u"--domain"_s,
                                        u"example.com"_s}
                                 << first + second;
    QTest::newRow("other domain") << QStringList{u"--domain"_s, u"example.net"_s} << QStringList();
    QTest::newRow("since") << QStringList{u"--since"_s, u"2017-09-25"_s} << second;
    QTest::newRow("until") << QStringList{u"--until"_s, u"2017-09-24"_s} << first;
    QTest::newRow("both") << QStringList{u"--since"_s, u"2017-09-24"_s, u"--until"_s,
                                 u"2017-09-25"_s}
                          << first + second;
    QTest::newRow("later") << QStringList{u"--since"_s, u"2017-09-26"_s} << QStringList();
}

void TestCli::filters()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, ids);
    for (const QString &table : {u"records"_s, u"reports"_s}) {
        const Outcome outcome = run(QStringList{u"export"_s, table, m_folder->path()} + options);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(column(outcome.output, u"report_id"_s), ids);
    }
}

void TestCli::hostNamesAndOwnSenders()
{
    write(u"hosts.tsv"_s, "# names\n192.0.2.1\tMail.Example.NET.\n");
    write(u"own.tsv"_s, "example.net\tinternal\n198.51.100.0/24\tthird_party\n");
    const Outcome outcome = run({u"export"_s, u"sources"_s, path(u"r1.xml"_s), path(u"r2.xml.gz"_s),
        u"--ptr"_s, path(u"hosts.tsv"_s), u"--own"_s, path(u"own.tsv"_s)});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QByteArray());
    QCOMPARE(
        column(outcome.output, u"source_ip"_s), (QStringList{u"198.51.100.7"_s, u"192.0.2.1"_s}));
    QCOMPARE(column(outcome.output, u"host"_s), (QStringList{QString(), u"mail.example.net"_s}));
    QCOMPARE(column(outcome.output, u"class"_s), (QStringList{u"third_party"_s, u"internal"_s}));
}

void TestCli::writesToAFile()
{
    const Outcome outcome =
        run({u"export"_s, u"records"_s, path(u"r1.xml"_s), u"--output"_s, path(u"out.csv"_s)});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output, QByteArray());
    QFile file(path(u"out.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), run({u"export"_s, u"records"_s, path(u"r1.xml"_s)}).output);
    const Outcome failed =
        run({u"summary"_s, path(u"r1.xml"_s), u"--output"_s, path(u"none/out.txt"_s)});
    QCOMPARE(failed.status, 1);
    QVERIFY(failed.errors.contains("none/out.txt"));
}

void TestCli::oneBadFileAmongGoodOnes()
{
    write(u"bad.bz2"_s, packing::bzip2(packing::report("R3")).replace(20, 30, QByteArray(30, 'x')));
    const Outcome outcome = run({u"export"_s, u"records"_s, m_folder->path()});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(csvRows(outcome.output).size(), 3);
    QCOMPARE(outcome.errors.count('\n'), 1);
    QVERIFY2(outcome.errors.startsWith(lineOf(path(u"bad.bz2"_s))), outcome.errors.constData());
    const Outcome quiet = run({u"export"_s, u"problems"_s, m_folder->path(), u"--quiet"_s});
    QCOMPARE(quiet.status, 1);
    QCOMPARE(quiet.errors, QByteArray());
    QCOMPARE(column(quiet.output, u"reason"_s), QStringList{u"container-damaged"_s});
}

void TestCli::saysWhatIsNoFile()
{
    const Outcome missing = run({u"summary"_s, path(u"none"_s), path(u"r1.xml"_s)});
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.errors.startsWith(lineOf(path(u"none"_s))), missing.errors.constData());
    QVERIFY(QDir(m_folder->path()).mkdir(u"empty"_s));
    const Outcome empty = run({u"summary"_s, path(u"empty"_s)});
    QCOMPARE(empty.status, 1);
    QVERIFY2(empty.errors.startsWith(lineOf(path(u"empty"_s))), empty.errors.constData());
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    write(u"photo.jpg"_s, "\xff\xd8\xff\xe0 JFIF");
    const Outcome odd = run({u"summary"_s, m_folder->path()});
    QCOMPARE(odd.status, 0); // nothing that was a report is missing
    QVERIFY2(odd.errors.contains(lineOf(path(u"pipe"_s))), odd.errors.constData());
    QVERIFY2(odd.errors.contains(lineOf(path(u"photo.jpg"_s))), odd.errors.constData());
}

void TestCli::sideFilesThatCannotBeRead()
{
    for (const QString &option : {u"--own"_s, u"--ptr"_s}) {
        for (const QString &name : {path(u"none.tsv"_s), m_folder->path()}) {
            const Outcome outcome = run({u"summary"_s, path(u"r1.xml"_s), option, name});
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.errors.startsWith(lineOf(name)), outcome.errors.constData());
        }
    }
    write(u"own.tsv"_s, "example.net\tinternal\n\nexample.org\tmine\n");
    const Outcome line = run({u"summary"_s, path(u"r1.xml"_s), u"--own"_s, path(u"own.tsv"_s)});
    QVERIFY2(line.errors.startsWith(lineOf(path(u"own.tsv"_s) + u":3"_s)), line.errors.constData());
}

void TestCli::neutralisesFormulas()
{
    write(u"evil.xml"_s,
        packing::report("=cmd|' /C calc'!A0")
            .replace("<org_name>reporter.example", "<org_name>@SUM(1+1)\n=2,\"x\""));
    const QByteArray csv = run({u"export"_s, u"reports"_s, path(u"evil.xml"_s)}).output;
    QCOMPARE(column(csv, u"report_id"_s), QStringList{u"'=cmd|' /C calc'!A0"_s});
    QVERIFY(column(csv, u"org"_s).front().startsWith(u"'@SUM"_s));
    for (const QStringList &row : csvRows(csv)) {
        for (const QString &cell : row)
            QVERIFY2(
                !QString(u"=+-@"_s).contains(cell.left(1)) || cell.isEmpty(), qPrintable(cell));
    }
}

void TestCli::samples()
{
    QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/resources/samples_expected.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject expected = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(!expected.isEmpty());
    // Not in that list: a newer version of a report, with 100 messages more, and one cut short.
    const QJsonObject odd{{u"reports"_s, 1}, {u"records"_s, 11}, {u"messages"_s, 100 + 35},
        {u"pass_messages"_s, 100 + 29}};
    for (const QString &domain : expected.keys()) {
        const Outcome outcome = run({u"export"_s, u"summary"_s, u"--sample"_s, u"--domain"_s,
            domain, u"--format"_s, u"json"_s});
        QCOMPARE(outcome.status, 1); // one of them is damaged, to be looked at
        const QJsonObject totals =
            QJsonDocument::fromJson(outcome.output).array().first().toObject();
        const QJsonObject wanted = expected.value(domain).toObject();
        for (const QString &key : wanted.keys())
            QCOMPARE(totals.value(key).toInteger(),
                wanted.value(key).toInteger() +
                    (domain == "example.jp"_L1 ? odd.value(key).toInteger() : 0));
    }
}

void TestCli::corpus()
{
    const QString folder = QStringLiteral(SEKISHO_CORPUS);
    if (!QDir(folder).exists())
        QSKIP("no corpus here");
    const Outcome outcome = run({u"export"_s, u"reports"_s, folder});
    QCOMPARE(outcome.status, 1); // some are broken on purpose
    QStringList files = column(outcome.output, u"file"_s);
    files.removeDuplicates();
    files.sort();
    QStringList there;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        there.append(entries.next());
    there.sort();
    QCOMPARE(files, there);
    const QStringList statuses = column(outcome.output, u"status"_s);
    const QStringList notes = column(outcome.output, u"notes"_s);
    for (qsizetype i = 0; i < statuses.size(); ++i)
        QVERIFY(!statuses[i].isEmpty() && (statuses[i] == u"read"_s || !notes[i].isEmpty()));
    for (const QByteArray &line : outcome.errors.split('\n').mid(0, outcome.errors.count('\n')))
        QVERIFY2(line.startsWith(folder.toUtf8()), line.constData()); // nothing but our own lines
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
    const Outcome outcome = run({u"summary"_s, u"--sample"_s});
    qunsetenv("XDG_CONFIG_HOME");
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.errors.contains("senders.json: Line 2, column 1: ") &&
            outcome.errors.contains("kind: club"),
        outcome.errors.constData());
}

/// The help of the window program speaks the language that is asked for.
void TestCli::helpOfTheWindow()
{
    const auto help = [](const QStringList &arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SEKISHO_WINDOW), arguments);
        return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
    };
    QVERIFY(help({u"--help"_s}).contains("Write a picture of each page into a folder"));
    const QByteArray japanese = help({u"--language"_s, u"ja"_s, u"--help"_s});
    QVERIFY2(japanese.contains("--pictures") && japanese.contains("画像"), japanese.constData());
    QVERIFY(!japanese.contains("Write a picture"));
}

/// Hits of lists: both go together, and a list that is not there is wrong usage.
void TestCli::urlHits()
{
    QCOMPARE(run({u"export"_s, u"url_hits"_s, m_folder->path()}).status, 2);
    QCOMPARE(run({u"export"_s, u"failures"_s, m_folder->path(), u"--url-list"_s, u"x"_s}).status, 2);
    QCOMPARE(run({u"export"_s, u"url_hits"_s, m_folder->path(), u"--url-list"_s, path(u"gone.txt"_s)}).status, 2);
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    const QString mail = write(u"ruf.eml"_s, fixture::FailureMail().bytes());
    const QString hosts = write(u"hosts.txt"_s, "0.0.0.0 parcel.example\n");
    const QString urls = write(u"urls.txt"_s, "track.parcel.example\nnothing.example\n");
    const Outcome outcome = run({u"export"_s, u"url_hits"_s, mail, u"--url-list"_s, hosts, u"--url-list"_s, urls});
    QCOMPARE(outcome.status, 0);
    const QList<QStringList> rows = csvRows(outcome.output);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0], (QStringList{u"file"_s, u"member"_s, u"source_ip"_s, u"arrival"_s, u"subject"_s, u"url_defanged"_s, u"entry_defanged"_s, u"list"_s}));
    QCOMPARE(rows[1].mid(2), (QStringList{u"192.0.2.7"_s, u"2017-05-14T03:16:56Z"_s, u"Parcel"_s,
        u"hxxp://track[.]parcel[.]example/login?id=7&to=***%40receiver.example"_s, u"parcel[.]example"_s, hosts}));
    QCOMPARE(rows[2].last(), urls);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
