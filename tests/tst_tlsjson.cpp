// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/tlsjson.h"

#include "support/leaves.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace sekisho;
using namespace Qt::StringLiterals;

namespace {

/// The example of RFC 8460, appendix B, in one policy.
const QByteArray example = R"({
  "organization-name": "Company-X",
  "date-range": {"start-datetime": "2016-04-01T00:00:00Z", "end-datetime": "2016-04-01T23:59:59Z"},
  "contact-info": "sts-reporting@company-x.example",
  "report-id": "5065427c-23d3-47ca-b6e0-946ea0e8c4be",
  "policies": [{
    "policy": {
      "policy-type": "sts",
      "policy-string": ["version: STSv1", "mode: testing", "mx: *.mail.company-y.example", "max_age: 86400"],
      "policy-domain": "company-y.example",
      "mx-host": "*.mail.company-y.example"
    },
    "summary": {"total-successful-session-count": 5326, "total-failure-session-count": 303},
    "failure-details": [{
      "result-type": "certificate-expired",
      "sending-mta-ip": "2001:db8:abcd:0012::1",
      "receiving-mx-hostname": "mx1.mail.company-y.example",
      "failed-session-count": 100
    }, {
      "result-type": "starttls-not-supported",
      "sending-mta-ip": "2001:db8:abcd:0013::1",
      "receiving-mx-hostname": "mx2.mail.company-y.example",
      "receiving-ip": "203.0.113.56",
      "receiving-mx-helo": "mx2",
      "failed-session-count": 200,
      "additional-information": "https://reports.company-x.example/report_info?id=5065427c",
      "failure-reason-code": "X509_V_ERR"
    }]
  }]
})";

TlsReport exampleReport()
{
    TlsReport report;
    report.organizationName = u"Company-X"_s;
    report.contactInfo = u"sts-reporting@company-x.example"_s;
    report.reportId = u"5065427c-23d3-47ca-b6e0-946ea0e8c4be"_s;
    report.period = {1459468800, 1459555199};
    TlsPolicy policy;
    policy.type = u"sts"_s;
    policy.policyString = {u"version: STSv1"_s, u"mode: testing"_s,
        u"mx: *.mail.company-y.example"_s, u"max_age: 86400"_s};
    policy.domain = u"company-y.example"_s;
    policy.mxHosts = {u"*.mail.company-y.example"_s};
    policy.successfulSessions = 5326;
    policy.failedSessions = 303;
    policy.failures = {{u"certificate-expired"_s, u"2001:db8:abcd:0012::1"_s, {},
                           u"mx1.mail.company-y.example"_s, {}, 100, {}, {}},
        {u"starttls-not-supported"_s, u"2001:db8:abcd:0013::1"_s, u"203.0.113.56"_s,
            u"mx2.mail.company-y.example"_s, u"mx2"_s, 200,
            u"https://reports.company-x.example/report_info?id=5065427c"_s, u"X509_V_ERR"_s}};
    report.policies = {policy};
    return report;
}

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(example.contains(from));
    return QByteArray(example).replace(from, to);
}

} // namespace

class TestTlsJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quirks_data();
    void quirks();
    void refuses_data();
    void refuses();
    void keepsWithinLimits();
    void datesWithoutZoneAreUtc();
};

void TestTlsJson::quirks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<TlsReport>("report");
    QTest::addColumn<QStringList>("notes");
    const auto with = [](auto change) {
        TlsReport report = exampleReport();
        change(report);
        return report;
    };
    using R = TlsReport;
    const TlsReport same = exampleReport();
    const QStringList none;

    QTest::newRow("as in RFC 8460") << example << same << none;
    QTest::newRow("behind a byte order mark")
        << "\xef\xbb\xbf" + example << same << QStringList{u"byte-order-mark"_s};
    QTest::newRow("blanks around") << "\r\n " + example + "\n\n" << same << none;
    QTest::newRow("underscores in keys")
        << QByteArray(example)
               .replace("total-successful-session-count", "total_successful_session_count")
               .replace("organization-name", "organization_name")
               .replace("sending-mta-ip", "sending_mta_ip")
        << same << none;
    QTest::newRow("no contact") << changed("\"sts-reporting@company-x.example\"", "null")
                                << with([](R &r) { r.contactInfo.clear(); }) << none;
    QTest::newRow("no sending address")
        << changed("\"sending-mta-ip\": \"2001:db8:abcd:0012::1\",", "")
        << with([](R &r) { r.policies[0].failures[0].sendingMtaIp.clear(); }) << none;
    QTest::newRow("hosts as a list")
        << changed("\"mx-host\": \"*.mail.company-y.example\"", "\"mx-host\": [\"a\", \"b\"]")
        << with([](R &r) {
               r.policies[0].mxHosts = {u"a"_s, u"b"_s};
           })
        << none;
    QTest::newRow("hosts under another key")
        << changed("\"mx-host\"", "\"mx-host-pattern\"") << same << none;
    QTest::newRow("policy string not a list")
        << QByteArray(example).replace(example.indexOf("[\"version"),
               example.indexOf("86400\"]") + 7 - example.indexOf("[\"version"),
               "\"version: STSv1\"")
        << with([](R &r) { r.policies[0].policyString = {u"version: STSv1"_s}; }) << none;
    QTest::newRow("type in upper case") << changed("\"sts\"", "\"STS\"") << same << none;
    QTest::newRow("unknown type") << changed("\"sts\"", "\"New-Type\"")
                                  << with([](R &r) { r.policies[0].type = u"new-type"_s; }) << none;
    QTest::newRow("no policy found, no domain")
        << QByteArray(example)
               .replace("\"sts\"", "\"no-policy-found\"")
               .replace("\"policy-domain\": \"company-y.example\",", "")
        << with([](R &r) {
               r.policies[0].type = u"no-policy-found"_s;
               r.policies[0].domain.clear();
           })
        << none;
    QTest::newRow("policies empty") << example.first(example.indexOf("[{")) + "[]}"
                                    << with([](R &r) { r.policies.clear(); }) << none;
    QTest::newRow("number as a string") << changed("5326", "\" 5326 \"") << same << none;
    QTest::newRow("number with decimals") << changed("5326", "5326.0") << same << none;
    QTest::newRow("number that is none")
        << changed("5326", "\"many\"") << with([](R &r) { r.policies[0].successfulSessions = 0; })
        << QStringList{u"value-not-number"_s};
    QTest::newRow("broken number")
        << changed("5326", "5326.5") << with([](R &r) { r.policies[0].successfulSessions = 0; })
        << QStringList{u"value-not-number"_s};
    QTest::newRow("number beyond all")
        << changed("5326", "1e300") << with([](R &r) { r.policies[0].successfulSessions = 0; })
        << QStringList{u"value-not-number"_s};
    QTest::newRow("number missing")
        << changed("\"total-successful-session-count\": 5326,", "")
        << with([](R &r) { r.policies[0].successfulSessions = 0; }) << none;
    QTest::newRow("negative number")
        << changed("5326", "-1") << with([](R &r) { r.policies[0].successfulSessions = 0; })
        << QStringList{u"count-negative"_s};
    QTest::newRow("information under another key")
        << changed("\"additional-information\"", "\"additional-info-uri\"") << same << none;
    QTest::newRow("time with offset")
        << changed("2016-04-01T00:00:00Z", "2016-04-01T09:00:00+09:00") << same << none;
    QTest::newRow("time with fraction")
        << changed("2016-04-01T00:00:00Z", "2016-04-01T00:00:00.000Z") << same << none;
    QTest::newRow("time missing") << changed("\"start-datetime\": \"2016-04-01T00:00:00Z\",", "")
                                  << with([](R &r) { r.period.begin = 0; })
                                  << QStringList{u"element-missing"_s};
    QTest::newRow("time that is none")
        << changed("2016-04-01T00:00:00Z", "yesterday") << with([](R &r) { r.period.begin = 0; })
        << QStringList{u"value-not-number"_s};
    QTest::newRow("unknown keys") << changed("\"report-id\"",
                                         "\"x-other\": {\"a\": [1]}, \"report-id\"")
                                  << same << none;
    QTest::newRow("Japanese name")
        << changed("Company-X", "株式会社例")
        << with([](R &r) { r.organizationName = u"株式会社例"_s; }) << none;
}

void TestTlsJson::quirks()
{
    QFETCH(QByteArray, json);
    QFETCH(TlsReport, report);
    QFETCH(QStringList, notes);
    Notes found;
    const Result<TlsReport> result = readTlsReport(json, {}, found);
    QVERIFY(result.ok());
    QVERIFY(result.value() == report);
    QCOMPARE(fixture::noteKeys(found), notes);
}

void TestTlsJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("line");
    QTest::newRow("truncated") << example.first(200) << u"json-damaged"_s << 5;
    QTest::newRow("comma missing")
        << changed("\"Company-X\",", "\"Company-X\"") << u"json-damaged"_s << 3;
    QTest::newRow("comma missing, behind blank lines")
        << "\n\n" + changed("\"Company-X\",", "\"Company-X\"") << u"json-damaged"_s << 5;
    QTest::newRow("another object") << QByteArray("{\"a\": 1}") << u"json-no-report"_s << 0;
    QTest::newRow("list") << QByteArray("[{\"a\": 1}]") << u"json-no-report"_s << 0;
    QTest::newRow("deep") << QByteArray(100'000, '[') << u"json-damaged"_s << 1;
    QTest::newRow("deep objects") << QByteArray("{\"policies\":").repeated(100'000)
                                  << u"json-damaged"_s << 1;
}

void TestTlsJson::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    QFETCH(int, line);
    Notes notes;
    const Result<TlsReport> result = readTlsReport(json, {}, notes);
    QVERIFY(!result.ok());
    QCOMPARE(QString(noteKey(result.problem().code)), reason);
    QCOMPARE(result.problem().place.line, line);
}

void TestTlsJson::keepsWithinLimits()
{
    Limits limits;
    limits.records = 1;
    limits.members = 2;
    limits.textChars = 20;
    Notes notes;
    const Result<TlsReport> result = readTlsReport(example, limits, notes);
    QVERIFY(result.ok());
    const TlsPolicy &policy = result.value().policies.front();
    QCOMPARE(policy.failures.size(), size_t(1));
    QCOMPARE(policy.policyString.size(), 2);
    QCOMPARE(result.value().reportId, u"5065427c-23d3-47ca-b"_s);
    QVERIFY(notes.has(NoteCode::LimitText));
    QVERIFY(notes.has(NoteCode::LimitRecords));
}

void TestTlsJson::datesWithoutZoneAreUtc()
{
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Asia/Tokyo");
    tzset();
    Notes notes;
    const Result<TlsReport> result =
        readTlsReport(changed("2016-04-01T00:00:00Z", "2016-04-01T00:00:00"), {}, notes);
    qputenv("TZ", before);
    tzset();
    QVERIFY(result.ok());
    QCOMPARE(result.value().period.begin, 1459468800);
}

QTEST_GUILESS_MAIN(TestTlsJson)
#include "tst_tlsjson.moc"
