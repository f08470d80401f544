// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "support/sessionfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

class TestSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAFolder();
    void opensTheSamplesWhenThereIsNothingElse();
    void theLatestFilterWins();
    void backAndForward();
    void stateSurvivesARestart();
    void anotherFolderBeginsAnew();
    void dropAddsToOwnReports();
    void lookForNewReports();
    void languageChangesWhileItRuns();
    void timesAreUtcOrLocal();
    void exports_data();
    void exports();
    void exportThatFailsIsSaid();
    void copiesTheSummary();
    void cancelKeepsWhatWasRead();
    void aMissingPathIsInTheLog();
    void endsWhileReading();
};

void TestSession::opensAFolder()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    QCOMPARE(run.messages(), 1034);
    QCOMPARE(run.window().windowTitle(), u"レポート – Sekisho"_s);
    QVERIFY(run.shownText().contains("1,034 messages"_L1));
    QVERIFY(run.shownText().contains("3 reports from 2 reporters"_L1));
}

void TestSession::opensTheSamplesWhenThereIsNothingElse()
{
    const Home home;
    Run run(home);
    run.start({});
    // What the script that makes them counted (samples_expected.json), and its two odd files: a
    // later copy of a report that says 210 instead of 110, and a report that is cut off.
    QCOMPARE(run.messages(), 5647 + 16176 + (210 - 110) + 35);
    QVERIFY(run.window().windowTitle().startsWith("Sample reports"_L1));
    const auto &senders = run.session.view().results->topSenders;
    QVERIFY(std::any_of(senders.begin(), senders.end(),
        [](const Share &sender) { return sender.key == "example.jp"_L1; }));
}

void TestSession::theLatestFilterWins()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    for (int i = 0; i < 50; ++i)
        run.session.setFilter(withText(QString::number(i)));
    run.session.setFilter(withText(u"mail.ru"_s));
    run.wait();
    QCOMPARE(run.messages(), 30);
    QCOMPARE(run.session.view().filter, withText(u"mail.ru"_s));
}

void TestSession::backAndForward()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    QAction *back = run.action(u"&Back"_s);
    QAction *forward = run.action(u"For&ward"_s);
    QVERIFY(!back->isEnabled());
    run.session.setFilter(withText(u"mail.ru"_s));
    run.wait();
    QVERIFY(back->isEnabled());
    back->trigger();
    run.wait();
    QCOMPARE(run.messages(), 1034);
    QVERIFY(!back->isEnabled());
    forward->trigger();
    run.wait();
    QCOMPARE(run.messages(), 30);
    QVERIFY(!forward->isEnabled());
}

void TestSession::stateSurvivesARestart()
{
    const Home home;
    const QSize size(790, 700); // smaller than the screen, or Qt 6.8 makes it so
    {
        Run run(home, {});
        Preferences preferences;
        preferences.language = u"ja"_s;
        preferences.theme = Preferences::Theme::Dark;
        preferences.utc = false;
        run.session.setPreferences(preferences);
        run.start({home.reports()});
        run.session.setFilter(withText(u"mail.ru"_s));
        run.wait();
        run.window().showPage(PageId::Reports);
        run.window().resize(size);
        run.window().show();
        run.window().close();
    }
    // By name: a new page before it must not shift it.
    const QSettings kept(home.settingsPath(), QSettings::IniFormat);
    QCOMPARE(kept.value(u"window/page"_s).toString(), u"reports"_s);
    Run run(home, {});
    run.start({});
    QCOMPARE(run.messages(), 30);
    QCOMPARE(run.session.view().filter, withText(u"mail.ru"_s));
    QVERIFY(!run.action(u"戻る(&B)"_s) || !run.action(u"戻る(&B)"_s)->isEnabled());
    QCOMPARE(run.window().currentPage(), PageId::Reports);
    QCOMPARE(run.window().size(), size);
    QCOMPARE(run.session.view().format.locale.language(), QLocale::Japanese);
    QVERIFY(!run.session.view().format.utc);
    QCOMPARE(run.window().findChild<QLineEdit *>()->text(), u"mail.ru"_s);
}

void TestSession::anotherFolderBeginsAnew()
{
    const Home home;
    const QString other = home.folder.filePath(u"other"_s);
    QVERIFY(fixture::writeFile(other + u"/d.xml"_s,
        fixture::reportXml(u"yahoo.example"_s, u"d"_s, u"example.org"_s, july, u"192.0.2.5"_s, 7, true)));
    Run run(home);
    run.start({home.reports()});
    run.session.setFilter(withText(u"mail.ru"_s));
    run.wait();
    run.session.open({other}, false);
    run.wait();
    QCOMPARE(run.messages(), 7);
    QCOMPARE(run.session.view().filter, Filter());
    QVERIFY(!run.action(u"&Back"_s)->isEnabled());
}

void TestSession::dropAddsToOwnReports()
{
    const Home home;
    const QString other = home.folder.filePath(u"d.xml"_s);
    QVERIFY(fixture::writeFile(other,
        fixture::reportXml(u"yahoo.example"_s, u"d"_s, u"example.org"_s, july, u"192.0.2.5"_s, 7, true)));
    Run run(home);
    const auto drop = [&run](const QString &path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&run.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&run.window(), &event);
        run.wait();
    };
    run.start({}); // the samples, which give way
    drop(home.reports());
    QCOMPARE(run.messages(), 1034);
    drop(other);
    QCOMPARE(run.messages(), 1041);
    drop(other); // the same again is a duplicate
    QCOMPARE(run.messages(), 1041);
}

void TestSession::lookForNewReports()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    run.action(u"&Look for New Reports"_s)->trigger();
    run.wait();
    QCOMPARE(run.window().statusBar()->currentMessage(), u"No new reports."_s);
    QVERIFY(fixture::writeFile(home.reports() + u"/d.xml"_s,
        fixture::reportXml(u"yahoo.example"_s, u"d"_s, u"example.jp"_s, july, u"192.0.2.5"_s, 7, true)));
    run.action(u"&Look for New Reports"_s)->trigger();
    run.wait();
    QCOMPARE(run.messages(), 1041);
    QVERIFY(run.window().statusBar()->currentMessage().startsWith("1 new report"_L1));
}

void TestSession::languageChangesWhileItRuns()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    auto *list = run.window().findChild<QListWidget *>(u"sideList"_s);
    QCOMPARE(list->item(1)->text(), u"Senders"_s);
    Preferences preferences;
    preferences.language = u"ja"_s;
    run.session.setPreferences(preferences);
    QCoreApplication::processEvents();
    QVERIFY(list->item(1)->text() != u"Senders"_s);
    QVERIFY(run.shownText().contains("1,034"_L1));
    preferences.language = u"en"_s;
    run.session.setPreferences(preferences);
    QCoreApplication::processEvents();
    QCOMPARE(list->item(1)->text(), u"Senders"_s);
    QVERIFY(run.shownText().contains("1,034 messages"_L1));
}

void TestSession::timesAreUtcOrLocal()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    QVERIFY(run.session.view().format.dateTime(july).endsWith("UTC"_L1));
    Preferences preferences;
    preferences.language = u"en"_s;
    preferences.utc = false;
    run.session.setPreferences(preferences);
    QVERIFY(!run.session.view().format.dateTime(july).endsWith("UTC"_L1));
}

void TestSession::exports_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("reports") << u"reports"_s << u"out.csv"_s << QByteArray("mail.ru");
    QTest::newRow("records") << u"records"_s << u"out.csv"_s << QByteArray("198.51.100.7,30");
    QTest::newRow("sources") << u"sources"_s << u"out.csv"_s << QByteArray("198.51.100.7");
    QTest::newRow("matrix") << u"matrix"_s << u"out.csv"_s << QByteArray("all,fail,fail,30,100.00");
    QTest::newRow("summary") << u"summary"_s << u"出力.JSON"_s << QByteArray("\"messages\":30");
    QTest::newRow("problems") << u"problems"_s << u"out.csv"_s << QByteArray("file,member,status");
}

void TestSession::exports()
{
    QFETCH(QString, table);
    QFETCH(QString, file);
    QFETCH(QByteArray, contains);
    const Home home;
    Run run(home);
    run.start({home.reports()});
    run.session.setFilter(withText(u"mail.ru"_s)); // the export says what the window shows
    run.wait();
    const QString path = home.folder.filePath(file);
    run.session.exportTable(table, path);
    run.wait();
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QVERIFY2(content.contains(contains), content.constData());
    QVERIFY(!content.contains("192.0.2.1"));
}

void TestSession::exportThatFailsIsSaid()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    run.session.exportTable(u"reports"_s, home.folder.filePath(u"no/such/folder/out.csv"_s));
    run.wait();
    QVERIFY(run.window().findChild<QMessageBox *>());
}

void TestSession::copiesTheSummary()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    run.action(u"Copy Summary as &Text"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("1,034"_L1));
}

void TestSession::cancelKeepsWhatWasRead()
{
    const Home home;
    home.addMany(3000);
    Run run(home);
    run.window().show();
    run.session.start({home.reports()});
    Q_EMIT run.window().cancelRequested();
    run.wait();
    QVERIFY(run.messages() < 4034);
    QVERIFY(run.window().statusBar()->currentMessage().startsWith("Stopped."_L1));
    // And it can be read again, whole.
    run.action(u"&Look for New Reports"_s)->trigger();
    run.wait();
    QCOMPARE(run.messages(), 4034);
}

void TestSession::aMissingPathIsInTheLog()
{
    const Home home;
    Run run(home);
    run.start({home.folder.filePath(u"nothing-here"_s), home.reports()});
    QCOMPARE(run.messages(), 1034);
    const Dataset &dataset = *run.session.view().dataset;
    QCOMPARE(dataset.items.size(), size_t(4));
    QCOMPARE(dataset.items[0].status, ItemStatus::Unreadable);
    QCOMPARE(dataset.items[0].notes.first().code, NoteCode::FileMissing);
}

void TestSession::endsWhileReading()
{
    const Home home;
    for (int i = 0; i < 500; ++i) {
        QVERIFY(fixture::writeFile(u"%1/many/%2.xml"_s.arg(home.reports()).arg(i),
            fixture::reportXml(u"yahoo.example"_s, QString::number(i), u"example.jp"_s, july,
                u"192.0.2.5"_s, 1, true)));
    }
    for (int i = 0; i < 5; ++i) {
        Run run(home);
        run.session.start({home.reports()});
        QTest::qWait(i * 5);
    }
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
