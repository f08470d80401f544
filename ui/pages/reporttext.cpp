// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/reporttext.h"

#include "pages/recordtext.h"
#include "tables/notetext.h"
#include "tables/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A value longer than this is read better in the XML.
constexpr qsizetype valueChars = 600;

QString say(const char *text, qint64 n = -1)
{
    const int number = int(std::min<qint64>(n, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("ReportText", text, nullptr, number);
}

QString shown(const QString &value)
{
    return shortVisibleText(value, valueChars);
}

/// A domain in a sentence, also where a damaged report names none.
QString domainName(const QString &domain)
{
    return domain.isEmpty() ? say(QT_TRANSLATE_NOOP("ReportText", "(no domain named)"))
                            : shown(domain);
}

/// Likewise who reports.
QString reporterName(const Dataset &dataset, const ReportInfo &report)
{
    const QString &org = dataset.text(report.orgName);
    const QString &name = org.isEmpty() ? dataset.text(report.reporter) : org;
    return name.isEmpty() ? say(QT_TRANSLATE_NOOP("ReportText", "(no reporter named)"))
                          : shown(name);
}

/// Adds a fact about a value that is given.
void addGiven(FactGroup &group, const QString &field, const QString &value, const char *meaning)
{
    if (!value.isEmpty())
        group.facts.push_back({field, shown(value), say(meaning)});
}

QString dialectSentence(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Draft01:
        return say(QT_TRANSLATE_NOOP(
            "ReportText", "It is written as in the first draft of the format, like most reports."));
    case Dialect::Rfc7489:
        return say(QT_TRANSLATE_NOOP("ReportText", "It is written in the format of RFC 7489."));
    case Dialect::Rfc9990:
        return say(QT_TRANSLATE_NOOP(
            "ReportText", "It is written in the format of RFC 9990, the newest standard."));
    }
    return {};
}

std::vector<Sentence> metadataSentences(
    const Dataset &dataset, const ReportInfo &report, const Format &format)
{
    const QString reporter = reporterName(dataset, report);
    const QString domain = domainName(dataset.text(report.domain));
    std::vector<Sentence> sentences;
    const auto add = [&sentences](const QString &text) {
        sentences.push_back({text, BlockKind::Metadata});
    };
    if (report.period == DateSpan())
        add(say(QT_TRANSLATE_NOOP("ReportText",
                    "%1 reports about mail in the name of %2, and does not say of which time."))
                .arg(reporter, domain));
    else
        add(say(QT_TRANSLATE_NOOP("ReportText",
                    "%1 reports about the mail in the name of %2 that it received from %3 to %4."))
                .arg(reporter, domain, format.dateTime(report.period.begin),
                    format.dateTime(report.period.end)));
    add(say(QT_TRANSLATE_N_NOOP("ReportText", "The report has %Ln record(s)."), report.rowCount));
    add(say(
        QT_TRANSLATE_N_NOOP("ReportText", "They speak of %Ln message(s); %1 of them passed DMARC."),
        report.messages)
            .arg(format.number(report.passMessages)));
    add(dialectSentence(report.dialect));
    for (const Note &note : dataset.items[report.item].notes)
        add(noteText(note));
    return sentences;
}

FactGroup metadataFacts(const Dataset &dataset, const ReportInfo &report, const Format &format)
{
    FactGroup group{BlockKind::Metadata,
        say(QT_TRANSLATE_NOOP("ReportText", "Who reports, and about which time")), {}};
    addGiven(group, u"org_name"_s, dataset.text(report.orgName),
        QT_TRANSLATE_NOOP(
            "ReportText", "The organization that received the mail and wrote this report."));
    addGiven(group, u"email"_s, dataset.text(report.email),
        QT_TRANSLATE_NOOP("ReportText", "Whom to ask about this report."));
    addGiven(group, u"extra_contact_info"_s, report.extraContactInfo,
        QT_TRANSLATE_NOOP("ReportText", "More ways to reach the reporter, often a web address."));
    addGiven(group, u"report_id"_s, dataset.text(report.reportId),
        QT_TRANSLATE_NOOP("ReportText",
            "The reporter’s own name for this report. Mention it when you ask about the report."));
    group.facts.push_back({u"date_range/begin"_s, format.dateTime(report.period.begin),
        say(QT_TRANSLATE_NOOP(
            "ReportText", "The report covers mail received from this moment on."))});
    group.facts.push_back({u"date_range/end"_s, format.dateTime(report.period.end),
        say(QT_TRANSLATE_NOOP(
            "ReportText", "The report covers mail received up to this moment."))});
    for (const QString &error : report.errors) {
        addGiven(group, u"error"_s, error,
            QT_TRANSLATE_NOOP(
                "ReportText", "Something the reporter could not do, in its own words."));
    }
    addGiven(group, u"generator"_s, report.generator,
        QT_TRANSLATE_NOOP("ReportText", "The program that made the report."));
    addGiven(group, u"version"_s, report.version,
        QT_TRANSLATE_NOOP("ReportText",
            "The version of the report format. Reporters fill it in as they like, so it decides "
            "nothing."));
    return group;
}

QString policySentence(const PublishedPolicy &policy)
{
    switch (policy.p) {
    case Policy::None:
        return say(QT_TRANSLATE_NOOP("ReportText",
            "%1 asks receivers to do nothing about mail that fails DMARC, and only to report it."));
    case Policy::Quarantine:
        return say(QT_TRANSLATE_NOOP("ReportText",
            "%1 asks receivers to treat mail that fails DMARC as suspicious, for example to put it "
            "into the spam folder."));
    case Policy::Reject:
        return say(
            QT_TRANSLATE_NOOP("ReportText", "%1 asks receivers to refuse mail that fails DMARC."));
    case Policy::Missing:
        return say(QT_TRANSLATE_NOOP(
            "ReportText", "The report does not say what %1 asks receivers to do."));
    case Policy::Other: break;
    }
    return say(QT_TRANSLATE_NOOP("ReportText",
        "The policy of %1 is given with a word that no standard knows, so receivers treat it as "
        "none."));
}

const char *policyMeaning(Policy policy)
{
    switch (policy) {
    case Policy::None:
        return QT_TRANSLATE_NOOP("ReportText", "Deliver mail that fails as usual, and report it.");
    case Policy::Quarantine:
        return QT_TRANSLATE_NOOP("ReportText", "Treat mail that fails as suspicious.");
    case Policy::Reject: return QT_TRANSLATE_NOOP("ReportText", "Refuse mail that fails.");
    case Policy::Missing:
        return QT_TRANSLATE_NOOP("ReportText", "Not given, though the standard demands it.");
    case Policy::Other: break;
    }
    return QT_TRANSLATE_NOOP("ReportText", "No word of the standards; receivers treat it as none.");
}

Fact modeFact(const QString &field, const QString &value, const char *relaxed, const char *strict)
{
    if (value.compare("s"_L1, Qt::CaseInsensitive) == 0)
        return {field, shown(value), say(strict)};
    if (value.isEmpty() || value.compare("r"_L1, Qt::CaseInsensitive) == 0)
        return {field, value, say(relaxed)};
    return {field, shown(value),
        say(QT_TRANSLATE_NOOP(
            "ReportText", "Neither r (relaxed) nor s (strict); relaxed counts."))};
}

/// sp and np: what counts for subdomains, and for those that do not exist.
Fact subdomainFact(const QString &field, Policy policy, const QString &text, const char *missing)
{
    return {field, shown(text), say(policy == Policy::Missing ? missing : policyMeaning(policy))};
}

FactGroup policyFacts(const PublishedPolicy &policy)
{
    FactGroup group{BlockKind::Policy,
        say(QT_TRANSLATE_NOOP("ReportText", "What the domain owner published")), {}};
    addGiven(group, u"domain"_s, policy.domain,
        QT_TRANSLATE_NOOP("ReportText",
            "The domain at which the reporter found the policy; its subdomains follow it too."));
    addGiven(group, u"version_published"_s, policy.versionPublished,
        QT_TRANSLATE_NOOP("ReportText", "The version in the published policy."));
    group.facts.push_back(modeFact(u"adkim"_s, policy.adkim,
        QT_TRANSLATE_NOOP("ReportText",
            "Relaxed: a DKIM signature of the domain or of any domain below or beside it of the "
            "same organization counts."),
        QT_TRANSLATE_NOOP(
            "ReportText", "Strict: only a DKIM signature of exactly the From domain counts.")));
    group.facts.push_back(modeFact(u"aspf"_s, policy.aspf,
        QT_TRANSLATE_NOOP("ReportText",
            "Relaxed: SPF for the domain or for any domain below or beside it of the same "
            "organization counts."),
        QT_TRANSLATE_NOOP("ReportText", "Strict: only SPF for exactly the From domain counts.")));
    group.facts.push_back({u"p"_s, shown(policy.pText), say(policyMeaning(policy.p))});
    group.facts.push_back(subdomainFact(u"sp"_s, policy.sp, policy.spText,
        QT_TRANSLATE_NOOP("ReportText", "Not given: p counts for subdomains too.")));
    if (!policy.npText.isEmpty())
        group.facts.push_back(
            subdomainFact(u"np"_s, policy.np, policy.npText, policyMeaning(Policy::Other)));
    addGiven(group, u"pct"_s, policy.pct,
        QT_TRANSLATE_NOOP("ReportText",
            "The percentage of failing mail that the policy is applied to. The newest standard has "
            "dropped it."));
    addGiven(group, u"fo"_s, policy.fo,
        QT_TRANSLATE_NOOP("ReportText",
            "When the owner wants single failure reports: 0 when both mechanisms fail, 1 when one "
            "does, d for DKIM, s for SPF."));
    addGiven(group, u"testing"_s, policy.testing,
        QT_TRANSLATE_NOOP("ReportText",
            "y means that the owner is testing: receivers apply the next milder policy."));
    addGiven(group, u"discovery_method"_s, policy.discoveryMethod,
        QT_TRANSLATE_NOOP("ReportText",
            "How the reporter looked for the policy: by the public suffix list (psl) or by asking "
            "parent domains (treewalk)."));
    return group;
}

} // namespace

Explanation explainMetadata(const Dataset &dataset, const ReportInfo &report, const Format &format)
{
    return {say(QT_TRANSLATE_NOOP("ReportText", "The report")), {},
        metadataSentences(dataset, report, format), {metadataFacts(dataset, report, format)}};
}

Explanation explainPolicy(const PublishedPolicy &policy)
{
    Explanation result{
        say(QT_TRANSLATE_NOOP("ReportText", "The policy")), {}, {}, {policyFacts(policy)}};
    result.sentences.push_back(
        {policySentence(policy).arg(domainName(policy.domain)), BlockKind::Policy});
    if (!policy.pct.isEmpty() && policy.pct != "100"_L1 && policy.p != Policy::None) {
        result.sentences.push_back(
            {say(QT_TRANSLATE_NOOP("ReportText", "It applies to %1 % of that mail."))
                    .arg(shown(policy.pct)),
                BlockKind::Policy});
    }
    if (policy.sp != Policy::Missing && policy.sp != policy.p) {
        result.sentences.push_back(
            {say(QT_TRANSLATE_NOOP("ReportText", "For its subdomains another policy counts: %1."))
                    .arg(shown(policy.spText)),
                BlockKind::Policy});
    }
    return result;
}

Explanation explainRecord(const Record &record, const PublishedPolicy &policy,
    const OrganizationalDomains &domains, const Format &format)
{
    const RecordAlignment alignment = alignmentOf(record, policy, domains);
    //: title of the explanation of one record; %1 is its number
    return {say(QT_TRANSLATE_NOOP("ReportText", "Record %1")).arg(format.number(record.row + 1)),
        alignment.reported().passes(), recordSentences(record, policy, alignment, domains),
        recordFacts(record, format)};
}

} // namespace sekisho
