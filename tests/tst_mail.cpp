// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/mail.h"

#include "support/leaves.h"
#include "support/packing.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::packing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto top = "From: reporter@reporter.example\nTo: dmarc@example.com\n"
                     "Subject: Report Domain: example.com\nMIME-Version: 1.0\n";

/// A multipart mail; each part is its header lines, a blank line and its body.
QByteArray multipart(const QByteArray &type, const QList<QByteArray> &parts)
{
    QByteArray mail =
        QByteArray(top) + "Content-Type: multipart/" + type + "; boundary=\"=_b\"\n\n";
    for (const QByteArray &part : parts)
        mail += "--=_b\n" + part + "\n";
    return mail + "--=_b--\n";
}

const QByteArray text = "Content-Type: text/plain\n\nThis is an aggregate report.\n";

/// A base64 part with lines of 76 characters, as mailers write it.
QByteArray part(const QByteArray &header, const QByteArray &bytes)
{
    QByteArray lines;
    const QByteArray base64 = bytes.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 76)
        lines += base64.mid(at, 76) + "\n";
    return header + "Content-Transfer-Encoding: base64\n\n" + lines;
}

QByteArray gzipPart(const QByteArray &id, const QByteArray &name = "r.xml.gz")
{
    return part("Content-Type: application/gzip; name=\"" + name + "\"\n", gzip(report(id)));
}

QByteArray quotedPrintable(const QByteArray &bytes)
{
    QByteArray lines;
    for (const QByteArray &line : bytes.split('\n')) {
        QByteArray quoted = line;
        quoted.replace('=', "=3D");
        for (qsizetype at = 0; at < quoted.size(); at += 60)
            lines += quoted.mid(at, 60) + (at + 60 < quoted.size() ? "=\n" : "");
        lines += '\n';
    }
    return lines.chopped(1);
}

const QByteArray feedbackHead =
    "Content-Type: multipart/report; report-type=feedback-report; boundary=\"=_b\"\n\n";
const QByteArray sample =
    "Content-Type: message/rfc822\n\nFrom: spoofer@example.com\nSubject: x\n\nText\n";

QByteArray feedback(const QByteArray &fields)
{
    return QByteArray(top) + feedbackHead + "--=_b\n" + text +
        "\n--=_b\nContent-Type: message/feedback-report\n\n" + fields + "\n--=_b\n" + sample +
        "--=_b--\n";
}

} // namespace

class TestMail final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsReports_data();
    void findsReports();
    void anyLineEnd_data() { findsReports_data(); }
    void anyLineEnd();
    void tellsKinds_data();
    void tellsKinds();
    void mailboxes_data();
    void mailboxes();
    void hostileMail_data();
    void hostileMail();
    void decodesNames_data();
    void decodesNames();
};

void TestMail::findsReports_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QStringList>("leaves");
    const auto one = [](const QString &line) { return QStringList{line}; };
    const QStringList plain{u"r.xml.gz | xml R1 | "_s};
    const QByteArray r1 = report("R1");
    // With padding at the end of its base64, behind which a decoder stops.
    const QByteArray gz = gzip(r1, QByteArray(1 + (3 - gzip(r1, "n").size() % 3 + 1) % 3, 'n'));

    QTest::newRow("the whole mail is the zip") << QByteArray(top) +
            part("Content-Type: application/zip; name=\"g.zip\"\n", zip({{"r1.xml", r1}}))
                                               << one(u"g.zip > r1.xml | xml R1 | "_s);
    QTest::newRow("the whole mail is XML")
        << QByteArray(top) + "Content-Type: text/xml\n\n" + r1 << one(u"text/xml | xml R1 | "_s);
    QTest::newRow("multipart/mixed") << multipart("mixed", {text, gzipPart("R1")}) << plain;
    QTest::newRow("multipart/related") << multipart("related", {text, gzipPart("R1")}) << plain;
    QTest::newRow("multipart/alternative")
        << multipart("alternative", {text, gzipPart("R1")}) << plain;
    QTest::newRow("report before the text")
        << multipart("mixed", {gzipPart("R1"), text, text}) << plain;
    QTest::newRow("several reports")
        << multipart("mixed", {text, gzipPart("R1", "1.gz"), gzipPart("R2", "2.gz")})
        << QStringList{u"1.gz | xml R1 | "_s, u"2.gz | xml R2 | "_s};
    QTest::newRow("forwarded as message/rfc822")
        << multipart("mixed",
               {text,
                   "Content-Type: message/rfc822\n\n" +
                       multipart("mixed", {text, gzipPart("R1")}).replace("=_b", "=_inner")})
        << plain;
    QTest::newRow("forwarded as base64 of a mail")
        << multipart(
               "mixed", {text, part("Content-Type: message/rfc822; name=\"f.eml\"\n", mailOf(gz))})
        << one(u"f.eml > r.bin | xml R1 | "_s);
    QTest::newRow("forwarded as a file")
        << multipart("mixed",
               {text, part("Content-Type: application/octet-stream; name=\"f.eml\"\n", mailOf(gz))})
        << one(u"f.eml > r.bin | xml R1 | "_s);
    QTest::newRow("forwarded in another spelling")
        << multipart("mixed",
               {text, "Content-Type: message/rfc-822\n\n" + mailOf(gz).replace("\r\n", "\n")})
        << one(u"message/rfc-822 > r.bin | xml R1 | "_s);
    QTest::newRow("no file name") << multipart("mixed",
                                         {text, part("Content-Type: application/gzip\n", gz)})
                                  << one(u"application/gzip | xml R1 | "_s);
    QTest::newRow("octet-stream")
        << multipart("mixed",
               {text, part("Content-Type: application/octet-stream; name=\"r.xml.gz\"\n", gz)})
        << plain;
    QTest::newRow("wrong type")
        << multipart("mixed", {text, part("Content-Type: image/png; name=\"r.xml.gz\"\n", gz)})
        << plain;
    QTest::newRow("zip labelled gzip")
        << multipart("mixed",
               {text,
                   part("Content-Type: application/gzip; name=\"r.gz\"\n", zip({{"a.xml", r1}}))})
        << one(u"r.gz > a.xml | xml R1 | "_s);
    QTest::newRow("upper case")
        << multipart("MIXED",
               {text,
                   "CONTENT-TYPE: APPLICATION/GZIP; NAME=\"r.xml.gz\"\nCONTENT-TRANSFER-ENCODING: "
                   "BASE64\n\n" +
                       gz.toBase64()})
        << plain;
    QTest::newRow("ContentType without hyphen, in the mail")
        << multipart("mixed", {text, gzipPart("R1")})
               .replace("\nContent-Type: multipart", "\nContentType: multipart")
        << plain;
    QTest::newRow("ContentType without hyphen, in the part")
        << multipart("mixed", {text, gzipPart("R1")})
               .replace("Content-Type: application", "ContentType: application")
        << plain;
    QTest::newRow("no transfer encoding, base64")
        << multipart("mixed",
               {text, "Content-Type: application/gzip; name=\"r.xml.gz\"\n\n" + gz.toBase64()})
        << plain;
    QTest::newRow("no transfer encoding, XML")
        << multipart("mixed", {text, "Content-Type: text/xml; name=\"r.xml.gz\"\n\n" + r1})
        << plain;
    QTest::newRow("encoding said to be 7bit, base64")
        << multipart("mixed",
               {text,
                   "Content-Type: application/zip; name=\"r.xml.gz\"\n"
                   "Content-Transfer-Encoding: 7bit\n\n" +
                       gz.toBase64()})
        << plain;
    QTest::newRow("base64 with blanks")
        << multipart("mixed", {text, gzipPart("R1").replace("\nH4sI", "\n  H4 s I\t")}) << plain;
    QTest::newRow("base64 with other characters")
        << multipart("mixed", {text, gzipPart("R1").replace("\nH4sI", "\nH4!s*I")})
        << one(u"r.xml.gz | xml R1 | mail-part-damaged"_s);
    QTest::newRow("said to be base64, but XML")
        << multipart("mixed",
               {text,
                   "Content-Type: text/xml; name=\"r.xml\"\nContent-Transfer-Encoding: base64\n\n" +
                       r1})
        << one(u"r.xml | xml R1 | mail-part-damaged"_s);
    QTest::newRow("quoted-printable XML")
        << multipart("mixed",
               {text,
                   "Content-Type: text/xml; name=\"r.xml.gz\"\n"
                   "Content-Transfer-Encoding: quoted-printable\n\n" +
                       quotedPrintable(r1)})
        << plain;
    QTest::newRow("inline XML")
        << multipart("mixed",
               {text,
                   "Content-Type: text/xml; name=\"r.xml.gz\"\nContent-Disposition: inline\n\n" +
                       r1})
        << plain;
    QTest::newRow("folded subject")
        << multipart("mixed", {text, gzipPart("R1")})
               .replace("Subject: Report Domain:", "Subject: Report\n Domain:\n\t")
        << plain;
    QTest::newRow("mailing-list footer as a part")
        << multipart("mixed",
               {text, gzipPart("R1"),
                   "Content-Type: "
                   "text/plain\n\n_______\nlist@lists.example\nhttps://lists.example/\n"})
        << plain;
    QTest::newRow("mailing-list footer in the base64") << QByteArray(top) +
            part("Content-Type: application/gzip; name=\"r.xml.gz\"\n", gz) +
            "\n_______\nlist@lists.example\n" << one(u"r.xml.gz | xml R1 | mail-part-damaged"_s);
    QTest::newRow("base64 of several pieces with padding each")
        << multipart("mixed",
               {text,
                   "Content-Type: application/gzip; name=\"r.xml.gz\"\nContent-Transfer-Encoding: "
                   "base64\n\n" +
                       gz.first(31).toBase64() + "\n" + gz.sliced(31, 32).toBase64() + "\n" +
                       gz.sliced(63).toBase64() + "\n"})
        << plain;
    QTest::newRow("its way through servers in the header")
        << "Received: from a.example\n\tby b.example;\n Tue, 24 Nov 2026 00:00:00 +0000\n"
           "DKIM-Signature: v=1; d=reporter.example;\n\tContent-Type: text/html; b=\n" +
            multipart("mixed", {text, gzipPart("R1")})
                .replace("=\"=_b\"\n", "=\"=_b\"\nX-Last: folded\n\tContent-Type: text/plain\n")
        << plain;
    QTest::newRow("nothing in the header but its way")
        << "Received: from a.example\n\n" + r1 << one(u"text/plain | xml R1 | "_s);
    QTest::newRow("S/MIME signed")
        << multipart("signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256",
               {"Content-Type: multipart/mixed; boundary=\"=_c\"\n\n--=_c\n" + text + "\n--=_c\n" +
                       gzipPart("R1") + "\n--=_c--\n",
                   part("Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\n",
                       QByteArray("0\x82\x01", 3))})
        << plain;
    QTest::newRow("no closing boundary")
        << multipart("mixed", {text, gzipPart("R1")}).replace("--=_b--\n", "") << plain;
    QTest::newRow("the word unused")
        << multipart("mixed",
               {text, part("Content-Type: application/gzip; name=\"y.gz\"\n", gzip("unused"))})
        << one(u"y.gz | xml | "_s);
    QTest::newRow("TLS report")
        << multipart("report; report-type=tlsrpt",
               {text,
                   part("Content-Type: application/tlsrpt+gzip; name=\"t.json.gz\"\n",
                       gzip("{\"policies\":[]}"))})
        << one(u"t.json.gz | json | "_s);
    QTest::newRow("TLS report, plain")
        << multipart("report; report-type=tlsrpt",
               {text,
                   "Content-Type: application/tlsrpt+json; name=\"t.json\"\n\n{\"policies\":[]}\n"})
        << one(u"t.json | json | "_s);
    QTest::newRow("TLS report, base64 that nobody mentions")
        << multipart("mixed",
               {text,
                   "Content-Type: application/tlsrpt+json; name=\"t.json\"\n\n" +
                       QByteArray("{\"policies\":[]}").toBase64()})
        << one(u"t.json | json | "_s);
    QTest::newRow("damaged attachment")
        << multipart("mixed",
               {text, part("Content-Type: application/gzip; name=\"r.gz\"\n", gz.first(12))})
        << one(u"r.gz | problem | container-damaged"_s);
}

void TestMail::findsReports()
{
    QFETCH(QByteArray, mail);
    QFETCH(QStringList, leaves);
    QCOMPARE(fixture::leavesOf(mail), leaves);
}

void TestMail::anyLineEnd()
{
    QFETCH(QByteArray, mail);
    QFETCH(QStringList, leaves);
    if (mail.contains("\r\n") || mail.contains('\x82'))
        QSKIP("has line ends of its own");
    const auto withoutIds =
        [](QStringList lines) { // a document in the mail has these line ends too
            return lines.replaceInStrings(u"xml R1"_s, u"xml"_s)
                .replaceInStrings(u"xml R2"_s, u"xml"_s);
        };
    QCOMPARE(
        withoutIds(fixture::leavesOf(QByteArray(mail).replace('\n', "\r\n"))), withoutIds(leaves));
    QCOMPARE(
        withoutIds(fixture::leavesOf(QByteArray(mail).replace('\n', '\r'))), withoutIds(leaves));
}

void TestMail::tellsKinds_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("leaf");
    const QString failure = u" | failure | "_s;
    const QByteArray fields =
        "Feedback-Type: auth-failure\nUser-Agent: X/1.0\nVersion: 1\nAuth-Failure: dmarc\n";
    QTest::newRow("failure report") << feedback(fields) << failure;
    QTest::newRow("failure report, base64 fields")
        << feedback(fields.toBase64())
               .replace("message/feedback-report\n",
                   "message/feedback-report\nContent-Transfer-Encoding: base64\n")
        << failure;
    QTest::newRow("failure report, base64 fields that nobody mentions")
        << feedback(fields.toBase64()) << failure;
    QTest::newRow("failure report, no Feedback-Type")
        << feedback("User-Agent: X/1.0\nIdentity-Alignment: none\n") << failure;
    QTest::newRow("failure report, no type at all")
        << feedback("User-Agent: Lua/1.0\nVersion: 1.0\n") << failure;
    QTest::newRow("failure report, other case")
        << feedback("feedback-type: Auth-Failure\nSource-Ip: 192.0.2.1\n") << failure;
    QTest::newRow("failure report, multipart/mixed")
        << feedback(fields).replace(
               "multipart/report; report-type=feedback-report;", "multipart/mixed;")
        << failure;
    QTest::newRow("failure report, its sample holds a report")
        << feedback(fields).replace(
               sample, QByteArray("Content-Type: message/rfc822\n\n" + mailOf(gzip(report("R1")))))
        << failure;
    QTest::newRow("failure report as text")
        << QByteArray(
               "From: exim@mx.example\nSubject: DMARC Forensic Report for example.com from IP "
               "192.0.2.1\n\n"
               "A message claiming to be from you has failed the published DMARC policy for your "
               "domain.\n\n"
               "  Sender Domain: example.com\n  Sender IP Address: 192.0.2.1\n  SPF Alignment: no\n"
               "  DKIM Alignment: no\n  DMARC Results: Reject\n------ This is a copy of the "
               "headers ------\n")
        << failure;
    QTest::newRow("abuse feedback")
        << feedback("Feedback-Type: abuse\nVersion: 1\n") << u" | mail | mail-feedback"_s;
    QTest::newRow("opt-out feedback")
        << feedback("Feedback-Type: opt-out\nVersion: 0.1\n") << u" | mail | mail-feedback"_s;
    const QByteArray dsn =
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        "Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n";
    QTest::newRow("bounce") << multipart("report; report-type=delivery-status", {text, dsn, sample})
                            << u" | mail | mail-bounce"_s;
    QTest::newRow("bounce with headers only")
        << multipart("report; report-type=delivery-status",
               {text, dsn,
                   "Content-Type: text/rfc822-headers\n\nFrom: a@b.example\nContent-Type: "
                   "multipart/mixed; boundary=x\n"})
        << u" | mail | mail-bounce"_s;
    QTest::newRow("bounce of a report that was sent from here")
        << multipart("report; report-type=delivery-status",
               {text, dsn,
                   "Content-Type: message/rfc822\n\n" +
                       mailOf(gzip(report("R1"))).replace("\r\n", "\n")})
        << u" | mail | mail-bounce"_s;
    QTest::newRow("auto-reply") << "Auto-Submitted: auto-replied (vacation)\n" + QByteArray(top) +
            "\nI am away.\n" << u" | mail | mail-auto-reply"_s;
    QTest::newRow("old auto-reply") << "X-Autoreply: yes\n" + QByteArray(top) + "\nI am away.\n"
                                    << u" | mail | mail-auto-reply"_s;
    QTest::newRow("sent by a program") << "Auto-Submitted: auto-generated\n" + QByteArray(top) +
            "\nNo report today.\n" << u" | mail | mail-without-report"_s;
    QTest::newRow("ordinary mail") << QByteArray(top) + "\nHello\n"
                                   << u" | mail | mail-without-report"_s;
    QTest::newRow("mail with a picture")
        << multipart("mixed",
               {text, part("Content-Type: image/jpeg; name=\"a.jpg\"\n", "\xff\xd8\xff\xe0")})
        << u" | mail | mail-without-report"_s;
    QTest::newRow("newsletter")
        << multipart("alternative",
               {text, "Content-Type: text/html\n\n<html><body>feedback</body></html>\n"})
        << u" | mail | mail-without-report"_s;
    QTest::newRow("header only") << QByteArray(top) << u" | mail | mail-without-report"_s;
}

void TestMail::tellsKinds()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, leaf);
    QCOMPARE(fixture::leavesOf(mail), QStringList{leaf});
    QCOMPARE(fixture::leavesOf(QByteArray(mail).replace("\r\n", "\n").replace('\n', "\r\n")),
        QStringList{leaf});
}

void TestMail::mailboxes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("leaves");
    const QByteArray from = "From reporter@reporter.example Mon Sep 25 01:00:00 2017\n";
    const QByteArray first = from + multipart("mixed", {text, gzipPart("R1")}) + "\n";
    const QByteArray second = from + multipart("mixed", {text, gzipPart("R2")}) + "\n";
    const QByteArray two = first + second;
    const QByteArray ordinary = from + QByteArray(top) + "\nHello\n>From here on it is quoted.\n\n";
    const QStringList both{u"#1 > r.xml.gz | xml R1 | "_s, u"#2 > r.xml.gz | xml R2 | "_s};
    QTest::newRow("one") << first << both.first(1);
    QTest::newRow("two") << first + second << both;
    QTest::newRow("two, CRLF") << QByteArray(two).replace('\n', "\r\n") << both;
    QTest::newRow("two, CR") << QByteArray(two).replace('\n', '\r') << both;
    QTest::newRow("three, one of them ordinary with a quoted From")
        << first + ordinary + second
        << QStringList{
               both[0], u"#2 | mail | mail-without-report"_s, u"#3 > r.xml.gz | xml R2 | "_s};
    QTest::newRow("no blank line between") << first.chopped(1) + second << both;
    QTest::newRow("no line end at the end") << QByteArray(two).chopped(2) << both;
    QTest::newRow("a mail without anything")
        << first + from + "\n" + second
        << QStringList{
               both[0], u"#2 | mail | mail-without-report"_s, u"#3 > r.xml.gz | xml R2 | "_s};
    QTest::newRow("packed") << gzip(two) << both;
}

void TestMail::mailboxes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, leaves);
    QCOMPARE(fixture::leavesOf(bytes), leaves);
}

void TestMail::hostileMail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("last"); // leaf
    const QByteArray tiny = "Content-Type: text/plain\n\nx";
    const QList<QByteArray> many(10'000, tiny);
    QTest::newRow("10,000 parts") << multipart("mixed", many) << u" | problem | limit-mail-parts"_s;
    QTest::newRow("10,000 parts and a report first")
        << multipart("mixed", QList{gzipPart("R1")} + many)
        << u"r.xml.gz | xml R1 | limit-mail-parts"_s;
    QByteArray deep = QByteArray(top);
    QByteArray messages;
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
        messages += QByteArray(top) + "Content-Type: message/rfc822\n\n";
    }
    QTest::newRow("multiparts 1,000 deep")
        << deep + gzipPart("R1") << u" | problem | limit-nesting"_s;
    QTest::newRow("mails 1,000 deep") << messages + QByteArray(top) + "\nHello\n"
                                      << u" | problem | limit-nesting"_s;
    QTest::newRow("header of 2 MB in one line")
        << "Received: x\nX-A: " + QByteArray(2 << 20, 'a') + "\n" +
            multipart("mixed", {text, gzipPart("R1")})
        << u"r.xml.gz | xml R1 | "_s;
    QTest::newRow("200,000 header lines")
        << QByteArray("Received: from a.example by b.example\n").repeated(200'000) +
            multipart("mixed", {text, gzipPart("R1")})
        << u"r.xml.gz | xml R1 | "_s;
    QTest::newRow("100,000 parameters") << QByteArray(top) + "Content-Type: text/plain" +
            QByteArray("; a=b").repeated(100'000) +
            "\n\nHello\n" << u" | mail | mail-without-report"_s;
    QTest::newRow("boundary of 1 MB") << QByteArray(top) +
            "Content-Type: multipart/mixed; boundary=" + QByteArray(1 << 20, 'b') +
            "\n\n--x\n\nHello\n" << u" | mail | mail-without-report"_s;
}

void TestMail::hostileMail()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, last);
    QCOMPARE(fixture::leavesOf(bytes).last(), last);
}

void TestMail::decodesNames_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("name");
    const QByteArray type = "Content-Type: application/gzip";
    QTest::newRow("RFC 2231 split")
        << type + ";\n name*0=\"reporter.example!example.com!\";\n name*1=\"1!2.xml.gz\"\n"
        << u"reporter.example!example.com!1!2.xml.gz"_s;
    QTest::newRow("RFC 2231 in Japanese") << type + "; name*=UTF-8''%E5%A0%B1%E5%91%8A.gz\n"
                                          << u"報告.gz"_s;
    QTest::newRow("RFC 2231 in ISO-2022-JP")
        << type + "; name*=iso-2022-jp''%1B%24BJs9p%1B%28B.gz\n"
        << u"報告.gz"_s;
    QTest::newRow("RFC 2047") << type + "; name=\"=?UTF-8?B?5aCx5ZGKLmd6?=\"\n" << u"報告.gz"_s;
    QTest::newRow("disposition") << type + "\nContent-Disposition: attachment; filename=\"d.gz\"\n"
                                 << u"d.gz"_s;
    QTest::newRow("disposition before type")
        << type + "; name=\"t.gz\"\nContent-Disposition: attachment; filename=\"d.gz\"\n"
        << u"d.gz"_s;
    QTest::newRow("glob characters") << type + "; name=\"[Netease DMARC] *?.gz\"\n"
                                     << u"[Netease DMARC] *?.gz"_s;
    QTest::newRow("path") << type + "; name=\"..\\\\..\\\\a/b.gz\"\n" << u"b.gz"_s;
    QTest::newRow("bytes that are no UTF-8") << type + "; name=\"a\x91.gz\"\n" << QString();
}

void TestMail::decodesNames()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, name);
    const QStringList leaves =
        fixture::leavesOf(multipart("mixed", {text, part(header, gzip(report("R1")))}));
    QCOMPARE(leaves.size(), 1);
    QVERIFY2(leaves[0].endsWith(u" | xml R1 | "_s), qPrintable(leaves[0]));
    if (!name.isEmpty())
        QCOMPARE(leaves[0], name + u" | xml R1 | "_s);
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
