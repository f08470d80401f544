// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/failure.h"

#include "base/stablehash.h"
#include "reading/charset.h"
#include "reading/feedbackfields.h"
#include "reading/gmimeparts.h"
#include "reading/headerfields.h"
#include "reading/mailsample.h"
#include "reading/received.h"

#include <QRegularExpression>

namespace sekisho {

using namespace Qt::StringLiterals;

namespace {

/// The parts that make up one report, as they were found.
struct Pieces {
    QByteArray feedback;
    QByteArray sample;
    bool hasSample = false;
};

QString declaredType(GMimeObject *object)
{
    // Not as GMime understands it: "text-rfc-822" has no slash.
    const char *raw = gmime::rawHeader(object, "Content-Type");
    return QString::fromLatin1(raw ? raw : "").section(u';', 0, 0).trimmed().toLower();
}

/// The nine spellings of the sample's type, and others like them.
bool isSampleType(const QString &type)
{
    static const QRegularExpression spelling(u"^(text|message)[/-]rfc-?822(-headers?)?$"_s);
    return spelling.match(type).hasMatch();
}

/// Old Macintosh mail ends its lines with CR alone, which no MIME parser takes.
QByteArray withLineFeeds(const QByteArray &bytes)
{
    return bytes.contains('\n') ? bytes : QByteArray(bytes).replace('\r', '\n');
}

/// Walks through a mail for reports.
class Finder final {
public:
    explicit Finder(const Limits &limits)
        : m_limits(limits)
    {
    }

    void message(GMimeMessage *message, int depth)
    {
        if (GMimeObject *root = g_mime_message_get_mime_part(message))
            object(root, message, depth);
    }

    struct Found {
        GMimeMessage *mail; ///< the report mail: the innermost one around the report
        Pieces pieces;
    };
    std::vector<Found> found;
    QByteArray text; ///< all text parts, for reports that are text only

private:
    void object(GMimeObject *object, GMimeMessage *mail, int depth)
    {
        if (depth > m_limits.nesting * 4 || m_count > m_limits.mailParts)
            return;
        ++m_count;
        if (GMIME_IS_MULTIPART(object)) {
            multipart(GMIME_MULTIPART(object), mail, depth);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                message(inner, depth + 1);
        } else if (GMIME_IS_PART(object)) {
            if (isFeedback(object)) // without a multipart around it
                found.push_back({mail, {gmime::content(GMIME_PART(object)), {}, false}});
            else if (declaredType(object).startsWith("text/"_L1) || declaredType(object).isEmpty())
                text += gmime::content(GMIME_PART(object)).left(64 * 1024) + '\n';
        }
    }

    [[nodiscard]] static bool isFeedback(GMimeObject *object)
    {
        return GMIME_IS_PART(object) && declaredType(object) == "message/feedback-report"_L1;
    }

    void multipart(GMimeMultipart *multipart, GMimeMessage *mail, int depth)
    {
        const int count = g_mime_multipart_get_count(multipart);
        int feedback = 0;
        while (feedback < count && !isFeedback(g_mime_multipart_get_part(multipart, feedback)))
            ++feedback;
        if (feedback == count) {
            for (int i = 0; i < count && m_count <= m_limits.mailParts; ++i)
                object(g_mime_multipart_get_part(multipart, i), mail, depth + 1);
            return;
        }
        Pieces pieces;
        pieces.feedback = gmime::content(GMIME_PART(g_mime_multipart_get_part(multipart, feedback)));
        for (int i = feedback + 1; i < count && !pieces.hasSample; ++i)
            takeSample(g_mime_multipart_get_part(multipart, i), pieces);
        for (int i = 0; i < feedback && !pieces.hasSample; ++i)
            takeSample(g_mime_multipart_get_part(multipart, i), pieces); // some put it first
        found.push_back({mail, std::move(pieces)});
    }

    static void takeSample(GMimeObject *object, Pieces &pieces)
    {
        if (GMIME_IS_MESSAGE_PART(object)) {
            GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
            pieces.sample = inner ? gmime::written(GMIME_OBJECT(inner)) : QByteArray();
            pieces.hasSample = true;
        } else if (GMIME_IS_PART(object) && isSampleType(declaredType(object))) {
            pieces.sample = gmime::content(GMIME_PART(object));
            pieces.hasSample = true;
        }
    }

    const Limits &m_limits;
    int m_count = 0;
};

QString firstHeader(GMimeMessage *message, const char *name)
{
    const char *raw = gmime::rawHeader(GMIME_OBJECT(message), name);
    return raw ? headerText(QByteArrayView(raw, qsizetype(qstrlen(raw)))) : QString();
}

void readReporter(GMimeMessage *mail, const Limits &limits, FailureReport &report)
{
    thread_local const OrganizationalDomains domains;
    const char *from = gmime::rawHeader(GMIME_OBJECT(mail), "From");
    const std::vector<MailAddress> addresses = readAddresses(from ? from : "", limits);
    if (!addresses.empty())
        report.reporterAddress = addresses.front().address;
    QString domain = domainOfAddress(report.reporterAddress);
    if (domain.isEmpty())
        domain = normalizedDomain(report.fields.reportingMta);
    report.reporter = domains.of(domain);
    report.reportDate = mailTime(firstHeader(mail, "Date"));
}

void noteMissing(const FailureReport &report, const FoundFeedback &found, Notes &notes)
{
    if (report.kind != FeedbackKind::AuthFailure)
        return;
    const FeedbackFields &fields = report.fields;
    if (report.form == FailureForm::Text)
        notes.add(NoteCode::FailureTextOnly);
    if (found.sample.isEmpty())
        notes.add(NoteCode::FailureWithoutSample);
    if (report.form == FailureForm::Arf && fields.authFailure.isEmpty())
        notes.add(NoteCode::FailureFieldMissing, u"Auth-Failure"_s);
    if (report.form == FailureForm::Arf && fields.feedbackType.isEmpty())
        notes.add(NoteCode::FailureFieldMissing, u"Feedback-Type"_s);
    if (!report.sourceIp)
        notes.add(NoteCode::AddressMissing);
}

quint64 hashOf(const Pieces &pieces)
{
    QByteArray feedback = pieces.feedback;
    QByteArray sample = pieces.sample;
    feedback.replace('\r', QByteArray());
    sample.replace('\r', QByteArray());
    return StableHash().add(QByteArrayView(feedback)).add(QByteArrayView(sample)).value();
}

void finish(FoundFeedback &found, GMimeMessage *mail, const Limits &limits, Notes &notes)
{
    FailureReport &report = found.report;
    report.kind = feedbackKind(report.fields.feedbackType);
    report.claim.failureText = report.fields.authFailure;
    report.claim.failure = authFailure(report.fields.authFailure);
    // As others do: a report without the field is about DMARC.
    if (report.claim.failure == AuthFailure::Missing && report.kind == FeedbackKind::AuthFailure)
        report.claim.failure = AuthFailure::Dmarc;
    report.claim.deliveryResult = report.fields.deliveryResult;
    report.claim.identityAlignment = report.fields.identityAlignment;
    report.hasSample = !found.sample.isEmpty();
    readReporter(mail, limits, report);
    const MailSample sample = readMailSample(found.sample, limits);
    readSampleInto(report, sample, limits);
    if (sample.cut)
        notes.add(NoteCode::LimitText, u"message/rfc822"_s);
    for (const QString &charset : sample.charsets)
        notes.add(NoteCode::EncodingGuessed, charset);
    noteMissing(report, found, notes);
}

} // namespace

std::vector<FoundFeedback> readFeedback(const QByteArray &mail, const Limits &limits, Notes &notes)
{
    std::vector<FoundFeedback> result;
    const QByteArray bytes = withLineFeeds(mail);
    const auto message = gmime::parse(bytes);
    if (!message)
        return result;
    Finder finder(limits);
    finder.message(message.get(), 0);
    for (Finder::Found &found : finder.found) {
        FoundFeedback one;
        one.report.fields = readFeedbackFields(found.pieces.feedback, limits, notes);
        one.report.contentHash = hashOf(found.pieces);
        one.sample = std::move(found.pieces.sample);
        finish(one, found.mail, limits, notes);
        result.push_back(std::move(one));
    }
    if (!result.empty())
        return result;
    TextFailure text = readTextFailure(finder.text);
    if (!text.found)
        return result;
    FoundFeedback one;
    one.report.form = FailureForm::Text;
    one.report.fields = std::move(text.fields);
    one.report.claim = std::move(text.claim);
    one.report.contentHash = hashOf({finder.text, {}, false});
    one.sample = std::move(text.sample);
    finish(one, message.get(), limits, notes);
    result.push_back(std::move(one));
    return result;
}

} // namespace sekisho
