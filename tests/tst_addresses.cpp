// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/addresses.h"
#include "support/reportfixture.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestAddresses final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mostMessagesFirst();
    void onlyOfTheRows();
};

namespace {

DatasetPtr dataset()
{
    AggregateReport report = fixture::report(u"google.com"_s, u"1"_s);
    report.records = {fixture::passingRecord(0, u"192.0.2.1"_s, 5),
        fixture::passingRecord(1, u"192.0.2.2"_s, 9), fixture::passingRecord(2, u"nobody"_s, 90),
        fixture::passingRecord(3, u"192.0.2.1"_s, 6), fixture::passingRecord(4, u"2001:db8::1"_s, 0),
        fixture::passingRecord(5, u"2001:DB8:0::1"_s, 0)};
    DatasetBuilder builder;
    builder.add(fixture::item(report, u"a.xml"_s), 0);
    return builder.finish();
}

QStringList texts(const QList<IpAddress> &addresses)
{
    QStringList result;
    for (const IpAddress &ip : addresses)
        result.append(ip.text());
    return result;
}

} // namespace

void TestAddresses::mostMessagesFirst()
{
    QCOMPARE(texts(addressesOf(*dataset(), {0, 1, 2, 3, 4, 5})),
        QStringList({u"192.0.2.1"_s, u"192.0.2.2"_s, u"2001:db8::1"_s}));
}

void TestAddresses::onlyOfTheRows()
{
    QCOMPARE(texts(addressesOf(*dataset(), {1, 3})),
        QStringList({u"192.0.2.2"_s, u"192.0.2.1"_s}));
    QVERIFY(addressesOf(*dataset(), {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
