// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/facts.h"

/// How strongly the rules that weigh numbers find what they look for: 0 not at all, 1 fully.
namespace sekisho::strength {

[[nodiscard]] constexpr double on(bool found)
{
    return found ? 1 : 0;
}
/// DMARC failed: neither mechanism is aligned.
[[nodiscard]] bool failedMail(const Facts &f);
[[nodiscard]] double failed(const Facts &f, bool found);
/// The history that says most of a source: of the organization that SPF passed for, else of the
/// address.
[[nodiscard]] const History &sourceOf(const Facts &f);

/// SPF could not be evaluated: says nothing of the source.
[[nodiscard]] bool transient(const Facts &f);
[[nodiscard]] double otherCustomer(const Facts &f);
/// How surely the owner's own mail from this network would bear a signature.
[[nodiscard]] double signsAtHome(const Facts &f);
/// How surely a list of the owner's would have left a trace.
[[nodiscard]] double wouldShowBreakage(const Facts &f);
/// A bounce domain of the owner's on mail that a list altered, or that nobody signs anyway.
[[nodiscard]] double ownListBounces(const Facts &f);
[[nodiscard]] double sourceIsService(const Facts &f);
[[nodiscard]] double learnedOwn(const Facts &f);
[[nodiscard]] double ownNeighbourhood(const Facts &f);
/// Of a source with aligned SPF: how clearly signatures stay intact, or break.
[[nodiscard]] double keeps(const History &h);
[[nodiscard]] double breaks(const History &h);
/// Carried mail: more by several reporters on several days.
[[nodiscard]] double carriesBy(const History &h);
[[nodiscard]] double carries(const Facts &f);
[[nodiscard]] double breaksMail(const Facts &f);
[[nodiscard]] double keepsMail(const Facts &f);
[[nodiscard]] double altersMail(const Facts &f);
[[nodiscard]] double neverCarried(const Facts &f);
[[nodiscard]] double signsSteadily(const Facts &f);
[[nodiscard]] double signsSometimes(const Facts &f);
[[nodiscard]] double isKind(const Facts &f, ServiceKind kind);
[[nodiscard]] double provider(const Facts &f);
[[nodiscard]] double oneOff(const Facts &f);
[[nodiscard]] double burst(const Facts &f);
[[nodiscard]] double steady(const Facts &f);
/// A steady source of unsigned mail, where the owner's own mail is mostly unsigned too.
[[nodiscard]] double steadyUnsigned(const Facts &f);
[[nodiscard]] double comesAndGoes(const Facts &f);

} // namespace sekisho::strength
