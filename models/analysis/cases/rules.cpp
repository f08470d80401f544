// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/rules.h"

#include "analysis/cases/strengths.h"

#include <algorithm>
#include <cmath>

namespace sekisho {

namespace {

using namespace strength;

// Weights: direct, forward, forward_broken, list_own, list_other, misconfigured, spoof. What mail
// does is weighed, not what one site's mail looks like: signatures that survive or break, who
// authorised whom, who was seen before. RuleId says what each rule means.
constexpr Rule table[] = {
    {RuleId::DmarcPassed,
        [](const Facts &f) { return on(f.reading.dkimAligned || f.reading.spfAligned); }, {},
        {0, 0, -20, 0, -20, -20, -6}},
    {RuleId::DmarcFailed,
        [](const Facts &f) { return on(!f.reading.dkimAligned && !f.reading.spfAligned); }, {},
        {-20, -20, 0, -20, 0, 0, 0}},
    {RuleId::SpfAligned, [](const Facts &f) { return on(f.reading.spfAligned); },
        {Operand::MailFrom}, {1, -8, 0, 0, 0, 0, -2}},
    {RuleId::SignatureSurvived,
        [](const Facts &f) { return on(f.reading.dkimAligned && !f.reading.spfAligned); },
        {Operand::Selector}, {0, 1, 0, -6, 0, 0, 0}},
    {RuleId::RegisteredInternal,
        [](const Facts &f) { return on(f.registered.senderClass == SenderClass::Internal); },
        {Operand::Entry}, {5, -5, -4, 5, -4, 6, -4}},
    {RuleId::RegisteredThirdParty,
        [](const Facts &f) { return on(f.registered.senderClass == SenderClass::ThirdParty); },
        {Operand::Entry}, {5, -3, -2, 4, -2, 5.5, -3}},
    {RuleId::NotRegistered,
        [](const Facts &f) {
            return on(f.registered.any && f.registered.senderClass == SenderClass::Unauthorised &&
                !f.reading.spfAligned);
        },
        {}, {-3, 2, 0, 0, 0, -3.5, 1}},
    {RuleId::OtherCustomer, [](const Facts &f) { return otherCustomer(f); }, {Operand::MailFrom},
        {-5, 5, 3, 0, 1, -6, 1}},
    {RuleId::KeyAtHome,
        [](const Facts &f) { return f.reading.dkimAligned && !f.reading.spfAligned ? f.home : 0; },
        {Operand::Selector, Operand::Percent}, {4.5, -3, 0, 0, 0, 0, 0}},
    {RuleId::KeyElsewhere,
        [](const Facts &f) {
            return f.keyElsewhere ? (f.reading.spfForeign ? 1 : 1 - learnedOwn(f)) : 0;
        },
        {Operand::Selector}, {-2.5, 3, 0, 0, 0, 0, 0}},
    {RuleId::KeyUnknown,
        [](const Facts &f) {
            return on(f.reading.dkimAligned && !f.reading.spfAligned &&
                f.reading.selector.value == 0 && f.home < 0.5);
        },
        {}, {0, 0.7, 0, 0, 0, 0, 0}},
    {RuleId::SourceIsService, [](const Facts &f) { return sourceIsService(f); },
        {Operand::Messages}, {3, -2, 0, 0, 0, 1.5, -1}},
    {RuleId::SpfOfOthersDkimOurs,
        [](const Facts &f) {
            return on(f.reading.dkimAligned && !f.reading.spfAligned && f.reading.mailFromOurs &&
                !transient(f));
        },
        {Operand::MailFrom}, {0, 1.2, 0, 0, 0, 0, 0}},
    {RuleId::LearnedOwnAddress, [](const Facts &f) { return learnedOwn(f); },
        {Operand::Messages, Operand::Days}, {3.5, -2.5, -2, 0.5, -2, 3.5, -2.5}},
    {RuleId::OwnNeighbourhood, [](const Facts &f) { return ownNeighbourhood(f); },
        {Operand::Messages}, {1, 0, -1.2, 0, -1.2, 3.2, -1.5}},
    {RuleId::HostOurs, [](const Facts &f) { return on(f.hostOurs); }, {Operand::Host},
        {2, -2.5, -1.5, 1, -1.5, 3.5, -1.5}},
    {RuleId::SignatureBrokenAtHome,
        [](const Facts &f) { return on(f.reading.spfAligned && f.reading.ownBroken); },
        {Operand::Selector}, {0, 0, 0, 3, 0, 0, 0}},
    {RuleId::AddressKeepsSignatures,
        [](const Facts &f) {
            return f.reading.spfAligned && f.reading.ownBroken ? keeps(f.address) : 0;
        },
        {Operand::Percent}, {1, 0, 0, -4.5, 0, 0, 0}},
    {RuleId::AddressBreaksSignatures,
        [](const Facts &f) {
            return f.reading.spfAligned &&
                    (f.reading.ownBroken || f.hidesSignatures || !f.reading.resultsGiven)
                ? breaks(f.address)
                : 0;
        },
        {Operand::Percent}, {0, 0, 0, 3.5, 0, 0, 0}},
    {RuleId::KeyNeverVerified,
        [](const Facts &f) {
            return on(f.reading.spfAligned && f.reading.ownBroken && !f.selectorKnown &&
                f.reading.brokenSelector.value != 0 && !f.reading.dkimAligned);
        },
        {Operand::Selector}, {1, 0, 0, -3.5, 0, 0, 0}},
    {RuleId::BounceDomainOfOwnList, [](const Facts &f) { return ownListBounces(f); },
        {Operand::MailFrom}, {0, 0, 0, 1.5, 0, 0, 0}},
    {RuleId::NothingBroken,
        [](const Facts &f) {
            return on(f.reading.spfAligned && f.reading.resultsGiven && !f.reading.ownBroken &&
                       !f.hidesSignatures) *
                wouldShowBreakage(f);
        },
        {}, {1, 0, 0, -5, 0, 0, 0}},
    {RuleId::ListName, [](const Facts &f) { return on(f.listName); },
        {Operand::MailFrom, Operand::Host}, {0, -0.3, -0.3, 1.5, 1.8, 0, 0}},
    {RuleId::PassedForOwnOrganization,
        [](const Facts &f) {
            return on(f.reading.ownUnaligned && !f.reading.spfAligned && !f.reading.dkimAligned);
        },
        {Operand::MailFrom}, {0, 0, -1, 0, 0, 6, -5}},
    {RuleId::KnownSelectorBroken,
        [](const Facts &f) {
            return on(!f.reading.spfAligned && f.reading.ownBroken && !f.reading.dkimAligned &&
                f.selectorKnown);
        },
        {Operand::Selector}, {0, 0, 2, 0, 2, -0.5, -2.5}},
    {RuleId::SelectorNotGiven,
        [](const Facts &f) {
            return on(!f.reading.spfAligned && f.reading.ownBroken && !f.reading.dkimAligned &&
                f.reading.brokenSelector.value == 0);
        },
        {}, {0, 0, 0.8, 0, 0.8, 0, -0.8}},
    {RuleId::UnknownSelectorBroken,
        [](const Facts &f) {
            return on(!f.reading.spfAligned && f.reading.ownBroken && !f.reading.dkimAligned &&
                !f.selectorKnown && f.reading.brokenSelector.value != 0);
        },
        {Operand::Selector}, {0, 0, -2, 0, -2, 0.3, 2}},
    {RuleId::KeyMissing,
        [](const Facts &f) {
            return on(!f.reading.spfAligned && f.reading.ownBroken && f.reading.keyMissing);
        },
        {Operand::Selector}, {0, 0, -0.5, 0, -0.5, 0.5, 0.7}},
    {RuleId::SaidAltered,
        [](const Facts &f) {
            return on(f.reading.ownBroken && f.reading.altered && !f.reading.spfAligned);
        },
        {}, {0, 0, 0.7, 0, 0.7, 0, -0.7}},
    {RuleId::MailFromKept,
        [](const Facts &f) {
            return failed(f,
                f.reading.mailFromOurs && f.reading.spfResult != AuthResult::Pass && !transient(f));
        },
        {Operand::MailFrom}, {0, 0, 0.3, 0, -3.5, 0, 0}},
    {RuleId::MailFromChanged,
        [](const Facts &f) {
            return failed(
                f, f.reading.ownBroken && f.reading.mailFrom.value != 0 && !f.reading.mailFromOurs);
        },
        {Operand::MailFrom}, {0, 0, 0, 0, 1.8, 0.3, 0}},
    {RuleId::CarriesOurMail, [](const Facts &f) { return carries(f); },
        {Operand::Messages, Operand::Reporters, Operand::Days}, {0, 0, 4, 0, 0.8, -1.5, -3.5}},
    {RuleId::NeighbourCarriesOurMail,
        [](const Facts &f) { return carries(f) > 0 ? 0 : carriesBy(f.group) * on(failedMail(f)); },
        {Operand::Messages, Operand::Reporters, Operand::Days}, {0, 0, 1.8, 0, 0.5, 0, -1}},
    {RuleId::BreaksOurMail, [](const Facts &f) { return breaksMail(f); }, {Operand::Messages},
        {0, 0, -0.8, 0, 3.2, -1.5, -2}},
    {RuleId::KeepsOurMail, [](const Facts &f) { return keepsMail(f); }, {Operand::Percent},
        {0, 0, 1.5, 0, -2, 0, 0}},
    {RuleId::AltersOurMail, [](const Facts &f) { return altersMail(f); }, {Operand::Messages},
        {0, 0, 2.8, 0, -1.5, -1, -2}},
    {RuleId::NeverCarriedOurs, [](const Facts &f) { return neverCarried(f); },
        {Operand::Messages, Operand::Percent}, {0, 0, -2.8, 0, -2.8, 0.8, 1.8}},
    {RuleId::StrangerUnsigned,
        [](const Facts &f) {
            return failed(f,
                       f.reading.mailFromOurs && f.reading.resultsGiven &&
                           f.reading.spfResult != AuthResult::Pass && !f.reading.ownBroken &&
                           !f.hidesSignatures) *
                f.signedShare;
        },
        {Operand::MailFrom}, {0, 0, 0, 0, 0, 0, 1.2}},
    {RuleId::UnrelatedFailed,
        [](const Facts &f) {
            return failed(f,
                f.reading.mailFrom.value != 0 && !f.reading.mailFromOurs &&
                    f.reading.spfResult != AuthResult::Pass && !f.reading.ownBroken &&
                    f.reading.signer.value == 0);
        },
        {Operand::MailFrom}, {0, 0, 0, 0, -0.5, -0.5, 1.8}},
    {RuleId::SignerIsMailFrom,
        [](const Facts &f) {
            return failed(f, f.reading.signerIsMailFrom && !f.reading.ownBroken);
        },
        {Operand::Signer}, {0, 0, -0.5, 0, 0.3, 0.8, 0}},
    {RuleId::ListSignsAgain,
        [](const Facts &f) { return failed(f, f.reading.signerIsMailFrom && f.reading.ownBroken); },
        {Operand::Signer}, {0, 0, -0.3, 0, 1.5, 0, 0}},
    {RuleId::SignsSteadily, [](const Facts &f) { return signsSteadily(f); },
        {Operand::Signer, Operand::Messages}, {0, 0, 0, 0, 0, 1.2, -0.4}},
    {RuleId::SignsSometimes, [](const Facts &f) { return signsSometimes(f); },
        {Operand::MailFrom, Operand::Percent}, {0, 0, 0, 0, 0, -2, 1.2}},
    {RuleId::KnownEsp, [](const Facts &f) { return isKind(f, ServiceKind::Esp); },
        {Operand::Service}, {1.5, -1, -0.8, 0, -0.8, 2.2, -0.6}},
    {RuleId::KnownForwarder, [](const Facts &f) { return on(isKind(f, ServiceKind::Forwarder)); },
        {Operand::Service}, {-1.5, 2.5, 2.5, 0, 0, -0.5, -1.5}},
    {RuleId::KnownGateway, [](const Facts &f) { return on(isKind(f, ServiceKind::Gateway)); },
        {Operand::Service}, {0, 1, 2, 0, -0.3, 0, -1}},
    {RuleId::KnownMailProvider, [](const Facts &f) { return provider(f); }, {Operand::Service},
        {-0.5, 1.5, 1.5, 0, 0.5, 0, -0.8}},
    {RuleId::KnownListHost, [](const Facts &f) { return on(isKind(f, ServiceKind::ListHost)); },
        {Operand::Service}, {0, 0.3, -0.5, 0, 3, -1, -1.5}},
    {RuleId::WebHosting,
        [](const Facts &f) { return on(f.hostKind == ServiceKind::Hosting && failedMail(f)); },
        {Operand::Service}, {0, 0, -0.2, 0, -0.2, 0.6, 0.4}},
    {RuleId::OwnTenant, [](const Facts &f) { return on(f.ownTenant && failedMail(f)); },
        {Operand::Signer}, {0, 0, 0.8, 0, -1, 4, -3.5}},
    {RuleId::OtherTenant, [](const Facts &f) { return on(f.otherTenant && failedMail(f)); },
        {Operand::Signer}, {0, 0, 0.8, 0, 0.5, -1, 0.5}},
    {RuleId::SignsForOwner, [](const Facts &f) { return on(f.signsForOwner && failedMail(f)); },
        {Operand::Signer}, {0, 0, 0.5, 0, 0, 2, -2}},
    {RuleId::HostMatchesMailFrom,
        [](const Facts &f) { return on(f.hostMatchesMailFrom && failedMail(f)); },
        {Operand::Host, Operand::MailFrom}, {0, 0, 0.5, 0, 0.5, 0.5, -0.4}},
    {RuleId::NoHostName,
        [](const Facts &f) { return on(failedMail(f) && !f.named && f.namedShare > 0.4); }, {},
        {0, 0, -0.6, 0, -0.8, -0.4, 1.4}},
    {RuleId::GenericHost, [](const Facts &f) { return on(f.hostGeneric && failedMail(f)); },
        {Operand::Host}, {0, 0, -0.8, 0, -1, -0.5, 1.8}},
    {RuleId::MailServerName, [](const Facts &f) { return on(f.hostServer && failedMail(f)); },
        {Operand::Host}, {0, 0, 0.4, 0, 0.2, 0.2, -0.7}},
    {RuleId::OneOff, [](const Facts &f) { return oneOff(f); }, {Operand::Days},
        {0, 0, 0, 0, -0.3, -1, 1.2}},
    {RuleId::Burst, [](const Facts &f) { return burst(f); }, {Operand::Percent},
        {0, 0, -1, 0, -1, -0.7, 1.5}},
    {RuleId::SteadyUnaligned, [](const Facts &f) { return steady(f); },
        {Operand::Days, Operand::Reporters}, {0, 0, 1.2, 0, 0.8, 2.2, -1.4}},
    {RuleId::SteadyWithoutSignature, [](const Facts &f) { return steadyUnsigned(f); },
        {Operand::Percent}, {0, 0, 1.4, 0, 0.6, -1.6, 0}},
    {RuleId::ComesAndGoes, [](const Facts &f) { return comesAndGoes(f); }, {Operand::Days},
        {0, 0, 0, 0, 0, -1, 0.8}},
    {RuleId::SubdomainNeverPassed,
        [](const Facts &f) { return on(f.neverPassed && failedMail(f)); }, {Operand::HeaderFrom},
        {0, 0, -0.5, 0, -0.5, 0.6, 2.2}},
    {RuleId::NullSenderUnknown,
        [](const Facts &f) {
            return failed(f, f.nullSender && !f.reading.ownBroken) *
                (f.address.direct() == 0 ? 1 : 0);
        },
        {}, {0, 0, 0, 0, 0, 0, 0.5}},
    {RuleId::SaysMailingList, [](const Facts &f) { return on(f.reasonList); }, {},
        {0, 0, -0.3, 2, 3, 0, -2}},
    {RuleId::SaysTrustedForwarder, [](const Facts &f) { return on(f.reasonForwarder); }, {},
        {0, 2, 3, 0, 0.5, 0, -2}},
    {RuleId::SaysForwarded, [](const Facts &f) { return on(f.reasonForwarded); }, {},
        {0, 1, 2, 0, 0.3, 0, -1}},
    {RuleId::ArcPassed, [](const Facts &f) { return on(f.arcPass); }, {Operand::Sealer},
        {0, 1, 2.5, 0, 2, -1, -2.5}},
    {RuleId::ArcStartsWithUs, [](const Facts &f) { return on(f.arcOurs); }, {Operand::Sealer},
        {0, 2, 5, 0, 4, -2, -5}},
    {RuleId::Spared, [](const Facts &f) { return on(f.spared && failedMail(f)); }, {},
        {0, 0, 0.5, 0, 0.4, 0, -0.4}},
    {RuleId::Replay, [](const Facts &f) { return on(f.replay); },
        {Operand::Selector, Operand::Messages}, {-6, -6, 0, 0, 0, 0, 5}},
};
static_assert(std::size(table) == ruleCount);

// The rules often see two sides of one thing; to add them up as if they were independent would
// claim too much.
constexpr double caution = 0.85;

constexpr CaseScores priorScores{0.5, 0, 0, 0, 0, 0, 0.3};

} // namespace

std::span<const Rule, ruleCount> rules()
{
    return table;
}

const CaseScores &priors()
{
    return priorScores;
}

CaseScores scoresOf(const Facts &facts, std::span<const Rule> table)
{
    CaseScores scores = priors();
    for (const Rule &rule : table) {
        const double strength = rule.strength(facts);
        if (strength == 0)
            continue;
        for (size_t i = 0; i < mailCaseCount; ++i)
            scores[i] += caution * strength * rule.weights[i];
    }
    return scores;
}

CaseScores probabilitiesOf(const CaseScores &scores)
{
    const double top = *std::max_element(scores.begin(), scores.end());
    CaseScores result{};
    double sum = 0;
    for (size_t i = 0; i < mailCaseCount; ++i) {
        result[i] = std::exp(scores[i] - top);
        sum += result[i];
    }
    for (double &value : result)
        value /= sum;
    return result;
}

} // namespace sekisho
