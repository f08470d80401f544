// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/recordtext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// A value longer than this is read better in the XML.
constexpr qsizetype valueChars = 600;
/// Results of one mechanism that are explained; RFC 9990 allows reporters to give 100.
constexpr qsizetype mostEntries = 100;

QString say(const char *text, qint64 n = -1)
{
    const int number = int(std::min<qint64>(n, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("RecordFacts", text, nullptr, number);
}

QString shown(const QString &value)
{
    return shortVisibleText(value, valueChars);
}

const char *dispositionMeaning(Disposition disposition)
{
    switch (disposition) {
    case Disposition::None:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The receiver did nothing about the mail because of DMARC.");
    case Disposition::Quarantine:
        return QT_TRANSLATE_NOOP("RecordFacts", "The receiver treated the mail as suspicious.");
    case Disposition::Reject:
        return QT_TRANSLATE_NOOP("RecordFacts", "The receiver refused the mail.");
    case Disposition::Pass:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The mail passed DMARC, so there was nothing to do.");
    case Disposition::Missing: return QT_TRANSLATE_NOOP("RecordFacts", "Not given.");
    case Disposition::Other: break;
    }
    return QT_TRANSLATE_NOOP("RecordFacts", "No word of the standards.");
}

const char *evaluatedMeaning(Evaluated value, bool dkim)
{
    switch (value) {
    case Evaluated::Pass:
        return dkim ? QT_TRANSLATE_NOOP("RecordFacts",
                          "A signature passed whose domain is aligned with the From header.")
                    : QT_TRANSLATE_NOOP("RecordFacts",
                          "SPF passed for a domain that is aligned with the From header.");
    case Evaluated::Fail:
        return dkim ? QT_TRANSLATE_NOOP("RecordFacts",
                          "No signature both passed and is aligned with the From header; one of "
                          "another domain may have passed.")
                    : QT_TRANSLATE_NOOP("RecordFacts",
                          "SPF did not both pass and align with the From header; it may have "
                          "passed for another domain.");
    case Evaluated::Missing: return QT_TRANSLATE_NOOP("RecordFacts", "Not given.");
    case Evaluated::Other: break;
    }
    return QT_TRANSLATE_NOOP(
        "RecordFacts", "Neither pass nor fail, so it says nothing about alignment.");
}

const char *reasonMeaning(const QString &type)
{
    struct Kind {
        QLatin1StringView type;
        const char *text;
    };
    static constexpr Kind kinds[] = {
        {"forwarded"_L1,
            QT_TRANSLATE_NOOP("RecordFacts", "The receiver took the mail for forwarded.")},
        {"sampled_out"_L1,
            QT_TRANSLATE_NOOP(
                "RecordFacts", "By pct, the policy was not applied to this part of the mail.")},
        {"trusted_forwarder"_L1,
            QT_TRANSLATE_NOOP(
                "RecordFacts", "The mail came through a forwarder that the receiver trusts.")},
        {"mailing_list"_L1,
            QT_TRANSLATE_NOOP(
                "RecordFacts", "The receiver recognized the mail of a mailing list.")},
        {"local_policy"_L1,
            QT_TRANSLATE_NOOP("RecordFacts", "The receiver has a rule of its own for this mail.")},
        {"policy_test_mode"_L1,
            QT_TRANSLATE_NOOP(
                "RecordFacts", "The owner is testing the policy, so a milder one was applied.")},
        {"other"_L1,
            QT_TRANSLATE_NOOP("RecordFacts", "A reason that has no name in the standards.")},
    };
    const auto found = std::find_if(std::begin(kinds), std::end(kinds),
        [&type](const Kind &kind) { return type == kind.type; });
    return found == std::end(kinds) ? QT_TRANSLATE_NOOP("RecordFacts", "No word of the standards.")
                                    : found->text;
}

const char *dkimMeaning(AuthResult result)
{
    switch (result) {
    case AuthResult::Pass: return QT_TRANSLATE_NOOP("RecordFacts", "The signature is valid.");
    case AuthResult::Fail:
        return QT_TRANSLATE_NOOP("RecordFacts",
            "The signature is not valid: the mail was changed, or the signature is forged.");
    case AuthResult::None: return QT_TRANSLATE_NOOP("RecordFacts", "The mail was not signed.");
    case AuthResult::Neutral:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The signature could not be judged, for example for its syntax.");
    case AuthResult::Policy:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The signature is valid, but the receiver does not accept it.");
    case AuthResult::TempError:
        return QT_TRANSLATE_NOOP("RecordFacts", "The key could not be fetched at that time.");
    case AuthResult::PermError:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The key is missing or unusable, so trying again would not help.");
    case AuthResult::Missing: return QT_TRANSLATE_NOOP("RecordFacts", "Not given.");
    case AuthResult::SoftFail:
    case AuthResult::Unknown: break;
    }
    return QT_TRANSLATE_NOOP("RecordFacts", "No word of the standards; it does not count as pass.");
}

const char *spfMeaning(AuthResult result)
{
    switch (result) {
    case AuthResult::Pass:
        return QT_TRANSLATE_NOOP("RecordFacts", "The domain permits this address to send for it.");
    case AuthResult::Fail:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The domain says that this address must not send for it.");
    case AuthResult::SoftFail:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The domain says that this address probably must not send for it.");
    case AuthResult::Neutral:
        return QT_TRANSLATE_NOOP("RecordFacts", "The domain says nothing about this address.");
    case AuthResult::None:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The domain has no SPF record, or there was no domain to check.");
    case AuthResult::Policy:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "A rule of the receiver decided against the result.");
    case AuthResult::TempError:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The SPF record could not be fetched at that time.");
    case AuthResult::PermError:
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The domain’s SPF record is broken and has to be repaired.");
    case AuthResult::Missing: return QT_TRANSLATE_NOOP("RecordFacts", "Not given.");
    case AuthResult::Unknown: break;
    }
    return QT_TRANSLATE_NOOP("RecordFacts", "No word of the standards; it does not count as pass.");
}

const char *scopeMeaning(const QString &scope)
{
    if (scope == "mfrom"_L1)
        return QT_TRANSLATE_NOOP("RecordFacts", "The domain of the return address was checked.");
    if (scope == "helo"_L1)
        return QT_TRANSLATE_NOOP(
            "RecordFacts", "The name by which the server introduced itself was checked.");
    return QT_TRANSLATE_NOOP("RecordFacts", "Neither mfrom nor helo.");
}

/// "dkim/domain", or "dkim[2]/domain" where there are several.
QString path(QLatin1StringView element, qsizetype index, qsizetype count, QLatin1StringView field)
{
    if (count < 2)
        return u"%1/%2"_s.arg(element, field);
    return u"%1[%2]/%3"_s.arg(element).arg(index + 1).arg(field);
}

qsizetype beyond(qsizetype count)
{
    return count - std::min(count, mostEntries);
}

void addLeft(FactGroup &group, qsizetype left)
{
    if (left == 0)
        return;
    group.facts.push_back({u"…"_s, {},
        say(QT_TRANSLATE_N_NOOP("RecordFacts", "%Ln more stand(s) in the XML only."),
            qint64(left))});
}

FactGroup rowFacts(const Record &record, const Format &format)
{
    return {BlockKind::SourceRow, say(QT_TRANSLATE_NOOP("RecordFacts", "Where the mail came from")),
        {{u"source_ip"_s, shown(record.sourceIpText),
             say(record.sourceIp ? QT_TRANSLATE_NOOP("RecordFacts",
                                       "The server that handed the mail to the receiver; the one "
                                       "thing a sender cannot forge.")
                                 : QT_TRANSLATE_NOOP("RecordFacts",
                                       "This should be an IP address, but is none."))},
            {u"count"_s, format.number(record.count),
                say(QT_TRANSLATE_NOOP(
                    "RecordFacts", "So many messages had this origin and this outcome."))}}};
}

FactGroup evaluatedFacts(const Record &record)
{
    FactGroup group{BlockKind::PolicyEvaluated,
        say(QT_TRANSLATE_NOOP("RecordFacts", "What DMARC made of it")), {}};
    group.facts.push_back({u"disposition"_s, shown(record.dispositionText),
        say(dispositionMeaning(record.disposition))});
    group.facts.push_back({u"dkim"_s, shown(record.dkimEvaluatedText),
        say(evaluatedMeaning(record.dkimEvaluated, true))});
    group.facts.push_back({u"spf"_s, shown(record.spfEvaluatedText),
        say(evaluatedMeaning(record.spfEvaluated, false))});
    const qsizetype count = std::min(record.reasons.size(), mostEntries);
    for (qsizetype i = 0; i < count; ++i) {
        const OverrideReason &reason = record.reasons[i];
        group.facts.push_back({path("reason"_L1, i, record.reasons.size(), "type"_L1),
            shown(reason.type), say(reasonMeaning(reason.type))});
        if (!reason.comment.isEmpty()) {
            group.facts.push_back(
                {path("reason"_L1, i, record.reasons.size(), "comment"_L1), shown(reason.comment),
                    say(QT_TRANSLATE_NOOP(
                        "RecordFacts", "More about the reason, in the receiver’s own words."))});
        }
    }
    addLeft(group, beyond(record.reasons.size()));
    return group;
}

FactGroup identifierFacts(const Record &record)
{
    FactGroup group{
        BlockKind::Identifiers, say(QT_TRANSLATE_NOOP("RecordFacts", "In whose name it came")), {}};
    if (!record.envelopeTo.isEmpty()) {
        group.facts.push_back({u"envelope_to"_s, shown(record.envelopeTo),
            say(QT_TRANSLATE_NOOP("RecordFacts", "The domain that the mail was sent to."))});
    }
    if (record.hasEnvelopeFrom) {
        group.facts.push_back({u"envelope_from"_s, shown(record.envelopeFrom),
            say(record.envelopeFrom.isEmpty()
                    ? QT_TRANSLATE_NOOP(
                          "RecordFacts", "Empty: the mail is a bounce or an automatic reply.")
                    : QT_TRANSLATE_NOOP("RecordFacts",
                          "The domain of the return address, which SPF is about."))});
    }
    group.facts.push_back({u"header_from"_s, shown(record.headerFrom),
        say(QT_TRANSLATE_NOOP("RecordFacts",
            "The domain that the reader of the mail sees in the From header; DMARC protects "
            "it."))});
    return group;
}

void addDkim(FactGroup &group, const Record &record, qsizetype i)
{
    const DkimEntry &entry = record.dkim[i];
    const auto at = [&](QLatin1StringView field) {
        return path("dkim"_L1, i, record.dkim.size(), field);
    };
    group.facts.push_back({at("domain"_L1), shown(entry.domain),
        say(QT_TRANSLATE_NOOP("RecordFacts", "Whose signature it is (d= of the signature)."))});
    if (!entry.selector.isEmpty()) {
        group.facts.push_back({at("selector"_L1), shown(entry.selector),
            say(QT_TRANSLATE_NOOP(
                "RecordFacts", "Which of the domain’s keys made it (s= of the signature)."))});
    }
    group.facts.push_back(
        {at("result"_L1), shown(entry.resultText), say(dkimMeaning(entry.result))});
    if (!entry.humanResult.isEmpty()) {
        group.facts.push_back({at("human_result"_L1), shown(entry.humanResult),
            say(QT_TRANSLATE_NOOP("RecordFacts", "The result in the receiver’s own words."))});
    }
}

void addSpf(FactGroup &group, const Record &record, qsizetype i)
{
    const SpfEntry &entry = record.spf[i];
    const auto at = [&](QLatin1StringView field) {
        return path("spf"_L1, i, record.spf.size(), field);
    };
    group.facts.push_back({at("domain"_L1), shown(entry.domain),
        say(QT_TRANSLATE_NOOP("RecordFacts", "The domain whose SPF record was looked at."))});
    if (!entry.scope.isEmpty())
        group.facts.push_back({at("scope"_L1), shown(entry.scope), say(scopeMeaning(entry.scope))});
    group.facts.push_back(
        {at("result"_L1), shown(entry.resultText), say(spfMeaning(entry.result))});
    if (!entry.humanResult.isEmpty()) {
        group.facts.push_back({at("human_result"_L1), shown(entry.humanResult),
            say(QT_TRANSLATE_NOOP("RecordFacts", "The result in the receiver’s own words."))});
    }
}

FactGroup resultFacts(const Record &record)
{
    FactGroup group{
        BlockKind::AuthResults, say(QT_TRANSLATE_NOOP("RecordFacts", "What was found")), {}};
    for (qsizetype i = 0; i < std::min(record.dkim.size(), mostEntries); ++i)
        addDkim(group, record, i);
    for (qsizetype i = 0; i < std::min(record.spf.size(), mostEntries); ++i)
        addSpf(group, record, i);
    addLeft(group, beyond(record.dkim.size()) + beyond(record.spf.size()));
    return group;
}

} // namespace

std::vector<FactGroup> recordFacts(const Record &record, const Format &format)
{
    std::vector<FactGroup> groups{
        rowFacts(record, format), evaluatedFacts(record), identifierFacts(record)};
    if (!record.dkim.empty() || !record.spf.empty())
        groups.push_back(resultFacts(record));
    return groups;
}

} // namespace sekisho
