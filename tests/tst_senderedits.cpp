// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/senderedits.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

OwnSenders own(const QByteArray &tsv)
{
    Notes notes;
    const OwnSenders senders = readOwnSenders(tsv, notes);
    if (!notes.isEmpty())
        qFatal("not a registry");
    return senders;
}

Sender address(const QString &key, const QString &host = {})
{
    Sender sender;
    sender.key = key;
    sender.host = host;
    return sender;
}

QByteArray text(const std::vector<OwnSenders::Entry> &entries)
{
    return writeOwnSenders({entries});
}

} // namespace

class TestSenderEdits final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adds_data();
    void adds();
    void theNarrowerOneIsHeeded();
    void removes();
    void entryOfASender_data();
    void entryOfASender();
    void entriesOfASender_data();
    void entriesOfASender();
};

void TestSenderEdits::adds_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *entry,
                         const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(entry) << QByteArray(after);
    };
    row("first", "", "192.0.2.0/24\tinternal\n", "192.0.2.0/24\tinternal\n");
    row("the same once only", "192.0.2.1\tinternal\n", "192.0.2.1\tinternal\n",
        "192.0.2.1\tinternal\n");
    row("another class in place", "a.example\tinternal\t\tkept\nb.example\tinternal\n",
        "a.example\tthird_party\n", "a.example\tthird_party\t\tkept\nb.example\tinternal\n");
    row("of another domain beside it", "192.0.2.1\tinternal\n",
        "192.0.2.1\tthird_party\texample.jp\n",
        "192.0.2.1\tthird_party\texample.jp\n192.0.2.1\tinternal\n");
    row("address before its network", "192.0.2.0/24\tinternal\n", "192.0.2.7\tthird_party\n",
        "192.0.2.7\tthird_party\n192.0.2.0/24\tinternal\n");
    row("network behind its address", "192.0.2.7\tthird_party\n", "192.0.2.0/24\tinternal\n",
        "192.0.2.7\tthird_party\n192.0.2.0/24\tinternal\n");
    row("IPv6 address before an IPv4 network", "192.0.2.0/24\tinternal\n",
        "2001:db8::1\tinternal\n", "2001:db8::1\tinternal\n192.0.2.0/24\tinternal\n");
    row("host below before the domain", "example.jp\tinternal\n", "mx.example.jp\tthird_party\n",
        "mx.example.jp\tthird_party\nexample.jp\tinternal\n");
    row("network before host and SPF", "spf:b.example\tthird_party\nexample.jp\tinternal\n",
        "192.0.2.0/24\tinternal\n",
        "192.0.2.0/24\tinternal\nspf:b.example\tthird_party\nexample.jp\tinternal\n");
}

void TestSenderEdits::adds()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, after);
    QCOMPARE(writeOwnSenders(withSender(own(before), own(entry).entries.front())), after);
}

void TestSenderEdits::theNarrowerOneIsHeeded()
{
    OwnSenders senders = own("192.0.2.0/24\tinternal\n");
    senders = withSender(senders, own("192.0.2.7\tthird_party\n").entries.front());
    const auto classOf = [&senders](const QString &ip) {
        return senders.classOf({IpAddress::parse(ip), {}}, {});
    };
    QCOMPARE(classOf(u"192.0.2.7"_s), SenderClass::ThirdParty);
    QCOMPARE(classOf(u"192.0.2.8"_s), SenderClass::Internal);
    QCOMPARE(classOf(u"192.0.3.8"_s), SenderClass::Unauthorised);
}

void TestSenderEdits::removes()
{
    const OwnSenders senders = own("192.0.2.1\tinternal\n192.0.2.1\tinternal\texample.jp\n"
                                   "dkim:s1._domainkey.example.jp\tinternal\n");
    QCOMPARE(text(withoutSender(senders, own("192.0.2.1\tthird_party\n").entries.front()).entries),
        QByteArray("192.0.2.1\tinternal\texample.jp\ndkim:s1._domainkey.example.jp\tinternal\n"));
    QCOMPARE(withoutSender(senders, own("dkim:example.jp\tinternal\n").entries.front()), senders);
}

void TestSenderEdits::entryOfASender_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("domains");
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("address") << u"192.0.2.7"_s << QString() << QStringList()
                             << QByteArray("192.0.2.7\tthird_party\n");
    QTest::newRow("address with a name") << u"192.0.2.7"_s << u"mx.example.jp"_s << QStringList()
                                         << QByteArray("192.0.2.7\tthird_party\n");
    QTest::newRow("group by network") << u"2001:db8::/48"_s << QString() << QStringList()
                                      << QByteArray("2001:db8::/48\tthird_party\n");
    QTest::newRow("group by host domain") << u"example.jp"_s << u"mx.example.jp"_s << QStringList()
                                          << QByteArray("example.jp\tthird_party\n");
    QTest::newRow("one domain shown") << u"192.0.2.7"_s << QString() << QStringList{u"example.jp"_s}
                                      << QByteArray("192.0.2.7\tthird_party\texample.jp\n");
    QTest::newRow("two domains shown")
        << u"192.0.2.7"_s << QString() << QStringList{u"a.example"_s, u"b.example"_s}
        << QByteArray("192.0.2.7\tthird_party\n");
    QTest::newRow("no address at all")
        << u"unknown"_s << QString() << QStringList() << QByteArray();
}

void TestSenderEdits::entryOfASender()
{
    QFETCH(QString, key);
    QFETCH(QString, host);
    QFETCH(QStringList, domains);
    QFETCH(QByteArray, entry);
    const auto made = entryFor(address(key, host), SenderClass::ThirdParty, domains);
    QCOMPARE(made.has_value(), !entry.isEmpty());
    if (made)
        QCOMPARE(text({*made}), entry);
}

void TestSenderEdits::entriesOfASender_data()
{
    QTest::addColumn<std::vector<Sender>>("addresses");
    QTest::addColumn<QByteArray>("entries");
    const auto row = [](const char *name, std::vector<Sender> addresses, const char *entries) {
        QTest::newRow(name) << addresses << QByteArray(entries);
    };
    row("not registered", {address(u"203.0.113.1"_s)}, "");
    row("by its network", {address(u"192.0.2.9"_s)}, "192.0.2.0/24\tinternal\n");
    row("the first that matches alone", {address(u"192.0.2.7"_s, u"mx.example.jp"_s)},
        "192.0.2.7\tthird_party\n");
    row("by host name", {address(u"203.0.113.1"_s, u"mx.example.jp"_s)}, "example.jp\tinternal\n");
    row("group",
        {address(u"203.0.113.1"_s, u"mx.example.jp"_s), address(u"192.0.2.9"_s),
            address(u"192.0.2.10"_s)},
        "192.0.2.0/24\tinternal\nexample.jp\tinternal\n");
}

void TestSenderEdits::entriesOfASender()
{
    QFETCH(std::vector<Sender>, addresses);
    QFETCH(QByteArray, entries);
    const OwnSenders senders =
        own("192.0.2.7\tthird_party\n192.0.2.0/24\tinternal\nexample.jp\tinternal\n"
            "spf:bounce.example\tthird_party\n");
    Sender group;
    if (addresses.size() == 1)
        group = addresses.front();
    else
        group.addresses = addresses;
    QCOMPARE(text(entriesOf(senders, group)), entries);
}

QTEST_GUILESS_MAIN(TestSenderEdits)
#include "tst_senderedits.moc"
