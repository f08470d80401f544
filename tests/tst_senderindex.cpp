// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/matrixfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestSenderIndex final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groups_data();
    void groups();
    void sharesGroups();
    void finds();
};

void TestSenderIndex::groups_data()
{
    QTest::addColumn<QString>("ip");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("label");
    QTest::newRow("IPv4") << u"9.188.7.65"_s << QString() << u"9.188.7.0/24"_s << u"9.188.7.*"_s;
    QTest::newRow("IPv6") << u"2001:db8:1:2::3"_s << QString() << u"2001:db8:1::/48"_s
                          << u"2001:db8:1:*"_s;
    QTest::newRow("IPv6 with zeros")
        << u"2001::1"_s << QString() << u"2001::/48"_s << u"2001:0:0:*"_s;
    QTest::newRow("mapped IPv4") << u"::ffff:9.188.7.65"_s << QString() << u"9.188.7.0/24"_s
                                 << u"9.188.7.*"_s;
    QTest::newRow("host") << u"209.85.216.180"_s << u"mail-qt0-f180.google.com"_s << u"google.com"_s
                          << u"google.com"_s;
    QTest::newRow("host of a country")
        << u"192.0.2.1"_s << u"a.mx.example.co.jp"_s << u"example.co.jp"_s << u"example.co.jp"_s;
    QTest::newRow("host that is a public suffix")
        << u"192.0.2.1"_s << u"co.jp"_s << u"co.jp"_s << u"co.jp"_s;
    QTest::newRow("host of one word")
        << u"192.0.2.1"_s << u"mailserver"_s << u"mailserver"_s << u"mailserver"_s;
    QTest::newRow("no address") << u"not given"_s << QString() << u"not given"_s << u"not given"_s;
}

void TestSenderIndex::groups()
{
    QFETCH(QString, ip);
    QFETCH(QString, host);
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {fixture::passingRecord(0, ip, 1)};
    const DatasetPtr data = fixture::datasetOf({report});
    HostNames hosts;
    if (!host.isEmpty())
        hosts.insert(*IpAddress::parse(ip), host);
    const SenderIndex index = makeSenderIndex(*data, hosts);
    QCOMPARE(index.groups.size(), size_t(1));
    QTEST(index.groups[0].key(), "key");
    QTEST(index.groups[0].label(), "label");
    QCOMPARE(index.find(index.groups[0].key()), std::optional(quint32(0)));
    QCOMPARE(index.hostOf({0}), host);
}

void TestSenderIndex::sharesGroups()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    for (const QString &ip :
        {u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.3.1"_s, u"198.51.100.1"_s, u"2001:db8::1"_s})
        report.records.push_back(fixture::passingRecord(0, ip, 1));
    const DatasetPtr data = fixture::datasetOf({report});
    const SenderIndex index = makeSenderIndex(*data,
        {{*IpAddress::parse(u"198.51.100.1"_s), u"a.example.net"_s},
            {*IpAddress::parse(u"2001:db8::1"_s), u"b.example.net"_s}});
    QCOMPARE(index.group, std::vector<quint32>({0, 0, 1, 2, 2}));
    QStringList labels;
    for (const SenderGroup &group : index.groups)
        labels.append(group.label());
    QCOMPARE(labels, QStringList({u"192.0.2.*"_s, u"192.0.3.*"_s, u"example.net"_s}));
    QCOMPARE(index.hostOf({0}), QString());
    QCOMPARE(index.hostOf({4}), u"b.example.net"_s);
}

/// A report may give the text of a network, or nothing, for an address.
void TestSenderIndex::finds()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    for (const QString &ip : {u"192.0.2.0/24"_s, u"192.0.2.1"_s, u"192.0.3.0/16"_s, u""_s, u"::1"_s})
        report.records.push_back(fixture::passingRecord(0, ip, 1));
    for (Record &record : report.records)
        record.sourceIp = IpAddress::parse(record.sourceIpText);
    const SenderIndex index = makeSenderIndex(*fixture::datasetOf({report}), {});
    QCOMPARE(index.group, std::vector<quint32>({0, 0, 1, 2, 3}));
    QCOMPARE(index.find(u"192.0.2.0/24"_s), std::optional(quint32(0)));
    QCOMPARE(index.find(u"192.0.3.0/16"_s), std::optional(quint32(1)));
    QCOMPARE(index.find(QString()), std::optional(quint32(2)));
    QCOMPARE(index.find(u"::/48"_s), std::optional(quint32(3)));
    for (const QString &none : {u"192.0.2.1"_s, u"192.0.2.1/24"_s, u"192.0.2.0/25"_s,
             u"192.0.3.0/24"_s, u"example.com"_s})
        QVERIFY2(!index.find(none), qPrintable(none));
}

QTEST_GUILESS_MAIN(TestSenderIndex)
#include "tst_senderindex.moc"
