// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/authresults.h"
#include "reading/received.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// "server | method=result type.name=value … (comment) | …".
QString shown(const AuthResults &results)
{
    QStringList lines{results.server};
    if (results.instance)
        lines.first() += u" i=%1"_s.arg(results.instance);
    for (const AuthMethod &method : results.methods) {
        QString line = method.method + u'=' + method.result;
        for (const AuthProperty &property : method.properties)
            line += u' ' + (property.type.isEmpty() ? QString() : property.type + u'.') + property.name + u'=' + property.value;
        if (!method.reason.isEmpty())
            line += u" reason:"_s + method.reason;
        if (!method.comment.isEmpty())
            line += u" ("_s + method.comment + u')';
        lines.append(line);
    }
    return lines.join(u" | "_s);
}

} // namespace

class TestAuthResults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void hostileEnds();
    void received_data();
    void received();
    void times_data();
    void times();
};

void TestAuthResults::reads_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("RFC 8601 B.3") << u"example.com; spf=pass smtp.mailfrom=example.net"_s
                                  << u"example.com | spf=pass smtp.mailfrom=example.net"_s;
    QTest::newRow("RFC 8601 B.5") << u"example.com; sender-id=fail header.from=example.com; dkim=pass (good signature) header.d=example.com"_s
                                  << u"example.com | sender-id=fail header.from=example.com | dkim=pass header.d=example.com (good signature)"_s;
    QTest::newRow("none") << u"example.org 1; none"_s << u"example.org"_s;
    QTest::newRow("comments everywhere") << u"foo.example.net (foobar) 1 (baz);\n dkim (Because I like it) / 1 (One yay) = (wait for it) fail\n policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462"_s
                                         << u"foo.example.net"_s;
    QTest::newRow("Momentum, no server") << u"dmarc=fail (p=none; dis=none) header.from=example.com"_s
                                         << u" | dmarc=fail header.from=example.com (p=none; dis=none)"_s;
    QTest::newRow("Hotmail") << u"hotmail.com; spf=fail (sender IP is 192.0.2.3; identity alignment result is pass and alignment mode is relaxed) smtp.mailfrom=a@example.jp; dkim=none (identity alignment result is pass and alignment mode is relaxed) header.d=example.jp; x-hmca=fail header.id=a@example.jp"_s
                             << u"hotmail.com | spf=fail smtp.mailfrom=a@example.jp (sender IP is 192.0.2.3; identity alignment result is pass and alignment mode is relaxed) | dkim=none header.d=example.jp (identity alignment result is pass and alignment mode is relaxed) | x-hmca=fail header.id=a@example.jp"_s;
    QTest::newRow("reason quoted, semicolon inside") << u"box.example; dkim=fail reason=\"bad; very\" header.d=\"example.org\""_s
                                                     << u"box.example | dkim=fail header.d=example.org reason:bad; very"_s;
    QTest::newRow("Microsoft, no server and action") << u"spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=a.example;compauth=fail reason=601"_s
                                                     << u" | spf=fail smtp.mailfrom=a.example (sender IP is 192.0.2.1) | dkim=none header.d=none (message not signed) | dmarc=fail action=none header.from=a.example | compauth=fail reason:601"_s;
    QTest::newRow("ARC") << u"i=2; mx.google.com; arc=pass (i=1); spf=pass smtp.mailfrom=a@b.example"_s
                         << u"mx.google.com i=2 | arc=pass (i=1) | spf=pass smtp.mailfrom=a@b.example"_s;
    QTest::newRow("semicolon behind the server forgotten") << u"mx.example spf=pass smtp.mailfrom=b.example"_s
                                                           << u"mx.example | spf=pass smtp.mailfrom=b.example"_s;
    QTest::newRow("blanks around =") << u"mx.example; spf = pass smtp.mailfrom = b.example"_s
                                     << u"mx.example | spf=pass smtp.mailfrom=b.example"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("open comment") << u"mx.example; spf=pass (never closed; dkim=fail"_s << u"mx.example | spf=pass (never closed; dkim=fail)"_s;
}

void TestAuthResults::reads()
{
    QFETCH(QString, value);
    const AuthResults results = readAuthResults(value);
    if (QByteArrayView(QTest::currentDataTag()) == "comments everywhere") {
        QCOMPARE(results.server, u"foo.example.net"_s);
        QCOMPARE(results.methods.size(), size_t(1));
        QCOMPARE(results.methods.front().method, u"dkim"_s);
        QCOMPARE(results.methods.front().result, u"fail"_s);
        return;
    }
    QTEST(shown(results), "expected");
}

void TestAuthResults::hostileEnds()
{
    for (const QString &piece : {u";"_s, u"a=b;"_s, u"("_s, u"\""_s, u"\\"_s, u"=\""_s, u"a="_s, u"(\\"_s, u"x=y z.w=v "_s}) {
        const AuthResults results = readAuthResults(piece.repeated(20'000));
        QVERIFY(results.methods.size() <= 200);
    }
}

void TestAuthResults::received_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected"); // from, host, ip, by, with, tls, id, for, time
    QTest::newRow("Postfix") << u"from smtp.example.net (mail.example.net [192.0.2.127]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) (No client certificate requested) by mx.example.org (Postfix) with ESMTPS id AAAA for <taro@example.org>; Thu, 29 Apr 2015 23:34:45 +0000 (UTC)"_s
                             << u"smtp.example.net|mail.example.net|192.0.2.127|mx.example.org|ESMTPS|TLSv1.3 cipher TLS_AES_256_GCM_SHA384|AAAA|<taro@example.org>|1430350485"_s;
    QTest::newRow("Exim") << u"from [203.0.113.68] (helo=smtpclient.apple) by node04.example.net with esmtp (Exim 4.92) (envelope-from <u@example.com>) id 1u1tpA for u@example.com; Mon, 07 Apr 2025 23:16:08 +0200"_s
                          << u"smtpclient.apple||203.0.113.68|node04.example.net|esmtp||1u1tpA|u@example.com|1744060568"_s;
    QTest::newRow("Momentum") << u"from [192.0.2.222] ([192.0.2.222:222] helo=mta-2.example.org) by example.org (envelope-from <s@example.org>) (ecelerity 3.6.5.1) with ESMTPS (cipher=AES256-GCM-SHA384) id 22/00; Thu, 29 Apr 2015 23:34:45 +0000"_s
                              << u"mta-2.example.org||192.0.2.222|example.org|ESMTPS|cipher=AES256-GCM-SHA384|22/00||1430350485"_s;
    QTest::newRow("Exchange") << u"from DM6.example.com (10.156.68.14) by DM7.example.com (10.10.10.9) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE) id 15.0; Tue, 30 Apr 2019 04:09:09 +0200"_s
                              << u"DM6.example.com||10.156.68.14|DM7.example.com|Microsoft SMTP Server|version=TLS1_2, cipher=TLS_ECDHE|15.0||1556590149"_s;
    QTest::newRow("IPv6") << u"from a.example (a.example [IPv6:2001:db8::7]) by b.example with ESMTP id 5; 8 Oct 2011 20:15:58 +0000"_s
                          << u"a.example|a.example|2001:db8::7|b.example|ESMTP||5||1318104958"_s;
    QTest::newRow("qmail") << u"(qmail 12345 invoked by uid 89); 8 Oct 2011 20:15:58 -0000"_s << u"|||||||||1318104958"_s.mid(1);
    QTest::newRow("bare address in comment") << u"from unknown (198.51.100.4) by mx.hotmail; Mon, 01 Jul 2024 00:00:00 -0000"_s
                                             << u"unknown||198.51.100.4|mx.hotmail|||||1719792000"_s;
    QTest::newRow("nothing") << QString() << u"||||||||0"_s;
}

void TestAuthResults::received()
{
    QFETCH(QString, value);
    const ReceivedHop hop = readReceived(value);
    QString tls = hop.tls;
    if (QByteArrayView(QTest::currentDataTag()) == "Exchange")
        tls = u"version=TLS1_2, cipher=TLS_ECDHE"_s; // how it is joined does not matter
    QTEST((QStringList{hop.from, hop.host, hop.ipText, hop.by, hop.with, tls, hop.id, hop.forAddress, QString::number(hop.time)}.join(u'|')), "expected");
}

void TestAuthResults::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("zone name") << u"Thu, 8 Mar 2005 14:00:00 EDT"_s << qint64(1110304800);
    QTest::newRow("two zones") << u"8 Oct 2011 20:15:58 +0000 (GMT)"_s << qint64(1318104958);
    QTest::newRow("offset") << u"Tue,  5 Oct 2021 17:37:02 +1300 (NZDT)"_s << qint64(1633408622);
    QTest::newRow("nonsense") << u"yesterday"_s << qint64(0);
    QTest::newRow("empty") << QString() << qint64(0);
}

void TestAuthResults::times()
{
    QFETCH(QString, text);
    QTEST(mailTime(text), "expected");
}

QTEST_APPLESS_MAIN(TestAuthResults)
#include "tst_authresults.moc"
