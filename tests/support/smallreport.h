// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/aggregatexml.h"

#include <QMap>
#include <QStringList>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// A report of RFC 7489 without any oddity; tests replace parts of it.
inline QByteArray smallReport()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<feedback>
<version>1.0</version>
<report_metadata>
<org_name>reporter.example</org_name>
<email>dmarc@reporter.example</email>
<report_id>r-1</report_id>
<date_range><begin>1700000000</begin><end>1700086399</end></date_range>
</report_metadata>
<policy_published>
<domain>example.com</domain>
<adkim>r</adkim><aspf>r</aspf>
<p>reject</p><sp>quarantine</sp><pct>100</pct>
</policy_published>
<record>
<row>
<source_ip>192.0.2.1</source_ip>
<count>7</count>
<policy_evaluated>
<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>
</policy_evaluated>
</row>
<identifiers><header_from>example.com</header_from></identifiers>
<auth_results>
<dkim><domain>example.com</domain><selector>s1</selector><result>pass</result></dkim>
<spf><domain>bounce.example.net</domain><result>softfail</result></spf>
</auth_results>
</record>
</feedback>
)";
}

/// A mail with that report, whose id has this number: "r-1" and so on.
inline QByteArray mailWithReport(int number)
{
    const QByteArray id = "r-" + QByteArray::number(number);
    return "Subject: Report domain: example.com\r\nContent-Type: text/xml\r\n\r\n" +
        smallReport().replace("r-1", id);
}

/// One record of the report above with another address and count.
inline QByteArray smallRecord(const QByteArray &ip, int count)
{
    QByteArray xml = smallReport();
    const qsizetype begin = xml.indexOf("<record>");
    xml = xml.sliced(begin, xml.indexOf("</feedback>") - begin);
    return xml.replace("192.0.2.1", ip)
        .replace("<count>7<", QByteArray("<count>" + QByteArray::number(count) + '<'));
}

/// What a reading gave: the reports, or the problem among the notes.
struct Reading {
    std::vector<AggregateReport> reports;
    QList<Note> notes;
    bool ok = false;
    NoteCode problem = NoteCode::UnknownContent;

    bool operator==(const Reading &) const = default;
};

inline Reading readingOf(const QByteArray &xml, const Limits &limits = {})
{
    Reading reading;
    Notes notes(limits.notes);
    auto result = readAggregateXml(xml, limits, notes);
    reading.ok = result.ok();
    if (result) {
        reading.reports = std::move(result).value();
    } else {
        reading.problem = result.problem().code;
        notes.add(result.problem());
    }
    reading.notes = notes.list();
    return reading;
}

/// "key detail x3", in the order in which they were found.
inline QStringList noteLines(const QList<Note> &notes)
{
    QStringList lines;
    for (const Note &note : notes) {
        QString line = noteKey(note.code);
        if (!note.detail.isEmpty())
            line += u' ' + note.detail;
        if (note.count != 1)
            line += QStringLiteral(" x%1").arg(note.count);
        lines += line;
    }
    return lines;
}

inline QString joinedDkim(const Record &record)
{
    QStringList texts;
    for (const DkimEntry &entry : record.dkim)
        texts +=
            QStringList{entry.domain, entry.selector, word(entry.result), entry.humanResult}.join(
                u'/');
    return texts.join(u',');
}

inline QString joinedSpf(const Record &record)
{
    QStringList texts;
    for (const SpfEntry &entry : record.spf)
        texts += QStringList{entry.domain, entry.scope, word(entry.result), entry.humanResult}.join(
            u'/');
    return texts.join(u',');
}

inline QString joinedExtensions(const QList<Extension> &extensions)
{
    QStringList texts;
    for (const Extension &extension : extensions)
        texts += extension.name +
            (extension.definition.isEmpty() ? QString() : u'=' + extension.definition);
    return texts.join(u',');
}

/// What stands in a report and its first record, by name.
inline QMap<QString, QString> factsOf(const AggregateReport &report)
{
    const PublishedPolicy &policy = report.policy;
    static const QStringList dialects{u"0.1"_s, u"7489"_s, u"9990"_s};
    QMap<QString, QString> facts{{u"version"_s, report.version}, {u"ns"_s, report.xmlNamespace},
        {u"dialect"_s, dialects.at(int(report.dialect))}, {u"org"_s, report.orgName},
        {u"email"_s, report.email}, {u"contact"_s, report.extraContactInfo},
        {u"id"_s, report.reportId}, {u"begin"_s, QString::number(report.period.begin)},
        {u"end"_s, QString::number(report.period.end)}, {u"errors"_s, report.errors.join(u'|')},
        {u"generator"_s, report.generator}, {u"domain"_s, policy.domain},
        {u"adkim"_s, policy.adkim}, {u"aspf"_s, policy.aspf}, {u"p"_s, word(policy.p)},
        {u"sp"_s, word(policy.sp)}, {u"spText"_s, policy.spText}, {u"np"_s, word(policy.np)},
        {u"pct"_s, policy.pct}, {u"fo"_s, policy.fo}, {u"testing"_s, policy.testing},
        {u"discovery"_s, policy.discoveryMethod},
        {u"extensions"_s, joinedExtensions(report.extensions)},
        {u"records"_s, QString::number(report.records.size())}};
    if (report.records.empty())
        return facts;
    const Record &record = report.records.front();
    QStringList reasons;
    for (const OverrideReason &reason : record.reasons)
        reasons += reason.type + u'/' + reason.comment;
    facts.insert(QMap<QString, QString>{
        {u"ip"_s, record.sourceIp ? record.sourceIp->text() : u"-"_s},
        {u"ipText"_s, record.sourceIpText}, {u"count"_s, QString::number(record.count)},
        {u"disposition"_s, word(record.disposition)},
        {u"dispositionText"_s, record.dispositionText},
        {u"dkimEvaluated"_s, record.dkimEvaluatedText},
        {u"spfEvaluated"_s, record.spfEvaluatedText}, {u"reasons"_s, reasons.join(u',')},
        {u"from"_s, record.headerFrom},
        {u"path"_s, record.hasEnvelopeFrom ? u'<' + record.envelopeFrom + u'>' : QString()},
        {u"to"_s, record.envelopeTo}, {u"dkim"_s, joinedDkim(record)},
        {u"spf"_s, joinedSpf(record)}, {u"results"_s, record.hasAuthResults ? u"yes"_s : u"no"_s},
        {u"recordExtensions"_s, joinedExtensions(record.extensions)},
        {u"repaired"_s, record.repaired ? u"yes"_s : u"no"_s}});
    return facts;
}

} // namespace sekisho::fixture
