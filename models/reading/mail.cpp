// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/mail.h"

#include <QRegularExpression>

#undef signals
#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T> using Owned = std::unique_ptr<T, Unref>;

void initGMime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

Owned<GMimeStream> streamOf(const QByteArray &bytes)
{
    return Owned<GMimeStream>(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
}

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

QByteArray decoded(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(array->data), qsizetype(array->len)};
}

/// Some mailers send base64 and do not say so; the beginnings of gzip, zip and XML give it away.
QByteArray withoutHiddenBase64(const QByteArray &bytes)
{
    const QByteArray start = bytes.trimmed().first(std::min<qsizetype>(bytes.trimmed().size(), 8));
    for (const char *known : {"H4sI", "UEsDB", "PD94bW", "PGZlZWRi"}) {
        if (start.startsWith(known))
            return QByteArray::fromBase64(bytes);
    }
    return bytes;
}

QString mediaType(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return u"%1/%2"_s
        .arg(QString::fromUtf8(g_mime_content_type_get_media_type(type)),
            QString::fromUtf8(g_mime_content_type_get_media_subtype(type)))
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
            m_mail.notes.add(NoteCode::LimitNesting);
            return;
        }
        if (GMIME_IS_MULTIPART(object)) {
            const QString report =
                QString::fromUtf8(g_mime_object_get_content_type_parameter(object, "report-type"))
                    .toLower();
            m_hasDeliveryStatus = m_hasDeliveryStatus || report == "delivery-status"_L1;
            GMimeMultipart *multipart = GMIME_MULTIPART(object);
            for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
                this->object(g_mime_multipart_get_part(multipart, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                message(inner, depth + 1);
        } else if (GMIME_IS_PART(object)) {
            part(GMIME_PART(object));
        }
    }

    void part(GMimePart *part)
    {
        if (++m_count > m_limits.mailParts) {
            m_mail.notes.add(NoteCode::LimitMailParts, {}, {}, m_limits.mailParts);
            return;
        }
        const QString type = mediaType(GMIME_OBJECT(part));
        MailPart result;
        result.name = QString::fromUtf8(g_mime_part_get_filename(part));
        if (result.name.isEmpty())
            result.name = type;
        result.bytes = withoutHiddenBase64(decoded(part));
        if (type == "message/feedback-report"_L1)
            feedback(result.bytes);
        m_hasDeliveryStatus = m_hasDeliveryStatus || type == "message/delivery-status"_L1;
        if (type.startsWith("text/"_L1))
            m_text += QString::fromUtf8(
                result.bytes.first(std::min<qsizetype>(result.bytes.size(), 16 * 1024)));
        m_mail.parts.push_back(std::move(result));
    }

    /// RFC 5965 fields. Feedback-Type is missing now and then; fields of RFC 6591 tell then.
    void feedback(const QByteArray &bytes)
    {
        if (m_hasFeedback)
            return; // one of an attached sample does not count
        m_hasFeedback = true;
        const QByteArray fields =
            bytes.trimmed().contains(':') ? bytes : QByteArray::fromBase64(bytes);
        m_mail.feedbackType = feedbackField(fields, u"Feedback-Type"_s).toLower();
        m_isFailure = m_mail.feedbackType == "auth-failure"_L1 ||
            (m_mail.feedbackType.isEmpty() &&
                (!feedbackField(fields, u"Auth-Failure"_s).isEmpty() ||
                    !feedbackField(fields, u"Identity-Alignment"_s).isEmpty()));
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

} // namespace

Mail readMail(const QByteArray &bytes, const Limits &limits)
{
    initGMime();
    Mail mail;
    const Owned<GMimeStream> stream = streamOf(withLineFeeds(bytes));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_persist_stream(parser.get(), true);
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
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
    initGMime();
    const QByteArray bytes = withLineFeeds(given);
    const Owned<GMimeStream> stream = streamOf(bytes);
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    g_mime_parser_set_persist_stream(parser.get(), true);
    qint64 start = 0;
    while (!stop.requested() && !g_mime_parser_eos(parser.get())) {
        const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
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
