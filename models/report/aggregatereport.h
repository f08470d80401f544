// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/datespan.h"
#include "base/note.h"
#include "report/alignment.h"
#include "report/ipaddress.h"
#include "report/words.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sekisho {

/// auth_results/dkim: one signature and what became of it. Domains as written, trimmed.
struct DkimEntry {
    QString domain;
    QString selector;
    AuthResult result = AuthResult::Missing;
    QString resultText; ///< as written
    QString humanResult;

    bool operator==(const DkimEntry &) const = default;
};

/// auth_results/spf: one checked identity. Scope is "mfrom", "helo" or empty, in lower case.
struct SpfEntry {
    QString domain;
    QString scope;
    AuthResult result = AuthResult::Missing;
    QString resultText;
    QString humanResult;

    bool operator==(const SpfEntry &) const = default;
};

/// policy_evaluated/reason: why the receiver departed from the policy (policy override).
struct OverrideReason {
    QString type; ///< in lower case as far as it is one of the standards' words, else as written
    QString comment;

    bool operator==(const OverrideReason &) const = default;
};

/// A named element outside the schema (RFC 9990 extensions); nothing but its name and definition.
struct Extension {
    QString name;
    QString definition;

    bool operator==(const Extension &) const = default;
};

/// One record: messages from one address with the same outcome. Its lists are Qt's, which share what
/// they hold: most records of a report are copies of another one but for address and count.
struct Record {
    int row = 0; ///< from 0, in the order of the XML
    QString sourceIpText; ///< as written
    std::optional<IpAddress> sourceIp;
    qint64 count = 0; ///< messages; never negative

    Disposition disposition = Disposition::Missing;
    QString dispositionText;
    Evaluated dkimEvaluated = Evaluated::Missing; ///< aligned DKIM outcome as the reporter says
    QString dkimEvaluatedText;
    Evaluated spfEvaluated = Evaluated::Missing;
    QString spfEvaluatedText;
    QList<OverrideReason> reasons;

    QString headerFrom;
    QString envelopeFrom; ///< empty and present: null reverse path
    bool hasEnvelopeFrom = false;
    QString envelopeTo;

    QList<DkimEntry> dkim;
    QList<SpfEntry> spf;
    bool hasAuthResults = false;
    QList<Extension> extensions;
    bool repaired = false; ///< read out of damaged XML

    bool operator==(const Record &) const = default;
};

/// What was found out about a record while it was read, so that nobody need do it once more.
struct RecordFindings {
    /// The first record of the report that is the same but for row, address and count; -1: none.
    qint32 sameAs = -1;
    RecordAlignment alignment;

    /// Whether it was seen that two records are the same says nothing about them.
    bool operator==(const RecordFindings &other) const { return alignment == other.alignment; }
};

/// Hints which dialect a report is written in; for display only (formats differ per reporter).
enum class Dialect : quint8 { Draft01, Rfc7489, Rfc9990 };

/// policy_published: the policy as the reporter found it.
struct PublishedPolicy {
    QString domain;
    QString versionPublished;
    QString adkim; ///< "r", "s" or as written; empty: not given, so relaxed
    QString aspf;
    Policy p = Policy::Missing;
    QString pText;
    Policy sp = Policy::Missing; ///< missing: as p
    QString spText;
    Policy np = Policy::Missing;
    QString npText;
    QString pct;
    QString fo;
    QString testing; ///< "y", "n" or empty
    QString discoveryMethod; ///< "psl", "treewalk" or empty

    bool operator==(const PublishedPolicy &) const = default;
};

/// An aggregate report: the union of the 0.1 draft, RFC 7489 Appendix C and RFC 9990.
struct AggregateReport {
    QString version;
    QString xmlNamespace;
    Dialect dialect = Dialect::Draft01;

    QString orgName;
    QString email;
    QString extraContactInfo;
    QString reportId;
    DateSpan period; ///< UTC seconds
    QStringList errors;
    QString generator;

    PublishedPolicy policy;
    QList<Extension> extensions;
    std::vector<Record> records;
    /// One for each record, or none at all.
    std::vector<RecordFindings> findings;

    bool operator==(const AggregateReport &) const = default;
};

/// The organization that reported, for grouping: the registrable domain of org_name where that is
/// a domain name, else of the email address, else org_name in lower case.
[[nodiscard]] QString reporterDomain(const AggregateReport &report);

/// A hash over what the report says, not how it is written; the order of records does not count. The
/// same everywhere and for ever: workspaces keep it.
[[nodiscard]] quint64 contentHash(const AggregateReport &report);

} // namespace sekisho
