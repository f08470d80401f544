// SPDX-License-Identifier: GPL-3.0-or-later
// The owner's senders and pins: kept, said when they cannot be read.
#include "session.h"

#include "support/sessionfixture.h"

#include <QMessageBox>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

class TestSessionSenders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownSendersAndPinsSurviveARestart();
    void sampleSendersDoNotLeak();
    void aBadLineIsSaidAndKept();
    void anOwnFileIsReadAndKept();
};

void TestSessionSenders::ownSendersAndPinsSurviveARestart()
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
        Q_EMIT run.window()
            .page(PageId::Senders)
            ->pinRequested({u"198.51.100.7"_s, {}, MailCase::Forward, {}});
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

void TestSessionSenders::sampleSendersDoNotLeak()
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

void TestSessionSenders::aBadLineIsSaidAndKept()
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
    QVERIFY2(box->text().contains("own-senders.tsv"_L1) && box->text().contains("line 3"_L1) &&
            box->text().contains("ours"_L1),
        qPrintable(box->text()));
    QCOMPARE(run.session.view().own->entries, std::vector{internal(u"192.0.2.1"_s)});
    QCOMPARE(readAll(path), content); // reading changes nothing
    Q_EMIT run.window().ownSenderRemoved(internal(u"192.0.2.1"_s));
    run.wait();
    QCOMPARE(readAll(path), QByteArray());
    QCOMPARE(readAll(path + u".bak"_s), content);
}

void TestSessionSenders::anOwnFileIsReadAndKept()
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

QTEST_MAIN(TestSessionSenders)
#include "tst_sessionsenders.moc"
