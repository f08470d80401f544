// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "analysis/results.h"
#include "dataset/dataset.h"
#include "tables/exporttable.h"

#include <QBuffer>
#include <QStringList>

namespace sekisho::fixture {

/// Where two datasets differ, with the numbers of texts and addresses told apart as well; empty
/// where a page or an export cannot tell them apart.
inline QStringList differences(const Dataset &a, const Dataset &b)
{
    using namespace Qt::StringLiterals;
    QStringList found;
    const auto check = [&](bool same, const QString &what) {
        if (!same && found.size() < 20)
            found.append(what);
    };
    check(a.strings.size() == b.strings.size(),
        u"strings: %1, %2"_s.arg(a.strings.size()).arg(b.strings.size()));
    for (quint32 i = 0; i < std::min(a.strings.size(), b.strings.size()); ++i)
        check(a.text({i}) == b.text({i}),
            u"string %1: %2, %3"_s.arg(i).arg(a.text({i}), b.text({i})));
    check(a.items.size() == b.items.size(),
        u"items: %1, %2"_s.arg(a.items.size()).arg(b.items.size()));
    for (size_t i = 0; i < std::min(a.items.size(), b.items.size()); ++i)
        check(a.items[i] == b.items[i],
            u"item %1: %2"_s.arg(i).arg(
                a.items[i].origin.path + u' ' + a.items[i].origin.member()));
    check(a.reports.size() == b.reports.size(), u"reports"_s);
    for (size_t i = 0; i < std::min(a.reports.size(), b.reports.size()); ++i) {
        const ReportInfo &x = a.reports[i];
        const ReportInfo &y = b.reports[i];
        check(x.item == y.item && x.orgName == y.orgName && x.reporter == y.reporter &&
                x.email == y.email && x.reportId == y.reportId && x.domain == y.domain,
            u"report %1: identity"_s.arg(i));
        check(x.period == y.period && x.policy == y.policy && x.generator == y.generator &&
                x.extraContactInfo == y.extraContactInfo && x.version == y.version &&
                x.errors == y.errors && x.dialect == y.dialect,
            u"report %1: metadata"_s.arg(i));
        check(x.firstRow == y.firstRow && x.rowCount == y.rowCount && x.messages == y.messages &&
                x.passMessages == y.passMessages && x.contentHash == y.contentHash &&
                x.counted == y.counted,
            u"report %1: numbers"_s.arg(i));
    }
    check(a.addresses.size() == b.addresses.size(),
        u"addresses: %1, %2"_s.arg(a.addresses.size()).arg(b.addresses.size()));
    for (size_t i = 0; i < std::min(a.addresses.size(), b.addresses.size()); ++i)
        check(a.addresses[i].ip == b.addresses[i].ip && a.addresses[i].text == b.addresses[i].text,
            u"address %1"_s.arg(i));
    const RecordColumns &p = a.records;
    const RecordColumns &q = b.records;
    check(p.report == q.report, u"column report"_s);
    check(p.row == q.row, u"column row"_s);
    check(p.address == q.address, u"column address"_s);
    check(p.count == q.count, u"column count"_s);
    check(p.headerFrom == q.headerFrom, u"column headerFrom"_s);
    check(p.envelopeFrom == q.envelopeFrom, u"column envelopeFrom"_s);
    check(p.envelopeTo == q.envelopeTo, u"column envelopeTo"_s);
    check(p.disposition == q.disposition, u"column disposition"_s);
    check(p.dispositionText == q.dispositionText, u"column dispositionText"_s);
    check(p.dkimEvaluatedText == q.dkimEvaluatedText, u"column dkimEvaluatedText"_s);
    check(p.spfEvaluatedText == q.spfEvaluatedText, u"column spfEvaluatedText"_s);
    check(p.reportedCell == q.reportedCell, u"column reportedCell"_s);
    check(p.computedCell == q.computedCell, u"column computedCell"_s);
    check(p.dkimReason == q.dkimReason, u"column dkimReason"_s);
    check(p.spfReason == q.spfReason, u"column spfReason"_s);
    check(p.flags == q.flags, u"column flags"_s);
    check(p.dkimFirst == q.dkimFirst, u"column dkimFirst"_s);
    check(p.spfFirst == q.spfFirst, u"column spfFirst"_s);
    check(p.reasonFirst == q.reasonFirst, u"column reasonFirst"_s);
    const auto sameResults = [](const ResultEntry &x, const ResultEntry &y) {
        return x.domain == y.domain && x.label == y.label && x.human == y.human &&
            x.result == y.result && x.resultText == y.resultText;
    };
    check(std::equal(a.dkim.begin(), a.dkim.end(), b.dkim.begin(), b.dkim.end(), sameResults),
        u"dkim results"_s);
    check(std::equal(a.spf.begin(), a.spf.end(), b.spf.begin(), b.spf.end(), sameResults),
        u"spf results"_s);
    check(std::equal(a.reasons.begin(), a.reasons.end(), b.reasons.begin(), b.reasons.end(),
              [](const ReasonEntry &x, const ReasonEntry &y) {
                  return x.type == y.type && x.comment == y.comment;
              }),
        u"reasons"_s);
    check(a.tlsReports == b.tlsReports, u"TLS reports"_s);
    check(a.failures.size() == b.failures.size(), u"failures"_s);
    for (size_t i = 0; i < std::min(a.failures.size(), b.failures.size()); ++i) {
        const FailureInfo &x = a.failures[i];
        const FailureInfo &y = b.failures[i];
        check(*x.report == *y.report, u"failure %1: report"_s.arg(i));
        check(x.item == y.item && x.reporter == y.reporter && x.domain == y.domain &&
                x.address == y.address && x.counted == y.counted,
            u"failure %1"_s.arg(i));
    }
    return found;
}

/// All export tables of a dataset as text, one after the other.
inline QByteArray exportsOf(const Dataset &dataset)
{
    const SenderIndex senders = makeSenderIndex(dataset, {});
    const Results results = compute(dataset, senders, {}, Stop());
    const Judgement judgement = judge(dataset, senders, nullptr, {}, {}, {}, Stop());
    QByteArray all;
    for (const QString &name : exportTableNames()) {
        QBuffer buffer(&all);
        buffer.open(QIODevice::Append);
        buffer.write("== " + name.toUtf8() + '\n');
        if (!writeTable(exportTable(name, {dataset, senders, results, {}, {}, judgement}),
                ExportFormat::Csv, buffer))
            return {};
    }
    return all;
}

} // namespace sekisho::fixture
