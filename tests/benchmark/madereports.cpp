// SPDX-License-Identifier: GPL-3.0-or-later
#include "madereports.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 10> organizations{u"google.com", u"Yahoo", u"Outlook.com",
    u"comcast.net", u"mail.ru", u"AMAZON-SES", u"Mimecast", u"docomo.ne.jp", u"kddi.com",
    u"iij.ad.jp"};

template <size_t size> QString pick(const std::array<QStringView, size> &words, double chance)
{
    return words[size_t(chance * double(size))].toString();
}

QByteArray recordXml(const Record &record)
{
    const DkimEntry &dkim = record.dkim.front();
    const SpfEntry &spf = record.spf.front();
    return u"  <record>\n    <row>\n      <source_ip>%1</source_ip>\n      <count>%2</count>\n"
           "      <policy_evaluated>\n        <disposition>%3</disposition>\n        "
           "<dkim>%4</dkim>\n"
           "        <spf>%5</spf>\n      </policy_evaluated>\n    </row>\n    <identifiers>\n"
           "      <header_from>%6</header_from>\n    </identifiers>\n"_s
               .arg(record.sourceIpText, QString::number(record.count), record.dispositionText,
                   record.dkimEvaluatedText, record.spfEvaluatedText, record.headerFrom)
               .toUtf8() +
        u"    <auth_results>\n      <dkim>\n        <domain>%1</domain>\n        "
        u"<result>%2</result>\n"
        "        <selector>%3</selector>\n      </dkim>\n      <spf>\n        <domain>%4</domain>\n"
        "        <result>%5</result>\n      </spf>\n    </auth_results>\n  </record>\n"_s
            .arg(dkim.domain, dkim.resultText, dkim.selector, spf.domain, spf.resultText)
            .toUtf8();
}

} // namespace

ReportMaker::ReportMaker(quint64 seed, int addresses)
    : m_random(seed)
{
    for (int i = 0; i < addresses; ++i)
        m_addresses.push_back(randomAddress());
}

double ReportMaker::chance()
{
    // Not a distribution of the standard library: those differ from one to the next.
    return double(m_random() >> 11) * 0x1.0p-53;
}

qint64 ReportMaker::pareto(double shape)
{
    return qint64(std::pow(1.0 - chance(), -1.0 / shape));
}

QString ReportMaker::randomAddress()
{
    constexpr std::array<int, 7> first{203, 198, 192, 35, 40, 209, 66};
    if (chance() < 0.15)
        return u"2001:db8:%1::%2"_s.arg(below(65536), 0, 16).arg(below(65536), 0, 16);
    const int start = first[below(quint32(first.size()))];
    return u"%1.%2.%3.%4"_s.arg(start).arg(below(256)).arg(below(256)).arg(1 + below(253));
}

QString ReportMaker::address()
{
    if (m_addresses.empty())
        return randomAddress();
    const auto rank = size_t(double(m_addresses.size()) * std::pow(chance(), 3.0));
    return m_addresses[rank];
}

Record ReportMaker::record(const QString &domain)
{
    constexpr std::array<QStringView, 4> dkimWords{u"pass", u"pass", u"pass", u"fail"};
    constexpr std::array<QStringView, 3> spfWords{u"pass", u"pass", u"fail"};
    constexpr std::array<QStringView, 4> rawSpfWords{u"softfail", u"fail", u"none", u"pass"};
    constexpr qint64 mostMessages = 10'000'000;
    Record record;
    record.sourceIpText = address();
    record.sourceIp = IpAddress::parse(record.sourceIpText);
    record.count = std::min(mostMessages, pareto(1.1));
    record.dispositionText = u"none"_s;
    record.disposition = Disposition::None;
    record.dkimEvaluatedText = pick(dkimWords, chance());
    record.dkimEvaluated = evaluated(record.dkimEvaluatedText);
    record.spfEvaluatedText = pick(spfWords, chance());
    record.spfEvaluated = evaluated(record.spfEvaluatedText);
    record.headerFrom = domain;
    record.dkim.push_back(
        {domain, u"s2024"_s, dkimResult(record.dkimEvaluatedText), record.dkimEvaluatedText, {}});
    const bool spfPasses = record.spfEvaluated == Evaluated::Pass;
    const QString raw = spfPasses ? u"pass"_s : pick(rawSpfWords, chance());
    record.spf.push_back({spfPasses ? domain : u"fwd.example.net"_s, {}, spfResult(raw), raw, {}});
    record.hasAuthResults = true;
    return record;
}

AggregateReport ReportMaker::next()
{
    constexpr qint64 epoch = 1'704'067'200;
    constexpr qint64 reportsPerDay = 40;
    constexpr qint64 mostRecords = 5000;
    AggregateReport report;
    report.period.begin = epoch + secondsPerDay * (m_made++ / reportsPerDay);
    report.period.end = report.period.begin + secondsPerDay - 1;
    report.orgName = pick(organizations, chance());
    report.email = u"noreply-dmarc-support@"_s + report.orgName.toLower();
    report.reportId = QString::number(m_random() >> 1);
    report.policy.domain = u"example.jp"_s;
    report.policy.adkim = report.policy.aspf = u"r"_s;
    report.policy.p = report.policy.sp = Policy::None;
    report.policy.pText = report.policy.spText = u"none"_s;
    report.policy.pct = u"100"_s;
    const qint64 records = std::min(mostRecords, pareto(0.9));
    for (int row = 0; row < records; ++row) {
        report.records.push_back(record(report.policy.domain));
        report.records.back().row = row;
    }
    return report;
}

QByteArray ReportMaker::xmlOf(const AggregateReport &report)
{
    const PublishedPolicy &policy = report.policy;
    QByteArray xml =
        u"<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<feedback>\n  <report_metadata>\n"
        "    <org_name>%1</org_name>\n    <email>%2</email>\n    <report_id>%3</report_id>\n"
        "    <date_range>\n      <begin>%4</begin>\n      <end>%5</end>\n    </date_range>\n"
        "  </report_metadata>\n"_s
            .arg(report.orgName, report.email, report.reportId,
                QString::number(report.period.begin), QString::number(report.period.end))
            .toUtf8() +
        u"  <policy_published>\n    <domain>%1</domain>\n    <adkim>%2</adkim>\n    "
        u"<aspf>%3</aspf>\n"
        "    <p>%4</p>\n    <sp>%5</sp>\n    <pct>%6</pct>\n  </policy_published>\n"_s
            .arg(policy.domain, policy.adkim, policy.aspf, policy.pText, policy.spText, policy.pct)
            .toUtf8();
    for (const Record &record : report.records)
        xml += recordXml(record);
    return xml + "</feedback>\n";
}

QString ReportMaker::fileName(const AggregateReport &report, int number)
{
    return u"%1!%2!%3!%4!%5"_s.arg(report.orgName.toLower(), report.policy.domain)
        .arg(report.period.begin)
        .arg(report.period.end)
        .arg(number);
}

} // namespace sekisho
