// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "analysis/sendermaker.h"
#include "dialogs/hostlookupdialog.h"
#include "dns/hostname.h"
#include "support/samplefiles.h"
#include "support/tableresolver.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 july = 1719792000; // 2024-07-01 00:00:00 UTC

/// A home with settings, a folder of reports, and sessions over both.
struct Home {
    Home()
    {
        const auto add = [this](const QString &name, const QString &org, const QString &domain,
                             int day, const QString &ip, int count, bool passes) {
            QVERIFY(fixture::writeFile(reports() + u'/' + name,
                fixture::reportXml(
                    org, name, domain, july + day * secondsPerDay, ip, count, passes)));
        };
        add(u"a.xml"_s, u"google.com"_s, u"example.jp"_s, 0, u"192.0.2.1"_s, 1000, true);
        add(u"b.xml"_s, u"mail.ru"_s, u"example.jp"_s, 1, u"198.51.100.7"_s, 30, false);
        add(u"c.xml"_s, u"google.com"_s, u"example.com"_s, 40, u"192.0.2.9"_s, 4, true);
    }

    /// Reports of one message each, that take a moment to be read.
    void addMany(int count) const
    {
        for (int i = 0; i < count; ++i) {
            QVERIFY(fixture::writeFile(u"%1/many/%2.xml"_s.arg(reports()).arg(i),
                fixture::reportXml(u"yahoo.example"_s, QString::number(i), u"example.jp"_s, july,
                    u"192.0.2.5"_s, 1, true)));
        }
    }

    [[nodiscard]] QString reports() const { return folder.filePath(u"レポート"_s); }
    [[nodiscard]] QString settingsPath() const { return folder.filePath(u"settings.ini"_s); }

    QTemporaryDir folder;
};

struct Run {
    explicit Run(const Home &home, const QString &language = u"en"_s)
        : settings(home.settingsPath(), QSettings::IniFormat)
        , session(settings, language)
    {
    }

    void wait() const { QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), 20000); }
    void start(const QStringList &paths)
    {
        session.start(paths);
        wait();
    }
    [[nodiscard]] qint64 messages() const
    {
        return session.view().results->totals.counts.messages;
    }
    MainWindow &window() { return session.window(); }
    QAction *action(const QString &text)
    {
        for (QAction *action : window().findChildren<QAction *>()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    QString shownText()
    {
        QStringList texts;
        for (const QLabel *label : window().statusBar()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'\n');
    }

    QSettings settings;
    Session session;
};

/// An entry for a network, address or host domain.
OwnSenders::Entry internal(const QString &sender)
{
    OwnSenders::Entry entry;
    entry.network = IpNetwork::parse(sender);
    entry.hostDomain = entry.network ? QString() : sender;
    return entry;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

Filter withText(const QString &text)
{
    Filter filter;
    filter.text = text;
    return filter;
}

/// The sender with most messages, complete.
Sender firstSender(const View &view)
{
    return SenderMaker(*view.dataset, *view.senders, *view.results).wholeAt(0);
}

} // namespace

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
    void hostNamesGroupAndSurvive();
    void missingHostFileIsSaid();
    void badLinesOfAHostFileAreSaid();
    void looksUpHostNamesWhenTold();
    void cancelsALookup();
    void savesHostNames();
    void exports_data();
    void exports();
    void exportThatFailsIsSaid();
    void copiesTheSummary();
    void cancelKeepsWhatWasRead();
    void aMissingPathIsInTheLog();
    void endsWhileReading();
    void ownSendersAndPinsSurviveARestart();
    void sampleSendersDoNotLeak();
    void aBadLineIsSaidAndKept();
    void anOwnFileIsReadAndKept();
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

void TestSession::hostNamesGroupAndSurvive()
{
    const Home home;
    const QString hosts = home.folder.filePath(u"hosts.tsv"_s);
    QVERIFY(fixture::writeFile(hosts, "192.0.2.1\tmail.example.jp\n192.0.2.9\tweb.example.jp\n"));
    const auto grouped = [](const Run &run) {
        const Sender first = firstSender(run.session.view());
        return run.session.view().results->totals.senders == 2 && first.key == "example.jp"_L1 &&
            first.addresses.size() == 2;
    };
    {
        Run run(home);
        run.start({home.reports()});
        QVERIFY(!grouped(run));
        run.session.loadHostNames(hosts);
        run.wait();
        QVERIFY(grouped(run));
        run.window().show();
        run.window().close();
    }
    Run run(home);
    run.start({});
    QVERIFY(grouped(run));
}

void TestSession::missingHostFileIsSaid()
{
    const Home home;
    Run run(home);
    run.start({home.reports()});
    run.session.loadHostNames(home.folder.filePath(u"none.tsv"_s));
    run.wait();
    auto *box = run.window().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->text().contains("none.tsv"_L1));
    QCOMPARE(run.messages(), 1034);
}

void TestSession::badLinesOfAHostFileAreSaid()
{
    const Home home;
    const QString hosts = home.folder.filePath(u"hosts.tsv"_s);
    QVERIFY(fixture::writeFile(hosts, "192.0.2.1\tmail.example.jp\nnobody\tx.example\n"));
    Run run(home);
    run.start({home.reports()});
    run.session.loadHostNames(hosts);
    run.wait();
    auto *box = run.window().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains("hosts.tsv"_L1) && box->text().contains("line 2"_L1) &&
            box->text().contains("nobody"_L1),
        qPrintable(box->text()));
    QCOMPARE(firstSender(run.session.view()).host, u"mail.example.jp"_s);
}

void TestSession::looksUpHostNamesWhenTold()
{
    const Home home;
    fixture::TableResolver resolver;
    const QString name = u"mail.example.jp"_s;
    for (const QString &text : {u"192.0.2.1"_s, u"192.0.2.9"_s})
        resolver.addNames(DnsType::Ptr, reverseName(IpAddress::parse(text).value()), {name});
    resolver.addAddresses(name, {u"192.0.2.1"_s});
    Run run(home);
    run.session.useResolver(&resolver);
    run.session.keepHostNamesIn(home.folder.filePath(u"cache"_s));
    run.start({home.reports()});
    run.session.setFilter(withText(u"192.0.2"_s));
    run.wait();
    run.action(u"&Look Up Host Names…"_s)->trigger();
    run.wait();
    auto *dialog = run.window().findChild<HostLookupDialog *>();
    QVERIFY(dialog);
    QVERIFY(resolver.asked.isEmpty());
    const auto judged = run.session.view().judgement;
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    run.wait();
    // Only what is shown was asked for; the name that is only claimed does not count.
    QVERIFY(!resolver.asked.contains(
        DnsQuestion{DnsType::Ptr, reverseName(IpAddress::parse(u"198.51.100.7"_s).value())}));
    const auto &senders = run.session.view().results->topSenders;
    QCOMPARE(senders.size(), size_t(2));
    QCOMPARE(senders[0].key, u"example.jp"_s);
    QCOMPARE(senders[0].counts.messages, 1000);
    QCOMPARE(senders[1].key, u"192.0.2.0/24"_s);
    QVERIFY(run.session.view().judgement != judged); // and the verdicts know it
    QVERIFY(run.window().statusBar()->currentMessage().startsWith("1 host name found"_L1));
    QVERIFY(QFile::exists(home.folder.filePath(u"cache/host-names.tsv"_s)));
}

void TestSession::cancelsALookup()
{
    const Home home;
    fixture::TableResolver resolver;
    resolver.keepSilent();
    Run run(home);
    run.session.useResolver(&resolver);
    run.start({home.reports()});
    run.window().show();
    run.action(u"&Look Up Host Names…"_s)->trigger();
    run.wait();
    run.window().findChild<HostLookupDialog *>()->accept();
    QVERIFY(run.session.isIdle());
    Q_EMIT run.window().lookupRequested(true);
    QVERIFY(!run.session.isIdle());
    QVERIFY2(run.shownText().contains("Looking up host names: 0 of 3 addresses"_L1),
        qPrintable(run.shownText()));
    QToolButton *cancel = nullptr;
    for (QToolButton *button : run.window().statusBar()->findChildren<QToolButton *>())
        cancel = button->isVisible() ? button : cancel;
    QVERIFY(cancel);
    cancel->click();
    run.wait();
    QVERIFY(!cancel->isVisible());
    QCOMPARE(resolver.running(), 0);
    QVERIFY(run.window().statusBar()->currentMessage().startsWith("Stopped."_L1));
}

void TestSession::savesHostNames()
{
    const Home home;
    const QString hosts = home.folder.filePath(u"hosts.tsv"_s);
    const QString saved = home.folder.filePath(u"saved.tsv"_s);
    QVERIFY(fixture::writeFile(
        hosts, "192.0.2.9\tweb.example.jp\n203.0.113.1\tunused.example\n192.0.2.1\tmail.example.jp\n"));
    Run run(home);
    run.session.loadHostNames(hosts);
    run.start({home.reports()});
    Q_EMIT run.window().hostNamesSaveRequested(saved);
    run.wait();
    QCOMPARE(readAll(saved), QByteArray("192.0.2.1\tmail.example.jp\n192.0.2.9\tweb.example.jp\n"));
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

void TestSession::ownSendersAndPinsSurviveARestart()
{
    const Home home;
    const QString data = home.folder.filePath(u"data"_s);
    const Pin pin{u"198.51.100.7"_s, {}, MailCase::Spoof, u"reported"_s};
    {
        Run run(home);
        run.session.keepSendersIn(data);
        Q_EMIT run.window().ownSenderRequested(internal(u"192.0.2.0/24"_s)); // before it was read
        run.start({home.reports()});
        QCOMPARE(run.session.view().own->entries, std::vector{internal(u"192.0.2.0/24"_s)});
        Q_EMIT run.window().page(PageId::Senders)->ownSenderRequested(internal(u"mail.example"_s));
        Q_EMIT run.window().page(PageId::Senders)->ownSenderRemoved(internal(u"mail.example"_s));
        Q_EMIT run.window().page(PageId::Senders)->pinRequested({u"198.51.100.7"_s, {}, MailCase::Forward, {}});
        Q_EMIT run.window().page(PageId::Senders)->pinRequested(pin);
        run.wait();
        QCOMPARE(run.session.view().pins->list, std::vector{pin});
    }
    Run run(home);
    run.session.keepSendersIn(data);
    run.start({home.reports()});
    QCOMPARE(run.session.view().own->entries, std::vector{internal(u"192.0.2.0/24"_s)});
    QCOMPARE(run.session.view().pins->list, std::vector{pin});
    Q_EMIT run.window().pinRemoved(pin);
    run.wait();
    QVERIFY(run.session.view().pins->list.empty());
    QCOMPARE(readAll(data + u"/pins.tsv"_s), QByteArray());
    QCOMPARE(readAll(data + u"/own-senders.tsv"_s), QByteArray("192.0.2.0/24\tinternal\n"));
}

void TestSession::sampleSendersDoNotLeak()
{
    const Home home;
    const QString data = home.folder.filePath(u"data"_s);
    Run run(home);
    run.session.keepSendersIn(data);
    run.start({}); // the samples
    const auto samples = run.session.view().own;
    QVERIFY(!samples->entries.empty());
    Q_EMIT run.window().ownSenderRequested(internal(u"203.0.113.0/24"_s));
    run.wait();
    QCOMPARE(run.session.view().own->entries.size(), samples->entries.size() + 1);
    home.addMany(3000); // so that it takes a moment
    run.session.open({home.reports()}, false);
    // Until they have been read the samples are shown still.
    Q_EMIT run.window().ownSenderRequested(internal(u"198.51.100.0/24"_s));
    run.wait();
    QCOMPARE(writeOwnSenders(*run.session.view().own), QByteArray());
    QVERIFY(!QFile::exists(data + u"/own-senders.tsv"_s));
    Q_EMIT run.window().ownSenderRequested(internal(u"192.0.2.1"_s));
    run.wait();
    run.session.openSample();
    run.wait();
    QCOMPARE(*run.session.view().own, *samples);
}

void TestSession::aBadLineIsSaidAndKept()
{
    const Home home;
    const QString path = home.folder.filePath(u"data/own-senders.tsv"_s);
    const QByteArray content = "# mine\n192.0.2.1\tinternal\n192.0.2.2\tours\n";
    QVERIFY(fixture::writeFile(path, content));
    Run run(home);
    run.session.keepSendersIn(home.folder.filePath(u"data"_s));
    run.start({home.reports()});
    auto *box = run.window().findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains("own-senders.tsv"_L1) && box->text().contains("line 3"_L1)
            && box->text().contains("ours"_L1),
        qPrintable(box->text()));
    QCOMPARE(run.session.view().own->entries, std::vector{internal(u"192.0.2.1"_s)});
    QCOMPARE(readAll(path), content); // reading changes nothing
    Q_EMIT run.window().ownSenderRemoved(internal(u"192.0.2.1"_s));
    run.wait();
    QCOMPARE(readAll(path), QByteArray());
    QCOMPARE(readAll(path + u".bak"_s), content);
}

void TestSession::anOwnFileIsReadAndKept()
{
    const Home home;
    const QString path = home.folder.filePath(u"client.tsv"_s);
    QVERIFY(fixture::writeFile(path, "192.0.2.1\tthird_party\n"));
    Run run(home);
    run.session.keepSendersIn(home.folder.filePath(u"data"_s), path);
    run.start({home.reports()});
    QCOMPARE(run.session.view().own->entries.size(), size_t(1));
    Q_EMIT run.window().ownSenderRequested(internal(u"192.0.2.9"_s));
    run.wait();
    QCOMPARE(readAll(path), QByteArray("192.0.2.1\tthird_party\n192.0.2.9\tinternal\n"));
    QVERIFY(!QFile::exists(home.folder.filePath(u"data/own-senders.tsv"_s)));
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
