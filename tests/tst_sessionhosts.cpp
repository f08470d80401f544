// SPDX-License-Identifier: GPL-3.0-or-later
// Names of hosts: out of files, looked up, and saved.
#include "session.h"

#include "analysis/sendermaker.h"
#include "dialogs/hostlookupdialog.h"
#include "dns/hostname.h"
#include "support/sessionfixture.h"
#include "support/tableresolver.h"

#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

/// The sender with most messages, complete.
Sender firstSender(const View &view)
{
    return SenderMaker(*view.dataset, *view.senders, *view.results).wholeAt(0);
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

class TestSessionHosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostNamesGroupAndSurvive();
    void missingHostFileIsSaid();
    void badLinesOfAHostFileAreSaid();
    void looksUpHostNamesWhenTold();
    void cancelsALookup();
    void savesHostNames();
};

void TestSessionHosts::hostNamesGroupAndSurvive()
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

void TestSessionHosts::missingHostFileIsSaid()
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

void TestSessionHosts::badLinesOfAHostFileAreSaid()
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

void TestSessionHosts::looksUpHostNamesWhenTold()
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

void TestSessionHosts::cancelsALookup()
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

void TestSessionHosts::savesHostNames()
{
    const Home home;
    const QString hosts = home.folder.filePath(u"hosts.tsv"_s);
    const QString saved = home.folder.filePath(u"saved.tsv"_s);
    QVERIFY(fixture::writeFile(hosts,
        "192.0.2.9\tweb.example.jp\n203.0.113.1\tunused.example\n192.0.2.1\tmail.example.jp\n"));
    Run run(home);
    run.session.loadHostNames(hosts);
    run.start({home.reports()});
    Q_EMIT run.window().hostNamesSaveRequested(saved);
    run.wait();
    QCOMPARE(readAll(saved), QByteArray("192.0.2.1\tmail.example.jp\n192.0.2.9\tweb.example.jp\n"));
}

QTEST_MAIN(TestSessionHosts)
#include "tst_sessionhosts.moc"
