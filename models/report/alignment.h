// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/domainname.h"

namespace sekisho {

struct PublishedPolicy;
struct Record;

/// The three states of an axis of the alignment matrix.
enum class Outcome : quint8 {
    Aligned, ///< pass & aligned
    Unaligned, ///< pass & not aligned
    Failed, ///< did not pass
};
inline constexpr int outcomeCount = 3;

/// A cell of the 3×3 matrix: rows DKIM, columns SPF.
struct Cell {
    Outcome dkim = Outcome::Failed;
    Outcome spf = Outcome::Failed;

    /// 0…8, row by row.
    [[nodiscard]] constexpr int index() const { return int(dkim) * outcomeCount + int(spf); }
    [[nodiscard]] static constexpr Cell at(int index)
    {
        return {Outcome(index / outcomeCount), Outcome(index % outcomeCount)};
    }
    /// DMARC passes when one mechanism passes and is aligned (RFC 7489 §3.1).
    [[nodiscard]] constexpr bool passes() const
    {
        return dkim == Outcome::Aligned || spf == Outcome::Aligned;
    }
    constexpr auto operator<=>(const Cell &) const = default;
};
inline constexpr int cellCount = outcomeCount * outcomeCount;

/// Why a mechanism did not pass: the strongest of the results given.
enum class FailReason : quint8 {
    Passed,
    Fail,
    SoftFail,
    PermError,
    TempError,
    Policy,
    Neutral,
    None,
    Unknown,
    Missing, ///< no entry: unsigned, or not checked
    NotReported, ///< the whole auth_results is missing or empty
};

/// One axis of one record.
struct MechanismOutcome {
    Outcome reported = Outcome::Failed; ///< as policy_evaluated says, told apart by the results
    Outcome computed = Outcome::Failed; ///< from the results and the alignment mode alone
    FailReason reason = FailReason::Missing;
    bool evaluatedUnknown = false; ///< policy_evaluated gave neither pass nor fail: computed
    bool passWithoutResult = false; ///< evaluated pass, no aligned pass among the results
    bool alignedButFail = false; ///< an aligned pass among the results, evaluated fail

    bool operator==(const MechanismOutcome &) const = default;
};

/// Both axes of one record.
struct RecordAlignment {
    MechanismOutcome dkim;
    MechanismOutcome spf;
    bool ownSignatureBroken = false; ///< an aligned signature did not pass

    [[nodiscard]] Cell reported() const { return {dkim.reported, spf.reported}; }
    [[nodiscard]] Cell computed() const { return {dkim.computed, spf.computed}; }
    bool operator==(const RecordAlignment &) const = default;
};

/// The alignment of a record (RFC 7489 §3.1, RFC 9989): a HELO identity never aligns, unless it
/// stands in for a null reverse path, and a pass for another domain never counts as aligned.
[[nodiscard]] RecordAlignment alignmentOf(
    const Record &record, const PublishedPolicy &policy, const OrganizationalDomains &domains);

} // namespace sekisho
