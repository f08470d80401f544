// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/verdict.h"
#include "paint/theme.h"
#include "report/alignment.h"

namespace sekisho {

/// What became of the owner's signature on a part of the way.
enum class Seal : quint8 {
    None, ///< the mail bears none
    Intact,
    Broken,
    Unknown, ///< the report does not say
};

/// Who stands at a point of the way; says which symbol is drawn.
enum class StationKind : quint8 {
    Author,
    OwnServer,
    Service,
    Forwarder,
    Gateway,
    List,
    Spoofer,
    Unknown,
    Receiver,
};

/// One check at a station: a mark and a word, the domain that it was about.
struct PathCheck {
    QString name{}; ///< SPF, DKIM, DMARC
    Meaning meaning = Meaning::Unknown;
    QString word{};
    QString domain{}; ///< shown in a fixed-width face; may be empty

    bool operator==(const PathCheck &) const = default;
};

/// Something that a station does to the mail: good, a change, or what breaks it.
struct PathNote {
    Meaning meaning = Meaning::Unknown;
    QString text{};

    bool operator==(const PathNote &) const = default;
};

/// A point of the way.
struct PathStation {
    StationKind kind = StationKind::Unknown;
    bool ghost = false; ///< takes no part in it
    bool focus = false; ///< the source that the case is about
    QString title{};
    QString name{}; ///< a host, address or domain
    QString checksHeading{}; ///< empty without checks
    std::vector<PathCheck> checks{};
    std::vector<PathNote> notes{};

    bool operator==(const PathStation &) const = default;
};

/// The way between a station and the next one.
struct PathLeg {
    Seal seal = Seal::Unknown;
    bool ghost = false; ///< no mail went here
    QString caption{};

    bool operator==(const PathLeg &) const = default;
};

/// A mail's way as it is drawn: stations with a leg between each two, all texts ready.
struct PathData {
    MailCase mailCase = MailCase::Undetermined;
    std::vector<PathStation> stations{};
    std::vector<PathLeg> legs{};

    bool operator==(const PathData &) const = default;
};

/// What a record and its verdict tell about the way. Domains as they stand in the report.
struct PathFacts {
    QString from{}; ///< domain in the From field
    QString reporter{};
    QString address{}; ///< that the receiver saw
    QString host{}; ///< its name, where known
    QString service{}; ///< name of a known service
    ServiceKind serviceKind = ServiceKind::None;
    bool thirdParty = false; ///< registered as such, or a service that sends for its customers
    Cell cell{};
    QString mailFrom{}; ///< that SPF was checked for
    bool mailFromOurs = false;
    QString spfWord{}; ///< SPF's result where it did not pass: "softfail"
    QString signer{}; ///< domain of the owner's signature, else of the one that passed
    QString selector{};
    QString foreignSigner{}; ///< whose signature passed
    Seal seal = Seal::None; ///< of the owner's signature, on arrival
    Disposition disposition = Disposition::Missing;

    bool operator==(const PathFacts &) const = default;
};

[[nodiscard]] PathFacts pathFacts(const Dataset &dataset, const SenderIndex &senders, Row row,
    Basis basis, const Verdict &verdict);

/// The way that mail of this case takes, in the words of the language.
[[nodiscard]] PathData pathData(MailCase mailCase, const PathFacts &facts);

/// The same with the names of an example: what a guide shows. The talk's example.jp, which asks for
/// rejection.
[[nodiscard]] PathFacts exampleFacts(MailCase mailCase);

} // namespace sekisho
