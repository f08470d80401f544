// SPDX-License-Identifier: GPL-3.0-or-later
// The window over a real workspace file.
#include "session.h"

#include "analysis/cases/facts.h"
#include "support/datasetcompare.h"
#include "support/workspacesessionfixture.h"
#include "tables/exporttable.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;
using Home = fixture::WorkspaceHome;
using Run = fixture::WorkspaceRun;
using fixture::FilledRun;

namespace {

QByteArray tableOf(const View &view, const QString &name)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const ExportTable table = exportTable(name,
        {*view.dataset, *view.senders, *view.results, *view.own, view.filter, *view.judgement});
    return writeTable(table, ExportFormat::Csv, buffer) ? buffer.data() : QByteArray();
}

OwnSenders::Entry internal(const QString &sender)
{
    OwnSenders::Entry entry;
    entry.network = IpNetwork::parse(sender);
    return entry;
}

} // namespace

class TestWorkspaceSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesUntilThereIsSomething();
    void keepsWhatIsOpened();
    void saysWhatIsNew();
    void corpusIsTheSameAgain();
    void quickLookKeepsNothing();
    void quickLookIsKeptOnRequest();
    void quickLookStaysWhereItCannotBeKept();
    void filesOfFormerVersionsAreOffered();
    void newAndRecent();
    void neverInPlaceOfAFile();
    void secondWindowReads();
    void brokenFileIsSaid();
    void lastOneIsGone();
    void sendersAndPinsAreKept();
    void formerFilesAreTakenOver();
    void anOwnFileStaysOne();
    void originalsOutliveTheirFiles();
    void watchesFolders();
    void goesOnAfterAnInterruption();
    void languageChanges();
    void endsWhileImporting();
};

void TestWorkspaceSession::samplesUntilThereIsSomething()
{
    const Home home;
    Run run(home);
    run.start();
    QVERIFY(run.window().windowTitle().startsWith("Sample reports"_L1));
    QVERIFY(QFile::exists(home.standard()));
    QVERIFY(run.state().takesReports());
    run.open(home.reports());
    QCOMPARE(run.messages(), 1030);
    QCOMPARE(run.window().windowTitle(), u"My workspace – Sekisho"_s);
    QCOMPARE(run.said(), u"Files: 2 new, 0 changed, 0 known."_s);
}

void TestWorkspaceSession::keepsWhatIsOpened()
{
    const Home home;
    {
        FilledRun run(home);
        run.close();
    }
    QVERIFY(QDir(home.reports()).removeRecursively());
    Run run(home);
    run.start();
    QCOMPARE(run.messages(), 1030);
    QCOMPARE(run.window().windowTitle(), u"My workspace – Sekisho"_s);
}

void TestWorkspaceSession::saysWhatIsNew()
{
    const Home home;
    FilledRun run(home);
    home.add(u"c.xml"_s, u"yahoo.example"_s, u"192.0.2.9"_s, 4);
    home.add(u"b.xml"_s, u"mail.ru"_s, u"198.51.100.7"_s, 310); // another size
    run.action(u"&Look for New Reports"_s)->trigger();
    run.wait();
    QCOMPARE(run.said(), u"Files: 1 new, 1 changed, 1 known."_s);
    QCOMPARE(run.messages(), 1314);
    run.open(home.reports());
    QCOMPARE(run.said(), u"Files: 0 new, 0 changed, 3 known."_s);
    QCOMPARE(run.messages(), 1314);
}

void TestWorkspaceSession::corpusIsTheSameAgain()
{
    const QString corpus = QDir::cleanPath(QStringLiteral(SEKISHO_CORPUS));
    if (!QDir(corpus).exists())
        QSKIP("no corpus here");
    const Home home;
    View direct;
    {
        Run run(home);
        run.start({corpus});
        QVERIFY(run.state().quickLook);
        direct = run.session.view();
    }
    {
        Run run(home);
        run.start();
        run.open(corpus);
        QCOMPARE(run.messages(), direct.results->totals.counts.messages);
        run.close();
    }
    Run run(home);
    run.start();
    const View &view = run.session.view();
    QCOMPARE(fixture::differences(*view.dataset, *direct.dataset), QStringList());
    // What the pages are filled from.
    QVERIFY(view.results->totals == direct.results->totals);
    QVERIFY(view.results->senders == direct.results->senders);
    QVERIFY(view.results->topSenders == direct.results->topSenders);
    QVERIFY(view.results->rows == direct.results->rows);
    QVERIFY(view.results->reports == direct.results->reports);
    QVERIFY(*view.judgement->casesOfRows() == *direct.judgement->casesOfRows());
    QVERIFY(*view.cases == *direct.cases);
    for (const QString &table : exportTableNames())
        QVERIFY2(tableOf(view, table) == tableOf(direct, table), qPrintable(table));
    QVERIFY(tableOf(view, u"records"_s).size() > 10'000);
}

void TestWorkspaceSession::quickLookKeepsNothing()
{
    const Home home;
    {
        Run run(home);
        run.start({home.reports()});
        QCOMPARE(run.messages(), 1030);
        QVERIFY(run.state().quickLook);
        QCOMPARE(run.window().windowTitle(), u"レポート (quick look) – Sekisho"_s);
        run.close();
    }
    QVERIFY(!QFile::exists(home.standard()));
    Run run(home);
    run.start();
    QVERIFY(run.window().windowTitle().startsWith("Sample reports"_L1));
}

void TestWorkspaceSession::quickLookIsKeptOnRequest()
{
    const Home home;
    {
        Run run(home);
        run.start({home.reports()});
        run.action(u"Keep in &the Workspace"_s)->trigger();
        run.wait();
        QCOMPARE(run.messages(), 1030);
        QVERIFY(!run.state().quickLook);
        QCOMPARE(run.window().windowTitle(), u"My workspace – Sekisho"_s);
        run.close();
    }
    Run run(home);
    run.start();
    QCOMPARE(run.messages(), 1030);
}

/// The workspace is open in another window.
void TestWorkspaceSession::quickLookStaysWhereItCannotBeKept()
{
    const Home home;
    FilledRun first(home);
    home.add(u"more/c.xml"_s, u"yahoo.example"_s, u"192.0.2.9"_s, 4);
    Run second(home);
    second.start({home.path(u"レポート/more"_s)});
    QCOMPARE(second.messages(), 4);
    for (int i = 0; i < 2; ++i) {
        second.action(u"Keep in &the Workspace"_s)->trigger();
        second.wait();
        QVERIFY2(second.boxText().startsWith("Nothing was kept."_L1), qPrintable(second.boxText()));
        QVERIFY(second.state().quickLook);
        QCOMPARE(second.messages(), 4);
        delete second.window().findChild<QMessageBox *>();
    }
    QCOMPARE(first.messages(), 1030);
}

void TestWorkspaceSession::filesOfFormerVersionsAreOffered()
{
    const Home home;
    Run run(home);
    run.settings.setValue(u"open/paths"_s, QStringList{home.reports()});
    run.start();
    QCOMPARE(run.messages(), 1030);
    QVERIFY(run.state().quickLook);
    run.action(u"Keep in &the Workspace"_s)->trigger();
    run.wait();
    QVERIFY(!run.state().quickLook);
    QCOMPARE(run.session.view().dataset->items.size(), size_t(2));
}

void TestWorkspaceSession::newAndRecent()
{
    const Home home;
    const QString client = home.path(u"client.sekisho"_s);
    {
        FilledRun run(home);
        Q_EMIT run.window().workspaceMenu().newRequested(client);
        run.wait();
        QCOMPARE(run.window().windowTitle(), u"client – Sekisho"_s);
        QCOMPARE(run.messages(), 0);
        QCOMPARE(run.state().recent, QStringList({client, home.standard()}));
        run.close();
    }
    Run run(home);
    run.start(); // the last one, though it is empty: the samples
    QCOMPARE(run.state().path, client);
    Q_EMIT run.window().workspaceMenu().openRequested(home.standard());
    run.wait();
    QCOMPARE(run.messages(), 1030);
    QCOMPARE(run.state().recent, QStringList({home.standard(), client}));
    run.open(client); // a workspace is opened like any file
    QCOMPARE(run.state().path, client);
}

void TestWorkspaceSession::neverInPlaceOfAFile()
{
    const Home home;
    const QString other = home.path(u"letter.sekisho"_s);
    QVERIFY(fixture::writeFile(other, "a letter"));
    FilledRun run(home);
    Q_EMIT run.window().workspaceMenu().newRequested(other);
    run.wait();
    QVERIFY2(run.boxText().contains("There is a file"_L1), qPrintable(run.boxText()));
    QFile left(other);
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), QByteArray("a letter"));
    QCOMPARE(run.state().path, home.standard()); // it stays open
    QCOMPARE(run.messages(), 1030);
}

void TestWorkspaceSession::secondWindowReads()
{
    const Home home;
    FilledRun first(home);
    Run second(home);
    second.start();
    QCOMPARE(second.messages(), 1030);
    QVERIFY2(second.state().readOnly.contains("in use by another Sekisho"_L1),
        qPrintable(second.state().readOnly));
    QCOMPARE(second.window().windowTitle(), u"My workspace (read-only) – Sekisho"_s);
    for (const QString &text : {u"&Add Folder to the Workspace…"_s, u"&Forget…"_s, u"&Compact"_s,
             u"&Settings…"_s, u"&Watch Folders"_s}) {
        QVERIFY2(second.action(text), qPrintable(text));
        QVERIFY2(!second.action(text)->isEnabled(), qPrintable(text));
        QCOMPARE(second.action(text)->toolTip(), second.state().readOnly);
        QVERIFY(first.action(text)->isEnabled());
    }
    QVERIFY(second.action(u"&Verify…"_s)->isEnabled());
    home.add(u"c.xml"_s, u"yahoo.example"_s, u"192.0.2.9"_s, 4);
    second.open(home.reports());
    QVERIFY2(second.boxText().contains("in use"_L1), qPrintable(second.boxText()));
    Q_EMIT second.window().ownSenderRequested(internal(u"192.0.2.1"_s));
    second.wait();
    QVERIFY(second.session.view().own->entries.empty());
    QCOMPARE(second.messages(), 1030);
}

void TestWorkspaceSession::brokenFileIsSaid()
{
    const Home home;
    const QString client = home.path(u"client.sekisho"_s);
    QVERIFY(fixture::writeFile(client, "This is no database, however long it may be."));
    Run run(home);
    run.start({}, client);
    QVERIFY2(run.boxText().contains("client.sekisho"_L1), qPrintable(run.boxText()));
    QVERIFY(run.window().windowTitle().startsWith("Sample reports"_L1));
}

void TestWorkspaceSession::lastOneIsGone()
{
    const Home home;
    Run run(home);
    run.settings.setValue(u"workspace/last"_s, home.path(u"usb/client.sekisho"_s));
    run.session.start({});
    QVERIFY2(run.said().contains("client.sekisho"_L1), qPrintable(run.said()));
    run.wait();
    QCOMPARE(run.state().path, home.standard());
}

void TestWorkspaceSession::sendersAndPinsAreKept()
{
    const Home home;
    const Pin pin{u"198.51.100.7"_s, {}, MailCase::Spoof, u"reported"_s};
    {
        FilledRun run(home);
        Q_EMIT run.window().ownSenderRequested(internal(u"192.0.2.0/24"_s));
        Q_EMIT run.window().pinRequested(pin);
        run.wait();
    }
    QVERIFY(!QFile::exists(home.path(u"data/own-senders.tsv"_s)));
    {
        Run run(home);
        run.start();
        QCOMPARE(run.session.view().own->entries, std::vector{internal(u"192.0.2.0/24"_s)});
        QCOMPARE(run.session.view().pins->list, std::vector{pin});
        // Another workspace has senders of its own.
        Q_EMIT run.window().workspaceMenu().newRequested(home.path(u"client.sekisho"_s));
        run.wait();
        QVERIFY(run.session.view().own->entries.empty());
        QVERIFY(run.session.view().pins->list.empty());
    }
}

void TestWorkspaceSession::formerFilesAreTakenOver()
{
    const Home home;
    const QByteArray senders = "192.0.2.0/24\tinternal\n";
    QVERIFY(fixture::writeFile(home.path(u"data/own-senders.tsv"_s), senders));
    QVERIFY(fixture::writeFile(home.path(u"cache/host-names.tsv"_s),
        "192.0.2.1\tconfirmed\t1719792000\tmail.example.jp\n"));
    {
        FilledRun run(home);
        QCOMPARE(run.session.view().own->entries, std::vector{internal(u"192.0.2.0/24"_s)});
        QVERIFY(std::any_of(run.session.view().results->topSenders.begin(),
            run.session.view().results->topSenders.end(),
            [](const Share &share) { return share.key == "example.jp"_L1; }));
        Q_EMIT run.window().ownSenderRemoved(internal(u"192.0.2.0/24"_s));
        run.wait();
    }
    QFile left(home.path(u"data/own-senders.tsv"_s));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), senders);
    Run run(home);
    run.start(); // taken over once, not again
    QVERIFY(run.session.view().own->entries.empty());
}

void TestWorkspaceSession::anOwnFileStaysOne()
{
    const Home home;
    const QString file = home.path(u"client.tsv"_s);
    QVERIFY(fixture::writeFile(file, "192.0.2.1\tthird_party\n"));
    Run run(home);
    run.session.keepSendersIn(home.path(u"data"_s), file);
    run.start({home.reports()}, home.path(u"client.sekisho"_s));
    QCOMPARE(run.messages(), 1030);
    QCOMPARE(run.session.view().own->entries.size(), size_t(1));
    Q_EMIT run.window().ownSenderRequested(internal(u"192.0.2.9"_s));
    run.wait();
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("192.0.2.1\tthird_party\n192.0.2.9\tinternal\n"));
}

void TestWorkspaceSession::originalsOutliveTheirFiles()
{
    const Home home;
    FilledRun run(home);
    QFile file(home.reports() + u"/a.xml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(file.remove());
    const LoadOriginal load = run.session.originalLoader();
    const Origin origin = run.session.view().dataset->items[0].origin;
    QVERIFY(origin.path.endsWith("a.xml"_L1));
    const Result<QByteArray> loaded = load(origin).result();
    QVERIFY(loaded);
    QCOMPARE(loaded.value(), bytes);
}

void TestWorkspaceSession::watchesFolders()
{
    const Home home;
    FilledRun run(home);
    run.action(u"&Watch Folders"_s)->trigger();
    run.wait();
    QVERIFY(run.state().watching);
    QTRY_VERIFY(run.session.watched().contains(home.reports()));
    home.add(u"c.xml"_s, u"yahoo.example"_s, u"192.0.2.9"_s, 4);
    QTRY_COMPARE_WITH_TIMEOUT(run.messages(), 1034, 20000);
    QCOMPARE(run.said(), u"Files: 1 new, 0 changed, 2 known."_s);
    run.wait();
    run.action(u"&Watch Folders"_s)->trigger();
    run.wait();
    QVERIFY(run.session.watched().isEmpty());
}

/// Imports with the command line, which is killed once the file is there and some time has passed.
bool interruptAfter(const Home &home, const QString &file, int milliseconds)
{
    QProcess process;
    process.start(
        QStringLiteral(SEKISHO_CLI), {u"summary"_s, home.reports(), u"--workspace"_s, file});
    if (!QTest::qWaitFor([&file] { return QFile::exists(file); }, 20000))
        return false;
    QTest::qWait(milliseconds);
    process.kill();
    return process.waitForFinished() && process.exitStatus() == QProcess::CrashExit;
}

void TestWorkspaceSession::goesOnAfterAnInterruption()
{
    const Home home;
    home.addMany(3000);
    bool seen = false;
    for (int round = 0; round < 20 && !seen; ++round) {
        const QString file = home.path(u"client%1.sekisho"_s.arg(round));
        if (!interruptAfter(home, file, round * 5))
            continue;
        Run run(home);
        run.start({}, file);
        seen = !run.state().interrupted.isEmpty();
        if (!seen)
            continue; // it was killed before the import began
        QVERIFY2(run.state().interrupted.contains("did not come to its end"_L1),
            qPrintable(run.state().interrupted));
        Q_EMIT run.window().resumeRequested();
        run.wait();
        QCOMPARE(run.messages(), 4030);
        QVERIFY(run.state().interrupted.isEmpty());
        run.close();
    }
    QVERIFY(seen);
}

void TestWorkspaceSession::languageChanges()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    QVERIFY(run.action(u"Open Wor&kspace…"_s));
    Preferences preferences;
    preferences.language = u"ja"_s;
    run.session.setPreferences(preferences);
    QCoreApplication::processEvents();
    QVERIFY(!run.action(u"Open Wor&kspace…"_s));
    QVERIFY(!run.window().windowTitle().contains("quick look"_L1));
    preferences.language = u"en"_s;
    run.session.setPreferences(preferences);
    QCoreApplication::processEvents();
    QVERIFY(run.action(u"Open Wor&kspace…"_s));
    QVERIFY(run.window().windowTitle().contains("quick look"_L1));
}

void TestWorkspaceSession::endsWhileImporting()
{
    const Home home;
    home.addMany(1000);
    for (int i = 0; i < 3; ++i) {
        Run run(home);
        run.session.start({home.reports()}, home.path(u"client.sekisho"_s));
        QTest::qWait(i * 20);
    }
    Run run(home);
    run.start({home.reports()}, home.path(u"client.sekisho"_s));
    QCOMPARE(run.messages(), 2030);
}

QTEST_MAIN(TestWorkspaceSession)
#include "tst_workspacesession.moc"
