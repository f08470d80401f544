// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/failure.h"

#include "support/failurefixture.h"
#include "support/failurereading.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const QString usual = u"reporter.example 192.0.2.7 example.jp fail/unaligned k67@example.jp Parcel"_s;

QByteArray nested(const QByteArray &mail, const QByteArray &type, const QByteArray &encoding = {})
{
    QByteArray head = "Content-Type: " + type + "\n";
    QByteArray body = mail;
    if (encoding == "base64") {
        head += "Content-Transfer-Encoding: base64\n";
        body.clear();
        const QByteArray all = mail.toBase64();
        for (qsizetype i = 0; i < all.size(); i += 76)
            body += all.mid(i, 76) + '\n';
    }
    return "From: boss@example.jp\nSubject: FW: see this\nMIME-Version: 1.0\n"
           "Content-Type: multipart/mixed; boundary=\"=_o\"\n\n--=_o\nContent-Type: text/plain\n\nsee below\n"
           "--=_o\n" +
        head + "\n" + body + "\n--=_o\nContent-Type: text/plain\n\n_____\nlist footer\n--=_o--\n";
}

FailureMail with(void (*change)(FailureMail &))
{
    FailureMail mail;
    change(mail);
    return mail;
}

} // namespace

class TestFailure final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variants_data();
    void variants();
    void sampleTypes_data();
    void sampleTypes();
    void fields();
    void textReport();
    void severalInOneMail();
    void otherKinds_data();
    void otherKinds();
    void untrustedResultsDoNotCount();
    void japanese_data();
    void japanese();
    void redaction_data();
    void redaction();
    void linksAndFiles();
    void hostile_data();
    void hostile();
};

void TestFailure::variants_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("expected");
    const FailureMail plain;
    QTest::newRow("by the book") << plain.bytes() << usual;
    QTest::newRow("CRLF") << plain.bytes().replace('\n', "\r\n") << usual;
    QTest::newRow("CR only") << plain.bytes().replace('\n', '\r') << usual;
    QTest::newRow("report-type missing") << with([](FailureMail &m) { m.container = "multipart/report"; }).bytes() << usual;
    QTest::newRow("a: multipart/mixed, base64 feedback") << with([](FailureMail &m) {
        m.container = "multipart/mixed";
        m.feedbackHead = "Content-Type: message/feedback-report; name=\"ATT00001\"\nContent-Transfer-Encoding: base64\n";
        m.feedback = QByteArray("\n" + m.feedback).toBase64();
    }).bytes() << usual;
    QTest::newRow("quoted-printable feedback") << with([](FailureMail &m) {
        m.feedbackHead += "Content-Transfer-Encoding: quoted-printable\n";
        m.feedback.replace('=', "=3D");
    }).bytes() << usual;
    QTest::newRow("base64 that nobody declares") << with([](FailureMail &m) { m.feedback = m.feedback.toBase64(); }).bytes() << usual;
    QTest::newRow("a: several methods, no Auth-Failure, several DKIM-Domain") << with([](FailureMail &m) {
        m.feedback = "Feedback-Type: auth-failure\nUser-Agent: NtesDmarcReporter/1.0\nVersion: 1\nSource-IP: 192.0.2.7\n"
                     "Reported-Domain: example.jp\nAuthentication-Results: reporter.example; dkim=pass (verified) header.d=mailer.example;"
                     " spf=pass smtp.mailfrom=b@bounce.mailer.example\nDKIM-Domain: mailer.example; other.example\nIdentity-Alignment: spf,dkim\n";
    }).bytes() << u"reporter.example 192.0.2.7 example.jp unaligned/unaligned k67@example.jp Parcel"_s;
    QTest::newRow("b: Momentum") << with([](FailureMail &m) {
        m.feedback = "Feedback-Type: auth-failure\nUser-Agent: Lua/1.0\nVersion: 1.0\nOriginal-Mail-From:\n"
                     "Message-ID: <x>\nAuthentication-Results: dmarc=fail (p=none; dis=none) header.from=example.jp\n"
                     "Source-IP: 192.0.2.7\nDelivery-Result: smg-policy-action\nAuth-Failure: dmarc\nReported-Domain: example.jp\n";
    }).bytes() << u"reporter.example 192.0.2.7 example.jp fail/fail k67@example.jp Parcel"_s;
    QTest::newRow("d: Hotmail") << with([](FailureMail &m) {
        m.from = "staff@hotmail.com";
        m.feedback = "Feedback-Type: auth-failure\nUser-Agent: Windows Live Hotmail/1.0\nVersion: 1\nSource-IP: 192.0.2.7\n"
                     "Auth-Failure: dmarc\nAuthentication-Results: hotmail.com; spf=fail (sender IP is 192.0.2.7; identity alignment "
                     "result is pass and alignment mode is relaxed) smtp.mailfrom=k67@example.jp; dkim=none (identity alignment "
                     "result is pass and alignment mode is relaxed) header.d=example.jp; x-hmca=fail header.id=k67@example.jp\n";
    }).bytes() << u"hotmail.com 192.0.2.7 example.jp fail/fail k67@example.jp Parcel"_s;
    QTest::newRow("e: OpenDMARC") << with([](FailureMail &m) {
        m.feedback = "Feedback-Type: auth-failure\nVersion: 1\nUser-Agent: OpenDMARC-Filter/1.3.2\nAuth-Failure: dmarc\n"
                     "Authentication-Results: reporter.example; dmarc=fail header.from=example.jp\nOriginal-Envelope-Id: 8BE2660E72\n"
                     "Original-Mail-From: info@spoofer.example\nSource-IP: 192.0.2.7 (ptr.spoofer.example)\nReported-Domain: example.jp\n";
        m.sampleHead = "Content-Type: text/rfc822-headers\n";
        m.sample = "Authentication-Results: reporter.example; dkim=pass header.d=example.jp header.s=a\n"
                   "From: <k67@example.jp>\nSubject: Parcel\n";
    }).bytes() << u"reporter.example 192.0.2.7 example.jp aligned/fail k67@example.jp Parcel"_s;
    QTest::newRow("f: attached mail") << nested(plain.bytes(), "message/rfc822") << usual;
    QTest::newRow("f: attached as eml, base64") << nested(plain.bytes(), "application/octet-stream; name=\"eml\"", "base64") << usual;
    QTest::newRow("f: message/rfc822 in base64") << nested(plain.bytes(), "message/rfc822; name=\"report.eml\"", "base64") << usual;
    QTest::newRow("in a mail in a mail") << nested(nested(plain.bytes(), "message/rfc822"), "message/rfc822") << usual;
    QTest::newRow("in an mbox") << "From a@b Tue Apr 30 02:09:16 2019\n" + plain.bytes() << usual;
    QTest::newRow("h: names in other case, Received-Date") << with([](FailureMail &m) {
        m.feedback.replace("Source-IP", "Source-Ip").replace("Arrival-Date", "received-date").replace("Feedback-Type", "FEEDBACK-TYPE");
    }).bytes() << usual;
    QTest::newRow("h: address in brackets") << with([](FailureMail &m) { m.feedback.replace("192.0.2.7", "[192.0.2.7]"); }).bytes() << usual;
    QTest::newRow("h: IPv6 with prefix") << with([](FailureMail &m) { m.feedback.replace("192.0.2.7", "IPv6:2001:db8::7"); }).bytes()
                                         << QString(usual).replace(u"192.0.2.7"_s, u"2001:db8::7"_s);
    QTest::newRow("h: empty Authentication-Results") << with([](FailureMail &m) { m.feedback += "Authentication-Results:\n"; }).bytes() << usual;
    QTest::newRow("no Source-IP: the first Received") << with([](FailureMail &m) { m.feedback.replace("Source-IP: 192.0.2.7\n", ""); }).bytes() << usual;
    QTest::newRow("no Feedback-Type") << with([](FailureMail &m) { m.feedback.replace("Feedback-Type: auth-failure\n", ""); }).bytes() << usual;
    QTest::newRow("no sample") << with([](FailureMail &m) { m.sampleHead.clear(); }).bytes()
                               << u"reporter.example 192.0.2.7 example.jp fail/unaligned - "_s;
    QTest::newRow("sample before feedback") << with([](FailureMail &m) {
        std::swap(m.feedbackHead, m.sampleHead);
        std::swap(m.feedback, m.sample);
    }).bytes() << usual;
    QTest::newRow("no text part in between, blank lines in the feedback") << with([](FailureMail &m) { m.feedback.replace("Version: 1\n", "Version: 1\n\n"); }).bytes() << usual;
    QTest::newRow("sample with mbox line and blank lines before") << with([](FailureMail &m) { m.sample = "\n>From k67 Tue Apr 30 02:09:16 2019\n" + m.sample; m.sampleHead = "Content-Type: text/rfc822\n"; }).bytes() << usual;
}

void TestFailure::variants()
{
    QFETCH(QByteArray, mail);
    const std::vector<FailureReport> reports = failuresOf(mail);
    QCOMPARE(reports.size(), size_t(1));
    QTEST(brief(reports.front()), "expected");
    QCOMPARE(int(reports.front().claim.failure), int(AuthFailure::Dmarc));
}

void TestFailure::sampleTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"text/rfc822", "text/rfc-822", "text/rfc822-headers", "text/rfc-822-headers", "message/rfc822",
             "message/rfc-822", "message/rfc822-headers", "text-rfc-822", "text/rfc822-header", "Message/RFC822"})
        QTest::newRow(type) << QByteArray(type);
}

void TestFailure::sampleTypes()
{
    QFETCH(QByteArray, type);
    FailureMail mail;
    mail.sampleHead = "Content-Type: " + type + "\n";
    const auto reports = failuresOf(mail.bytes());
    QCOMPARE(reports.size(), size_t(1));
    QCOMPARE(brief(reports.front()), usual);
    QVERIFY(reports.front().hasSample);
}

void TestFailure::fields()
{
    FailureMail mail;
    mail.feedback += "Source-Port: 2525\nIncidents: 17\nReporting-MTA: dns; mx.reporter.example\nReported-URI: http://a.example/\n"
                     "DKIM-Selector: s1\nSPF-DNS: txt : example.jp : \"v=spf1 -all\"\nSPF-DNS: txt : b.example : \"v=spf1\"\nX-Own: yes\n";
    const FailureReport report = failuresOf(mail.bytes()).front();
    const FeedbackFields &fields = report.fields;
    QCOMPARE(fields.sourcePort, 2525);
    QCOMPARE(fields.incidents, 17);
    QCOMPARE(fields.reportingMta, u"mx.reporter.example"_s);
    QCOMPARE(fields.reportedUris, QStringList{u"http://a.example/"_s});
    QCOMPARE(fields.dkimSelector, u"s1"_s);
    QCOMPARE(fields.spfDns.size(), 2);
    QCOMPARE(fields.others.size(), size_t(1));
    QCOMPARE(fields.others.front().second, u"yes"_s);
    QCOMPARE(fields.originalMailFrom.value_or(QString()), u"<bounce@spoofer.example>"_s);
    QCOMPARE(report.mailFrom, u"bounce@spoofer.example"_s);
    QCOMPARE(report.arrival, 1494731816); // 2017-05-14T03:16:56Z
    QCOMPARE(report.helo, u"helo.spoofer.example"_s);
    QCOMPARE(report.claim.dmarcResult, u"fail"_s);
    QCOMPARE(report.claim.deliveryResult, u"delivered"_s);
    QCOMPARE(addressText(report.to), u"Taro <taro@receiver.example>"_s);
    QCOMPARE(addressText(report.from), u"Accounts <k67@example.jp>"_s);
}

void TestFailure::textReport()
{
    const QByteArray mail = "From: no-reply@node01.mailgate.example\nTo: ruf@example.jp\n"
        "Subject: DMARC Forensic Report for example.jp from IP 203.0.113.68\nDate: Mon, 07 Apr 2025 23:16:09 +0200\n\n"
        "A message claiming to be from you has failed the published DMARC policy for your domain.\n\n"
        "  Sender Domain: example.jp\n  Sender IP Address: 203.0.113.68\n  Received date: Mon, 07 Apr 2025 23:16:09 +0200\n"
        "  SPF Alignment: no\n  DKIM Alignment: yes\n  DMARC Results: None, Accept\n\n"
        "------ This is a copy of the headers that were received before the error was detected.\n\n"
        "Received: from [203.0.113.68] (helo=smtpclient.apple)\n\tby node04.mailgate.example with esmtp\n"
        "From: <user@example.jp>\nSubject: =?iso-2022-jp?B?GyRCJCoyWUoqGyhC?=\nTo: <user@example.jp>\n"
        "Received-SPF: softfail (x) client-ip=203.0.113.68; envelope-from=user@example.jp;\n";
    const auto reports = failuresOf(mail);
    QCOMPARE(reports.size(), size_t(1));
    const FailureReport &report = reports.front();
    QCOMPARE(brief(report), u"mailgate.example 203.0.113.68 example.jp fail/fail user@example.jp お荷物"_s);
    QVERIFY(report.form == FailureForm::Text);
    QCOMPARE(report.claim.spfAligned, std::optional(false));
    QCOMPARE(report.claim.dkimAligned, std::optional(true));
    QCOMPARE(report.claim.dmarcResult, u"None, Accept"_s);
    QVERIFY(report.headersOnly);
    QCOMPARE(report.alignment.spf.reason, FailReason::SoftFail);
}

void TestFailure::severalInOneMail()
{
    FailureMail first;
    FailureMail second;
    second.sample.replace("Parcel", "Other");
    const QByteArray digest = "From: boss@example.jp\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=\"=_o\"\n\n--=_o\n\n" +
        first.bytes() + "\n--=_o\n\n" + second.bytes() + "\n--=_o--\n";
    const auto reports = failuresOf(digest);
    QCOMPARE(reports.size(), size_t(2));
    QCOMPARE(reports[0].subject, u"Parcel"_s);
    QCOMPARE(reports[1].subject, u"Other"_s);
}

void TestFailure::otherKinds_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("kind");
    QTest::newRow("abuse") << QByteArray("abuse") << int(FeedbackKind::Abuse);
    QTest::newRow("fraud") << QByteArray("fraud") << int(FeedbackKind::Fraud);
    QTest::newRow("virus") << QByteArray("virus") << int(FeedbackKind::Virus);
    QTest::newRow("not-spam") << QByteArray("not-spam") << int(FeedbackKind::NotSpam);
    QTest::newRow("opt-out") << QByteArray("opt-out") << int(FeedbackKind::OptOut);
    QTest::newRow("other") << QByteArray("other") << int(FeedbackKind::Other);
}

void TestFailure::otherKinds()
{
    QFETCH(QByteArray, word);
    FailureMail mail;
    mail.feedback.replace("auth-failure", word);
    const std::vector<ReadItem> items = itemsOf(mail.bytes());
    QCOMPARE(items.size(), size_t(1));
    QCOMPARE(items.front().status, ItemStatus::NotAReport);
    QVERIFY(items.front().notes.has(NoteCode::MailFeedback));
    QVERIFY(std::holds_alternative<std::monostate>(items.front().content));
    Notes notes;
    const auto found = readFeedback(mail.bytes(), {}, notes);
    QCOMPARE(found.size(), size_t(1));
    QTEST(int(found.front().report.kind), "kind");
    QCOMPARE(found.front().report.sourceIp->text(), u"192.0.2.7"_s); // its fields are read all the same
}

void TestFailure::untrustedResultsDoNotCount()
{
    FailureMail mail;
    mail.sample = "Authentication-Results: mx.spoofer.example; dkim=pass header.d=example.jp; spf=pass smtp.mailfrom=example.jp\n" + mail.sample;
    QCOMPARE(outcomes(failuresOf(mail.bytes()).front()), u"fail/unaligned"_s);
}

void TestFailure::japanese_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("declared");
    const QByteArray jis = QByteArray::fromHex("1b2442242a32594a2a244e242a464f2431244b2444242424461b2842");
    const QByteArray sjis = QByteArray::fromHex("82a889d795a882cc82a893cd82af82c982c282a282c4");
    const QByteArray euc = QByteArray::fromHex("a4aab2d9caaaa4cea4aac6cfa4b1a4cba4c4a4a4a4c6");
    const QByteArray utf8 = u"お荷物のお届けについて"_s.toUtf8();
    QTest::newRow("ISO-2022-JP") << jis << QByteArray("ISO-2022-JP");
    QTest::newRow("Shift_JIS") << sjis << QByteArray("Shift_JIS");
    QTest::newRow("windows-31j") << sjis << QByteArray("windows-31j");
    QTest::newRow("EUC-JP") << euc << QByteArray("EUC-JP");
    QTest::newRow("UTF-8") << utf8 << QByteArray("UTF-8");
    QTest::newRow("ISO-2022-JP undeclared") << jis << QByteArray();
    QTest::newRow("Shift_JIS undeclared") << sjis << QByteArray();
    QTest::newRow("EUC-JP undeclared") << euc << QByteArray();
    QTest::newRow("UTF-8 declared as ISO-2022-JP") << utf8 << QByteArray("ISO-2022-JP");
    QTest::newRow("Shift_JIS declared as us-ascii") << sjis << QByteArray("us-ascii");
    QTest::newRow("EUC-JP declared as Shift_JIS") << euc << QByteArray("Shift_JIS");
}

void TestFailure::japanese()
{
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, declared);
    const QString text = u"お荷物のお届けについて"_s;
    const QByteArray word = declared.isEmpty() ? charset : "=?" + declared + "?B?" + charset.toBase64() + "?=";
    FailureMail mail;
    mail.sample = "From: " + word + " <k67@example.jp>\nSubject: " + word + "\nMIME-Version: 1.0\nContent-Type: text/plain" +
        (declared.isEmpty() ? QByteArray() : "; charset=" + declared) +
        "\nContent-Transfer-Encoding: base64\n\n" + QByteArray(charset + " http://a.example/").toBase64() + "\n";
    Notes notes;
    const auto found = readFeedback(mail.bytes(), {}, notes);
    QCOMPARE(found.size(), size_t(1));
    const FailureReport &report = found.front().report;
    QCOMPARE(report.subject, text);
    QCOMPARE(report.from.size(), size_t(1));
    QCOMPARE(report.from.front().name, text);
    QCOMPARE(report.from.front().address, u"k67@example.jp"_s);
    QCOMPARE(report.urls, QStringList{u"http://a.example/"_s});
}

void TestFailure::redaction_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("redacted");
    QTest::newRow("word") << u"redacted@163.com"_s << true;
    QTest::newRow("token") << u"kQ5PnzoX0JxbH9Lq7bBvUaE2cY8=@example.com"_s << true;
    QTest::newRow("token alone") << u"kQ5PnzoX0JxbH9Lq7bBvUaE2cY8="_s << true;
    QTest::newRow("x") << u"xxxx@example.com"_s << true;
    QTest::newRow("name") << u"taro.yamada@example.jp"_s << false;
    QTest::newRow("long name") << u"customer-support-center-tokyo@example.jp"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestFailure::redaction()
{
    QFETCH(QString, address);
    QTEST(isRedacted(address), "redacted");
    // Only what looks like a hash says whom it stands for.
    QCOMPARE(isRedactionToken(u"redacted@r.example"_s), false);
    QCOMPARE(isRedactionToken(u"xxxxx@r.example"_s), false);
    QCOMPARE(isRedactionToken(u"k9Jx2mQz7LpA4vTbR8sW@r.example"_s), true);
}

void TestFailure::linksAndFiles()
{
    FailureMail mail;
    mail.sample = "From: <k67@example.jp>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_i\"\n\n"
        "--=_i\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<a href=3D\"http://evil.exam=\nple/login\">bank.example</a> ask help@evil.example\n"
        "--=_i\nContent-Type: application/zip; name=\"parcel.zip\"\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n--=_i--\n";
    const FailureReport report = failuresOf(mail.bytes()).front();
    QCOMPARE(report.urls, QStringList{u"http://evil.example/login"_s});
    QCOMPARE(report.addresses, QStringList{u"help@evil.example"_s});
    QCOMPARE(report.attachments.size(), size_t(1));
    QCOMPARE(report.attachments.front().name, u"parcel.zip"_s);
    QCOMPARE(report.attachments.front().type, u"application/zip"_s);
    QCOMPARE(report.attachments.front().size, 5);
    QCOMPARE(report.attachments.front().sha256, QByteArray("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
}

void TestFailure::hostile_data()
{
    QTest::addColumn<QByteArray>("mail");
    const auto sample = [](const QByteArray &bytes) {
        FailureMail mail;
        mail.sample = bytes;
        return mail.bytes();
    };
    const QByteArray from = "From: <k67@example.jp>\n";
    // As large as GMime can take in seconds where every allocation is watched, too.
    QTest::newRow("header bomb: fields") << sample(QByteArray("X-A: b\n").repeated(100'000) + from + "Subject: x\n\nbody\n");
    QTest::newRow("header bomb: one field") << sample(from + "Subject: " + QByteArray(2'000'000, 'a') + "\n\nbody\n");
    QTest::newRow("header bomb: folds") << sample(from + "Subject: x" + QByteArray("\n a").repeated(100'000) + "\n\nbody\n");
    QTest::newRow("header bomb: encoded words") << sample(from + "Subject: " + QByteArray("=?utf-8?B?YQ==?= ").repeated(100'000) + "\n\nbody\n");
    QTest::newRow("header bomb: open encoded words") << sample(from + "Subject: " + QByteArray("=?utf-8?B?").repeated(100'000) + "\n\nbody\n");
    QTest::newRow("header bomb: addresses") << sample("From: " + QByteArray("<a@b.example>, ").repeated(100'000) + "\nSubject: x\n\nbody\n");
    QByteArray parts = from + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_i\"\n\n";
    parts += QByteArray("--=_i\nContent-Type: text/plain\n\nhello http://a.example/\n").repeated(10'000) + "--=_i--\n";
    QTest::newRow("10,000 parts") << sample(parts);
    QByteArray deep = from;
    for (int i = 0; i < 1000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=\"b" + QByteArray::number(i) + "\"\n\n--b" + QByteArray::number(i) + "\n";
    QTest::newRow("nesting 1,000 deep") << sample(deep + "\nend\n");
    QByteArray mails = from;
    for (int i = 0; i < 1000; ++i)
        mails += "Content-Type: message/rfc822\n\nFrom: <a@b.example>\n";
    QTest::newRow("mails 1,000 deep") << sample(mails + "\nend\n");
    QTest::newRow("50 MB body") << sample(from + "Subject: x\n\n" + QByteArray("http://a.example/ text text text text text text te\n").repeated(1'000'000));
    QTest::newRow("50 MB HTML") << sample(from + "Content-Type: text/html\n\n" + QByteArray("<a href='http://a.example/'>x</a><table><tr><td>y\n").repeated(1'000'000));
    QTest::newRow("NULs") << sample("From: <k\0@example.jp>\nSubject: a\0b\n\nbody\0http://a.example/\0\n"_ba);
    QTest::newRow("lone surrogates") << sample(from + "Subject: =?utf-8?B?7aCA?= \xed\xa0\x80 =?utf-16?B?2AA=?=\n\nbody\xed\xa0\x80\n");
    QTest::newRow("escape sequences") << sample(from + "Subject: \x1b]0;owned\x07\x1b[2J\n\nbody \x1b[31m\n");
    QTest::newRow("bidi override") << sample(from + "Subject: invoice\xe2\x80\xaetxt.exe\n\nbody\n");
    QTest::newRow("feedback bomb") << with([](FailureMail &m) { m.feedback += QByteArray("X-A: b\n").repeated(100'000); }).bytes();
}

void TestFailure::hostile()
{
    QFETCH(QByteArray, mail);
    const Limits limits;
    const std::vector<ReadItem> items = itemsOf(mail, limits);
    QCOMPARE(items.size(), size_t(1));
    QCOMPARE(items.front().kind, ItemKind::Failure);
    const auto *report = std::get_if<FailureReport>(&items.front().content);
    QVERIFY(report);
    QVERIFY(report->subject.size() <= limits.headerBytes);
    QVERIFY(report->subject.isValidUtf16());
    QVERIFY(report->urls.size() <= limits.links);
    QVERIFY(report->from.size() <= size_t(limits.links));
    QVERIFY(report->attachments.size() <= size_t(limits.mailParts) + 1);
}

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_failure.moc"
