// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/aggregatechecks.h"

#include "report/domainname.h"

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsPerHour = 3600;

void checkPeriod(const DateSpan &period, Notes &notes)
{
    const qint64 length = period.length();
    if (length < 0)
        notes.add(NoteCode::PeriodReversed);
    else if (length == 0)
        notes.add(NoteCode::PeriodZero);
    else if (length < 6 * secondsPerHour)
        notes.add(NoteCode::PeriodShort);
    else if (length > 25 * secondsPerHour)
        notes.add(NoteCode::PeriodLong);
}

/// Counts per mechanism for one kind of contradiction.
struct Contradictions {
    qint64 dkim = 0;
    qint64 spf = 0;

    void add(bool inDkim, bool inSpf)
    {
        dkim += inDkim;
        spf += inSpf;
    }
    void note(NoteCode code, Notes &notes) const
    {
        if (dkim > 0)
            notes.add(code, u"dkim"_s, {}, dkim);
        if (spf > 0)
            notes.add(code, u"spf"_s, {}, spf);
    }
};

} // namespace

void checkReport(AggregateReport &report, Notes &notes)
{
    thread_local const OrganizationalDomains domains;
    // A date of 0 is one that was not given or is no date, which has its note already.
    if (report.period.begin != 0 && report.period.end != 0)
        checkPeriod(report.period, notes);
    const QString policyDomain = normalizedDomain(report.policy.domain);
    QString lastBelow;
    Contradictions withoutResult;
    Contradictions butFail;
    for (size_t i = 0; i < report.records.size(); ++i) {
        const Record &record = report.records[i];
        RecordFindings &found = report.findings[i];
        found.alignment = found.sameAs < 0 ? alignmentOf(record, report.policy, domains)
                                           : report.findings[size_t(found.sameAs)].alignment;
        const RecordAlignment &alignment = found.alignment;
        withoutResult.add(alignment.dkim.passWithoutResult, alignment.spf.passWithoutResult);
        butFail.add(alignment.dkim.alignedButFail, alignment.spf.alignedButFail);
        if (policyDomain.isEmpty() || record.headerFrom.isEmpty() || record.headerFrom == lastBelow)
            continue;
        if (isSameOrBelow(normalizedDomain(record.headerFrom), policyDomain))
            lastBelow = record.headerFrom;
        else
            notes.add(NoteCode::HeaderFromForeign, record.headerFrom);
    }
    withoutResult.note(NoteCode::PassWithoutResult, notes);
    butFail.note(NoteCode::AlignedButFail, notes);
}

} // namespace sekisho
