// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/authresults.h"
#include "reading/charset.h"
#include "reading/failure.h"
#include "reading/htmltext.h"
#include "reading/links.h"
#include "reading/mailsample.h"
#include "reading/received.h"
#include "report/aggregatereport.h"

#include <QRegularExpression>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

const OrganizationalDomains &sharedDomains()
{
    thread_local const OrganizationalDomains domains;
    return domains;
}

/// "<a@b>" or a bare domain, as properties have it.
QString domainIn(const QString &value)
{
    return value.contains(u'@') ? domainOfAddress(value) : normalizedDomain(value);
}

QString withoutAngles(const QString &text)
{
    QString address = text.trimmed();
    if (address.startsWith(u'<') && address.endsWith(u'>'))
        address = address.sliced(1, address.size() - 2);
    return address;
}

bool isMethod(const AuthMethod &method, QLatin1StringView name)
{
    return method.method == name;
}

/// Collects what the reporter itself found: its fields, then its own header in the sample. Results
/// that others wrote into the sample are no evidence: anybody could have.
class Evidence final {
public:
    explicit Evidence(FailureReport &report)
        : m_report(report)
    {
        trust(report.reporter);
        trust(sharedDomains().of(normalizedDomain(report.fields.reportingMta)));
    }

    void takeFields()
    {
        for (const QString &value : m_report.fields.authenticationResults) {
            const AuthResults results = readAuthResults(value);
            trust(sharedDomains().of(results.server));
            takeAll(results);
        }
    }

    void takeSample(const MailSample &sample)
    {
        for (const HeaderField &field : sample.headers) {
            if (field.name.compare("Authentication-Results", Qt::CaseInsensitive) != 0)
                continue;
            const AuthResults results = readAuthResults(headerText(field.raw));
            if (m_trusted.contains(sharedDomains().of(results.server)))
                takeAll(results);
        }
        if (!has("spf"_L1))
            takeReceivedSpf(sample);
    }

private:
    void trust(const QString &domain)
    {
        if (!domain.isEmpty() && !m_trusted.contains(domain))
            m_trusted.append(domain);
    }

    [[nodiscard]] bool has(QLatin1StringView method) const
    {
        return std::any_of(m_report.results.begin(), m_report.results.end(),
            [method](const AuthMethod &known) { return isMethod(known, method); });
    }

    void takeAll(const AuthResults &results)
    {
        constexpr size_t most = 200;
        for (const AuthMethod &method : results.methods) {
            const bool known = std::any_of(m_report.results.begin(), m_report.results.end(),
                [&method](const AuthMethod &other) { return saysTheSame(method, other); });
            if (!known && m_report.results.size() < most)
                m_report.results.push_back(method);
        }
    }

    /// The header in the sample repeats what the fields say, in more words.
    static bool saysTheSame(const AuthMethod &a, const AuthMethod &b)
    {
        if (a.method != b.method || a.result != b.result)
            return false;
        const auto domain = [](const AuthMethod &method) { return method.property(u"header", u"d"); };
        return !isMethod(a, "dkim"_L1) || domain(a) == domain(b);
    }

    /// RFC 7208 §9.1: "softfail (comment) client-ip=…; envelope-from=…; helo=…".
    void takeReceivedSpf(const MailSample &sample)
    {
        static const QRegularExpression from(
            u"\\benvelope-from=\"?<?([^\\s;\">]+)"_s, QRegularExpression::CaseInsensitiveOption);
        const QString value = headerText(sample.raw("Received-SPF"));
        if (value.isEmpty())
            return;
        AuthMethod method{u"spf"_s, value.section(u' ', 0, 0).toLower(), {}, u"Received-SPF"_s, {}};
        if (const auto match = from.match(value); match.hasMatch())
            method.properties.push_back({u"smtp"_s, u"mailfrom"_s, match.captured(1)});
        m_report.results.push_back(std::move(method));
    }

    FailureReport &m_report;
    QStringList m_trusted;
};

void addDkim(const AuthMethod &method, const FailureReport &report, Record &record)
{
    QString domain = domainIn(method.property(u"header", u"d"));
    if (domain.isEmpty())
        domain = domainIn(method.property(u"header", u"i"));
    if (domain.isEmpty() && !report.fields.dkimDomain.contains(u';')) // one writes several
        domain = normalizedDomain(report.fields.dkimDomain);
    record.dkim.push_back({domain, method.property(u"header", u"s"), dkimResult(method.result),
        method.result, method.comment});
}

void addSpf(const AuthMethod &method, const FailureReport &report, Record &record)
{
    QString domain = domainIn(method.property(u"smtp", u"mailfrom"));
    if (domain.isEmpty())
        domain = domainIn(method.property(u"smtp", u"mail"));
    QString scope = u"mfrom"_s;
    if (domain.isEmpty() && !report.mailFrom.isEmpty())
        domain = domainOfAddress(report.mailFrom);
    if (domain.isEmpty()) {
        domain = domainIn(method.property(u"smtp", u"helo"));
        scope = u"helo"_s;
    }
    record.spf.push_back({domain, scope, spfResult(method.result), method.result, method.comment});
}

/// Alignment in relaxed mode: a failure report does not tell the policy.
RecordAlignment alignmentIn(const FailureReport &report)
{
    Record record;
    record.headerFrom = report.domain;
    record.envelopeFrom = domainOfAddress(report.mailFrom);
    record.hasEnvelopeFrom = report.fields.originalMailFrom.has_value();
    for (const AuthMethod &method : report.results) {
        if (isMethod(method, "dkim"_L1))
            addDkim(method, report, record);
        else if (isMethod(method, "spf"_L1))
            addSpf(method, report, record);
    }
    record.hasAuthResults = !record.dkim.empty() || !record.spf.empty();
    return alignmentOf(record, PublishedPolicy(), sharedDomains());
}

void readNames(FailureReport &report, const MailSample &sample, const Limits &limits)
{
    report.from = readAddresses(sample.raw("From"), limits);
    report.to = readAddresses(sample.raw("To"), limits);
    const std::vector<MailAddress> copies = readAddresses(sample.raw("Cc"), limits);
    report.to.insert(report.to.end(), copies.begin(), copies.end());
    if (report.to.empty()) {
        for (const QString &recipient : report.fields.originalRcptTo)
            report.to.push_back({{}, withoutAngles(recipient), isRedacted(withoutAngles(recipient))});
    }
    report.subject = headerText(sample.raw("Subject"));
    report.messageId = headerText(sample.raw("Message-ID"));
    report.sampleDate = mailTime(headerText(sample.raw("Date")));
    report.mailFrom = withoutAngles(report.fields.originalMailFrom
            ? *report.fields.originalMailFrom
            : headerText(sample.raw("Return-Path")));
}

/// The last station that the reporter wrote is the first field.
void readWay(FailureReport &report, const MailSample &sample)
{
    const QByteArray raw = sample.raw("Received");
    report.sourceIp = report.fields.sourceIp;
    if (raw.isEmpty())
        return;
    const ReceivedHop hop = readReceived(headerText(raw));
    report.helo = hop.from;
    if (!report.sourceIp)
        report.sourceIp = hop.ip;
}

void readDomain(FailureReport &report)
{
    if (!report.from.empty())
        report.domain = domainOfAddress(report.from.front().address);
    if (report.domain.isEmpty() && !report.fields.reportedDomains.isEmpty())
        report.domain = normalizedDomain(report.fields.reportedDomains.first());
    for (const AuthMethod &method : report.results) {
        if (report.domain.isEmpty() && isMethod(method, "dmarc"_L1))
            report.domain = domainIn(method.property(u"header", u"from"));
    }
}

void readLinks(FailureReport &report, const MailSample &sample, const Limits &limits)
{
    Links links;
    findLinks(sample.plain, limits.links, links);
    const HtmlText html = htmlText(sample.html, limits.links);
    findLinks(html.text, limits.links, links);
    for (const QString &link : html.links)
        addLink(link, limits.links, links);
    findLinks(report.subject, limits.links, links);
    for (const QString &uri : report.fields.reportedUris)
        addLink(uri, limits.links, links);
    report.urls = links.urls;
    report.addresses = links.addresses;
}

} // namespace

void readSampleInto(FailureReport &report, const MailSample &sample, const Limits &limits)
{
    report.headersOnly = report.hasSample && sample.headersOnly;
    readNames(report, sample, limits);
    readWay(report, sample);
    Evidence evidence(report);
    evidence.takeFields();
    evidence.takeSample(sample);
    readDomain(report);
    report.alignment = alignmentIn(report);
    for (const AuthMethod &method : report.results) {
        if (isMethod(method, "dmarc"_L1) && report.claim.dmarcResult.isEmpty())
            report.claim.dmarcResult = method.result;
    }
    report.arrival = report.fields.arrivalDate ? report.fields.arrivalDate : report.reportDate;
    if (report.arrival == 0)
        report.arrival = report.sampleDate;
    report.attachments = sample.attachments;
    readLinks(report, sample, limits);
}

} // namespace sekisho
