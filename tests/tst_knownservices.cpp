// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/knownservices.h"
#include "analysis/cases/names.h"
#include "support/mailfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestKnownServices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matchesAtLabels_data();
    void matchesAtLabels();
    void longestAndFirstWin();
    void tenants_data();
    void tenants();
    void builtInTableIsSound();
    void readsWhatItWrites();
    void notesWhatIsNoService();
    void placesOfEntries_data();
    void placesOfEntries();
    void limitsHold();
    void listNames_data();
    void listNames();
    void genericHosts_data();
    void genericHosts();
};

void TestKnownServices::matchesAtLabels_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("known");
    QTest::newRow("the name itself") << u"mailer.example"_s << true;
    QTest::newRow("below it") << u"o1.eu.mailer.example"_s << true;
    QTest::newRow("another label that ends alike") << u"notmailer.example"_s << false;
    QTest::newRow("the name as a label of somebody's") << u"mailer.example.evil.test"_s << false;
    QTest::newRow("its parent") << u"example"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestKnownServices::matchesAtLabels()
{
    QFETCH(QString, host);
    QFETCH(bool, known);
    const KnownServices services({{u"Mailer"_s, ServiceKind::Esp, {u"mailer.example"_s}, {}, {}}});
    QCOMPARE(services.ofHost(host), known ? 0 : -1);
    QCOMPARE(services.ofDomain(host), -1); // told for hosts alone
}

void TestKnownServices::longestAndFirstWin()
{
    const KnownServices services({{u"Mine"_s, ServiceKind::Forwarder, {}, {u"big.example"_s}, {}},
        {u"Big"_s, ServiceKind::MailProvider, {}, {u"big.example"_s}, {}},
        {u"Lists"_s, ServiceKind::ListHost, {}, {u"lists.big.example"_s}, {}}});
    QCOMPARE(services.ofDomain(u"big.example"_s), 0);
    QCOMPARE(services.ofDomain(u"a.lists.big.example"_s), 2);
}

void TestKnownServices::tenants_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("tenant");
    QTest::newRow("Microsoft") << u"contoso.onmicrosoft.com"_s << u"contoso"_s;
    QTest::newRow("Google") << u"example-jp.20230601.gappssmtp.com"_s << u"example-jp"_s;
    QTest::newRow("the shared name itself") << u"onmicrosoft.com"_s << QString();
    QTest::newRow("no tenant") << u"example.com"_s << QString();
    QTest::newRow("not at a label") << u"contoso.notonmicrosoft.com"_s << QString();
}

void TestKnownServices::tenants()
{
    QFETCH(QString, domain);
    QFETCH(QString, tenant);
    QCOMPARE(fixture::builtInServices().tenantOf(domain), tenant);
}

void TestKnownServices::builtInTableIsSound()
{
    QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/resources/senders.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Notes notes;
    const auto services = readServices(file.readAll(), Limits(), notes);
    QVERIFY(services.ok());
    QVERIFY(notes.isEmpty());
    const KnownServices known(services.value());
    QStringList names;
    for (const Service &service : known.services()) {
        names.append(service.name);
        QVERIFY2(
            !service.hosts.isEmpty() || !service.domains.isEmpty() || !service.tenants.isEmpty(),
            qPrintable(service.name));
    }
    QCOMPARE(names.removeDuplicates(), 0);
    const auto kind = [&known](int index) {
        return index < 0 ? ServiceKind::None : known.services()[size_t(index)].kind;
    };
    QCOMPARE(kind(known.ofHost(u"mail-qt0-f180.google.com"_s)), ServiceKind::MailProvider);
    QCOMPARE(kind(known.ofDomain(u"googlegroups.com"_s)), ServiceKind::ListHost);
    QCOMPARE(kind(known.ofDomain(u"ap-northeast-1.amazonses.com"_s)), ServiceKind::Esp);
    QCOMPARE(kind(known.ofHost(u"mx0a-0012.pphosted.com"_s)), ServiceKind::Gateway);
    QCOMPARE(kind(known.ofHost(u"www1234.sakura.ne.jp"_s)), ServiceKind::Hosting);
    QCOMPARE(kind(known.ofHost(u"mfsmax.docomo.ne.jp"_s)), ServiceKind::MailProvider);
}

void TestKnownServices::readsWhatItWrites()
{
    const std::vector<Service> services{
        {u"一斉配信"_s, ServiceKind::Esp, {u"a.example"_s}, {u"b.example"_s}, {u"c.example"_s}},
        {u"Alumni"_s, ServiceKind::Forwarder, {u"alumni.example"_s}, {}, {}}};
    Notes notes;
    const auto read = readServices(writeServices(services), Limits(), notes);
    QVERIFY(read.ok());
    QCOMPARE(read.value(), services);
    QVERIFY(notes.isEmpty());
}

void TestKnownServices::notesWhatIsNoService()
{
    Notes notes;
    const auto read =
        readServices(R"({"services": [{"name": "", "kind": "esp"}, {"name": "X", "kind": "club"},
        {"name": "Wide", "kind": "esp", "hosts": ["jp", "a b.example", "ok.example", 7]}]})",
            Limits(), notes);
    QVERIFY(read.ok());
    QCOMPARE(read.value().size(), size_t(1));
    QCOMPARE(read.value().front().hosts, QStringList{u"ok.example"_s});
    QCOMPARE(notes.list().size(), 5);
    QCOMPARE(notes.list()[0].detail, u"name: "_s);
    QCOMPARE(notes.list()[1].detail, u"kind: club"_s);
    QCOMPARE(notes.list()[2].detail, u"hosts: jp"_s);
    QCOMPARE(notes.list()[1].place, Place({43, 1, 44}));
    QCOMPARE(notes.list()[2].place, Place({82, 2, 9}));
    QVERIFY(!readServices("{", Limits(), notes).ok());
    QVERIFY(!readServices("[]", Limits(), notes).ok());
}

void TestKnownServices::placesOfEntries_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line"); ///< of the only entry that is none
    QTest::newRow("after others") << QByteArray(
        "{\"services\": [\n{\"name\":\"A\",\"kind\":\"esp\"},\n{\"name\":\"B\"}]}") << 3;
    QTest::newRow("brackets in texts") << QByteArray(
        "{\"services\": [\n{\"name\":\"],[{\\\"\",\"kind\":\"esp\"},\n{\"name\":\"B\"}]}") << 3;
    QTest::newRow("no object") << QByteArray("{\"services\": [\n{\"name\":\"A\",\"kind\":\"esp\"},\n\n7]}") << 4;
    QTest::newRow("another list before") << QByteArray(
        "{\"notes\": [{}, {}],\n\"services\": [{\"name\":\"A\",\"kind\":\"esp\"},\n{\"name\":\"B\"}]}") << 3;
    QTest::newRow("lists within") << QByteArray(
        "{\"services\": [{\"name\":\"A\",\"kind\":\"esp\",\"hosts\":[\"a.example\",\n\"b.example\"]},\n{}]}") << 3;
    QTest::newRow("a key that is a slip") << QByteArray(
        "{\"services\": [\n\n{\"name\":\"A\",\"kind\":\"esp\",\"host\":[\"a.example\"]}]}") << 3;
    QTest::newRow("no list") << QByteArray(
        "{\"services\": [\n{\"name\":\"A\",\"kind\":\"esp\",\"hosts\":\"a.example\"}]}") << 2;
}

void TestKnownServices::placesOfEntries()
{
    QFETCH(QByteArray, json);
    Notes notes;
    const auto read = readServices(json, Limits(), notes);
    QVERIFY(read.ok());
    QCOMPARE(notes.list().size(), 1);
    QTEST(int(notes.list().first().place.line), "line");
}

void TestKnownServices::limitsHold()
{
    Limits limits;
    limits.leafBytes = 100;
    Notes notes;
    const auto large = readServices(QByteArray(101, ' '), limits, notes);
    QVERIFY(!large.ok());
    QCOMPARE(large.problem().code, NoteCode::LimitLeafBytes);
    limits = {};
    limits.members = 1;
    const auto cut =
        readServices(writeServices({{u"A"_s, ServiceKind::Esp, {u"a.example"_s}, {}, {}},
                         {u"B"_s, ServiceKind::Esp, {u"b.example"_s}, {}, {}}}),
            limits, notes);
    QCOMPARE(cut.value().size(), size_t(1));
    QVERIFY(notes.has(NoteCode::LimitMembers));
}

void TestKnownServices::listNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("list");
    QTest::newRow("lists.") << u"lists.example.org"_s << true;
    QTest::newRow("numbered") << u"mailman3.example.org"_s << true;
    QTest::newRow("ml") << u"ml.example.jp"_s << true;
    QTest::newRow("deeper") << u"a.lists.example.org"_s << true;
    QTest::newRow("part of a label") << u"listserver-sales.example.org"_s << false;
    QTest::newRow("plain") << u"mail.example.org"_s << false;
}

void TestKnownServices::listNames()
{
    QFETCH(QString, name);
    QFETCH(bool, list);
    QCOMPARE(isListName(name), list);
}

void TestKnownServices::genericHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("generic");
    QTest::newRow("dashed address") << u"203-0-113-7.example.net"_s << true;
    QTest::newRow("dynamic pool") << u"dyn-7-113.pool.example.net"_s << true;
    QTest::newRow("Japanese fibre line") << u"p1234-ipngn200.flets.tokyo.example.ne.jp"_s << true;
    QTest::newRow("mail server") << u"mx1.example.net"_s << false;
    QTest::newRow("numbered mail server") << u"o12.mailer7.example.net"_s << false;
    QTest::newRow("word with dyn in it") << u"dynamo.example.net"_s << false;
}

void TestKnownServices::genericHosts()
{
    QFETCH(QString, host);
    QFETCH(bool, generic);
    QCOMPARE(isGenericHost(host), generic);
}

QTEST_GUILESS_MAIN(TestKnownServices)
#include "tst_knownservices.moc"
