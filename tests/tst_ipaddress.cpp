// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ipaddress.h"

#include <QTest>

#include <arpa/inet.h>

#include <random>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

QString parsed(const QString &text)
{
    const auto ip = IpAddress::parse(text);
    return ip ? ip->text() : QString();
}

IpAddress ip(const char *text)
{
    return IpAddress::parse(QString::fromLatin1(text)).value();
}

} // namespace

class TestIpAddress final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void dottedQuadsAsTheSystemReadsThem();
    void families_data();
    void families();
    void prefixes_data();
    void prefixes();
    void networks_data();
    void networks();
    void contains_data();
    void contains();
    void senderNetworks_data();
    void senderNetworks();
    void order();
};

void TestIpAddress::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: no address

    QTest::newRow("dotted quad") << u"192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("lowest") << u"0.0.0.0"_s << u"0.0.0.0"_s;
    QTest::newRow("highest") << u"255.255.255.255"_s << u"255.255.255.255"_s;
    QTest::newRow("blanks around") << u" \t192.0.2.1\r\n"_s << u"192.0.2.1"_s;
    QTest::newRow("brackets") << u"[192.0.2.1]"_s << u"192.0.2.1"_s;
    QTest::newRow("first part above 255") << u"256.0.2.1"_s << QString();
    QTest::newRow("first part with three digits above") << u"999.0.2.1"_s << QString();
    QTest::newRow("middle part above 255") << u"192.0.300.1"_s << QString();
    QTest::newRow("last part above 255") << u"192.0.2.256"_s << QString();
    QTest::newRow("four digits") << u"1920.0.2.1"_s << QString();
    QTest::newRow("a leading zero") << u"192.0.2.01"_s << QString();
    QTest::newRow("zero twice") << u"192.00.2.1"_s << QString();
    QTest::newRow("three parts") << u"192.0.2"_s << QString();
    QTest::newRow("five parts") << u"192.0.2.1.5"_s << QString();
    QTest::newRow("a dot at the end") << u"192.0.2.1."_s << QString();
    QTest::newRow("a dot at the start") << u".192.0.2.1"_s << QString();
    QTest::newRow("an empty part") << u"192..2.1"_s << QString();
    QTest::newRow("only dots") << u"..."_s << QString();
    QTest::newRow("a sign") << u"192.0.2.+1"_s << QString();
    QTest::newRow("hexadecimal") << u"0xc0.0.2.1"_s << QString();
    QTest::newRow("one number") << u"3221225985"_s << QString();
    QTest::newRow("a blank inside") << u"192.0. 2.1"_s << QString();
    QTest::newRow("a port") << u"192.0.2.1:25"_s << QString();
    QTest::newRow("a network") << u"192.0.2.0/24"_s << QString();
    QTest::newRow("digits that are not ASCII") << u"192.0.2.\u0661"_s << QString();
    QTest::newRow("wraps to a digit in 8 bits") << u"192.0.2.\u0131"_s << QString();
    QTest::newRow("NUL at the end") << u"192.0.2.1"_s + QChar(0) << QString();
    QTest::newRow("NUL inside an IPv6 address")
        << u"2001:db8::1"_s + QChar(0) + u"x"_s << QString();
    QTest::newRow("IPv6") << u"2001:db8::1"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 written out")
        << u"2001:0db8:0000:0000:0000:0000:0000:0001"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 in upper case") << u"2001:DB8::ABCD"_s << u"2001:db8::abcd"_s;
    QTest::newRow("IPv6 in brackets") << u"[2001:db8::1]"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 with its tag") << u"IPv6:2001:db8::1"_s << u"2001:db8::1"_s;
    QTest::newRow("IPv6 with its tag in brackets") << u"[ipv6:2001:db8::1]"_s << u"2001:db8::1"_s;
    QTest::newRow("unspecified") << u"::"_s << u"::"_s;
    QTest::newRow("loopback") << u"::1"_s << u"::1"_s;
    QTest::newRow("mapped is IPv4") << u"::ffff:192.0.2.1"_s << u"192.0.2.1"_s;
    QTest::newRow("mapped in hexadecimal") << u"::ffff:c000:201"_s << u"192.0.2.1"_s;
    QTest::newRow("embedded IPv4") << u"64:ff9b::192.0.2.33"_s << u"64:ff9b::c000:221"_s;
    QTest::newRow("two gaps") << u"2001::db8::1"_s << QString();
    QTest::newRow("nine groups") << u"1:2:3:4:5:6:7:8:9"_s << QString();
    QTest::newRow("seven groups") << u"1:2:3:4:5:6:7"_s << QString();
    QTest::newRow("a group of five") << u"2001:0db80::1"_s << QString();
    QTest::newRow("a scope") << u"fe80::1%eth0"_s << QString();
    QTest::newRow("empty") << u""_s << QString();
    QTest::newRow("empty brackets") << u"[]"_s << QString();
    QTest::newRow("one bracket") << u"["_s << QString();
    QTest::newRow("a host name") << u"mail.example.com"_s << QString();
    QTest::newRow("anonymised") << u"x.x.x.x"_s << QString();
    QTest::newRow("endless") << QString(100'000, u'1') << QString();
    QTest::newRow("endless colons") << QString(100'000, u':') << QString();
}

void TestIpAddress::parses()
{
    QFETCH(const QString, text);
    QTEST(parsed(text), "expected");
}

/// The quick way for dotted quads takes what inet_pton takes, and nothing else.
void TestIpAddress::dottedQuadsAsTheSystemReadsThem()
{
    std::mt19937 random(20261125);
    const std::string alphabet = "0012345678925..... x";
    int valid = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        if (i % 2 == 0) {
            for (int part = 0; part < 4; ++part)
                text += (part > 0 ? "." : "") + std::to_string(random() % 300);
        } else {
            for (size_t length = random() % 16; length > 0; --length)
                text += alphabet[random() % alphabet.size()];
        }
        const QString spaced = QString::fromStdString(text).trimmed();
        std::array<unsigned char, 4> bytes{};
        const bool expected = inet_pton(AF_INET, spaced.toLatin1().constData(), bytes.data()) == 1;
        const auto actual = IpAddress::parse(QString::fromStdString(text));
        QVERIFY2(actual.has_value() == expected, text.c_str());
        if (expected)
            QVERIFY2(
                std::equal(bytes.begin(), bytes.end(), actual->bytes().begin() + 12), text.c_str());
        valid += expected;
    }
    QVERIFY(valid > 10'000);
}

void TestIpAddress::families_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("v4");

    QTest::newRow("IPv4") << u"192.0.2.1"_s << true;
    QTest::newRow("mapped") << u"::ffff:192.0.2.1"_s << true;
    QTest::newRow("IPv4 zero") << u"0.0.0.0"_s << true;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << false;
    QTest::newRow("IPv6 zero") << u"::"_s << false;
    QTest::newRow("compatible is not mapped") << u"::192.0.2.1"_s << false;
}

void TestIpAddress::families()
{
    QFETCH(const QString, text);
    QTEST(IpAddress::parse(text)->isV4(), "v4");
}

void TestIpAddress::prefixes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("expected");

    QTest::newRow("/32") << u"192.0.2.255"_s << 32 << u"192.0.2.255"_s;
    QTest::newRow("/31") << u"192.0.2.255"_s << 31 << u"192.0.2.254"_s;
    QTest::newRow("/25") << u"192.0.2.255"_s << 25 << u"192.0.2.128"_s;
    QTest::newRow("/24") << u"192.0.2.255"_s << 24 << u"192.0.2.0"_s;
    QTest::newRow("/20") << u"192.0.255.255"_s << 20 << u"192.0.240.0"_s;
    QTest::newRow("/0 stays IPv4") << u"192.0.2.255"_s << 0 << u"0.0.0.0"_s;
    QTest::newRow("more than there is") << u"192.0.2.255"_s << 40 << u"192.0.2.255"_s;
    QTest::newRow("IPv6 /48") << u"2001:db8:1:2:3:4:5:6"_s << 48 << u"2001:db8:1::"_s;
    QTest::newRow("IPv6 /44") << u"2001:db8:1f:2::"_s << 44 << u"2001:db8:10::"_s;
    QTest::newRow("IPv6 /128") << u"2001:db8::ff"_s << 128 << u"2001:db8::ff"_s;
    QTest::newRow("IPv6 /0") << u"2001:db8::ff"_s << 0 << u"::"_s;
}

void TestIpAddress::prefixes()
{
    QFETCH(const QString, text);
    QFETCH(const int, bits);
    QTEST(IpAddress::parse(text)->prefix(bits).text(), "expected");
}

void TestIpAddress::networks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("as it is") << u"192.0.2.0/24"_s << u"192.0.2.0/24"_s;
    QTest::newRow("bits of the host") << u"192.0.2.77/24"_s << u"192.0.2.0/24"_s;
    QTest::newRow("an address alone") << u"192.0.2.77"_s << u"192.0.2.77"_s;
    QTest::newRow("an address as a network") << u"192.0.2.77/32"_s << u"192.0.2.77"_s;
    QTest::newRow("blanks") << u" 192.0.2.0 / 24 "_s << u"192.0.2.0/24"_s;
    QTest::newRow("everything") << u"0.0.0.0/0"_s << u"0.0.0.0/0"_s;
    QTest::newRow("IPv6") << u"2001:db8:1::/48"_s << u"2001:db8:1::/48"_s;
    QTest::newRow("IPv6 alone") << u"2001:db8::1"_s << u"2001:db8::1"_s;
    QTest::newRow("mapped, in bits of IPv6") << u"::ffff:192.0.2.0/120"_s << u"192.0.2.0/24"_s;
    QTest::newRow("too many bits") << u"192.0.2.0/33"_s << QString();
    QTest::newRow("too many bits for IPv6") << u"2001:db8::/129"_s << QString();
    QTest::newRow("negative") << u"192.0.2.0/-1"_s << QString();
    QTest::newRow("no bits") << u"192.0.2.0/"_s << QString();
    QTest::newRow("a mask") << u"192.0.2.0/255.255.255.0"_s << QString();
    QTest::newRow("two slashes") << u"192.0.2.0/24/8"_s << QString();
    QTest::newRow("no address") << u"example.com/24"_s << QString();
    QTest::newRow("empty") << u""_s << QString();
}

void TestIpAddress::networks()
{
    QFETCH(const QString, text);
    const auto network = IpNetwork::parse(text);
    QTEST(network ? network->text() : QString(), "expected");
}

void TestIpAddress::contains_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("expected");

    QTest::newRow("first") << u"192.0.2.0/24"_s << u"192.0.2.0"_s << true;
    QTest::newRow("last") << u"192.0.2.0/24"_s << u"192.0.2.255"_s << true;
    QTest::newRow("one below") << u"192.0.2.0/24"_s << u"192.0.1.255"_s << false;
    QTest::newRow("one above") << u"192.0.2.0/24"_s << u"192.0.3.0"_s << false;
    QTest::newRow("IPv6 in IPv6") << u"2001:db8:1::/48"_s << u"2001:db8:1:ffff::1"_s << true;
    QTest::newRow("IPv6 outside") << u"2001:db8:1::/48"_s << u"2001:db8:2::1"_s << false;
    QTest::newRow("IPv4 is not in all of IPv6") << u"::/0"_s << u"192.0.2.1"_s << false;
    QTest::newRow("IPv6 is not in all of IPv4") << u"0.0.0.0/0"_s << u"2001:db8::1"_s << false;
}

void TestIpAddress::contains()
{
    QFETCH(const QString, network);
    QFETCH(const QString, address);
    QTEST(IpNetwork::parse(network)->contains(*IpAddress::parse(address)), "expected");
}

void TestIpAddress::senderNetworks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("shown");

    QTest::newRow("IPv4 by /24") << u"9.188.7.200"_s << u"9.188.7.0/24"_s << u"9.188.7.*"_s;
    QTest::newRow("IPv6 by /48") << u"2001:db8:1:2::3"_s << u"2001:db8:1::/48"_s
                                 << u"2001:db8:1:*"_s;
    QTest::newRow("IPv6 with zeros") << u"2001:db8::3"_s << u"2001:db8::/48"_s << u"2001:db8:0:*"_s;
}

void TestIpAddress::senderNetworks()
{
    QFETCH(const QString, address);
    const IpNetwork network = senderNetwork(*IpAddress::parse(address));
    QTEST(network.text(), "network");
    QTEST(senderNetworkText(network), "shown");
}

void TestIpAddress::order()
{
    QVERIFY(ip("9.0.0.1") < ip("10.0.0.1"));
    QVERIFY(ip("192.0.2.1") < ip("2001:db8::1"));
    QCOMPARE(ip("::ffff:192.0.2.1"), ip("192.0.2.1"));
    QCOMPARE(qHash(ip("::ffff:192.0.2.1")), qHash(ip("192.0.2.1")));
}

QTEST_GUILESS_MAIN(TestIpAddress)
#include "tst_ipaddress.moc"
