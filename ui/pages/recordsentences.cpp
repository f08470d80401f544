// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/recordtext.h"

#include "tables/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype valueChars = 200;
/// More results than this are told as a number; the fields below list them.
constexpr qsizetype mostResults = 4;

QString say(const char *text, qint64 n = -1)
{
    const int number = int(std::min<qint64>(n, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("RecordText", text, nullptr, number);
}

QString shown(const QString &value)
{
    return shortVisibleText(value, valueChars);
}

/// Collects the sentences about one record.
class Story final {
public:
    Story(const Record &record, const PublishedPolicy &policy, const RecordAlignment &alignment,
        const OrganizationalDomains &domains)
        : m_record(record)
        , m_policy(policy)
        , m_alignment(alignment)
        , m_domains(domains)
    {
    }

    std::vector<Sentence> tell()
    {
        arrival();
        evaluation();
        for (const OverrideReason &reason : m_record.reasons)
            override(reason);
        disposition();
        identities();
        signatures();
        envelope();
        conclusion();
        doubts("DKIM"_L1, m_alignment.dkim);
        doubts("SPF"_L1, m_alignment.spf);
        if (m_record.repaired) {
            add(BlockKind::Record,
                say(QT_TRANSLATE_NOOP("RecordText",
                    "The record was read out of damaged XML, so compare it with the original.")));
        }
        return std::move(m_sentences);
    }

private:
    void add(BlockKind block, const QString &text) { m_sentences.push_back({text, block}); }

    void arrival();
    void evaluation();
    void override(const OverrideReason &reason);
    void comment(const QString &text);
    void disposition();
    void identities();
    void signatures();
    void signature(const DkimEntry &entry);
    void envelope();
    void sender(const SpfEntry &entry);
    void conclusion();
    void doubts(QLatin1StringView mechanism, const MechanismOutcome &outcome);

    const Record &m_record;
    const PublishedPolicy &m_policy;
    const RecordAlignment &m_alignment;
    const OrganizationalDomains &m_domains;
    std::vector<Sentence> m_sentences;
};

void Story::arrival()
{
    if (m_record.sourceIpText.isEmpty()) {
        add(BlockKind::SourceRow,
            say(QT_TRANSLATE_N_NOOP(
                    "RecordText", "%Ln message(s) arrived; the report does not say from where."),
                m_record.count));
        return;
    }
    add(BlockKind::SourceRow,
        say(QT_TRANSLATE_N_NOOP("RecordText", "%Ln message(s) arrived from %1."), m_record.count)
            .arg(shown(m_record.sourceIpText)));
}

void Story::evaluation()
{
    const auto known = [](Evaluated value) {
        return value == Evaluated::Pass || value == Evaluated::Fail;
    };
    if (!known(m_record.dkimEvaluated) || !known(m_record.spfEvaluated)) {
        const auto word = [](const QString &text) { return text.isEmpty() ? u"–"_s : shown(text); };
        add(BlockKind::PolicyEvaluated,
            say(QT_TRANSLATE_NOOP("RecordText",
                    "The receiver’s evaluation is “%1” for DKIM and “%2” for SPF, which is not "
                    "quite what the standard allows."))
                .arg(word(m_record.dkimEvaluatedText), word(m_record.spfEvaluatedText)));
        return;
    }
    const bool dkim = m_record.dkimEvaluated == Evaluated::Pass;
    const bool spf = m_record.spfEvaluated == Evaluated::Pass;
    const char *text = dkim && spf ? QT_TRANSLATE_NOOP("RecordText",
                                         "In the receiver’s evaluation DKIM passed and SPF passed.")
        : dkim                     ? QT_TRANSLATE_NOOP(
                                         "RecordText", "In the receiver’s evaluation DKIM passed and SPF failed.")
        : spf ? QT_TRANSLATE_NOOP(
                    "RecordText", "In the receiver’s evaluation DKIM failed and SPF passed.")
              : QT_TRANSLATE_NOOP(
                    "RecordText", "In the receiver’s evaluation DKIM failed and SPF failed.");
    add(BlockKind::PolicyEvaluated, say(text));
}

void Story::override(const OverrideReason &reason)
{
    struct Kind {
        QLatin1StringView type;
        const char *text;
    };
    static constexpr Kind kinds[] = {
        {"forwarded"_L1,
            QT_TRANSLATE_NOOP(
                "RecordText", "The receiver took the mail for forwarded and made an exception.")},
        {"sampled_out"_L1,
            QT_TRANSLATE_NOOP("RecordText",
                "The policy was not applied, because the owner asked to apply it to a part of the "
                "mail only.")},
        {"trusted_forwarder"_L1,
            QT_TRANSLATE_NOOP("RecordText",
                "The mail came through a forwarder that the receiver trusts, so it made an "
                "exception.")},
        {"mailing_list"_L1,
            QT_TRANSLATE_NOOP(
                "RecordText", "The receiver recognized a mailing list and made an exception.")},
        {"local_policy"_L1,
            QT_TRANSLATE_NOOP(
                "RecordText", "The receiver followed a rule of its own instead of the policy.")},
        {"policy_test_mode"_L1,
            QT_TRANSLATE_NOOP("RecordText",
                "The policy was applied in a milder form, because the owner is still testing it.")},
        {"other"_L1,
            QT_TRANSLATE_NOOP(
                "RecordText", "The receiver made an exception for a reason that has no name.")},
    };
    const auto found = std::find_if(std::begin(kinds), std::end(kinds),
        [&reason](const Kind &kind) { return reason.type == kind.type; });
    if (found != std::end(kinds))
        add(BlockKind::PolicyEvaluated, say(found->text));
    else if (!reason.type.isEmpty())
        add(BlockKind::PolicyEvaluated,
            say(QT_TRANSLATE_NOOP(
                    "RecordText", "As the reason for an exception the receiver says “%1”."))
                .arg(shown(reason.type)));
    comment(reason.comment);
}

void Story::comment(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.isEmpty())
        return;
    const bool arcPass = plain.startsWith("arc=pass"_L1, Qt::CaseInsensitive);
    const bool xoarPass = plain.startsWith("xoar=pass"_L1, Qt::CaseInsensitive);
    const char *sentence = arcPass ? QT_TRANSLATE_NOOP("RecordText",
                                         "It adds “%1”: forwarders on the way sealed what they had "
                                         "found (ARC), and the seals are intact.")
        : xoarPass                 ? QT_TRANSLATE_NOOP("RecordText",
                                         "It adds “%1”: by the forwarder’s X-Original-Authentication-Results the "
                                                         "mail seems to "
                                                         "have passed before.")
                   : QT_TRANSLATE_NOOP("RecordText", "It adds the comment “%1”.");
    add(BlockKind::PolicyEvaluated, say(sentence).arg(shown(plain)));
}

void Story::disposition()
{
    const char *text = nullptr;
    const bool passes = m_alignment.reported().passes();
    const bool asked = m_policy.p == Policy::Quarantine || m_policy.p == Policy::Reject;
    switch (m_record.disposition) {
    case Disposition::None:
        text = !passes && asked && m_record.reasons.empty()
            ? QT_TRANSLATE_NOOP("RecordText",
                  "It delivered the mail without action, though the policy asks for more, and "
                  "gives no reason.")
            : QT_TRANSLATE_NOOP("RecordText", "It took no action because of DMARC.");
        break;
    case Disposition::Pass:
        text = QT_TRANSLATE_NOOP("RecordText", "It let the mail through, because DMARC passed.");
        break;
    case Disposition::Quarantine:
        text = QT_TRANSLATE_NOOP("RecordText",
            "It treated the mail as suspicious, for example by putting it into the spam folder.");
        break;
    case Disposition::Reject: text = QT_TRANSLATE_NOOP("RecordText", "It refused the mail."); break;
    case Disposition::Missing:
        text = QT_TRANSLATE_NOOP("RecordText", "What it did with the mail is not said.");
        break;
    case Disposition::Other:
        add(BlockKind::PolicyEvaluated,
            say(QT_TRANSLATE_NOOP("RecordText",
                    "What it did with the mail is called “%1”, a word of no standard."))
                .arg(shown(m_record.dispositionText)));
        return;
    }
    add(BlockKind::PolicyEvaluated, say(text));
}

void Story::identities()
{
    if (m_record.headerFrom.isEmpty()) {
        add(BlockKind::Identifiers,
            say(QT_TRANSLATE_NOOP(
                "RecordText", "The report does not say which domain the From header names.")));
    } else {
        add(BlockKind::Identifiers,
            say(QT_TRANSLATE_NOOP("RecordText", "The From header names %1."))
                .arg(shown(m_record.headerFrom)));
    }
    if (m_record.hasEnvelopeFrom && m_record.envelopeFrom.isEmpty()) {
        add(BlockKind::Identifiers,
            say(QT_TRANSLATE_NOOP("RecordText",
                "The return address is empty, as in bounces and automatic replies.")));
    } else if (m_record.hasEnvelopeFrom &&
        normalizedDomain(m_record.envelopeFrom) != normalizedDomain(m_record.headerFrom)) {
        add(BlockKind::Identifiers,
            say(QT_TRANSLATE_NOOP("RecordText", "The return address belongs to %1."))
                .arg(shown(m_record.envelopeFrom)));
    }
}

void Story::signatures()
{
    if (!m_record.hasAuthResults) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP(
                "RecordText", "The report gives no single results of DKIM and SPF.")));
        return;
    }
    if (m_record.dkim.empty()) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText",
                "No DKIM result is given: the mail was not signed, or it was not reported.")));
    }
    for (qsizetype i = 0; i < std::min(m_record.dkim.size(), mostResults); ++i)
        signature(m_record.dkim[i]);
    if (m_record.dkim.size() > mostResults) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_N_NOOP("RecordText", "%Ln more signature(s) are listed below."),
                qint64(m_record.dkim.size() - mostResults)));
    }
}

void Story::signature(const DkimEntry &entry)
{
    const QString result = shown(entry.resultText.isEmpty() ? u"–"_s : entry.resultText);
    if (entry.domain.isEmpty()) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText",
                    "A DKIM result “%1” is given without a domain, so it says nothing."))
                .arg(result));
        return;
    }
    const bool pass = entry.result == AuthResult::Pass;
    const bool selector = !entry.selector.isEmpty();
    const char *text = pass
        ? (selector ? QT_TRANSLATE_NOOP(
                          "RecordText", "DKIM was signed by %1 with the selector %2 and passed.")
                    : QT_TRANSLATE_NOOP("RecordText", "DKIM was signed by %1 and passed."))
        : (selector ? QT_TRANSLATE_NOOP("RecordText",
                          "DKIM was signed by %1 with the selector %2, but did not pass: the "
                          "result is %3.")
                    : QT_TRANSLATE_NOOP("RecordText",
                          "DKIM was signed by %1, but did not pass: the result is %2."));
    QStringList operands{shown(entry.domain)};
    if (selector)
        operands.append(shown(entry.selector));
    if (!pass)
        operands.append(result);
    QString sentence = say(text);
    sentence = operands.size() == 3 ? sentence.arg(operands[0], operands[1], operands[2])
        : operands.size() == 2      ? sentence.arg(operands[0], operands[1])
                                    : sentence.arg(operands[0]);
    add(BlockKind::AuthResults, sentence);
    if (pass) {
        add(BlockKind::AuthResults,
            alignmentReason(u"DKIM"_s, entry.domain, m_record.headerFrom,
                m_policy.adkim.compare("s"_L1, Qt::CaseInsensitive) == 0, m_domains));
    }
}

void Story::envelope()
{
    if (!m_record.hasAuthResults)
        return;
    if (m_record.spf.empty())
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText", "No SPF result is given.")));
    for (qsizetype i = 0; i < std::min(m_record.spf.size(), mostResults); ++i)
        sender(m_record.spf[i]);
    if (m_record.spf.size() > mostResults) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_N_NOOP("RecordText", "%Ln more SPF result(s) are listed below."),
                qint64(m_record.spf.size() - mostResults)));
    }
}

void Story::sender(const SpfEntry &entry)
{
    const QString result = shown(entry.resultText.isEmpty() ? u"–"_s : entry.resultText);
    if (entry.domain.isEmpty()) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText",
                    "An SPF result “%1” is given without a domain, so it says nothing."))
                .arg(result));
        return;
    }
    const bool helo = entry.scope == "helo"_L1;
    if (entry.result != AuthResult::Pass) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText", "SPF did not pass for %1: the result is %2."))
                .arg(shown(entry.domain), result));
        return;
    }
    add(BlockKind::AuthResults,
        say(helo ? QT_TRANSLATE_NOOP("RecordText",
                       "SPF passed for %1, the name by which the server introduced itself (HELO).")
                 : QT_TRANSLATE_NOOP("RecordText", "SPF passed for %1."))
            .arg(shown(entry.domain)));
    // With a null reverse path the HELO name stands in for the return address (RFC 7489 §3.1.2).
    if (helo && !(m_record.hasEnvelopeFrom && m_record.envelopeFrom.isEmpty())) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText",
                "For DMARC only the domain of the return address counts, so that is not "
                "aligned.")));
        return;
    }
    add(BlockKind::AuthResults,
        alignmentReason(u"SPF"_s, entry.domain, m_record.headerFrom,
            m_policy.aspf.compare("s"_L1, Qt::CaseInsensitive) == 0, m_domains));
}

void Story::conclusion()
{
    const Cell cell = m_alignment.reported();
    const bool dkim = cell.dkim == Outcome::Aligned;
    const bool spf = cell.spf == Outcome::Aligned;
    if (!dkim && !spf) {
        add(BlockKind::PolicyEvaluated,
            say(QT_TRANSLATE_NOOP("RecordText",
                    "So DMARC failed: neither DKIM nor SPF passed for a domain that is aligned "
                    "with %1."))
                .arg(shown(m_record.headerFrom)));
    } else {
        const char *text = dkim && spf
            ? QT_TRANSLATE_NOOP("RecordText", "So DMARC passed, by DKIM and by SPF.")
            : dkim ? QT_TRANSLATE_NOOP("RecordText", "So DMARC passed, by DKIM alone.")
                   : QT_TRANSLATE_NOOP("RecordText", "So DMARC passed, by SPF alone.");
        add(BlockKind::PolicyEvaluated, say(text));
    }
    if (m_alignment.ownSignatureBroken) {
        add(BlockKind::AuthResults,
            say(QT_TRANSLATE_NOOP("RecordText",
                "A signature of the From domain itself did not pass: the mail was probably changed "
                "on its way, for example by a mailing list, or the signature is forged.")));
    }
}

void Story::doubts(QLatin1StringView mechanism, const MechanismOutcome &outcome)
{
    const char *text = nullptr;
    if (outcome.evaluatedUnknown)
        text = QT_TRANSLATE_NOOP("RecordText",
            "For %1 the evaluation is neither pass nor fail, so it was computed from the results.");
    else if (outcome.passWithoutResult)
        text = QT_TRANSLATE_NOOP("RecordText",
            "The receiver evaluated %1 as pass, though none of the results above is an aligned "
            "pass.");
    else if (outcome.alignedButFail)
        text = QT_TRANSLATE_NOOP("RecordText",
            "The receiver evaluated %1 as fail, though one of the results above is an aligned "
            "pass.");
    if (text)
        add(BlockKind::PolicyEvaluated, say(text).arg(mechanism));
}

} // namespace

std::vector<Sentence> recordSentences(const Record &record, const PublishedPolicy &policy,
    const RecordAlignment &alignment, const OrganizationalDomains &domains)
{
    return Story(record, policy, alignment, domains).tell();
}

QString alignmentReason(const QString &mechanism, const QString &domain, const QString &headerFrom,
    bool strict, const OrganizationalDomains &domains)
{
    const QString own = normalizedDomain(domain);
    const QString from = normalizedDomain(headerFrom);
    if (from.isEmpty()) {
        return say(QT_TRANSLATE_NOOP(
                       "RecordText", "Without a From domain nobody can say whether %1 is aligned."))
            .arg(mechanism);
    }
    if (own == from) {
        return say(QT_TRANSLATE_NOOP(
                       "RecordText", "That is the domain of the From header, so %1 is aligned."))
            .arg(mechanism);
    }
    if (strict) {
        return say(QT_TRANSLATE_NOOP("RecordText",
                       "The policy demands exactly %2 (strict), so %1 is not aligned."))
            .arg(mechanism, shown(from));
    }
    const QString organization = domains.of(own);
    if (domains.aligned(own, from, false)) {
        return say(QT_TRANSLATE_NOOP("RecordText",
                       "It belongs to the same organizational domain %2 as the From header, so %1 "
                       "is aligned."))
            .arg(mechanism, shown(organization));
    }
    return say(QT_TRANSLATE_NOOP("RecordText",
                   "Its organizational domain is %2, that of the From header is %3, so %1 is not "
                   "aligned."))
        .arg(mechanism, shown(organization), shown(domains.of(from)));
}

} // namespace sekisho
