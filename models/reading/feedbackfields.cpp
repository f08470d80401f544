// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/feedbackfields.h"

#include "reading/charset.h"
#include "reading/headerfields.h"
#include "reading/received.h"

#include <QHash>
#include <QRegularExpression>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Fields that say one thing, by their names in lower case.
QString *single(FeedbackFields &fields, const QByteArray &name)
{
    using Member = QString FeedbackFields::*;
    static const QHash<QByteArray, Member> members{
        {"feedback-type", &FeedbackFields::feedbackType},
        {"user-agent", &FeedbackFields::userAgent},
        {"version", &FeedbackFields::version},
        {"original-envelope-id", &FeedbackFields::originalEnvelopeId},
        {"auth-failure", &FeedbackFields::authFailure},
        {"delivery-result", &FeedbackFields::deliveryResult},
        {"dkim-adsp-dns", &FeedbackFields::dkimAdspDns},
        {"dkim-canonicalized-body", &FeedbackFields::dkimCanonicalizedBody},
        {"dkim-canonicalized-header", &FeedbackFields::dkimCanonicalizedHeader},
        {"dkim-domain", &FeedbackFields::dkimDomain},
        {"dkim-identity", &FeedbackFields::dkimIdentity},
        {"dkim-selector", &FeedbackFields::dkimSelector},
        {"dkim-selector-dns", &FeedbackFields::dkimSelectorDns},
        {"identity-alignment", &FeedbackFields::identityAlignment},
    };
    const auto found = members.constFind(name);
    return found == members.cend() ? nullptr : &(fields.*found.value());
}

QStringList *several(FeedbackFields &fields, const QByteArray &name)
{
    using Member = QStringList FeedbackFields::*;
    static const QHash<QByteArray, Member> members{
        {"original-rcpt-to", &FeedbackFields::originalRcptTo},
        {"authentication-results", &FeedbackFields::authenticationResults},
        {"reported-domain", &FeedbackFields::reportedDomains},
        {"reported-uri", &FeedbackFields::reportedUris},
        {"spf-dns", &FeedbackFields::spfDns},
    };
    const auto found = members.constFind(name);
    return found == members.cend() ? nullptr : &(fields.*found.value());
}

/// "192.0.2.1 (host.example)", "[192.0.2.1]", "IPv6:2001:db8::1": the first word counts.
std::optional<IpAddress> addressIn(const QString &text)
{
    return IpAddress::parse(text.simplified().section(u' ', 0, 0));
}

class FieldReader final {
public:
    FieldReader(FeedbackFields &fields, Notes &notes)
        : m_fields(fields)
        , m_notes(notes)
    {
    }

    void take(const HeaderField &field)
    {
        const QByteArray name = field.name.toLower();
        const QString value = headerText(field.raw);
        if (QString *target = single(m_fields, name)) {
            takeSingle(*target, field.name, value);
        } else if (QStringList *list = several(m_fields, name)) {
            if (!value.isEmpty()) // an empty one says nothing
                list->append(value);
        } else if (!special(name, value)) {
            m_fields.others.emplace_back(QString::fromLatin1(field.name), value);
        }
    }

private:
    void takeSingle(QString &target, const QByteArray &name, const QString &value)
    {
        if (target.isEmpty())
            target = value;
        else if (target != value)
            m_notes.add(NoteCode::ElementRepeated, QString::fromLatin1(name));
    }

    bool special(const QByteArray &name, const QString &value)
    {
        if (name == "original-mail-from")
            m_fields.originalMailFrom = value;
        else if (name == "arrival-date" || name == "received-date")
            takeDate(value);
        else if (name == "reporting-mta")
            m_fields.reportingMta = value.section(u';', -1).trimmed();
        else if (name == "source-ip")
            takeAddress(value);
        else if (name == "source-port")
            m_fields.sourcePort = number(name, value, 65535);
        else if (name == "incidents")
            m_fields.incidents = std::max(1, number(name, value, 1'000'000'000));
        else
            return false;
        return true;
    }

    void takeDate(const QString &value)
    {
        if (!m_fields.arrivalDateText.isEmpty()) {
            m_notes.add(NoteCode::ElementRepeated, u"Arrival-Date"_s); // RFC 5965 §3.2
            return;
        }
        m_fields.arrivalDateText = value;
        m_fields.arrivalDate = mailTime(value);
        if (m_fields.arrivalDate == 0)
            m_notes.add(NoteCode::ValueNotNumber, u"Arrival-Date=%1"_s.arg(value.left(80)));
    }

    void takeAddress(const QString &value)
    {
        m_fields.sourceIpText = value;
        m_fields.sourceIp = addressIn(value);
        if (!m_fields.sourceIp)
            m_notes.add(NoteCode::AddressInvalid, value.left(80));
    }

    int number(const QByteArray &name, const QString &value, int most)
    {
        bool ok = false;
        const qint64 result = value.section(u' ', 0, 0).toLongLong(&ok);
        if (ok && result >= 0 && result <= most)
            return int(result);
        m_notes.add(NoteCode::ValueNotNumber,
            u"%1=%2"_s.arg(QString::fromLatin1(name), value.left(80)));
        return 0;
    }

    FeedbackFields &m_fields;
    Notes &m_notes;
};

std::optional<bool> yesOrNo(const QString &value)
{
    const QString lower = value.toLower();
    if (lower.startsWith("yes"_L1))
        return true;
    return lower.startsWith("no"_L1) ? std::optional(false) : std::nullopt;
}

} // namespace

FeedbackFields readFeedbackFields(const QByteArray &part, const Limits &limits, Notes &notes)
{
    const QByteArray trimmed = part.trimmed();
    const QByteArray bytes =
        trimmed.contains(':') || trimmed.isEmpty() ? part : QByteArray::fromBase64(trimmed);
    FeedbackFields fields;
    FieldReader reader(fields, notes);
    const HeaderBlock block = headerFields(bytes, BlankLines::Skip, limits);
    for (const HeaderField &field : block.fields)
        reader.take(field);
    if (block.cut)
        notes.add(NoteCode::LimitText, u"message/feedback-report"_s);
    return fields;
}

TextFailure readTextFailure(const QByteArray &text)
{
    constexpr qsizetype searched = 64 * 1024;
    static const QRegularExpression line(
        u"^[ \\t>]*(Sender Domain|Sender IP Address|Received Date|SPF Alignment|DKIM Alignment|DMARC Results?)"
        "[ \\t]*:[ \\t]*([^\\r\\n]*)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    static const QRegularExpression dashes(
        u"^[ \\t>]*-{3,}[^\\r\\n]*$"_s, QRegularExpression::MultilineOption);
    TextFailure result;
    const QByteArray start = text.left(searched);
    const QString head = QString::fromLatin1(start);
    const QRegularExpressionMatch divider = dashes.match(head);
    const QString said = divider.hasMatch() ? head.first(divider.capturedStart()) : head;
    for (auto matches = line.globalMatch(said); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1).toLower();
        const QString value = match.captured(2).trimmed();
        result.found = true;
        if (name == "sender domain"_L1) {
            result.fields.reportedDomains.append(value);
        } else if (name == "sender ip address"_L1) {
            result.fields.sourceIpText = value;
            result.fields.sourceIp = addressIn(value);
        } else if (name == "received date"_L1) {
            result.fields.arrivalDateText = value;
            result.fields.arrivalDate = mailTime(value);
        } else if (name == "spf alignment"_L1) {
            result.claim.spfAligned = yesOrNo(value);
        } else if (name == "dkim alignment"_L1) {
            result.claim.dkimAligned = yesOrNo(value);
        } else {
            result.claim.dmarcResult = value;
        }
    }
    if (divider.hasMatch()) // Latin-1 keeps offsets
        result.sample = text.sliced(divider.capturedEnd()).trimmed() + '\n';
    return result;
}

} // namespace sekisho
