// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ownsenders.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

const QByteArray list = "# network or domain\tclass\n"
                        "192.0.2.8\tthird_party\n"
                        "192.0.2.0/24\tinternal\n"
                        "2001:db8:1::/48\tInternal\r\n"
                        "Mailer.Example.NET.\tthird_party\n";

} // namespace

class TestOwnSenders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classes_data();
    void classes();
    void keys();
    void notesOtherLines_data();
    void notesOtherLines();
    void placesOfNotes();
};

void TestOwnSenders::classes_data()
{
    QTest::addColumn<QString>("ip");
    QTest::addColumn<QString>("host");
    QTest::addColumn<SenderClass>("wanted");
    QTest::newRow("in a network") << u"192.0.2.200"_s << QString() << SenderClass::Internal;
    QTest::newRow("the first match decides")
        << u"192.0.2.8"_s << QString() << SenderClass::ThirdParty;
    QTest::newRow("outside") << u"192.0.3.1"_s << QString() << SenderClass::Unauthorised;
    QTest::newRow("IPv6 network") << u"2001:db8:1:ffff::9"_s << QString() << SenderClass::Internal;
    QTest::newRow("IPv6 outside") << u"2001:db8:2::9"_s << QString() << SenderClass::Unauthorised;
    QTest::newRow("host domain") << u"198.51.100.1"_s << u"mailer.example.net"_s
                                 << SenderClass::ThirdParty;
    QTest::newRow("below a host domain")
        << u"198.51.100.1"_s << u"a.b.mailer.example.net"_s << SenderClass::ThirdParty;
    QTest::newRow("ends alike, but is another")
        << u"198.51.100.1"_s << u"evilmailer.example.net"_s << SenderClass::Unauthorised;
    QTest::newRow("above a host domain")
        << u"198.51.100.1"_s << u"example.net"_s << SenderClass::Unauthorised;
    QTest::newRow("no address") << u"unknown"_s << QString() << SenderClass::Unauthorised;
}

void TestOwnSenders::classes()
{
    QFETCH(QString, ip);
    QFETCH(QString, host);
    Notes notes;
    const OwnSenders own = readOwnSenders(list, notes);
    QVERIFY(notes.isEmpty());
    QCOMPARE(own.entries.size(), size_t(4));
    QTEST(own.classOf({IpAddress::parse(ip), {}}, host), "wanted");
    QCOMPARE(OwnSenders().classOf({IpAddress::parse(ip), {}}, host), SenderClass::Unauthorised);
}

void TestOwnSenders::keys()
{
    QCOMPARE(classKey(SenderClass::Internal), "internal"_L1);
    QCOMPARE(classKey(SenderClass::ThirdParty), "third_party"_L1);
    QCOMPARE(classKey(SenderClass::Unauthorised), "unauthorised"_L1);
}

void TestOwnSenders::notesOtherLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no class") << QByteArray("192.0.2.0/24");
    QTest::newRow("another class") << QByteArray("192.0.2.0/24\tours");
    QTest::newRow("blank for tab") << QByteArray("192.0.2.0/24 internal");
    QTest::newRow("nothing before the tab") << QByteArray("x\t");
    QTest::newRow("too many bits") << QByteArray("192.0.2.0/33\tinternal");
    QTest::newRow("bits that are no number") << QByteArray("192.0.2.0/x\tinternal");
    QTest::newRow("address with a number too large") << QByteArray("192.0.2.256\tinternal");
    QTest::newRow("IPv6 with a digit too much") << QByteArray("2001:db8::12345\tinternal");
    QTest::newRow("domain with a blank") << QByteArray("mail example.com\tinternal");
}

void TestOwnSenders::notesOtherLines()
{
    QFETCH(QByteArray, line);
    Notes notes;
    QVERIFY(readOwnSenders(line, notes).entries.empty());
    QCOMPARE(notes.list().size(), 1);
    QCOMPARE(notes.list().first().code, NoteCode::ValueUnknown);
}

void TestOwnSenders::placesOfNotes()
{
    Notes notes;
    QCOMPARE(readOwnSenders("192.0.2.1\tinternal\r\nnobody\nexample.com\tinternal\n", notes)
                 .entries.size(),
        size_t(2));
    QCOMPARE(notes.list(), QList<Note>({{NoteCode::ValueUnknown, u"nobody"_s, 1, {20, 2, 1}}}));
}

QTEST_GUILESS_MAIN(TestOwnSenders)
#include "tst_ownsenders.moc"
