// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/mail.h"

#include "reading/gmimeparts.h"
#include "reading/headerfields.h"
#include "reading/members.h"
#include "reading/sniff.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// Old Macintosh mail ends its lines with CR alone, which no MIME parser takes.
QByteArray withLineFeeds(const QByteArray &bytes)
{
    if (bytes.contains('\n'))
        return bytes;
    return QByteArray(bytes).replace('\r', '\n');
}

QString header(GMimeObject *object, const char *name)
{
    return QString::fromUtf8(g_mime_object_get_header(object, name));
}

/// One gateway forgets the hyphen, and with it all parts of the mail.
QByteArray withHyphens(const QByteArray &bytes)
{
    if (bytes.startsWith("ContentType:"))
        return withHyphens('\n' + bytes).sliced(1);
    if (!bytes.contains("\nContentType:"))
        return bytes;
    return QByteArray(bytes).replace("\nContentType:", "\nContent-Type:");
}

constexpr std::array<bool, 256> base64Characters = [] {
    std::array<bool, 256> characters{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                         "0123456789+/= \t\r\n"))
        characters[uchar(c)] = true;
    return characters;
}();

bool isBase64(QByteArrayView text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return base64Characters[uchar(c)]; });
}

/// RFC 2045 §6.8: what is no such character is passed over, and padding ends the data. Where more
/// of it follows, several pieces were put one behind the other.
QByteArray fromBase64(QByteArrayView text, bool onlyFirst)
{
    QByteArray bytes(text.size(), Qt::Uninitialized);
    qsizetype size = 0;
    while (!text.isEmpty()) {
        qsizetype end = text.indexOf('=');
        if (end < 0)
            end = text.size();
        while (end < text.size() && (text[end] == '=' || uchar(text[end]) <= ' '))
            ++end;
        GMimeEncoding decoder;
        g_mime_encoding_init_decode(&decoder, GMIME_CONTENT_ENCODING_BASE64);
        size += qsizetype(g_mime_encoding_step(
            &decoder, text.data(), size_t(end), bytes.data() + size));
        if (onlyFirst)
            break;
        text = text.sliced(end);
    }
    bytes.truncate(size);
    return bytes;
}

struct Decoded {
    QByteArray bytes;
    bool damaged = false; ///< not all of it was in the encoding that it claims
};

Decoded decoded(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    if (g_mime_data_wrapper_get_encoding(content) != GMIME_CONTENT_ENCODING_BASE64)
        return {gmime::content(part), false};
    QByteArray encoded = gmime::encodedContent(content);
    if (isBase64(encoded))
        return {fromBase64(encoded, false), false};
    const ContentKind kind = sniff(encoded);
    const bool never = kind != ContentKind::Unknown && kind != ContentKind::Mail;
    encoded.detach(); // from the mail, which does not last
    return {never ? encoded : fromBase64(encoded, true), true};
}

/// Some mailers send base64 and do not say so; the beginnings of gzip, zip, XML and JSON give it
/// away.
QByteArray withoutHiddenBase64(const QByteArray &bytes)
{
    const QByteArray start = bytes.left(64).trimmed();
    for (const char *known :
        {"H4sI", "UEsDB", "PD94bW", "PGZlZWRi", "eyJ", "ewog", "ewoJ", "ew0K"}) {
        if (start.startsWith(known))
            return QByteArray::fromBase64(bytes);
    }
    return bytes;
}

QString mediaType(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return u"%1/%2"_s
        .arg(shownName(QString::fromUtf8(g_mime_content_type_get_media_type(type))),
            shownName(QString::fromUtf8(g_mime_content_type_get_media_subtype(type))))
        .toLower();
}

/// A field of a feedback part, which looks like a mail header; empty when it is not there.
QString feedbackField(const QByteArray &part, const QString &name)
{
    const QRegularExpression field(
        u"^%1[ \\t]*:[ \\t]*([^\\r\\n]*)"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return field.match(QString::fromUtf8(part)).captured(1).trimmed();
}

/// What is looked for while walking through a mail.
class Walk final {
public:
    Walk(Mail &mail, const Limits &limits)
        : m_mail(mail)
        , m_limits(limits)
    {
    }

    void message(GMimeMessage *message, int depth)
    {
        if (GMimeObject *root = g_mime_message_get_mime_part(message))
            object(root, depth);
    }

    /// Decides the kind once everything has been seen.
    void settle(GMimeMessage *message)
    {
        GMimeObject *object = GMIME_OBJECT(message);
        const QString subject = QString::fromUtf8(g_mime_message_get_subject(message));
        const QString submitted = header(object, "Auto-Submitted").toLower();
        if (m_hasFeedback)
            m_mail.kind = m_isFailure ? MailKind::Failure : MailKind::Feedback;
        else if (isTextFailure(subject))
            m_mail.kind = MailKind::Failure;
        else if (m_hasDeliveryStatus)
            m_mail.kind = MailKind::Bounce;
        else if ((!submitted.isEmpty() && submitted != "no"_L1 &&
                     submitted.startsWith("auto-replied"_L1)) ||
            !header(object, "X-Autoreply").isEmpty() ||
            !header(object, "X-Autorespond").isEmpty() ||
            header(object, "Precedence").toLower() == "auto_reply"_L1)
            m_mail.kind = MailKind::AutoReply;
    }

private:
    void object(GMimeObject *object, int depth)
    {
        if (depth > m_limits.nesting * 4) {
            m_mail.limit = NoteCode::LimitNesting;
            return;
        }
        if (GMIME_IS_MULTIPART(object)) {
            const QString report =
                QString::fromUtf8(g_mime_object_get_content_type_parameter(object, "report-type"))
                    .toLower();
            if (depth == 0 && report == "delivery-status"_L1)
                m_hasDeliveryStatus = true; // and not only somewhere in a mail that it carries
            GMimeMultipart *multipart = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count && !m_mail.limit; ++i)
                this->object(g_mime_multipart_get_part(multipart, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                message(inner, depth + 1);
        } else if (GMIME_IS_PART(object)) {
            part(GMIME_PART(object), depth);
        }
    }

    void part(GMimePart *part, int depth)
    {
        if (++m_count > m_limits.mailParts) {
            m_mail.limit = NoteCode::LimitMailParts;
            return;
        }
        const QString type = mediaType(GMIME_OBJECT(part));
        MailPart result;
        result.name = shownName(QString::fromUtf8(g_mime_part_get_filename(part)));
        if (result.name.isEmpty())
            result.name = type;
        const Decoded content = decoded(part);
        result.bytes = withoutHiddenBase64(content.bytes);
        if (content.damaged)
            m_mail.notes.add(NoteCode::MailPartDamaged, result.name);
        if (type == "message/feedback-report"_L1)
            feedback(result.bytes);
        if (depth <= 1 && type == "message/delivery-status"_L1)
            m_hasDeliveryStatus = true;
        if (type.startsWith("text/"_L1))
            m_text += QString::fromUtf8(
                result.bytes.first(std::min<qsizetype>(result.bytes.size(), 16 * 1024)));
        m_mail.parts.push_back(std::move(result));
    }

    /// RFC 5965 fields. One without Feedback-Type is taken for a failure report, as others do.
    void feedback(const QByteArray &bytes)
    {
        if (m_hasFeedback)
            return; // one of an attached sample does not count
        m_hasFeedback = true;
        const QByteArray fields =
            bytes.trimmed().contains(':') ? bytes : QByteArray::fromBase64(bytes);
        m_mail.feedbackType = feedbackField(fields, u"Feedback-Type"_s).toLower();
        m_isFailure = m_mail.feedbackType.isEmpty() || m_mail.feedbackType == "auth-failure"_L1;
    }

    /// Exim-based reporters send text only: "A message claiming to be from you has failed …".
    [[nodiscard]] bool isTextFailure(const QString &subject) const
    {
        static const QRegularExpression title(u"\\bDMARC\\s+(Forensic|Failure)\\s+Report"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression body(
            u"claiming to be from you|^\\s*Sender Domain\\s*:|^\\s*(SPF|DKIM) Alignment\\s*:"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
        return title.match(subject).hasMatch() && body.match(m_text).hasMatch();
    }

    Mail &m_mail;
    const Limits &m_limits;
    int m_count = 0;
    bool m_hasFeedback = false;
    bool m_isFailure = false;
    bool m_hasDeliveryStatus = false;
    QString m_text;
};

/// Whether readMail() looks at a field of the mail's own header.
bool isLookedAt(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 7> names{"mime-version", "date", "subject",
        "auto-submitted", "x-autoreply", "x-autorespond", "precedence"};
    const auto isSame = [name](QByteArrayView field) {
        return name.compare(field, Qt::CaseInsensitive) == 0;
    };
    constexpr QByteArrayView content("content-");
    return std::any_of(names.begin(), names.end(), isSame) ||
        name.first(std::min(name.size(), content.size())).compare(content, Qt::CaseInsensitive) == 0;
}

} // namespace

Mail readMail(const QByteArray &bytes, const Limits &limits)
{
    Mail mail;
    // GMime makes several objects of each field, and most of a header is its way through servers.
    const QByteArray text = onlyFields(withHyphens(withLineFeeds(bytes)), isLookedAt);
    const gmime::Owned<GMimeMessage> message = gmime::parse(text);
    if (!message)
        return mail;
    if (GDateTime *date = g_mime_message_get_date(message.get()))
        mail.date = g_date_time_to_unix(date);
    Walk walk(mail, limits);
    walk.message(message.get(), 0);
    walk.settle(message.get());
    return mail;
}

void visitMbox(
    const QByteArray &given, const Stop &stop, const std::function<bool(const QByteArray &)> &visit)
{
    gmime::init();
    const QByteArray bytes = withLineFeeds(given);
    const gmime::Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const gmime::Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    g_mime_parser_set_persist_stream(parser.get(), true);
    qint64 start = 0;
    while (!stop.requested() && !g_mime_parser_eos(parser.get())) {
        const gmime::Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message)
            return;
        // From behind the "From " line to where the next one begins.
        const qint64 marker = bytes.indexOf('\n', start);
        const qint64 end =
            g_mime_parser_eos(parser.get()) ? bytes.size() : g_mime_parser_tell(parser.get());
        if (marker < 0 || end <= marker)
            return;
        if (!visit(bytes.sliced(marker + 1, end - marker - 1)))
            return;
        start = end;
    }
}

} // namespace sekisho
