// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/failurereport.h"
#include "report/tlsreport.h"

#include <tuple>

namespace sekisho {

/// A field of a structure: its name in the JSON, and the member or a function that leads to it.
template <typename Member> struct StoredField {
    const char *name;
    Member member;
};
template <typename Member> StoredField(const char *, Member) -> StoredField<Member>;

/// The fields of each structure that is kept as JSON, for writing and reading alike: a line for
/// each field. Workspaces hold the names, so one that is here stays as it is.
template <typename T> inline constexpr std::tuple<> storedFields;

template <>
inline constexpr std::tuple storedFields<AuthProperty>{
    StoredField{"type", &AuthProperty::type},
    StoredField{"name", &AuthProperty::name},
    StoredField{"value", &AuthProperty::value},
};

template <>
inline constexpr std::tuple storedFields<AuthMethod>{
    StoredField{"method", &AuthMethod::method},
    StoredField{"result", &AuthMethod::result},
    StoredField{"reason", &AuthMethod::reason},
    StoredField{"comment", &AuthMethod::comment},
    StoredField{"properties", &AuthMethod::properties},
};

template <>
inline constexpr std::tuple storedFields<MailAddress>{
    StoredField{"name", &MailAddress::name},
    StoredField{"address", &MailAddress::address},
    StoredField{"redacted", &MailAddress::redacted},
};

template <>
inline constexpr std::tuple storedFields<Attachment>{
    StoredField{"name", &Attachment::name},
    StoredField{"type", &Attachment::type},
    StoredField{"size", &Attachment::size},
    StoredField{"sha256", &Attachment::sha256},
};

using NameAndValue = std::pair<QString, QString>;
template <>
inline constexpr std::tuple storedFields<NameAndValue>{
    StoredField{"name", &NameAndValue::first},
    StoredField{"value", &NameAndValue::second},
};

template <>
inline constexpr std::tuple storedFields<MechanismOutcome>{
    StoredField{"reported", &MechanismOutcome::reported},
    StoredField{"computed", &MechanismOutcome::computed},
    StoredField{"reason", &MechanismOutcome::reason},
    StoredField{"evaluated_unknown", &MechanismOutcome::evaluatedUnknown},
    StoredField{"pass_without_result", &MechanismOutcome::passWithoutResult},
    StoredField{"aligned_but_fail", &MechanismOutcome::alignedButFail},
};

template <>
inline constexpr std::tuple storedFields<RecordAlignment>{
    StoredField{"dkim", &RecordAlignment::dkim},
    StoredField{"spf", &RecordAlignment::spf},
    StoredField{"own_signature_broken", &RecordAlignment::ownSignatureBroken},
};

template <>
inline constexpr std::tuple storedFields<FeedbackFields>{
    StoredField{"feedback_type", &FeedbackFields::feedbackType},
    StoredField{"user_agent", &FeedbackFields::userAgent},
    StoredField{"version", &FeedbackFields::version},
    StoredField{"original_envelope_id", &FeedbackFields::originalEnvelopeId},
    StoredField{"original_mail_from", &FeedbackFields::originalMailFrom},
    StoredField{"original_rcpt_to", &FeedbackFields::originalRcptTo},
    StoredField{"arrival_date", &FeedbackFields::arrivalDate},
    StoredField{"arrival_date_text", &FeedbackFields::arrivalDateText},
    StoredField{"reporting_mta", &FeedbackFields::reportingMta},
    StoredField{"source_ip_text", &FeedbackFields::sourceIpText},
    StoredField{"source_ip", &FeedbackFields::sourceIp},
    StoredField{"source_port", &FeedbackFields::sourcePort},
    StoredField{"incidents", &FeedbackFields::incidents},
    StoredField{"authentication_results", &FeedbackFields::authenticationResults},
    StoredField{"reported_domains", &FeedbackFields::reportedDomains},
    StoredField{"reported_uris", &FeedbackFields::reportedUris},
    StoredField{"auth_failure", &FeedbackFields::authFailure},
    StoredField{"delivery_result", &FeedbackFields::deliveryResult},
    StoredField{"dkim_adsp_dns", &FeedbackFields::dkimAdspDns},
    StoredField{"dkim_canonicalized_body", &FeedbackFields::dkimCanonicalizedBody},
    StoredField{"dkim_canonicalized_header", &FeedbackFields::dkimCanonicalizedHeader},
    StoredField{"dkim_domain", &FeedbackFields::dkimDomain},
    StoredField{"dkim_identity", &FeedbackFields::dkimIdentity},
    StoredField{"dkim_selector", &FeedbackFields::dkimSelector},
    StoredField{"dkim_selector_dns", &FeedbackFields::dkimSelectorDns},
    StoredField{"spf_dns", &FeedbackFields::spfDns},
    StoredField{"identity_alignment", &FeedbackFields::identityAlignment},
    StoredField{"others", &FeedbackFields::others},
};

template <>
inline constexpr std::tuple storedFields<ReporterClaim>{
    StoredField{"failure", &ReporterClaim::failure},
    StoredField{"failure_text", &ReporterClaim::failureText},
    StoredField{"dmarc_result", &ReporterClaim::dmarcResult},
    StoredField{"delivery_result", &ReporterClaim::deliveryResult},
    StoredField{"identity_alignment", &ReporterClaim::identityAlignment},
    StoredField{"spf_aligned", &ReporterClaim::spfAligned},
    StoredField{"dkim_aligned", &ReporterClaim::dkimAligned},
};

template <>
inline constexpr std::tuple storedFields<FailureReport>{
    StoredField{"form", &FailureReport::form},
    StoredField{"kind", &FailureReport::kind},
    StoredField{"fields", &FailureReport::fields},
    StoredField{"claim", &FailureReport::claim},
    StoredField{"reporter_address", &FailureReport::reporterAddress},
    StoredField{"reporter", &FailureReport::reporter},
    StoredField{"report_date", &FailureReport::reportDate},
    StoredField{"has_sample", &FailureReport::hasSample},
    StoredField{"headers_only", &FailureReport::headersOnly},
    StoredField{"from", &FailureReport::from},
    StoredField{"to", &FailureReport::to},
    StoredField{"subject", &FailureReport::subject},
    StoredField{"message_id", &FailureReport::messageId},
    StoredField{"mail_from", &FailureReport::mailFrom},
    StoredField{"helo", &FailureReport::helo},
    StoredField{"sample_date", &FailureReport::sampleDate},
    StoredField{"source_ip", &FailureReport::sourceIp},
    StoredField{"domain", &FailureReport::domain},
    StoredField{"arrival", &FailureReport::arrival},
    StoredField{"results", &FailureReport::results},
    StoredField{"alignment", &FailureReport::alignment},
    StoredField{"urls", &FailureReport::urls},
    StoredField{"addresses", &FailureReport::addresses},
    StoredField{"attachments", &FailureReport::attachments},
};

template <>
inline constexpr std::tuple storedFields<TlsFailure>{
    StoredField{"result_type", &TlsFailure::resultType},
    StoredField{"sending_mta_ip", &TlsFailure::sendingMtaIp},
    StoredField{"receiving_ip", &TlsFailure::receivingIp},
    StoredField{"receiving_mx_hostname", &TlsFailure::receivingMxHostname},
    StoredField{"receiving_mx_helo", &TlsFailure::receivingMxHelo},
    StoredField{"failed_sessions", &TlsFailure::failedSessions},
    StoredField{"additional_information", &TlsFailure::additionalInformation},
    StoredField{"failure_reason_code", &TlsFailure::failureReasonCode},
};

template <>
inline constexpr std::tuple storedFields<TlsPolicy>{
    StoredField{"type", &TlsPolicy::type},
    StoredField{"policy_string", &TlsPolicy::policyString},
    StoredField{"domain", &TlsPolicy::domain},
    StoredField{"mx_hosts", &TlsPolicy::mxHosts},
    StoredField{"successful_sessions", &TlsPolicy::successfulSessions},
    StoredField{"failed_sessions", &TlsPolicy::failedSessions},
    StoredField{"failures", &TlsPolicy::failures},
};

// A level deeper than the names are.
inline constexpr auto beginOfPeriod = [](auto &report) -> decltype(auto) {
    return (report.period.begin);
};
inline constexpr auto endOfPeriod = [](auto &report) -> decltype(auto) {
    return (report.period.end);
};

template <>
inline constexpr std::tuple storedFields<TlsReport>{
    StoredField{"organization_name", &TlsReport::organizationName},
    StoredField{"contact_info", &TlsReport::contactInfo},
    StoredField{"report_id", &TlsReport::reportId},
    StoredField{"begin", beginOfPeriod},
    StoredField{"end", endOfPeriod},
    StoredField{"policies", &TlsReport::policies},
};

/// The last choice of each enumeration; workspaces may hold numbers beyond it.
template <typename T> inline constexpr T lastChoice = T();
template <> inline constexpr Outcome lastChoice<Outcome> = Outcome::Failed;
template <> inline constexpr FailReason lastChoice<FailReason> = FailReason::NotReported;
template <> inline constexpr AuthFailure lastChoice<AuthFailure> = AuthFailure::Other;
template <> inline constexpr FeedbackKind lastChoice<FeedbackKind> = FeedbackKind::Other;
template <> inline constexpr FailureForm lastChoice<FailureForm> = FailureForm::Text;

} // namespace sekisho
