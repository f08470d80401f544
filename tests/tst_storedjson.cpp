// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/storedjson.h"

#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// With something in every field.
FailureReport fullReport()
{
    FailureReport report;
    report.form = FailureForm::Text;
    report.kind = FeedbackKind::Fraud;
    FeedbackFields &fields = report.fields;
    fields.feedbackType = u"fraud"_s;
    fields.userAgent = u"Agent/1"_s;
    fields.version = u"1"_s;
    fields.originalEnvelopeId = u"e1"_s;
    fields.originalMailFrom = QString(); // the null reverse path, not the same as none
    fields.originalRcptTo = {u"a@example.jp"_s, u"b@example.jp"_s};
    fields.arrivalDate = 1'700'000'000;
    fields.arrivalDateText = u"Tue, 14 Nov 2023 22:13:20 +0000"_s;
    fields.reportingMta = u"mx.example.jp"_s;
    fields.sourceIpText = u"192.0.2.01"_s;
    fields.sourceIp = IpAddress::parse(u"192.0.2.1"_s);
    fields.sourcePort = 2525;
    fields.incidents = 3;
    fields.authenticationResults = {u"mx; spf=fail"_s};
    fields.reportedDomains = {u"example.com"_s};
    fields.reportedUris = {u"http://example.com/"_s};
    fields.authFailure = u"spf"_s;
    fields.deliveryResult = u"reject"_s;
    fields.dkimAdspDns = u"dkim=all"_s;
    fields.dkimCanonicalizedBody = u"Ym9keQ=="_s;
    fields.dkimCanonicalizedHeader = u"aGVhZA=="_s;
    fields.dkimDomain = u"d.example.com"_s;
    fields.dkimIdentity = u"@d.example.com"_s;
    fields.dkimSelector = u"s1"_s;
    fields.dkimSelectorDns = u"v=DKIM1"_s;
    fields.spfDns = {u"v=spf1 -all"_s};
    fields.identityAlignment = u"dkim"_s;
    fields.others = {{u"X-One"_s, u"1"_s}, {u"X-Two"_s, {}}};
    report.claim = {AuthFailure::Dmarc, u"dmarc"_s, u"fail"_s, u"reject"_s, u"spf"_s, false, true};
    report.reporterAddress = u"dmarc@reporter.example"_s;
    report.reporter = u"reporter.example"_s;
    report.reportDate = 1'700'000'100;
    report.hasSample = true;
    report.headersOnly = true;
    report.from = {{u"名前"_s, u"n@example.com"_s, false}};
    report.to = {{{}, u"redacted"_s, true}};
    report.subject = u"件名"_s;
    report.messageId = u"<m@example.com>"_s;
    report.mailFrom = u"bounce@example.com"_s;
    report.helo = u"helo.example.com"_s;
    report.sampleDate = 1'699'999'999;
    report.sourceIp = IpAddress::parse(u"2001:db8::1"_s);
    report.domain = u"example.com"_s;
    report.arrival = 1'700'000'000;
    report.results = {{u"spf"_s, u"fail"_s, u"why"_s, u"because"_s,
        {{u"smtp"_s, u"mailfrom"_s, u"example.com"_s}}}};
    report.alignment.dkim = {
        Outcome::Aligned, Outcome::Unaligned, FailReason::Passed, true, true, true};
    report.alignment.spf.reason = FailReason::NotReported;
    report.alignment.ownSignatureBroken = true;
    report.urls = {u"http://a.example/"_s};
    report.addresses = {u"x@a.example"_s};
    report.attachments = {{u"a.zip"_s, u"application/zip"_s, 12, "00ff"}};
    return report;
}

/// Written by hand: workspaces hold it so.
QByteArray fullReportText()
{
    return QByteArray(
        R"({"addresses":["x@a.example"],)"
        R"("alignment":{)"
        R"("dkim":{"aligned_but_fail":true,"computed":1,"evaluated_unknown":true,"pass_without_result":true,"reason":0,"reported":0},)"
        R"("own_signature_broken":true,)"
        R"("spf":{"computed":2,"reason":10,"reported":2}},)"
        R"("arrival":1700000000,)"
        R"("attachments":[{"name":"a.zip","sha256":"00ff","size":12,"type":"application/zip"}],)"
        R"("claim":{"delivery_result":"reject","dkim_aligned":true,"dmarc_result":"fail","failure":6,"failure_text":"dmarc","identity_alignment":"spf","spf_aligned":false},)"
        R"("domain":"example.com",)"
        R"("fields":{"arrival_date":1700000000,"arrival_date_text":"Tue, 14 Nov 2023 22:13:20 +0000",)"
        R"("auth_failure":"spf","authentication_results":["mx; spf=fail"],"delivery_result":"reject",)"
        R"("dkim_adsp_dns":"dkim=all","dkim_canonicalized_body":"Ym9keQ==","dkim_canonicalized_header":"aGVhZA==",)"
        R"("dkim_domain":"d.example.com","dkim_identity":"@d.example.com","dkim_selector":"s1","dkim_selector_dns":"v=DKIM1",)"
        R"("feedback_type":"fraud","identity_alignment":"dkim","incidents":3,"original_envelope_id":"e1",)"
        R"("original_mail_from":"","original_rcpt_to":["a@example.jp","b@example.jp"],)"
        R"("others":[{"name":"X-One","value":"1"},{"name":"X-Two"}],)"
        R"("reported_domains":["example.com"],"reported_uris":["http://example.com/"],"reporting_mta":"mx.example.jp",)"
        R"("source_ip":"192.0.2.1","source_ip_text":"192.0.2.01","source_port":2525,"spf_dns":["v=spf1 -all"],)"
        R"("user_agent":"Agent/1","version":"1"},)"
        R"("form":1,)"
        R"("from":[{"address":"n@example.com","name":"名前"}],)"
        R"("has_sample":true,"headers_only":true,"helo":"helo.example.com","kind":2,)"
        R"("mail_from":"bounce@example.com","message_id":"<m@example.com>",)"
        R"("report_date":1700000100,"reporter":"reporter.example","reporter_address":"dmarc@reporter.example",)"
        R"("results":[{"comment":"because","method":"spf","properties":[{"name":"mailfrom","type":"smtp","value":"example.com"}],"reason":"why","result":"fail"}],)"
        R"("sample_date":1699999999,"source_ip":"2001:db8::1","subject":"件名",)"
        R"("to":[{"address":"redacted","redacted":true}],)"
        R"("urls":["http://a.example/"]})");
}

TlsReport fullTlsReport()
{
    TlsReport report;
    report.organizationName = u"Example"_s;
    report.contactInfo = u"tls@example.net"_s;
    report.reportId = u"r1"_s;
    report.period = {1'700'000'000, 1'700'086'399};
    report.policies = {
        {u"sts"_s, {u"version: STSv1"_s}, u"example.com"_s, {u"*.example.com"_s}, 5'326, 303,
            {{u"certificate-expired"_s, u"2001:db8::2"_s, u"192.0.2.2"_s, u"mx.example.com"_s,
                u"mx1.example.com"_s, 100, u"https://example.net/"_s, u"E1"_s}}}};
    return report;
}

QByteArray fullTlsReportText()
{
    return QByteArray(
        R"({"begin":1700000000,"contact_info":"tls@example.net","end":1700086399,)"
        R"("organization_name":"Example",)"
        R"("policies":[{"domain":"example.com","failed_sessions":303,)"
        R"("failures":[{"additional_information":"https://example.net/","failed_sessions":100,"failure_reason_code":"E1",)"
        R"("receiving_ip":"192.0.2.2","receiving_mx_helo":"mx1.example.com","receiving_mx_hostname":"mx.example.com",)"
        R"("result_type":"certificate-expired","sending_mta_ip":"2001:db8::2"}],)"
        R"("mx_hosts":["*.example.com"],"policy_string":["version: STSv1"],"successful_sessions":5326,"type":"sts"}],)"
        R"("report_id":"r1"})");
}

} // namespace

class TestStoredJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failures_data();
    void failures();
    void tls_data();
    void tls();
    void otherKinds_data();
    void otherKinds();
    void unknownChoices_data();
    void unknownChoices();
    void lists();
};

void TestStoredJson::failures_data()
{
    QTest::addColumn<FailureReport>("report");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("every field") << fullReport() << fullReportText();
    // Times, counts and choices are always there, structures only where something is in them.
    QTest::newRow("nothing")
        << FailureReport()
        << QByteArray(R"({"arrival":0,"form":0,"kind":0,"report_date":0,"sample_date":0})");
    FailureReport spf;
    spf.fields.authFailure = u"spf"_s;
    QTest::newRow("a part")
        << spf
        << QByteArray(
               R"({"arrival":0,"fields":{"arrival_date":0,"auth_failure":"spf","incidents":1},)"
               R"("form":0,"kind":0,"report_date":0,"sample_date":0})");
}

/// Workspaces of before are read by programs of after, and the other way round.
void TestStoredJson::failures()
{
    QFETCH(FailureReport, report);
    QTEST(toJson(report), "json");
    QFETCH(QByteArray, json);
    QCOMPARE(failureFromJson(json), report);
}

void TestStoredJson::tls_data()
{
    QTest::addColumn<TlsReport>("report");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("every field") << fullTlsReport() << fullTlsReportText();
    QTest::newRow("nothing") << TlsReport() << QByteArray(R"({"begin":0,"end":0})");
}

void TestStoredJson::tls()
{
    QFETCH(TlsReport, report);
    QTEST(toJson(report), "json");
    QFETCH(QByteArray, json);
    QCOMPARE(tlsFromJson(json), report);
}

void TestStoredJson::otherKinds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("readable");
    QTest::newRow("no JSON") << QByteArray("{") << false;
    QTest::newRow("a list") << QByteArray("[1]") << false;
    QTest::newRow("empty") << QByteArray("{}") << true;
    QTest::newRow("unknown fields") << QByteArray(R"({"colour":"red"})") << true;
    QTest::newRow("kinds that are others")
        << QByteArray(
               R"({"subject":7,"has_sample":"yes","from":"me","urls":{},"source_ip":"nowhere"})")
        << true;
}

void TestStoredJson::otherKinds()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, readable);
    const std::optional<FailureReport> report = failureFromJson(json);
    QCOMPARE(report.has_value(), readable);
    QCOMPARE(tlsFromJson(json).has_value(), readable);
    if (report) {
        QCOMPARE(report->subject, QString());
        QCOMPARE(report->fields, FeedbackFields());
        QCOMPARE(report->from.size(), size_t(0));
    }
}

void TestStoredJson::unknownChoices_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("kind");
    QTest::newRow("first") << 0 << int(FeedbackKind::AuthFailure);
    QTest::newRow("last") << 6 << int(FeedbackKind::Other);
    QTest::newRow("beyond") << 7 << int(FeedbackKind::AuthFailure);
    QTest::newRow("below") << -1 << int(FeedbackKind::AuthFailure);
    QTest::newRow("far beyond") << 262 << int(FeedbackKind::AuthFailure);
}

/// A choice that is none stays as it begins.
void TestStoredJson::unknownChoices()
{
    QFETCH(int, number);
    const auto report = failureFromJson("{\"kind\":" + QByteArray::number(number) + '}');
    QVERIFY(report);
    QTEST(int(report->kind), "kind");
}

void TestStoredJson::lists()
{
    QCOMPARE(listToJson({}), QByteArray());
    QCOMPARE(listToJson({u"a\""_s, u"件"_s}), QByteArray(R"(["a\"","件"])"));
    QCOMPARE(listFromJson(R"(["a\"","件"])"), QStringList({u"a\""_s, u"件"_s}));
    QCOMPARE(listFromJson({}), QStringList());
    QCOMPARE(listFromJson("{"), QStringList());
}

QTEST_GUILESS_MAIN(TestStoredJson)
#include "tst_storedjson.moc"
