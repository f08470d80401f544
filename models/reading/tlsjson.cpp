// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/tlsjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Reads members of an object the way they come in the wild: "_" for "-", numbers as strings, a
/// string where a list should be.
class Fields final {
public:
    Fields(const QJsonObject &object, const Limits &limits, Notes &notes)
        : m_object(object)
        , m_limits(limits)
        , m_notes(notes)
    {
    }

    [[nodiscard]] QJsonValue value(const QString &name) const
    {
        const auto found = m_object.constFind(name);
        if (found != m_object.constEnd())
            return *found;
        return m_object.value(QString(name).replace(u'-', u'_'));
    }

    [[nodiscard]] QString text(const QString &name) const
    {
        return cut(value(name).toString(), name);
    }

    [[nodiscard]] QStringList texts(const QString &name) const
    {
        const QJsonValue found = value(name);
        if (found.isString())
            return {cut(found.toString(), name)};
        QStringList list;
        for (const QJsonValue &entry : found.toArray()) {
            if (list.size() >= m_limits.members)
                break;
            list.append(cut(entry.toString(), name));
        }
        return list;
    }

    /// Sessions; never negative.
    [[nodiscard]] qint64 count(const QString &name) const
    {
        constexpr qint64 none = -1;
        const QJsonValue found = value(name);
        bool ok = true;
        qint64 number = 0;
        if (found.isString()) {
            number = found.toString().trimmed().toLongLong(&ok);
        } else if (found.isDouble()) {
            number = found.toInteger(none); // of what is no whole number, or too large for one
            ok = number != none || found.toDouble() == none;
        }
        if (!ok) {
            const QString text = found.toVariant().toString();
            m_notes.add(NoteCode::ValueNotNumber, u"%1=%2"_s.arg(name, text.left(80)));
        } else if (number < 0) {
            m_notes.add(NoteCode::CountNegative, name);
        }
        return ok ? std::max<qint64>(0, number) : 0;
    }

    [[nodiscard]] qint64 time(const QString &name) const
    {
        const QString written = text(name);
        QDateTime time = QDateTime::fromString(written, Qt::ISODate);
        if (time.timeSpec() == Qt::LocalTime) // no zone: never that of this machine
            time.setTimeZone(QTimeZone::utc());
        if (!time.isValid())
            m_notes.add(written.isEmpty() ? NoteCode::ElementMissing : NoteCode::ValueNotNumber,
                written.isEmpty() ? name : u"%1=%2"_s.arg(name, written.left(80)));
        return time.isValid() ? time.toSecsSinceEpoch() : 0;
    }

    /// The entries of a list, up to the limit.
    [[nodiscard]] std::vector<Fields> list(const QString &name) const
    {
        std::vector<Fields> entries;
        for (const QJsonValue &entry : value(name).toArray()) {
            if (entries.size() >= size_t(m_limits.records)) {
                m_notes.add(NoteCode::LimitRecords);
                break;
            }
            entries.push_back({entry.toObject(), m_limits, m_notes});
        }
        return entries;
    }

    [[nodiscard]] Fields object(const QString &name) const
    {
        return {value(name).toObject(), m_limits, m_notes};
    }

private:
    [[nodiscard]] QString cut(const QString &text, const QString &name) const
    {
        if (text.size() <= m_limits.textChars)
            return text;
        m_notes.add(NoteCode::LimitText, name, {}, text.size());
        return text.left(m_limits.textChars);
    }

    QJsonObject m_object;
    const Limits &m_limits;
    Notes &m_notes;
};

TlsFailure failureOf(const Fields &fields)
{
    TlsFailure failure;
    failure.resultType = fields.text(u"result-type"_s);
    failure.sendingMtaIp = fields.text(u"sending-mta-ip"_s);
    failure.receivingIp = fields.text(u"receiving-ip"_s);
    failure.receivingMxHostname = fields.text(u"receiving-mx-hostname"_s);
    failure.receivingMxHelo = fields.text(u"receiving-mx-helo"_s);
    failure.failedSessions = fields.count(u"failed-session-count"_s);
    failure.additionalInformation = fields.text(u"additional-information"_s);
    if (failure.additionalInformation.isEmpty()) // the name that RFC 8460 uses for the value
        failure.additionalInformation = fields.text(u"additional-info-uri"_s);
    failure.failureReasonCode = fields.text(u"failure-reason-code"_s);
    return failure;
}

TlsPolicy policyOf(const Fields &fields)
{
    const Fields policy = fields.object(u"policy"_s);
    const Fields summary = fields.object(u"summary"_s);
    TlsPolicy result;
    result.type = policy.text(u"policy-type"_s).toLower();
    result.policyString = policy.texts(u"policy-string"_s);
    result.domain = policy.text(u"policy-domain"_s);
    result.mxHosts = policy.texts(u"mx-host"_s);
    if (result.mxHosts.isEmpty())
        result.mxHosts = policy.texts(u"mx-host-pattern"_s);
    result.successfulSessions = summary.count(u"total-successful-session-count"_s);
    result.failedSessions = summary.count(u"total-failure-session-count"_s);
    for (const Fields &failure : fields.list(u"failure-details"_s))
        result.failures.push_back(failureOf(failure));
    return result;
}

} // namespace

Result<TlsReport> readTlsReport(const QByteArray &json, const Limits &limits, Notes &notes)
{
    constexpr QByteArrayView mark("\xef\xbb\xbf", 3);
    qsizetype skipped = 0;
    if (json.startsWith(mark)) {
        notes.add(NoteCode::ByteOrderMark);
        skipped = mark.size();
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.sliced(skipped), &error);
    if (document.isNull())
        return Note{
            NoteCode::JsonDamaged, error.errorString(), 1, placeOf(json, skipped + error.offset)};
    const Fields fields(document.object(), limits, notes);
    if (!fields.value(u"policies"_s).isArray() && fields.text(u"organization-name"_s).isEmpty())
        return Note{NoteCode::JsonNoReport, {}, 1, {}};
    TlsReport report;
    report.organizationName = fields.text(u"organization-name"_s);
    report.contactInfo = fields.text(u"contact-info"_s);
    report.reportId = fields.text(u"report-id"_s);
    const Fields range = fields.object(u"date-range"_s);
    report.period = {range.time(u"start-datetime"_s), range.time(u"end-datetime"_s)};
    for (const Fields &policy : fields.list(u"policies"_s))
        report.policies.push_back(policyOf(policy));
    return report;
}

} // namespace sekisho
