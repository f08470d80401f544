// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/storedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <type_traits>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Each report is described once, for writing and reading alike.
template <typename Fields> void describe(Fields &fields, AuthProperty &value)
{
    fields("type", value.type);
    fields("name", value.name);
    fields("value", value.value);
}

template <typename Fields> void describe(Fields &fields, AuthMethod &value)
{
    fields("method", value.method);
    fields("result", value.result);
    fields("reason", value.reason);
    fields("comment", value.comment);
    fields("properties", value.properties);
}

template <typename Fields> void describe(Fields &fields, MailAddress &value)
{
    fields("name", value.name);
    fields("address", value.address);
    fields("redacted", value.redacted);
}

template <typename Fields> void describe(Fields &fields, Attachment &value)
{
    fields("name", value.name);
    fields("type", value.type);
    fields("size", value.size);
    fields("sha256", value.sha256);
}

template <typename Fields> void describe(Fields &fields, std::pair<QString, QString> &value)
{
    fields("name", value.first);
    fields("value", value.second);
}

template <typename Fields> void describe(Fields &fields, MechanismOutcome &value)
{
    fields("reported", value.reported);
    fields("computed", value.computed);
    fields("reason", value.reason);
    fields("evaluated_unknown", value.evaluatedUnknown);
    fields("pass_without_result", value.passWithoutResult);
    fields("aligned_but_fail", value.alignedButFail);
}

template <typename Fields> void describe(Fields &fields, RecordAlignment &value)
{
    fields("dkim", value.dkim);
    fields("spf", value.spf);
    fields("own_signature_broken", value.ownSignatureBroken);
}

template <typename Fields> void describe(Fields &fields, FeedbackFields &value)
{
    fields("feedback_type", value.feedbackType);
    fields("user_agent", value.userAgent);
    fields("version", value.version);
    fields("original_envelope_id", value.originalEnvelopeId);
    fields("original_mail_from", value.originalMailFrom);
    fields("original_rcpt_to", value.originalRcptTo);
    fields("arrival_date", value.arrivalDate);
    fields("arrival_date_text", value.arrivalDateText);
    fields("reporting_mta", value.reportingMta);
    fields("source_ip_text", value.sourceIpText);
    fields("source_ip", value.sourceIp);
    fields("source_port", value.sourcePort);
    fields("incidents", value.incidents);
    fields("authentication_results", value.authenticationResults);
    fields("reported_domains", value.reportedDomains);
    fields("reported_uris", value.reportedUris);
    fields("auth_failure", value.authFailure);
    fields("delivery_result", value.deliveryResult);
    fields("dkim_adsp_dns", value.dkimAdspDns);
    fields("dkim_canonicalized_body", value.dkimCanonicalizedBody);
    fields("dkim_canonicalized_header", value.dkimCanonicalizedHeader);
    fields("dkim_domain", value.dkimDomain);
    fields("dkim_identity", value.dkimIdentity);
    fields("dkim_selector", value.dkimSelector);
    fields("dkim_selector_dns", value.dkimSelectorDns);
    fields("spf_dns", value.spfDns);
    fields("identity_alignment", value.identityAlignment);
    fields("others", value.others);
}

template <typename Fields> void describe(Fields &fields, ReporterClaim &value)
{
    fields("failure", value.failure);
    fields("failure_text", value.failureText);
    fields("dmarc_result", value.dmarcResult);
    fields("delivery_result", value.deliveryResult);
    fields("identity_alignment", value.identityAlignment);
    fields("spf_aligned", value.spfAligned);
    fields("dkim_aligned", value.dkimAligned);
}

template <typename Fields> void describe(Fields &fields, FailureReport &value)
{
    fields("form", value.form);
    fields("kind", value.kind);
    fields("fields", value.fields);
    fields("claim", value.claim);
    fields("reporter_address", value.reporterAddress);
    fields("reporter", value.reporter);
    fields("report_date", value.reportDate);
    fields("has_sample", value.hasSample);
    fields("headers_only", value.headersOnly);
    fields("from", value.from);
    fields("to", value.to);
    fields("subject", value.subject);
    fields("message_id", value.messageId);
    fields("mail_from", value.mailFrom);
    fields("helo", value.helo);
    fields("sample_date", value.sampleDate);
    fields("source_ip", value.sourceIp);
    fields("domain", value.domain);
    fields("arrival", value.arrival);
    fields("results", value.results);
    fields("alignment", value.alignment);
    fields("urls", value.urls);
    fields("addresses", value.addresses);
    fields("attachments", value.attachments);
}

template <typename Fields> void describe(Fields &fields, TlsFailure &value)
{
    fields("result_type", value.resultType);
    fields("sending_mta_ip", value.sendingMtaIp);
    fields("receiving_ip", value.receivingIp);
    fields("receiving_mx_hostname", value.receivingMxHostname);
    fields("receiving_mx_helo", value.receivingMxHelo);
    fields("failed_sessions", value.failedSessions);
    fields("additional_information", value.additionalInformation);
    fields("failure_reason_code", value.failureReasonCode);
}

template <typename Fields> void describe(Fields &fields, TlsPolicy &value)
{
    fields("type", value.type);
    fields("policy_string", value.policyString);
    fields("domain", value.domain);
    fields("mx_hosts", value.mxHosts);
    fields("successful_sessions", value.successfulSessions);
    fields("failed_sessions", value.failedSessions);
    fields("failures", value.failures);
}

template <typename Fields> void describe(Fields &fields, TlsReport &value)
{
    fields("organization_name", value.organizationName);
    fields("contact_info", value.contactInfo);
    fields("report_id", value.reportId);
    fields("begin", value.period.begin);
    fields("end", value.period.end);
    fields("policies", value.policies);
}

template <typename T> struct IsVector : std::false_type {
};
template <typename T> struct IsVector<std::vector<T>> : std::true_type {
};
template <typename T> struct IsOptional : std::false_type {
};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type {
};

class Writer final {
public:
    /// What is empty is left out; enumerations do not all begin with their first value.
    template <typename T> void operator()(const char *name, const T &value)
    {
        if (std::is_enum_v<T> || value != T())
            m_object.insert(QLatin1StringView(name), jsonOf(value));
    }
    void operator()(const char *name, const qint64 &value)
    {
        m_object.insert(QLatin1StringView(name), value);
    }
    [[nodiscard]] QJsonObject object() const { return m_object; }

    template <typename T> [[nodiscard]] static QJsonValue jsonOf(const T &value)
    {
        if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, bool> ||
            std::is_same_v<T, int>) {
            return value;
        } else if constexpr (std::is_enum_v<T>) {
            return int(value);
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            return QString::fromLatin1(value);
        } else if constexpr (std::is_same_v<T, IpAddress>) {
            return value.text();
        } else if constexpr (std::is_same_v<T, QStringList>) {
            return QJsonArray::fromStringList(value);
        } else if constexpr (IsOptional<T>::value) {
            return jsonOf(*value);
        } else if constexpr (IsVector<T>::value) {
            QJsonArray array;
            for (const auto &one : value)
                array.append(jsonOf(one));
            return array;
        } else {
            Writer writer;
            describe(writer, const_cast<T &>(value)); // only looked at
            return writer.object();
        }
    }

private:
    QJsonObject m_object;
};

class Reader final {
public:
    explicit Reader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    template <typename T> void operator()(const char *name, T &value)
    {
        const auto found = m_object.constFind(QLatin1StringView(name));
        if (found != m_object.constEnd())
            read(*found, value);
    }

    template <typename T> static void read(const QJsonValue &json, T &value)
    {
        if constexpr (std::is_same_v<T, QString>) {
            value = json.toString();
        } else if constexpr (std::is_same_v<T, bool>) {
            value = json.toBool();
        } else if constexpr (std::is_same_v<T, int>) {
            value = json.toInt();
        } else if constexpr (std::is_same_v<T, qint64>) {
            value = json.toInteger();
        } else if constexpr (std::is_enum_v<T>) {
            readEnum(json.toInt(-1), value);
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            value = json.toString().toLatin1();
        } else if constexpr (std::is_same_v<T, IpAddress>) {
            value = IpAddress::parse(json.toString()).value_or(value);
        } else if constexpr (std::is_same_v<T, QStringList>) {
            for (const QJsonValue &one : json.toArray())
                value.append(one.toString());
        } else if constexpr (IsOptional<T>::value) {
            typename T::value_type inner{};
            read(json, inner);
            value = inner;
        } else if constexpr (IsVector<T>::value) {
            for (const QJsonValue &one : json.toArray()) {
                value.emplace_back();
                read(one, value.back());
            }
        } else {
            Reader reader(json.toObject());
            describe(reader, value);
        }
    }

private:
    static void take(int number, int last, auto &value)
    {
        if (number >= 0 && number <= last)
            value = std::remove_reference_t<decltype(value)>(number);
    }
    static void readEnum(int number, Outcome &value) { take(number, int(Outcome::Failed), value); }
    static void readEnum(int number, FailReason &value)
    {
        take(number, int(FailReason::NotReported), value);
    }
    static void readEnum(int number, AuthFailure &value)
    {
        take(number, int(AuthFailure::Other), value);
    }
    static void readEnum(int number, FeedbackKind &value)
    {
        take(number, int(FeedbackKind::Other), value);
    }
    static void readEnum(int number, FailureForm &value)
    {
        take(number, int(FailureForm::Text), value);
    }

    QJsonObject m_object;
};

template <typename T> QByteArray written(const T &value)
{
    return QJsonDocument(Writer::jsonOf(value).toObject()).toJson(QJsonDocument::Compact);
}

template <typename T> std::optional<T> readFrom(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    T value;
    Reader::read(document.object(), value);
    return value;
}

} // namespace

QByteArray toJson(const FailureReport &report)
{
    return written(report);
}

QByteArray toJson(const TlsReport &report)
{
    return written(report);
}

std::optional<FailureReport> failureFromJson(const QByteArray &json)
{
    return readFrom<FailureReport>(json);
}

std::optional<TlsReport> tlsFromJson(const QByteArray &json)
{
    return readFrom<TlsReport>(json);
}

QByteArray listToJson(const QStringList &list)
{
    if (list.isEmpty())
        return {};
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList listFromJson(const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    QStringList list;
    for (const QJsonValue &one : QJsonDocument::fromJson(json).array())
        list.append(one.toString());
    return list;
}

} // namespace sekisho
