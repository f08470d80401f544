// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dataset/datasetbuilder.h"

#include <QString>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// A report of example.com from 2017-09-24 00:00:00 to 23:59:59 UTC, p=none, without records.
inline AggregateReport report(const QString &org, const QString &id)
{
    AggregateReport result;
    result.orgName = org;
    result.email = u"dmarc@"_s + org;
    result.reportId = id;
    result.period = {1506211200, 1506297599};
    result.policy.domain = u"example.com"_s;
    result.policy.p = Policy::None;
    result.policy.pText = u"none"_s;
    return result;
}

/// A record of example.com that passes by aligned SPF and DKIM.
inline Record passingRecord(int row, const QString &ip, qint64 count)
{
    Record record;
    record.row = row;
    record.sourceIpText = ip;
    record.sourceIp = IpAddress::parse(ip);
    record.count = count;
    record.disposition = Disposition::None;
    record.dispositionText = u"none"_s;
    record.dkimEvaluated = record.spfEvaluated = Evaluated::Pass;
    record.dkimEvaluatedText = record.spfEvaluatedText = u"pass"_s;
    record.headerFrom = u"example.com"_s;
    record.dkim = {{u"example.com"_s, u"s1"_s, AuthResult::Pass, u"pass"_s, {}}};
    record.spf = {{u"example.com"_s, u"mfrom"_s, AuthResult::Pass, u"pass"_s, {}}};
    record.hasAuthResults = true;
    return record;
}

/// The record that the talk reads: two messages, evaluated fail and fail, with the reason
/// xoar=pass; a signature of another domain passed, SPF passed for yet another one.
inline Record talkRecord(int row)
{
    Record record = passingRecord(row, u"192.0.2.123"_s, 2);
    record.dkimEvaluated = record.spfEvaluated = Evaluated::Fail;
    record.dkimEvaluatedText = record.spfEvaluatedText = u"fail"_s;
    record.reasons = {{u"local_policy"_s, u"xoar=pass"_s}};
    record.dkim = {{u"twofive25.example.com"_s, u"20170901"_s, AuthResult::Pass, u"pass"_s, {}}};
    record.spf = {{u"example.net"_s, {}, AuthResult::Pass, u"pass"_s, {}}};
    return record;
}

inline ReadItem item(const AggregateReport &report, const QString &path)
{
    ReadItem result;
    result.origin.path = path;
    result.kind = ItemKind::Aggregate;
    result.content = report;
    return result;
}

/// An item without a report.
inline ReadItem item(ItemKind kind, ItemStatus status, const QString &path, NoteCode code,
    const QString &detail = {}, Place place = {})
{
    ReadItem result;
    result.origin.path = path;
    result.kind = kind;
    result.status = status;
    result.notes.add(code, detail, place);
    return result;
}

} // namespace sekisho::fixture
