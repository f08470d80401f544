// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/cases/mailcase.h"

#include <QStringList>

namespace sekisho {

/// The rules that find evidence; rules.cpp has one row for each. In brackets what
/// Evidence::operands holds, in this order: names as they stand in the report, numbers in decimal.
/// An operand is empty where the report does not say it.
enum class RuleId : quint8 {
    /// DMARC passed: by definition no case in which nothing is aligned (RFC 7489 §3.1).
    DmarcPassed,
    /// Nothing is aligned.
    DmarcFailed,
    /// SPF is aligned: the owner's record names this address. No relay has that. [MAIL FROM domain]
    SpfAligned,
    /// The owner's signature verified without aligned SPF: the content came unaltered from a server
    /// that has the key. [selector]
    SignatureSurvived,
    /// Registered as an internal sender. [the registered sender]
    RegisteredInternal,
    /// Registered as a third-party sender. [the registered sender]
    RegisteredThirdParty,
    /// Own senders are registered for this domain, and this is none of them.
    NotRegistered,
    /// A sender that serves many, and SPF passed for another of its customers. [MAIL FROM domain]
    OtherCustomer,
    /// Most of the mail that this key signs without aligned SPF comes from here: a service with a
    /// key of its own. [selector, percent]
    KeyAtHome,
    /// The key signs at another source, with aligned SPF or with most of its mail: it was relayed
    /// to here. [selector]
    KeyElsewhere,
    /// The signature verified, and nothing is known of its key's home: the reporter gave no
    /// selector.
    KeyUnknown,
    /// The same source sends mail for the owner with a key that is at home there. [messages]
    SourceIsService,
    /// Aligned signature, while SPF failed for the owner's own domain: a relay that keeps MAIL
    /// FROM. [MAIL FROM domain]
    SpfOfOthersDkimOurs,
    /// This address sends with aligned SPF in other records. [messages, bins of days]
    LearnedOwnAddress,
    /// Other addresses of this group send with aligned SPF. [messages]
    OwnNeighbourhood,
    /// The host name belongs to the owner's domain. [host name]
    HostOurs,
    /// SPF is aligned and the owner's signature broke: what a list on an own server leaves.
    /// [selector]
    SignatureBrokenAtHome,
    /// Other mail of this address keeps its signature. [percent]
    AddressKeepsSignatures,
    /// Most mail of this address has a broken signature. [percent]
    AddressBreaksSignatures,
    /// The signature's key was never seen to verify anywhere: it is the signer that is wrong.
    /// [selector]
    KeyNeverVerified,
    /// MAIL FROM is another name of the owner's than From: the list's own bounces. [MAIL FROM
    /// domain]
    BounceDomainOfOwnList,
    /// Aligned SPF and no broken signature: nothing altered it.
    NothingBroken,
    /// Named as mailing lists are. [MAIL FROM domain, host name]
    ListName,
    /// SPF or DKIM passed for the owner's organization, and strict alignment refused it. [MAIL FROM
    /// domain]
    PassedForOwnOrganization,
    /// The owner's signature broke, and its key verifies elsewhere: mail of the owner's that was
    /// altered. [selector]
    KnownSelectorBroken,
    /// The owner's signature broke; the reporter names no selector.
    SelectorNotGiven,
    /// A signature with a key never seen to verify: forged, or a sender set up wrongly. [selector]
    UnknownSelectorBroken,
    /// The signature's key is not in DNS, or cannot be used. [selector]
    KeyMissing,
    /// The receiver says that the content did not match its signature.
    SaidAltered,
    /// MAIL FROM is still the owner's: lists put their own there. [MAIL FROM domain]
    MailFromKept,
    /// The owner's signature broke, and MAIL FROM is somebody else's: what lists do. [MAIL FROM
    /// domain]
    MailFromChanged,
    /// The same source carries mail whose signature survives: a relay. [messages, reporters, bins
    /// of days]
    CarriesOurMail,
    /// Other addresses of its group carry mail whose signature survives. [messages, reporters, bins
    /// of days]
    NeighbourCarriesOurMail,
    /// What this source hands on has mostly broken signatures, under a MAIL FROM of its own: a
    /// list. [messages]
    BreaksOurMail,
    /// Most signatures survive at this source: a relay rather than a list. [percent]
    KeepsOurMail,
    /// Signatures break at this source while MAIL FROM stays the owner's: a gateway that alters
    /// mail. [messages]
    AltersOurMail,
    /// Nothing of this source, or hardly anything, bore the owner's signature, though most of its
    /// mail does. [messages, percent; empty where none of the owner's mail was seen]
    NeverCarriedOurs,
    /// Uses the owner's domain in MAIL FROM without authorization, and bears no signature. [MAIL
    /// FROM domain]
    StrangerUnsigned,
    /// MAIL FROM is somebody else's, SPF did not pass for it either, and there is no signature.
    /// [MAIL FROM domain]
    UnrelatedFailed,
    /// SPF and a signature passed for the same other domain, and the owner's signature is absent: a
    /// service that sends as itself. [foreign signing domain (d=)]
    SignerIsMailFrom,
    /// The owner's signature broke, and the MAIL FROM domain signed anew: what lists do. [foreign
    /// signing domain (d=)]
    ListSignsAgain,
    /// All mail of this organization bears its own signature: a service at work. [foreign signing
    /// domain (d=), messages]
    SignsSteadily,
    /// Mail of this organization is signed in part only: services sign all they send. [MAIL FROM
    /// domain, percent]
    SignsSometimes,
    /// A service that sends in its customers' names. [name of the service]
    KnownEsp,
    /// A known forwarding service. [name of the service]
    KnownForwarder,
    /// A known mail filter: it hands mail on, often altered. [name of the service]
    KnownGateway,
    /// A mail provider whose users forward mail. [name of the service]
    KnownMailProvider,
    /// A known host of mailing lists. [name of the service]
    KnownListHost,
    /// Web servers for rent: whatever runs there sends. [name of the service]
    WebHosting,
    /// The signature or MAIL FROM is of the owner's own tenant at a provider. [foreign signing
    /// domain (d=)]
    OwnTenant,
    /// The signature or MAIL FROM is of another tenant at a provider. [foreign signing domain (d=)]
    OtherTenant,
    /// This foreign signature also stands on mail with aligned SPF: a service of the owner's.
    /// [foreign signing domain (d=)]
    SignsForOwner,
    /// SPF passed for the organization that the host name belongs to. [host name, MAIL FROM domain]
    HostMatchesMailFrom,
    /// The address has no host name.
    NoHostName,
    /// The host name is one of a line for homes, not of a mail server. [host name]
    GenericHost,
    /// The host is named as mail servers are, and not as a line. [host name]
    MailServerName,
    /// The address appears on a day or two and never did anything else. [bins of days]
    OneOff,
    /// Active when unusually many unknown addresses used the domain. [percent]
    Burst,
    /// Sends without the owner's signature on most days, to several reporters: no botnet keeps an
    /// address so long. [bins of days, reporters]
    SteadyUnaligned,
    /// The same, where most of the owner's own mail is unsigned: what is handed on arrives so.
    /// [percent of the owner's mail that is signed; empty where none of it was seen]
    SteadyWithoutSignature,
    /// Seen in a part of the time only. [bins of days]
    ComesAndGoes,
    /// The From domain was never seen to pass, while the owner's other mail does. [From domain]
    SubdomainNeverPassed,
    /// No return address, from a source without history: auto-replies come from own servers.
    NullSenderUnknown,
    /// The receiver knows a mailing list (override reason mailing_list).
    SaysMailingList,
    /// The receiver knows a trusted forwarder (override reason trusted_forwarder).
    SaysTrustedForwarder,
    /// The receiver says that it looks forwarded (override reason forwarded, a guess).
    SaysForwarded,
    /// The ARC chain is intact: a relay passed on its own check (RFC 8617 §7.2.2). [sealing domain
    /// (as[n].d), may be empty]
    ArcPassed,
    /// The ARC chain starts at the owner's own server. [sealing domain (as[n].d), may be empty]
    ArcStartsWithUs,
    /// Delivered though the policy asks otherwise, without a reason.
    Spared,
    /// One signed message from many unrelated addresses at once: a replay, not a forward.
    /// [selector, messages]
    Replay,
};
inline constexpr size_t ruleCount = size_t(RuleId::Replay) + 1;

/// The stable word for a rule in exports and tests: "dmarc-passed".
[[nodiscard]] QString ruleKey(RuleId rule);

/// What one rule found about a record, for and against each case.
struct Evidence {
    RuleId rule = RuleId::DmarcPassed;
    QStringList operands; ///< as RuleId lists them
    /// What it adds to each case's score: natural logarithms of odds, so that 0.7 doubles a case's
    /// odds and -0.7 halves them; beyond 5 it is as good as decisive.
    CaseScores weights{};

    /// How much it speaks for a case over the average of the others.
    [[nodiscard]] double towards(MailCase mailCase) const;
    bool operator==(const Evidence &) const = default;
};

} // namespace sekisho
