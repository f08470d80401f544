// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/alignment.h"
#include "report/authresults.h"
#include "report/ipaddress.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace sekisho {

/// What a feedback report is about (RFC 5965 §7.3, RFC 6591, RFC 6430 and what comes in the wild).
enum class FeedbackKind : quint8 { AuthFailure, Abuse, Fraud, Virus, NotSpam, OptOut, Other };

/// What failed, as the reporter says (RFC 6591 §3.3, RFC 7489 §7.3.1).
enum class AuthFailure : quint8 { Missing, Adsp, BodyHash, Revoked, Signature, Spf, Dmarc, Other };

[[nodiscard]] FeedbackKind feedbackKind(QStringView word);
[[nodiscard]] AuthFailure authFailure(QStringView word);
/// The standard's word for it; empty for Missing, "other" for words outside.
[[nodiscard]] QString word(AuthFailure failure);

/// The fields of the feedback part as they stood there, unfolded.
struct FeedbackFields {
    QString feedbackType;
    QString userAgent;
    QString version;
    QString originalEnvelopeId;
    std::optional<QString> originalMailFrom; ///< empty and present: null reverse path
    QStringList originalRcptTo;
    qint64 arrivalDate = 0; ///< UTC seconds; Received-Date where that is used instead
    QString arrivalDateText;
    QString reportingMta; ///< without "dns;"
    QString sourceIpText;
    std::optional<IpAddress> sourceIp;
    int sourcePort = 0;
    qint64 incidents = 1;
    QStringList authenticationResults;
    QStringList reportedDomains;
    QStringList reportedUris;
    QString authFailure;
    QString deliveryResult;
    QString dkimAdspDns;
    QString dkimCanonicalizedBody; ///< base64
    QString dkimCanonicalizedHeader;
    QString dkimDomain;
    QString dkimIdentity;
    QString dkimSelector;
    QString dkimSelectorDns;
    QStringList spfDns;
    /// RFC 7489 lists what aligned, RFC 9991 what failed: only ever shown.
    QString identityAlignment;
    std::vector<std::pair<QString, QString>> others; ///< fields outside the standards

    bool operator==(const FeedbackFields &) const = default;
};

/// What the reporter says about the message, for showing beside what is computed.
struct ReporterClaim {
    AuthFailure failure = AuthFailure::Missing;
    QString failureText;
    QString dmarcResult; ///< of its Authentication-Results or its text: "fail", "None, Accept"
    QString deliveryResult;
    QString identityAlignment;
    std::optional<bool> spfAligned; ///< only where it says so in plain words
    std::optional<bool> dkimAligned;

    bool operator==(const ReporterClaim &) const = default;
};

/// A mail address that is shown: decoded, with what the reporter did to hide it.
struct MailAddress {
    QString name;
    QString address; ///< "local@domain" as written
    bool redacted = false; ///< an opaque token (RFC 6590), equal for equal originals

    bool operator==(const MailAddress &) const = default;
};

/// A part of a sample that is a file. Its content is never kept.
struct Attachment {
    QString name;
    QString type; ///< media type in lower case
    qint64 size = 0; ///< decoded
    QByteArray sha256; ///< in hex

    bool operator==(const Attachment &) const = default;
};

/// The form of a report.
enum class FailureForm : quint8 {
    Arf, ///< with a feedback part (RFC 5965)
    Text, ///< Exim and SpamExperts: fields in the text
};

/// One failure report: the reporter's words, what its sample shows, and what follows from both.
/// Bodies are not kept.
struct FailureReport {
    FailureForm form = FailureForm::Arf;
    FeedbackKind kind = FeedbackKind::AuthFailure;
    FeedbackFields fields;
    ReporterClaim claim;

    QString reporterAddress; ///< From of the report
    QString reporter; ///< the registrable domain of it
    qint64 reportDate = 0; ///< of the report mail, UTC seconds; 0: none

    bool hasSample = false;
    bool headersOnly = false; ///< the sample is a header block
    std::vector<MailAddress> from;
    std::vector<MailAddress> to; ///< To and Cc of the sample, else Original-Rcpt-To
    QString subject; ///< decoded
    QString messageId;
    QString mailFrom; ///< envelope sender without <>
    QString helo;
    qint64 sampleDate = 0;

    std::optional<IpAddress> sourceIp;
    QString domain; ///< of the From field, normalized; else Reported-Domain
    qint64 arrival = 0; ///< UTC seconds: Arrival-Date, else the report's date

    std::vector<AuthMethod> results; ///< of the reporter: its fields and its own header in the sample
    RecordAlignment alignment; ///< recomputed from them
    QStringList urls; ///< found in body, HTML attributes and headers, as written
    QStringList addresses; ///< mail addresses found in the body
    std::vector<Attachment> attachments;
    quint64 contentHash = 0;

    bool operator==(const FailureReport &) const = default;
};

/// "Name <address>" lists, as shown.
[[nodiscard]] QString addressText(const MailAddress &address);
[[nodiscard]] QString addressText(const std::vector<MailAddress> &addresses);

/// Whether an address is a token in place of one: what RFC 6590 makes of a local part, or a word
/// such as "redacted".
[[nodiscard]] bool isRedacted(const QString &address);
/// Whether it is what RFC 6590 makes: equal tokens of one reporter mean equal originals. Words such
/// as "redacted" say nothing of the kind.
[[nodiscard]] bool isRedactionToken(const QString &address);

} // namespace sekisho
