// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/hostname.h"
#include "dns/qtresolver.h"
#include "dns/reverselookup.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QUdpSocket>
#include <QtEndian>

#include <optional>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

// QDnsLookup of Qt 6.4 asks port 53 only, which takes a privileged user and a loopback network.
const QString serverAddress = u"127.77.53.1"_s;

QByteArray number16(int value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

QByteArray wireName(const QByteArray &name)
{
    QByteArray wire;
    for (const QByteArray &label : name.split('.'))
        wire += char(label.size()) + label;
    return wire + '\0';
}

/// A name server that knows a few names; the first label says what it does with a question.
class Server final : public QObject {
public:
    bool listen()
    {
        connect(&m_udp, &QUdpSocket::readyRead, this, [this] {
            while (m_udp.hasPendingDatagrams()) {
                const QNetworkDatagram datagram = m_udp.receiveDatagram();
                const QByteArray answer = answerTo(datagram.data(), true);
                if (!answer.isEmpty())
                    m_udp.writeDatagram(
                        answer, datagram.senderAddress(), quint16(datagram.senderPort()));
            }
        });
        connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_tcp.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray question = socket->readAll();
                const QByteArray answer = answerTo(question.sliced(2), false);
                socket->write(number16(int(answer.size())) + answer);
            });
        });
        const QHostAddress address(serverAddress);
        return m_udp.bind(address, 53) && m_tcp.listen(address, 53);
    }

private:
    struct Record {
        int type;
        QByteArray data;
    };

    static QList<Record> recordsOf(const QByteArray &name, int type)
    {
        constexpr int a = 1, cname = 5, ptr = 12, mx = 15, txt = 16, aaaa = 28;
        if (name == "1.2.0.192.in-addr.arpa" && type == ptr)
            return {{ptr, wireName("mail.example")}, {ptr, QByteArray("\4e\1vi\7example\0", 14)}};
        if (name == "mail.example" && type == a)
            return {{cname, wireName("host.example")}, {a, QByteArray("\xc0\0\2\1", 4)}};
        if (name == "mail.example" && type == aaaa)
            return {{aaaa, QByteArray("\x20\1\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1", 16)}};
        if (name == "mail.example" && type == mx)
            return {{mx, number16(20) + wireName("mx2.example")},
                {mx, number16(10) + wireName("mx1.example")}};
        if (name == "mail.example" && type == txt)
            return {{txt, "\4v=sp\7f1 -all"_ba}, {txt, "\1x"_ba}};
        if (name == "long.example" && type == txt)
            return {{txt, QByteArray(char(200) + QByteArray(200, 'y')).repeated(10)}};
        return {};
    }

    static QByteArray answerTo(const QByteArray &question, bool udp)
    {
        constexpr qsizetype header = 12;
        QByteArrayList labels;
        qsizetype at = header;
        while (question.at(at) != 0) {
            labels.append(question.sliced(at + 1, question.at(at)));
            at += question.at(at) + 1;
        }
        const int type = qFromBigEndian<quint16>(question.constData() + at + 1);
        const QByteArray kind = labels.value(0);
        const int code = kind == "nx" || kind == "invalid" ? 3
            : kind == "fails"                              ? 2
            : kind == "refuses"                            ? 5
                                                           : 0;
        if (kind == "silent")
            return {};
        QByteArray records;
        const QList<Record> found = recordsOf(labels.join('.'), type);
        for (const Record &record : found) {
            records += "\xc0\x0c" + number16(record.type) + number16(1) +
                QByteArray("\0\0\0\x3c", 4) + number16(int(record.data.size())) + record.data;
        }
        const bool cut = udp && records.size() > 400;
        return question.first(2) + number16((cut ? 0x8380 : 0x8180) + code) + number16(1) +
            number16(cut ? 0 : int(found.size())) + number16(0) + number16(0) +
            question.sliced(header, at + 5 - header) + (cut ? QByteArray() : records);
    }

    QUdpSocket m_udp;
    QTcpServer m_tcp;
};

} // namespace

class TestQtResolver final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void neverWithinTheCall();
    void cancelledOnesSayNothing();
    void goesAwayWhileAsking();
    void manyAtATime();
    void reverseLookupOverIt();
    void withoutAServer();

private:
    [[nodiscard]] static std::optional<IpAddress> server()
    {
        return IpAddress::parse(serverAddress);
    }

    std::unique_ptr<Server> m_server;
};

void TestQtResolver::initTestCase()
{
    m_server = std::make_unique<Server>();
    if (!m_server->listen())
        QSKIP("Port 53 of the loopback network is not free for this user.");
}

void TestQtResolver::answers_data()
{
    QTest::addColumn<DnsType>("type");
    QTest::addColumn<QString>("name");
    QTest::addColumn<DnsAnswer>("answer");
    using enum DnsStatus;
    const QList<IpAddress> v4{IpAddress::parse(u"192.0.2.1").value()};
    const QList<IpAddress> v6{IpAddress::parse(u"2001:db8::1").value()};
    QTest::newRow("PTR") << DnsType::Ptr << u"1.2.0.192.in-addr.arpa"_s
                         << DnsAnswer{Found, {u"mail.example"_s, u"e\x01vi.example"_s}, {}, {}};
    QTest::newRow("A behind a CNAME")
        << DnsType::A << u"mail.example"_s << DnsAnswer{Found, {}, v4, {}};
    QTest::newRow("AAAA") << DnsType::Aaaa << u"mail.example"_s << DnsAnswer{Found, {}, v6, {}};
    QTest::newRow("MX by preference")
        << DnsType::Mx << u"mail.example"_s
        << DnsAnswer{Found, {u"mx1.example"_s, u"mx2.example"_s}, {}, {}};
    QTest::newRow("TXT, strings joined") << DnsType::Txt << u"mail.example"_s
                                         << DnsAnswer{Found, {}, {}, {u"v=spf1 -all"_s, u"x"_s}};
    QTest::newRow("TXT too long for one datagram")
        << DnsType::Txt << u"long.example"_s << DnsAnswer{Found, {}, {}, {QString(2000, u'y')}};
    QTest::newRow("no such name") << DnsType::A << u"nx.example"_s
                                  << DnsAnswer{NotFound, {}, {}, {}};
    QTest::newRow("no such record")
        << DnsType::A << u"empty.example"_s << DnsAnswer{NoData, {}, {}, {}};
    QTest::newRow("server fails") << DnsType::A << u"fails.example"_s
                                  << DnsAnswer{ServerFailure, {}, {}, {}};
    QTest::newRow("server refuses")
        << DnsType::A << u"refuses.example"_s << DnsAnswer{ServerFailure, {}, {}, {}};
    QTest::newRow("no name") << DnsType::A << u"a..b"_s << DnsAnswer{NotFound, {}, {}, {}};
    QTest::newRow("empty") << DnsType::A << QString() << DnsAnswer{NotFound, {}, {}, {}};
}

void TestQtResolver::answers()
{
    QFETCH(DnsType, type);
    QFETCH(QString, name);
    QFETCH(DnsAnswer, answer);
    QtResolver resolver(server());
    std::optional<DnsAnswer> got;
    resolver.lookup({type, name}, [&got](const DnsAnswer &now) { got = now; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 5000);
    QCOMPARE(int(got->status), int(answer.status));
    // What cannot be the name of a host comes in various forms, or empty, and is refused later.
    if (type == DnsType::Ptr)
        got->names.removeIf([](const QString &text) { return checkedHostName(text).isEmpty(); });
    if (type == DnsType::Ptr)
        answer.names.removeLast();
    QCOMPARE(got->names, answer.names);
    QCOMPARE(got->texts, answer.texts);
    QCOMPARE(got->addresses, answer.addresses);
}

void TestQtResolver::neverWithinTheCall()
{
    QtResolver resolver(server());
    int calls = 0;
    for (const QString &name : {u"a..b"_s, QString(), u"mail.example"_s})
        resolver.lookup({DnsType::A, name}, [&calls](const DnsAnswer &) { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 3);
}

void TestQtResolver::cancelledOnesSayNothing()
{
    QtResolver resolver(server());
    int calls = 0;
    const auto count = [&calls](const DnsAnswer &) { ++calls; };
    const Resolver::Id first = resolver.lookup({DnsType::A, u"mail.example"_s}, count);
    resolver.cancel(first);
    const Resolver::Id second = resolver.lookup({DnsType::A, u"empty.example"_s}, count);
    QCoreApplication::processEvents(); // it runs by now
    calls = 0;
    resolver.cancel(second);
    resolver.cancel(second);
    resolver.cancel(4711);
    QTest::qWait(200);
    QCOMPARE(calls, 0);
}

void TestQtResolver::goesAwayWhileAsking()
{
    int calls = 0;
    {
        QtResolver resolver(server());
        resolver.lookup({DnsType::A, u"mail.example"_s}, [&calls](const DnsAnswer &) { ++calls; });
        QCoreApplication::processEvents(); // it runs by now
        calls = 0;
    }
    QTest::qWait(200);
    QCOMPARE(calls, 0);
}

void TestQtResolver::manyAtATime()
{
    QtResolver resolver(server());
    int found = 0;
    for (int i = 0; i < 100; ++i) {
        resolver.lookup({DnsType::A, u"mail.example"_s},
            [&found](const DnsAnswer &answer) { found += answer.addresses.size() == 1 ? 1 : 0; });
    }
    QTRY_COMPARE(found, 100);
}

void TestQtResolver::reverseLookupOverIt()
{
    QtResolver resolver(server());
    ReverseLookup job(resolver);
    QSignalSpy spy(&job, &ReverseLookup::finished);
    const IpAddress ip = IpAddress::parse(u"192.0.2.1").value();
    job.start({ip}, {}, 1);
    QVERIFY(spy.wait());
    QCOMPARE(job.cache().value(ip), (HostEntry{HostStatus::Confirmed, u"mail.example"_s, 1}));
}

/// Offline an answer must not look as if there were no name.
void TestQtResolver::withoutAServer()
{
    QtResolver resolver(IpAddress::parse(u"127.77.53.2"));
    std::optional<DnsAnswer> got;
    resolver.lookup(
        {DnsType::Ptr, u"1.2.0.192.in-addr.arpa"_s}, [&got](const DnsAnswer &now) { got = now; });
    QTRY_VERIFY_WITH_TIMEOUT(got, 30'000);
    QVERIFY(!isVoid(got->status) && got->status != DnsStatus::Found);
}

QTEST_GUILESS_MAIN(TestQtResolver)
#include "tst_qtresolver.moc"
