// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/facts.h"
#include "support/mailfixture.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

class TestOwnRegistry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEachKind_data();
    void readsEachKind();
    void notesWhatIsNone_data();
    void notesWhatIsNone();
    void writesWhatItReads();
    void findsByIdentity();
    void domainsAreApart();
    void classesOfAddresses();
    void classesHeedThePolicyDomain_data();
    void classesHeedThePolicyDomain();
};

void TestOwnRegistry::readsEachKind_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("note");
    QTest::newRow("network") << QByteArray("192.0.2.0/24\tinternal") << u"192.0.2.0/24"_s
                             << QString() << QString();
    QTest::newRow("address") << QByteArray("192.0.2.7\tinternal") << u"192.0.2.7"_s << QString()
                             << QString();
    QTest::newRow("host name") << QByteArray("Mail.Example.net.\tinternal") << u"mail.example.net"_s
                               << QString() << QString();
    QTest::newRow("SPF domain") << QByteArray("spf:bounce.example.net\tinternal\texample.com")
                                << u"spf:bounce.example.net"_s << u"example.com"_s << QString();
    QTest::newRow("DKIM domain") << QByteArray("DKIM:example.net\tinternal\t\tthe newsletter")
                                 << u"dkim:example.net"_s << QString() << u"the newsletter"_s;
    QTest::newRow("selector") << QByteArray("dkim:s1.k._domainkey.example.com\tinternal")
                              << u"dkim:s1.k._domainkey.example.com"_s << QString() << QString();
}

void TestOwnRegistry::readsEachKind()
{
    QFETCH(QByteArray, line);
    Notes notes;
    const OwnSenders own = readOwnSenders(line, notes);
    QVERIFY(notes.isEmpty());
    QCOMPARE(own.entries.size(), size_t(1));
    QTEST(senderKey(own.entries.front()), "key");
    QTEST(own.entries.front().domain, "domain");
    QTEST(own.entries.front().note, "note");
    QCOMPARE(own.entries.front().senderClass, SenderClass::Internal);
}

void TestOwnRegistry::notesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no class") << QByteArray("192.0.2.0/24");
    QTest::newRow("unknown class") << QByteArray("192.0.2.0/24\tours");
    QTest::newRow("network out of range") << QByteArray("192.0.2.0/33\tinternal");
    QTest::newRow("no SPF domain") << QByteArray("spf:\tinternal");
    QTest::newRow("no DKIM domain") << QByteArray("dkim:s1._domainkey.\tinternal");
}

void TestOwnRegistry::notesWhatIsNone()
{
    QFETCH(QByteArray, line);
    Notes notes;
    QVERIFY(readOwnSenders("# ours\n" + line, notes).entries.empty());
    QCOMPARE(notes.list().size(), 1);
    QCOMPARE(notes.list().first().place.line, 2);
}

void TestOwnRegistry::writesWhatItReads()
{
    const QByteArray tsv =
        "192.0.2.0/24\tinternal\n2001:db8::/"
        "48\tthird_party\texample.com\nmail.example.net\tthird_party\t\tsince May\n"
        "spf:b.example.net\tinternal\ndkim:s1._domainkey.example.com\tthird_party\n";
    Notes notes;
    const OwnSenders own = readOwnSenders(tsv, notes);
    QCOMPARE(own.entries.size(), size_t(5));
    QCOMPARE(writeOwnSenders(own), tsv);
}

void TestOwnRegistry::findsByIdentity()
{
    Notes notes;
    const OwnSenders own = readOwnSenders("spf:b.example.net\tinternal\ndkim:s1._domainkey.example."
                                          "com\tthird_party\ndkim:esp.example\tinternal\n",
        notes);
    QVERIFY(own.findSpf(u"x.b.example.net"_s, u"example.com"_s));
    QVERIFY(!own.findSpf(u"xb.example.net"_s, u"example.com"_s));
    QVERIFY(!own.findSpf(QString(), u"example.com"_s));
    QVERIFY(own.findDkim(u"example.com"_s, u"S1"_s, u"example.com"_s));
    QVERIFY(!own.findDkim(u"example.com"_s, u"s2"_s, u"example.com"_s));
    QVERIFY(own.findDkim(u"mail.esp.example"_s, u"anything"_s, u"example.com"_s));
    QVERIFY(!own.find({IpAddress::parse(u"192.0.2.1"), {}}, {}, u"example.com"_s));
}

void TestOwnRegistry::domainsAreApart()
{
    Notes notes;
    const OwnSenders own = readOwnSenders("192.0.2.0/24\tinternal\texample.com\n", notes);
    const Address address{IpAddress::parse(u"192.0.2.9"), {}};
    QVERIFY(own.find(address, {}, u"example.com"_s));
    QVERIFY(own.find(address, {}, u"news.example.com"_s));
    QVERIFY(!own.find(address, {}, u"example.org"_s));
}

/// An identity names a sender only where it passed; a signature alone travels with the mail.
void TestOwnRegistry::classesOfAddresses()
{
    MailBox box;
    const Reporter post{u"post.example"_s};
    const auto add = [&](const QString &ip, const QString &mailFrom, AuthResult spf,
                         const Signature &signature) {
        Seen s;
        s.ip = ip;
        s.mailFrom = mailFrom;
        s.spf = spf;
        s.dkim = {signature};
        box.add(post, 0, s, 3, MailCase::Undetermined);
    };
    const Signature desk{u"example.com"_s, u"desk"_s, AuthResult::Pass, {}};
    const Signature none{u"example.com"_s, u"desk"_s, AuthResult::Fail, {}};
    add(u"198.51.100.1"_s, u"b.esp.example"_s, AuthResult::Pass, none);
    add(u"198.51.100.2"_s, u"b.esp.example"_s, AuthResult::Fail, none);
    add(u"198.51.100.3"_s, u"desk.example"_s, AuthResult::Pass, desk);
    add(u"198.51.100.4"_s, u"example.com"_s, AuthResult::Fail, desk);
    const DatasetPtr dataset = box.finish().dataset;
    const SenderIndex senders = makeSenderIndex(*dataset, {});
    Notes notes;
    const OwnSenders own = readOwnSenders(
        "spf:esp.example\tinternal\ndkim:desk._domainkey.example.com\tthird_party\n", notes);
    const std::vector<SenderClass> classes = classesOf(*dataset, senders, own);
    const auto of = [&](const QString &ip) {
        for (size_t i = 0; i < classes.size(); ++i) {
            if (dataset->addressText(dataset->addresses[i]) == ip)
                return classes[i];
        }
        return SenderClass::Unauthorised;
    };
    QCOMPARE(of(u"198.51.100.1"_s), SenderClass::Internal);
    QCOMPARE(of(u"198.51.100.2"_s), SenderClass::Unauthorised);
    QCOMPARE(of(u"198.51.100.3"_s), SenderClass::ThirdParty);
    QCOMPARE(of(u"198.51.100.4"_s), SenderClass::Unauthorised);
}

void TestOwnRegistry::classesHeedThePolicyDomain_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<int>("com"); ///< messages as example.com
    QTest::addColumn<int>("org"); ///< and as example.org
    QTest::addColumn<SenderClass>("expected");
    const QByteArray limited = "192.0.2.7\tinternal\texample.com\n";
    QTest::newRow("of this domain") << limited << 9 << 0 << SenderClass::Internal;
    QTest::newRow("of another domain") << limited << 0 << 9 << SenderClass::Unauthorised;
    QTest::newRow("mostly of this one") << limited << 9 << 4 << SenderClass::Internal;
    QTest::newRow("mostly of another") << limited << 4 << 9 << SenderClass::Unauthorised;
    QTest::newRow("of all domains")
        << QByteArray("192.0.2.7\tinternal\n") << 4 << 9 << SenderClass::Internal;
    QTest::newRow("narrower for one, wider for all")
        << QByteArray("192.0.2.7\tthird_party\texample.org\n192.0.2.0/24\tinternal\n") << 4 << 9
        << SenderClass::ThirdParty;
    QTest::newRow("below a host name")
        << QByteArray("mail.example\tthird_party\texample.com\n") << 9 << 4
        << SenderClass::ThirdParty;
}

void TestOwnRegistry::classesHeedThePolicyDomain()
{
    QFETCH(QByteArray, own);
    QFETCH(int, com);
    QFETCH(int, org);
    MailBox box;
    for (const auto &[domain, count] : {std::pair(u"example.com"_s, com), {u"example.org"_s, org}}) {
        Seen s;
        s.ip = u"192.0.2.7"_s;
        s.mailFrom = u"else.example"_s;
        s.headerFrom = domain;
        if (count > 0)
            box.add({u"post.example"_s}, 0, s, count, MailCase::Undetermined);
    }
    const DatasetPtr dataset = box.finish().dataset;
    const SenderIndex senders =
        makeSenderIndex(*dataset, {{IpAddress::parse(u"192.0.2.7").value(), u"a.mail.example"_s}});
    Notes notes;
    const std::vector<SenderClass> classes =
        classesOf(*dataset, senders, readOwnSenders(own, notes));
    QVERIFY(notes.isEmpty());
    QCOMPARE(classes.size(), size_t(1));
    QTEST(classes.front(), "expected");
}

QTEST_GUILESS_MAIN(TestOwnRegistry)
#include "tst_ownregistry.moc"
