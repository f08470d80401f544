// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/note.h"
#include "report/ipaddress.h"

#include <QList>
#include <QString>

#include <optional>

namespace sekisho {

enum class SpfQualifier : quint8 { Pass, Fail, SoftFail, Neutral };
enum class SpfMechanism : quint8 { All, Include, A, Mx, Ptr, Ip4, Ip6, Exists };

/// What can be found out about an SPF record by itself. Errors are what makes receivers answer
/// "permerror" (RFC 7208 §4.6), or lets everyone pass.
enum class SpfProblemCode : quint8 {
    NotSpf, ///< does not begin with the version
    WrongVersion, ///< "v=spf2", "v=spf1;": detail: the first word
    UnknownMechanism, ///< detail: the word
    ValueMissing, ///< "ip4:", "include": detail: the term
    StrayBlank, ///< "ip4: 192.0.2.1": detail: the term before the blank
    ValueUnexpected, ///< "all:x": detail: the term
    AddressInvalid, ///< detail: the term
    PrefixInvalid, ///< detail: the term
    DomainInvalid, ///< detail: the term
    MacroInvalid, ///< detail: the term
    CommaSeparator, ///< detail: the term
    NotAscii, ///< detail: the term
    ModifierRepeated, ///< redirect or exp twice; detail: the term
    QualifiedModifier, ///< "-redirect=": detail: the term
    SeveralRecords, ///< more than one version in the text
    EveryonePasses, ///< "+all", "all", "ip4:0.0.0.0/0": detail: the term
    NetworkHuge, ///< below /16, IPv6 below /32; detail: the term
    AllMissing, ///< neither all nor redirect: ends neutral
    AllNeutral, ///< "?all"
    TermsAfterAll, ///< ignored; detail: the first of them
    RedirectIgnored, ///< beside all
    TermsJoined, ///< "include:example.com-all": a blank is missing; detail: the term
    PtrUsed, ///< discouraged (§5.5); detail: the term
    RecordLong, ///< over 450 bytes (§3.4); count: bytes
    ExistsOpaque, ///< cannot be turned into networks; detail: the term
    MacroOpaque, ///< depends on the message; detail: the term
    TermRepeated, ///< detail: the term
    NetworkPrivate, ///< not reachable from outside; detail: the term
    HostBitsSet, ///< "192.0.2.77/24"; detail: the term
    ModifierUnknown, ///< legal, ignored; detail: the term
    QuotesRemoved, ///< the text was pasted with quotation marks or out of a zone file
    InvisibleRemoved, ///< byte order mark, zero-width or no-break blanks; count: how many
};

/// The stable word, for example "value-missing".
[[nodiscard]] QLatin1StringView spfProblemKey(SpfProblemCode code);
[[nodiscard]] Severity severity(SpfProblemCode code);

struct SpfProblem {
    SpfProblemCode code = SpfProblemCode::NotSpf;
    QString detail;
    qint64 count = 1;
    Place place; ///< in SpfRecord::text; line is 1, the column counts characters

    bool operator==(const SpfProblem &) const = default;
};

/// A mechanism with its qualifier.
struct SpfTerm {
    SpfQualifier qualifier = SpfQualifier::Pass;
    SpfMechanism mechanism = SpfMechanism::All;
    QString domain; ///< as written; empty: the domain of the record
    std::optional<IpNetwork> network; ///< of ip4 and ip6
    int bits4 = 32; ///< of a and mx
    int bits6 = 128;
    bool macro = false; ///< the domain depends on the message
    QString text; ///< as written
    qsizetype offset = 0;

    bool operator==(const SpfTerm &) const = default;
};

/// An SPF record (RFC 7208). Terms that are wrong are left out and told of among the problems, as
/// the others still say who sends.
struct SpfRecord {
    QString text; ///< cleaned; all places are in here
    QList<SpfTerm> terms; ///< up to and with "all"
    QString redirect; ///< empty: none
    QString explanation; ///< of exp; empty: none
    bool redirectMacro = false;
    QList<SpfProblem> problems;

    /// Receivers take it: there is no error but one that lets everyone pass.
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] bool has(SpfProblemCode code) const;
    bool operator==(const SpfRecord &) const = default;
};

/// Reads a record as it stands in a TXT record, or as someone pasted it: with quotation marks, in
/// several strings, in a line of a zone file, with invisible characters.
[[nodiscard]] SpfRecord parseSpf(const QString &text);

/// Whether a TXT record is one of SPF's (§4.5): the version, then a blank or the end.
[[nodiscard]] bool isSpf(QStringView text);

} // namespace sekisho
