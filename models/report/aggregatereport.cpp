// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/aggregatereport.h"

#include "base/stablehash.h"
#include "report/domainname.h"

namespace sekisho {

namespace {

/// Of all but address and count.
quint64 hashOf(const Record &record)
{
    StableHash hash;
    for (const QString *text :
        {&record.dispositionText, &record.dkimEvaluatedText, &record.spfEvaluatedText,
            &record.headerFrom, &record.envelopeFrom, &record.envelopeTo})
        hash.add(QStringView(*text));
    for (const DkimEntry &entry : record.dkim)
        hash.add(QStringView(entry.domain))
            .add(QStringView(entry.selector))
            .add(QStringView(entry.resultText));
    for (const SpfEntry &entry : record.spf)
        hash.add(QStringView(entry.domain))
            .add(QStringView(entry.scope))
            .add(QStringView(entry.resultText));
    for (const OverrideReason &reason : record.reasons)
        hash.add(QStringView(reason.type)).add(QStringView(reason.comment));
    return hash.value();
}

} // namespace

QString reporterDomain(const AggregateReport &report)
{
    thread_local const OrganizationalDomains domains;
    const QString name = normalizedDomain(report.orgName);
    if (name.contains(u'.') && !name.contains(u' '))
        return domains.of(name);
    const QString mail = domainOfAddress(report.email);
    if (mail.contains(u'.'))
        return domains.of(mail);
    return name;
}

quint64 contentHash(const AggregateReport &report)
{
    const PublishedPolicy &policy = report.policy;
    // The sum does not depend on the order, and equal records do not cancel each other out.
    quint64 sum = 0;
    std::vector<quint64> hashes;
    hashes.reserve(report.records.size());
    const bool haveFindings = report.findings.size() == report.records.size();
    for (size_t i = 0; i < report.records.size(); ++i) {
        const Record &record = report.records[i];
        const qint32 same = haveFindings ? report.findings[i].sameAs : -1;
        hashes.push_back(same < 0 ? hashOf(record) : hashes[size_t(same)]);
        sum += StableHash(hashes.back())
                   .add(QStringView(record.sourceIpText))
                   .add(quint64(record.count))
                   .value();
    }
    StableHash hash;
    for (const QString *text :
        {&policy.domain, &policy.pText, &policy.spText, &policy.adkim, &policy.aspf, &policy.pct})
        hash.add(QStringView(*text));
    return sum + hash.add(quint64(report.records.size())).value();
}

} // namespace sekisho
