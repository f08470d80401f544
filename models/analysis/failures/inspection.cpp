// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/failures/inspection.h"

#include "reading/authresults.h"
#include "reading/charset.h"
#include "reading/failure.h"
#include "reading/mailsample.h"
#include "reading/received.h"

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString domainIn(const QString &value)
{
    return value.contains(u'@') ? domainOfAddress(value) : normalizedDomain(value);
}

/// What a method speaks of.
QString domainOf(const AuthMethod &method)
{
    for (const auto &[type, name] : {std::pair{u"header", u"d"}, std::pair{u"header", u"i"}, std::pair{u"smtp", u"mailfrom"},
             std::pair{u"smtp", u"mail"}, std::pair{u"header", u"from"}, std::pair{u"smtp", u"helo"}}) {
        if (const QString value = method.property(type, name); !value.isEmpty())
            return domainIn(value);
    }
    return {};
}

bool isTrusted(const FailureReport &report, const AuthMethod &method)
{
    return std::find(report.results.begin(), report.results.end(), method) != report.results.end();
}

AuthEntry entryOf(const FailureReport &report, const QString &server, const QString &field, const AuthMethod &method, bool trusted)
{
    const OrganizationalDomains domains;
    AuthEntry entry{server, field, method, domainOf(method), trusted, false};
    const bool counts = method.method == "spf"_L1 || method.method == "dkim"_L1;
    entry.aligned = trusted && counts && method.result == "pass"_L1 && domains.aligned(entry.domain, report.domain, false);
    return entry;
}

/// All that the reporter and the fields of the sample say, the receiver's own words first.
std::vector<AuthEntry> resultsOf(const FailureReport &report, const MailSample &sample)
{
    std::vector<AuthEntry> entries;
    for (const QString &value : report.fields.authenticationResults) {
        const AuthResults results = readAuthResults(value);
        const QString server = results.server.isEmpty() ? report.reporter : results.server;
        for (const AuthMethod &method : results.methods)
            entries.push_back(entryOf(report, server, u"Feedback"_s, method, true));
    }
    for (const HeaderField &field : sample.headers) {
        const bool isArc = field.name.compare("ARC-Authentication-Results", Qt::CaseInsensitive) == 0;
        if (!isArc && field.name.compare("Authentication-Results", Qt::CaseInsensitive) != 0)
            continue;
        const AuthResults results = readAuthResults(headerText(field.raw));
        QString name = QString::fromLatin1(field.name);
        if (isArc)
            name += u" i=%1"_s.arg(results.instance);
        for (const AuthMethod &method : results.methods)
            entries.push_back(entryOf(report, results.server, name, method, !isArc && isTrusted(report, method)));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const AuthEntry &a, const AuthEntry &b) { return a.trusted > b.trusted; });
    return entries;
}

bool isListMail(const MailSample &sample)
{
    const QByteArray precedence = sample.raw("Precedence").trimmed().toLower();
    return !sample.raw("List-Id").isEmpty() || !sample.raw("List-Post").isEmpty() || precedence == "list";
}

/// A server on the way says that the mail passed for the From domain when it got it.
bool passedBefore(const Inspection &inspection)
{
    const OrganizationalDomains domains;
    return std::any_of(inspection.results.begin(), inspection.results.end(), [&](const AuthEntry &entry) {
        return entry.field.startsWith("ARC-"_L1) && entry.method.result == "pass"_L1 &&
            (entry.method.method == "dkim"_L1 || entry.method.method == "spf"_L1) &&
            domains.aligned(entry.domain, inspection.report.domain, false);
    });
}

void decide(Inspection &inspection, MailCase mailCase, CaseHint hint)
{
    inspection.looksLike = mailCase;
    inspection.hint = hint;
}

/// One mail shows less than the reports of weeks, but it shows its header.
void judgeAlone(Inspection &inspection)
{
    const RecordAlignment &alignment = inspection.report.alignment;
    const Cell cell = alignment.computed();
    const bool isList = isListMail(inspection.sample);
    if (isList && !(cell.dkim == Outcome::Aligned))
        decide(inspection, cell.spf == Outcome::Aligned ? MailCase::ListOwn : MailCase::ListOther, CaseHint::ListFields);
    else if (cell.spf == Outcome::Aligned)
        decide(inspection, MailCase::Direct, CaseHint::AlignedSpf);
    else if (cell.dkim == Outcome::Aligned)
        decide(inspection, MailCase::Forward, CaseHint::AlignedDkimOnly);
    else if (passedBefore(inspection))
        decide(inspection, MailCase::ForwardBroken, CaseHint::ArcPassedBefore);
    else if (alignment.ownSignatureBroken)
        decide(inspection, MailCase::ForwardBroken, CaseHint::OwnSignatureBroken);
    else if (cell.dkim == Outcome::Unaligned)
        decide(inspection, MailCase::Misconfigured, CaseHint::OtherDomainPassed);
    else
        decide(inspection, MailCase::Spoof, CaseHint::NothingPassed);
}

void complete(Inspection &inspection)
{
    for (const HeaderField &field : inspection.sample.headers) {
        if (field.name.compare("Received", Qt::CaseInsensitive) == 0)
            inspection.hops.push_back(readReceived(headerText(field.raw)));
    }
    std::reverse(inspection.hops.begin(), inspection.hops.end());
    inspection.results = resultsOf(inspection.report, inspection.sample);
    judgeAlone(inspection);
}

} // namespace

Result<Inspection> inspectFailure(const QByteArray &mail, int number, const Limits &limits)
{
    Notes notes;
    std::vector<FoundFeedback> found = readFeedback(mail, limits, notes);
    if (number < 0 || size_t(number) >= found.size())
        return Note{NoteCode::MailWithoutReport, {}, 1, {}};
    Inspection inspection;
    inspection.reported = true;
    inspection.report = std::move(found[size_t(number)].report);
    inspection.bytes = std::move(found[size_t(number)].sample);
    inspection.sample = readMailSample(inspection.bytes, limits);
    complete(inspection);
    return inspection;
}

Inspection inspectMail(const QByteArray &mail, const Limits &limits)
{
    Inspection inspection;
    inspection.bytes = mail.contains('\n') ? mail : QByteArray(mail).replace('\r', '\n');
    inspection.sample = readMailSample(inspection.bytes, limits);
    inspection.report.hasSample = true;
    const AuthResults top = readAuthResults(headerText(inspection.sample.raw("Authentication-Results")));
    inspection.report.reporter = OrganizationalDomains().of(top.server);
    readSampleInto(inspection.report, inspection.sample, limits);
    complete(inspection);
    return inspection;
}

} // namespace sekisho
