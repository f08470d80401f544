// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/aggregatereport.h"

#include "report/domainname.h"

#include <QHashFunctions>

namespace sekisho {

namespace {

/// Of all but address and count.
size_t hashOf(const Record &record)
{
    size_t hash = qHashMulti(0, record.dispositionText, record.dkimEvaluatedText,
        record.spfEvaluatedText, record.headerFrom, record.envelopeFrom, record.envelopeTo);
    for (const DkimEntry &entry : record.dkim)
        hash = qHashMulti(hash, entry.domain, entry.selector, entry.resultText);
    for (const SpfEntry &entry : record.spf)
        hash = qHashMulti(hash, entry.domain, entry.scope, entry.resultText);
    for (const OverrideReason &reason : record.reasons)
        hash = qHashMulti(hash, reason.type, reason.comment);
    return hash;
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
    std::vector<size_t> hashes;
    hashes.reserve(report.records.size());
    const bool haveFindings = report.findings.size() == report.records.size();
    for (size_t i = 0; i < report.records.size(); ++i) {
        const Record &record = report.records[i];
        const qint32 same = haveFindings ? report.findings[i].sameAs : -1;
        hashes.push_back(same < 0 ? hashOf(record) : hashes[size_t(same)]);
        sum += qHashMulti(hashes.back(), record.sourceIpText, record.count);
    }
    return sum
        + qHashMulti(0, policy.domain, policy.pText, policy.spText, policy.adkim, policy.aspf,
            policy.pct, report.records.size());
}

} // namespace sekisho
