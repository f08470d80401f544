// SPDX-License-Identifier: GPL-3.0-or-later
// sekisho-cli fetch as a cron job would run it, against a real server.
#include "archive/workspace.h"
#include "support/dovecotserver.h"
#include "support/needdovecot.h"

#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTest>

using namespace sekisho;
using namespace sekisho::imap;
using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int status = -1;
    QString output;
    QString errors;
};

QByteArray report(int number)
{
    const QByteArray id = QByteArray::number(number);
    return "From: r@reporter.example\r\nSubject: Report domain: example.jp\r\nMIME-Version: 1.0\r\n"
           "Content-Type: "
           "text/xml\r\n\r\n<feedback><report_metadata><org_name>reporter</org_name><report_id>" +
        id +
        "</report_id><date_range><begin>1780272000</begin><end>1780358400</end></date_range></"
        "report_metadata>"
        "<policy_published><domain>example.jp</domain><p>none</p></"
        "policy_published><record><row><source_ip>192.0.2.1"
        "</source_ip><count>1</count><policy_evaluated><disposition>none</disposition><dkim>fail</"
        "dkim><spf>fail</spf>"
        "</policy_evaluated></row><identifiers><header_from>example.jp</header_from></"
        "identifiers><auth_results>"
        "<spf><domain>example.jp</domain><result>fail</result></spf></auth_results></record></"
        "feedback>\r\n";
}

} // namespace

class TestFetchCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fixture::needDovecot(); }
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void fetchesWhatIsNew();
    void fetchesIntoAWorkspace();
    void passwordByDescriptor();
    void savedAccount();
    void withoutKeyStore();
    void certificateIsShownAndPinned();
    void tellsWhatFailed();
    void marksAndMoves();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Ended run(
        const QStringList &arguments, const QByteArray &input = {}, bool japanese = false) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
        environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        environment.insert(u"PASSWORD"_s, QString::fromUtf8(m_password));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SEKISHO_CLI),
            arguments + QStringList{u"--language"_s, japanese ? u"ja"_s : u"en"_s});
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] QString address(const DovecotServer &server) const
    {
        return u"imaps://user@localhost:%1"_s.arg(server.account().port);
    }
    const QStringList m_command{u"--password-command"_s, u"printf '%s\\n' \"$PASSWORD\""_s};

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_password;
};

void TestFetchCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFetchCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{u"fetch"_s};
    QTest::newRow("no such account") << QStringList{u"fetch"_s, u"nobody"_s};
    QTest::newRow("no address") << QStringList{u"fetch"_s, u"imaps://host"_s};
    QTest::newRow("password in it") << QStringList{u"fetch"_s, u"imaps://me:hunter2@host/"_s};
    QTest::newRow("two") << QStringList{u"fetch"_s, u"imaps://me@host/"_s, u"imaps://me@host/"_s};
    QTest::newRow("descriptor") << QStringList{
        u"fetch"_s, u"imaps://me@host/"_s, u"--password-fd"_s, u"x"_s};
    QTest::newRow("date") << QStringList{
        u"fetch"_s, u"imaps://me@host/"_s, u"--since"_s, u"yesterday"_s};
    QTest::newRow("fingerprint") << QStringList{
        u"fetch"_s, u"imaps://me@host/"_s, u"--pin"_s, u"12:34"_s};
    QTest::newRow("mechanism") << QStringList{
        u"fetch"_s, u"imaps://me@host/"_s, u"--auth"_s, u"magic"_s};
    QTest::newRow("size") << QStringList{
        u"fetch"_s, u"imaps://me@host/"_s, u"--max-size"_s, u"many"_s};
    for (const auto *after : {"report", "reports=seen", "report=delete", "report=move:", "=seen"})
        QTest::addRow("after %s", after) << QStringList{
            u"fetch"_s, u"imaps://me@host/"_s, u"--after"_s, QString::fromLatin1(after)};
    QTest::newRow("an option of fetch elsewhere")
        << QStringList{u"summary"_s, u"."_s, u"--store"_s, u"x"_s};
}

void TestFetchCommand::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Ended outcome = run(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.errors.isEmpty() && !outcome.errors.contains(u"hunter2"_s));
    QVERIFY(outcome.output.isEmpty());
}

/// Read and stored in one file, each mail once; the next run knows how far it was.
void TestFetchCommand::fetchesIntoAWorkspace()
{
    DovecotServer server;
    server.add(report(1));
    server.add(report(2));
    server.add("Subject: lunch\r\n\r\n?\r\n");
    QCOMPARE(server.start(), QString());
    m_password = server.password();
    const QString file = path(u"reports.sekisho"_s);
    const QStringList arguments =
        QStringList{u"fetch"_s, address(server), u"--workspace"_s, file, u"--ca-file"_s,
            server.caFile()} +
        m_command;
    const Ended first = run(arguments);
    QCOMPARE(first.errors, QString());
    QCOMPARE(first.status, 0);
    const auto loaded = [&file]() -> DatasetPtr {
        const auto workspace = Workspace::openToRead(file);
        if (!workspace)
            return nullptr;
        const auto dataset = loadDataset(workspace.value(), Stop());
        return dataset ? dataset.value() : DatasetPtr();
    };
    DatasetPtr dataset = loaded();
    QVERIFY(dataset);
    QCOMPARE(dataset->reports.size(), size_t(2));
    QCOMPARE(dataset->items.size(), size_t(3));
    QVERIFY2(dataset->items[0].origin.path.endsWith(u"/INBOX/%1/1"_s.arg(
                 dataset->items[0].origin.path.section(u'/', -2, -2))),
        qPrintable(dataset->items[0].origin.path));
    server.add(report(3));
    server.add(report(1)); // again: the same bytes
    QCOMPARE(run(arguments).status, 0);
    dataset = loaded();
    QVERIFY(dataset);
    QCOMPARE(dataset->reports.size(), size_t(3));
    const Ended nothing = run(arguments);
    QCOMPARE(nothing.status, 0);
    QCOMPARE(loaded()->items.size(), size_t(4));
    // Not in place of something else.
    QFile other(path(u"other.sekisho"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no workspace") > 0);
    other.close();
    QStringList wrong = arguments;
    wrong[3] = other.fileName();
    const Ended refused = run(wrong);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains(u"other.sekisho"_s), qPrintable(refused.errors));
}

void TestFetchCommand::fetchesWhatIsNew()
{
    DovecotServer server;
    m_password = server.password();
    server.add(report(1));
    server.add(report(2));
    server.add(report(3), u"&UW1nCA-"_s);
    QCOMPARE(server.start(), QString());
    const QStringList arguments{u"fetch"_s, address(server), u"--store"_s, path(u"store"_s),
        u"--ca-file"_s, server.caFile()};
    const Ended first = run(arguments + m_command);
    QCOMPARE(first.errors, QString());
    QCOMPARE(first.status, 0);
    QVERIFY2(first.output.startsWith(u"INBOX: 2 new messages"_s), qPrintable(first.output));
    const Ended again = run(arguments + m_command);
    QCOMPARE(again.output, u"INBOX: no new messages\n"_s);
    QCOMPARE(again.status, 0);
    const Ended both = run(arguments + m_command +
        QStringList{u"--folder"_s, u"INBOX"_s, u"--folder"_s, u"六月"_s, u"--log"_s});
    QCOMPARE(both.status, 0);
    QVERIFY2(both.output.startsWith(u"INBOX: no new messages\n六月: 1 new message,"_s),
        qPrintable(both.output));
    QVERIFY(both.errors.contains(u"C: A1 AUTHENTICATE SCRAM-SHA-256"_s) &&
        !both.errors.contains(QString::fromUtf8(m_password)));
    // What was fetched can be opened like any other folder.
    const Ended opened = run({u"export"_s, u"reports"_s, path(u"store"_s)});
    QCOMPARE(opened.status, 0);
    QCOMPARE(opened.output.count(u'\n'), 1 + 3);
    const Ended quiet = run(arguments + m_command + QStringList{u"--quiet"_s});
    QCOMPARE(quiet.output, QString());
}

void TestFetchCommand::passwordByDescriptor()
{
    DovecotServer server;
    server.add(report(1));
    QCOMPARE(server.start(), QString());
    const QStringList arguments{u"fetch"_s, address(server), u"--store"_s, path(u"store"_s),
        u"--ca-file"_s, server.caFile(), u"--password-fd"_s, u"0"_s};
    QCOMPARE(run(arguments, server.password() + "\r\n").status, 0);
    const Ended wrong = run(arguments, "wrong\n");
    QCOMPARE(wrong.status, 1);
    QVERIFY2(wrong.errors.contains(u"refused user name or password"_s), qPrintable(wrong.errors));
    const Ended nothing = run(arguments, {});
    QCOMPARE(nothing.status, 1);
    QVERIFY2(nothing.errors.contains(u"held nothing"_s), qPrintable(nothing.errors));
}

/// As the window keeps it.
void TestFetchCommand::savedAccount()
{
    DovecotServer server;
    m_password = server.password();
    server.add(report(1));
    QCOMPARE(server.start(), QString());
    QDir().mkpath(path(u"config/Sekisho"_s));
    {
        QSettings settings(path(u"config/Sekisho/Sekisho.conf"_s), QSettings::IniFormat);
        settings.setValue(u"mailboxes/size"_s, 1);
        settings.setValue(u"mailboxes/1/id"_s, u"one"_s);
        settings.setValue(u"mailboxes/1/name"_s, u"レポート"_s);
        settings.setValue(u"mailboxes/1/host"_s, u"localhost"_s);
        settings.setValue(u"mailboxes/1/port"_s, server.account().port);
        settings.setValue(u"mailboxes/1/security"_s, u"tls"_s);
        settings.setValue(u"mailboxes/1/user"_s, u"user"_s);
        settings.setValue(u"mailboxes/1/folders"_s, QStringList{u"INBOX"_s});
        settings.setValue(u"mailboxes/1/caFile"_s, server.caFile());
    }
    const Ended outcome = run(QStringList{u"fetch"_s, u"レポート"_s} + m_command);
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(QDir(path(u"data/Sekisho/mailboxes/one/INBOX"_s)).entryList({u"*.eml"_s}).size(), 1);
}

void TestFetchCommand::withoutKeyStore()
{
    DovecotServer server;
    QCOMPARE(server.start(), QString());
    const Ended outcome = run({u"fetch"_s, address(server), u"--store"_s, path(u"store"_s),
        u"--ca-file"_s, server.caFile()});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith(u"There is no password for this account."_s),
        qPrintable(outcome.errors));
}

void TestFetchCommand::certificateIsShownAndPinned()
{
    DovecotOptions options;
    options.certificate = Certificate::SelfSigned;
    DovecotServer server(options);
    m_password = server.password();
    server.add(report(1));
    QCOMPARE(server.start(), QString());
    const QStringList arguments =
        QStringList{u"fetch"_s, address(server), u"--store"_s, path(u"store"_s)} + m_command;
    const Ended refused = run(arguments);
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.errors.contains(u"no authority vouches for it"_s));
    const QString pin = refused.errors.section(u"SHA-256 fingerprint: "_s, 1).section(u'\n', 0, 0);
    QCOMPARE(pin.size(), 32 * 3 - 1);
    QCOMPARE(run(arguments + QStringList{u"--pin"_s, pin}).status, 0);
}

void TestFetchCommand::tellsWhatFailed()
{
    DovecotServer server;
    m_password = server.password();
    server.add(report(1));
    server.add(QByteArray("Subject: large\r\n\r\n") + QByteArray("line\r\n").repeated(50'000));
    QCOMPARE(server.start(), QString());
    const QStringList arguments = QStringList{u"fetch"_s, address(server), u"--store"_s,
                                      path(u"store"_s), u"--ca-file"_s, server.caFile()} +
        m_command;
    const Ended large = run(arguments + QStringList{u"--max-size"_s, u"100000"_s});
    QCOMPARE(large.status, 1);
    QVERIFY2(large.output.startsWith(u"INBOX: 1 new message"_s), qPrintable(large.output));
    QVERIFY2(large.errors.contains(u"INBOX: Message 2 is too large"_s), qPrintable(large.errors));
    const Ended folder = run(arguments + QStringList{u"--folder"_s, u"none"_s});
    QCOMPARE(folder.status, 1);
    QVERIFY2(folder.errors.contains(u"no folder “none”"_s), qPrintable(folder.errors));
    const Ended japanese = run(arguments + QStringList{u"--folder"_s, u"none"_s}, {}, true);
    QVERIFY2(japanese.errors.contains(u"none"_s) && japanese.errors.contains(u"フォルダ"_s),
        qPrintable(japanese.errors));
    server.stop();
    const Ended nobody = run(arguments);
    QCOMPARE(nobody.status, 1);
    QVERIFY2(nobody.errors.startsWith(u"No connection to localhost"_s), qPrintable(nobody.errors));
}

/// Only as asked for: reports go to a folder with a name of two words, other mails are marked.
void TestFetchCommand::marksAndMoves()
{
    DovecotServer server;
    server.add(report(1));
    server.add(report(2));
    server.add("Subject: lunch\r\n\r\n?\r\n");
    server.add("Subject: old\r\n\r\nx\r\n", u"DMARC done"_s, u"S"_s);
    QCOMPARE(server.start(), QString());
    m_password = server.password();
    const auto mailsIn = [&server](const QString &folder, const QString &ending) {
        qsizetype count = 0;
        for (const QString &part : {u"/cur"_s, u"/new"_s})
            count += QDir(server.maildir(folder) + part).entryList({u'*' + ending}, QDir::Files).size();
        return count;
    };
    const QStringList arguments =
        QStringList{u"fetch"_s, address(server), u"--ca-file"_s, server.caFile()} + m_command;
    const QStringList after{u"--after"_s, u"report=move:DMARC done"_s, u"--after"_s, u"other=seen"_s};
    const Ended first = run(arguments + QStringList{u"--store"_s, path(u"plain"_s)});
    QCOMPARE(first.status, 0);
    QCOMPARE(mailsIn({}, QString()), 3);
    QCOMPARE(mailsIn({}, u":2,S"_s), 0);
    const Ended second = run(arguments + QStringList{u"--store"_s, path(u"moved"_s)} + after);
    QVERIFY2(second.status == 0, qPrintable(second.errors));
    QCOMPARE(mailsIn({}, QString()), 1);
    QCOMPARE(mailsIn({}, u":2,S"_s), 1);
    QCOMPARE(mailsIn(u"DMARC done"_s, QString()), 3);
}

QTEST_GUILESS_MAIN(TestFetchCommand)
#include "tst_fetchcommand.moc"
