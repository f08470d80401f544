// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/evidence.h"

#include "analysis/cases/rules.h"
#include "analysis/cases/strengths.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sekisho {

namespace {

constexpr const char *ruleKeys[] = {
    "dmarc-passed",
    "dmarc-failed",
    "spf-aligned",
    "signature-survived",
    "registered-internal",
    "registered-third-party",
    "not-registered",
    "other-customer",
    "key-at-home",
    "key-elsewhere",
    "key-unknown",
    "source-is-service",
    "spf-of-others-dkim-ours",
    "learned-own-address",
    "own-neighbourhood",
    "host-ours",
    "signature-broken-at-home",
    "address-keeps-signatures",
    "address-breaks-signatures",
    "key-never-verified",
    "bounce-domain-of-own-list",
    "nothing-broken",
    "list-name",
    "passed-for-own-organization",
    "known-selector-broken",
    "selector-not-given",
    "unknown-selector-broken",
    "key-missing",
    "said-altered",
    "mail-from-kept",
    "mail-from-changed",
    "carries-our-mail",
    "neighbour-carries-our-mail",
    "breaks-our-mail",
    "keeps-our-mail",
    "alters-our-mail",
    "never-carried-ours",
    "stranger-unsigned",
    "unrelated-failed",
    "signer-is-mail-from",
    "list-signs-again",
    "signs-steadily",
    "signs-sometimes",
    "known-esp",
    "known-forwarder",
    "known-gateway",
    "known-mail-provider",
    "known-list-host",
    "web-hosting",
    "own-tenant",
    "other-tenant",
    "signs-for-owner",
    "host-matches-mail-from",
    "no-host-name",
    "generic-host",
    "mail-server-name",
    "one-off",
    "burst",
    "steady-unaligned",
    "steady-without-signature",
    "comes-and-goes",
    "subdomain-never-passed",
    "null-sender-unknown",
    "says-mailing-list",
    "says-trusted-forwarder",
    "says-forwarded",
    "arc-passed",
    "arc-starts-with-us",
    "spared",
    "replay",
};
static_assert(std::size(ruleKeys) == ruleCount);

/// Makes the texts of a rule's operands.
class Operands final {
public:
    Operands(const CaseContext &context, quint32 pattern, const Facts &facts)
        : m_context(context)
        , m_row(context.lookBack.patterns().patterns[pattern].first)
        , m_facts(facts)
    {
    }

    [[nodiscard]] QStringList of(const Rule &rule) const
    {
        QStringList list;
        for (const Operand operand : rule.operands) {
            if (operand != Operand::None)
                list.append(text(operand, rule.id));
        }
        return list;
    }

private:
    [[nodiscard]] QString text(Operand operand, RuleId rule) const
    {
        const Dataset &dataset = m_context.dataset;
        const Reading &reading = m_facts.reading;
        switch (operand) {
        case Operand::None: return {};
        case Operand::Host: return m_context.senders.hostOf(dataset.records.address[m_row]);
        case Operand::MailFrom: return dataset.text(reading.mailFrom);
        case Operand::Signer:
            return dataset.text(reading.signer.value ? reading.signer : reading.mailFrom);
        case Operand::Selector:
            return dataset.text(reading.dkimAligned ? reading.selector : reading.brokenSelector);
        case Operand::Entry: return entryText();
        case Operand::Service:
            return m_facts.service < 0
                ? QString()
                : m_context.services.services()[size_t(m_facts.service)].name;
        case Operand::Sealer: return m_facts.sealer;
        case Operand::HeaderFrom: return dataset.text(dataset.records.headerFrom[m_row]);
        case Operand::Messages: return QString::number(messages(rule));
        case Operand::Reporters: return QString::number(std::popcount(reporters(rule)));
        case Operand::Days: return QString::number(std::popcount(days(rule)));
        case Operand::Percent: return percentText(rule);
        }
        return {};
    }

    [[nodiscard]] QString entryText() const
    {
        return m_facts.registered.entry < 0
            ? QString()
            : senderKey(m_context.own.entries[size_t(m_facts.registered.entry)]);
    }

    /// The history that the rule looked at.
    [[nodiscard]] const History &history(RuleId rule) const
    {
        switch (rule) {
        case RuleId::NeighbourCarriesOurMail:
        case RuleId::OwnNeighbourhood: return m_facts.group;
        case RuleId::CarriesOurMail:
        case RuleId::SourceIsService:
            return strength::carriesBy(m_facts.organization) >=
                        strength::carriesBy(m_facts.address) &&
                    m_facts.organization.total() > 0
                ? m_facts.organization
                : m_facts.address;
        case RuleId::BreaksOurMail:
        case RuleId::KeepsOurMail:
        case RuleId::AltersOurMail:
        case RuleId::NeverCarriedOurs:
        case RuleId::SignsSteadily:
        case RuleId::ComesAndGoes: return strength::sourceOf(m_facts);
        default: return m_facts.address;
        }
    }

    [[nodiscard]] quint32 messages(RuleId rule) const
    {
        const History &h = history(rule);
        switch (rule) {
        case RuleId::CarriesOurMail:
        case RuleId::NeighbourCarriesOurMail: return h.of(Trace::Carried);
        case RuleId::SourceIsService: return h.of(Trace::Service);
        case RuleId::LearnedOwnAddress:
        case RuleId::OwnNeighbourhood: return h.direct();
        case RuleId::BreaksOurMail:
        case RuleId::AltersOurMail: return h.of(Trace::Broken);
        case RuleId::SignsSteadily: return h.of(Trace::BareSigned);
        default: return h.total();
        }
    }

    [[nodiscard]] quint64 reporters(RuleId rule) const
    {
        const History &h = history(rule);
        return rule == RuleId::SteadyUnaligned ? h.reporters : h.carriedReporters;
    }

    [[nodiscard]] quint64 days(RuleId rule) const
    {
        const History &h = history(rule);
        if (rule == RuleId::LearnedOwnAddress)
            return h.directDays;
        return rule == RuleId::CarriesOurMail || rule == RuleId::NeighbourCarriesOurMail
            ? h.carriedDays
            : h.days;
    }

    [[nodiscard]] QString percentText(RuleId rule) const
    {
        const bool ofOwnMail =
            rule == RuleId::NeverCarriedOurs || rule == RuleId::SteadyWithoutSignature;
        if (ofOwnMail && !m_facts.countedSignedShare)
            return {};
        return QString::number(
            qRound(ofOwnMail ? 100 * *m_facts.countedSignedShare : percent(rule)));
    }

    [[nodiscard]] double percent(RuleId rule) const
    {
        const History &h = history(rule);
        const auto share = [](double part, double rest) {
            return part > 0 ? 100 * part / (part + rest) : 0;
        };
        switch (rule) {
        case RuleId::KeyAtHome: return 100 * m_facts.home;
        case RuleId::AddressKeepsSignatures:
            return share(h.of(Trace::SignedDirect), h.of(Trace::BrokenDirect));
        case RuleId::AddressBreaksSignatures:
            return share(h.of(Trace::BrokenDirect), h.of(Trace::SignedDirect));
        case RuleId::KeepsOurMail: return share(h.of(Trace::Carried), h.of(Trace::Broken));
        case RuleId::SignsSometimes:
            return share(
                m_facts.organization.of(Trace::BareSigned), m_facts.organization.of(Trace::Bare));
        case RuleId::Burst: return 100 * m_facts.burst;
        default: return 0;
        }
    }

    const CaseContext &m_context;
    Row m_row;
    const Facts &m_facts;
};

/// The largest difference that it makes between two cases that are possible at all.
double size(const Evidence &evidence)
{
    const auto [least, most] =
        std::minmax_element(evidence.weights.begin(), evidence.weights.end());
    return *most - *least;
}

} // namespace

QString ruleKey(RuleId rule)
{
    return QString::fromLatin1(ruleKeys[size_t(rule)]);
}

double Evidence::towards(MailCase mailCase) const
{
    double others = 0;
    for (size_t i = 0; i < mailCaseCount; ++i)
        others += i == size_t(mailCase) ? 0 : weights[i];
    return mailCase == MailCase::Undetermined
        ? 0
        : weights[size_t(mailCase)] - others / (mailCaseCount - 1);
}

std::vector<Evidence> evidenceOf(const CaseContext &context, quint32 pattern, const Facts &facts)
{
    const Operands operands(context, pattern, facts);
    std::vector<Evidence> list;
    for (const Rule &rule : rules()) {
        const double strength = rule.strength(facts);
        if (strength == 0)
            continue;
        Evidence evidence{rule.id, operands.of(rule), rule.weights};
        for (double &weight : evidence.weights)
            weight *= strength;
        list.push_back(std::move(evidence));
    }
    std::stable_sort(list.begin(), list.end(),
        [](const Evidence &a, const Evidence &b) { return size(a) > size(b); });
    return list;
}

} // namespace sekisho
