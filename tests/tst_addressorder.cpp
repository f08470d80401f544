// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/addressorder.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestAddressOrder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sorts();
};

void TestAddressOrder::sorts()
{
    // IPv4 stands in ::ffff:0:0/96, so before the addresses in use of IPv6.
    const QStringList wanted{u"9.188.7.65"_s, u"10.0.0.0/8"_s, u"10.0.0.0/24"_s, u"10.0.0.0"_s,
        u"10.0.0.9"_s, u"10.0.0.10"_s, u"10.0.0.100"_s, u"192.0.2.0/24"_s, u"192.0.2.1"_s,
        u"2001:db8::/48"_s, u"2001:db8::9"_s, u"2001:db8::10"_s, u"2001:DB8::a0"_s,
        u"example.com"_s, u"example.net"_s, u"not given"_s};
    QStringList sorted = wanted;
    std::reverse(sorted.begin(), sorted.end());
    std::sort(sorted.begin(), sorted.end(),
        [](const QString &a, const QString &b) { return addressOrder(a) < addressOrder(b); });
    QCOMPARE(sorted, wanted);
}

QTEST_GUILESS_MAIN(TestAddressOrder)
#include "tst_addressorder.moc"
