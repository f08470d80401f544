// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/failure.h"
#include "reading/reader.h"
#include "support/failurefixture.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
using namespace sekisho::fixture;
using namespace Qt::StringLiterals;

namespace {

const QString corpus = QString::fromUtf8(SEKISHO_CORPUS);

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<ReadItem> itemsOf(const QByteArray &bytes, const Limits &limits = {})
{
    std::vector<ReadItem> items;
    const Stop never;
    read(bytes, u"x.eml"_s, limits, never, [&items](ReadItem &&item) { items.push_back(std::move(item)); });
    return items;
}

/// The failure reports that reading the bytes gives.
std::vector<FailureReport> failuresOf(const QByteArray &bytes, const Limits &limits = {})
{
    std::vector<FailureReport> reports;
    for (ReadItem &item : itemsOf(bytes, limits)) {
        if (auto *report = std::get_if<FailureReport>(&item.content))
            reports.push_back(std::move(*report));
    }
    return reports;
}

QString outcomes(const FailureReport &report)
{
    static const QStringList words{u"aligned"_s, u"unaligned"_s, u"fail"_s};
    const Cell cell = report.alignment.computed();
    return words.at(int(cell.dkim)) + u'/' + words.at(int(cell.spf));
}

/// "reporter ip domain dkim/spf from subject".
QString brief(const FailureReport &report)
{
    return QStringList{report.reporter, report.sourceIp ? report.sourceIp->text() : u"-"_s, report.domain,
        outcomes(report), report.from.empty() ? u"-"_s : report.from.front().address, report.subject}
        .join(u' ');
}

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

QString folded(const QJsonValue &value)
{
    return value.toString().simplified();
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
    void corpusFailures();
    void corpusSamples_data();
    void corpusSamples();
    void stalwart_data();
    void stalwart();
    void mailworld();
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

void TestFailure::corpusFailures()
{
    if (!QDir(corpus).exists())
        QSKIP("The corpus of real reports is not here.");
    QStringList samples;
    int files = 0;
    QDirIterator folder(corpus, QDir::Files, QDirIterator::Subdirectories);
    while (folder.hasNext()) {
        const QString path = folder.next();
        if (!path.contains("/failure/"_L1))
            continue;
        ++files;
        const std::vector<ReadItem> items = itemsOf(contents(path));
        QCOMPARE(items.size(), size_t(1)); // every file has a status …
        const ReadItem &item = items.front();
        QVERIFY2(item.status != ItemStatus::Unreadable, qPrintable(path));
        if (item.status == ItemStatus::NotAReport) {
            QVERIFY2(!item.notes.isEmpty(), qPrintable(path)); // … and a reason
            continue;
        }
        const auto *report = std::get_if<FailureReport>(&item.content);
        QVERIFY2(report, qPrintable(path));
        samples.append(QFileInfo(path).fileName());
    }
    samples.sort();
    QCOMPARE(files, 29);
    QCOMPARE(samples,
        (QStringList{u"003.eml"_s, u"004.eml"_s, u"005.eml"_s,
            u"DMARC Failure Report for domain.de (mail-from=sharepoint@domain.de, ip=10.10.10.10).eml"_s,
            u"[Netease DMARC Failure Report] Rent Reminder.eml"_s, u"bsd-arf-18.eml"_s, u"bsd-arf-19.eml"_s,
            u"bsd-arf-20.eml"_s, u"dmarc_ruf_report_linkedin.crlf.eml"_s, u"dmarc_ruf_report_linkedin.eml"_s,
            u"exim_plain_text_only_no_arf_part.eml"_s}));
}

/// What a person reads in the files, times and headers decoded with another mail library.
void TestFailure::corpusSamples_data()
{
    QTest::addColumn<QString>("file");
    // Reporter, address, domain, DKIM/SPF, From and subject; then what the reporter says: when it came
    // (UTC), the envelope sender, what failed, what became of it.
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const QString &file, const QString &mail, const QString &said) {
        QTest::newRow(qPrintable(file)) << file << QStringList{mail, said};
    };
    const QString sisimai = u"sisimai_set-of-emails/failure/"_s;
    const QString stalwart = u"stalwartlabs_mail-auth/failure/"_s;
    const QString parsedmarc = u"domainaware_parsedmarc/failure/"_s;
    add(stalwart + u"003.eml", u"example.com 192.0.2.1 example.net fail/fail randomuser@example.net This is a test"_s,
        u"2010-04-14T19:15:31Z | <randomuser@example.net> | bodyhash | "_s); // Received-Date
    add(stalwart + u"004.eml", u"mydomain.name 148.163.85.135 interpublication.org fail/fail info@interpublication.org Wir kaufen dein Auto!"_s,
        u"2021-10-05T04:37:02Z | info@interpublication.org | dmarc | "_s); // the report's own date
    add(stalwart + u"005.eml", u"receiver.example 192.0.2.1 a.sender.example fail/aligned anexample@a.sender.example You have a new bill from your bank"_s,
        u"2011-10-08T20:15:58Z | anexample.reply@a.sender.example | bodyhash | "_s);
    add(parsedmarc + u"DMARC Failure Report for domain.de (mail-from=sharepoint@domain.de, ip=10.10.10.10).eml",
        u"domain.de 10.10.10.10 domain.de fail/fail sharepoint@domain.de Subject"_s,
        u"2018-10-01T09:20:27Z | sharepoint@domain.de | dmarc | smg-policy-action"_s);
    // Its feedback part is in base64; both mechanisms passed for entrata.com.
    add(parsedmarc + u"[Netease DMARC Failure Report] Rent Reminder.eml",
        u"163.com 167.89.69.24 cardinal.com unaligned/unaligned info@cardinal.com Rent Reminder"_s,
        u"2018-09-28T08:48:42Z | <bounces+1137616-c1ad-xsj399=163.com@email.entrata.com> |  | delivered"_s);
    add(sisimai + u"bsd-arf-18.eml", u"example.com 192.0.2.222 example.org fail/fail sironeko@example.org Nyaan"_s,
        u"2015-04-29T23:34:45Z | sironeko@example.org | dmarc | delivered"_s);
    add(sisimai + u"bsd-arf-19.eml", u"example.com 203.0.113.2 example.net fail/unaligned sironeko@example.net Nyaan"_s,
        u"2015-04-29T14:34:45Z | <sironeko@neko.example.com> |  | delivered"_s);
    add(sisimai + u"bsd-arf-20.eml", u"example.net 203.0.113.2 example.net unaligned/unaligned sironeko@example.net Nyaan"_s,
        u"2015-04-29T23:34:45Z | dmarc-bounces@ietf.example.org | dmarc | "_s);
    for (const QString &name : {u"dmarc_ruf_report_linkedin.eml"_s, u"dmarc_ruf_report_linkedin.crlf.eml"_s})
        add(parsedmarc + name, u"linkedin.com 10.10.10.10 example.com fail/fail sender@example.com Subject line, could be UTF8 encoded"_s,
            u"2019-04-30T02:09:00Z |  | dmarc | delivered"_s);
    add(parsedmarc + u"exim_plain_text_only_no_arf_part.eml", u"example.net 203.0.113.68 example.com fail/fail user@example.com Payment from your account."_s,
        u"2025-04-07T21:16:09Z |  |  | "_s); // no feedback part at all
}

void TestFailure::corpusSamples()
{
    QFETCH(QString, file);
    if (!QDir(corpus).exists())
        QSKIP("The corpus of real reports is not here.");
    const std::vector<FailureReport> reports = failuresOf(contents(corpus + u'/' + file));
    QCOMPARE(reports.size(), size_t(1));
    const FailureReport &report = reports.front();
    const QString when = QDateTime::fromSecsSinceEpoch(report.arrival).toUTC().toString(Qt::ISODate);
    const QStringList said{when, report.fields.originalMailFrom.value_or(QString()), report.fields.authFailure, report.fields.deliveryResult};
    QTEST((QStringList{brief(report), said.join(u" | "_s)}), "expected");
}

void TestFailure::stalwart_data()
{
    QTest::addColumn<QString>("number");
    for (const char *number : {"001", "002", "003", "004", "005"})
        QTest::newRow(number) << QString::fromLatin1(number);
}

void TestFailure::stalwart()
{
    QFETCH(QString, number);
    const QString folder = corpus + u"/stalwartlabs_mail-auth/"_s;
    if (!QDir(folder).exists())
        QSKIP("The corpus of real reports is not here.");
    const QJsonObject expected = QJsonDocument::fromJson(contents(folder + u"expected/arf/%1.json"_s.arg(number))).object();
    QVERIFY(!expected.isEmpty());
    Notes notes;
    const auto found = readFeedback(contents(folder + u"failure/%1.eml"_s.arg(number)), {}, notes);
    QCOMPARE(found.size(), size_t(1));
    const FeedbackFields &fields = found.front().report.fields;
    const auto list = [](const QJsonValue &value) {
        QStringList texts;
        for (const QJsonValue &entry : value.toArray())
            texts.append(folded(entry));
        return texts;
    };
    QCOMPARE(QString(fields.feedbackType).remove(u'-'), expected[u"feedback_type"].toString().toLower());
    QCOMPARE(fields.arrivalDate, expected[u"arrival_date"].toInteger());
    QStringList results = fields.authenticationResults;
    for (QString &result : results)
        result = result.simplified();
    QCOMPARE(results, list(expected[u"authentication_results"]));
    QCOMPARE(fields.incidents, expected[u"incidents"].toInteger());
    QCOMPARE(fields.originalEnvelopeId, folded(expected[u"original_envelope_id"]));
    QCOMPARE(fields.originalMailFrom.value_or(QString()), folded(expected[u"original_mail_from"]));
    QCOMPARE(fields.originalRcptTo.value(0), folded(expected[u"original_rcpt_to"]));
    QCOMPARE(fields.reportedDomains, list(expected[u"reported_domain"]));
    QCOMPARE(fields.reportedUris, list(expected[u"reported_uri"]));
    QCOMPARE(fields.reportingMta, folded(expected[u"reporting_mta"]));
    QCOMPARE(fields.sourceIp ? fields.sourceIp->text() : QString(), folded(expected[u"source_ip"]));
    QCOMPARE(fields.userAgent, folded(expected[u"user_agent"]));
    QCOMPARE(fields.version.toInt(), expected[u"version"].toInt());
    QCOMPARE(fields.sourcePort, expected[u"source_port"].toInt());
    const auto word = [&expected](const QString &key) {
        const QString text = folded(expected[key]).toLower();
        return text == "unspecified"_L1 ? QString() : text;
    };
    QCOMPARE(fields.authFailure, word(u"auth_failure"_s));
    QCOMPARE(fields.deliveryResult, word(u"delivery_result"_s));
    QCOMPARE(fields.identityAlignment, word(u"identity_alignment"_s));
    const auto blankless = [&expected](const QString &key) { return expected[key].toString().simplified().remove(u' '); };
    QCOMPARE(QString(fields.dkimCanonicalizedBody).remove(u' '), blankless(u"dkim_canonicalized_body"_s));
    QCOMPARE(QString(fields.dkimCanonicalizedHeader).remove(u' '), blankless(u"dkim_canonicalized_header"_s));
    QCOMPARE(fields.dkimAdspDns, folded(expected[u"dkim_adsp_dns"]));
    QCOMPARE(fields.dkimDomain, folded(expected[u"dkim_domain"]));
    QCOMPARE(fields.dkimIdentity, folded(expected[u"dkim_identity"]));
    QCOMPARE(fields.dkimSelector, folded(expected[u"dkim_selector"]));
    QCOMPARE(fields.dkimSelectorDns, folded(expected[u"dkim_selector_dns"]));
    QCOMPARE(fields.spfDns.value(0), folded(expected[u"spf_dns"]));
    if (const QString headers = expected[u"headers"].toString(); !headers.isEmpty())
        QCOMPARE(QString::fromUtf8(found.front().sample).trimmed(), headers.trimmed());
}

void TestFailure::mailworld()
{
    const QString script = corpus + u"/../mailworld/mailworld.py"_s;
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (!QFile::exists(script) || python.isEmpty())
        QSKIP("The simulated mail is not here.");
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(python, {script, u"--out"_s, folder.path(), u"--days"_s, u"7"_s});
    QVERIFY(process.waitForFinished(-1));
    const QDir failures(folder.filePath(u"failures"_s));
    const QStringList names = failures.entryList(QDir::Files);
    QVERIFY(names.size() > 10);
    for (const QString &name : names) {
        const QByteArray bytes = contents(failures.filePath(name));
        const auto reports = failuresOf(bytes);
        QCOMPARE(reports.size(), size_t(1));
        const FailureReport &report = reports.front();
        const qsizetype at = bytes.indexOf("Source-IP: ") + 11;
        QCOMPARE(report.sourceIp->text().toLatin1(), bytes.mid(at, bytes.indexOf('\r', at) - at));
        QCOMPARE(report.domain, u"example.jp"_s);
        QCOMPARE(report.urls.size(), 1);
        QVERIFY(!report.alignment.computed().passes()); // only such mails are reported
        QVERIFY(!report.subject.contains("=?"_L1));
    }
}

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_failure.moc"
