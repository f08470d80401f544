// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/mailsample.h"

#include "base/sha256.h"
#include "reading/charset.h"
#include "reading/gmimeparts.h"
#include "reading/headerfields.h"
#include "reading/members.h"
#include "reading/outlook.h"

#include <QRegularExpression>

#include <algorithm>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

QString typeOf(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return u"%1/%2"_s
        .arg(shownName(QString::fromUtf8(g_mime_content_type_get_media_type(type))),
            shownName(QString::fromUtf8(g_mime_content_type_get_media_subtype(type))))
        .toLower();
}

/// A part's name; what GMime leaves encoded is decoded with what mailers really use.
QString nameOf(GMimePart *part)
{
    const char *name = g_mime_part_get_filename(part);
    if (!name)
        return {};
    return shownName(headerText(QByteArrayView(name, qsizetype(qstrlen(name)))));
}

/// What the bytes say goes before what the mail says of them.
QString outlookType(const QByteArray &bytes, const QString &declared)
{
    switch (outlookForm(bytes)) {
    case OutlookForm::Tnef: return u"application/ms-tnef"_s;
    case OutlookForm::Message: return u"application/vnd.ms-outlook"_s;
    case OutlookForm::None: break;
    }
    return declared;
}

/// Collects texts and attachments.
class PartWalk final {
public:
    PartWalk(MailSample &sample, const Limits &limits)
        : m_sample(sample)
        , m_limits(limits)
    {
    }

    void object(GMimeObject *object, int depth)
    {
        if (depth > m_limits.nesting * 4 || m_count > m_limits.mailParts) {
            m_sample.cut = true;
        } else if (GMIME_IS_MULTIPART(object)) {
            GMimeMultipart *multipart = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count && m_count <= m_limits.mailParts; ++i)
                this->object(g_mime_multipart_get_part(multipart, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            ++m_count;
            message(GMIME_MESSAGE_PART(object));
        } else if (GMIME_IS_PART(object)) {
            ++m_count;
            part(GMIME_PART(object));
        }
    }

private:
    void message(GMimeMessagePart *part)
    {
        GMimeMessage *inner = g_mime_message_part_get_message(part);
        const QByteArray bytes = inner ? gmime::written(GMIME_OBJECT(inner)) : QByteArray();
        m_sample.attachments.push_back(
            {{}, typeOf(GMIME_OBJECT(part)), bytes.size(), sha256Hex(bytes)});
    }

    void part(GMimePart *part)
    {
        const QByteArray bytes = gmime::content(part);
        const QString type = outlookType(bytes, typeOf(GMIME_OBJECT(part)));
        const QString name = nameOf(part);
        GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(GMIME_OBJECT(part));
        const bool isFile = (disposition && g_mime_content_disposition_is_attachment(disposition)) || !name.isEmpty();
        if (isFile || !type.startsWith("text/"_L1))
            m_sample.attachments.push_back({name, type, bytes.size(), sha256Hex(bytes)});
        if (!type.startsWith("text/"_L1) || (isFile && type != "text/html"_L1 && type != "text/plain"_L1))
            return;
        text(part, type, bytes);
    }

    void text(GMimePart *part, const QString &type, const QByteArray &bytes)
    {
        QString &target = type == "text/html"_L1 ? m_sample.html : m_sample.plain;
        const qint64 room = m_limits.mailText - target.size();
        m_sample.cut = m_sample.cut || bytes.size() > room * 4;
        if (room <= 0)
            return;
        const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
        const QByteArrayView most = QByteArrayView(bytes).first(std::min<qint64>(bytes.size(), room * 4));
        CharsetText decoded = mailText(most, charset ? QByteArrayView(charset) : QByteArrayView());
        if (decoded.guessed && bytes.size() > 0 && !m_sample.charsets.contains(QString::fromLatin1(decoded.charset)))
            m_sample.charsets.append(QString::fromLatin1(decoded.charset));
        decoded.text.replace("\r\n"_L1, "\n"_L1);
        if (!target.isEmpty() && !target.endsWith(u'\n'))
            target += u'\n';
        m_sample.cut = m_sample.cut || decoded.text.size() > room;
        qsizetype length = std::min<qsizetype>(decoded.text.size(), room);
        if (length > 0 && length < decoded.text.size() && decoded.text[length - 1].isHighSurrogate())
            --length;
        target += QStringView(decoded.text).first(length);
    }

    MailSample &m_sample;
    const Limits &m_limits;
    int m_count = 0;
};

void addMailboxes(InternetAddressList *list, size_t most, std::vector<MailAddress> &addresses)
{
    const int count = internet_address_list_length(list);
    for (int i = 0; i < count && addresses.size() < most; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            addMailboxes(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), most, addresses);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            const char *name = internet_address_get_name(address);
            const char *text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
            MailAddress result;
            result.name = name ? headerText(QByteArrayView(name, qsizetype(qstrlen(name)))) : QString();
            result.address = text ? headerText(QByteArrayView(text, qsizetype(qstrlen(text)))) : QString();
            result.redacted = isRedacted(result.address);
            addresses.push_back(std::move(result));
        }
    }
}

/// GMime decodes names with the system's converters, which know no vendor's characters: runs of
/// encoded words are turned into UTF-8 ones beforehand.
QByteArray withUtf8Words(const QByteArray &raw)
{
    static const QRegularExpression words(
        uR"(=\?[^?\s]{1,40}\?[BbQq]\?[^?\r\n]*\?=(?:\s+=\?[^?\s]{1,40}\?[BbQq]\?[^?\r\n]*\?=)*)"_s);
    if (!raw.contains("=?"))
        return raw;
    const QString text = QString::fromLatin1(raw); // keeps offsets
    QByteArray result;
    qsizetype at = 0;
    for (auto matches = words.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QByteArrayView word = QByteArrayView(raw).sliced(match.capturedStart(), match.capturedLength());
        result += raw.sliced(at, match.capturedStart() - at);
        result += "=?utf-8?B?" + headerText(word).toUtf8().toBase64() + "?=";
        at = match.capturedEnd();
    }
    return result + raw.sliced(at);
}

} // namespace

std::vector<MailAddress> readAddresses(const QByteArray &raw, const Limits &limits)
{
    gmime::init();
    std::vector<MailAddress> addresses;
    QByteArray text = withUtf8Words(raw);
    text.replace('\0', ' ');
    if (std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) >= 0x80 || c == '\x1b'; }))
        text = headerText(text).toUtf8(); // names that nobody encoded
    InternetAddressList *list = internet_address_list_parse(nullptr, text.constData());
    if (!list)
        return addresses;
    addMailboxes(list, size_t(limits.links), addresses);
    g_object_unref(list);
    return addresses;
}

MailSample readMailSample(const QByteArray &bytes, const Limits &limits)
{
    MailSample sample;
    HeaderBlock block = headerFields(bytes, BlankLines::End, limits);
    sample.headers = std::move(block.fields);
    sample.cut = block.cut;
    sample.headersOnly = QByteArrayView(bytes).sliced(block.size).trimmed().isEmpty();
    if (sample.headersOnly)
        return sample;
    const auto message = gmime::parse(bytes);
    if (!message)
        return sample;
    PartWalk walk(sample, limits);
    if (GMimeObject *root = g_mime_message_get_mime_part(message.get()))
        walk.object(root, 0);
    return sample;
}

} // namespace sekisho
