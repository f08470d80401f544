// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cases/strengths.h"

#include <algorithm>
#include <bit>

namespace sekisho::strength {

namespace {

double grown(double count, double enough)
{
    return std::clamp(count / enough, 0.0, 1.0);
}

double share(double part, double rest)
{
    return part > 0 ? part / (part + rest) : 0;
}

/// Hardly anything of this source bore the owner's signature: a forger may copy a selector now
/// and then, a relay hands on what is signed with all the rest.
bool isForeign(const History &h)
{
    return h.of(Trace::Carried) == 0 && h.of(Trace::Service) == 0 && h.direct() == 0 &&
        h.of(Trace::Broken) * 3 <=
        h.of(Trace::Bare) + h.of(Trace::Forged) + h.of(Trace::BareSigned);
}

/// How much more than half of the owner's mail is signed: 0…1. Without that, mail without a
/// signature says nothing.
double signing(const Facts &f)
{
    return std::max(0.0, (f.signedShare - 0.4) / 0.6);
}

/// How far the share of signed mail of a source lies below what the owner's mail has.
double shortOfSigned(const History &h, const Facts &f)
{
    const double with = h.of(Trace::Carried) + h.of(Trace::Broken) + h.of(Trace::Service);
    const double without = h.of(Trace::Bare) + h.of(Trace::Forged) + h.of(Trace::BareSigned);
    return std::clamp(1 - share(with, without) / (0.5 * f.signedShare), 0.0, 1.0);
}

} // namespace

bool failedMail(const Facts &f)
{
    return !f.reading.dkimAligned && !f.reading.spfAligned;
}

double failed(const Facts &f, bool found)
{
    return on(found && failedMail(f));
}

const History &sourceOf(const Facts &f)
{
    return f.reading.spfForeign ? f.organization : f.address;
}

bool transient(const Facts &f)
{
    return f.reading.spfResult == AuthResult::TempError ||
        f.reading.spfResult == AuthResult::PermError;
}

double otherCustomer(const Facts &f)
{
    const bool shared = f.registered.senderClass == SenderClass::ThirdParty &&
        f.address.direct() + f.group.direct() > 0;
    const bool known = f.organization.direct() > 0 || f.organization.of(Trace::Service) > 0 ||
        f.ownTenant || f.signsForOwner || f.hostMatchesMailFrom;
    return on(shared && f.reading.spfForeign && !known);
}

double signsAtHome(const Facts &f)
{
    // Drawn to what the owner does elsewhere while little was seen of the network.
    constexpr double drawn = 10;
    const double signedMail = f.group.of(Trace::SignedDirect) + f.group.of(Trace::BrokenDirect);
    const double share = (signedMail + drawn * f.signedShare) / (f.group.direct() + drawn);
    return std::clamp((share - 0.3) / 0.4, 0.0, 1.0);
}

double wouldShowBreakage(const Facts &f)
{
    // Where nobody signs, lists still have names and bounce domains of their own.
    return std::max(signsAtHome(f), f.listName || f.mailFromChild ? 0 : 0.4);
}

double ownListBounces(const Facts &f)
{
    if (!f.reading.spfAligned || f.reading.dkimAligned || !f.mailFromChild)
        return 0;
    if (f.reading.ownBroken)
        return 1;
    return f.reading.resultsGiven && !f.hidesSignatures ? 1 - signsAtHome(f) : 0;
}

double sourceIsService(const Facts &f)
{
    const double service =
        std::max(f.address.of(Trace::Service), f.organization.of(Trace::Service));
    const double carried =
        std::max(f.address.of(Trace::Carried), f.organization.of(Trace::Carried));
    return f.reading.spfAligned ? 0 : share(service, carried) * grown(service, 5);
}

double learnedOwn(const Facts &f)
{
    const double direct = f.address.direct();
    if (f.reading.spfForeign) // somebody else's mail at a shared address is as likely
        return share(direct, f.address.total() - direct) * grown(direct, 5) * 0.2;
    return f.reading.spfAligned ? 0 : share(direct, f.address.total() - direct) * grown(direct, 5);
}

double ownNeighbourhood(const Facts &f)
{
    if (f.reading.spfAligned || f.address.direct() > 0)
        return 0;
    const double direct = f.group.direct();
    // At a provider's the neighbours are other customers.
    const double owned = f.hostKind == ServiceKind::None ? 1 : 0.2;
    return owned * share(direct, f.group.total() - direct) * grown(direct, 20);
}

double keeps(const History &h)
{
    const double part = share(h.of(Trace::SignedDirect), h.of(Trace::BrokenDirect));
    return std::max(0.0, 2 * part - 1);
}

double breaks(const History &h)
{
    const double part = share(h.of(Trace::BrokenDirect), h.of(Trace::SignedDirect));
    return std::max(0.0, 2 * part - 1) * grown(h.of(Trace::BrokenDirect), 3);
}

double carriesBy(const History &h)
{
    if (h.of(Trace::Carried) == 0)
        return 0;
    const int days = std::popcount(h.carriedDays);
    return std::popcount(h.carriedReporters) >= 2 && days >= 3 ? 1 : days >= 2 ? 0.85 : 0.65;
}

double carries(const Facts &f)
{
    return failedMail(f) ? std::max(carriesBy(f.organization), carriesBy(f.address)) : 0;
}

double breaksMail(const Facts &f)
{
    const History &h = sourceOf(f);
    const double broken = h.of(Trace::Broken);
    const bool own = h.rewritten * 2 > broken + h.of(Trace::Bare) + h.of(Trace::BareSigned);
    if (!failedMail(f) || !own || broken < 2 || broken < 3 * h.of(Trace::Carried))
        return 0;
    return grown(broken, 4) * share(broken, 3 * h.of(Trace::Carried));
}

double keepsMail(const Facts &f)
{
    const History &h = sourceOf(f);
    const double kept = share(h.of(Trace::Carried), h.of(Trace::Broken));
    return failedMail(f) && h.of(Trace::Carried) >= 2 ? std::max(0.0, (kept - 0.4) / 0.6) : 0;
}

double altersMail(const Facts &f)
{
    const History &h = sourceOf(f);
    const double broken = h.of(Trace::Broken);
    const bool kept = h.rewritten * 2 < broken + h.of(Trace::Bare) + h.of(Trace::Blank);
    return failedMail(f) && kept && broken >= 2 ? grown(broken, 4) * (1 - shortOfSigned(h, f)) : 0;
}

double neverCarried(const Facts &f)
{
    if (!failedMail(f) || !f.reading.resultsGiven || f.hidesSignatures || f.address.direct() > 0)
        return 0;
    const History &h = sourceOf(f);
    const double without = h.of(Trace::Bare) + h.of(Trace::BareSigned) + h.of(Trace::Forged);
    return grown(without, 5) * signing(f) *
        std::min(shortOfSigned(h, f), shortOfSigned(f.address, f));
}

double signsSteadily(const Facts &f)
{
    const double with = f.organization.of(Trace::BareSigned);
    const double without = f.organization.of(Trace::Bare);
    const bool own = f.reading.spfForeign && failedMail(f) && isForeign(f.organization);
    return own && with >= 4 && without * 10 <= with ? grown(with, 10) * (0.3 + 0.7 * signing(f))
                                                    : 0;
}

double signsSometimes(const Facts &f)
{
    const double with = f.organization.of(Trace::BareSigned);
    const double without = f.organization.of(Trace::Bare);
    const bool own = f.reading.spfForeign && failedMail(f) && isForeign(f.organization);
    return own && with * 10 > without && without * 10 > with ? grown(with + without, 10) : 0;
}

double isKind(const Facts &f, ServiceKind kind)
{
    const bool is = f.hostKind == kind || f.mailFromKind == kind || f.signerKind == kind;
    return on(is && !f.reading.spfAligned);
}

double provider(const Facts &f)
{
    return f.ownTenant || f.address.direct() > 0 ? 0 : isKind(f, ServiceKind::MailProvider);
}

double oneOff(const Facts &f)
{
    if (!failedMail(f) || !isForeign(f.address) || f.bins < 5 || std::popcount(f.address.days) > 2)
        return 0;
    return f.group.total() == f.address.total() ? 1 : isForeign(f.group) ? 0.5 : 0;
}

double burst(const Facts &f)
{
    const History &h = f.address;
    const bool relay = h.of(Trace::Carried) > 0 || h.of(Trace::Service) > 0 || h.direct() > 0;
    if (!failedMail(f) || relay || f.burst < 0.4)
        return 0;
    return f.burst * (h.of(Trace::Broken) > h.of(Trace::Bare) ? 0.6 : 1);
}

double steady(const Facts &f)
{
    const bool several = std::popcount(f.address.reporters) >= 2 && f.bins >= 5;
    if (!failedMail(f) || !several || !isForeign(f.address))
        return 0;
    // Who has an own domain with SPF can rent servers for long, too.
    return std::clamp((f.activeShare - 0.35) / 0.3, 0.0, 1.0) * (f.reading.spfForeign ? 0.5 : 1);
}

double steadyUnsigned(const Facts &f)
{
    if (f.reading.ownBroken || f.reading.signer.value != 0)
        return 0;
    return steady(f) * std::clamp((0.75 - f.signedShare) / 0.25, 0.0, 1.0);
}

double comesAndGoes(const Facts &f)
{
    const History &h = sourceOf(f);
    if (!failedMail(f) || !isForeign(h) || f.bins < 10 || h.total() < 8)
        return 0;
    const double active = double(std::popcount(h.days)) / f.bins;
    return std::clamp((0.5 - active) / 0.2, 0.0, 1.0);
}

} // namespace sekisho::strength
