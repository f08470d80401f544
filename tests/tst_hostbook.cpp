// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostbook.h"

#include "dns/hostname.h"
#include "support/tableresolver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

IpAddress ip(const QString &text)
{
    return IpAddress::parse(text).value();
}

/// A world of two hosts, one of which claims a name that is not its own.
struct World {
    World()
    {
        add(u"192.0.2.1"_s, u"mail.example"_s);
        resolver.addAddresses(u"mail.example"_s, {u"192.0.2.1"_s});
        add(u"192.0.2.2"_s, u"mail.example"_s);
    }
    void add(const QString &address, const QString &name)
    {
        resolver.addNames(DnsType::Ptr, reverseName(ip(address)), {name});
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"cache/host-names.tsv"_s); }
    [[nodiscard]] QByteArray kept() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    fixture::TableResolver resolver;
    const QList<IpAddress> addresses{ip(u"192.0.2.1"_s), ip(u"192.0.2.2"_s), ip(u"192.0.2.3"_s)};
    const HostNames found{{ip(u"192.0.2.1"_s), u"mail.example"_s}};
};

void wait(const HostBook &book)
{
    QTRY_VERIFY(!book.isBusy());
}

} // namespace

class TestHostBook final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksNothingByItself();
    void looksUpAndKeeps();
    void loadedNamesGoFirst();
    void cancelKeepsAnswers();
    void endsWhileLookingUp();
    void looksUpOnceTheFileIsRead();
    void fileThatCannotBeWritten();
    void fileThatCannotBeRead();
};

void TestHostBook::asksNothingByItself()
{
    World world;
    HostBook book;
    book.useResolver(&world.resolver);
    book.open(hostFile(world.path(), Limits()));
    wait(book);
    book.insert({{ip(u"192.0.2.9"_s), u"a.example"_s}});
    QCOMPARE(book.unknown(world.addresses), world.addresses);
    QTest::qWait(0);
    QVERIFY(world.resolver.asked.isEmpty());
}

void TestHostBook::looksUpAndKeeps()
{
    World world;
    {
        HostBook book;
        book.useResolver(&world.resolver);
        book.open(hostFile(world.path(), Limits()));
        wait(book);
        QSignalSpy changed(&book, &HostBook::changed);
        QSignalSpy ended(&book, &HostBook::lookedUp);
        QSignalSpy idle(&book, &HostBook::idle);
        book.lookUp(world.addresses);
        QVERIFY(book.isLookingUp());
        wait(book);
        QCOMPARE(book.names(), world.found); // the claim of 192.0.2.2 is not believed
        QCOMPARE(changed.count(), 1);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended[0][0].value<ReverseLookup::End>(), ReverseLookup::End::Complete);
        QCOMPARE(ended[0][1].value<ReverseProgress>(), ReverseProgress({3, 3, 1}));
        QCOMPARE(idle.count(), 1);
        QVERIFY(book.unknown(world.addresses).isEmpty());
        QVERIFY(world.kept().contains("192.0.2.2\tunconfirmed\t"));
    }
    world.resolver.asked.clear();
    HostBook again;
    again.useResolver(&world.resolver);
    again.open(hostFile(world.path(), Limits()));
    wait(again);
    QCOMPARE(again.names(), world.found);
    again.lookUp(world.addresses);
    wait(again);
    QVERIFY(world.resolver.asked.isEmpty());
}

void TestHostBook::loadedNamesGoFirst()
{
    World world;
    HostBook book;
    book.useResolver(&world.resolver);
    book.lookUp(world.addresses);
    wait(book);
    const HostNames loaded{{ip(u"192.0.2.1"_s), u"mine.example"_s}};
    book.insert(loaded);
    QCOMPARE(book.names(), loaded);
    HostBook other;
    other.insert(loaded);
    QCOMPARE(other.unknown(world.addresses), world.addresses.sliced(1));
}

void TestHostBook::cancelKeepsAnswers()
{
    World world;
    world.resolver.keepSilentOn(DnsType::Ptr, reverseName(ip(u"192.0.2.3"_s)));
    HostBook book;
    book.useResolver(&world.resolver);
    book.open(hostFile(world.path(), Limits()));
    wait(book);
    QSignalSpy ended(&book, &HostBook::lookedUp);
    QSignalSpy progress(&book, &HostBook::progressed);
    book.lookUp(world.addresses);
    QTRY_COMPARE(progress.count(), 3); // the beginning, and two answers
    book.cancel();
    QCOMPARE(ended[0][0].value<ReverseLookup::End>(), ReverseLookup::End::Cancelled);
    QCOMPARE(book.names(), world.found);
    wait(book);
    QVERIFY(world.kept().contains("192.0.2.1\tconfirmed\t"));
    QCOMPARE(book.unknown(world.addresses), world.addresses.last(1));
}

void TestHostBook::endsWhileLookingUp()
{
    World world;
    world.resolver.keepSilentOn(DnsType::Ptr, reverseName(ip(u"192.0.2.3"_s)));
    {
        HostBook book;
        book.useResolver(&world.resolver);
        book.open(hostFile(world.path(), Limits()));
        wait(book);
        QSignalSpy progress(&book, &HostBook::progressed);
        book.lookUp(world.addresses);
        QTRY_COMPARE(progress.count(), 3);
    }
    QCOMPARE(world.resolver.running(), 0);
    QVERIFY(world.kept().contains("192.0.2.1\tconfirmed\t"));
}

void TestHostBook::looksUpOnceTheFileIsRead()
{
    World world;
    for (int i = 0; i < 2; ++i) {
        HostBook book;
        book.useResolver(&world.resolver);
        book.open(hostFile(world.path(), Limits()));
        book.lookUp(world.addresses); // not lost, and does not lose what the file holds
        wait(book);
        QCOMPARE(book.names(), world.found);
        QCOMPARE(world.resolver.asked.size(), 5); // three reverse, two forward, all in the first round
    }
}

void TestHostBook::fileThatCannotBeWritten()
{
    World world;
    HostBook book;
    book.useResolver(&world.resolver);
    QFile file(world.folder.filePath(u"cache"_s)); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    QSignalSpy failed(&book, &HostBook::failed);
    book.open(hostFile(world.path(), Limits()));
    wait(book);
    book.lookUp(world.addresses);
    wait(book);
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed[0][0].toString().contains("host-names.tsv"_L1));
    QCOMPARE(book.names(), world.found);
}

void TestHostBook::fileThatCannotBeRead()
{
    World world;
    HostBook book;
    book.useResolver(&world.resolver);
    QVERIFY(QDir().mkpath(world.path())); // a folder in its place
    QSignalSpy failed(&book, &HostBook::failed);
    book.open(hostFile(world.path(), Limits()));
    wait(book);
    QCOMPARE(failed.count(), 1);
    book.lookUp(world.addresses);
    wait(book);
    QCOMPARE(failed.count(), 1); // it is not written to
    QCOMPARE(book.names(), world.found);
}

QTEST_GUILESS_MAIN(TestHostBook)
#include "tst_hostbook.moc"
