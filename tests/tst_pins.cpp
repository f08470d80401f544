// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/pins.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

class TestPins final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void narrowestPinCounts();
};

void TestPins::narrowestPinCounts()
{
    const Pins pins{{{u"10.0.0.0/8"_s, {}, MailCase::Spoof, {}},
        {u"10.1.2.3"_s, {}, MailCase::Direct, {}}, {u"10.1.0.0/16"_s, {}, MailCase::Forward, {}},
        {u"mail.example.net"_s, {}, MailCase::ListOther, {}},
        {u"example.net"_s, u"example.org"_s, MailCase::ForwardBroken, {}}}};
    const auto find = [&pins](const QString &ip, const QString &host, const QString &domain) {
        const Pin *pin = pins.find({IpAddress::parse(ip), {}}, host, domain);
        return pin ? pin->mailCase : MailCase::Undetermined;
    };
    QCOMPARE(find(u"10.1.2.3"_s, {}, u"example.com"_s), MailCase::Direct);
    QCOMPARE(find(u"10.1.2.4"_s, {}, u"example.com"_s), MailCase::Forward);
    QCOMPARE(find(u"10.2.2.4"_s, {}, u"example.com"_s), MailCase::Spoof);
    QCOMPARE(find(u"192.0.2.1"_s, u"a.mail.example.net"_s, u"example.org"_s), MailCase::ListOther);
    QCOMPARE(find(u"192.0.2.1"_s, u"b.example.net"_s, u"example.org"_s), MailCase::ForwardBroken);
    QCOMPARE(find(u"192.0.2.1"_s, u"b.example.net"_s, u"example.com"_s), MailCase::Undetermined);
    QCOMPARE(find(u"192.0.2.1"_s, u"notexample.net"_s, u"example.org"_s), MailCase::Undetermined);
    Notes notes;
    QCOMPARE(readPins(writePins(pins), notes), pins);
    QVERIFY(notes.isEmpty());
    QVERIFY(readPins("10.0.0.1\tnonsense\n", notes).list.empty());
    QCOMPARE(notes.list().size(), 1);
}

QTEST_GUILESS_MAIN(TestPins)
#include "tst_pins.moc"
