// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/spfrecord.h"

#include <iterator>

namespace sekisho {

namespace {

struct Entry {
    SpfProblemCode code;
    Severity severity;
    const char *key;
};

using enum SpfProblemCode;
using enum Severity;

/// In the order of the codes, so that a code is its own index.
constexpr Entry entries[] = {
    {NotSpf, Error, "not-spf"},
    {WrongVersion, Error, "wrong-version"},
    {UnknownMechanism, Error, "unknown-mechanism"},
    {ValueMissing, Error, "value-missing"},
    {StrayBlank, Error, "stray-blank"},
    {ValueUnexpected, Error, "value-unexpected"},
    {AddressInvalid, Error, "address-invalid"},
    {PrefixInvalid, Error, "prefix-invalid"},
    {DomainInvalid, Error, "domain-invalid"},
    {MacroInvalid, Error, "macro-invalid"},
    {CommaSeparator, Error, "comma-separator"},
    {NotAscii, Error, "not-ascii"},
    {ModifierRepeated, Error, "modifier-repeated"},
    {QualifiedModifier, Error, "qualified-modifier"},
    {SeveralRecords, Error, "several-records"},
    {EveryonePasses, Error, "everyone-passes"},
    {NetworkHuge, Warning, "network-huge"},
    {AllMissing, Warning, "all-missing"},
    {AllNeutral, Warning, "all-neutral"},
    {TermsAfterAll, Warning, "terms-after-all"},
    {RedirectIgnored, Warning, "redirect-ignored"},
    {TermsJoined, Warning, "terms-joined"},
    {PtrUsed, Warning, "ptr-used"},
    {RecordLong, Warning, "record-long"},
    {ExistsOpaque, Info, "exists-opaque"},
    {MacroOpaque, Info, "macro-opaque"},
    {TermRepeated, Info, "term-repeated"},
    {NetworkPrivate, Info, "network-private"},
    {HostBitsSet, Info, "host-bits-set"},
    {ModifierUnknown, Info, "modifier-unknown"},
    {QuotesRemoved, Info, "quotes-removed"},
    {InvisibleRemoved, Info, "invisible-removed"},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(entries); ++i) {
        if (entries[i].code != SpfProblemCode(i))
            return false;
    }
    return true;
}

static_assert(inOrder() && std::size(entries) == size_t(SpfProblemCode::InvisibleRemoved) + 1);

} // namespace

QLatin1StringView spfProblemKey(SpfProblemCode code)
{
    return QLatin1StringView(entries[size_t(code)].key);
}

Severity severity(SpfProblemCode code)
{
    return entries[size_t(code)].severity;
}

} // namespace sekisho
